"""What a view tells of single reports and speakers, over SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.errors import UsageError
from reportedly.ledger.identities import identity
from reportedly.values import Moment
from tests.ledger.told import bridge, told

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.values import Reading


def said(who: str, day: int) -> Reading:
    """Return a report of a day in which somebody says that a gate is shut."""
    text = f"{who} said the gate is shut."
    when = Moment(f"2025-03-{day:02}")
    return told(text, who, "said", "the gate is shut", url=f"https://{day}.example/", published=when)


def of(made: Reading) -> str:
    """Return the identity of who speaks in a report."""
    speaker = made.statements[0].speaker
    assert speaker is not None
    return identity(speaker, made.report.id)


def test_since_when_a_report_was_known(ledger: Ledger) -> None:
    """From the first second of the day that it says, else from when it was added; of no report there is no time."""
    report = ledger.writer().add(bridge()).report
    assert ledger.view().known_from(report) == "2025-03-04T00:00:00Z"
    undated = ledger.writer().add(bridge(url="https://late.example/", published=None)).report
    assert ledger.view().known_from(undated) == ledger.view().added_at(undated) > "2026-01-01"
    with pytest.raises(UsageError, match="there is no report"):
        ledger.view().known_from("r0000")
    with pytest.raises(UsageError, match="not known yet"):
        ledger.view(Moment("2025-03-03")).known_from(report)


def test_the_reports_of_a_speaker_come_latest_first(ledger: Ledger) -> None:
    """As many as asked for, those that were known then; of nobody there are none."""
    readings = [said("Ida Holm", day) for day in (2, 1, 3)]
    reports = [ledger.writer().add(each).report for each in (*readings, said("Ole Dahl", 4))]
    assert ledger.view().reports_of(of(readings[0]), 9) == [reports[2], reports[0], reports[1]]
    assert ledger.view().reports_of(of(readings[0]), 2) == [reports[2], reports[0]]
    assert ledger.view(Moment("2025-03-02")).reports_of(of(readings[0]), 9) == [reports[0], reports[1]]
    assert ledger.view().reports_of("i0000", 9) == []


def test_who_was_joined_speaks_in_the_reports_of_all(ledger: Ledger) -> None:
    """By either identity, until the judgement is taken back."""
    one, other = said("Ida Holm", 1), said("I Holm", 2)
    reports = [ledger.writer().add(each).report for each in (one, other)]
    made = ledger.join(of(one), of(other), who="eva")
    for each in (one, other):
        assert ledger.view().reports_of(of(each), 9) == [reports[1], reports[0]]
    ledger.undo(made, who="eva")
    assert ledger.view().reports_of(of(one), 9) == [reports[0]]
