"""Intervals drawn as small bars on one scale."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.table import QUIET
from reportedly.exchange.whereabouts import number

if TYPE_CHECKING:
    from collections.abc import Iterable

POINT, FROM, TO, LINE, OPEN_BELOW, OPEN_ABOVE, TRACK = "●", "├", "┤", "─", "◀", "▶", "·"
"""A number, the ends of an interval, what lies between, an end that is open, and the scale where nothing is."""

MARGIN = 1
"""Columns at either end of the scale, which only an interval with an open end reaches into."""


@dataclasses.dataclass(frozen=True, slots=True)
class Scale:
    """A scale of so many columns from the least to the most of some intervals."""

    least: float
    most: float
    width: int

    @classmethod
    def over(cls, intervals: Iterable[tuple[float | None, float | None]], width: int) -> Scale:
        """Return the scale on which all closed ends lie."""
        ends = [end for interval in intervals for end in interval if end is not None]
        return cls(min(ends, default=0), max(ends, default=0), width)

    def head(self) -> Text:
        """Return the two ends in figures; of a scale of one number, or without the room, only what fits."""
        low, high = number(self.least), number(self.most)
        blanks = self.width - len(low) - len(high) - 2 * MARGIN
        if self.least == self.most or blanks < 1:
            return Text(" " * MARGIN + low, QUIET)
        return Text(" " * MARGIN + low + " " * blanks + high, QUIET)

    def bar(self, low: float | None, high: float | None) -> Text:
        """Return an interval as a bar; None is an open end."""
        first = 0 if low is None else self._column(low)
        last = self.width - 1 if high is None else self._column(high)
        if low is None and high is None:
            drawn = OPEN_BELOW + LINE * (self.width - 2) + OPEN_ABOVE
        elif first == last:
            drawn = POINT
        else:
            begin, end = OPEN_BELOW if low is None else FROM, OPEN_ABOVE if high is None else TO
            drawn = begin + LINE * (last - first - 1) + end
        before, behind = TRACK * first, TRACK * (self.width - first - len(drawn))
        return Text.assemble((before, QUIET), drawn, (behind, QUIET))

    def _column(self, value: float) -> int:
        """Return the column in which a number lies."""
        whole = self.most - self.least
        share = (value - self.least) / whole if whole else 0.5
        return MARGIN + round(share * (self.width - 1 - 2 * MARGIN))
