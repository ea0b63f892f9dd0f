"""The times of what lies in an archive: as stated, and within what an archive can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import archive_times
from reportedly.formats.loaded import Loaded
from reportedly.values import Moment, Report


@pytest.mark.parametrize(
    ("wording", "moment"),
    [("2024-10", "2024-10"), ("1990", "1990"), ("1989-12-31", None), ("2999", None), ("soon", None), (3, None)],
)
def test_a_time_is_read_as_stated_or_left_out(wording: object, moment: str | None) -> None:
    """What lies before the web, or ahead, is left out with a caution that names the field."""
    found, cautions = archive_times.stated("sent", wording)
    assert found == (Moment(moment) if moment else None)
    assert [caution.code for caution in cautions] == ([] if moment else ["bad-date"])
    assert all(caution.message.startswith("sent: ") for caution in cautions)


def test_nothing_stated_is_unknown() -> None:
    """And never today."""
    assert archive_times.stated("sent", None) == archive_times.stated("sent", "") == (None, ())


@given(st.integers() | st.text(max_size=15) | st.floats() | st.none() | st.booleans())
def test_any_number_of_seconds_is_a_moment_or_a_caution(seconds: object) -> None:
    """Never both, and never neither, unless nothing is stated."""
    moment, cautions = archive_times.since_1970("sent", seconds)
    assert (moment is None) == bool(cautions) or seconds == ""


def test_seconds_are_in_utc() -> None:
    """As a number or as a string."""
    for seconds in (1728136980, "1728136980"):
        assert archive_times.since_1970("sent", seconds) == (Moment("2024-10-05T14:03:00Z"), ())


def test_times_after_the_retrieval_are_left_out() -> None:
    """Each with a caution; a day's difference is one of zones and clocks."""
    report = Report(text="x", published=Moment("2024-10-09"), modified=Moment("2024-10-07T06:00:00Z"))
    found = archive_times.not_after(Loaded(report, "x"), Moment("2024-10-06T07:00:00Z"))
    assert (found.report.published, found.report.modified) == (None, Moment("2024-10-07T06:00:00Z"))
    assert [caution.code for caution in found.cautions] == ["bad-date"]
    assert archive_times.not_after(Loaded(report, "x"), None).report == report
