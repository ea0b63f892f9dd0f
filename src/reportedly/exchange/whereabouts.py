"""Where, when and how many in a short line for people: what was read, not how it was worded.

A place is shown as the gazetteer calls it, a time as it lies on the calendar, a count as its interval. Whatever could
not be resolved stands in quotation marks, as the report has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.exchange.visible import one_line
from reportedly.values import Bound, Feature, PlaceRole, QuantityRole, TimeRole, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.values import Candidate, Passage, Place, Quantity, Statement, When

MOST = 6
"""Circumstances of one statement that are shown; the line says how many more there are."""

_LEADING = {
    PlaceRole.FROM: "from ",
    PlaceRole.TO: "to ",
    PlaceRole.THROUGH: "through ",
    PlaceRole.TARGET: "target ",
}
_SINCE = {
    TimeRole.SINCE: "since ",
    TimeRole.UNTIL: "until ",
    TimeRole.BEFORE: "before ",
    TimeRole.AFTER: "after ",
    TimeRole.AS_OF: "as of ",
}
_SIGNS = {
    Bound.EXACTLY: "",
    Bound.ABOUT: "~",
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: "≥",
    Bound.LESS_THAN: "<",
    Bound.AT_MOST: "≤",
}


def circumstances(statement: Statement, inner: Iterable[Statement] = ()) -> list[str]:
    """Return what a statement's content says of where, when and how many, each once and in the text's order.

    What stands in the content of an inner statement is shown there, and not here.
    """
    taken = [span for one in inner for span in one.content.spans]
    found: list[tuple[int, str]] = []
    for words, shown in _shown(statement):
        span = words.spans[0]
        own = any(piece.contains(span) for piece in statement.content.spans)
        if shown and own and not any(piece.contains(span) for piece in taken):
            found.append((span.start, shown))
    told = list(dict.fromkeys(shown for _, shown in sorted(found)))
    return told if len(told) <= MOST else [*told[:MOST], f"and {len(told) - MOST} more"]


def _shown(statement: Statement) -> Iterator[tuple[Passage, str]]:
    """Give the words of every circumstance, and how it is shown."""
    for place in statement.places:
        if place.role is not PlaceRole.ORIGIN:
            yield place.words, shown_place(place)
    counted = [quantity.words.spans[0] for quantity in statement.quantities]
    for when in statement.times:
        rate = any(span.contains(when.words.spans[0]) for span in counted)  # the hour of "210 kilometres per hour"
        if when.role is not TimeRole.AGE and not rate:
            yield when.words, shown_time(when)
    for quantity in statement.quantities:
        if quantity.role is not QuantityRole.AGE:
            yield quantity.words, shown_quantity(quantity)


def shown_place(place: Place) -> str:
    """Return a place with what it is to what is said: "from Oslo, NO"."""
    leading = _LEADING.get(place.role, "") if place.role else ""
    if place.place is None:
        return f"{leading}“{one_line(place.words.text)}”"
    part = f" ({one_line(place.part.text)})" if place.part else ""
    return leading + called(place.place) + part


def called(place: Candidate) -> str:
    """Return what a place is called, with what tells it from others of its name."""
    around = [place.admin1] if place.feature in {Feature.CITY, Feature.ADMIN2} and place.admin1 != place.name else []
    country = [place.country] if place.feature is not Feature.COUNTRY else []
    return ", ".join(one_line(each) for each in (place.name, *around, *country) if each)


def shown_time(when: When) -> str:
    """Return a time as it lies on the calendar, or as it is worded where it lies nowhere on it."""
    leading = _SINCE.get(when.role, "") if when.role else ""
    if when.edtf is None or when.type in {TimeType.DURATION, TimeType.SET}:
        return f"“{one_line(when.words.text)}”"
    return leading + (when.edtf.strip("./") if leading else when.edtf)


def shown_quantity(quantity: Quantity) -> str:
    """Return a count as its interval with what is counted; any other quantity as it is worded."""
    words = one_line(quantity.words.text)
    if quantity.role not in {QuantityRole.COUNT, QuantityRole.PART} or not quantity.of:
        return words
    of = f" {one_line(quantity.of.text)}"
    if quantity.bound is Bound.BETWEEN and quantity.low is not None and quantity.high is not None:
        return f"{number(quantity.low)}–{number(quantity.high)}{of}"
    known = next((each for each in (quantity.value, quantity.low, quantity.high) if each is not None), None)
    if known is None:
        return words
    shown = f"{_SIGNS.get(quantity.bound, '')}{number(known)}{of}"
    return shown if quantity.value is not None else f"{shown} (“{words}”)"


def number(value: float) -> str:
    """Return a number with commas between thousands, and no decimal places that it does not need."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
