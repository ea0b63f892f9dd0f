"""Which origins of a claim are one, which may be, and to which of them a report leads that does not say how it knows.

Reports call one person by a name, by an office, by "he", and in two spellings. Rules find who is surely one; what they
leave is weighed here, pair by pair, by three logistic regressions over the numbers of `sides`. Their weights are in
`coinciding.json`, made by `training/train_origins.py` from invented stories whose origins are known.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib.resources
import math
from typing import TYPE_CHECKING

import msgspec

from reportedly.claims.linking import average_link
from reportedly.claims.sides import Beside, are_two, called, may_be

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.sides import Side

FILE = "coinciding.json"
_TELLING = 0.3
"""What a feature adds to the logarithm of the odds from which on it is told as a reason."""
_MOST_REASONS = 3
_WORDS = {
    "names alike": "their names are alike",
    "role same": "they have one role",
    "role in words": "the one is called what the other is",
    "words shared": "they are called by the same words",
    "same report": "one report quotes both",
    "pronoun": "one is only called by a pronoun",
    "two documents": "both are documents",
    "document of a person": "the one is a document, and the other may be its author",
    "document of a body": "the one is a document, and the other may have issued it",
    "body and person": "the one may speak for the other",
    "value same": "they give the same number",
    "said alike": "they say it in much the same words",
    "same occasion": "their reports are of one occasion",
    "same document": "their reports rest on one document",
    "one has it from the other": "one report has it from the other",
    "named there": "the report that does not name the one names the other",
    "may be": "nothing tells them apart",
    "affiliation same": "they are of one body",
    "same publisher": "one outlet quotes both",
    "source named": "the report speaks of them",
    "outlet named": "the report names who has it from them",
    "cites": "the report cites who has it from them",
    "beside": "their reports stand side by side",
    "later": "it appeared later",
    "only one": "nobody else is known to know it",
}
"""What a feature means, in words for people."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression: a weight for each feature by its name, what is added, and the chance that is enough."""

    features: dict[str, float]
    bias: float
    threshold: float

    def chance(self, numbers: Mapping[str, float]) -> float:
        """Return the chance from 0 to 1."""
        return 1 / (1 + math.exp(-math.fsum([self.bias, *(self.features[name] * numbers[name] for name in numbers)])))

    def reasons(self, numbers: Mapping[str, float]) -> str:
        """Return what speaks most for it, in words."""
        told = [(self.features[name] * number, name) for name, number in numbers.items() if name in _WORDS]
        best = sorted((each for each in told if each[0] >= _TELLING), reverse=True)[:_MOST_REASONS]
        return " and ".join(_WORDS[name] for _, name in best) or "all in all"


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells that two origins are one, that they may be, and that a report leads to an origin."""

    version: str
    same: Weights
    may: Weights
    leads: Weights


@functools.cache
def model() -> Model:
    """Return the packaged model."""
    raw = importlib.resources.files("reportedly.claims").joinpath(FILE).read_bytes()
    return msgspec.json.decode(raw, type=Model)


@dataclasses.dataclass(frozen=True, slots=True)
class Coinciding:
    """What became of the origins of a claim, by their places: who is one, who may be, and where the silent ones lead.

    `groups` are the origins that are somebody, those that are one together; `one` are pairs of groups, by their places,
    that may be one; `led` are the silent reports that lead to a group. Each pair has its reason.
    """

    groups: tuple[tuple[int, ...], ...]
    joined: dict[int, str]
    one: tuple[tuple[int, int, str], ...]
    led: dict[int, tuple[int, str]]


class Coincidences:
    """Finds which origins are one in a story."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        edges: Sequence[Edge],
        apart: Callable[[Side, Side], bool],
        weights: Model | None = None,
    ) -> None:
        """Take the reports of a story by their ids, how they came by one another, and who was decided to be two."""
        self._beside = Beside(entries, edges)
        self._apart = apart
        self._model = weights or model()

    def of(self, sides: Sequence[Side]) -> Coinciding:
        """Return what becomes of the origins of a claim; those without a leader are silent reports."""
        known = [place for place, side in enumerate(sides) if side.leader is not None]
        pairs = {
            (one, other): self._beside.same(sides[one], sides[other]) for one in known for other in known if one < other
        }
        apart = {
            pair for pair in pairs if any(two(*(sides[place] for place in pair)) for two in (are_two, self._apart))
        }
        groups = self._groups(known, pairs, apart)
        joined = {other: self._model.same.reasons(pairs[group[0], other]) for group in groups for other in group[1:]}
        return Coinciding(groups, joined, self._one(sides, groups, pairs, apart), self._led(sides, groups))

    def _groups(
        self, known: Sequence[int], pairs: Mapping[tuple[int, int], Mapping[str, float]], apart: set[tuple[int, int]]
    ) -> tuple[tuple[int, ...], ...]:
        """Return the origins in groups that are one, by average link, in the order of their first."""
        same = self._model.same
        scores = {(_id(one), _id(other)): same.chance(numbers) for (one, other), numbers in pairs.items()}
        never = [(_id(one), _id(other)) for one, other in sorted(apart)]
        found = average_link([_id(place) for place in known], scores, threshold=same.threshold, never=never)
        return tuple(sorted(tuple(map(int, group)) for group in found))

    def _one(
        self,
        sides: Sequence[Side],
        groups: Sequence[Sequence[int]],
        pairs: Mapping[tuple[int, int], Mapping[str, float]],
        apart: set[tuple[int, int]],
    ) -> tuple[tuple[int, int, str], ...]:
        """Return the pairs of groups that may be one: some two of them may."""
        may = self._model.may
        out = []
        for place, group in enumerate(groups):
            for further, others in enumerate(groups[place + 1 :], place + 1):
                between = [(min(one, other), max(one, other)) for one in group for other in others]
                if any(pair in apart for pair in between):
                    continue
                best = max(between, key=lambda pair: may.chance(pairs[pair]))
                if may.chance(pairs[best]) >= may.threshold:
                    shown = " and ".join(repr(called(sides[each])) for each in best)
                    why = may_be(*(sides[each] for each in best)) or f"{shown} may be one: {may.reasons(pairs[best])}"
                    out.append((place, further, why))
        return tuple(out)

    def _led(self, sides: Sequence[Side], groups: Sequence[Sequence[int]]) -> dict[int, tuple[int, str]]:
        """Return where silent reports lead: to the likeliest origin, if it is likely enough."""
        leads = self._model.leads
        out = {}
        for place, side in enumerate(sides):
            if side.leader is not None or not groups:
                continue
            told = [
                (leads.chance(numbers), -number, numbers)
                for number, group in enumerate(groups)
                for one in group
                for numbers in [self._beside.leads(side, sides[one], len(groups))]
            ]
            chance, number, numbers = max(told, key=lambda each: each[:2])
            if chance >= leads.threshold:
                out[place] = (-number, leads.reasons(numbers))
        return out


def _id(place: int) -> str:
    """Return a place as `average_link` orders it."""
    return f"{place:06}"
