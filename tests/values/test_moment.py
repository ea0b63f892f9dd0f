"""Dates that are no more precise than they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.values import PRECISIONS, Moment

if TYPE_CHECKING:
    import datetime


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2031", "year"),
        ("2031-10", "month"),
        ("2031-10-05", "day"),
        ("2031-10-05T14:00", "minute"),
        ("2031-10-05T14:00Z", "minute"),
        ("2031-10-05T14:00+05:30", "minute"),
        ("2031-10-05T14:00:30Z", "second"),
        ("0001", "year"),
        ("9999-12-31T23:59:59Z", "second"),
        ("2032-02-29", "day"),
    ],
)
def test_the_precision_is_that_of_the_form(edtf: str, precision: str) -> None:
    """A moment is as precise as it is written, and prints as it is written."""
    moment = Moment(edtf)
    assert moment.precision == precision
    assert precision in PRECISIONS
    assert str(moment) == edtf


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("", id="nothing"),
        pytest.param("5 October 2031", id="words"),
        pytest.param("2031-13", id="a thirteenth month"),
        pytest.param("2031-02-29", id="a leap day in a common year"),
        pytest.param("2031-00-05", id="month nought"),
        pytest.param("2031-05-00", id="day nought"),
        pytest.param("0000", id="year nought"),
        pytest.param("2031-10-05T25:00", id="a 25th hour"),
        pytest.param("2031-10-05T14", id="an hour without minutes"),
        pytest.param("2031-10T14:00", id="a time of no day"),
        pytest.param("2031-10-05 14:00", id="a blank for the T"),
        pytest.param("2031-10-05\n", id="a line break behind"),
        pytest.param("٢٠٣١", id="digits that are not ASCII"),
        pytest.param("2031-10-05T14:00+99:99", id="a zone of no place on earth"),
    ],
)
def test_what_is_no_date_is_refused(wrong: str) -> None:
    """Only dates of the calendar in EDTF are taken."""
    with pytest.raises(ValueError, match=r".+"):
        Moment(wrong)


@given(st.datetimes())
def test_every_moment_of_the_calendar_is_taken(when: datetime.datetime) -> None:
    """Any date with any time of day is a moment to the second."""
    assert Moment(when.isoformat(timespec="seconds")).precision == "second"


@given(st.text(max_size=30))
def test_any_other_text_is_refused_in_one_way(text: str) -> None:
    """A text is a moment or raises ValueError; it never becomes another date."""
    try:
        moment = Moment(text)
    except ValueError:
        return
    assert str(moment) == text
