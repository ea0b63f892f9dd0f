"""A command line whose readings are written by hand, and a ledger of some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer.testing

from reportedly.cli.app import app
from tests.cli.asked import ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from typer.testing import Result

    from reportedly.errors import ReportError
    from reportedly.values import Reading

    Run = Callable[..., Result]


class Supply:
    """Stands in for the model and the files: gives what a test put there, and keeps what it was asked for."""

    def __init__(self) -> None:
        """Begin with nothing to read."""
        self.results: Iterable[Reading | ReportError | BaseException] = ()
        self.asked: dict[str, Any] = {}

    def __call__(self, paths: list[str], **asked: Any) -> Iterator[Reading | ReportError]:  # noqa: ANN401 - all of it
        """Give the results one by one; an exception among them is raised, errors of single reports aside."""
        from reportedly.errors import ReportError

        self.asked = {"paths": paths, **asked}
        for result in self.results:
            if isinstance(result, BaseException) and not isinstance(result, ReportError):
                raise result
            yield result


@pytest.fixture
def supply(monkeypatch: pytest.MonkeyPatch) -> Supply:
    """Return the source of readings, to be filled."""
    made = Supply()
    monkeypatch.setattr("reportedly.cli.read.readings", made)
    return made


@pytest.fixture
def run() -> Run:
    """Return a function that runs `reportedly` with arguments, and perhaps with standard input."""
    runner = typer.testing.CliRunner()

    def call(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
        return runner.invoke(app, list(arguments), input=stdin, env=environment, prog_name="reportedly")

    return call


@pytest.fixture(scope="session")
def filled(new_place: Callable[[], str]) -> str:
    """Return where the ledger of `tests.cli.asked` is, of either kind; no test writes into it."""
    return ledger(new_place())
