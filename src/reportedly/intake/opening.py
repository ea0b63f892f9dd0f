"""From a source to the reports in it, no more of which are in memory than need be."""

from __future__ import annotations

import contextlib
import io
import pathlib
import sys
from typing import TYPE_CHECKING, cast

from reportedly.errors import ReportError
from reportedly.formats import (
    FORMATS,
    HEAD,
    MAX_BYTES,
    MAX_JSON_BYTES,
    STREAMED,
    foreign,
    load,
    load_archive,
    load_lines,
    recognise,
    too_large,
)
from reportedly.intake.sources import why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from reportedly.formats import Given, Loaded
    from reportedly.intake.sources import Source

UTF16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Marks before which a text has no lines of bytes."""


def loaded(
    source: Source, *, given: Given, stdin: BinaryIO | None = None, kind: str | None = None
) -> Iterator[Loaded | ReportError]:
    """Yield the reports of a source, and errors for what of it cannot be read.

    Raises:
        UsageError: `kind` is no format.
    """
    try:
        with opened(source, stdin) as stream:
            yield from _reports(stream, source, given, kind)
    except OSError as error:
        yield ReportError(source.where, why(error))


def opened(source: Source, stdin: BinaryIO | None) -> contextlib.AbstractContextManager[BinaryIO]:
    """Open a source; standard input is not ours to close."""
    if source.path is None:
        return contextlib.nullcontext(stdin or sys.stdin.buffer)
    return pathlib.Path(source.path).open("rb")


def _reports(stream: BinaryIO, source: Source, given: Given, kind: str | None) -> Iterator[Loaded | ReportError]:
    """Read JSON lines and archives as they come, and everything else at once, up to the size that is read."""
    head = stream.read(HEAD)
    known = kind or (None if foreign(head) else recognise(head, source.path))
    if known == "jsonl" and not head.startswith(UTF16):
        lines = cast("BinaryIO", io.BufferedReader(_Resumed(head, stream)))
        yield from load_lines(lines, where=source.where, path=source.path, given=given)
        return
    seekable = stream.seekable()
    if known in STREAMED and (seekable or known != "wacz"):
        if seekable:
            stream.seek(0)
        archive = stream if seekable else cast("BinaryIO", io.BufferedReader(_Resumed(head, stream)))
        yield from load_archive(archive, known, where=source.where, path=source.path, given=given)
        return
    entry = FORMATS.get(known or "")
    limit = MAX_JSON_BYTES if entry is not None and entry.archive else MAX_BYTES
    if entry is not None and seekable and len(head) + _left(stream) > limit:
        yield too_large(source.where, limit)
        return
    data = head + stream.read(limit + 1 - len(head)) if entry is not None else head
    yield from load(data, where=source.where, path=source.path, given=given, kind=known or kind)


def _left(stream: BinaryIO) -> int:
    """Return how many bytes of a file are still to be read."""
    here = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(here)
    return end - here


class _Resumed(io.RawIOBase):
    """A stream of which the head was read already, from its beginning: standard input cannot be rewound."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        """Give the head first, then the rest."""
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # typeshed asks for any Buffer
        """Fill the buffer as far as what is there goes."""
        size = len(buffer)
        piece, self._head = self._head[:size], self._head[size:]
        piece = piece or self._rest.read(size)
        buffer[: len(piece)] = piece
        return len(piece)
