"""Control characters made visible."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exchange.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("user\u202etxt.exe", "user⟨U+202E⟩txt.exe"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("\ud83d", "⟨U+D83D⟩"),
        ("a\r\nb\rc\fd\u2028e", "a\nb\nc\nd\ne"),
        ("שלום\u200f 漢字 🛳️\t.", "שלום\u200f 漢字 🛳️\t."),
    ],
)
def test_what_would_steer_is_written_out(text: str, shown: str) -> None:
    """Controls get their picture or number, line ends become one kind, and all other words stay as they are."""
    assert visible(text) == shown


def test_one_line_has_single_blanks() -> None:
    """Any white space between words becomes one blank; no control character hides among it."""
    assert one_line(" a\r\n\t b\u2029c \x1c d ") == "a b c ␜ d"


@given(st.text(st.characters()))
def test_nothing_that_steers_is_left(text: str) -> None:
    """Whatever comes in, what goes out is UTF-8 without controls other than the line end and the tab."""
    for shown, allowed in ((visible(text), "\n\t"), (one_line(text), "")):
        shown.encode()
        for character in shown:
            assert unicodedata.category(character) != "Cc" or character in allowed
            assert unicodedata.bidirectional(character) not in {
                "LRE",
                "RLE",
                "LRO",
                "RLO",
                "PDF",
                "LRI",
                "RLI",
                "FSI",
                "PDI",
            }
