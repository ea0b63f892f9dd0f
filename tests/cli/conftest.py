"""A command line whose readings are written by hand, and a ledger of some."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
import typer.testing

from reportedly.cli.app import app
from reportedly.ledger import Ledger
from tests.cli.asked import ledger
from tests.cli.claimed import READINGS, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from typer.testing import Result

    from reportedly.claims.edge import EdgeKind
    from reportedly.errors import ReportError
    from reportedly.ledger import Judgement
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


class Decisions:
    """Stands in for what writes judgements down: keeps what it was told, and gives an id."""

    def __init__(self) -> None:
        """Begin with nothing decided."""
        self.told: list[tuple[Any, ...]] = []
        self.given: list[Judgement] = []

    def _tell(self, *what: object, who: str, why: str) -> str:
        """Keep what was told."""
        self.told.append((*what, who, why))
        return f"j{len(self.told):020}"

    def join(self, ledger: Ledger, first: str, second: str, *, who: str, why: str) -> str:
        """Join two."""
        assert ledger.where
        return self._tell("join", first, second, who=who, why=why)

    def split(self, ledger: Ledger, first: str, second: str, *, who: str, why: str) -> str:
        """Split two."""
        assert ledger.where
        return self._tell("split", first, second, who=who, why=why)

    def wrong_edge(self, ledger: Ledger, report: str, source: str, kind: EdgeKind, *, who: str, why: str) -> str:  # noqa: PLR0913 - all that an edge is told by
        """Call an edge wrong."""
        assert ledger.where
        return self._tell("wrong edge", report, source, kind, who=who, why=why)

    def grade(self, ledger: Ledger, subject: str, letter: str | None, digit: int | None, *, who: str, why: str) -> str:  # noqa: PLR0913 - all that a grade is made of
        """Give a grade."""
        assert ledger.where
        return self._tell("grade", subject, letter, digit, who=who, why=why)

    def undo(self, ledger: Ledger, judgement: str, *, who: str, why: str) -> str:
        """Take back."""
        assert ledger.where
        return self._tell("undo", judgement, who=who, why=why)

    def grades(self, ledger: Ledger, subjects: Iterable[str]) -> list[Judgement]:
        """Return the grades of some subjects."""
        assert ledger.where
        wanted = set(subjects)
        return [each for each in self.given if each.subject in wanted]


@pytest.fixture
def decisions(monkeypatch: pytest.MonkeyPatch) -> Decisions:
    """Return what judgements are told to."""
    import reportedly.claims

    made = Decisions()
    monkeypatch.setitem(sys.modules, "reportedly.claims.decisions", made)
    monkeypatch.setattr(reportedly.claims, "decisions", made, raising=False)
    return made


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, decisions: Decisions) -> Shelf:
    """Return the book of every ledger, to be filled; judgements go to the stand-in as well."""
    assert decisions.told == []
    made = Shelf()
    monkeypatch.setattr("reportedly.cli.asking.book", made)
    return made


@pytest.fixture
def told_in(tmp_path: Path) -> str:
    """Return where the ledger of the story of `tests.cli.claimed` is, for commands to open."""
    path = str(tmp_path / "ledger.sqlite")
    with Ledger.open(path, create=True) as made:
        writer = made.writer()
        for each in READINGS:
            writer.add(each)
    return path


@pytest.fixture
def claim_table(run: Run, told_in: str, shelf: Shelf) -> Callable[..., list[str]]:
    """Return a function that gives the lines of a table in so many columns, which a command ended well with."""

    def lines(*arguments: str, columns: int = 80) -> list[str]:
        result = run(*arguments, "--ledger", told_in, "-f", "table", COLUMNS=str(columns))
        assert (result.exit_code, result.stderr) == (0, "")
        assert shelf.asked["ledger"] == told_in
        return result.stdout.splitlines()

    return lines
