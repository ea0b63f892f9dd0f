"""Which stories a change touches, so that what was told of them is told again: a report that came, or a judgement."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from reportedly.ledger.dialects import among
from reportedly.ledger.schema import FILINGS, SPEAKERS, STATEMENTS, TELLINGS, TOLD_OF, TOLD_PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

CURRENT, TO_TELL, OPEN = 0, 1, 2
"""What is to be done with a story: nothing, tell it, or first find out which reports it has now."""
_BYTES = 7
"""Of a digest: a number that any database holds. Where two ids have the same, a story is told again for nothing."""


def numbered(identity: str) -> int:
    """Return the number that stands for the id of a proposition."""
    return int.from_bytes(hashlib.blake2b(identity.encode(), digest_size=_BYTES).digest(), "big")


def opened_by(connection: Connection, links: Sequence[tuple[int, float]]) -> None:
    """Have the stories looked for anew of all neighbourhoods into which a new filing's links lead.

    `links` are the numbers of other filings, with the logarithm of the odds. A neighbourhood takes in none that is
    weaker than its level; its reports still are what they were.
    """
    odds = dict(links)
    asked = (
        sa.select(FILINGS.c.key, TELLINGS.c.hood, TELLINGS.c.level)
        .join(TOLD_OF, TOLD_OF.c.report == FILINGS.c.report)
        .join(TELLINGS, TELLINGS.c.key == TOLD_OF.c.telling)
        .where(among(connection, FILINGS.c.key, list(odds)))
    )
    hoods = {row.hood for row in connection.execute(asked) if odds[row.key] >= row.level}
    if hoods:
        connection.execute(sa.update(TELLINGS).where(TELLINGS.c.hood.in_(sorted(hoods))).values(due=OPEN))


def touch(connection: Connection, subjects: Collection[str]) -> None:
    """Have the stories told again that have something of these ids: reports, statements, propositions or speakers."""
    listed = sorted(subjects)
    held = (
        sa.select(TOLD_OF.c.telling).where(TOLD_OF.c.report.in_(listed)),
        sa.select(TOLD_OF.c.telling)
        .join(STATEMENTS, STATEMENTS.c.report == TOLD_OF.c.report)
        .where(STATEMENTS.c.id.in_(listed)),
        sa.select(TOLD_OF.c.telling)
        .join(SPEAKERS, SPEAKERS.c.report == TOLD_OF.c.report)
        .where(SPEAKERS.c.identity.in_(listed)),
        sa.select(TOLD_PARTS.c.telling).where(TOLD_PARTS.c.part.in_([numbered(each) for each in listed])),
    )
    keys = {key for asked in held for key in connection.execute(asked.distinct()).scalars()}
    if keys:
        due = sa.case((TELLINGS.c.due == OPEN, OPEN), else_=TO_TELL)
        connection.execute(
            sa.update(TELLINGS)
            .where(among(connection, TELLINGS.c.key, sorted(keys)))
            .values(touched=TELLINGS.c.touched + 1, due=due)
        )
