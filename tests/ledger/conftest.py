"""An empty ledger of either kind: what holds of one must hold of the other."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from reportedly.ledger import Ledger
from tests.ledger.postgres import Server, programs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Start a PostgreSQL server; skip by name where none is installed."""
    found = programs()
    if found is None or importlib.util.find_spec("psycopg") is None:
        pytest.skip("PostgreSQL, or psycopg, is not installed: apt-get install postgresql")
    with Server(found) as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a ledger is to be made."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.database()


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Open an empty ledger."""
    with Ledger.open(where, create=True) as opened:
        yield opened
