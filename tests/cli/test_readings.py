"""From paths on the command line, through formats and intake, to what is printed; only the model is stood in for."""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from typing import TYPE_CHECKING

import pytest

from reportedly.intake import packaged
from reportedly.values import Moment, Reading, Report
from tests.building import reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.cli.conftest import Run


@dataclasses.dataclass
class Pipeline:
    """Finds what Ann said, and keeps the least confidence that it was made with."""

    least: float | None = None

    def read(self, report: Report) -> Reading:
        """Read one report."""
        found = [("Ann", "said", "it rained")] if "Ann said it rained" in report.text else []
        made = reading(report.text, found)
        return dataclasses.replace(made, report=report)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports one by one."""
        return map(self.read, reports)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pipeline]:
    """Stand in for the packaged model; neither it nor the model that others opened is kept for the next test."""
    packaged._opened.cache_clear()  # noqa: SLF001 - what is kept open would be read with in place of this
    made = Pipeline()

    def default_pipeline(min_confidence: float | None = None) -> Pipeline:
        made.least = min_confidence
        return made

    module = types.ModuleType("reportedly.reading")
    module.default_pipeline = default_pipeline  # type: ignore[attr-defined] # a module made for this test
    monkeypatch.setitem(sys.modules, "reportedly.reading", module)
    yield made
    packaged._opened.cache_clear()  # noqa: SLF001 - as above


def test_a_folder_is_read_and_its_failures_are_named(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    """What can be read in a folder is written in order; what cannot has its line; other kinds are counted."""
    (tmp_path / "a.txt").write_text("Ann said it rained.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "7", "text": "Ann said it rained again."}\nbroken\n', encoding="utf-8")
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8\xff")
    result = run("read", str(tmp_path), str(tmp_path / "d.txt"), "--min-confidence", "0.25")
    assert result.exit_code == 1
    assert pipeline.least == 0.25
    read = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(made["report"]["external_id"], len(made["statements"])) for made in read] == [(None, 1), ("7", 1)]
    broken, missing, passed = result.stderr.splitlines()
    assert "b.jsonl" in broken
    assert missing.endswith("d.txt: there is no such file or folder")
    assert "c.jpg" in passed


def test_standard_input_is_read_with_what_the_caller_says(run: Run, pipeline: Pipeline) -> None:
    """A text from standard input has the title, publisher, address and date that the options give."""
    given = ["--title", "T", "--publisher", "P", "--url", "https://observer.example/1", "--published", "2025-03"]
    result = run("read", "-", *given, "--format", "json", stdin=b"Ann said it rained.\n")
    assert (result.exit_code, result.stderr) == (0, "")
    report = json.loads(result.stdout)["report"]
    assert report["text"] == "Ann said it rained.\n"
    assert [report[key] for key in ("title", "publisher", "url")] == ["T", "P", "https://observer.example/1"]
    assert report["published"] == str(Moment("2025-03"))
    assert report["path"] is None
    assert pipeline.least is None
