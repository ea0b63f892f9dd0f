"""Queries as conditions on the tables of a ledger."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.ledger.dialects import among, matching, phrase_query
from reportedly.ledger.schema import PLACES, POINTS, REPORTS, STATEMENTS
from reportedly.values.earth import EARTH_KM

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.ledger.query import Near, Query

MOST_RANKED = 2000
"""Rows that are ordered by how well they match, at most."""
MOST_NEAR = 2000
"""Places in a circle up to which they are looked up and ordered; beyond, the newest statements are gone through."""


def condition(connection: Connection, query: Query, *, of_reports: bool = False) -> list[sa.ColumnElement[bool]]:
    """Return what must hold for a query, but for its words.

    `of_reports` asks whether a report has such a statement. In SQLite a speaker is looked for among the words.
    """
    dialect = connection.dialect.name
    statements: list[sa.ColumnElement[bool]] = [
        STATEMENTS.c[name] == value
        for name in ("kind", "stance", "certainty", "country")
        if (value := getattr(query, name)) is not None
    ]
    if query.unnamed is not None:
        statements.append(STATEMENTS.c.named == (0 if query.unnamed else 1))
    if query.speaker is not None and (of_reports or dialect != "sqlite"):
        statements.append(STATEMENTS.c.name.icontains(query.speaker, autoescape=True))
    if query.near is not None:
        statements.append(_near(connection, query.near))
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


def _near(connection: Connection, near: Near) -> sa.ColumnElement[bool]:
    """Return the condition that a statement has a place in a circle, or an area that reaches into it."""
    points = _points(connection, near)
    if not points:
        return sa.false()
    inside = among(connection, PLACES.c.point, points)
    holders = sa.select(STATEMENTS.c.key).join(PLACES, PLACES.c.statement == STATEMENTS.c.id).where(inside)
    found = connection.execute(holders.limit(MOST_NEAR)).scalars().all()
    if len(found) < MOST_NEAR:
        return among(connection, STATEMENTS.c.key, sorted(set(found)))
    return sa.exists(sa.select(PLACES.c.key).where(PLACES.c.statement == STATEMENTS.c.id, inside))


def _points(connection: Connection, near: Near) -> list[int]:
    """Return the points in a circle, and the areas that reach into it."""
    columns = POINTS.c
    tall = math.degrees(near.km / EARTH_KM)
    box = sa.or_(columns.lat.between(near.lat - tall, near.lat + tall), columns.extent_km > 0)
    return [
        row.key
        for row in connection.execute(sa.select(POINTS).where(box).order_by(columns.key))
        if distance_km(near.lat, near.lon, row.lat, row.lon) <= near.km + row.extent_km
    ]


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in kilometres (haversine)."""
    first, second = math.radians(lat), math.radians(other_lat)
    turn = math.radians(other_lon - lon)
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
