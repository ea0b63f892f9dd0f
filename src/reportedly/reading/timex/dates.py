"""Dates that stand in the calendar: "10 May 2023", "early October", "the spring of 480 BC", "the 1990s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.timex import choosing
from reportedly.reading.timex.calendar import SEASONS, Point, Unit, is_day
from reportedly.reading.timex.eras import year_of
from reportedly.reading.timex.holidays import on
from reportedly.reading.timex.meaning import Meaning, Part, dated, unplaced
from reportedly.reading.timex.patterns import Rule
from reportedly.reading.timex.vocabulary import vocabulary
from reportedly.values import TimeType

if TYPE_CHECKING:
    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

_WRITTEN = "as it is written"
_SHORT_YEAR = 69
"""Two digits up to this are of the years from 2000 on (POSIX, strptime %y)."""
_AHEAD = 10
"""Years that two digits may lie ahead: in 2023 "'30" is 2030, "'99" is 1999."""
_CENTURY = 100
_PLURAL = re.compile(r"[^s]s\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d:\d\d)(?::\d\d)?(z|[+-]\d\d:?\d\d)?)?")


def _iso(found: Found, _: Context) -> list[Part] | None:
    """Read "2023-08-12" and "2023-08-12T14:00Z"."""
    parts = _ISO.fullmatch(found.lexemes[0].low)
    if parts is None:
        return None
    year, month, day = int(parts[1]), int(parts[2]), int(parts[3])
    if not is_day(year, month, day):
        return None
    clock = f"T{parts[4]}{(parts[5] or '').upper()}" if parts[4] else ""
    return _one(found, dated(Point(Unit.DAY, year, month, day), _WRITTEN, clock=clock))


def _slashed(found: Found, _: Context) -> list[Part] | None:
    """Read "12/08/2023": which is the day is known only where the other cannot be one."""
    numbers = [int(number) for number in re.split(r"[/.]", found.lexemes[0].low)]
    if len(found.lexemes[0].low.replace(".", "/").split("/")[0]) > len("12"):
        year, month, day = numbers
        return _one(found, dated(Point(Unit.DAY, year, month, day), _WRITTEN)) if is_day(year, month, day) else None
    first, second, year = numbers
    if year < _CENTURY:
        year += 2000 if year <= _SHORT_YEAR else 1900
    # With points the day comes first, wherever dates are written so.
    readings = {(second, first)} | (set() if "." in found.lexemes[0].low else {(first, second)})
    points = [Point(Unit.DAY, year, month, day) for month, day in readings if is_day(year, month, day)]
    if not points:
        return None
    if len(points) > 1:
        meaning = Meaning(
            type=TimeType.DATE,
            timex=f"{year:04}-XX-XX",
            reason="which of the numbers is the month is not known",
            point=Point(Unit.YEAR, year),
        )
        return _one(found, meaning)
    return _one(found, dated(points[0], _WRITTEN))


def _day(found: Found, context: Context) -> list[Part] | None:
    """Read a day of a month, with or without its year."""
    if found.is_(found.last, "hyphen") and found.is_(found.last + 1, "unit") and not found.has("year"):
        return None
    month = found.number("month")
    day = found.number("nth") if found.has("nth") else found.number("day")
    meaning = _day_of(month, day, found, context)
    return None if meaning is None else _one(found, meaning)


def _days(found: Found, context: Context) -> list[Part] | None:
    """Read two days of one month: "28 and 29 August", "March 5-9, 1918"."""
    month = found.number("month")
    places = [place for place in range(found.first, found.last) if found.is_(place, "day") or found.is_(place, "nth")]
    first, second = places[0], places[-1]
    days = [found.part(place, place + 1) for place in (first, second)]
    meanings = [
        _day_of(month, day.number("nth") if day.has("nth") else day.number("day"), found, context) for day in days
    ]
    if meanings[0] is None or meanings[1] is None:
        return None
    start = second - 1 if found.is_(second - 1, "the") else second
    return [Part(found.first, first + 1, meanings[0]), Part(start, found.last, meanings[1])]


def _day_of(month: int, day: int, found: Found, context: Context) -> Meaning | None:
    """Return the meaning of a day of a month."""
    year, reason = year_of(found, context)
    if year is None:
        return choosing.month_day(month, day, found, context)
    if not is_day(year, month, day):
        return None
    return dated(Point(Unit.DAY, year, month, day), reason)


def _month(found: Found, context: Context) -> list[Part] | None:
    """Read a month; a word that is also a name only behind what stands before times."""
    number = found.number("month")
    year, reason = year_of(found, context)
    if year is not None:
        return _one(found, dated(Point(Unit.MONTH, year, number), reason))
    if found.lexemes[-1].low in vocabulary().filters["doubtful"] and found.last - found.first == 1:
        before = found.low(found.first - 1)
        if before not in vocabulary().filters["before_time"] or (before == "," and context.pos_after(found) != "PUNCT"):
            return None
    return _one(found, choosing.month(number, found, context))


def _season(found: Found, context: Context) -> list[Part] | None:
    """Read a season."""
    name = found.word("season")
    number = SEASONS.index(name) + 1
    low = found.low(found.where("season"))
    year, reason = year_of(found, context)
    if year is not None:
        return _one(found, dated(Point(Unit.SEASON, year, number), reason))
    if low in {"fall", "spring"} and not _is_season(found, context):
        return None
    return _one(found, choosing.season(name, number, found, context))


def _is_season(found: Found, context: Context) -> bool:
    """Say whether "fall" or "spring" is the season: behind "in the", and not "the fall of"."""
    before = found.low(found.first - 1)
    noun = context.pos(found, found.where("season")) in {"NOUN", "PROPN"}
    if found.low(found.where("season")) == "spring" and found.scan.text[found.lexemes[-1].start].isupper():
        return noun
    behind = found.has("the") or found.has("early") or before in {"this", "last", "next", "in", "since", "by", "each"}
    return noun and behind and not found.is_(found.last, "of") and before in vocabulary().filters["before_time"]


def _year(found: Found, context: Context) -> list[Part] | None:
    """Read a year by itself, where it is one."""
    number = found.number("year")
    if not (found.last - found.first > 1 or _counts_years(found, context)):
        return None
    return _one(found, dated(Point(Unit.YEAR, number), _WRITTEN))


def _counts_years(found: Found, context: Context) -> bool:
    """Say whether a number of four digits is a year, by what stands around it."""
    before, after = found.low(found.first - 1), found.low(found.last)
    if before in {"$", "€", "£", "¥", "#", "%"} | vocabulary().filters["numbered"] or (
        before in {":", "/", ".", ","} and found.glued(found.first)
    ):
        return False
    if after in {"%", "percent", "$", "€", "£", "°", "/"} or found.is_(found.last, "unit"):
        return False
    if found.is_(found.last, "hyphen") and found.glued(found.last) and not found.is_(found.last + 1, "year"):
        return found.low(found.last + 1) in {"era", "style", "model", "present"} or found.is_(found.last + 1, "two")
    if found.is_(found.first - 1, "hyphen") and found.glued(found.first) and not found.is_(found.first - 2, "year"):
        return False
    place = found.last
    noun = context.pos_after(found)
    counted = noun in {"NOUN", "ADJ"} and (
        found.low(place) in vocabulary().filters["counted"] or (_PLURAL.search(found.low(place)) is not None)
    )
    if before in vocabulary().filters["before_year"]:
        return not (counted and before in {"for", "of", "or", "and", "by", "from", "to", "than", "with"})
    return not counted and noun != "NUM"


def _short_year(found: Found, context: Context) -> list[Part] | None:
    """Read "'99", by the century of the last date or the publication."""
    number = found.number("two")
    if not found.glued(found.last - 1) or found.low(found.first - 1) not in vocabulary().filters["before_year"]:
        return None
    origin = context.seen
    if origin is None:
        return None
    century = origin.year // _CENTURY * _CENTURY
    year = century + number
    if year > origin.year + _AHEAD:
        year -= _CENTURY
    return _one(found, dated(Point(Unit.YEAR, year), "two digits of the year"))


def _year_span(found: Found, _: Context) -> list[Part] | None:
    """Read "1914-18"."""
    first, second = found.number("year"), found.number("two")
    if not (found.glued(found.first + 1) and found.glued(found.first + 2)) or first % _CENTURY >= second:
        return None
    begin, end = Point(Unit.YEAR, first), Point(Unit.YEAR, first // _CENTURY * _CENTURY + second)
    return [
        Part(found.first, found.first + 1, dated(begin, _WRITTEN)),
        Part(found.last - 1, found.last, dated(end, _WRITTEN)),
    ]


def _this_year(found: Found, context: Context) -> list[Part] | None:
    """Read "the end of the year", "later in the month"."""
    origin = context.told if context.narrative else context.seen
    if found.word("unit") == "D" and context.day is not None and context.day.unit is Unit.DAY:
        return _one(found, dated(context.day, "the day that is spoken of"))
    if found.word("unit") not in {"Y", "M"}:
        return None
    if origin is None:
        return _one(found, unplaced("PRESENT_REF", "no date is known to which it belongs"))
    unit = Unit.YEAR if found.word("unit") == "Y" else Unit.MONTH
    if unit is Unit.MONTH and origin.unit not in {Unit.DAY, Unit.MONTH}:
        return None
    point = Point(unit, origin.year, origin.part if unit is Unit.MONTH else 0)
    return _one(found, dated(point, f"the {unit} of {context.origin}"))


def _month_number(found: Found, context: Context) -> list[Part] | None:
    """Read "the 13th" behind "on", where the month is known."""
    origin = context.told
    if (
        origin is None
        or origin.unit not in {Unit.DAY, Unit.MONTH}
        or context.pos_after(found) in {"NOUN", "ADJ", "PROPN"}
    ):
        return None
    if found.low(found.first - 1) not in {"on", "until", "by", "since"}:
        return None
    day = found.number("nth")
    if not is_day(origin.year, origin.part, day):
        return None
    return _one(found, dated(Point(Unit.DAY, origin.year, origin.part, day), f"of the month of {context.told_origin}"))


def _holiday(found: Found, context: Context) -> list[Part] | None:
    """Read a holiday that a rule fixes."""
    rule = found.word("holiday")
    year, reason = year_of(found, context)
    origin = context.seen
    if year is not None:
        day = on(rule, year)
        return None if day is None else _one(found, dated(day, reason))
    if origin is None:
        return _one(found, unplaced("XXXX-XX-XX", "no year is known"))
    return _one(found, choosing.recurring_holiday(rule, found, context))


def _one(found: Found, meaning: Meaning) -> list[Part]:
    """Return a whole match with its meaning."""
    return [Part(found.first, found.last, meaning)]


RULES = (
    Rule("ISO date", "iso", _iso),
    Rule("slashes", "slashed", _slashed),
    Rule("two days", "WEEKDAY? the? DAY RANGE the? DAY of? MONTH OFYEAR?", _days),
    Rule("two days, month first", "WEEKDAY? MONTH the? DAY RANGE DAY OFYEAR?", _days),
    Rule("day and month", "FUZZY? WEEKDAY? the? DAY hyphen? of? MONTH OFYEAR?", _day),
    Rule("month and day", "FUZZY? WEEKDAY? MONTH the? DAY OFYEAR?", _day),
    Rule("month of a year", "FUZZY? MONTH OFYEAR", _month),
    Rule("season of a year", "FUZZY? the? early? season OFYEAR", _season),
    Rule("year and season", "FUZZY? year season", _season),
    Rule("holiday", "holiday OFYEAR?", _holiday),
    Rule("years", "year hyphen two", _year_span),
    Rule("year", "FUZZY? (the? the_year)? year", _year),
    Rule("short year", "apostrophe two", _short_year),
    Rule("month", "FUZZY? MONTH", _month),
    Rule("season", "FUZZY? the? season", _season),
    Rule("of the year", "EDGE unit", _this_year),
    Rule("late in the year", "the? early (in | on) the unit", _this_year),
    Rule("day of the month", "the nth", _month_number),
)
