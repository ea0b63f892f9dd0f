"""EDTF as first and last days."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.values.periods import SEASONS, Period, period


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-03-04", "2025-03-04", "2025-03-04"),
        ("2025-03-04T14:00Z", "2025-03-04", "2025-03-04"),
        ("2025-03-04T14:00:30+01:00", "2025-03-04", "2025-03-04"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-1X", "2004-10-01", "2004-12-31"),
        ("2004-02-XX", "2004-02-01", "2004-02-29"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2024-11-0X", "2024-11-01", "2024-11-09"),
        ("2023-21", "2023-03-01", "2023-06-21"),
        ("2023-24", "2023-12-01", "2024-03-20"),
        ("2023-34", "2023-04-01", "2023-06-30"),
        ("2025?", "2025-01-01", "2025-12-31"),
        ("2025-03~", "2025-03-01", "2025-03-31"),
        ("2025-03-04%", "2025-03-04", "2025-03-04"),
        ("2025-03/2025-05", "2025-03-01", "2025-05-31"),
        ("2025-02-28/2025-03-01", "2025-02-28", "2025-03-01"),
        ("2024-08/..", "2024-08-01", None),
        ("2024-08/", "2024-08-01", None),
        ("../2027", None, "2027-12-31"),
        ("/2027", None, "2027-12-31"),
        ("-0044-03", "0001-03-01", "0001-03-31"),
        ("Y170000002", "9999-01-01", "9999-12-31"),
        ("9999-24", "9999-12-01", "9999-12-01"),
    ],
)
def test_bounds_of_a_time(edtf: str, first: str | None, last: str | None) -> None:
    """Each form of EDTF has the first and the last day that it may mean; what is open has none."""
    days = [None if day is None else datetime.date.fromisoformat(day) for day in (first, last)]
    assert period(edtf) == Period(*days)


@pytest.mark.parametrize(
    "edtf",
    ["", "..", "/", "../..", "P3W", "XXXX-WXX-1", "2025-13", "2025-00", "2025-02-30", "2026/2025", "1/2/3", "٢٠٢٥"],
)
def test_what_is_no_time_of_the_calendar_has_no_bounds(edtf: str) -> None:
    """Durations, sets, dates that there are not, and intervals that run backwards."""
    assert period(edtf) is None


@given(st.text("0123456789X-/.?~%TZ:+YE", max_size=24) | st.text())
def test_any_text_raises_nothing(text: str) -> None:
    """Whatever it is given, bounds are in order, or there are none."""
    made = period(text)
    assert made is None or made.first is None or made.last is None or made.first <= made.last


@given(st.dates(), st.sampled_from(["day", "month", "year", "decade", "season"]))
def test_a_time_is_never_narrower_than_its_wording(day: datetime.date, precision: str) -> None:
    """A day lies within the month, the year and the decade that it is in; a season is months long."""
    year = f"{day.year:04}"
    forms = {"day": day.isoformat(), "month": f"{year}-{day.month:02}", "year": year, "decade": f"{year[:3]}X"}
    if precision == "season":
        lengths = [made for number in SEASONS if (made := period(f"2023-{number}"))]
        assert all(made.last and made.first and (made.last - made.first).days >= 89 for made in lengths)
        return
    made = period(forms[precision])
    assert made
    assert made.first
    assert made.last
    assert made.first <= day <= made.last
