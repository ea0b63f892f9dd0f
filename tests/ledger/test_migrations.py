"""The steps from one schema to the next, over SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from reportedly.ledger import Ledger
from reportedly.ledger.claim_records import ClaimQuery
from reportedly.ledger.filings import Filing
from reportedly.ledger.opening import opened
from reportedly.ledger.schema import (
    CLAIMED,
    FILED_BY,
    FILINGS,
    LINKS,
    TAKEN_UP,
    TELLINGS,
    TOLD,
    TOLD_OF,
    TOLD_PARTS,
    VECTORS,
)
from tests.ledger.told import bridge, denial

if TYPE_CHECKING:
    from collections.abc import Sequence

LATEST = (TOLD_PARTS, TOLD, TOLD_OF, TELLINGS, TAKEN_UP)
"""The tables of 0004, those first that lead to others."""
EVERY = (*LATEST, LINKS, FILED_BY, FILINGS, VECTORS, CLAIMED)
"""Those of 0003 as well."""


def shape(where: str) -> dict[str, set[str]]:
    """Return the columns and indices of the new tables."""
    engine = opened(where, create=False)
    inspector = sa.inspect(engine)
    found = {
        table.name: {column["name"] for column in inspector.get_columns(table.name)}
        | {str(index["name"]) for index in inspector.get_indexes(table.name)}
        for table in EVERY
    }
    engine.dispose()
    return found


def set_back(where: str, version: str, tables: Sequence[sa.Table]) -> None:
    """Make a ledger one of an older schema, without some tables."""
    engine = opened(where, create=False)
    with engine.execution_options(reportedly_writing=True).begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text("DROP TABLE told_words"))
        for table in tables:
            table.drop(connection)
        if FILINGS not in tables:
            connection.execute(sa.text("DROP INDEX ix_filings_made_by"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    engine.dispose()


def test_a_ledger_without_claims_gets_what_they_are_made_from(where: str) -> None:
    """One of schema 0002 is opened with its reports, all of them still to be filed, and has the tables of a new one."""
    with Ledger.open(where, create=True) as ledger:
        reports = [ledger.writer().add(each).report for each in (bridge(), denial())]
    new = shape(where)
    set_back(where, "0002", EVERY)
    with Ledger.open(where) as ledger:
        assert ledger.filings().missing("this") == reports
        ledger.workings().keep_claims([("c1", "p1", reports[0])])
        assert list(ledger.faults()) == []
    assert shape(where) == new


def test_a_ledger_whose_claims_were_never_kept_gets_where_they_are_kept(where: str) -> None:
    """One of schema 0003 is opened with its filings; all of its reports wait to be told."""
    with Ledger.open(where, create=True) as ledger:
        report = ledger.writer().add(bridge()).report
        number = ledger.filings().put(Filing(0, report, 0, 1, b""), "this", [1], [])
    new = shape(where)
    set_back(where, "0003", LATEST)
    with Ledger.open(where) as ledger:
        assert ledger.filings().number(report) == number
        page = ledger.claims(ClaimQuery(words=("bridge",)))
        assert (page.claims, page.waiting) == ((), 1)
        assert list(ledger.faults()) == []
    assert shape(where) == new
