"""The steps from one schema to the next, over SQLite and PostgreSQL."""

from __future__ import annotations

import sqlalchemy as sa

from reportedly.ledger import Ledger
from reportedly.ledger.opening import opened
from reportedly.ledger.schema import CLAIMED, FILED_BY, FILINGS, LINKS, VECTORS
from tests.ledger.told import bridge, denial

NEW = (LINKS, FILED_BY, FILINGS, VECTORS, CLAIMED)
"""The tables of 0003, those first that lead to others."""


def shape(where: str) -> dict[str, set[str]]:
    """Return the columns and indices of the new tables."""
    engine = opened(where, create=False)
    inspector = sa.inspect(engine)
    found = {
        table.name: {column["name"] for column in inspector.get_columns(table.name)}
        | {str(index["name"]) for index in inspector.get_indexes(table.name)}
        for table in NEW
    }
    engine.dispose()
    return found


def test_a_ledger_without_claims_gets_what_they_are_made_from(where: str) -> None:
    """One of schema 0002 is opened with its reports, all of them still to be filed, and has the tables of a new one."""
    with Ledger.open(where, create=True) as ledger:
        reports = [ledger.writer().add(each).report for each in (bridge(), denial())]
    new = shape(where)
    engine = opened(where, create=False)
    with engine.execution_options(reportedly_writing=True).begin() as connection:
        for table in NEW:
            table.drop(connection)
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0002'"))
    engine.dispose()
    with Ledger.open(where) as ledger:
        assert ledger.filings().missing("this") == reports
        ledger.workings().keep_claims([("c1", "p1", reports[0])])
        assert list(ledger.faults()) == []
    assert shape(where) == new
