"""What all tests share: how hypothesis searches, how golden files are kept, and where ledgers are made."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

import reportedly
from reportedly.ledger import Ledger
from tests.ledger.postgres import Server, programs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

hypothesis.settings.register_profile("local", deadline=None)  # a test never times anything
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files."""
    parser.addoption("--update-golden", action="store_true", help="write golden and generated files anew; not in CI")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write golden files where nobody would look at the difference."""
    if config.getoption("--update-golden") and os.environ.get("CI"):
        msg = "--update-golden is refused in CI: update on your machine and read the difference"
        raise pytest.UsageError(msg)


def pytest_report_header() -> str:
    """Say which copy of the package is tested: the installed wheel or the checkout."""
    return f"reportedly: {Path(reportedly.__file__).parent}"


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's root."""
    return Path(__file__).parents[1]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a function that compares a text with a golden file, or writes it with --update-golden."""

    def check(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        assert path.exists(), f"{path.name} is not there yet: write it with --update-golden"
        assert actual == path.read_text(encoding="utf-8"), (
            f"{path.name} differs: if rightly so, write it with --update-golden"
        )

    return check


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Start a PostgreSQL server; skip by name where none is installed."""
    found = programs()
    if found is None or importlib.util.find_spec("psycopg") is None:
        pytest.skip("PostgreSQL, or psycopg, is not installed: apt-get install postgresql")
    with Server(found) as running:
        yield running


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Return a function that gives a new place for a ledger, of either kind.

    What holds of one must hold of the other.
    """
    if request.param == "sqlite":
        return lambda: str(tmp_path_factory.mktemp("ledger") / "ledger.sqlite")
    server: Server = request.getfixturevalue("postgres")
    return server.database


@pytest.fixture
def where(new_place: Callable[[], str]) -> str:
    """Return where a ledger is to be made, of either kind."""
    return new_place()


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Open an empty ledger of either kind."""
    with Ledger.open(where, create=True) as opened:
        yield opened
