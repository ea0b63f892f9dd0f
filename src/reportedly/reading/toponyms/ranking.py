"""Resolve the names of a report together: each pass weighs every place with what the pass before made of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reportedly.reading.toponyms.context import Candidates
from reportedly.reading.toponyms.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.gazetteer import Gazetteer
    from reportedly.reading.toponyms.grouping import Group

MOST_GROUPS = 150
"""Names that are compared with one another at once; a report with more is resolved in parts."""


class Choice(NamedTuple):
    """The places of one name from the likeliest on: their indices, their chances, their features, and the weights.

    `instead` says that the first stands instead of the likeliest, which is about the same place: a "town" that the
    division around it is named for, or a "division" for the town that is called so.
    """

    places: list[int]
    chances: list[float]
    features: NDArray[np.float64]
    weights: NDArray[np.float64]
    instead: str | None = None

    @property
    def none(self) -> float:
        """The chance that it is none of them."""
        return max(0.0, 1.0 - sum(self.chances))


def rank(gazetteer: Gazetteer, groups: Sequence[Group], publisher: int = 0) -> list[Choice | None]:
    """Return for each group the places that it may mean; None where the gazetteer has none."""
    out: list[Choice | None] = [None] * len(groups)
    for begin in range(0, len(groups), MOST_GROUPS):
        part = groups[begin : begin + MOST_GROUPS]
        shifted = [
            one._replace(within=tuple(each - begin for each in one.within if begin <= each < begin + MOST_GROUPS))
            for one in part
        ]
        for number, choice in _ranked(Candidates(gazetteer, shifted, publisher)):
            out[begin + number] = choice
    return out


def _ranked(candidates: Candidates) -> list[tuple[int, Choice]]:
    """Weigh all candidates, and return those of each group in order."""
    if not len(candidates):
        return []
    chances: NDArray[np.float64] | None = None
    features = weights = np.zeros(0)
    for each in WEIGHTS.passes:
        weights, none = np.array(each[:-1]), each[-1]
        features = candidates.features(chances)
        chances = candidates.shares(features @ weights, none)
    if chances is None:
        return []
    out = []
    for position, number in enumerate(candidates.numbers.tolist()):
        own = candidates.members(position)
        order = np.argsort(-chances[own], kind="stable") + own.start
        best = int(order[0])
        town, division = candidates.town_of(best, order), candidates.division_of(best, order)
        instead = division if town is None else town
        own_chances = chances[order]
        if instead is not None:
            order = np.concatenate([[instead], order[order != instead]])
        out.append(
            (
                number,
                Choice(
                    candidates.places[order].tolist(),
                    own_chances.tolist(),
                    features[order],
                    weights,
                    None if instead is None else "division" if town is None else "town",
                ),
            )
        )
    return out
