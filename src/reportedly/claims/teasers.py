"""Which reports are pages of teasers: front pages and lists, where many reports stand with their beginnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Report

_CUT = ("...", "…")
"""How a beginning ends that was cut off."""
FEWEST = 5
"""Paragraphs cut off from which on a page is one of teasers: an article has them around it, but fewer."""
SHARE = 0.1
"""And what part of its paragraphs they are at least."""


def is_teasers(report: Report) -> bool:
    """Say whether a report only shows the beginnings of others."""
    paragraphs = report.paragraphs
    cut = sum(report.text[each.start : each.end].rstrip().endswith(_CUT) for each in paragraphs)
    return cut >= FEWEST and cut >= SHARE * len(paragraphs)
