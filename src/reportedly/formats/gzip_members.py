"""The members of a gzip file, unpacked as they come, and the next sound one after a damaged one.

A web archive has one member a record (ISO 28500, annex D), so that one of them can be lost without the others.
"""

from __future__ import annotations

import dataclasses
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import BinaryIO

MAGIC = b"\x1f\x8b"
"""How a member begins (RFC 1952)."""

DEFLATE = MAGIC + b"\x08"
"""How it goes on: there is no other method."""

CHUNK = 64 * 1024
"""How many bytes are read and unpacked at once."""

LARGEST, HIGHEST_RATIO = 100_000_000, 200
"""A member that unpacks to more than the one, and to more than so many times its size, is a bomb: pages that are packed
shrink to a fifth, rarely to a fiftieth, and never by a thousand, which deflate can."""

_KEPT = 8 * 1024 * 1024
"""How much of a member is kept in memory to look for the next one in it. Damage shows late: a broken member is often
unpacked beyond its end, through the beginnings of the next ones."""

_PROBE, _PROBED = 4096, 16
"""How many bytes of what may be a member are unpacked to see whether it is one, and to how many at most."""

_GZIP = 16 + zlib.MAX_WBITS
"""zlib's way to ask for gzip with its header and its checksum."""


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """Unpacked bytes, and where in the file their member begins; `ends` says that a sound member ends after them."""

    data: bytes
    offset: int
    ends: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Damage:
    """What was read of the member that began at `offset` cannot be trusted, and its rest cannot be read."""

    offset: int
    reason: str


class Members:
    """The members of a stream; `begins` are the bytes that every member's content begins with.

    Iterating gives pieces of sound members and, for each damaged one, the pieces before its damage and then the damage.
    """

    def __init__(self, stream: BinaryIO, begins: bytes) -> None:
        """Read from a stream, which need not be one that can be rewound."""
        self._stream = stream
        self._begins = begins
        self._raw = bytearray()
        self._start = 0

    def __iter__(self) -> Iterator[Piece | Damage]:
        """Unpack every member."""
        while self._padding_dropped():
            damage: Damage | None = Damage(self._start, "no gzip member begins here")
            if self._raw.startswith(MAGIC):
                damage = yield from self._member()
            if damage:
                yield damage
                self._to_the_next()

    def _more(self) -> bool:
        """Read on, unless the file has ended."""
        chunk = self._stream.read(CHUNK)
        self._raw += chunk
        return bool(chunk)

    def _drop(self, size: int) -> None:
        """Forget bytes that are done with."""
        del self._raw[:size]
        self._start += size

    def _padding_dropped(self) -> bool:
        """Drop the NULs that tapes and some file systems fill up with; say whether anything is left."""
        while True:
            self._drop(len(self._raw) - len(self._raw.lstrip(b"\0")))
            if len(self._raw) >= len(MAGIC):
                return True
            if not self._more():
                return bool(self._raw)

    def _member(self) -> Generator[Piece, None, Damage | None]:
        """Unpack one member; return its damage, if any."""
        start, used, size, over = self._start, 0, 0, False
        unpacker = zlib.decompressobj(_GZIP)
        while not over:
            if used == len(self._raw) and not self._more():
                return Damage(start, "the file is cut off in the middle of a gzip member")
            packed = bytes(self._raw[used : used + CHUNK])
            used += len(packed)
            full = True
            while not over and (packed or full):
                try:
                    data = unpacker.decompress(packed, CHUNK)
                except zlib.error:
                    return Damage(start, "its gzip member is damaged")
                packed, full = unpacker.unconsumed_tail, len(data) == CHUNK
                over = unpacker.eof
                size += len(data)
                yield Piece(data, start)
            if size > max(LARGEST, HIGHEST_RATIO * (self._start + used - start)):
                return Damage(start, f"its gzip member unpacks to more than {LARGEST:,} bytes out of next to nothing")
            if used > _KEPT:
                self._drop(used - _KEPT)
                used = _KEPT
        self._drop(used - len(unpacker.unused_data))
        yield Piece(b"", start, ends=True)
        return None

    def _to_the_next(self) -> None:
        """Drop everything before the next member whose content begins as it should."""
        begin = 1
        while True:
            found = self._raw.find(DEFLATE, begin)
            if found < 0:
                self._drop(max(len(self._raw) - len(DEFLATE) + 1, begin))
                begin = 0
                if not self._more():
                    self._drop(len(self._raw))
                    return
                continue
            while len(self._raw) < found + _PROBE and self._more():
                pass
            if self._begins_well(bytes(self._raw[found : found + _PROBE])):
                self._drop(found)
                return
            begin = found + 1

    def _begins_well(self, packed: bytes) -> bool:
        """Say whether bytes are the beginning of a member, and no accident."""
        try:
            data = zlib.decompressobj(_GZIP).decompress(packed, _PROBED)
        except zlib.error:
            return False
        return data.lstrip(b"\r\n").startswith(self._begins[:_PROBED])
