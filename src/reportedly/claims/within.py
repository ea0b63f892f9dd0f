"""Which propositions of one story say the same, or deny the same: every two of them, scored against the story.

Within a story all share its names, its places and half of its words. What tells is what two share beyond that: words
weigh by how few of the story's propositions have them, vectors are seen from their middle, and two numbers of one
outcome ("four bodies", "the toll is four") are values of one claim. The model is a logistic regression; its weights are
in `within.json`, made by `training/train_within.py`.
"""

from __future__ import annotations

import collections
import functools
import importlib.resources
import math
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from reportedly.claims.comparison import Compared, compare
from reportedly.claims.features import apart
from reportedly.claims.matching import FEWEST_TERMS, Match, Relation, overlap
from reportedly.claims.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from reportedly.claims.proposition import Proposition

    Matrix = NDArray[np.float32]

FILE = "within.json"
FEATURES = (
    "alike",
    "alike from the middle",
    "words here",
    "same day",
    "same speaker",
    "outcome same",
    "outcome differs",
    "one number",
    "same number",
    "setting",
)
"""The columns of the model. Polarity is none, nor are differing numbers: both are of one claim."""
_SLIGHT = 0.02
"""The chance below which two are not compared any further; a pair without a match counts as 0."""
_DAY = len("2025-03-04")
_BLOCK = 256
"""Propositions that are looked at beside all others at once: what is held stays small however long the story."""


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights by feature, what is added, and the average from which on groups are one claim."""

    version: str
    features: dict[str, float]
    bias: float
    threshold: float


@functools.cache
def model() -> Model:
    """Return the packaged model."""
    raw = importlib.resources.files("reportedly.claims").joinpath(FILE).read_bytes()
    return msgspec.json.decode(raw, type=Model)


def matches_within(propositions: Sequence[Proposition], vectors: NDArray[np.float32]) -> list[Match]:
    """Return the pairs of propositions of one story that may be of one claim, ordered by their ids.

    `vectors` has a row of length one for each proposition, shape (propositions, width). A score is the chance from 0 to
    1, seen against all propositions of the story, in whatever order they come; it is 0 where another place or another
    day rules it out. Two that share words of one report are no pair.
    """
    order = sorted(range(len(propositions)), key=lambda place: propositions[place].id)
    said = [propositions[place] for place in order]
    if not said:
        return []
    prepared = [Compared.of(each) for each in said]
    told = Seen(prepared, vectors[order])
    found = []
    for one, other, chance in told.likely():
        first, second = said[one], said[other]
        few = min(len(prepared[one].terms), len(prepared[other].terms)) < FEWEST_TERMS
        if few or overlap(first, second):
            continue
        comparison = compare(prepared[one], prepared[other], told.alike(one, other))
        opposite = first.negated != second.negated
        found.append(
            Match(
                first=first.id,
                second=second.id,
                score=0.0 if apart(comparison) else round(chance, 4),
                relation=Relation.DENIES if opposite else Relation.SAME,
                reasons=(*_outcomes(first, second), *reasons(comparison, opposite=opposite)),
            )
        )
    return found


class Seen:
    """The propositions of a story as the model sees them: rows whose products are its numbers."""

    def __init__(self, prepared: Sequence[Compared], vectors: NDArray[np.float32]) -> None:
        """Take propositions in the order of their ids, with their vectors."""
        said = [each.proposition for each in prepared]
        self._vectors = vectors.astype(np.float32)
        self._centred = _unit(self._vectors - self._vectors.mean(0, dtype=np.float64).astype(np.float32))
        self._words = _weighed([each.terms for each in prepared])
        self._around = _weighed([dict.fromkeys(each.around, 1.0) for each in said])
        self._outcomes = _sets([{each.outcome for each in one.quantities if each.outcome} for one in said])
        self._days = _sets([{time for time in one.times if len(time) >= _DAY} for one in said])
        self._speakers = _sets([{one.speaker} if one.speaker else set() for one in said])
        self._numbers = _sets([{f"{each.low}-{each.high}" for each in one.quantities} for one in said])
        self._counting = np.array([bool(one.quantities) for one in said])

    def alike(self, one: int, other: int) -> float:
        """Return the cosine of two vectors."""
        return float(self._vectors[one] @ self._vectors[other])

    def numbers(self, start: int, stop: int) -> Matrix:
        """Return what the model looks at of some propositions beside all, shape (stop - start, n, features)."""
        rows = slice(start, stop)
        same = self._outcomes[rows] @ self._outcomes.T > 0
        some = np.asarray(self._outcomes.any(axis=1))
        columns = (
            self._vectors[rows] @ self._vectors.T,
            self._centred[rows] @ self._centred.T,
            self._words[rows] @ self._words.T,
            self._days[rows] @ self._days.T > 0,
            self._speakers[rows] @ self._speakers.T > 0,
            same,
            np.outer(some[rows], some) & ~same,
            self._counting[rows, None] != self._counting[None, :],
            self._numbers[rows] @ self._numbers.T > 0,
            self._around[rows] @ self._around.T,
        )
        return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=-1)

    def likely(self) -> Iterator[tuple[int, int, float]]:
        """Yield the pairs that are worth comparing, the smaller first, with their chances."""
        weights = model()
        column = np.array([weights.features[name] for name in FEATURES], dtype=np.float32)
        for start in range(0, len(self._counting), _BLOCK):
            told = self.numbers(start, start + _BLOCK) @ column + weights.bias
            chances = 1 / (1 + np.exp(-told.astype(np.float64)))
            for one, other in np.argwhere(chances >= _SLIGHT).tolist():
                if start + one < other:
                    yield start + one, other, float(chances[one, other])


def _unit(rows: Matrix) -> Matrix:
    """Return rows of length one; what is nothing stays nothing."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _weighed(rows: Sequence[Mapping[str, float]]) -> Matrix:
    """Return weighed words as rows of length one, each word weighed again by how few of all have it."""
    having = collections.Counter(word for each in rows for word in each)
    rarity = {word: math.log((len(rows) + 1) / (count + 0.5)) for word, count in having.items()}
    return _unit(_matrix([{word: weight * rarity[word] for word, weight in each.items()} for each in rows]))


def _sets(sets: Sequence[Collection[str]]) -> Matrix:
    """Return sets as rows of 1 and 0."""
    return _matrix([dict.fromkeys(each, 1.0) for each in sets])


def _matrix(rows: Sequence[Mapping[str, float]]) -> Matrix:
    """Return weighed words as rows, with a column for each word, in the order of the alphabet."""
    words = {word: place for place, word in enumerate(sorted({word for each in rows for word in each}))}
    matrix = np.zeros((len(rows), max(1, len(words))), dtype=np.float32)
    for number, each in enumerate(rows):
        for word, weight in each.items():
            matrix[number, words[word]] = weight
    return matrix


def _outcomes(one: Proposition, other: Proposition) -> tuple[str, ...]:
    """Say which outcome two propositions count."""
    ours, theirs = (
        {amount.outcome for amount in each.quantities if amount.outcome is not None} for each in (one, other)
    )
    return tuple(f"both count who or what is {each}" for each in sorted(ours & theirs))
