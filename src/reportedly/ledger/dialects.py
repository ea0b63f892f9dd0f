"""What SQLite and PostgreSQL call differently: full-text indices and how they are asked, long lists, and upserts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

MOST_LISTED = 500
"""Numbers that are written into a query one by one, which is faster; of more the whole list is passed as one value."""
INDEXED = {"reports": ("title", "text"), "statements": ("name", "source", "content"), "told": ("wordings", "names")}
"""The columns of each table that words are searched in."""


def create_indices(connection: Connection, tables: Iterable[str] = INDEXED) -> None:
    """Create the full-text indices of a new ledger, or of tables that are new to it."""
    for table in tables:
        columns = INDEXED[table]
        if connection.dialect.name == "sqlite":
            names = ", ".join(columns)
            connection.execute(
                sa.text(
                    f"CREATE VIRTUAL TABLE {table}_words USING fts5({names}, content='{table}', content_rowid='key', "
                    "tokenize='porter unicode61 remove_diacritics 2')"
                )
            )
        else:
            joined = " || ' ' || ".join(f"coalesce({name}, '')" for name in columns)
            connection.execute(
                sa.text(
                    f"ALTER TABLE {table} ADD COLUMN words tsvector "
                    f"GENERATED ALWAYS AS (to_tsvector('english', {joined})) STORED"
                )
            )
            connection.execute(sa.text(f"CREATE INDEX {table}_words ON {table} USING gin (words)"))


def _quoted(phrase: str) -> str:
    """Return a phrase as FTS5 takes it, whatever it holds."""
    return '"' + phrase.replace('"', " ").replace("\0", " ") + '"'


def index(connection: Connection, table: str, keys: Iterable[int]) -> None:
    """Put rows that were just written into the full-text index; PostgreSQL does so by itself."""
    if connection.dialect.name != "sqlite":
        return
    names = ", ".join(INDEXED[table])
    statement = sa.text(
        f"INSERT INTO {table}_words (rowid, {names}) SELECT key, {names} FROM {table} WHERE key = :key"  # noqa: S608 - names of this module only
    )
    rows = [{"key": key} for key in keys]
    if rows:
        connection.execute(statement, rows)


def unindex(connection: Connection, table: str, keys: Iterable[int]) -> None:
    """Take rows that are still there out of the full-text index; PostgreSQL does so by itself."""
    if connection.dialect.name != "sqlite":
        return
    names = ", ".join(INDEXED[table])
    statement = sa.text(
        f"INSERT INTO {table}_words ({table}_words, rowid, {names}) "  # noqa: S608 - names of this module only
        f"SELECT 'delete', key, {names} FROM {table} WHERE key = :key"
    )
    rows = [{"key": key} for key in keys]
    if rows:
        connection.execute(statement, rows)


def matching(connection: Connection, table: str, words: str) -> sa.Subquery:
    """Return the rows of a table that some words are found in: `key`, and `rank`, the better the smaller."""
    if connection.dialect.name == "sqlite":
        found = sa.text(
            f"SELECT rowid AS key, rank AS rank FROM {table}_words WHERE {table}_words MATCH :words"  # noqa: S608 - names of this module only
        )
    else:
        found = sa.text(
            f"SELECT key, -ts_rank_cd(words, query) AS rank FROM {table}, to_tsquery('english', :words) query "  # noqa: S608 - names of this module only
            "WHERE words @@ query"
        )
    columns = found.bindparams(words=words).columns(key=sa.Integer, rank=sa.Float)
    return columns.subquery(f"found_{table}")


def phrase_query(dialect: str, phrases: Iterable[str], name: str | None = None, column: str = "name") -> str:
    """Return a full-text query for which every phrase must be there, whatever signs they hold.

    SQLite looks for a name in a column of the same index, by how the words begin; PostgreSQL compares names by
    themselves.
    """
    if dialect == "sqlite":
        named = [f"{column} : {_quoted(name)} *"] if name and any(map(str.isalnum, name)) else []
        return " AND ".join([*map(_quoted, phrases), *named])
    cleaned = (" <-> ".join("".join(sign if sign.isalnum() else " " for sign in phrase).split()) for phrase in phrases)
    return " & ".join(f"({each})" for each in cleaned if each)


def among(connection: Connection, column: sa.ColumnElement[int], keys: Sequence[int]) -> sa.ColumnElement[bool]:
    """Return the condition that a column is one of some numbers, however many they are."""
    if len(keys) <= MOST_LISTED:
        return column.in_(list(keys))
    if connection.dialect.name == "sqlite":
        listed = sa.func.json_each(json.dumps(list(keys))).table_valued("value")
        return column.in_(sa.select(listed.c.value))
    return column == sa.any_(sa.cast(list(keys), postgresql.ARRAY(sa.Integer)))


def insert_missing(connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, but for those that are there already by a unique key of theirs."""
    if rows:
        insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        connection.execute(insert(table).on_conflict_do_nothing(), rows)


def alone(connection: Connection, table: sa.Table) -> None:
    """Have a transaction wait for others that write a table, and them for it; in SQLite all who write do anyway."""
    if connection.dialect.name != "sqlite":
        connection.execute(sa.text(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE"))
