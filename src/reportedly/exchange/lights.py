"""Words of a report that light up in its text when something that was read from them is pointed at."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Report, Span

POINTED = ":is(:hover,:focus,:focus-within)"

MOST = 600
"""Lights of a report at most: there is one style rule a light. What comes later is a link, and lights nothing."""

_LIT = "{ background: var(--point); color: var(--paper); }"


class Lights:
    """The lights of one report on a page: passages of its text, numbered as they come, each once.

    What is pointed at has the class `p17`, the words in the text `l17`, and their first `r1-o182` for an id, which is
    their offset.
    """

    def __init__(self, index: int, report: Report) -> None:
        """Take the report's number on the page, and the report."""
        self._index = index
        self._paragraphs = report.paragraphs
        self._ends = [paragraph.end for paragraph in report.paragraphs]
        self._numbers: dict[tuple[Span, ...], int] = {}

    @property
    def passages(self) -> Sequence[tuple[Span, ...]]:
        """The passages, in the order of their numbers from 0."""
        return tuple(self._numbers)

    def pointer(self, spans: tuple[Span, ...]) -> str:
        """Return the class of what lights a passage of the text; empty where there is no room for more."""
        if len(self._numbers) >= MOST and spans not in self._numbers:
            return ""
        return f"p{self._numbers.setdefault(spans, len(self._numbers))}"

    def anchor(self, start: int) -> str:
        """Return the id of the words that begin at a place of the text; empty where no paragraph holds it."""
        paragraph = bisect.bisect_right(self._ends, start)
        shown = paragraph < len(self._ends) and self._paragraphs[paragraph].start <= start
        return f"r{self._index}-o{start}" if shown else ""

    def rules(self) -> str:
        """Return the style rules by which pointing lights."""
        return "\n".join(
            f"#r{self._index}:has(.p{number}{POINTED}) .l{number} {_LIT}" for number in range(len(self._numbers))
        )
