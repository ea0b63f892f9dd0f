"""Which propositions say the same, or deny the same: a scored pair model over candidates, with its reasons.

The model is a logistic regression over the numbers of `features`. Its weights are in `matching.json`, made by
`training/train_matching.py`.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import importlib.resources
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from reportedly.claims.candidates import candidates
from reportedly.claims.comparison import Compared, Comparison, compare
from reportedly.claims.features import apart, features
from reportedly.claims.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.claims.proposition import Proposition


FEWEST_TERMS = 3
"""Terms of a proposition at least: "his account" is the same words in every report, and says nothing."""


class Relation(enum.StrEnum):
    """What two propositions of one claim do to one another."""

    SAME = "same"
    """Both say that it is so, or both that it is not."""
    DENIES = "denies"
    """One says that it is so, the other that it is not."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two propositions that may be of one claim, by their ids in order.

    `score` is the chance that they are, from 0 to 1, as the pair model has it from its training pairs; 0 where another
    place or another day rules it out.
    """

    first: str
    second: str
    score: float
    relation: Relation
    reasons: tuple[str, ...]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One logistic regression: a weight for each feature by its name, and what is added."""

    features: dict[str, float]
    bias: float
    across: float
    """The average score from which on headlines of any stories are joined: best by B-cubed on Emergent train."""
    within: float
    """The same for propositions of one story, which are alike to begin with: best by F0.5 of pairs on ECB+ train."""


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pair model with vectors, and that for where there are none."""

    version: str
    with_vectors: Weights
    without_vectors: Weights


@functools.cache
def model() -> Model:
    """Return the packaged pair model."""
    raw = importlib.resources.files("reportedly.claims").joinpath("matching.json").read_bytes()
    return msgspec.json.decode(raw, type=Model)


def threshold(*, vectors: bool, one_story: bool = True) -> float:
    """Return the average score from which on groups of propositions are one claim, with vectors or without.

    It is higher within one story, where everything is about the same, than for headlines of any stories.
    """
    weights = model().with_vectors if vectors else model().without_vectors
    return weights.within if one_story else weights.across


def matches(propositions: Sequence[Proposition], vectors: NDArray[np.float32] | None) -> list[Match]:
    """Return the pairs of propositions of one story that may be of one claim, ordered by their ids.

    `vectors` has a row of length one for each proposition (shape (propositions, width)), or is None. Candidates are the
    nearest of each proposition and those that share a rare name; a pair's score depends on these two alone. Two that
    share words of one report (one in the content of another) are no pair, nor is what has too few words to say a thing.
    """
    prepared = [Compared.of(proposition) for proposition in propositions]
    telling = [len(each.terms) >= FEWEST_TERMS for each in prepared]
    weights = model().with_vectors if vectors is not None else model().without_vectors
    pairs = [
        (one, other)
        for one, other in candidates(prepared, vectors)
        if telling[one] and telling[other] and not overlap(propositions[one], propositions[other])
    ]
    compared = [
        compare(prepared[one], prepared[other], None if vectors is None else float(vectors[one] @ vectors[other]))
        for one, other in pairs
    ]
    scores = score(compared, weights)
    return [
        _match(propositions[one], propositions[other], comparison, chance)
        for (one, other), comparison, chance in zip(pairs, compared, scores, strict=True)
    ]


def score(compared: Sequence[Comparison], weights: Weights) -> list[float]:
    """Return the chance of each comparison to be of one claim."""
    if not compared:
        return []
    numbers = np.array([features(comparison) for comparison in compared])
    told = numbers @ np.array(list(weights.features.values())) + weights.bias
    chances = np.where([apart(comparison) for comparison in compared], 0.0, 1.0 / (1.0 + np.exp(-told)))
    return [float(chance) for chance in chances]


def _match(one: Proposition, other: Proposition, comparison: Comparison, chance: float) -> Match:
    """Make a match of a scored pair."""
    opposite = one.negated != other.negated
    return Match(
        first=one.id,
        second=other.id,
        score=round(chance, 4),
        relation=Relation.DENIES if opposite else Relation.SAME,
        reasons=reasons(comparison, opposite=opposite),
    )


def overlap(one: Proposition, other: Proposition) -> bool:
    """Say whether two propositions share words of one report."""
    return (
        one.report == other.report
        and one.words.within == other.words.within
        and any(ours.overlaps(theirs) for ours in one.spans for theirs in other.spans)
    )
