"""Holidays that a rule fixes, in the notation of `lexicons/timex.toml`."""

from __future__ import annotations

import calendar
import datetime

from reportedly.reading.timex.calendar import WEEK, Point, Unit, day_of, easter

_GREGORIAN = range(1583, 9999)
"""The years in which Easter is reckoned so."""


def on(rule: str, year: int) -> Point | None:
    """Return the day of a holiday in a year; None where the rule does not reach.

    A rule is "12-25" (month and day), "11:4:4" (month, which of its weekdays, -1 for the last, and the weekday from 1
    for Monday) or "E-2" (days from Easter Sunday).
    """
    if rule.startswith("E"):
        return day_of(easter(year) + datetime.timedelta(days=int(rule[1:]))) if year in _GREGORIAN else None
    if ":" not in rule:
        month, day = (int(part) for part in rule.split("-"))
        return Point(Unit.DAY, year, month, day)
    if year not in _GREGORIAN:
        return None
    month, which, weekday = (int(part) for part in rule.split(":"))
    before, length = calendar.monthrange(year, month)
    first = 1 + (weekday - 1 - before) % WEEK
    days = range(first, length + 1, WEEK)
    return Point(Unit.DAY, year, month, days[which - 1 if which > 0 else which])
