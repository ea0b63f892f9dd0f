"""What stands above a report's first sentence: its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Report, Span

LONGEST = 200
"""Code points of a headline: the longest first line of PolNeAR dev has 132."""
MOST = 0.7
"""The share of a headline's longer words that begin with a capital where every word does."""
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_FEWEST = 3
_FINAL = frozenset(".:;,")
"""Marks that end a sentence, or lead over to the next line; a headline may ask or exclaim."""
_CLOSING = "\"'”’)]»"


def headline(report: Report) -> Span | None:
    """Return the first paragraph where it is the title, or looks like a headline over others; None without one.

    A headline has no full stop, or every longer word in it has a capital.
    """
    if not report.paragraphs:
        return None
    first = report.paragraphs[0]
    shown = report.text[first.start : first.end]
    if report.title is not None and shown.split() == report.title.split():
        return first
    if len(report.paragraphs) == 1 or len(first) > LONGEST:
        return None
    return first if shown.rstrip(_CLOSING)[-1:] not in _FINAL or _capitals(shown) else None


def headline_end(report: Report) -> int:
    """Return where the headline ends; 0 without one."""
    found = headline(report)
    return found.end if found else 0


def _capitals(shown: str) -> bool:
    """Say whether the longer words begin with capitals, as in a title."""
    words = _LONG_WORD.findall(shown)
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) >= MOST * len(words)
