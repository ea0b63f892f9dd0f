"""A stretch of an unpacked web archive that can be looked ahead in: no more of it is in memory than is asked for."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from reportedly.formats.gzip_members import CHUNK, DEFLATE, MAGIC, Damage, Members, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

BEGINS = b"WARC/"
"""How a record begins."""

_ON_A_LINE = re.compile(rb"(?<=\n)WARC/\d")
MARK = 8
"""How many bytes are enough to see that a record begins."""


class Window:
    """The bytes that come next, `held`, up to the next `damage`, beyond which only `recover` leads."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read a stream, packed or not."""
        self.held = bytearray()
        self.damage: Damage | None = None
        self._ended = False
        self._position = 0
        self._sound_ends: list[int] = []
        self._members: list[tuple[int, int]] = []
        self._stream = stream
        self._origin = stream.tell() if stream.seekable() else None
        head = stream.read(CHUNK)
        self.packed = head.startswith(MAGIC) or (DEFLATE in head and BEGINS not in head)
        self._pieces: Iterator[Piece | Damage] = iter(
            Members(_Resumed(head, stream), BEGINS) if self.packed else _plain(head, stream)  # type: ignore[arg-type] # only its `read` is called
        )

    @property
    def offset(self) -> int:
        """Where in the file the held bytes begin, or, in a packed one, their member."""
        if not self.packed:
            return self._position
        if self.damage and not self.held:
            return self.damage.offset
        begun = [offset for position, offset in self._members if position <= self._position]
        return begun[-1] if begun else 0

    @property
    def exhausted(self) -> bool:
        """Whether nothing follows the held bytes: the file ends, or is damaged there."""
        return self._ended or self.damage is not None

    def fill(self, size: int) -> bool:
        """Hold at least `size` bytes, if so many follow; say whether they do."""
        while len(self.held) < size and not self.exhausted:
            found = next(self._pieces, None)
            if found is None:
                self._ended = True
            elif isinstance(found, Damage):
                self.damage = found
            else:
                end = self._position + len(self.held)
                if found.data and (not self._members or self._members[-1][1] != found.offset):
                    self._members.append((end, found.offset))
                self.held += found.data
                if found.ends and self._sound_ends[-1:] != [end]:
                    self._sound_ends.append(end)
        return len(self.held) >= size

    def drop(self, size: int) -> None:
        """Go on by so many of the held bytes."""
        del self.held[:size]
        self._position += size
        self._sound_ends = [end for end in self._sound_ends if end >= self._position]
        self._members = [
            entry
            for entry, after in itertools.pairwise([*self._members, (self._position + 1, 0)])
            if after[0] > self._position
        ]

    def recover(self) -> None:
        """Go on behind the damage."""
        self.drop(len(self.held))
        self._sound_ends, self._members = [], []
        self.damage = None

    def ends_within(self, begin: int, end: int) -> Iterator[int]:
        """Yield the places among the held bytes, from `begin` to `end`, where a sound member ends."""
        for place in self._sound_ends:
            if begin <= place - self._position <= end:
                yield place - self._position

    def begins_at(self, place: int) -> bool:
        """Say whether a record begins at a place."""
        self.fill(place + len(BEGINS))
        return self.held.startswith(BEGINS, place)

    def blank_until(self, place: int) -> int:
        """Return where the line ends after a place are over."""
        while self.fill(place + 1) and self.held[place] in b"\r\n":
            place += 1
        return place

    def begun_within(self, size: int) -> int | None:
        """Return the first place after the first byte, and among the first `size`, where a record seems to begin."""
        on_a_line = _ON_A_LINE.search(self.held, 1, size)
        size = on_a_line.start() if on_a_line else size
        member = next((place for place in self.ends_within(1, size) if self.begins_at(place)), None)
        return member if member is not None or on_a_line is None else on_a_line.start()

    def to_the_next_record(self) -> int:
        """Go on to where the next record begins, or to the end or the damage; return how many bytes were passed."""
        passed = 0
        while True:
            self.fill(CHUNK)
            place = self.begun_within(len(self.held))
            if place is None and self.exhausted:
                place = len(self.held)
            size = max(len(self.held) - MARK, 0) if place is None else place
            self.drop(size)
            passed += size
            if place is not None:
                return passed

    def rewind(self, offset: int) -> bool:
        """Go back to an offset of the file, where that can be done; say whether it was."""
        if self._origin is None or self.packed:
            return False
        self._stream.seek(self._origin + offset)
        self.held.clear()
        self.damage, self._ended, self._position = None, False, offset
        self._pieces = _plain(b"", self._stream)
        return True


class _Resumed:
    """A stream of which the head was read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        """Give the head first, then the rest."""
        self._head = head
        self._rest = rest

    def read(self, size: int) -> bytes:
        """Return what comes next."""
        piece, self._head = self._head, b""
        return piece or self._rest.read(size)


def _plain(head: bytes, stream: BinaryIO) -> Iterator[Piece | Damage]:
    """Yield the pieces of a file that is not packed."""
    chunks: Iterable[bytes] = iter(lambda: stream.read(CHUNK), b"")
    for data in itertools.chain((head,) if head else (), chunks):
        yield Piece(data, 0)
