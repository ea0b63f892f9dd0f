"""How fast a long run goes, and how long it will still take, on a line of a terminal that is written over."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO

from reportedly.cli.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

_BETWEEN = 0.1
"""Seconds between two lines: more would only flicker, and cost time over a slow connection."""

_BEFORE_GUESSING = 2.0
"""Seconds before the time left is told: the first reports wait for the model to open."""

_MINUTE = 60
_HOUR = 3600


class Pace(StatusLine):
    """Counts reports, and shows the count, how many come in a second, and about when it ends."""

    def __init__(
        self,
        stream: TextIO,
        *,
        shown: bool,
        total: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write to `stream`, or only measure the time; `total` is of what `done` is a part, as far as it is known."""
        super().__init__(stream, shown=shown)
        self._total = total
        self._clock = clock
        self._begun = clock()
        self._next = self._begun
        self._reports = 0
        self._failed = 0

    @property
    def seconds(self) -> float:
        """Seconds since it began."""
        return self._clock() - self._begun

    def step(self, *, failed: bool, done: int) -> None:
        """Count one report more; `done` of the total lies behind it."""
        self._reports += not failed
        self._failed += failed
        now = self._clock()
        if self._shown and now >= self._next:
            self._next = now + _BETWEEN
            self._show(self._line(done))

    def _line(self, done: int) -> str:
        """Say how it goes."""
        seconds = self.seconds
        parts = [f"{self._reports:,} reports"]
        if self._failed:
            parts.append(f"{self._failed:,} could not be read")
        if seconds >= _BEFORE_GUESSING:
            parts.append(f"{self._reports / seconds:.3g} in a second")
            if self._total and 0 < done < self._total:
                parts.append(f"about {in_words(seconds * (self._total - done) / done)} left")
        return ", ".join(parts)


def in_words(seconds: float) -> str:
    """Return a length of time as a person would say it, not more exactly than a guess is."""
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} s"
    if seconds < _HOUR:
        return f"{round(seconds / _MINUTE)} min"
    hours, rest = divmod(round(seconds / _MINUTE), _MINUTE)
    return f"{hours} h {rest} min"
