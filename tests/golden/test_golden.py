r"""Golden cases: one readable file holds a short report and the statements that are read in it.

    # title: Dam will not burst, engineers say        (any of title, publisher, known error; or none)
    Dam will not burst, engineers say                  (the report)

    # statements
    engineers | say | Dam will not burst | parent=-    (source, cue, content; `-` where there is none)

The pieces of a passage are joined by ` … `, a line break inside a piece is written `\n` and a bar `\|`. `parent` is
the number of the statement within whose content this one stands. A warning is a last line: `caution | its code`.
`known error` says in words what is wrong with statements that are kept as they are read.

    pytest tests/golden --update-golden

writes what is read now into the files.
"""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.reading import Pipeline, default_pipeline
from reportedly.values import GAP, Passage, Reading, Report

CASES = sorted(Path(__file__).parent.glob("cases/*.txt"))
KEYS = ("title", "publisher", "known error")
NOTHING = "-"
STATEMENTS = "# statements\n"
_HEADER = re.compile(r"# ([a-z ]+): (.+)\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A golden case as its file has it."""

    header: tuple[tuple[str, str], ...]
    text: str
    expected: tuple[str, ...]

    @classmethod
    def parse(cls, content: str) -> Case:
        """Take a file apart; ValueError where it has no `# statements` line or a header that means nothing."""
        header = []
        while found := _HEADER.match(content):
            if found[1] not in KEYS:
                msg = f"no header of a golden case: {found[1]!r} (one of {', '.join(KEYS)})"
                raise ValueError(msg)
            header.append((found[1], found[2]))
            content = content[found.end() :]
        text, mark, expected = content.rpartition("\n" + STATEMENTS)
        if not mark:
            msg = f"a golden case needs the line {STATEMENTS!r}"
            raise ValueError(msg)
        return cls(tuple(header), text.removesuffix("\n"), tuple(expected.splitlines()))

    def write(self) -> str:
        """Put a file together."""
        header = "".join(f"# {key}: {value}\n" for key, value in self.header)
        return f"{header}{self.text}\n\n{STATEMENTS}" + "".join(line + "\n" for line in self.expected)

    @property
    def report(self) -> Report:
        """The report of this case."""
        said = dict(self.header)
        return Report(
            text=self.text,
            title=said.get("title"),
            publisher=said.get("publisher"),
        )


def render(reading: Reading) -> tuple[str, ...]:
    """Write a reading as the lines of a case."""
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, 1)}
    lines = [
        " | ".join(
            (
                *(shown(passage) for passage in (statement.source, statement.cue, statement.content)),
                f"parent={NOTHING if statement.parent is None else numbers[statement.parent]}",
            )
        )
        for statement in reading.statements
    ]
    return (*lines, *(f"caution | {caution.code}" for caution in reading.warnings))


def shown(passage: Passage) -> str:
    """Write a passage on one line."""
    pieces = (text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n") for text in passage.texts)
    return GAP.join(pieces) or NOTHING


def broken(reading: Reading) -> list[str]:
    """Name every rule of a reading that this one breaks."""
    text, ids = reading.report.text, [statement.id for statement in reading.statements]
    faults = [] if len(set(ids)) == len(ids) else ["two statements share an id"]
    for statement in reading.statements:
        name = f"statement {statement.id}"
        faults += [
            f"{name} shows words that do not stand in the report"
            for passage in (statement.source, statement.cue, statement.content)
            for span, words in zip(passage.spans, passage.texts, strict=True)
            if text[span.start : span.end] != words
        ]
        if not statement.content:
            faults.append(f"{name} has no content")
        if not 0 <= statement.confidence <= 1:
            faults.append(f"{name} has the confidence {statement.confidence}")
        if statement.parent is None:
            continue
        if statement.parent not in ids:
            faults.append(f"{name} stands in a statement that is not there")
            continue
        around, inside = reading.statement(statement.parent).content.extent, statement.content.extent
        if around and inside and not around.contains(inside):
            faults.append(f"{name} leaves the content that it is said to stand in")
    return faults


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Load the packaged model once for all cases."""
    return default_pipeline()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_reads_as_written(path: Path, pipeline: Pipeline, request: pytest.FixtureRequest) -> None:
    """The statements of a case are the expected ones, keep every rule, and are the same when read again."""
    case = Case.parse(path.read_text(encoding="utf-8"))
    reading = pipeline.read(case.report)
    if request.config.getoption("--update-golden"):
        case = dataclasses.replace(case, expected=render(reading))
        path.write_text(case.write(), encoding="utf-8")
    again = pipeline.read(case.report)
    assert (render(reading), broken(reading), again) == (case.expected, [], reading)


def test_many_are_read_as_one_at_a_time(pipeline: Pipeline) -> None:
    """Reading all cases in one go gives what reading each alone gives, in the same order."""
    reports = [Case.parse(path.read_text(encoding="utf-8")).report for path in CASES]
    assert list(pipeline.read_many(reports)) == [pipeline.read(report) for report in reports]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_is_written_as_it_was_parsed(path: Path) -> None:
    """Every file is in the one form that `--update-golden` writes, so that its diffs show only what changed."""
    content = path.read_text(encoding="utf-8")
    assert Case.parse(content).write() == content


def test_header_that_means_nothing_is_refused() -> None:
    """A misspelt header is an error and not the first line of the report."""
    with pytest.raises(ValueError, match="no header of a golden case: 'publsher'"):
        Case.parse("# publsher: The Meridian\nIt rained.\n\n# statements\n")


def test_update_is_refused_where_ci_is_set() -> None:
    """`--update-golden` ends in a usage error, before any test runs, where the environment has CI."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--update-golden", "-p", "no:cacheprovider", str(Path(__file__).parent)],
        env=os.environ | {"CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "refused in CI" in done.stderr
