"""How many reports have been read, or joined, so far, on a line of a terminal that is written over."""

from __future__ import annotations

from typing import TextIO

from reportedly.cli.status_line import StatusLine


class Progress(StatusLine):
    """Counts reports, and shows the count from the second on; the line is gone when it ends."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        """Write to `stream`, or only count where nothing is to be shown."""
        super().__init__(stream, shown=shown)
        self._read = 0
        self._failed = 0

    def step(self, *, failed: bool) -> None:
        """Count one report more, read or not."""
        self._read += not failed
        self._failed += failed
        if self._shown and self._read + self._failed > 1:
            failures = f", {self._failed} could not be read" if self._failed else ""
            self._show(f"{self._read} reports read{failures}")


class Joining(StatusLine):
    """Counts the reports that were joined with those of a ledger, and shows the count from the second on."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        """Write to `stream`, or only count where nothing is to be shown."""
        super().__init__(stream, shown=shown)
        self._joined = 0

    def step(self, _: str) -> None:
        """Count one report more, by its id."""
        self._joined += 1
        if self._shown and self._joined > 1:
            self._show(f"{self._joined} reports joined with what is there")
