"""What stands beside the words by which a report names a publisher."""

from __future__ import annotations

import pytest

from reportedly.claims.pages import Page
from reportedly.claims.told_beside import told_beside
from tests.claims.papers import entered, paper


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rain fell. The Echo reported it.", "verb behind"),
        ("Rain fell. She told the Echo so.", "told it"),
        ("Rain fell. According to the Echo it did.", "from"),
        ("Rain fell. It was the Echo report.", "its report"),
        ("Rain fell. The Echo declined to say.", "silent"),
        ("The Echo. Rain fell.", "in the title"),
        ("Rain fell (Echo).", "in brackets"),
    ],
)
def test_words_beside_a_name_tell(text: str, told: str) -> None:
    """Whether something comes from a publisher is told by what stands before and behind its name."""
    (entry,) = entered(paper("Dispatch", "2025-03-01", text))
    start = text.index("Echo")
    assert told_beside(Page(entry), start, start + len("Echo"))[told] == 1.0
