"""Packed web archives (WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/): a ZIP file of web archives."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import warc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from reportedly.formats.loaded import Loaded

MAX_MEMBERS = 10_000
"""More files are refused: a collection has one archive for each crawling browser, and ten files beside them."""

MAX_UNPACKED = 1 << 40
"""A ZIP file that claims to unpack to more bytes, one tebibyte, is refused."""

HIGHEST_RATIO = 50
"""An archive that claims to unpack to so many times its size is refused as a bomb: archives are packed already, record
by record, and WACZ has them stored as they are. Plain ones shrink to a fifth."""

_SMALL = 1024 * 1024
"""Under this size no ratio makes a bomb."""

_ENCRYPTED = 0x1
"""The first bit of a member's flags (APPNOTE.TXT, 4.4.4)."""

_LONGEST_NAME = 120
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What the standard library raises for a damaged, encrypted or unknown member."""


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of all archives in a file that is in memory."""
    yield from load_stream(io.BytesIO(data), where)


def load_stream(stream: BinaryIO, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of all archives with one record in memory at a time; the stream must be one to seek in.

    The names of members only tell archives from other files, and are shown: they are never used as paths.
    """
    try:
        with zipfile.ZipFile(stream) as packed:
            size = stream.seek(0, io.SEEK_END)
            yield from _archives(packed, size, where)
    except _DAMAGED as error:
        yield ReportError(where, f"not a ZIP file that can be opened ({error})")


def _archives(packed: zipfile.ZipFile, size: int, where: str) -> Iterator[Loaded | ReportError]:
    """Read every archive of an open file."""
    members = packed.infolist()
    if problem := _bomb(members, size):
        yield ReportError(where, problem)
        return
    archives = [member for member in members if _is_archive(member.filename)]
    if not archives:
        yield ReportError(where, "holds no web archive (archive/*.warc.gz)")
    for member in archives:
        place = f"{where}, {ascii(member.filename[:_LONGEST_NAME])[1:-1]}"
        if member.flag_bits & _ENCRYPTED:
            yield ReportError(place, "locked with a password")
        elif member.file_size > max(_SMALL, HIGHEST_RATIO * member.compress_size):
            yield ReportError(place, f"claims to unpack to {member.file_size:,} bytes out of {member.compress_size:,}")
        else:
            yield from _archive(packed, member, place)


def _archive(packed: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> Iterator[Loaded | ReportError]:
    """Read one archive; the library reads no more bytes than the member claims to have."""
    try:
        with packed.open(member) as stream:
            yield from warc.load_stream(_Forward(stream), where)  # type: ignore[arg-type] # what is called is there
    except _DAMAGED as error:
        yield ReportError(where, f"damaged, and not read beyond that ({error})")


def _bomb(members: list[zipfile.ZipInfo], size: int) -> str | None:
    """Say why a file is no collection, but made to do harm."""
    if len(members) > MAX_MEMBERS:
        return f"{len(members):,} files; at most {MAX_MEMBERS:,} are read"
    if sum(member.compress_size for member in members) > size:
        return "its files overlap"
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        return f"claims to unpack to more than {MAX_UNPACKED:,} bytes"
    return None


def _is_archive(name: str) -> bool:
    """Tell archives by where they lie and what they are called."""
    return name.startswith("archive/") and name.casefold().endswith((".warc", ".warc.gz"))


class _Forward:
    """A member as a stream that is only read forwards: to seek back, the library would unpack it from its beginning."""

    def __init__(self, stream: BinaryIO | zipfile.ZipExtFile) -> None:  # type: ignore[type-arg, unused-ignore] # typeshed
        """Wrap a stream."""
        self._stream = stream

    def seekable(self) -> bool:
        """Say that this cannot be sought in."""
        return False

    def read(self, size: int) -> bytes:
        """Read on."""
        return self._stream.read(size)
