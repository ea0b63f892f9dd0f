"""Where it is kept which reports may tell one story: what each is compared by, and the links found so.

What is kept means nothing here: `claims` makes it and asks for it.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import sqlalchemy as sa

from reportedly.ledger.dialects import among
from reportedly.ledger.opening import written
from reportedly.ledger.schema import FILED_BY, FILINGS, LINKS, REPORTS, TELLINGS
from reportedly.ledger.touching import OPEN, opened_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Engine


@dataclasses.dataclass(frozen=True, slots=True)
class Filing:
    """A report as it is kept: its number here, its id, when it appeared, and what it is compared by.

    It appeared between `begins` and `ends`, in seconds since 1970. The ledger gives the number; 0 stands for none yet.
    """

    key: int
    report: str
    begins: int
    ends: int
    packed: bytes


class Filings:
    """The filings of a ledger; with `as_of` (UTC, ISO 8601) those of reports that were known then.

    Where the ledger cannot be written, what writes raises LedgerError.
    """

    def __init__(self, engine: Engine, where: str, as_of: str | None = None) -> None:
        """Work through an engine; `where` names the ledger in messages."""
        self._engine = engine
        self._where = where
        self._as_of = as_of

    def missing(self, made_by: str) -> list[str]:
        """Return the ids of the reports that this version has not filed, in the order of adding."""
        there = sa.and_(FILINGS.c.report == REPORTS.c.id, FILINGS.c.made_by == made_by)
        asked = sa.select(REPORTS.c.id).join(FILINGS, there, isouter=True).where(FILINGS.c.key.is_(None))
        reports = sa.select(sa.func.count()).select_from(REPORTS).scalar_subquery()
        filed = sa.select(sa.func.count()).select_from(FILINGS).where(FILINGS.c.made_by == made_by).scalar_subquery()
        with self._engine.connect() as connection:
            if connection.execute(sa.select(reports == filed)).scalar():  # in next to no time, and nearly always so
                return []
            return list(connection.execute(asked.order_by(REPORTS.c.key)).scalars())

    def forget_others(self, made_by: str) -> None:
        """Take away what another version made: it cannot be compared with what this one makes."""
        old = sa.select(FILINGS.c.key).where(FILINGS.c.made_by != made_by)
        first, last = (each(FILINGS.c.made_by) for each in (sa.func.min, sa.func.max))
        asked = sa.select(*(sa.select(each).scalar_subquery() for each in (first, last)))
        with self._engine.connect() as connection:
            if {*connection.execute(asked).one()} <= {None, made_by}:
                return
        with written(self._engine, self._where) as connection:
            for table, column in ((LINKS, "one"), (LINKS, "other"), (FILED_BY, "filing"), (FILINGS, "key")):
                connection.execute(sa.delete(table).where(table.c[column].in_(old)))
            connection.execute(sa.update(TELLINGS).values(due=OPEN))

    def put(self, filing: Filing, made_by: str, terms: Sequence[int], links: Sequence[tuple[int, float]]) -> int:
        """Keep a filing with its terms and its links to others, by their numbers, all or nothing; return its own."""
        with written(self._engine, self._where) as connection:
            there = connection.execute(sa.select(FILINGS.c.key).where(FILINGS.c.report == filing.report)).scalar()
            if there is not None:  # somebody else filed it meanwhile
                return int(there)
            known_from = connection.execute(
                sa.select(REPORTS.c.known_from).where(REPORTS.c.id == filing.report)
            ).scalar()
            made = connection.execute(
                sa.insert(FILINGS).values(
                    report=filing.report,
                    made_by=made_by,
                    known_from=known_from,
                    begins=filing.begins,
                    ends=filing.ends,
                    packed=filing.packed,
                )
            )
            key = int((made.inserted_primary_key or (0,))[0])
            rows = [{"term": term, "filing": key, "begins": filing.begins} for term in terms]
            if rows:
                connection.execute(sa.insert(FILED_BY), rows)
            both = [{"one": key, "other": other, "odds": odds} for other, odds in links]
            both += [{"one": other, "other": key, "odds": odds} for other, odds in links]
            if both:
                connection.execute(sa.insert(LINKS), both)
                opened_by(connection, links)
        return key

    def candidates(  # noqa: PLR0913 - all that narrows them down
        self, terms: Sequence[int], begins: int, ends: int, *, made_by: str, window: int, shared: int
    ) -> list[Filing]:
        """Return the filings of a version that share so many of some terms and appeared within a window of seconds."""
        found = (
            sa.select(FILED_BY.c.filing)
            .where(FILED_BY.c.term.in_(list(terms)), FILED_BY.c.begins <= ends + window)
            .group_by(FILED_BY.c.filing)
            .having(sa.func.count() >= shared)
            .subquery()
        )
        asked = (
            sa.select(FILINGS.c.key, FILINGS.c.report, FILINGS.c.begins, FILINGS.c.ends, FILINGS.c.packed)
            .join(found, found.c.filing == FILINGS.c.key)
            .where(FILINGS.c.ends >= begins - window, FILINGS.c.made_by == made_by)
            .order_by(FILINGS.c.key)
        )
        with self._engine.connect() as connection:
            return [Filing(*row) for row in connection.execute(asked)]

    def number(self, report: str) -> int | None:
        """Return the number of a report's filing; None where it has none, or was not known."""
        asked = sa.select(FILINGS.c.key).where(FILINGS.c.report == report, self._known())
        with self._engine.connect() as connection:
            return connection.execute(asked).scalar()

    def around(self, number: int, least: float, most: int) -> set[int] | None:
        """Return the filings that links of some strength lead to from one, over others too; None for over `most`."""
        inside = {number}
        waiting = [number]
        with self._engine.connect() as connection:
            while waiting:
                found: set[int] = set()
                for _, other, _ in self._links(connection, waiting, least):
                    if other not in inside:
                        inside.add(other)
                        found.add(other)
                    if len(inside) > most:
                        return None  # at once: there may be a hundred times as many links to read
                waiting = sorted(found)
        return inside

    def strongest(self, number: int, most: int) -> list[int]:
        """Return the filings that the strongest links of one lead to, at most so many; of equal ones the first ids."""
        asked = (
            sa.select(LINKS.c.other)
            .join(FILINGS, FILINGS.c.key == LINKS.c.other)
            .where(LINKS.c.one == number, self._known())
            .order_by(LINKS.c.odds.desc(), FILINGS.c.report)
            .limit(most)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(asked).scalars())

    def between(self, numbers: Sequence[int], least: float) -> list[tuple[str, str, float]]:
        """Return the links among some filings, by the ids of their reports, each once."""
        inside = set(numbers)
        with self._engine.connect() as connection:
            names = self._names(connection, numbers)
            return [
                (names[one], names[other], odds)
                for one, other, odds in self._links(connection, sorted(inside), least)
                if one < other and other in inside
            ]

    def latest_first(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of the reports of some filings, the latest first, as views list them."""
        asked = (
            sa.select(REPORTS.c.id)
            .join(FILINGS, FILINGS.c.report == REPORTS.c.id)
            .order_by(REPORTS.c.known_from.desc(), REPORTS.c.key.desc())
        )
        with self._engine.connect() as connection:
            return list(connection.execute(asked.where(among(connection, FILINGS.c.key, numbers))).scalars())

    def reports(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of the reports of some filings, in order."""
        with self._engine.connect() as connection:
            return sorted(self._names(connection, numbers).values())

    def _names(self, connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
        """Return the ids of the reports of some filings, by their numbers."""
        asked = sa.select(FILINGS.c.key, FILINGS.c.report).where(among(connection, FILINGS.c.key, numbers))
        return {row.key: row.report for row in connection.execute(asked)}

    def _links(self, connection: Connection, numbers: Sequence[int], least: float) -> Iterator[tuple[int, int, float]]:
        """Yield the links from some filings to such as were known."""
        asked = sa.select(LINKS.c.one, LINKS.c.other, LINKS.c.odds).where(
            among(connection, LINKS.c.one, numbers), LINKS.c.odds >= least
        )
        if self._as_of is not None:
            asked = asked.join(FILINGS, FILINGS.c.key == LINKS.c.other).where(self._known())
        yield from connection.execute(asked)

    def _known(self) -> sa.ColumnElement[bool]:
        """Return the condition that a filing's report was known."""
        return sa.true() if self._as_of is None else FILINGS.c.known_from <= self._as_of
