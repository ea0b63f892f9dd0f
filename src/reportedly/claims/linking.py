"""Clusters of what is alike in pairs: by average link, and by connection.

Average link is the method of Sokal and Michener (A statistical method for evaluating systematic relationships, 1958):
always the two groups are joined whose members are most alike on average over all pairs of them. One strong pair between
two groups does not join them, which is what keeps apart two events that are told in the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Pair = tuple[str, str]
    Group = tuple[str, ...]
    Averages = np.ndarray[tuple[int, int], np.dtype[np.float64]]

_APART = -np.inf
"""The likeness of what may never be joined: every average with it stays what it is."""


def average_link(
    items: Sequence[str],
    scores: Mapping[Pair, float],
    *,
    threshold: float,
    must: Iterable[Pair] = (),
    never: Iterable[Pair] = (),
) -> list[Group]:
    """Return the groups of items: those are joined that are alike on average by at least the threshold.

    A pair without a score counts as 0; (a, b) and (b, a) are one pair, of which the larger score counts. Pairs that
    `must` be together are joined first, whatever their scores. Pairs that may `never` be together keep apart the groups
    that they are in, but for those that `must` has put into one. Pairs with what is not among the items are left out.

    Groups and their members are ordered by id. Nothing depends on the order of the items or of the pairs: of equal
    averages the one of the smaller ids is joined first. Takes 8 bytes for each two items of a connected component.
    Raises ValueError where the threshold is not above 0.
    """
    if not threshold > 0:
        msg = f"a threshold of likeness is above 0, not {threshold}"
        raise ValueError(msg)
    known = set(items)
    alike = {pair: score for pair, score in scores.items() if score > 0 and known.issuperset(pair)}
    together = [pair for pair in must if known.issuperset(pair)]
    apart = [pair for pair in never if known.issuperset(pair)]
    whole = components(items, [*alike, *together])
    part = {item: number for number, component in enumerate(whole) for item in component}
    alike_in: list[dict[Pair, float]] = [{} for _ in whole]
    together_in: list[list[Pair]] = [[] for _ in whole]
    apart_in: list[list[Pair]] = [[] for _ in whole]
    for pair, score in alike.items():
        alike_in[part[pair[0]]][pair] = score
    for pair in together:
        together_in[part[pair[0]]].append(pair)
    for pair in apart:
        if part[pair[0]] == part[pair[1]]:
            apart_in[part[pair[0]]].append(pair)
    groups = [
        group
        for number, component in enumerate(whole)
        for group in _within(component, alike_in[number], threshold, together_in[number], apart_in[number])
    ]
    return sorted(groups)


def components(items: Iterable[str], pairs: Iterable[Pair]) -> list[Group]:
    """Return the connected components of items under pairs, each ordered by id, and ordered by their first ids.

    Pairs with what is not among the items are left out.
    """
    above = {item: item for item in sorted(set(items))}

    def root(item: str) -> str:
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    for one, other in pairs:
        if one in above and other in above:
            first, second = sorted((root(one), root(other)))
            above[second] = first
    found: dict[str, list[str]] = {}
    for item in above:
        found.setdefault(root(item), []).append(item)
    return [tuple(members) for members in found.values()]


def _within(
    component: Group, scores: Mapping[Pair, float], threshold: float, must: Sequence[Pair], never: Sequence[Pair]
) -> list[Group]:
    """Return the groups of one component."""
    if len(component) == 1:
        return [component]
    groups = [list(group) for group in components(component, must)]
    averages = _averages(groups, scores, never)
    for kept, gone in _joins(averages, np.array([len(group) for group in groups], dtype=np.float64), threshold):
        groups[kept] += groups[gone]
        groups[gone] = []
    return [tuple(sorted(group)) for group in groups if group]


def _averages(groups: Sequence[Sequence[str]], scores: Mapping[Pair, float], never: Sequence[Pair]) -> Averages:
    """Return how alike each two groups are on average, symmetric; a group is never alike itself."""
    home = {item: number for number, group in enumerate(groups) for item in group}
    averages: Averages = np.zeros((len(groups), len(groups)))
    for one, other in sorted(scores):  # sums of floats depend on their order
        if home[one] != home[other] and (one < other or (other, one) not in scores):
            score = max(scores[one, other], scores.get((other, one), 0.0))
            averages[home[one], home[other]] += score
            averages[home[other], home[one]] += score
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    averages /= np.outer(sizes, sizes)
    for one, other in never:
        averages[home[one], home[other]] = averages[home[other], home[one]] = _APART
    np.fill_diagonal(averages, _APART)
    return averages


def _joins(
    averages: Averages, sizes: np.ndarray[tuple[int], np.dtype[np.float64]], threshold: float
) -> list[tuple[int, int]]:
    """Return which groups are joined, in their order, as (the one that stays, the one that goes into it).

    Writes over the averages and the sizes. Each group's nearest is kept, so that a join costs one row and not all.
    """
    joins = []
    nearest = averages.argmax(axis=1)
    best = averages[np.arange(len(sizes)), nearest]
    while best[kept := int(best.argmax())] >= threshold:
        gone = int(nearest[kept])
        joins.append((kept, gone))
        row = (averages[kept] * sizes[kept] + averages[gone] * sizes[gone]) / (sizes[kept] + sizes[gone])
        row[[kept, gone]] = _APART
        averages[kept] = averages[:, kept] = row
        averages[gone] = averages[:, gone] = _APART
        sizes[kept] += sizes[gone]
        stale = (nearest == kept) | (nearest == gone)
        stale[[kept, gone]] = True
        nearest[stale] = averages[stale].argmax(axis=1)
        closer = (row > best) | ((row == best) & (kept < nearest))
        nearest[closer] = kept
        stale |= closer
        best[stale] = averages[stale, nearest[stale]]
    return joins
