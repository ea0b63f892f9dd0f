"""Queries as conditions on the tables of a ledger."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.ledger.dialects import matching, phrase_query
from reportedly.ledger.schema import PLACES, REPORTS, STATEMENTS
from reportedly.values.earth import EARTH_KM

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.ledger.query import Near, Query

MOST_RANKED = 2000
"""Rows that are ordered by how well they match, at most."""


def condition(query: Query, dialect: str, *, of_reports: bool = False) -> list[sa.ColumnElement[bool]]:
    """Return what must hold for a query, but for its words and for places.

    `of_reports` asks whether a report has such a statement. In SQLite a speaker is looked for among the words.
    """
    statements: list[sa.ColumnElement[bool]] = [
        STATEMENTS.c[name] == value
        for name in ("kind", "stance", "certainty", "country")
        if (value := getattr(query, name)) is not None
    ]
    if query.unnamed is not None:
        statements.append(STATEMENTS.c.named == (0 if query.unnamed else 1))
    if query.speaker is not None and (of_reports or dialect != "sqlite"):
        statements.append(STATEMENTS.c.name.icontains(query.speaker, autoescape=True))
    reports: list[sa.ColumnElement[bool]] = []
    if query.publisher is not None:
        reports.append(REPORTS.c.publisher.icontains(query.publisher, autoescape=True))
    if query.after is not None:
        reports.append(REPORTS.c.known_from >= query.after)
    if query.before is not None:
        reports.append(REPORTS.c.known_from < query.before)
    if not of_reports:
        return [*statements, *reports]
    if statements:
        reports.append(sa.exists(sa.select(STATEMENTS.c.key).where(STATEMENTS.c.report == REPORTS.c.id, *statements)))
    return reports


def worded(
    connection: Connection, asked: sa.Select[Any], query: Query, table: sa.Table
) -> tuple[sa.Select[Any], sa.ColumnElement[Any] | None]:
    """Ask for the words of a query as well, in the rows of a table; return also what orders by how well they match.

    Where they are found in more than `MOST_RANKED` rows, those that were added last come first: to rank them all takes
    longer than anybody waits, and tells little.
    """
    words = phrase_query(connection.dialect.name, query.phrases, query.speaker if table is STATEMENTS else None)
    if not words:
        return asked, None
    found = matching(connection, table.name, words)
    many = connection.execute(
        sa.select(sa.func.count()).select_from(sa.select(found.c.key).limit(MOST_RANKED).subquery())
    )
    ranked = found.c.rank if int(many.scalar() or 0) < MOST_RANKED else found.c.key.desc()
    return asked.join(found, found.c.key == table.c.key), ranked


def nearby(connection: Connection, near: Near) -> dict[str, str]:
    """Return the statements with a place in a circle, or an area that reaches into it, each with its report."""
    columns = PLACES.c
    asked = sa.select(columns.statement, columns.report, columns.lat, columns.lon, columns.extent_km).where(
        columns.statement.is_not(None), columns.lat.is_not(None)
    )
    tall = math.degrees(near.km / EARTH_KM)
    box = sa.or_(columns.lat.between(near.lat - tall, near.lat + tall), columns.extent_km > near.km)
    return {
        row.statement: row.report
        for row in connection.execute(asked.where(box))
        if distance_km(near.lat, near.lon, row.lat, row.lon) <= near.km + (row.extent_km or 0.0)
    }


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in kilometres (haversine)."""
    first, second = math.radians(lat), math.radians(other_lat)
    turn = math.radians(other_lon - lon)
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
