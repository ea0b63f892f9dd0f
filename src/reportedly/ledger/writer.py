"""Put readings into a ledger, each in a transaction of its own: all of it or nothing."""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import hashlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.errors import LedgerError
from reportedly.ledger import rows
from reportedly.ledger.dialects import index
from reportedly.ledger.moments import earliest, now
from reportedly.ledger.opening import writing
from reportedly.ledger.packing import pack
from reportedly.ledger.schema import (
    BYTES,
    CARRIED,
    HOPS,
    JOBS,
    PLACES,
    QUANTITIES,
    REPORTS,
    SPEAKERS,
    STATEMENTS,
    TIMES,
)
from reportedly.ledger.versions import Changes, Said, compare, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine

    from reportedly.values import Reading, Report


class Outcome(enum.StrEnum):
    """What became of a reading that was added."""

    ADDED = "added"
    KNOWN = "already there"
    VERSION = "new version"
    COPY = "copy"


@dataclasses.dataclass(frozen=True, slots=True)
class Retrieval:
    """How a report came: when (UTC, ISO 8601), from which address, and with which headers."""

    at: str
    address: str | None = None
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class Added:
    """What became of a reading: the report's id, and for a new version what changed against the one before."""

    outcome: Outcome
    report: str
    previous: str | None = None
    copy_of: str | None = None
    changes: Changes | None = None


class Writer:
    """Adds to a ledger. Several may work on one; they wait for one another."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Write through an engine; `where` names the ledger in messages."""
        self._engine = writing(engine)
        self._where = where

    def add(self, reading: Reading, *, retrieval: Retrieval | None = None, data: bytes | None = None) -> Added:
        """Add one reading; `data` are the bytes of its report, to be kept.

        The same report twice is added once. Another text of the same address is a new version; the same text of
        another address is a copy.

        Raises:
            LedgerError: It cannot be written; then nothing of it is.
        """
        with self._written() as connection:
            return _add(connection, reading, retrieval, data)

    @contextlib.contextmanager
    def _written(self) -> Iterator[Connection]:
        """Give a connection whose transaction is written as a whole, or not at all; LedgerError where it cannot be."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise LedgerError(self._where, f"not written: {' '.join(str(error.orig).split())}") from error

    def begin_job(self, sources: Sequence[str]) -> int:
        """Note that a run of adding began, and return its number."""
        named = rows.packed([rows.storable(one) for one in sources])
        with self._written() as connection:
            return _key(connection.execute(sa.insert(JOBS).values(begun_at=now(), sources=named)))

    def end_job(self, job: int, counts: Mapping[str, int]) -> None:
        """Note that a run ended, and what came of it."""
        with self._written() as connection:
            connection.execute(
                sa.update(JOBS).where(JOBS.c.key == job).values(ended_at=now(), counts=rows.packed(dict(counts)))
            )


def _key(made: sa.CursorResult[Any]) -> int:
    """Return the number of the row that was just written."""
    (key,) = made.inserted_primary_key or (0,)
    return int(key)


def _add(connection: Connection, reading: Reading, retrieval: Retrieval | None, data: bytes | None) -> Added:
    """Write one reading in the transaction of a connection."""
    report = reading.report
    if connection.execute(sa.select(REPORTS.c.id).where(REPORTS.c.id == report.id)).first():
        _keep(connection, data)
        return Added(Outcome.KNOWN, report.id)
    address = report.url or report.external_id
    before = _latest(connection, address) if address else None
    original = connection.execute(
        sa.select(REPORTS.c.id)
        .where(REPORTS.c.text_sha256 == report.text_sha256, REPORTS.c.copy_of.is_(None))
        .order_by(REPORTS.c.key)
        .limit(1)
    ).scalar()
    _write(connection, reading, retrieval, address, before, original)
    _keep(connection, data)
    changes = _carry(connection, before["id"], reading) if before else None
    outcome = Outcome.VERSION if before else Outcome.COPY if original else Outcome.ADDED
    return Added(outcome, report.id, before["id"] if before else None, original, changes)


def _latest(connection: Connection, address: str) -> Mapping[str, Any] | None:
    """Return the latest version of an address, its id and its number."""
    found = connection.execute(
        sa.select(REPORTS.c.id, REPORTS.c.version)
        .where(REPORTS.c.address == address)
        .order_by(REPORTS.c.version.desc())
        .limit(1)
    ).first()
    return None if found is None else {"id": found.id, "version": found.version}


def _write(  # noqa: PLR0913, PLR0917 - all that a row of a report is made of
    connection: Connection,
    reading: Reading,
    retrieval: Retrieval | None,
    address: str | None,
    before: Mapping[str, Any] | None,
    original: str | None,
) -> None:
    """Write the rows of a reading."""
    report = reading.report
    added_at = now()
    known_from = _known_from(report, retrieval, added_at)
    others, plain = rows.rest(reading)
    made = connection.execute(
        sa.insert(REPORTS).values(
            {
                **_about(report),
                "address": rows.storable(address),
                "version": before["version"] + 1 if before else 1,
                "previous": before["id"] if before else None,
                "copy_of": original,
                "known_from": known_from,
                "retrieved_at": retrieval.at if retrieval else None,
                "retrieved_from": rows.storable(retrieval.address) if retrieval else None,
                "headers": rows.packed(dict(retrieval.headers)) if retrieval and retrieval.headers else None,
                "added_at": added_at,
                "made_by": rows.packed(rows.made_by(reading)),
                "rest": rows.squeezed(others),
            }
        )
    )
    index(connection, "reports", [_key(made)])
    for table, found in (
        (STATEMENTS, rows.statements(reading, plain, known_from)),
        (SPEAKERS, rows.speakers(reading)),
        (HOPS, rows.hops(reading)),
        (PLACES, rows.places(reading)),
        (TIMES, rows.times(reading)),
        (QUANTITIES, rows.quantities(reading)),
    ):
        if found:
            connection.execute(sa.insert(table), found)
    keys = connection.execute(sa.select(STATEMENTS.c.key).where(STATEMENTS.c.report == report.id)).scalars().all()
    index(connection, "statements", keys)


def _about(report: Report) -> dict[str, Any]:
    """Return the columns of what a report says of itself."""
    return {
        "id": report.id,
        "text": rows.storable(report.text),
        "exact": None if rows.storable(report.text) == report.text else report.text.encode("utf-8", "surrogatepass"),
        "sha256": report.sha256,
        "text_sha256": report.text_sha256,
        "url": rows.storable(report.url),
        "external_id": rows.storable(report.external_id),
        "path": rows.storable(report.path),
        "title": rows.storable(report.title),
        "publisher": rows.storable(report.publisher),
        "byline": rows.storable(report.byline),
        "published": str(report.published) if report.published else None,
        "modified": str(report.modified) if report.modified else None,
        "language": report.language,
    }


def _known_from(report: Report, retrieval: Retrieval | None, added_at: str) -> str:
    """Return when anybody could know of a report: when it was last changed or published, as far as it says."""
    stated = report.modified or report.published
    return earliest(stated) if stated else retrieval.at if retrieval else added_at


def _carry(connection: Connection, old: str, new: Reading) -> Changes:
    """Compare two versions, and note which statements of the old one stand in the new one unchanged."""
    changes = compare(_said(connection, old), said(new))
    if changes.kept:
        connection.execute(sa.insert(CARRIED), [{"old": a.id, "new": b.id} for a, b in changes.kept])
    return changes


def _said(connection: Connection, report: str) -> list[Said]:
    """Return what of the statements of a report is compared."""
    columns = STATEMENTS.c
    found = connection.execute(
        sa.select(
            columns.id,
            columns.name,
            columns.source,
            columns.cue,
            columns.content,
            columns.certainty,
            columns.hedge,
        )
        .where(columns.report == report)
        .order_by(columns.number)
    )
    return [Said(*row) for row in found]


def _keep(connection: Connection, data: bytes | None) -> None:
    """Keep bytes as they were received, once."""
    if data is None:
        return
    digest = hashlib.sha256(data).hexdigest()
    if connection.execute(sa.select(BYTES.c.sha256).where(BYTES.c.sha256 == digest)).first() is None:
        connection.execute(sa.insert(BYTES).values(sha256=digest, size=len(data), packed=pack(data)))
