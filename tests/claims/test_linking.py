"""Clusters by average link and by connection."""

from __future__ import annotations

import itertools
import math
import statistics
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.linking import average_link, components

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Pair = tuple[str, str]

ITEMS = "abcdefgh"
PAIRS = list(itertools.combinations(ITEMS, 2))
THRESHOLD = 0.3
UNTIED = [math.sqrt(n) % 1 for n in range(3, 100) if math.sqrt(n) % 1][: len(PAIRS)]
"""Scores of which no two averages are equal."""
scores = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.1, 0.25, 0.3, 0.5, 0.75, 1.0]))
some_pairs = st.lists(st.sampled_from(PAIRS), max_size=4)


def by_hand(items: Sequence[str], given_scores: Mapping[Pair, float], threshold: float) -> list[tuple[str, ...]]:
    """Cluster as the definition says, averaging over all pairs at each join."""
    groups: list[tuple[str, ...]] = [(item,) for item in items]
    while len(groups) > 1:
        average, one, other = max(
            (statistics.fmean(given_scores[min(a, b), max(a, b)] for a in one for b in other), one, other)
            for one, other in itertools.combinations(groups, 2)
        )
        if average < threshold:
            break
        groups = [group for group in groups if group not in {one, other}] + [tuple(sorted(one + other))]
    return sorted(groups)


def test_one_strong_pair_does_not_join_two_groups() -> None:
    """Two groups stay apart that share one likeness, and are joined where they are alike on average."""
    two = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.8}
    assert average_link("abcd", two, threshold=THRESHOLD) == [("a", "b"), ("c", "d")]
    alike = two | {("a", "c"): 0.4, ("b", "d"): 0.2}
    assert average_link("abcd", alike, threshold=THRESHOLD) == [("a", "b", "c", "d")]


@given(st.permutations(UNTIED), st.floats(0.3, 0.6))
def test_groups_are_those_of_the_definition(values: list[float], threshold: float) -> None:
    """The shortcuts find what averaging over all pairs at each join finds."""
    every = dict(zip(PAIRS, values, strict=True))
    assert average_link(ITEMS, every, threshold=threshold) == by_hand(ITEMS, every, threshold)


@given(scores, some_pairs, some_pairs, st.randoms(use_true_random=False))
def test_no_order_changes_the_groups(
    given_scores: dict[Pair, float], must: list[Pair], never: list[Pair], chance: st.DataObject
) -> None:
    """Items, scores and judgements in any order, and pairs either way around, give the same groups."""
    expected = average_link(ITEMS, given_scores, threshold=THRESHOLD, must=must, never=never)
    items, pairs = list(ITEMS), list(given_scores.items())
    for order in (items, pairs, must, never):
        chance.shuffle(order)  # type: ignore[attr-defined] # what st.randoms draws is a random.Random
    turned = {(other, one): score for (one, other), score in pairs}
    turned_must = [(other, one) for one, other in must]
    assert average_link(items, turned, threshold=THRESHOLD, must=turned_must, never=never) == expected


@given(scores, some_pairs, some_pairs)
def test_judgements_hold(given_scores: dict[Pair, float], must: list[Pair], never: list[Pair]) -> None:
    """What must be together is, and what may never be is not, unless the former has put it into one group."""
    groups = average_link(ITEMS, given_scores, threshold=THRESHOLD, must=must, never=never)
    assert sorted(itertools.chain(*groups)) == list(ITEMS)
    home = {item: group for group in groups for item in group}
    assert all(home[one] == home[other] for one, other in must)
    bound = {item: group for group in components(ITEMS, must) for item in group}
    assert all(home[one] != home[other] for one, other in never if bound[one] != bound[other])


def test_a_pair_that_must_be_together_needs_no_score() -> None:
    """Joined by judgement, two items count as one group in every average."""
    assert average_link("abc", {("a", "c"): 0.5}, threshold=THRESHOLD, must=[("a", "b")]) == [("a", "b"), ("c",)]
    assert average_link("abc", {("a", "c"): 0.6}, threshold=THRESHOLD, must=[("a", "b")]) == [("a", "b", "c")]


def test_of_equal_likeness_the_smaller_ids_are_joined_first() -> None:
    """A tie is broken by ids, and what is exactly at the threshold is joined."""
    tied = {("b", "c"): THRESHOLD, ("a", "b"): THRESHOLD, ("c", "d"): THRESHOLD}
    assert average_link("abcd", tied, threshold=THRESHOLD) == [("a", "b"), ("c", "d")]


def test_both_ways_round_are_one_pair() -> None:
    """Of (a, b) and (b, a) the larger score counts, and what is not among the items counts for nothing."""
    both = {("a", "b"): 0.1, ("b", "a"): 0.4, ("a", "z"): 1.0}
    assert average_link("ab", both, threshold=THRESHOLD, must=[("a", "y")], never=[("b", "x")]) == [("a", "b")]


def test_a_threshold_of_nothing_is_refused() -> None:
    """Where all that has no score would be joined, the caller is told."""
    with pytest.raises(ValueError, match="above 0"):
        average_link("ab", {}, threshold=0)


def test_a_large_component_is_clustered() -> None:
    """Six hundred items in one component come out as the blocks that they are in."""
    items = [f"{n:03}" for n in range(600)]
    near = {(one, other): 0.8 if one[0] == other[0] else 0.1 for one, other in itertools.combinations(items, 2)}
    assert [len(group) for group in average_link(items, near, threshold=0.5)] == [100] * 6


def test_components_are_ordered() -> None:
    """Components come by their first ids, and lone items are components."""
    assert components("dcbae", [("d", "b"), ("e", "b"), ("x", "a")]) == [("a",), ("b", "d", "e"), ("c",)]
