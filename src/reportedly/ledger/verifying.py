"""Check a ledger against itself: every digest, every span, every chain of versions."""

from __future__ import annotations

import dataclasses
import hashlib
import zlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.ledger import rows
from reportedly.ledger.packing import unpack
from reportedly.ledger.schema import BYTES, REPORTS, STATEMENTS
from reportedly.values import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_BATCH = 200
MOST_UNPACKED = 1_000_000_000
"""Bytes that kept bytes may unpack to."""


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which row."""

    what: str
    reason: str


def faults(engine: Engine) -> Iterator[Fault]:
    """Yield everything in a ledger that is not as it was written."""
    yield from _texts(engine)
    yield from _statements(engine)
    yield from _versions(engine)
    yield from _bytes(engine)


def _texts(engine: Engine) -> Iterator[Fault]:
    """Compare every text with its digest."""
    asked = sa.select(REPORTS.c.id, REPORTS.c.text, REPORTS.c.exact, REPORTS.c.text_sha256)
    with engine.connect() as connection, _batched(connection, asked) as found:
        for row in found:
            raw = bytes(row.exact) if row.exact else row.text.encode()
            if hashlib.sha256(raw).hexdigest() != row.text_sha256:
                yield Fault(f"report {row.id}", "its text is not the one of its digest")


def _statements(engine: Engine) -> Iterator[Fault]:
    """Compare the words of every statement with those at its spans."""
    columns = STATEMENTS.c
    asked = sa.select(columns.id, columns.source, columns.cue, columns.content, columns.plain, REPORTS.c.text).join(
        REPORTS, REPORTS.c.id == columns.report
    )
    with engine.connect() as connection, _batched(connection, asked) as found:
        for row in found:
            try:
                plain = rows.opened(bytes(row.plain))
                parts = {part: [(int(a), int(b)) for a, b in plain[part]] for part in ("source", "cue", "content")}
            except (zlib.error, ValueError, KeyError, TypeError) as error:
                yield Fault(f"statement {row.id}", f"what was read in it is damaged ({error})")
                continue
            for part, spans in parts.items():
                if GAP.join(row.text[start:end] for start, end in spans) != getattr(row, part):
                    yield Fault(f"statement {row.id}", f"its {part} is not what stands at its spans")


def _versions(engine: Engine) -> Iterator[Fault]:
    """Follow every version to the one before, and open what else was read in each report."""
    before = REPORTS.alias("before")
    asked = sa.select(
        REPORTS.c.id, REPORTS.c.version, REPORTS.c.previous, REPORTS.c.rest, before.c.version.label("last")
    ).join(before, before.c.id == REPORTS.c.previous, isouter=True)
    with engine.connect() as connection, _batched(connection, asked) as found:
        for row in found:
            if row.previous is not None and row.last != row.version - 1:
                yield Fault(f"report {row.id}", "the version before it is not there")
            try:
                rows.opened(bytes(row.rest))
            except (zlib.error, ValueError) as error:
                yield Fault(f"report {row.id}", f"what was read in it is damaged ({error})")


def _bytes(engine: Engine) -> Iterator[Fault]:
    """Unpack all kept bytes, and compare them with their digests; look for those that reports say they came in."""
    missing = (
        sa.select(REPORTS.c.id)
        .join(BYTES, BYTES.c.sha256 == REPORTS.c.received, isouter=True)
        .where(REPORTS.c.received.is_not(None), BYTES.c.sha256.is_(None))
    )
    with engine.connect() as connection, _batched(connection, missing) as found:
        for row in found:
            yield Fault(f"report {row.id}", "the bytes that it came in are not there")
    asked = sa.select(BYTES.c.sha256, BYTES.c.size, BYTES.c.packed)
    with engine.connect() as connection, _batched(connection, asked, 1) as found:
        for row in found:
            if row.size > MOST_UNPACKED or not _intact(row.sha256, row.size, bytes(row.packed)):
                yield Fault(f"bytes {row.sha256}", "they are damaged")


def _batched(connection: Connection, asked: sa.Select[Any], size: int = _BATCH) -> sa.CursorResult[Any]:
    """Ask for rows, so many in memory at a time; who stops before the end closes the result all the same."""
    return connection.execution_options(yield_per=size).execute(asked)


def _intact(digest: str, size: int, packed: bytes) -> bool:
    """Say whether packed bytes unpack to those of a digest."""
    data = unpack(packed, size)
    return data is not None and hashlib.sha256(data).hexdigest() == digest
