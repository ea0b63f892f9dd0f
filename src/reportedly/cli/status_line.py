"""A line of a terminal that is written over, and gone when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

_CLEAR_LINE = "\r\x1b[K"


class StatusLine:
    """The line on which a command says how far it is."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        """Write to `stream`, or nothing where it is not to be shown."""
        self._stream = stream
        self._shown = shown
        self._standing = False

    def __enter__(self) -> Self:
        """Begin; nothing is shown yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away, however it ended."""
        self.clear()

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._standing:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
            self._standing = False

    def _show(self, words: str) -> None:
        """Write the line, over the one that stands there."""
        self._stream.write(_CLEAR_LINE + words)
        self._stream.flush()
        self._standing = True
