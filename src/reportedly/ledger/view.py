"""Ask a ledger: what it holds, as of any time. Nothing here writes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import rows
from reportedly.ledger.joining import Suggestion, joined, suggestions
from reportedly.ledger.matching import condition, worded
from reportedly.ledger.records import ReportRecord, SpeakerRecord, StatementRecord, Stats
from reportedly.ledger.schema import JUDGEMENTS, PLACES, REPORTS, SPEAKERS, STATEMENTS
from reportedly.values import Moment, Report
from reportedly.values.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from sqlalchemy import Connection, Engine

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
        text = REPORTS.c.text if query is not None and query.phrases else sa.null()
        asked: sa.Select[Any] = sa.select(*_columns(), text.label("text")).where(self._known())
        with self._engine.connect() as connection:
            ranked = None
            if query is not None:
                asked, ranked = worded(
                    connection, asked.where(*condition(connection, query, of_reports=True)), query, REPORTS
                )
            newest = (REPORTS.c.known_from.desc(), REPORTS.c.key.desc())
            asked = asked.order_by(*(newest if ranked is None else (ranked,)))
            with _batched(connection, asked) as answered:
                for row in answered.mappings():
                    found = dict(row)
                    words = found.pop("text")
                    yield ReportRecord(**found, snippet=around(words, query.phrases) if words and query else None)

    def holds(self, report: str) -> bool:
        """Say whether a report was known, by its whole id."""
        asked = sa.select(REPORTS.c.id).where(REPORTS.c.id == report, self._known())
        return next(self._rows(asked), None) is not None

    def report(self, identity: str) -> Reading:
        """Return a report with all that was read in it, by its id or the beginning of it.

        Raises:
            UsageError: There is none, there are several, or it was not known then.
            LedgerError: What was read in it is damaged.
        """
        row = self._one(REPORTS, "r", identity)
        try:
            return self._restored(row)
        except (zlib.error, ValueError, KeyError, TypeError) as error:
            where = str(self._engine.url.render_as_string(hide_password=True))
            raise LedgerError(
                where, f"the report {row['id']} is damaged ({error}); `reportedly verify` tells more"
            ) from error

    def known_from(self, report: str) -> str:
        """Return since when anybody could know of a report (UTC, ISO 8601), by its whole id; UsageError for none."""
        return str(self._one(REPORTS, "r", report)["known_from"])

    def added_at(self, report: str) -> str:
        """Return when a report was added (UTC, ISO 8601), by its whole id; UsageError for none."""
        return str(self._one(REPORTS, "r", report)["added_at"])

    def versions(self, identity: str) -> list[ReportRecord]:
        """Return all versions of a report's address that were known, the first one first; of no address only itself."""
        row = self._one(REPORTS, "r", identity)
        same = REPORTS.c.id == row["id"] if row["address"] is None else REPORTS.c.address == row["address"]
        asked = sa.select(*_columns()).where(self._known(), same).order_by(REPORTS.c.version)
        return [ReportRecord(**found) for found in self._rows(asked)]

    def _restored(self, row: dict[str, Any]) -> Reading:
        """Return the reading of a row."""
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
            .where(self._known(STATEMENTS))
        )
        with self._engine.connect() as connection:
            asked, ranked = worded(connection, asked.where(*condition(connection, query)), query, STATEMENTS)
            newest = (STATEMENTS.c.known_from.desc(), STATEMENTS.c.key.desc())
            asked = asked.order_by(*(newest if ranked is None else (ranked,)))
            with _batched(connection, asked) as answered:
                for row in answered.mappings():
                    named = None if row["named"] is None else bool(row["named"])
                    yield StatementRecord(**{**row, "named": named})

    def speakers(self, words: str | None = None) -> Iterator[SpeakerRecord]:
        """Yield the speakers across reports who say something, those with the most statements first.

        Those whom somebody joined are one, under the identity of the first of them.
        """
        with self._engine.connect() as connection:
            leaders = joined(connection)
        who: sa.ColumnElement[str] = SPEAKERS.c.identity
        if leaders:
            who = sa.case(leaders, value=SPEAKERS.c.identity, else_=SPEAKERS.c.identity)
        said: Any = (
            sa.select(
                who.label("identity"),
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
            .group_by(who)
            .order_by(sa.desc("statements"), "identity")
        )
        if words:
            said = said.where(SPEAKERS.c.name.ilike(f"%{_escaped(words)}%", escape="\\"))
        for row in self._rows(said):
            of = {row["identity"], *(one for one, leader in leaders.items() if leader == row["identity"])}
            names = self._distinct(of, "name")
            yield SpeakerRecord(
                **{**row, "named": bool(row["named"]), "name": names[0] if names else None},
                names=names,
                roles=self._distinct(of, "role"),
            )

    def reports_of(self, identity: str, most: int) -> list[str]:
        """Return the ids of the reports in which somebody speaks, by the identity across reports, the latest first.

        Those whom somebody joined with others speak in the reports of all of them.
        """
        with self._engine.connect() as connection:
            leaders = joined(connection)
        of = {identity, *(one for one, leader in leaders.items() if leader == leaders.get(identity, identity))}
        asked = (
            sa.select(REPORTS.c.id, REPORTS.c.known_from, REPORTS.c.key)
            .join(SPEAKERS, SPEAKERS.c.report == REPORTS.c.id)
            .where(SPEAKERS.c.identity.in_(sorted(of)), self._known())
            .order_by(REPORTS.c.known_from.desc(), REPORTS.c.key.desc())
            .distinct()
            .limit(most)
        )
        return [str(row["id"]) for row in self._rows(asked)]

    def identity(self, beginning: str) -> str:
        """Return the identity of a speaker across reports by the beginning of it; UsageError for none or several."""
        begins = SPEAKERS.c.identity.startswith(beginning, autoescape=True)
        found = [str(row["identity"]) for row in self._rows(sa.select(SPEAKERS.c.identity).where(begins).distinct())]
        if beginning in found:
            return beginning
        if len(found) != 1:
            several = f"{beginning!r} could be several speakers"
            msg = several if found else f"there is no speaker {beginning!r} in the ledger"
            raise UsageError(msg)
        return found[0]

    def suggestions(self) -> list[Suggestion]:
        """Return the pairs of speakers who may be one, each with the reason; whoever is sure joins them."""
        with self._engine.connect() as connection:
            return list(suggestions(connection))

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
        with self._engine.connect() as connection, _batched(connection, asked) as found:
            for row in found.mappings():
                yield dict(row)

    def _one(self, table: sa.Table, letter: str, identity: str) -> dict[str, Any]:
        """Return the row of an id or of the beginning of one; UsageError for none or several."""
        known = self._known(table)
        found: list[dict[str, Any]] = []
        for same in (table.c.id == identity, table.c.id.startswith(identity, autoescape=True)):
            if not found and identity.startswith(letter):  # only the whole id is looked up, a beginning is searched for
                found = list(self._rows(sa.select(table).where(same, known).limit(2)))
        if len(found) != 1:
            what = table.name[:-1]
            if found:
                msg = f"{identity!r} could be several {what}s"
            elif self._as_of is not None and View(self._engine).known(table, identity):
                msg = f"the {what} {identity} was not known yet as of {self._as_of.partition('T')[0]}"
            else:
                msg = f"there is no {what} {identity!r} in the ledger"
            raise UsageError(msg)
        return found[0]

    def known(self, table: sa.Table, identity: str) -> bool:
        """Say whether anything in a table has an id that begins so."""
        asked = sa.select(table.c.key).where(table.c.id.startswith(identity, autoescape=True)).limit(1)
        return next(self._rows(asked), None) is not None

    def _distinct(self, identities: AbstractSet[str], column: str) -> tuple[str, ...]:
        """Return what a speaker is called in reports, the most frequent first."""
        which = SPEAKERS.c[column]
        asked = (
            sa.select(which.label("value"), sa.func.count().label("count"))
            .where(SPEAKERS.c.identity.in_(sorted(identities)), which.is_not(None))
            .group_by(which)
            .order_by(sa.desc("count"), which)
            .limit(_NAMES)
        )
        return tuple(row["value"] for row in self._rows(asked))


def _batched(connection: Connection, asked: sa.Select[Any]) -> sa.CursorResult[Any]:
    """Ask for rows, a batch in memory at a time; close the result, even before its end."""
    return connection.execution_options(yield_per=_BATCH).execute(asked)


_OF_REPORT = ("title", "publisher", "published", "known_from")
_STATEMENT = tuple(name for name in StatementRecord.__slots__ if name not in _OF_REPORT)


def _columns() -> list[sa.ColumnElement[Any]]:
    """Return the columns of a record of a report."""
    plain = [REPORTS.c[field] for field in ReportRecord.__slots__ if field not in {"statements", "snippet"}]
    count = sa.select(sa.func.count()).where(STATEMENTS.c.report == REPORTS.c.id).scalar_subquery()
    return [*plain, count.label("statements")]


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
