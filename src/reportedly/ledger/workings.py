"""What is kept of how claims are made, so that it is made once: vectors of what reports say, and the ids of claims.

What is kept means nothing here: `claims` makes it and asks for it. All of it can be made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from reportedly.ledger.dialects import insert_missing
from reportedly.ledger.opening import written
from reportedly.ledger.schema import CLAIMED, VECTORS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Engine


class Workings:
    """The workings of a ledger. Where it cannot be written, what keeps raises LedgerError."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Work through an engine; `where` names the ledger in messages."""
        self._engine = engine
        self._where = where

    def vectors(self, report: str, made_by: str) -> bytes | None:
        """Return the vectors of a report that were made by this; None where there are none."""
        asked = sa.select(VECTORS.c.packed).where(VECTORS.c.report == report, VECTORS.c.made_by == made_by)
        with self._engine.connect() as connection:
            found = connection.execute(asked).scalar()
            return None if found is None else bytes(found)

    def keep_vectors(self, report: str, made_by: str, packed: bytes) -> None:
        """Keep the vectors of a report in place of what was made by anything else."""
        with written(self._engine, self._where) as connection:
            connection.execute(sa.delete(VECTORS).where(VECTORS.c.report == report))
            connection.execute(sa.insert(VECTORS).values(report=report, made_by=made_by, packed=packed))

    def keep_claims(self, claims: Iterable[tuple[str, str, str]]) -> None:
        """Keep the ids of claims, each with its first proposition and the report of that."""
        rows = [{"id": one, "proposition": first, "report": report} for one, first, report in claims]
        if rows:
            with written(self._engine, self._where) as connection:
                insert_missing(connection, CLAIMED, rows)

    def claims(self, beginning: str, most: int) -> list[tuple[str, str, str]]:
        """Return claims whose id begins so, each with its first proposition and the report of that."""
        asked = (
            sa.select(CLAIMED.c.id, CLAIMED.c.proposition, CLAIMED.c.report)
            .where(CLAIMED.c.id.startswith(beginning, autoescape=True))
            .order_by(CLAIMED.c.id)
            .limit(most)
        )
        with self._engine.connect() as connection:
            return [(row.id, row.proposition, row.report) for row in connection.execute(asked)]
