"""Words as grammars count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.engine import packaged
from reportedly.engine.pieces import cut
from reportedly.reading.tokens import words

if TYPE_CHECKING:
    from reportedly.values import Word

TOKENIZER = Tokenizer.from_buffer(packaged().files["tokenizer.json"])
TOKENIZER.no_padding()
TOKENIZER.no_truncation()


def read(text: str) -> list[Word]:
    """Return the words of a text, each piece being a noun and each mark punctuation."""
    pieces = cut(text, TOKENIZER)
    return words(text, pieces, ["PUNCT" if mark else "NOUN" for mark in pieces.marks.tolist()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said so.", ["The", "mayor", "said", "so", "."]),
        ("It doesn't hold", ["It", "does", "n't", "hold"]),
        ("They can’t confirm", ["They", "ca", "n’t", "confirm"]),
        ("Berg's and the pilots' union", ["Berg", "'s", "and", "the", "pilots", "'", "union"]),
        ("we'll, I’ve", ["we", "'ll", ",", "I", "’ve"]),
        ("about 10,000 or 3.5", ["about", "10,000", "or", "3.5"]),
        ("in the U.S. at 9 a.m. today", ["in", "the", "U.S.", "at", "9", "a.m.", "today"]),
        ("J. Orvik and J.K. Ferro", ["J.", "Orvik", "and", "J.K.", "Ferro"]),
        ("Mr. Dahl met Gen. Rusk.", ["Mr.", "Dahl", "met", "Gen.", "Rusk", "."]),
        ("Ms O'Neill", ["Ms", "O'Neill"]),
        ("@harbour wrote #fog", ["@harbour", "wrote", "#fog"]),
        ("so-called", ["so", "-", "called"]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
        ("It was 1991.", ["It", "was", "1991", "."]),
        ("at 5:30, 3. and 4,b", ["at", "5:30", ",", "3", ".", "and", "4", ",", "b"]),
        ("n't 's ’", ["n", "'", "t", "'", "s", "’"]),
        ("@ # @", ["@", "#", "@"]),
        ("", []),
    ],
)
def test_words_are_cut_as_grammars_do(text: str, expected: list[str]) -> None:
    """Clitics are words of their own; numbers, initials and abbreviations are one word each."""
    assert [text[word.start : word.end] for word in read(text)] == expected


def test_the_part_of_speech_is_that_of_the_first_piece() -> None:
    """A word in several pieces has the part of speech of the first, and what is split off "n't" is a particle."""
    text = "Unverifiable; don't"
    pieces = cut(text, TOKENIZER)
    parts = [f"P{number}" for number in range(len(pieces))]
    found = words(text, pieces, parts)
    assert found[0].pos == "P0"
    assert [word.pos for word in found[2:]] == ["AUX", "PART"]


@given(st.text(alphabet=st.characters(codec="utf-16", exclude_categories=())) | st.text("aA1'’.,@# -\n\ud83d"))
def test_any_text_is_cut_into_words_in_order(text: str) -> None:
    """Words are in order and apart, none is empty, and none holds white space."""
    found = read(text)
    place = 0
    for word in found:
        assert place <= word.start < word.end <= len(text)
        assert text[word.start : word.end].strip() == text[word.start : word.end]
        place = word.end
    covered = {offset for word in found for offset in range(word.start, word.end)}
    assert all(offset in covered for offset, letter in enumerate(text) if letter.isascii() and letter.isalnum())
