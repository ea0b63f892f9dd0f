"""Places in a report's text."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = " … "
"""What stands between the pieces when a passage in several pieces is shown as one string."""


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points in a report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that is empty or runs backwards."""
        if not 0 <= self.start < self.end:
            msg = f"a span needs 0 <= start < end, not [{self.start}, {self.end})"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Say whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the other range lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report, in one or several pieces, or none at all.

    It keeps the text it was cut from, so that every word it shows is read from there:
    `texts[i] == within[spans[i].start:spans[i].end]`.
    """

    within: str = dataclasses.field(repr=False)
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Refuse pieces that are out of order, overlap, or leave the text."""
        for before, after in zip(self.spans, self.spans[1:], strict=False):
            if after.start < before.end:
                msg = f"the pieces of a passage must be in order and apart: {before}, {after}"
                raise ValueError(msg)
        if self.spans and self.spans[-1].end > len(self.within):
            msg = f"{self.spans[-1]} leaves the text of {len(self.within)} code points"
            raise ValueError(msg)

    @classmethod
    def of(cls, within: str, pairs: Iterable[tuple[int, int]]) -> Passage:
        """Make a passage from (start, end) pairs in any order."""
        return cls(within, tuple(sorted(Span(start, end) for start, end in pairs)))

    def __bool__(self) -> bool:
        """Say whether there are any words."""
        return bool(self.spans)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each piece, as they stand in the report."""
        return tuple(self.within[span.start : span.end] for span in self.spans)

    @property
    def text(self) -> str:
        """All words in one string; where pieces lie apart, `GAP` stands between them. Empty for no words."""
        return GAP.join(self.texts)

    @property
    def pairs(self) -> list[list[int]]:
        """The pieces as `[[start, end], ...]`, as every export writes them."""
        return [[span.start, span.end] for span in self.spans]

    @property
    def extent(self) -> Span | None:
        """The range from the first word to the last, or None for no words."""
        return Span(self.spans[0].start, self.spans[-1].end) if self.spans else None
