"""Where, when and how many, as claims compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.outcomes import outcome
from reportedly.claims.proposition import Amount, Where
from reportedly.ledger.identities import folded
from reportedly.values import PlaceRole, Tally, TimeRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.values import Passage, Place, Quantity, When

_NOT_WHEN = frozenset({TimeRole.AGE, TimeRole.LASTING, TimeRole.REPEATED})


def within(part: Passage, words: Passage) -> bool:
    """Say whether a passage lies in another."""
    return bool(part) and all(any(span.contains(each) for span in words.spans) for each in part.spans)


def places(found: Iterable[Place]) -> tuple[Where, ...]:
    """Return the places that are known; where somebody comes from is not where something happens."""
    known = {
        Where(
            name=each.place.name,
            geonames=each.place.geonames,
            country=each.place.country,
            admin1=each.place.admin1,
            feature=each.place.feature,
            lat=each.place.lat,
            lon=each.place.lon,
            extent_km=each.place.extent_km,
        )
        for each in found
        if each.place is not None and each.role is not PlaceRole.ORIGIN
    }
    return tuple(sorted(known, key=lambda each: (each.name, each.lat, each.lon)))


def times(found: Iterable[When]) -> tuple[str, ...]:
    """Return when it is said to be, in EDTF, as far as it lies on the calendar."""
    return tuple(sorted({each.edtf for each in found if each.edtf is not None and each.role not in _NOT_WHEN}))


def amounts(found: Iterable[Quantity], words: Passage) -> tuple[Amount, ...]:
    """Return how many it is said to be in some words."""
    known = {
        Amount(
            low=each.low,
            high=each.high,
            unit=each.unit,
            counted=(folded(each.of.text).split() or [""])[-1],
            new=each.tally is Tally.NEW,
            outcome=_outcome(each, words),
        )
        for each in found
    }
    return tuple(sorted(known, key=_order))


def _outcome(quantity: Quantity, words: Passage) -> str | None:
    """Return what becomes of what is counted, as far as the words tell."""
    start, end = quantity.words.spans[0].start, quantity.words.spans[-1].end
    around = next(span for span in words.spans if span.start <= start < span.end)
    return outcome(words.within, start, end, around.start, around.end)


def _order(amount: Amount) -> tuple[str, str, float, float, bool, str]:
    """Return what amounts are put in order by; an open end comes first."""
    low, high = (float("-inf") if end is None else end for end in (amount.low, amount.high))
    return amount.counted, amount.unit or "", low, high, amount.new, amount.outcome or ""
