"""The records of a web archive (WARC, ISO 28500:2017), and what of it is lost.

Why not a library: the readers that there are stop at the first damage, or pass over it in silence, and cannot go on in
a stream that cannot be rewound. To find a record takes under a hundredth of the time of finding the article in it.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import hashlib
import re
from typing import TYPE_CHECKING

from reportedly.formats.warc_window import MARK, Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MAX_BLOCK = 50_000_000 + 64 * 1024
"""Of a longer block only the beginning is kept: as much as a report may have, and the header of HTTP before it."""

MAX_HEADER = 64 * 1024
"""A longer header is none: writers use one or two thousand bytes."""

MAX_LOSSES = 1000
"""After so many losses the rest of an archive is given up: it is no archive, or a hostile one."""

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(r"\r?\n")
_VERSION = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)
_ALGORITHMS = ("md5", "sha1", "sha256", "sha512")


@dataclasses.dataclass(frozen=True, slots=True)
class Record:
    """One record: the names of its header's fields are in small letters, `length` is that of the whole block."""

    number: int
    offset: int
    fields: dict[str, str]
    block: bytes
    length: int


@dataclasses.dataclass(frozen=True, slots=True)
class Loss:
    """Something that could not be read, and why; `offset` is where it begins in the file."""

    number: int
    offset: int
    reason: str


def records(stream: BinaryIO) -> Iterator[Record | Loss]:
    """Yield the records of an archive, packed with gzip or not, with one of them in memory at a time.

    A record is given only if it is whole: what follows it is another record, the end of its gzip member or that of the
    file, or its block has the digest that it states. One with another digest is lost. After each loss the next record
    is looked for.
    """
    window = Window(stream)
    number = losses = 0
    while True:
        window.drop(window.blank_until(0))
        if not window.held and not window.damage:
            return
        number += 1
        found = _next(window, number)
        yield found
        losses += isinstance(found, Loss)
        if losses >= MAX_LOSSES:
            yield Loss(number, window.offset, f"the {losses:,}th loss: the rest of the archive is given up")
            return


def fields(header: bytes) -> dict[str, str]:
    """Return the named fields of a header, after its first line: names in small letters, the first of each name.

    A line that begins with white space continues the one before it.
    """
    found: dict[str, str] = {}
    name = ""
    for line in _LINE_END.split(header.decode("utf-8", "replace"))[1:]:
        if line[:1] in {" ", "\t"}:
            if name:
                found[name] += " " + line.strip()
            continue
        key, colon, value = line.partition(":")
        name = key.strip().casefold() if colon else ""
        if name in found:
            name = ""
        elif name:
            found[name] = value.strip()
    return found


def _next(window: Window, number: int) -> Record | Loss:
    """Read the record that should begin here."""
    offset = window.offset
    if not window.begins_at(0):
        passed = window.to_the_next_record()
        if window.damage and not window.held:
            return _damaged(window, number, offset)
        return Loss(number, offset, f"no record begins here: {passed:,} bytes are passed over")
    window.fill(MAX_HEADER)
    if end := _HEADER_END.search(window.held, 0, MAX_HEADER):
        return _framed(window, number, end.end())
    cut_off = window.exhausted and len(window.held) < MAX_HEADER
    if cut_off and window.damage:
        return _damaged(window, number, offset)
    window.to_the_next_record()
    return Loss(number, offset, "cut off within its header" if cut_off else "its header has no end")


def _framed(window: Window, number: int, end: int) -> Record | Loss:
    """Read the record whose header ends at a place."""
    offset = window.offset
    named = fields(bytes(window.held[:end]))
    if not _VERSION.match(window.held) or "warc-type" not in named:
        window.to_the_next_record()
        return Loss(number, offset, "its header is damaged: it has no version, or no WARC-Type")
    length = named.get("content-length", "")
    if not _LENGTH.fullmatch(length):
        window.to_the_next_record()
        return Loss(number, offset, "does not say how long it is")
    window.drop(end)
    record = Record(number, offset, named, b"", int(length))
    return _whole(window, record) if record.length <= MAX_BLOCK else _beginning(window, record)


def _whole(window: Window, record: Record) -> Record | Loss:
    """Read a block of moderate length."""
    length = record.length
    window.fill(length + MARK)
    cut = next((place for place in window.ends_within(0, length - 1) if window.begins_at(place)), None)
    after = window.blank_until(length) if cut is None and len(window.held) >= length else None
    block = bytes(window.held[:length]) if after is not None else b""
    proven = _has_digest(block, record.fields.get("warc-block-digest", "")) if after is not None else None
    if after is not None and (_over(window, length, after) or (proven and window.damage is None)):
        window.drop(after)
        if proven is False:
            return Loss(
                record.number,
                record.offset,
                "its block is damaged, or of another length: it has not the digest that it should have",
            )
        return dataclasses.replace(record, block=block)
    place = cut if cut is not None else window.begun_within(min(len(window.held), length + MARK))
    if place is not None:
        window.drop(place)
        return Loss(record.number, record.offset, f"claims {length:,} bytes, but after {place:,} another record begins")
    if window.damage and len(window.held) <= (after or length):
        return _damaged(window, record.number, record.offset)
    if len(window.held) < length:
        had = len(window.held)
        window.drop(had)
        return Loss(record.number, record.offset, f"cut off: claims {length:,} bytes, and the file ends after {had:,}")
    window.drop(length)
    passed = window.to_the_next_record()
    return Loss(record.number, record.offset, f"claims {length:,} bytes, but {passed:,} more follow")


def _beginning(window: Window, record: Record) -> Record | Loss:
    """Keep the beginning of a block that is too long to be read, and go on behind it."""
    window.fill(MAX_HEADER)
    start = record.offset if window.packed else window.offset
    record = dataclasses.replace(record, block=bytes(window.held[:MAX_HEADER]))
    passed = 0
    while passed < record.length and window.fill(1):
        size = min(record.length - passed, len(window.held))
        cut = next((place for place in window.ends_within(0, size - 1) if window.begins_at(place)), None)
        window.drop(size if cut is None else cut)
        passed += size if cut is None else cut
        if cut is not None:
            break
    after = window.blank_until(0)
    if passed == record.length and _over(window, 0, after):
        return record
    reason = f"claims {record.length:,} bytes, but has another length"
    if window.rewind(start):
        window.to_the_next_record()
    elif window.damage and not window.held:
        return _damaged(window, record.number, record.offset)
    else:
        reason += f": {passed:,} bytes are passed over, and what else was in them is lost"
    return Loss(record.number, record.offset, reason)


def _over(window: Window, end: int, after: int) -> bool:
    """Say whether a block that ends at `end`, and the line ends behind it at `after`, is over there and sound."""
    if any(True for _ in window.ends_within(end, after)) or window.begins_at(after):
        return True
    return len(window.held) == after and window.damage is None


def _damaged(window: Window, number: int, offset: int) -> Loss:
    """Go on behind the damage."""
    reason = window.damage.reason if window.damage else ""
    window.recover()
    return Loss(number, offset, f"lost: {reason}")


def _has_digest(block: bytes, stated: str) -> bool | None:
    """Say whether a block has the digest that is stated; None where none is, or one in an unknown form."""
    algorithm, _, value = stated.partition(":")
    algorithm = algorithm.strip().casefold().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return None
    digest = hashlib.new(algorithm, block, usedforsecurity=False).digest()
    value = value.strip()
    try:
        in_hex = len(value) == 2 * len(digest)
        padded = value.upper().ljust(-(-len(value) // 8) * 8, "=")
        stated_digest = bytes.fromhex(value) if in_hex else base64.b32decode(padded)
    except (binascii.Error, ValueError):
        return None
    return stated_digest == digest if len(stated_digest) == len(digest) else None
