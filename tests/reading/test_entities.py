"""Mentions are read off the labels of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from reportedly.reading.entities import mentions
from reportedly.values import MentionKind, Report, Word

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Mention

LABELS = ("O", "B-person", "I-person", "B-organisation", "I-organisation")
LETTERS = "oPpGg"
"""A letter for each label, in their order."""


def decode(letters: str, parts: str = "") -> list[Mention]:
    """Return the mentions of words of one code point each, labelled by letters; a `.` in `parts` is a mark."""
    chances = np.full((len(letters), len(LABELS)), 0.02, dtype=np.float32)
    for row, letter in enumerate(letters):
        chances[row, LETTERS.index(letter)] = 0.8
    kinds = parts or "x" * len(letters)
    words = [Word(2 * i, 2 * i + 1, "PUNCT" if kind == "." else "PROPN") for i, kind in enumerate(kinds)]
    return list(mentions(words, chances, LABELS, named=True))


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("oPpo", [(2, 5, "person")]),
        ("PP", [(0, 3, "person")]),
        ("PG", [(0, 1, "person"), (2, 3, "organisation")]),
        ("Pgg", [(0, 5, "organisation")]),
        ("ppo", [(0, 3, "person")]),
        ("Ggg", [(0, 5, "organisation")]),
        ("ooo", []),
    ],
)
def test_labels_make_mentions(letters: str, expected: list[tuple[int, int, str]]) -> None:
    """B begins unless one of its kind stands right before, I goes on or begins, and most words tell the kind."""
    assert [(one.start, one.end, one.kind.value) for one in decode(letters)] == expected


def test_marks_at_the_edge_are_left_out() -> None:
    """A mention neither begins nor ends with a mark, and one of marks alone is none."""
    assert [(one.start, one.end) for one in decode("Ppp", ".x.")] == [(2, 3)]
    assert decode("P", ".") == []


def test_the_score_is_the_mean_chance() -> None:
    """A mention's score is the mean chance that its words are of its kind, whether beginning or inside."""
    assert decode("Pp")[0].score == pytest.approx(0.82, abs=1e-3)


def test_plain_names_and_nouns_are_found(pipeline: Pipeline) -> None:
    """In a plain sentence the model finds a person and a state by name, and who is only described by a noun."""
    text = "Ana Ferro, a spokeswoman for the ministry, met two officials from Norway in Oslo on Tuesday."
    found = {text[m.start : m.end]: m for m in pipeline.read(Report(text=text)).mentions}
    assert found["Ana Ferro"].kind is MentionKind.PERSON
    assert found["Norway"].kind is MentionKind.STATE
    assert found["Ana Ferro"].named
    assert not found["two officials"].named
