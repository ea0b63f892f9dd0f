"""How two propositions compare, circumstance by circumstance: what they share, and what tells them apart."""

from __future__ import annotations

import collections
import dataclasses
import enum
import math
from typing import TYPE_CHECKING

from reportedly.claims.table import packaged_table
from reportedly.claims.terms import terms
from reportedly.ledger.matching import distance_km
from reportedly.values import Feature
from reportedly.values.periods import period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeVar

    from reportedly.claims.proposition import Amount, Proposition, Where
    from reportedly.values.periods import Period

    Thing = TypeVar("Thing")

_PRECISE_DAYS = 7
"""Days of the longest time that can tell two happenings apart: a month or a year may hold both."""
_NEAR_KM = 50.0
"""Kilometres between the edges of two places that reports of one happening may name: a town and the next, a coast."""
_NEAR_DAYS = 1
"""Days between two times that reports of one happening may name: a night has two, and so have two time zones."""
_WIDE = frozenset({Feature.CONTINENT, Feature.REGION, Feature.WATER})
"""What has no edge that could tell what lies outside it."""


class Kinship(enum.Enum):
    """How the places, the times or the amounts of two propositions stand to one another."""

    UNKNOWN = enum.auto()
    """One of them has none, or none that could tell."""
    SAME = enum.auto()
    AROUND = enum.auto()
    """One lies in the other, or they overlap."""
    ABROAD = enum.auto()
    """Each names another country. Countries act as well as they are places, so that this tells little."""
    APART = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """The kinship of two circumstances, and the wording of either side that tells it; empty where it is unknown."""

    kinship: Kinship = Kinship.UNKNOWN
    first: str = ""
    second: str = ""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A proposition prepared for being compared with many: its terms weighed to length one, names in words, times."""

    proposition: Proposition
    terms: Mapping[str, float]
    names: frozenset[str]
    times: tuple[tuple[str, Period], ...]

    @classmethod
    def of(cls, proposition: Proposition) -> Compared:
        """Prepare a proposition."""
        weight = packaged_table().weight
        counts = collections.Counter(terms(proposition.text))
        raw = {term: (1 + math.log(count)) * weight(term) for term, count in counts.items()}
        norm = math.sqrt(math.fsum(each * each for each in raw.values())) or 1.0
        return cls(
            proposition,
            {term: each / norm for term, each in raw.items()},
            frozenset(word for name in proposition.names for word in name.split()),
            tuple((edtf, days) for edtf in proposition.times if (days := period(edtf)) is not None),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    """What two propositions share and what tells them apart.

    `alike` is the cosine of their vectors, None without them; `words` that of their weighed terms. `shared` are words
    of names that both have; `others` says whether both have names and share none.
    """

    alike: float | None
    words: float
    shared: tuple[str, ...]
    others: bool
    place: Told
    time: Told
    amount: Told
    same_speaker: bool


def compare(one: Compared, other: Compared, alike: float | None) -> Comparison:
    """Compare two propositions; it does not matter which comes first, but for the order of the wordings."""
    first, second = one.proposition, other.proposition
    small, large = sorted((one.terms, other.terms), key=len)
    shared = tuple(sorted(one.names & other.names))
    return Comparison(
        alike=alike,
        words=math.fsum(weight * large[term] for term, weight in small.items() if term in large),
        shared=shared,
        others=bool(one.names and other.names and not shared),
        place=_nearest(first.places, second.places, _places, lambda place: place.name),
        time=_nearest(one.times, other.times, _times, lambda time: time[0]),
        amount=_amounts(first.quantities, second.quantities),
        same_speaker=first.speaker is not None and first.speaker == second.speaker,
    )


def _nearest(
    ours: Sequence[Thing],
    theirs: Sequence[Thing],
    kin: Callable[[Thing, Thing], Kinship],
    shown: Callable[[Thing], str],
) -> Told:
    """Return the closest kinship of any two circumstances; they are apart only where each two are."""
    told = [Told(kin(one, other), shown(one), shown(other)) for one in ours for other in theirs]
    for kinship in (Kinship.SAME, Kinship.AROUND, Kinship.UNKNOWN, Kinship.ABROAD, Kinship.APART):
        found = next((each for each in told if each.kinship is kinship), None)
        if found is None:
            continue
        if kinship in {Kinship.ABROAD, Kinship.APART}:
            return Told(kinship, _listed(map(shown, ours)), _listed(map(shown, theirs)))
        return found if kinship is not Kinship.UNKNOWN else Told()
    return Told()


def _listed(shown: Iterable[str]) -> str:
    """Return wordings in a row."""
    return ", ".join(dict.fromkeys(shown))


def _places(one: Where, other: Where) -> Kinship:
    """Return how two places stand to one another."""
    if (one.geonames, one.name, one.feature) == (other.geonames, other.name, other.feature):
        return Kinship.SAME
    if _holds(one, other) or _holds(other, one):
        return Kinship.AROUND
    if one.feature in _WIDE or other.feature in _WIDE:
        return Kinship.UNKNOWN
    if Feature.COUNTRY in {one.feature, other.feature}:
        return Kinship.ABROAD if one.country and other.country else Kinship.UNKNOWN
    edges = distance_km(one.lat, one.lon, other.lat, other.lon) - one.extent_km - other.extent_km
    return Kinship.APART if edges > _NEAR_KM else Kinship.UNKNOWN


def _holds(outer: Where, inner: Where) -> bool:
    """Say whether a place is the country or the division that another lies in."""
    if outer.country is None or outer.country != inner.country:
        return False
    return outer.feature is Feature.COUNTRY or (outer.feature is Feature.ADMIN1 and outer.name == inner.admin1)


def _times(one: tuple[str, Period], other: tuple[str, Period]) -> Kinship:
    """Return how two times stand to one another."""
    (_, a), (_, b) = one, other
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return Kinship.UNKNOWN
    precise = max((a.last - a.first).days, (b.last - b.first).days) < _PRECISE_DAYS
    if a == b:
        return Kinship.SAME if precise else Kinship.AROUND
    between = max((b.first - a.last).days, (a.first - b.last).days)
    if between <= 0:
        return Kinship.AROUND
    return Kinship.APART if precise and between > _NEAR_DAYS else Kinship.UNKNOWN


def _amounts(ours: Sequence[Amount], theirs: Sequence[Amount]) -> Told:
    """Return how the amounts of one thing stand to one another: those that are nearest. Differing ones tell nothing."""
    told = [
        Told(_amount(one, other), _shown(one), _shown(other))
        for one in ours
        for other in theirs
        if one.counted == other.counted and one.unit == other.unit and (one.counted or one.unit)
    ]
    order = (Kinship.SAME, Kinship.AROUND, Kinship.APART)
    return min(told, key=lambda each: order.index(each.kinship), default=Told())


def _amount(one: Amount, other: Amount) -> Kinship:
    """Return how two amounts of one thing stand to one another."""
    if (one.low, one.high) == (other.low, other.high):
        return Kinship.SAME
    low = max(-math.inf if end is None else end for end in (one.low, other.low))
    high = min(math.inf if end is None else end for end in (one.high, other.high))
    return Kinship.AROUND if low <= high else Kinship.APART


def _shown(amount: Amount) -> str:
    """Return an amount in words."""
    low, high = (f"{end:g}" if end is not None else None for end in (amount.low, amount.high))
    if low == high:
        number = low or "some"
    elif low is None or high is None:
        number = f"up to {high}" if low is None else f"{low} or more"
    else:
        number = f"{low} to {high}"
    return " ".join(part for part in (number, amount.unit, amount.counted) if part)
