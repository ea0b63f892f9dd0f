"""Which of two reports was first."""

from __future__ import annotations

import pytest

from reportedly.claims.precedence import order
from reportedly.values import Moment, Report
from tests.claims.stories import moment


def _report(published: str | None, name: str = "") -> Report:
    """Return a report of a time."""
    return Report(text=f"Published {published}.", published=moment(published), external_id=name)


def test_the_earlier_is_first() -> None:
    """Where both times are sure and apart, in whatever zones, there is no doubt."""
    early, late = _report("2024-10-08T23:30+02:00"), _report("2024-10-08T22:00Z")
    assert order(early, late).first
    assert order(early, late).sure
    assert not order(late, early).first


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("2024-10-08T10:00Z", "2024-10-08T10:00Z", "the same time"),
        ("2024-10-08", "2024-10-08T10:00Z", "may be the same"),
        ("2024-10-08T10:00", "2024-10-08T12:00Z", "may be the same"),
        (None, "2024-10-08T10:00Z", "no time"),
        ("1970-01-01T00:00Z", "2024-10-08T10:00Z", "never set"),
        ("2031-01-01", "2024-10-08T10:00Z", "future"),
    ],
)
def test_doubt_is_kept(one: str | None, other: str, why: str) -> None:
    """Times that are equal, imprecise, missing or impossible leave open who was first, and say why."""
    first, second = _report(one, "one"), _report(other, "other")
    found = order(first, second, Moment("2024-10-09"))
    back = order(second, first, Moment("2024-10-09"))
    assert not found.sure
    assert why in found.reason
    assert found.first != back.first
    assert found.reason == back.reason


def test_a_time_that_is_not_believed_comes_last() -> None:
    """A report whose time is missing, unset or to come is not taken for the first."""
    for wrong in (None, "1970-01-01T00:00Z", "2031-01-01"):
        assert order(_report("2024-10-08"), _report(wrong), Moment("2024-10-09")).first
