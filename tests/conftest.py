"""What all tests share: how hypothesis searches, and how golden files are kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

import reportedly

if TYPE_CHECKING:
    from collections.abc import Callable

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
