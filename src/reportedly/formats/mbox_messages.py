"""The messages of a mailbox in one file (mbox, RFC 4155): each begins with a line "From ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MARK = b"From "
"""How the line before each message begins."""

MAX_MESSAGE_BYTES = 50_000_000
"""A longer message is not held in memory: it is attachments, and no report."""

_PIECE = 1024 * 1024
_DATED = re.compile(rb"From .{0,400}\b\d\d?:\d\d(?::\d\d)?\b.{0,40}\b\d{4}\b")
_QUOTED = re.compile(rb">+From ")


def messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the bytes of each message, without the line before it, and None for one that is too long.

    The stream stands behind the first `MARK`. Lines that were quoted, since they would else have begun a message, lose
    one `>` (mboxrd, and what mboxo meant).
    Where the first message's line has a date, as RFC 4155 has it, only a line with a date begins another; a line of a
    body that somebody did not quote, `From the mayor we heard`, begins none. Else it must stand after a blank line.
    """
    first = MARK + stream.readline(_PIECE)
    dated = bool(_DATED.match(first))
    lines: list[bytes] = []
    size = 0
    at_start = first.endswith(b"\n")
    blank = False
    while line := stream.readline(_PIECE):
        if at_start and line.startswith(MARK) and (_DATED.match(line) if dated else blank):
            yield _message(lines, size)
            lines, size, blank = [], 0, False
            at_start = line.endswith(b"\n")
            continue
        blank = at_start and line in {b"\n", b"\r\n"}
        size += len(line)
        if size <= MAX_MESSAGE_BYTES:
            lines.append(line[1:] if at_start and _QUOTED.match(line) else line)
        else:
            lines.clear()
        at_start = line.endswith(b"\n")
    yield _message(lines, size)


def _message(lines: list[bytes], size: int) -> bytes | None:
    """Put a message together; the blank line before the next one is none of its own."""
    if size > MAX_MESSAGE_BYTES:
        return None
    if lines and lines[-1] in {b"\n", b"\r\n"}:
        lines = lines[:-1]
    return b"".join(lines)
