"""How points are written in TIMEX3 and in EDTF."""

from __future__ import annotations

import pytest

from reportedly.reading.timex.calendar import Point, Unit
from reportedly.reading.timex.notation import edtf, shown, timex
from reportedly.values import TimeRole


@pytest.mark.parametrize(
    ("point", "value", "dated", "since", "until"),
    [
        (Point(Unit.DAY, 2023, 8, 12), "2023-08-12", "2023-08-12", "2023-08-12/..", "../2023-08-12"),
        (Point(Unit.MONTH, 2023, 8), "2023-08", "2023-08", "2023-08/..", "../2023-08"),
        (Point(Unit.WEEK, 2023, 32), "2023-W32", "2023-08-07/2023-08-13", "2023-08-07/..", "../2023-08-13"),
        (Point(Unit.WEEKEND, 2023, 32), "2023-W32-WE", "2023-08-12/2023-08-13", "2023-08-12/..", "../2023-08-13"),
        (Point(Unit.QUARTER, 2023, 3), "2023-Q3", "2023-07/2023-09", "2023-07/..", "../2023-09"),
        (Point(Unit.HALF, 2023, 1), "2023-H1", "2023-01/2023-06", "2023-01/..", "../2023-06"),
        (Point(Unit.SEASON, 2023, 1), "2023-SP", "2023-21", "2023-21/..", "../2023-21"),
        (Point(Unit.YEAR, 2023), "2023", "2023", "2023/..", "../2023"),
        (Point(Unit.DECADE, 1990), "199", "199X", "1990~/..", "../1999~"),
        (Point(Unit.CENTURY, 1800), "18", "18XX", "1800~/..", "../1899~"),
        (Point(Unit.YEAR, -240), "BC0241", "-0240", "-0240/..", "../-0240"),
        (Point(Unit.DECADE, 480, era=True), "BC048", "-0488/-0479", None, None),
        (Point(Unit.CENTURY, 300, era=True), "BC03", "-0398/-0299", None, None),
    ],
)
def test_points_are_written(point: Point, value: str, dated: str, since: str | None, until: str | None) -> None:
    """A point has a value of TIMEX3, a place in EDTF, and an open end where its role leaves one."""
    assert timex(point) == value
    assert edtf(point) == dated
    assert edtf(point, TimeRole.SINCE) == edtf(point, TimeRole.AFTER) == since
    assert edtf(point, TimeRole.UNTIL) == edtf(point, TimeRole.BEFORE) == until


def test_marks_say_how_sure_a_date_is() -> None:
    """A guess has a question mark, an approximate date a tilde, and both a percent sign."""
    year = Point(Unit.YEAR, 1990)
    assert edtf(year, approximate=True) == "1990~"
    assert edtf(year, uncertain=True) == "1990?"
    assert edtf(year, approximate=True, uncertain=True) == "1990%"
    assert edtf(Point(Unit.WEEK, 2023, 32), approximate=True) == "2023-08-07~/2023-08-13~"


def test_a_clock_stands_behind_the_day() -> None:
    """A time of day takes the place of any mark, which EDTF has for dates only."""
    day = Point(Unit.DAY, 2023, 8, 12)
    assert edtf(day, clock="T14:00Z", uncertain=True) == "2023-08-12T14:00Z"
    assert edtf(day, TimeRole.SINCE, clock="T14:00") == "2023-08-12T14:00/.."


def test_what_edtf_cannot_write_is_not_written() -> None:
    """Years of five digits and weeks that the calendar does not have are no EDTF."""
    assert edtf(Point(Unit.YEAR, 12000)) is None
    assert edtf(Point(Unit.WEEK, -240, 3)) is None


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (Point(Unit.DAY, 2023, 8, 12), "12 August 2023"),
        (Point(Unit.MONTH, -479, 8), "August 480 BC"),
        (Point(Unit.SEASON, 2023, 2), "2023-SU"),
    ],
)
def test_points_are_shown_to_people(point: Point, words: str) -> None:
    """Days and months are shown as people write them."""
    assert shown(point) == words
