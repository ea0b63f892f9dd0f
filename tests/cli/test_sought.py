"""Words that were searched for, in bold."""

from __future__ import annotations

import pytest
from hypothesis import given
from rich.text import Text

from reportedly.cli.sought import SOUGHT, bold
from tests.strategies import TEXTS


def marked(text: str, *phrases: str) -> list[str]:
    """Return the stretches in bold."""
    made = bold(Text(text), phrases)
    return [text[span.start : span.end] for span in made.spans if span.style == SOUGHT]


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("The bridge was shut.", ["bridge"], ["bridge"]),
        ("Bridges, not ridges", ["bridge"], ["Bridges"]),
        ("He denied it", ["denies"], ["denied"]),
        ("the old bridge; a bridge, old", ["old bridge"], ["old bridge"]),
        ("Ærø café", ["cafe"], ["café"]),
        ("an as is", ["a"], []),
        ("bridge", [], []),
        ("bridge", ["—"], []),
    ],
)
def test_words_are_found_without_case_accents_and_endings(text: str, phrases: list[str], found: list[str]) -> None:
    """A phrase is found as a whole, a word in its other forms, and nothing within another word."""
    assert marked(text, *phrases) == found


@given(TEXTS, TEXTS)
def test_no_word_changes(text: str, phrase: str) -> None:
    """Whatever is searched for, the text stays what it was."""
    assert bold(Text(text), [phrase]).plain == Text(text).plain
