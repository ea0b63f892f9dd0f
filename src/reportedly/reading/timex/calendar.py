"""Points on the calendar, each no finer than its unit, and how to get from one to another.

Years are astronomical: 0 is 1 BC, -240 is 241 BC (ISO 8601-1:2019, 4.2.2).
"""

from __future__ import annotations

import calendar
import datetime
import enum
from typing import NamedTuple

MONTHS = 12
WEEK = 7
_MONTHS_OF = {"quarter": 3, "half": 6, "season": 3}
SEASONS = ("SP", "SU", "FA", "WI")
"""In the order of their EDTF numbers (21 to 24), as the northern hemisphere has them."""


class Unit(enum.StrEnum):
    """How fine a point is."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Point(NamedTuple):
    """A day, or a longer stretch that the calendar names.

    `part` is the number of the month, the week (ISO 8601), the quarter, the half or the season (from 1 for spring)
    within the year. Decades and centuries are known by their first year ("the 1990s": 1990); before Christ they are
    `era` ones, known by the least number that is written for them ("the 480s BC": 480).
    """

    unit: Unit
    year: int
    part: int = 0
    day: int = 0
    era: bool = False


_YEARS_OF = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_PARTS_OF = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.SEASON: 4, Unit.HALF: 2}
"""How many of them a year has."""
_SPRING = 3
"""The month with which spring begins (meteorological seasons)."""


def day_of(date: datetime.date) -> Point:
    """Return a day as a point."""
    return Point(Unit.DAY, date.year, date.month, date.day)


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has such a day."""
    if not 1 <= month <= MONTHS or day < 1:
        return False
    # Before the year 1 the calendar goes on as it is (proleptic); 2000 is a leap year like 0.
    leap = 2000 + year % 400
    return day <= calendar.monthrange(leap, month)[1]


def first_day(point: Point) -> datetime.date | None:
    """Return the first day of a point; None where Python's calendar, or ours, does not reach."""
    year, month, day = point.year, 1, 1
    if point.unit in {Unit.WEEK, Unit.WEEKEND}:
        return _of_week(point.year, point.part, 1 if point.unit is Unit.WEEK else 6)
    if point.unit is Unit.DAY:
        month, day = point.part, point.day
    elif point.unit is Unit.MONTH:
        month = point.part
    elif point.unit is Unit.SEASON:
        month = _SPRING * point.part
    elif point.unit in {Unit.QUARTER, Unit.HALF}:
        month = _MONTHS_OF[point.unit] * (point.part - 1) + 1
    if point.era:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def last_day(point: Point) -> datetime.date | None:
    """Return the last day of a point, as far as Python's calendar reaches."""
    begin = first_day(point)
    if begin is None or point.unit is Unit.DAY:
        return begin
    if point.unit is Unit.WEEK:
        return _later(begin, WEEK - 1)
    if point.unit is Unit.WEEKEND:
        return _later(begin, 1)
    months = _YEARS_OF.get(point.unit, 0) * MONTHS or _MONTHS_OF.get(point.unit, 1)
    year, month = divmod(begin.year * MONTHS + begin.month - 1 + months, MONTHS)
    try:
        return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def around(point: Point, unit: Unit) -> Point | None:
    """Return the point of a unit in which another begins; None where the calendar does not tell."""
    if unit in _YEARS_OF:
        return _years_around(point, unit)
    begin = first_day(point)
    if unit in {Unit.DAY, Unit.WEEK, Unit.WEEKEND}:
        if begin is None:
            return None
        year, week, _ = begin.isocalendar()
        return day_of(begin) if unit is Unit.DAY else Point(unit, year, week)
    if begin is None and point.unit not in {Unit.DAY, Unit.MONTH}:
        return None
    month = begin.month if begin is not None else point.part
    if unit is Unit.SEASON:
        # January and February are in the winter that the year before began.
        return Point(unit, point.year - (month < _SPRING), (month // _SPRING) or len(SEASONS))
    return Point(unit, point.year, month if unit is Unit.MONTH else (month - 1) // _MONTHS_OF[unit] + 1)


def _years_around(point: Point, unit: Unit) -> Point:
    """Return the year, the decade or the century in which a point begins."""
    size = _YEARS_OF[unit]
    if point.era:
        return Point(unit, point.year // size * size, era=unit is not Unit.YEAR)
    if point.year > 0 or unit is Unit.YEAR:
        return Point(unit, point.year // size * size)
    return Point(unit, (1 - point.year) // size * size, era=True)


def shift(point: Point, number: int) -> Point | None:
    """Return the point so many of its own units later (earlier, where less than 0); None off the calendar."""
    years = _YEARS_OF.get(point.unit)
    if years is not None:
        return point._replace(year=point.year + (-years if point.era else years) * number)
    parts = _PARTS_OF.get(point.unit)
    if parts is not None:
        year, part = divmod(point.year * parts + point.part - 1 + number, parts)
        return point._replace(year=year, part=part + 1)
    date = first_day(point)
    moved = None if date is None else _later(date, number * (1 if point.unit is Unit.DAY else WEEK))
    return None if moved is None else around(day_of(moved), point.unit)


def easter(year: int) -> datetime.date:
    """Return Easter Sunday of a year after 1582 (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return datetime.date(year, month, (h - m + r + month + 19) % 32)


def _of_week(year: int, week: int, weekday: int) -> datetime.date | None:
    """Return a day of an ISO week."""
    try:
        return datetime.date.fromisocalendar(year, week, weekday)
    except ValueError:
        return None


def _later(date: datetime.date, days: int) -> datetime.date | None:
    """Return a date some days later."""
    try:
        return date + datetime.timedelta(days=days)
    except OverflowError:
        return None
