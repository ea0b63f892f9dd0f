"""How points are written: as values of TIMEX3, and as EDTF (ISO 8601-2:2019, level 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex.calendar import SEASONS, Point, Unit, first_day, last_day
from reportedly.values import TimeRole

if TYPE_CHECKING:
    import datetime

_SPRING = 21
"""The number of spring as a month (EDTF level 1); summer, autumn and winter follow."""
_LONG = {Unit.DECADE: (10, 3), Unit.CENTURY: (100, 2)}
"""How many years they have, and how many digits of the year are theirs."""
_OPEN_BEHIND = frozenset({TimeRole.SINCE, TimeRole.AFTER})
_OPEN_BEFORE = frozenset({TimeRole.UNTIL, TimeRole.BEFORE})
_NAMED = frozenset({Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY})
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MOST = 9999
"""Years of more than four digits are no news."""


def timex(point: Point) -> str:
    """Return the value of TIMEX3 for a point."""
    if point.unit in _LONG:
        size, digits = _LONG[point.unit]
        return f"{'BC' if point.era else ''}{point.year // size:0{digits}}"
    year = f"{point.year:04}" if point.year > 0 else f"BC{1 - point.year:04}"
    ends = {
        Unit.DAY: f"-{point.part:02}-{point.day:02}",
        Unit.MONTH: f"-{point.part:02}",
        Unit.WEEK: f"-W{point.part:02}",
        Unit.WEEKEND: f"-W{point.part:02}-WE",
        Unit.QUARTER: f"-Q{point.part}",
        Unit.HALF: f"-H{point.part}",
        Unit.SEASON: f"-{SEASONS[(point.part or 1) - 1]}" if point.unit is Unit.SEASON else "",
    }
    return year + ends.get(point.unit, "")


def edtf(
    point: Point, role: TimeRole | None = None, *, clock: str = "", approximate: bool = False, uncertain: bool = False
) -> str | None:
    """Return a point as EDTF, with an open end where its role leaves one; None where EDTF has no words for it.

    What EDTF has no name for (weeks, quarters) is the interval of its days or months. `clock` is a time of day that is
    stated to the minute ("T14:00Z").
    """
    if not -_MOST <= point.year <= _MOST:
        return None
    mark = "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""
    if role in _OPEN_BEHIND or role in _OPEN_BEFORE:
        # Whatever is since the 1990s did not begin in 1990 for certain.
        shown_mark = clock or ("~" if point.unit in _LONG and not mark else mark)
        end = _end(point, first_day(point) if role in _OPEN_BEHIND else last_day(point))
        if end is None:
            return None
        return f"{end}{shown_mark}/.." if role in _OPEN_BEHIND else f"../{end}{shown_mark}"
    if point.unit in _NAMED and not point.era:
        return f"{_name(point)}{clock or ('' if point.unit in _LONG else mark)}"
    return _interval(point, mark)


def _interval(point: Point, mark: str) -> str | None:
    """Return a point as the interval of its days, months or years."""
    if point.era:
        size, _ = _LONG[point.unit]
        return f"{_year(1 - point.year - size + 1)}/{_year(1 - max(1, point.year))}"
    first, last = first_day(point), last_day(point)
    if first is None or last is None:
        return None
    length = len("2023-08") if point.unit in {Unit.QUARTER, Unit.HALF} else None
    return f"{first.isoformat()[:length]}{mark}/{last.isoformat()[:length]}{mark}"


def _name(point: Point) -> str:
    """Return the name that EDTF has for a point."""
    year = _year(point.year)
    if point.unit is Unit.DAY:
        return f"{year}-{point.part:02}-{point.day:02}"
    if point.unit in {Unit.MONTH, Unit.SEASON}:
        return f"{year}-{point.part + (_SPRING - 1 if point.unit is Unit.SEASON else 0):02}"
    unsaid = {Unit.DECADE: 1, Unit.CENTURY: 2}.get(point.unit, 0)
    return year[: len(year) - unsaid] + unsaid * "X"


def _year(year: int) -> str:
    """Return a year in four digits, with a sign before Christ."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _end(point: Point, day: datetime.date | None) -> str | None:
    """Return what stands at an end of an interval: the point's own name, or its first or last day's."""
    if point.unit in _NAMED and point.unit not in _LONG:
        return _name(point)
    if day is None:
        return None
    if point.unit in _LONG:
        return _year(day.year)
    return day.isoformat()[: len("2023-08")] if point.unit in {Unit.QUARTER, Unit.HALF} else day.isoformat()


def shown(point: Point) -> str:
    """Return a point for people: "12 August 2023", "August 2023", "480 BC"."""
    year = f"{1 - point.year} BC" if point.year <= 0 else str(point.year)
    if point.unit is Unit.DAY:
        return f"{point.day} {_MONTHS[point.part - 1]} {year}"
    return f"{_MONTHS[point.part - 1]} {year}" if point.unit is Unit.MONTH else timex(point)
