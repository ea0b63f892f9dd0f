"""Times of day: "14:00 GMT", "5 p.m.", "noon", "evening"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex.calendar import Unit, day_of, first_day
from reportedly.reading.timex.context import is_named
from reportedly.reading.timex.meaning import Meaning, Part, dated, unplaced
from reportedly.reading.timex.patterns import Rule
from reportedly.values import TimeType

if TYPE_CHECKING:
    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

_NOON = 12
_HOURS = 24


def _clock(found: Found, context: Context) -> list[Part] | None:
    """Read a time of day to the hour or minute."""
    told = _told(found)
    if told is None:
        return None
    hours, minutes = told
    if found.has("ampm"):
        if hours > _NOON or (hours == 0 and found.number("ampm")):
            return None
        hours = hours % _NOON + found.number("ampm")
    if hours > _HOURS:
        return None
    return _of_day(found, f"T{hours:02}:{minutes:02}{_zone(found)}", context)


def _told(found: Found) -> tuple[int, int] | None:
    """Return the hour and the minute that are written."""
    for kind in ("clock", "hhmm", "pointed", "noon"):
        if found.has(kind):
            hours, _, minutes = found.word(kind)[1:].partition(":")
            return int(hours), int(minutes)
    for kind in ("day", "cardinal"):
        if found.has(kind):
            return found.number(kind), 0
    return None


def _zone(found: Found) -> str:
    """Return the zone, as hours from UTC."""
    if not found.has("zone"):
        return ""
    zone = found.word("zone")
    place = found.where("zone")
    if not found.is_(place + 1, "plus") and not found.is_(place + 1, "hyphen"):
        return zone
    if not found.is_(place + 2, "number") or place + 2 >= found.last:
        return zone
    sign = "+" if found.is_(place + 1, "plus") else "-"
    return f"{sign}{found.part(place + 2, place + 3).number('number'):02}"


def _of_day(found: Found, clock: str, context: Context) -> list[Part]:
    """Return a time of the day that is spoken of: of the last one named, or of the publication."""
    # A time that stands alone, as in a running report, is the publication's.
    alone = not found.low(found.first - 1) and not context.narrative
    origin = context.published if alone else context.day
    if origin is None or origin.unit is not Unit.DAY:
        meaning = unplaced(f"XXXX-XX-XX{clock}", "no day is known", TimeType.TIME, clock)
        return [Part(found.first, found.last, meaning)]
    date = first_day(origin)
    meaning = dated(day_of(date) if date is not None else origin, "of the day that is spoken of", clock=clock)
    return [Part(found.first, found.last, meaning)]


def _part(found: Found, context: Context) -> list[Part] | None:
    """Read "morning", "in the evening", "night"."""
    part, low = found.word("part"), found.lexemes[-1].low
    if is_named(found, context):
        return None
    clock = f"T{part}"
    if low.endswith("s"):
        return None
    if part in {"NI", "DT"}:
        meaning: Meaning = unplaced(f"XXXX-XX-XX{clock}", "of no day in particular", TimeType.TIME, clock)
        return [Part(found.first, found.last, meaning)]
    return _of_day(found, clock, context)


_ZONE = "(zone ((hyphen | plus) number)? | open zone ((hyphen | plus) number)? close)"
RULES = (
    Rule("half day clock", f"circa? (clock | pointed | day | cardinal) ampm {_ZONE}?", _clock),
    Rule("clock", f"circa? clock (hours | oclock)? {_ZONE}?", _clock),
    Rule("clock without mark", f"(hhmm | pointed) (hours? {_ZONE} | hours)", _clock),
    Rule("o'clock", "circa? (day | cardinal) oclock", _clock),
    Rule("noon", "noon", _clock),
)
LATE_RULES = (Rule("part of a day", "(the? early (in | on)?)? the? part", _part),)
