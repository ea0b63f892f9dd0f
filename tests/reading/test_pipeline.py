"""The pipeline: stages in their order, each proposing, the pipeline applying."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reportedly.engine import packaged
from reportedly.errors import UsageError
from reportedly.reading import Pipeline, Proposal
from reportedly.values import Caution, MadeBy, Passage, Reading, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPORT = Report(text="The mayor said the bridge was unsafe.")
STATEMENT = Statement(
    id="s1",
    source=Passage.of(REPORT.text, [(0, 9)]),
    cue=Passage.of(REPORT.text, [(10, 14)]),
    content=Passage.of(REPORT.text, [(15, 36)]),
    parent=None,
    confidence=0.9,
    made_by=MadeBy("finder", "1"),
)


@dataclasses.dataclass
class Fake:
    """A stage that proposes what it was made with, and keeps what it was shown."""

    name: str
    needs: frozenset[str] = frozenset({"text"})
    gives: frozenset[str] = frozenset()
    proposal: Proposal = dataclasses.field(default_factory=Proposal)
    version: str = "1"
    seen: list[Reading] = dataclasses.field(default_factory=list)

    def __call__(self, reading: Reading) -> Proposal:
        """Keep the reading and propose."""
        self.seen.append(reading)
        return self.proposal


def finder() -> Fake:
    """Make a stage that finds a statement."""
    return Fake("finder", gives=frozenset({"statements"}), proposal=Proposal(statements=(STATEMENT,)))


def test_stages_run_in_their_order() -> None:
    """Each stage sees what those before it proposed, and not what comes after."""
    first, second = finder(), Fake("doubter", needs=frozenset({"statements"}))
    reading = Pipeline([first, second]).read(REPORT)
    assert [seen.statements for seen in (*first.seen, *second.seen)] == [(), (STATEMENT,)]
    assert reading == Reading(REPORT, (STATEMENT,))


def test_stage_that_comes_too_early_is_refused() -> None:
    """A pipeline in which a stage lacks what it needs is not built; the error names the stage and what it lacks."""
    with pytest.raises(UsageError, match="'doubter' needs places, statements"):
        Pipeline([Fake("doubter", needs=frozenset({"text", "statements", "places"})), finder()])


def test_name_that_is_used_twice_is_refused() -> None:
    """Two stages of one name could not be told apart in what they made."""
    with pytest.raises(UsageError, match="two stages are named 'finder'"):
        Pipeline([finder(), finder()])


def test_stage_that_proposes_nothing_changes_nothing() -> None:
    """An empty proposal leaves statements and warnings as they are."""
    reading = Pipeline([finder(), Fake("silent")]).read(REPORT)
    assert reading == Pipeline([finder()]).read(REPORT)


def test_no_statements_replace_statements() -> None:
    """A stage that proposes an empty tuple takes the statements away, unlike one that proposes nothing."""
    assert Pipeline([finder(), Fake("eraser", proposal=Proposal(statements=()))]).read(REPORT).statements == ()


def test_warnings_are_appended() -> None:
    """Every stage's warnings are kept, in the order of the stages."""
    one, two = Caution("one", "First."), Caution("two", "Second.")
    stages = [Fake("a", proposal=Proposal(warnings=(one,))), Fake("b", proposal=Proposal(warnings=(two, one)))]
    assert Pipeline(stages).read(REPORT).warnings == (one, two, one)


def test_input_is_not_changed() -> None:
    """What a stage was shown is the same after the pipeline has gone on."""
    watcher = Fake("watcher")
    Pipeline([watcher, finder()]).read(REPORT)
    assert watcher.seen == [Reading(REPORT)]


def test_empty_pipeline_reads_nothing() -> None:
    """A pipeline without stages gives the report back."""
    assert Pipeline([]).read(REPORT) == Reading(REPORT)


def test_reports_are_read_as_they_come() -> None:
    """Each reading is given before the next report is asked for, so that a stream of reports may be endless."""
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield REPORT

    readings = Pipeline([finder()]).read_many(endless())
    assert next(readings).statements == (STATEMENT,)
    assert taken == 1


def test_many_are_read_as_one_at_a_time(pipeline: Pipeline, root: Path) -> None:
    """Read together, reports give what each gives alone, confidences to the last bit, and in their order."""
    reports = [
        Report(text=path.read_text(encoding="utf-8"), path=path.name)
        for path in sorted((root / "examples").rglob("*.txt"))
    ]
    reports += [Report(text=""), reports[0], Report(text="Police said so.")]
    alone = [pipeline.read(report) for report in reports]
    assert list(pipeline.read_many(reports)) == alone
    assert list(pipeline.read_many(reversed(reports))) == alone[::-1]
    assert [reading.report for reading in alone] == reports
    assert sum(len(reading.statements) for reading in alone) > len(reports)


def test_statements_name_what_made_them(pipeline: Pipeline) -> None:
    """A statement names its stage, the stage's version and the digest of the packaged model."""
    stage = pipeline.stages[0]
    made_by = {statement.made_by for statement in pipeline.read(REPORT).statements}
    assert made_by == {MadeBy("attribution", stage.version, packaged().digest)}
    assert stage.name == "attribution"


def test_importing_the_reading_loads_no_model() -> None:
    """The model's libraries are imported when a pipeline is made, and not before."""
    code = "import sys, reportedly.reading; print({'onnxruntime', 'tokenizers', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
