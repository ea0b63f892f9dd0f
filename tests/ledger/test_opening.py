"""Where ledgers are, and what is none."""

from __future__ import annotations

import gzip
import pathlib
import stat
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import Ledger, parse
from reportedly.ledger.opening import located, shown
from tests.ledger.told import bridge

if TYPE_CHECKING:
    from pathlib import Path


def test_where_the_ledger_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As given, else as the environment says, else in the user's folder for data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("REPORTEDLY_LEDGER", raising=False)
    assert located("here.sqlite") == "here.sqlite"
    assert located() == str(tmp_path / "reportedly" / "ledger.sqlite")
    monkeypatch.setenv("REPORTEDLY_LEDGER", "there.sqlite")
    assert located() == "there.sqlite"


def test_a_password_is_not_shown() -> None:
    """An address in a message has no password."""
    assert "secret" not in shown("postgresql://ana:secret@db.example/ledger")


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Nobody else reads a ledger that was just made."""
    path = tmp_path / "deep" / "ledger.sqlite"
    Ledger.open(path, create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [None, b"no database at all, but some text", b""])
def test_what_is_no_ledger_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """A file that is not there, or is something else, gives a clear error and is left as it was."""
    path = tmp_path / "other.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"other\.sqlite"):
        Ledger.open(path)
    assert (path.read_bytes() if content is not None else None) == content


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(LedgerError, match="folder"):
        Ledger.open(tmp_path)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    """Tables of another program are not ours to add to."""
    import sqlite3

    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE fish (name TEXT)")
    with pytest.raises(LedgerError, match="something else"):
        Ledger.open(path, create=True)


def test_other_databases_are_refused() -> None:
    """Only two kinds are known."""
    with pytest.raises(UsageError, match="postgresql"):
        Ledger.open("mysql://db.example/ledger")


def test_a_ledger_can_be_opened_for_reading_only(tmp_path: Path) -> None:
    """Who only reads cannot write by mistake."""
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path, create=True).close()
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.view().stats().reports == 0
        with pytest.raises(LedgerError, match="not written"):
            ledger.writer().add(bridge())


def test_an_older_ledger_is_brought_up(tmp_path: Path) -> None:
    """A file of the first schema is opened with all that it holds, and whole; for reading only it is left as it is."""
    path = first_schema(tmp_path)
    with pytest.raises(LedgerError, match="0001 is older"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert ledger.view().stats().reports == 3
        assert len(list(ledger.view().statements(parse("near:60.5,5.4,50")))) == 1
        assert list(ledger.faults()) == []
        ledger.writer().add(bridge(url="https://later.example/bridge"))
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.view().stats().reports == 4


def test_an_older_ledger_becomes_like_a_new_one(tmp_path: Path) -> None:
    """After the steps the columns and indices are those of a ledger that is made today."""
    old, new = first_schema(tmp_path), tmp_path / "new.sqlite"
    Ledger.open(old).close()
    Ledger.open(new, create=True).close()
    assert shape(old) == shape(new)


def first_schema(folder: Path) -> Path:
    """Return a copy of a ledger that the first version with ledgers wrote."""
    path = folder / "old.sqlite"
    path.write_bytes(gzip.decompress(pathlib.Path(__file__).with_name("schema_0001.sqlite.gz").read_bytes()))
    return path


def shape(path: Path) -> dict[str, set[str]]:
    """Return the columns and indices of every table of a file."""
    inspector = sa.inspect(sa.create_engine(f"sqlite:///{path}"))
    return {
        table: {column["name"] for column in inspector.get_columns(table)}
        | {str(index["name"]) for index in inspector.get_indexes(table)}
        for table in inspector.get_table_names()
    }
