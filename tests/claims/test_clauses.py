"""What is said in one breath, cut into what it says."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.clauses import clauses
from reportedly.values import Passage, Span
from tests.strategies import TEXTS


def cut(text: str) -> list[str]:
    """Return the pieces of a text in which every figure is a quantity."""
    numbers = [Span(*found.span()) for found in re.finditer(r"\d+", text)]
    return [piece.text for piece in clauses(Passage(text, (Span(0, len(text)),)), numbers)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the bridge was shut", ["the bridge was shut"]),
        ("The bridge is shut. Nobody may cross.", ["The bridge is shut.", "Nobody may cross."]),
        ("“It is all shut.” “Nobody may cross.”", ["“It is all shut.”", "“Nobody may cross.”"]),
        ("Nobody saw Mr. Dahl at the bridge", ["Nobody saw Mr. Dahl at the bridge"]),
        ("8 men remained trapped and 16 had been rescued", ["8 men remained trapped", "16 had been rescued"]),
        ("of 24 men 16 had been rescued", ["of 24 men 16 had been rescued"]),
        (
            "16 were rescued, while 8, among them the foreman, were not",
            ["16 were rescued", "8, among them the foreman, were not"],
        ),
        ("It is shut. Never. Nobody may cross it.", ["It is shut. Never.", "Nobody may cross it."]),
        ("Never. Nobody may cross it.", ["Never. Nobody may cross it."]),
    ],
)
def test_sentences_and_numbers_are_cut_apart(text: str, pieces: list[str]) -> None:
    """At the ends of sentences, not behind abbreviations, and between numbers; few words stay with others."""
    assert cut(text) == pieces


def test_pieces_of_a_passage_are_cut_alike() -> None:
    """Words that stand apart in the text are cut piece by piece."""
    text = "“The bridge is shut,” she said, “and nobody may cross.”"
    spans = (Span(0, 21), Span(32, len(text)))
    assert [piece.text for piece in clauses(Passage(text, spans), [])] == [text[:21], text[32:]]


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 9)), max_size=6))
def test_every_piece_is_a_part_and_no_word_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    """Of any text, all letters are in the pieces once and in order, but for those of the joints between numbers."""
    if not text.strip():
        return
    words = Passage(text, (Span(0, len(text)),))
    numbers = [Span(start, start + length) for start, length in places]
    pieces = clauses(words, numbers)
    spans = [span for piece in pieces for span in piece.spans]
    assert spans
    assert all(piece.within == text for piece in pieces)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    gaps = [text[one.end : other.start] for one, other in itertools.pairwise(spans)]
    assert all(
        re.fullmatch(r"\s*(?:;|,|,? (?:and|but|while|with|whereas|including|as well as))?\s*", gap) for gap in gaps
    )
