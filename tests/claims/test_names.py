"""Names by their capitals."""

from __future__ import annotations

import pytest

from reportedly.claims.names import Names
from reportedly.values import Report, Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pilot met Jonna Reik at noon.", ("jonna reik",)),
        ("Dozens came. On Monday they met Reik.", ("reik",)),
        ("Reik left. Nobody saw Reik again.", ("reik",)),
        ("Fishing stopped. The port was told that fishing had to stop.", ()),
        ("Harbour Opens After Long Strike\n\nThe harbour is open, Jonna Reik said.", ("jonna reik",)),
        ("LESSA, March 3 - Dozens of boats left for Sorrenby.", ("sorrenby",)),
        ("the boats left", ()),
        ("", ()),
    ],
)
def test_a_name_is_told_by_its_capital(text: str, expected: tuple[str, ...]) -> None:
    """A capital inside a sentence is a name's, at its beginning only where the text has it inside one too."""
    spans = [Span(0, len(text))] if text else []
    assert Names(Report(text=text)).within(spans) == expected


def test_names_of_places_are_left_out() -> None:
    """Words that are compared as places are not compared as names."""
    text = "They sailed to Sorrenby with Jonna Reik."
    start = text.index("Sorrenby")
    assert Names(Report(text=text)).within([Span(0, len(text))], [Span(start, start + 8)]) == ("jonna reik",)


def test_a_title_has_the_names_that_the_text_has() -> None:
    """In a title outside the text, where every word has a capital, only the text's names are names."""
    names = Names(Report(text="The pilot met Jonna Reik at noon."))
    assert names.in_title("Pilot Meets Jonna Reik") == ("jonna reik",)
