"""Lists of the claims that are kept, filtered, the latest change first, and paged by key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from reportedly.errors import UsageError
from reportedly.ledger import rows
from reportedly.ledger.claim_records import ClaimPage, ClaimRecord
from reportedly.ledger.dialects import matching, phrase_query
from reportedly.ledger.schema import REPORTS, TELLINGS, TOLD, TOLD_OF
from reportedly.ledger.touching import CURRENT

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from reportedly.ledger.claim_records import ClaimQuery

_KEY = ("last_change", "id", "telling")
"""What claims are ordered by, the largest first; the story tells copies apart of which each has its own."""


def page(engine: Engine, query: ClaimQuery, *, after: str | None, limit: int) -> ClaimPage:
    """Return a page of at most so many claims; UsageError where `after` is no key, or the limit is not above 0."""
    if limit < 1:
        msg = f"a page of {limit} claims shows nothing; at least 1 is one"
        raise UsageError(msg)
    order = [TOLD.c[name] for name in _KEY]
    with engine.connect() as connection:
        wanted = sa.select(*order, TOLD.c.key).where(*_conditions(connection, query))
        if after is not None:
            wanted = wanted.where(sa.tuple_(*order) < sa.tuple_(*map(sa.literal, _read(after))))
        keys = connection.execute(wanted.order_by(*(each.desc() for each in order)).limit(limit + 1)).all()
        shown = [row.key for row in keys[:limit]]
        kept = (
            sa.select(TOLD.c.key, TOLD.c.packed, TELLINGS.c.due)
            .join(TELLINGS, TELLINGS.c.key == TOLD.c.telling)
            .where(TOLD.c.key.in_(shown))
        )
        found = {row.key: _record(row) for row in connection.execute(kept)}
        waiting = connection.execute(sa.select(waiting_count())).scalar()
    return ClaimPage(
        claims=tuple(found[key] for key in shown if key in found),
        next=json.dumps(list(keys[limit - 1])[: len(_KEY)], separators=(",", ":")) if len(keys) > limit else None,
        waiting=int(waiting or 0),
    )


def waiting_count() -> sa.ColumnElement[int]:
    """Return what counts the stories that are to be told or looked for anew, and the reports that have none yet."""
    due, reports, placed = (
        sa.select(sa.func.count()).select_from(table).where(condition).scalar_subquery()
        for table, condition in ((TELLINGS, TELLINGS.c.due > CURRENT), (REPORTS, sa.true()), (TOLD_OF, sa.true()))
    )
    return due + reports - placed


def _conditions(connection: Connection, query: ClaimQuery) -> list[sa.ColumnElement[bool]]:
    """Return what must hold of a claim."""
    out: list[sa.ColumnElement[bool]] = []
    columns = TOLD.c
    if query.status:
        out.append(columns.status.in_(query.status))
    if query.after is not None:
        out.append(columns.last_change >= query.after)
    if query.before is not None:
        out.append(columns.first_seen < query.before)
    if query.origins_from is not None:
        out.append(columns.origins_max >= query.origins_from)
    if query.origins_to is not None:
        out.append(columns.origins_min <= query.origins_to)
    if query.unknown is not None:
        out.append(columns.unknown > 0 if query.unknown else columns.unknown == 0)
    if query.publisher and connection.dialect.name != "sqlite":
        out.append(columns.names.icontains(query.publisher, autoescape=True))
    words = phrase_query(connection.dialect.name, _said(query.words), query.publisher, "names")
    if words:
        out.append(columns.key.in_(sa.select(matching(connection, "told", words).c.key)))
    return out


def _said(words: tuple[str, ...]) -> list[str]:
    """Return the words and phrases that say anything: a sign alone stands in no index."""
    return [each for each in words if any(map(str.isalnum, each))]


def _read(after: str) -> tuple[str, str, int]:
    """Return what the key of a page was made of; UsageError where it is none."""
    try:
        change, identity, telling = msgspec.json.decode(after, type=tuple[str, str, int])
    except (msgspec.MsgspecError, UnicodeEncodeError) as error:
        msg = f"{after!r} is no key of a page of claims"
        raise UsageError(msg) from error
    return change, identity, telling


def _record(row: sa.Row[Any, Any, Any]) -> ClaimRecord:
    """Return a claim as it was kept, and whether it is current."""
    return msgspec.convert({**rows.opened(bytes(row.packed)), "current": row.due == CURRENT}, ClaimRecord)
