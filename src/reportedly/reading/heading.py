"""What stands above a report's first sentence: its headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import Span

if TYPE_CHECKING:
    from reportedly.values import Report

LONGEST = 200
"""Code points of a headline: of the first lines in PolNeAR dev, which have no mark at their end, the longest has 132."""
_FINAL = frozenset(".:;,")
"""Marks that end a sentence, or lead over to the next line; a headline may ask or exclaim."""
_CLOSING = "\"'”’)]»"


def headline(report: Report) -> Span | None:
    """Return the first paragraph where it is the title, or looks like a headline over others; None without one."""
    if not report.paragraphs:
        return None
    first = report.paragraphs[0]
    shown = report.text[first.start : first.end]
    if report.title is not None and shown.split() == report.title.split():
        return first
    above = len(report.paragraphs) > 1 and len(first) <= LONGEST
    return first if above and shown.rstrip(_CLOSING)[-1:] not in _FINAL else None


def headline_end(report: Report) -> int:
    """Return where the headline ends; 0 without one."""
    found = headline(report)
    return found.end if found else 0
