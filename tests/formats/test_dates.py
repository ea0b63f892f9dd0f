"""Dates are read no more precisely than they are written, and not at all where they are ambiguous."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import dates
from reportedly.values import Moment

NOW = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("wording", "edtf"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("2024-10-05", "2024-10-05"),
        (" 20241005 ", "2024-10-05"),
        ("2024-10-05T14:03", "2024-10-05T14:03"),
        ("2024-10-05 14:03:09", "2024-10-05T14:03:09"),
        ("2024-10-05T14:03:09.120Z", "2024-10-05T14:03:09Z"),
        ("2024-10-05T14:03:00+0200", "2024-10-05T14:03:00+02:00"),
        ("2024-10-05T14:03:00-05", "2024-10-05T14:03:00-05:00"),
        ("2024-10-05 14:03 UTC", "2024-10-05T14:03Z"),
        ("Sat, 05 Oct 2024 14:03:00 +0200", "2024-10-05T14:03:00+02:00"),
        ("5 October 2024", "2024-10-05"),
        ("Saturday, 5th October 2024", "2024-10-05"),
        ("Oct. 5, 2024", "2024-10-05"),
        ("October 2024", "2024-10"),
    ],
)
def test_a_date_is_as_precise_as_its_wording(wording: str, edtf: str) -> None:
    """The parts that are stated are there, and no others."""
    found = dates.parse(wording)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "yesterday",
        "05/10/2024",
        "2024-13-01",
        "2024-02-30",
        "2024-10-05T25:00",
        "2024-10-05T14:00:00+99:00",
        "0000",
        "٢٠٢٤",
    ],
)
def test_what_states_no_date_is_none(wording: str) -> None:
    """Nothing is guessed: not the order of day and month, not a day that the calendar lacks."""
    assert dates.parse(wording) is None


@given(st.text(max_size=40))
def test_no_wording_raises(wording: str) -> None:
    """Whatever is written, it is a moment or none, and a moment can be compared."""
    moment, _ = dates.stated("published", wording)
    assert moment is None or dates.plausible(moment)


@pytest.mark.parametrize(
    ("edtf", "fits"),
    [
        ("2025-06-02", True),
        ("2025-06-02T11:59Z", True),
        ("2025-06-02T12:01Z", False),
        ("2025-06-03", False),
        ("2025", True),
        ("1900", True),
        ("1899-12-31", False),
    ],
)
def test_the_future_and_the_distant_past_are_implausible(edtf: str, fits: bool) -> None:  # noqa: FBT001 - an expectation
    """A day's slack for time zones, and no more."""
    assert dates.plausible(Moment(edtf), oldest=dates.OLDEST_PAGE, now=NOW) is fits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-10-05", "2024-10-05T14:03Z", True),
        ("2024-10", "2024-10-05", True),
        ("2024-10-05T23:30:00-05:00", "2024-10-06T04:30:00Z", True),
        ("2024-10-05T23:30:00-05:00", "2024-10-06", True),
        ("2024-10-05T14:03Z", "2024-10-05T15:03Z", False),
        ("2024-10-05", "2024-10-06", False),
        ("2024-10", "2024-11-05", False),
    ],
)
def test_moments_agree_if_they_can_be_the_same(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - an expectation
    """Precision and zones make no disagreement; a different day or hour does. The order does not matter."""
    assert dates.agree(Moment(one), Moment(other)) is same
    assert dates.agree(Moment(other), Moment(one)) is same


def test_a_problem_is_said_in_words() -> None:
    """What is left out is named, with the field that it stood in."""
    assert dates.stated("published", None) == (None, None)
    assert (
        dates.stated("published", "soon")[1]
        == "published: 'soon' is no date that can be read without a guess, and is left out"
    )
    assert "in the future" in str(dates.stated("modified", "2999-01-01")[1])
    assert "before 1900" in str(dates.stated("published", "1812-06-24", oldest=1900)[1])
    assert dates.stated("published", "1812-06-24") == (Moment("1812-06-24"), None)
