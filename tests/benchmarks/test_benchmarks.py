"""What the benchmark measures on and how it judges; nothing is timed here."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks import texts
from benchmarks.__main__ import FLOORS, compare
from benchmarks.environment import NoPeerError, python
from benchmarks.measure import Steady, Wall, steady, wall
from evals.floors import Floors

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ["one two three", "four five", "six seven eight nine"]


def test_texts_are_the_same_in_every_run() -> None:
    """Two runs are measured on the same texts, and no two texts of a run are alike."""
    made = texts.reports(PARTS, 12)
    assert made == texts.reports(PARTS, 12)
    assert len(set(made)) == 12


def test_a_text_is_as_long_as_asked_and_ends_with_a_paragraph() -> None:
    """A text has at least the words that were asked for, in whole paragraphs."""
    text = texts.report(PARTS, 10)
    assert 10 <= len(text.split()) < 10 + 4
    assert text.split("\n\n") == [*PARTS, PARTS[0]]


def test_the_examples_make_texts(root: Path) -> None:
    """The plain-text examples hold paragraphs to make texts of."""
    assert all(part.split() for part in texts.paragraphs(root / "examples"))


def test_no_examples_are_an_error(tmp_path: Path) -> None:
    """Nothing is measured on nothing."""
    with pytest.raises(ValueError, match="no plain-text examples"):
        texts.paragraphs(tmp_path)


def test_the_best_and_the_median_of_wall_times() -> None:
    """The best is the shortest, the median the middle one."""
    taken = Wall((0.5, 0.2, 0.3))
    assert (taken.best, taken.median) == (0.2, 0.3)


def test_speed_is_words_over_cpu_seconds() -> None:
    """Words per CPU second are those read over those used."""
    assert Steady(words=3000, seconds=1.5, found=7).speed == 2000.0


def test_a_failing_command_is_not_measured(tmp_path: Path) -> None:
    """A command that fails quickly is no fast command."""
    failing = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(subprocess.CalledProcessError):
        wall(failing, 1)
    with pytest.raises(subprocess.CalledProcessError):
        steady(failing, tmp_path)


def test_a_missed_bound_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """A figure beyond its bound is named and fails; one that could not be measured is named and does not."""
    good = {"words per cpu second": 9000.0, "cold seconds": 1.0, "help seconds": 0.2}
    assert compare(Floors.read(FLOORS), good) == 0
    assert "ratio to textacy" in capsys.readouterr().out
    assert compare(Floors.read(FLOORS), good | {"help seconds": 0.4}) == 1
    assert "MISSED" in capsys.readouterr().out


def test_without_an_index_there_is_no_peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the peer cannot be installed, the reason is pip's own."""

    def fail(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command, stderr="noise\nERROR: no such distribution\n")

    monkeypatch.setattr("venv.create", lambda *_, **__: None)
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(NoPeerError, match="no such distribution"):
        python(tmp_path)
    assert not (tmp_path / ".made").exists()
