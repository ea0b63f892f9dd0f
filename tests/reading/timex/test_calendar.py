"""Points on the calendar, and the way from one to another."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.timex.calendar import Point, Unit, around, day_of, easter, first_day, is_day, last_day, shift

DAYS = st.dates(datetime.date(100, 1, 1), datetime.date(9800, 1, 1)).map(day_of)


@pytest.mark.parametrize(
    ("unit", "point", "first", "last"),
    [
        (Unit.WEEK, Point(Unit.WEEK, 2023, 32), "2023-08-07", "2023-08-13"),
        (Unit.WEEKEND, Point(Unit.WEEKEND, 2023, 32), "2023-08-12", "2023-08-13"),
        (Unit.MONTH, Point(Unit.MONTH, 2023, 8), "2023-08-01", "2023-08-31"),
        (Unit.QUARTER, Point(Unit.QUARTER, 2023, 3), "2023-07-01", "2023-09-30"),
        (Unit.SEASON, Point(Unit.SEASON, 2023, 2), "2023-06-01", "2023-08-31"),
        (Unit.HALF, Point(Unit.HALF, 2023, 2), "2023-07-01", "2023-12-31"),
        (Unit.YEAR, Point(Unit.YEAR, 2023), "2023-01-01", "2023-12-31"),
        (Unit.DECADE, Point(Unit.DECADE, 2020), "2020-01-01", "2029-12-31"),
        (Unit.CENTURY, Point(Unit.CENTURY, 2000), "2000-01-01", "2099-12-31"),
    ],
)
def test_a_day_lies_in_longer_stretches(unit: Unit, point: Point, first: str, last: str) -> None:
    """Every unit has the point around a day, from its first day to its last."""
    assert around(Point(Unit.DAY, 2023, 8, 12), unit) == point
    assert (str(first_day(point)), str(last_day(point))) == (first, last)


@given(day=DAYS, unit=st.sampled_from(Unit))
def test_a_stretch_holds_the_day_it_is_around(day: Point, unit: Unit) -> None:
    """The point around a day begins no later and ends no earlier, but for a weekend."""
    whole = around(day, unit)
    assert whole is not None
    first, date, last = first_day(whole), first_day(day), last_day(whole)
    assert first is not None
    assert date is not None
    assert last is not None
    assert unit is Unit.WEEKEND or first <= date <= last


@given(day=DAYS, unit=st.sampled_from(Unit), number=st.integers(-3, 3))
def test_a_shift_is_undone_by_its_opposite(day: Point, unit: Unit, number: int) -> None:
    """So many units on and as many back lead to where they began."""
    whole = around(day, unit)
    assert whole is not None
    there = shift(whole, number)
    assert there is not None
    assert shift(there, -number) == whole


def test_december_is_in_the_winter_of_its_year_and_january_of_the_last() -> None:
    """A winter is called by the year in which it began."""
    assert around(Point(Unit.MONTH, 2023, 12), Unit.SEASON) == Point(Unit.SEASON, 2023, 4)
    assert around(Point(Unit.MONTH, 2023, 1), Unit.SEASON) == Point(Unit.SEASON, 2022, 4)


def test_before_christ_years_count_down() -> None:
    """A decade after 241 BC is 231 BC, and decades of that era are known by their least number."""
    year = Point(Unit.YEAR, -240)
    assert shift(year, 10) == Point(Unit.YEAR, -230)
    assert around(year, Unit.DECADE) == Point(Unit.DECADE, 240, era=True)
    assert shift(Point(Unit.DECADE, 240, era=True), 1) == Point(Unit.DECADE, 230, era=True)
    assert around(Point(Unit.DAY, -240, 3, 1), Unit.MONTH) == Point(Unit.MONTH, -240, 3)


@pytest.mark.parametrize(
    "point",
    [
        Point(Unit.DAY, -240, 3, 1),
        Point(Unit.WEEK, 20000, 1),
        Point(Unit.DECADE, 480, era=True),
        Point(Unit.DAY, 0, 1, 1),
    ],
)
def test_off_the_calendar_there_are_no_days(point: Point) -> None:
    """Where Python's calendar does not reach, there is no day, and none is guessed."""
    assert first_day(point) is None
    assert last_day(point) is None
    assert around(point, Unit.WEEK) is None


def test_the_calendar_ends() -> None:
    """Beyond its last day there is none."""
    assert shift(Point(Unit.DAY, 9999, 12, 31), 1) is None
    assert last_day(Point(Unit.YEAR, 9999)) is None


@pytest.mark.parametrize(
    ("year", "month", "day", "there"),
    [
        (2024, 2, 29, True),
        (2023, 2, 29, False),
        (2023, 13, 1, False),
        (2023, 4, 31, False),
        (2023, 4, 0, False),
        (-240, 2, 28, True),
    ],
)
def test_days_that_there_are(year: int, month: int, day: int, there: bool) -> None:  # noqa: FBT001 - pytest gives it
    """A day is one of its month, in leap years the 29th of February, too."""
    assert is_day(year, month, day) is there


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2023, "04-09"), (2038, "04-25")]
)
def test_easter(year: int, day: str) -> None:
    """Easter falls on the Sundays that almanacs list."""
    assert str(easter(year)) == f"{year}-{day}"
