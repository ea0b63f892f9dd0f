"""What people decided: written once, attributed, taken back by another entry and never overwritten."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.errors import UsageError
from reportedly.ledger import rows
from reportedly.ledger.moments import now
from reportedly.ledger.opening import writing
from reportedly.ledger.schema import CARRIED, JUDGEMENTS, REPORTS, STATEMENTS
from reportedly.values import stable_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Engine


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision about a subject: the id of a statement, a report or a speaker. `undoes` is the one that it takes back.

    `orphaned` says that the words that it was about stand in no later version of the report.
    """

    id: str
    at: str
    who: str
    subject: str
    decision: dict[str, object]
    why: str
    undoes: str | None
    undone: bool
    orphaned: bool


def judge(engine: Engine, *, who: str, subject: str, decision: dict[str, object], why: str) -> str:
    """Write a judgement down, and return its id; UsageError where it has no author."""
    return _write(engine, who=who, subject=subject, decision=decision, why=why, undoes=None)


def undo(engine: Engine, identity: str, *, who: str, why: str = "") -> str:
    """Take a judgement back; UsageError where there is none, or where it was taken back already."""
    with engine.connect() as connection:
        found = connection.execute(sa.select(JUDGEMENTS.c.subject).where(JUDGEMENTS.c.id == identity)).scalar()
        taken = connection.execute(sa.select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.undoes == identity)).first()
    if found is None or taken is not None:
        msg = f"the judgement {identity!r} was taken back already" if taken else f"there is no judgement {identity!r}"
        raise UsageError(msg)
    return _write(engine, who=who, subject=found, decision={}, why=why, undoes=identity)


def judgements(engine: Engine, subject: str) -> list[Judgement]:
    """Return all that was ever decided about a subject, in its order, also about the same words of older versions."""
    with engine.connect() as connection:
        subjects = _older(connection, subject)
        found = connection.execute(
            sa.select(JUDGEMENTS).where(JUDGEMENTS.c.subject.in_(subjects)).order_by(JUDGEMENTS.c.key)
        ).mappings()
        rows_ = [dict(row) for row in found]
        orphaned = _orphaned(connection, subject)
    return _judgements(rows_, orphaned=orphaned)


def decisions(engine: Engine) -> list[Judgement]:
    """Return all that was ever decided about anything, in its order; whether words were lost since is not looked up."""
    with engine.connect() as connection:
        found = connection.execute(sa.select(JUDGEMENTS).order_by(JUDGEMENTS.c.key)).mappings()
        return _judgements([dict(row) for row in found], orphaned=False)


def count(engine: Engine) -> int:
    """Return how many judgements there are: none is ever changed or taken away, so that this tells of any new one."""
    with engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(JUDGEMENTS)).scalar() or 0)


def _judgements(rows_: Sequence[dict[str, Any]], *, orphaned: bool) -> list[Judgement]:
    """Return rows as judgements."""
    undone = {row["undoes"] for row in rows_ if row["undoes"]}
    return [
        Judgement(
            **{key: row[key] for key in ("id", "at", "who", "subject", "why", "undoes")},
            decision=json.loads(row["decision"]),
            undone=row["id"] in undone,
            orphaned=orphaned,
        )
        for row in rows_
    ]


def _write(  # noqa: PLR0913 - all that a judgement is made of
    engine: Engine, *, who: str, subject: str, decision: dict[str, object], why: str, undoes: str | None
) -> str:
    """Add a row."""
    if not who.strip():
        msg = "a judgement needs the name of who judges"
        raise UsageError(msg)
    at = now()
    with writing(engine).begin() as connection:
        number = connection.execute(sa.select(sa.func.count()).select_from(JUDGEMENTS)).scalar()
        identity = stable_id("j", at, who, subject, decision, number)
        connection.execute(
            sa.insert(JUDGEMENTS).values(
                id=identity,
                at=at,
                who=rows.storable(who),
                subject=subject,
                decision=rows.packed(decision),
                why=rows.storable(why),
                undoes=undoes,
            )
        )
    return identity


def _older(connection: Connection, subject: str) -> list[str]:
    """Return a statement with those of older versions whose words stand in it unchanged."""
    found = [subject]
    for one in found:
        found += connection.execute(sa.select(CARRIED.c.old).where(CARRIED.c.new == one)).scalars().all()
    return found


def _orphaned(connection: Connection, subject: str) -> bool:
    """Say whether a statement's words were lost in the version after its own."""
    report = connection.execute(sa.select(STATEMENTS.c.report).where(STATEMENTS.c.id == subject)).scalar()
    if report is None:
        return False
    later = connection.execute(sa.select(REPORTS.c.id).where(REPORTS.c.previous == report)).first()
    kept = connection.execute(sa.select(CARRIED.c.new).where(CARRIED.c.old == subject)).first()
    return later is not None and kept is None
