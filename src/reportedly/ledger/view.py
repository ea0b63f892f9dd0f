"""Ask a ledger: what it holds, as of any time. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.errors import UsageError
from reportedly.ledger import rows
from reportedly.ledger.matching import condition, nearby, worded
from reportedly.ledger.records import ReportRecord, SpeakerRecord, StatementRecord, Stats
from reportedly.ledger.schema import JUDGEMENTS, PLACES, REPORTS, SPEAKERS, STATEMENTS
from reportedly.values import Moment, Report
from reportedly.values.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Engine

    from reportedly.ledger.query import Query
    from reportedly.values import Reading

_BATCH = 500
"""Rows that are fetched together."""
_NAMES = 8
"""Names and roles of a speaker that are listed, at most."""


class View:
    """A ledger as it was known at some time (`as_of`, UTC, ISO 8601), or as it is."""

    def __init__(self, engine: Engine, as_of: str | None = None) -> None:
        """Look through an engine."""
        self._engine = engine
        self._as_of = as_of

    def reports(self, query: Query | None = None) -> Iterator[ReportRecord]:
        """Yield the reports that were known, the latest first."""
        columns = [REPORTS.c[field] for field in ReportRecord.__slots__ if field not in {"statements", "snippet"}]
        count = sa.select(sa.func.count()).where(STATEMENTS.c.report == REPORTS.c.id).scalar_subquery()
        text = REPORTS.c.text if query is not None and query.phrases else sa.null()
        asked: sa.Select[Any] = sa.select(*columns, count.label("statements"), text.label("text")).where(self._known())
        with self._engine.connect() as connection:
            ranked = None
            if query is not None:
                asked, ranked = worded(
                    connection, asked.where(*condition(query, connection.dialect.name, of_reports=True)), query, REPORTS
                )
            newest = (REPORTS.c.known_from.desc(), REPORTS.c.key.desc())
            asked = asked.order_by(*(newest if ranked is None else (ranked,)))
            for row in connection.execution_options(yield_per=_BATCH).execute(asked).mappings():
                found = dict(row)
                words = found.pop("text")
                yield ReportRecord(**found, snippet=around(words, query.phrases) if words and query else None)

    def report(self, identity: str) -> Reading:
        """Return a report with all that was read in it, by its id or the beginning of it; UsageError for none."""
        row = self._one(REPORTS, "r", identity)
        exact = row["exact"]
        report = Report(
            text=bytes(exact).decode("utf-8", "surrogatepass") if exact else row["text"],
            **{
                name: row[name]
                for name in ("sha256", "external_id", "path", "url", "title", "publisher", "byline", "language")
            },
            published=Moment(row["published"]) if row["published"] else None,
            modified=Moment(row["modified"]) if row["modified"] else None,
        )
        asked = sa.select(STATEMENTS.c.plain).where(STATEMENTS.c.report == row["id"]).order_by(STATEMENTS.c.number)
        statements = [rows.opened(bytes(each["plain"])) for each in self._rows(asked)]
        return restore({**rows.opened(bytes(row["rest"])), "statements": statements}, report)

    def statement(self, identity: str) -> tuple[Reading, str]:
        """Return the reading that holds a statement, and the statement's whole id; UsageError for none."""
        row = self._one(STATEMENTS, "s", identity)
        return self.report(row["report"]), str(row["id"])

    def statements(self, query: Query) -> Iterator[StatementRecord]:
        """Yield the statements for which a query holds, the best match first, else the latest."""
        asked: sa.Select[Any] = (
            sa.select(*(STATEMENTS.c[name] for name in _STATEMENT), *(REPORTS.c[name] for name in _OF_REPORT))
            .join(REPORTS, REPORTS.c.id == STATEMENTS.c.report)
            .where(self._known(STATEMENTS), *condition(query, self._engine.dialect.name))
        )
        with self._engine.connect() as connection:
            asked, ranked = worded(connection, asked, query, STATEMENTS)
            newest = (STATEMENTS.c.known_from.desc(), STATEMENTS.c.key.desc())
            asked = asked.order_by(*(newest if ranked is None else (ranked,)))
            close = nearby(connection, query.near) if query.near else None
            for row in connection.execution_options(yield_per=_BATCH).execute(asked).mappings():
                if close is None or row["id"] in close:
                    named = None if row["named"] is None else bool(row["named"])
                    yield StatementRecord(**{**row, "named": named})

    def speakers(self, words: str | None = None) -> Iterator[SpeakerRecord]:
        """Yield the speakers across reports who say something, those with the most statements first."""
        said = (
            sa.select(
                SPEAKERS.c.identity,
                sa.func.max(SPEAKERS.c.name).label("name"),
                sa.func.max(SPEAKERS.c.kind).label("kind"),
                sa.func.max(SPEAKERS.c.country).label("country"),
                sa.func.max(SPEAKERS.c.named).label("named"),
                sa.func.count(STATEMENTS.c.id).label("statements"),
                sa.func.count(sa.distinct(REPORTS.c.id)).label("reports"),
                sa.func.count(sa.distinct(REPORTS.c.publisher)).label("publishers"),
            )
            .join(STATEMENTS, sa.and_(STATEMENTS.c.report == SPEAKERS.c.report, STATEMENTS.c.speaker == SPEAKERS.c.id))
            .join(REPORTS, REPORTS.c.id == SPEAKERS.c.report)
            .where(self._known())
            .group_by(SPEAKERS.c.identity)
            .order_by(sa.desc("statements"), SPEAKERS.c.identity)
        )
        if words:
            said = said.where(SPEAKERS.c.name.ilike(f"%{_escaped(words)}%", escape="\\"))
        for row in self._rows(said):
            yield SpeakerRecord(
                **{**row, "named": bool(row["named"])},
                names=self._distinct(row["identity"], "name"),
                roles=self._distinct(row["identity"], "role"),
            )

    def stats(self) -> Stats:
        """Count what was known."""
        known = self._known()
        with self._engine.connect() as connection:

            def count(asked: sa.Select[Any]) -> int:
                return int(connection.execute(asked).scalar() or 0)

            def of(table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
                rows_ = table if self._as_of is None else table.join(REPORTS, REPORTS.c.id == table.c.report)
                return count(sa.select(sa.func.count()).select_from(rows_).where(known, *where))

            of_report = (REPORTS, REPORTS.c.id == SPEAKERS.c.report)
            speakers = sa.select(sa.func.count(sa.distinct(SPEAKERS.c.identity)))
            whole = sa.select(sa.func.count()).select_from(REPORTS).where(known)
            stances = connection.execute(
                sa.select(STATEMENTS.c.stance, sa.func.count())
                .where(self._known(STATEMENTS), STATEMENTS.c.stance.is_not(None))
                .group_by(STATEMENTS.c.stance)
                .order_by(sa.func.count().desc(), STATEMENTS.c.stance)
            )
            first, last = connection.execute(
                sa.select(sa.func.min(REPORTS.c.known_from), sa.func.max(REPORTS.c.known_from)).where(known)
            ).one()
            return Stats(
                reports=count(whole),
                versions=count(whole.where(REPORTS.c.previous.is_not(None))),
                copies=count(whole.where(REPORTS.c.copy_of.is_not(None))),
                publishers=count(sa.select(sa.func.count(sa.distinct(REPORTS.c.publisher))).where(known)),
                statements=of(STATEMENTS),
                speakers=count(speakers if self._as_of is None else speakers.join(*of_report).where(known)),
                unnamed_statements=of(STATEMENTS, STATEMENTS.c.named == 0),
                places=of(PLACES, PLACES.c.lat.is_not(None)),
                judgements=count(sa.select(sa.func.count()).select_from(JUDGEMENTS)),
                stances={str(stance): int(number) for stance, number in stances},
                first=first,
                last=last,
            )

    def _known(self, table: sa.Table = REPORTS) -> sa.ColumnElement[bool]:
        """Return the condition that a report, or a statement, was known."""
        return sa.true() if self._as_of is None else table.c.known_from <= self._as_of

    def _rows(self, asked: sa.Select[Any]) -> Iterator[dict[str, Any]]:
        """Yield rows, a batch in memory at a time."""
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=_BATCH).execute(asked).mappings():
                yield dict(row)

    def _one(self, table: sa.Table, letter: str, identity: str) -> dict[str, Any]:
        """Return the row of an id or of the beginning of one; UsageError for none or several."""
        asked = sa.select(table).where(table.c.id.startswith(identity, autoescape=True)).limit(2)
        found = [row for row in self._rows(asked) if identity.startswith(letter)]
        exact = [row for row in found if row["id"] == identity]
        if len(exact or found) != 1:
            msg = (
                f"{identity!r} could be several"
                if found
                else f"there is no {table.name[:-1]} {identity!r} in the ledger"
            )
            raise UsageError(msg)
        return (exact or found)[0]

    def _distinct(self, identity: str, column: str) -> tuple[str, ...]:
        """Return what a speaker is called in reports, the most frequent first."""
        which = SPEAKERS.c[column]
        asked = (
            sa.select(which.label("value"), sa.func.count().label("count"))
            .where(SPEAKERS.c.identity == identity, which.is_not(None))
            .group_by(which)
            .order_by(sa.desc("count"), which)
            .limit(_NAMES)
        )
        return tuple(row["value"] for row in self._rows(asked))


_STATED = ("sha256", "external_id", "path", "url", "title", "publisher", "byline", "language")
_OF_REPORT = ("title", "publisher", "known_from")
_STATEMENT = tuple(name for name in StatementRecord.__slots__ if name not in _OF_REPORT)


def _escaped(words: str) -> str:
    """Return words with the signs written out that LIKE would take for others."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def around(text: str, phrases: Sequence[str]) -> str:
    """Return the words of a text around the first place where one of some phrases stands."""
    low = text.lower()
    places = [place for phrase in phrases if (place := low.find(phrase.lower())) >= 0]
    begin = max(0, min(places, default=0) - SHOWN // 3)
    piece = " ".join(text[begin : begin + SHOWN].split())
    return ("… " if begin else "") + piece + (" …" if begin + SHOWN < len(text) else "")


SHOWN = 160
"""Code points of a snippet."""
