"""Holidays that a rule fixes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.timex.calendar import Point, Unit, is_day
from reportedly.reading.timex.holidays import on
from reportedly.reading.timex.vocabulary import vocabulary

RULES = sorted({str(values["holiday"]) for values in vocabulary().kinds.values() if "holiday" in values})


@pytest.mark.parametrize(
    ("name", "year", "month", "day"),
    [
        ("christmas", 2023, 12, 25),
        ("thanksgiving", 2023, 11, 23),
        ("memorial day", 2023, 5, 29),
        ("labor day", 2023, 9, 4),
        ("good friday", 2023, 4, 7),
        ("whit monday", 2023, 5, 29),
    ],
)
def test_holidays_fall_on_their_days(name: str, year: int, month: int, day: int) -> None:
    """A holiday is a day of the month, a weekday of the month, or so far from Easter."""
    rule = str(vocabulary().kinds[name]["holiday"])
    assert on(rule, year) == Point(Unit.DAY, year, month, day)


@given(rule=st.sampled_from(RULES), year=st.integers(-3000, 12000))
def test_every_rule_gives_a_day_or_none(rule: str, year: int) -> None:
    """Each listed rule gives a day that the calendar has, or nothing where it does not reach."""
    point = on(rule, year)
    assert point is None or is_day(point.year, point.part, point.day)
