"""Which of two reports was there first, by their times of publication, with the doubt that these leave."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from reportedly.ledger.moments import earliest, latest

if TYPE_CHECKING:
    from reportedly.values import Moment, Report

_UNSET = frozenset({"0001-01-01", "1900-01-01", "1904-01-01", "1970-01-01", "1980-01-01"})
"""Days from which clocks that nobody set count: the zero of .NET, spreadsheets, old Macs, Unix and DOS."""
_EAST, _WEST = datetime.timedelta(hours=14), datetime.timedelta(hours=12)
"""How far zones lie from UTC: what a time of day without a zone leaves open."""
_SHAPE = "%Y-%m-%dT%H:%M:%SZ"


@dataclasses.dataclass(frozen=True, slots=True)
class Order:
    """Whether the first of two reports was there before the second; `sure` or not, and why not."""

    first: bool
    sure: bool
    reason: str


def order(first: Report, second: Report, known_by: Moment | None = None) -> Order:
    """Return which of two reports was first; where times do not tell, their ids decide and it is not sure.

    `known_by` is a time at which all reports were at hand: none was published after it.
    """
    doubts = [doubt for report in (first, second) if (doubt := _doubt(report, known_by))]
    before = rank(first, known_by) < rank(second, known_by)
    if doubts:
        return Order(before, sure=False, reason="which was first is open: " + " and ".join(sorted(set(doubts))))
    one, other = _range(first.published), _range(second.published)
    if one[1] < other[0] or other[1] < one[0]:
        return Order(before, sure=True, reason="the source was published first")
    same = "the same time" if first.published == second.published else "times that may be the same"
    return Order(before, sure=False, reason=f"which was first is open: both were published at {same}")


def rank(report: Report, known_by: Moment | None = None) -> tuple[bool, str, str, str]:
    """Return what puts reports in the order of their times; those whose time is missing or implausible come last."""
    if _doubt(report, known_by):
        return True, "", "", report.id
    return False, *_range(report.published), report.id


def _doubt(report: Report, known_by: Moment | None) -> str | None:
    """Say why the time of a report is not to be believed; None where it is."""
    if report.published is None:
        return "a report says no time"
    if report.published.edtf[: len("2000-01-01")] in _UNSET:
        return f"the time {report.published} is that of a clock that was never set"
    if known_by is not None and _range(report.published)[0] > latest(known_by):
        return f"the time {report.published} lies in the future"
    return None


def _range(moment: Moment | None) -> tuple[str, str]:
    """Return the earliest and the latest that a moment may mean, wider where it has no zone; empty for none."""
    if moment is None:
        return "", ""
    first, last = earliest(moment), latest(moment)
    if "T" not in moment.edtf or moment.edtf.endswith("Z") or moment.edtf[-len("+00:00")] in "+-":
        return first, last
    return _moved(first, -_EAST), _moved(last, _WEST)


def _moved(stamp: str, by: datetime.timedelta) -> str:
    """Return another time; the same where the calendar ends."""
    try:
        return (datetime.datetime.strptime(stamp, _SHAPE).replace(tzinfo=datetime.UTC) + by).strftime(_SHAPE)
    except OverflowError:
        return stamp
