"""What a report is called, where it lies and when it appeared, as people are shown it: each in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from reportedly.values import Moment, Report

NAMELESS = "Untitled report"


def name(report: Report) -> str:
    """Return a report's title, or else where it came from, or `NAMELESS`."""
    return one_line(report.title or report.path or report.url or report.external_id or "") or NAMELESS


def place(report: Report) -> str:
    """Return where a report was published, or else where it lies; empty where its name says as much."""
    lies = one_line(report.url or report.path or "")
    return "" if lies == name(report) else lies


def identity(report: Report) -> str:
    """Return the id that a report came with, as `id 7`; empty where there is none, or its name says as much."""
    given = one_line(report.external_id or "")
    return "" if given in {"", name(report)} else f"id {given}"


def when(moment: Moment) -> str:
    """Return a moment as `2025-03-04 14:00 +01:00`, no more and no less precise than it is."""
    date, _, time = moment.edtf.partition("T")
    clock = time.rstrip("Z").partition("+")[0].partition("-")[0]
    zone = time[len(clock) :].replace("Z", "UTC")
    return " ".join(part for part in (date, clock, zone) if part)
