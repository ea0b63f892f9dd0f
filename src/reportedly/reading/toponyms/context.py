"""What speaks for each place that a name may mean: its own weight, how the name is used, and the other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.gazetteer import NameKind, distances_km
from reportedly.values import Feature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.gazetteer import Gazetteer
    from reportedly.reading.toponyms.grouping import Group

    Numbers = NDArray[np.float64]

FEATURES = (
    "inhabitants",
    "most inhabitants",
    "share of inhabitants",
    "capital",
    "country",
    "first-level division",
    "second-level division",
    "other than a town or division",
    "other name",
    "short name",
    "people",
    "abbreviation",
    "called a division and is one",
    "called a town and is one",
    "publisher's country",
    "in the place behind the comma",
    "not in the place behind the comma",
    "its division is named",
    "its country is named",
    "capital of a country that is named",
    "holds other places",
    "share of places in its country",
    "share of places in its division",
    "near others",
    "near another",
)
"""What the model looks at, in the order of its weights; behind them stands the score of `NONE`."""
NONE = "none of them"
"""That a name means no place of the gazetteer: a place too small for it, an invented one, or no place at all."""
OWN = 15
"""How many of them need no other name."""
OTHERS = 3
"""Likeliest places of each other name that are compared with."""
NEAR_KM = 60.0
"""Kilometres at which closeness has fallen to a third; news names the towns around."""
AS_WELL_KNOWN_AS = 1e6
"""Inhabitants of a town that is about as well known as a water or a region of the gazetteer's list."""
LARGEST_OF_ONE_TOWN = 160.0
"""Kilometres of a division's extent up to which a town in it is about the same place."""
PART_OF_DIVISION = 0.2
"""The share of a division's inhabitants that its town has at least."""
_TEN_MILLION = 7.0
_SMOOTH = 1000.0
"""Inhabitants that are added to each place before shares are taken."""


class Candidates:
    """The places that the names of a report may mean, as flat arrays.

    `places` are indices into the gazetteer, `group` the number of the name's group; those of one group stand together,
    from `first[group]` on.
    """

    def __init__(self, gazetteer: Gazetteer, groups: Sequence[Group], publisher: int = 0) -> None:
        """Gather; `publisher` is the number of the country where the publisher is, 0 where that is not known."""
        known = [(number, one.found) for number, one in enumerate(groups) if one.found is not None]
        sizes = [len(found.places) for _, found in known]
        self.numbers = np.array([number for number, _ in known], np.int64)
        self.first = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64) if known else np.zeros(0, np.int64)
        self.group = np.repeat(np.arange(len(known)), sizes)
        empty = np.zeros(0, np.int64)
        self.places = np.concatenate([found.places for _, found in known]) if known else empty
        self.kinds = np.concatenate([found.kinds for _, found in known]) if known else empty
        self._gazetteer, self._groups, self._publisher = gazetteer, groups, publisher
        self._position = {number: place for place, number in enumerate(self.numbers.tolist())}
        self.country = gazetteer.country[self.places].astype(np.int64)
        feature = gazetteer.feature[self.places].astype(np.int64)
        self._is = {each: feature == index for index, each in enumerate(gazetteer.features)}
        own_admin1 = gazetteer.admin1[self.places].astype(np.int64)
        self.admin1 = np.where(self._is[Feature.ADMIN1], self.places, own_admin1)
        self._admin2 = gazetteer.admin2[self.places].astype(np.int64)
        self._state = gazetteer.states[self.country]
        self._called = np.array([groups[number].division for number in self.numbers.tolist()], bool)
        self._own = self._own_features()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.places)

    def shares(self, scores: Numbers, none: float) -> Numbers:
        """Return the chance of each candidate among those of its group and none of them: a softmax of scores."""
        if not len(scores):
            return scores
        top = np.maximum(np.maximum.reduceat(scores, self.first), none)
        grown = np.exp(scores - top[self.group])
        return np.asarray(grown / (np.add.reduceat(grown, self.first) + np.exp(none - top))[self.group])

    def features(self, chances: Numbers | None) -> Numbers:
        """Return the features, shape (candidates, features); those of other names need the chances so far."""
        out = np.zeros((len(self), len(FEATURES)))
        out[:, :OWN] = self._own
        if chances is not None and len(self):
            self._compare(out, chances)
        return out

    def _own_features(self) -> Numbers:
        """Return the features that need no other name."""
        out = np.zeros((len(self), OWN))
        if not len(self):
            return out
        people = self._gazetteer.population[self.places].astype(np.float64)
        listed = ~(
            self._is[Feature.CITY] | self._is[Feature.ADMIN1] | self._is[Feature.ADMIN2] | self._is[Feature.COUNTRY]
        )
        people = np.where(listed, np.maximum(people, AS_WELL_KNOWN_AS), people)
        out[:, 0] = np.log10(people + 1) / _TEN_MILLION
        out[:, 1] = people == np.maximum.reduceat(people, self.first)[self.group]
        out[:, 2] = (people + _SMOOTH) / np.add.reduceat(people + _SMOOTH, self.first)[self.group]
        out[:, 3] = self._gazetteer.capital[self.places]
        towns = self._is[Feature.CITY]
        divisions = self._is[Feature.ADMIN1] | self._is[Feature.ADMIN2]
        out[:, 4] = self._is[Feature.COUNTRY]
        out[:, 5], out[:, 6] = self._is[Feature.ADMIN1], self._is[Feature.ADMIN2]
        out[:, 7] = ~(towns | divisions | self._is[Feature.COUNTRY])
        for column, kind in zip(
            range(8, 12), (NameKind.ALTERNATE, NameKind.SHORT, NameKind.PEOPLE, NameKind.ABBREVIATION), strict=True
        ):
            out[:, column] = self.kinds == kind
        out[:, 12] = self._called[self.group] & divisions
        called = np.array([self._groups[number].town for number in self.numbers.tolist()])
        out[:, 13] = called[self.group] & towns
        out[:, 14] = (self.country == self._publisher) & (self._publisher > 0)
        return out

    def _compare(self, out: Numbers, chances: Numbers) -> None:
        """Fill in the features of other names."""
        likely = self._likeliest(chances)
        weight = chances[likely]
        apart = self.group[:, None] != self.group[likely][None, :]
        weighed = apart * weight[None, :]
        names = max(1, len(self.first) - 1)
        same_country = (self.country[:, None] == self.country[likely][None, :]) & (self.country[:, None] > 0)
        same_admin1 = (self.admin1[:, None] == self.admin1[likely][None, :]) & (self.admin1[:, None] >= 0)
        other = self.places[likely][None, :]
        in_admin = ((self.admin1[:, None] == other) | (self._admin2[:, None] == other)) & (
            self.places[:, None] != other
        )
        in_country = (self._state[:, None] == other) & (self.places[:, None] != other)
        holds = (
            (self.admin1[likely][None, :] == self.places[:, None])
            | (self._admin2[likely][None, :] == self.places[:, None])
            | (self._state[likely][None, :] == self.places[:, None])
        )
        holds &= self.places[:, None] != other
        place = self._gazetteer
        away = distances_km(place.lat[self.places], place.lon[self.places], place.lat[other[0]], place.lon[other[0]])
        close = np.exp(-away / NEAR_KM) * weighed * (self.places[:, None] != other)
        column = {name: index for index, name in enumerate(FEATURES)}
        self._behind_comma(out, chances, column)
        out[:, column["its division is named"]] = (in_admin * weighed).max(1, initial=0.0)
        out[:, column["its country is named"]] = (in_country * weighed).max(1, initial=0.0)
        capital = self._gazetteer.capital[self.places] > 0
        out[:, column["capital of a country that is named"]] = capital * out[:, column["its country is named"]]
        out[:, column["holds other places"]] = (holds * weighed).max(1, initial=0.0)
        out[:, column["share of places in its country"]] = (same_country * weighed).sum(1) / names
        out[:, column["share of places in its division"]] = (same_admin1 * weighed).sum(1) / names
        out[:, column["near others"]] = close.sum(1) / names
        out[:, column["near another"]] = close.max(1, initial=0.0)

    def _behind_comma(self, out: Numbers, chances: Numbers, column: dict[str, int]) -> None:
        """Fill in whether a candidate lies in what stands behind the comma."""
        for position, number in enumerate(self.numbers.tolist()):
            outer = [self._position[each] for each in self._groups[number].within if each in self._position]
            if not outer:
                continue
            own = self.members(position)
            inside = np.zeros(own.stop - own.start)
            for each in outer:
                held = self.places[self.members(each)]
                chance = chances[self.members(each)]
                within = (
                    (self.admin1[own, None] == held)
                    | (self._admin2[own, None] == held)
                    | (self._state[own, None] == held)
                ) & (self.places[own, None] != held)
                inside = np.maximum(inside, (within * chance).sum(1))
            if inside.max() > 0:
                out[own, column["in the place behind the comma"]] = inside
                out[own, column["not in the place behind the comma"]] = 1 - inside

    def town_of(self, division: int, candidates: NDArray[np.int64]) -> int | None:
        """Return the town that a division is named for, where both are called so and no word beside says which.

        It lies in the division, and makes up a good part of it; None where the first is no division.
        """
        if not (self._is[Feature.ADMIN1] | self._is[Feature.ADMIN2])[division] or self._called[self.group[division]]:
            return None
        place = self.places[division]
        if self._gazetteer.extent[place] > LARGEST_OF_ONE_TOWN:
            return None
        least = float(self._gazetteer.population[place]) * PART_OF_DIVISION
        for one in candidates.tolist():
            inside = place in {int(self.admin1[one]), int(self._admin2[one])}
            if self._is[Feature.CITY][one] and inside and self._gazetteer.population[self.places[one]] >= least:
                return int(one)
        return None

    def division_of(self, town: int, candidates: NDArray[np.int64]) -> int | None:
        """Return the division around a town that is called as the town is, where the words beside say it is meant."""
        if not (self._is[Feature.CITY][town] and self._called[self.group[town]]):
            return None
        around = {int(self.admin1[town]), int(self._admin2[town])}
        return next((int(one) for one in candidates.tolist() if int(self.places[one]) in around), None)

    def members(self, position: int) -> slice:
        """Return where the candidates of a group stand, by its position among those with any."""
        last = self.first[position + 1] if position + 1 < len(self.first) else len(self)
        return slice(int(self.first[position]), int(last))

    def _likeliest(self, chances: Numbers) -> NDArray[np.int64]:
        """Return the likeliest candidates of each group."""
        order = np.lexsort((-chances, self.group))
        rank = np.arange(len(order)) - self.first[self.group[order]]
        return order[rank < OTHERS]
