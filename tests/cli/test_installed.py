"""What is installed, part by part."""

from __future__ import annotations

import importlib.metadata
import tomllib
from typing import TYPE_CHECKING

import pytest

from reportedly.cli import installed
from reportedly.cli.installed import EXTRAS, State, extra, package, parts, requirements
from reportedly.errors import BundleError
from reportedly.ledger.opening import SCHEMA
from tests.cli.asked import ledger

if TYPE_CHECKING:
    from pathlib import Path


def test_every_extra_says_what_it_is_for(root: Path) -> None:
    """Whatever can be installed beside has a purpose."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["optional-dependencies"]) <= set(EXTRAS)


def test_requirements_are_told_apart() -> None:
    """What is always needed, and what an extra brings."""
    asked = ["rich>=13.9", "psycopg[binary]>=3.2; extra == 'postgres'", 'x; extra == "two"', "!"]
    assert requirements(asked) == (["rich>=13.9"], {"postgres": ["psycopg>=3.2"], "two": ["x"]})


@pytest.mark.parametrize(("version", "needed"), [("3.13.9", ["x>=1"]), ("3.14.0", ["y"]), ("3.15.2", ["y"])])
def test_what_another_python_needs_is_not_missing(
    monkeypatch: pytest.MonkeyPatch, version: str, needed: list[str]
) -> None:
    """A requirement of older versions of Python, or of newer ones, is none of this one."""
    monkeypatch.setattr("platform.python_version", lambda: version)
    assert requirements(["x>=1; python_version < '3.14'", 'y; python_version >= "3.14"']) == (needed, {})


@pytest.mark.parametrize(
    ("have", "asked", "state"),
    [
        ("2.0", "rich>=2.0", State.PRESENT),
        ("2.0.0", "rich>=2", State.PRESENT),
        ("2.10.1", "rich>=2.9", State.PRESENT),
        ("2.0rc1", "rich>=2.0", State.PRESENT),
        ("1.9", "rich>=1.10", State.FAULTY),
        (None, "rich>=1", State.FAULTY),
        ("1", "rich", State.PRESENT),
    ],
)
def test_a_package_must_be_new_enough(
    monkeypatch: pytest.MonkeyPatch, have: str | None, asked: str, state: State
) -> None:
    """One that is missing or too old is a fault, and says what is needed."""
    monkeypatch.setattr(installed, "_version", lambda _: have)
    found = package(asked)
    assert found.state is state
    assert (asked in found.note) is (state is State.FAULTY)


def test_a_missing_extra_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what it is for and how to get it."""
    monkeypatch.setattr(installed, "_version", lambda _: None)
    found = extra("pdf", ["pypdfium2>=5.0"])
    assert (found.state, found.value) == (State.MISSING, "PDF with a text layer")
    assert found.note == "pip install 'reportedly[pdf]'"


def test_all_parts_are_looked_at(tmp_path: Path) -> None:
    """The program, its packages, the model, the gazetteer, a sentence, the ledger, the extras: all is well here."""
    found = list(parts(ledger(str(tmp_path / "ledger.sqlite"))))
    assert {part.area for part in found} == {
        "program",
        "python",
        "package",
        "model",
        "gazetteer",
        "reading",
        "ledger",
        "extra",
    }
    assert [part for part in found if part.state is State.FAULTY] == []
    named = {part.name: part for part in found}
    assert named["onnxruntime"].value == importlib.metadata.version("onnxruntime")
    assert named["ledger"].note == f"schema {SCHEMA}, 5 reports"


def test_a_damaged_part_does_not_hide_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with the model is said, and everything else is looked at."""

    def damaged() -> None:
        msg = "the model 'newsroom' cannot be used: model.onnx is damaged"
        raise BundleError(msg)

    monkeypatch.setattr("reportedly.engine.bundle.packaged", damaged)
    found = {part.area: part for part in parts(ledger(str(tmp_path / "ledger.sqlite")))}
    assert (found["model"].state, found["ledger"].state) == (State.FAULTY, State.PRESENT)
    assert found["model"].value == "the model 'newsroom' cannot be used: model.onnx is damaged"


def test_a_ledger_is_missing_or_faulty(tmp_path: Path) -> None:
    """One that was not begun is no fault; a file that is none is one."""
    (tmp_path / "text.txt").write_text("This is no database, and long enough to be sure of it.", encoding="utf-8")
    none = [part for part in parts(str(tmp_path / "none.sqlite")) if part.area == "ledger"]
    wrong = [part for part in parts(str(tmp_path / "text.txt")) if part.area == "ledger"]
    assert [part.state for part in (*none, *wrong)] == [State.MISSING, State.FAULTY]
    assert none[0].note == "`reportedly add` makes one"
