"""Whether a bare sentence negates."""

from __future__ import annotations

import pytest

from reportedly.claims.negation import negates


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The port is closed.", False),
        ("The port is not closed.", True),
        ("The port isn't closed.", True),
        ("The ministry denied that the port is closed.", True),
        ("It is not false that the port is closed.", False),
        ("The port is not only closed but locked.", False),
        ("The story of the closed port is a hoax.", True),
        ("The notice was posted by pier No. 4.", False),
    ],
)
def test_an_odd_number_of_denials_negates(words: str, *, expected: bool) -> None:
    """One word that denies makes a sentence negative, two do not."""
    assert negates(words) is expected
