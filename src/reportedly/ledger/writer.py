"""Put readings into a ledger, each in a transaction of its own: all of it or nothing."""

from __future__ import annotations

import dataclasses
import enum
import hashlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.ledger import rows
from reportedly.ledger.dialects import index, insert_missing
from reportedly.ledger.moments import earliest, now
from reportedly.ledger.opening import written
from reportedly.ledger.packing import pack
from reportedly.ledger.schema import (
    BYTES,
    CARRIED,
    HOPS,
    JOBS,
    PLACES,
    POINTS,
    QUANTITIES,
    REPORTS,
    SPEAKERS,
    STATEMENTS,
    TIMES,
)
from reportedly.ledger.versions import Changes, Said, compare, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
        self._engine = engine
        self._where = where

    def add(
        self,
        reading: Reading,
        *,
        retrieval: Retrieval | None = None,
        data: bytes | None = None,
        received: str | None = None,
    ) -> Added:
        """Add one reading; `data` are the bytes that it came in, to be kept.

        Of an archive they are given with its first report, and only their SHA-256 (`received`) with the others.

        The same report twice is added once. Another text of the same address is a new version; the same text of
        another address is a copy.

        Raises:
            LedgerError: It cannot be written; then nothing of it is.
        """
        with written(self._engine, self._where) as connection:
            kept = received if data is None else _keep(connection, data)
            return _add(connection, reading, retrieval, kept)

    def begin_job(self, sources: Sequence[str]) -> int:
        """Note that a run of adding began, and return its number."""
        named = rows.packed([rows.storable(one) for one in sources])
        with written(self._engine, self._where) as connection:
            return _key(connection.execute(sa.insert(JOBS).values(begun_at=now(), sources=named)))

    def end_job(self, job: int, counts: Mapping[str, int]) -> None:
        """Note that a run ended, and what came of it."""
        with written(self._engine, self._where) as connection:
            connection.execute(
                sa.update(JOBS).where(JOBS.c.key == job).values(ended_at=now(), counts=rows.packed(dict(counts)))
            )


def _key(made: sa.CursorResult[Any]) -> int:
    """Return the number of the row that was just written."""
    (key,) = made.inserted_primary_key or (0,)
    return int(key)


def _add(connection: Connection, reading: Reading, retrieval: Retrieval | None, received: str | None) -> Added:
    """Write one reading in the transaction of a connection."""
    report = reading.report
    if connection.execute(sa.select(REPORTS.c.id).where(REPORTS.c.id == report.id)).first():
        if received is not None:
            lacking = sa.and_(REPORTS.c.id == report.id, REPORTS.c.received.is_(None))
            connection.execute(sa.update(REPORTS).where(lacking).values(received=received))
        return Added(Outcome.KNOWN, report.id)
    address = report.url or report.external_id
    before = _latest(connection, address) if address else None
    original = connection.execute(
        sa.select(REPORTS.c.id)
        .where(REPORTS.c.text_sha256 == report.text_sha256, REPORTS.c.copy_of.is_(None))
        .order_by(REPORTS.c.key)
        .limit(1)
    ).scalar()
    _write(connection, reading, {**_came(retrieval, received), "copy_of": original}, address, before)
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


def _came(retrieval: Retrieval | None, received: str | None) -> dict[str, Any]:
    """Return the columns of how a report came."""
    return {
        "retrieved_at": retrieval.at if retrieval else None,
        "retrieved_from": rows.storable(retrieval.address) if retrieval else None,
        "headers": rows.packed(dict(retrieval.headers)) if retrieval and retrieval.headers else None,
        "received": received,
    }


def _write(
    connection: Connection,
    reading: Reading,
    came: Mapping[str, Any],
    address: str | None,
    before: Mapping[str, Any] | None,
) -> None:
    """Write the rows of a reading."""
    report = reading.report
    added_at = now()
    known_from = _known_from(report, came["retrieved_at"], added_at)
    others, plain = rows.rest(reading)
    made = connection.execute(
        sa.insert(REPORTS).values(
            {
                **_about(report),
                **came,
                "address": rows.storable(address),
                "version": before["version"] + 1 if before else 1,
                "previous": before["id"] if before else None,
                "known_from": known_from,
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
        (PLACES, _located(connection, rows.places(reading))),
        (TIMES, rows.times(reading)),
        (QUANTITIES, rows.quantities(reading)),
    ):
        if found:
            connection.execute(sa.insert(table), found)
    keys = connection.execute(sa.select(STATEMENTS.c.key).where(STATEMENTS.c.report == report.id)).scalars().all()
    index(connection, "statements", keys)


def _located(connection: Connection, places: Sequence[rows.Row]) -> list[rows.Row]:
    """Return the rows of places, each with the number of its point."""
    points = {_point(place) for place in places if place["lat"] is not None}
    columns = POINTS.c
    insert_missing(
        connection, POINTS, [{"lat": lat, "lon": lon, "extent_km": extent} for lat, lon, extent in sorted(points)]
    )
    keys = {
        point: connection.execute(
            sa.select(columns.key).where(
                columns.lat == point[0], columns.lon == point[1], columns.extent_km == point[2]
            )
        ).scalar()
        for point in points
    }
    return [{**place, "point": keys.get(_point(place)) if place["lat"] is not None else None} for place in places]


def _point(place: rows.Row) -> tuple[float, float, float]:
    """Return where the place of a row is, and how far it reaches."""
    return place["lat"], place["lon"], place["extent_km"] or 0.0


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


def _known_from(report: Report, retrieved_at: str | None, added_at: str) -> str:
    """Return when anybody could know of a report: when it was last changed or published, as far as it says."""
    stated = report.modified or report.published
    return earliest(stated) if stated else retrieved_at or added_at


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


def _keep(connection: Connection, data: bytes) -> str:
    """Keep bytes as they were received, once, and return their digest."""
    digest = hashlib.sha256(data).hexdigest()
    if connection.execute(sa.select(BYTES.c.sha256).where(BYTES.c.sha256 == digest)).first() is None:
        connection.execute(sa.insert(BYTES).values(sha256=digest, size=len(data), packed=pack(data)))
    return digest
