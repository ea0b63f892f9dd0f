"""Open a ledger: one SQLite file, or a PostgreSQL database, of the schema that this version reads."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pathlib
import sqlite3
from typing import TYPE_CHECKING

import sqlalchemy as sa

from reportedly.errors import LedgerError, UsageError
from reportedly.ledger.dialects import create_indices
from reportedly.ledger.schema import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

SCHEMA = "0004"
"""The schema that this version reads and writes."""
BUSY_MS = 30_000
"""How long a writer waits for another, in milliseconds."""
VARIABLE = "REPORTEDLY_LEDGER"
"""The environment variable that names the ledger where the caller does not."""
_CREATED = 0o600
_WRITING = "reportedly_writing"


def located(ledger: str | os.PathLike[str] | None = None) -> str:
    """Return where the ledger is: as given, as `REPORTEDLY_LEDGER` says, or in the user's folder for data."""
    given = os.fspath(ledger) if ledger is not None else os.environ.get(VARIABLE, "")
    if given:
        return given
    base = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")  # noqa: PTH111, PTH118 - strings all the way
    return os.path.join(base, "reportedly", "ledger.sqlite")  # noqa: PTH118 - as above


def opened(where: str, *, create: bool, read_only: bool = False) -> Engine:
    """Return the engine of a ledger, whose schema is this version's.

    Raises:
        LedgerError: There is none and `create` is not set; it cannot be opened; or its schema is a newer one.
        UsageError: The address is of another database than the two that are known.
    """
    engine = _postgres(where) if "://" in where else _sqlite(pathlib.Path(where), create=create, read_only=read_only)
    try:
        with engine.connect() as connection:
            _check(connection, where, create=create, write=not read_only)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        raise LedgerError(shown(where), _reason(error)) from error
    except LedgerError:
        engine.dispose()
        raise
    return engine


def shown(where: str) -> str:
    """Return where a ledger is without the password that may stand in its address."""
    if "://" not in where:
        return where
    try:
        return sa.make_url(where).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return where.partition("://")[0] + "://..."


def _sqlite(path: pathlib.Path, *, create: bool, read_only: bool) -> Engine:
    """Return the engine of a file."""
    try:
        there = path.exists()
    except OSError as error:
        raise LedgerError(str(path), (error.strerror or str(error)).lower()) from error
    if not there:
        if not create:
            raise LedgerError(str(path), "there is no ledger; `reportedly add` makes one")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=_CREATED)
        except OSError as error:
            raise LedgerError(str(path), f"it cannot be made: {(error.strerror or str(error)).lower()}") from error
    elif path.is_dir():
        raise LedgerError(str(path), "it is a folder")
    elif not create and not path.stat().st_size:
        raise LedgerError(str(path), "it is empty")
    mode = "ro" if read_only else "rw"
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=BUSY_MS / 1000),
        poolclass=sa.pool.QueuePool,
    )
    sa.event.listen(engine, "connect", _reader if read_only else _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _: object) -> None:
    """Set what every connection to a SQLite file needs: readers beside one writer, and keys that lead somewhere."""
    connection.isolation_level = None  # sqlite3 begins no transactions of its own; SQLAlchemy does
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", f"busy_timeout = {BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _reader(connection: DBAPIConnection, _: object) -> None:
    """Set what a connection needs that only reads."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _begin(connection: Connection) -> None:
    """Begin; who writes does so at once, so that two writers wait for one another instead of failing halfway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITING) else "BEGIN")


def writing(engine: Engine) -> Engine:
    """Return an engine whose transactions write."""
    return engine.execution_options(**{_WRITING: True})


@contextlib.contextmanager
def written(engine: Engine, where: str) -> Iterator[Connection]:
    """Give a connection whose transaction is written as a whole, or not at all; LedgerError where it cannot be.

    `where` names the ledger in that.
    """
    try:
        with writing(engine).begin() as connection:
            yield connection
    except sa.exc.DBAPIError as error:
        raise LedgerError(where, f"not written: {_reason(error)}") from error


def _postgres(where: str) -> Engine:
    """Return the engine of a database."""
    try:
        url = sa.make_url(where)
    except sa.exc.ArgumentError as error:
        msg = f"{where.partition('://')[0]}://...: that is no address of a database"
        raise UsageError(msg) from error
    if url.get_backend_name() != "postgresql":
        msg = f"{shown(where)}: a ledger is a SQLite file or a postgresql:// address"
        raise UsageError(msg)
    if importlib.util.find_spec("psycopg") is None:
        msg = "PostgreSQL needs psycopg: pip install 'reportedly[postgres]'"
        raise UsageError(msg)
    return sa.create_engine(url.set(drivername="postgresql+psycopg"))


def _check(connection: Connection, where: str, *, create: bool, write: bool) -> None:
    """Compare the schema with this version's; bring an older one up to it, and make an empty one where asked to."""
    known = None
    if sa.inspect(connection).has_table("alembic_version"):
        known = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    if known == SCHEMA:
        return
    if known is not None and known > SCHEMA:
        reason = f"its schema is {known}, and this version knows those up to {SCHEMA}: install a newer reportedly"
        raise LedgerError(shown(where), reason)
    if known is None and not create:
        raise LedgerError(shown(where), "it is no ledger")
    if not write:
        reason = "it is empty" if known is None else f"its schema {known} is older: open it once for writing"
        raise LedgerError(shown(where), reason)
    if known is None and sa.inspect(connection).get_table_names():
        raise LedgerError(shown(where), "it is a database of something else")
    _bring_up(connection, new=known is None)
    connection.commit()


def _bring_up(connection: Connection, *, new: bool) -> None:
    """Make a new ledger whole; run the steps that an older one lacks."""
    from alembic import command  # noqa: PLC0415 - slow to import, and seldom needed
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", "reportedly.ledger:migrations")
    config.attributes["connection"] = connection
    if new:
        METADATA.create_all(connection)
        create_indices(connection)
        command.stamp(config, SCHEMA)
    else:
        command.upgrade(config, SCHEMA)


def _reason(error: sa.exc.DBAPIError) -> str:
    """Return what the database says, in a line."""
    return " ".join(str(error.orig).split()) or type(error).__name__
