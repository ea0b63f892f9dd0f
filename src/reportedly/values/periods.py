"""EDTF (ISO 8601-2, level 1) as the first and the last day that it may mean: what a slider over days needs.

A period is as wide as its wording allows, so that nothing is taken away that might be meant: "2023-1X" reaches from
October to December, and what is open at one end has no bound there.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple


class Period(NamedTuple):
    """From the first day to the last, both included; None is open."""

    first: datetime.date | None
    last: datetime.date | None


SEASONS = {
    21: ((3, 1), (6, 21)),
    22: ((6, 1), (9, 23)),
    23: ((9, 1), (12, 21)),
    24: ((12, 1), (3, 20)),
    25: ((3, 1), (6, 21)),
    26: ((6, 1), (9, 23)),
    27: ((9, 1), (12, 21)),
    28: ((12, 1), (3, 20)),
    29: ((9, 1), (12, 21)),
    30: ((12, 1), (3, 20)),
    31: ((3, 1), (6, 21)),
    32: ((6, 1), (9, 23)),
    33: ((1, 1), (3, 31)),
    34: ((4, 1), (6, 30)),
    35: ((7, 1), (9, 30)),
    36: ((10, 1), (12, 31)),
    37: ((1, 1), (4, 30)),
    38: ((5, 1), (8, 31)),
    39: ((9, 1), (12, 31)),
    40: ((1, 1), (6, 30)),
    41: ((7, 1), (12, 31)),
}
"""The first and last day of what stands in place of a month: seasons (21 to 24, then north and south by name),
quarters, thirds and halves of a year.

A season reaches from the first day that meteorologists give it to the last that astronomers do. One that no hemisphere
is named for is taken for a northern one, and a year's winter for the one that begins in its December.
"""

_YEARS = range(datetime.MINYEAR, datetime.MAXYEAR + 1)
_DECEMBER = 12
_LONGEST_MONTH = 31
_MONTHS = range(1, _DECEMBER + 1)
_DATE = re.compile(
    r"(?:Y(?P<long>-?[\dX]{5,})(?:E\d+)?(?:S\d+)?|(?P<year>-?[\dX]{4})(?:S\d+)?)"
    r"(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2})(?:T[\d:.,+Z-]+)?)?)?",
    re.ASCII,
)
_QUALIFIERS = str.maketrans("", "", "?~%")


def period(edtf: str) -> Period | None:
    """Return the first and the last day that a time may mean; None for what is no time of the calendar."""
    parts = edtf.strip().split("/")
    if len(parts) == 1:
        return _date(parts[0])
    if len(parts) > 2:  # noqa: PLR2004 - an interval has two ends
        return None
    ends = [Period(None, None) if part in {"", ".."} else _date(part) for part in parts]
    before, after = ends
    if before is None or after is None or parts in (["", ""], ["..", ".."]):
        return None
    made = Period(before.first, after.last)
    backwards = made.first is not None and made.last is not None and made.last < made.first
    return None if backwards else made


def _date(text: str) -> Period | None:
    """Return the bounds of one date."""
    found = _DATE.fullmatch(text.translate(_QUALIFIERS))
    if not found:
        return None
    years = _year(found["long"] or found["year"])
    month, day = found["month"], found["day"]
    if month is None:
        return _days(years, 1, 1, _DECEMBER, _LONGEST_MONTH)
    if month.isdigit() and int(month) in SEASONS and day is None:
        first, last = SEASONS[int(month)]
        return _days((years[0], years[1] + (last < first)), *first, *last)
    months = _meant(month, _MONTHS)
    if not months:
        return None
    if day is None:
        return _days(years, months[0], 1, months[-1], _LONGEST_MONTH)
    days = _meant(day, range(1, _longest(years, months) + 1))
    return _days(years, months[0], days[0], months[-1], days[-1]) if days else None


def _year(text: str) -> tuple[int, int]:
    """Return the first and the last year that digits may mean, as near as the calendar of Python has them."""
    low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
    low, high = min(low, high), max(low, high)
    return max(min(low, _YEARS[-1]), _YEARS[0]), max(min(high, _YEARS[-1]), _YEARS[0])


def _meant(text: str, among: range) -> list[int]:
    """Return the numbers that two digits may mean, some of them perhaps left open."""
    pattern = re.compile(text.replace("X", r"\d"))
    return [number for number in among if pattern.fullmatch(f"{number:02}")]


def _longest(years: tuple[int, int], months: list[int]) -> int:
    """Return how many days the longest of some months has."""
    if years[0] == years[1]:
        return max(calendar.monthrange(years[0], month)[1] for month in months)
    return max(calendar.monthrange(4, month)[1] for month in months)  # the year 4 is a leap year


def _days(years: tuple[int, int], from_month: int, from_day: int, to_month: int, to_day: int) -> Period:
    """Return a period between two days; a day that its month does not have is the month's last."""
    first, last = years[0], min(years[1], _YEARS[-1])
    begins = datetime.date(first, from_month, min(from_day, calendar.monthrange(first, from_month)[1]))
    ends = datetime.date(last, to_month, min(to_day, calendar.monthrange(last, to_month)[1]))
    return Period(begins, max(begins, ends))  # the calendar ends in a year whose winter does not
