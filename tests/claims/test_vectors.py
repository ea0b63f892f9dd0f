"""Vectors of terms and their likeness."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.vectors import Vector, likenesses

WEIGHTS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.floats(0.1, 9), max_size=12)
NEARLY = 1e-3


@given(WEIGHTS, WEIGHTS)
def test_likeness_is_the_cosine_and_the_same_both_ways(one: dict[str, float], other: dict[str, float]) -> None:
    """Two vectors are as like as their weights say, to the last bit the same whichever is asked."""
    lengths = [math.hypot(*each.values()) for each in (one, other)]
    cosine = sum(one[term] * other.get(term, 0) for term in one) / (math.prod(lengths) or 1)
    first, second = Vector.of(one, most=99), Vector.of(other, most=99)
    assert abs(likenesses(first, [second])[0] - cosine) < NEARLY
    assert likenesses(first, [second])[0] == likenesses(second, [first])[0]


@given(WEIGHTS, st.lists(WEIGHTS, max_size=6))
def test_many_at_once_are_as_one_by_one(one: dict[str, float], others: list[dict[str, float]]) -> None:
    """Likenesses with several vectors, empty ones among them, are those with each."""
    own, all_of_them = Vector.of(one, most=9), [Vector.of(other, most=9) for other in others]
    expected = [likenesses(own, [other])[0] for other in all_of_them]
    assert np.array_equal(likenesses(own, all_of_them), np.array(expected))


def test_the_heaviest_terms_are_kept() -> None:
    """Of too many terms the lightest go, of equal ones the last in the alphabet, and what weighs nothing is no term."""
    kept = Vector.of({"b": 1, "c": 1, "a": 2, "d": 0.5, "e": 0}, most=2)
    assert kept == Vector.of({"a": 2, "b": 1}, most=9)
    assert len(Vector.of({"a": 1, "z": 0}, most=9)) == 1
    assert kept.heaviest(1) == Vector.of({"a": 1}, most=1).heaviest(9)
