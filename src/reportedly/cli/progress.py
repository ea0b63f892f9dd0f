"""How many reports have been read so far, on a line of a terminal that is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """Counts reports, and shows the count from the second on; the line is gone when it ends."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        """Write to `stream`, or only count where nothing is to be shown."""
        self._stream = stream
        self._shown = shown
        self._read = 0
        self._failed = 0
        self._standing = False

    def __enter__(self) -> Self:
        """Begin; nothing is shown yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away, however it ended."""
        self.clear()

    def step(self, *, failed: bool) -> None:
        """Count one report more, read or not."""
        self._read += not failed
        self._failed += failed
        if self._shown and self._read + self._failed > 1:
            failures = f", {self._failed} could not be read" if self._failed else ""
            self._stream.write(f"{_CLEAR_LINE}{self._read} reports read{failures}")
            self._stream.flush()
            self._standing = True

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._standing:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
            self._standing = False
