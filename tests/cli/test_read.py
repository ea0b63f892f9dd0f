"""`reportedly read`."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reportedly.errors import BundleError, ReportError, UsageError
from reportedly.exchange.html import page
from reportedly.exchange.json import encode
from tests.building import reading

if TYPE_CHECKING:
    from tests.cli.conftest import Run, Supply

ONE = reading("Ann said it rained.", [("Ann", "said", "it rained")], title="One")
TWO = reading("Bo said é \x1b[1m.", [("Bo", "said", "é \x1b[1m")], title="Two")
ODD = reading("half \ud83d a ship", title="Odd")
UNREADABLE = ReportError("article.pdf", "this PDF has no text layer")


def test_json_lines_are_the_default_where_no_terminal_is(run: Run, supply: Supply) -> None:
    """One object a line and report, in order, and nothing on standard error."""
    supply.results = [ONE, TWO, ODD]
    result = run("read", "a.txt", "b.txt", "c.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [encode(made) for made in (ONE, TWO, ODD)]


def test_json_of_one_file_is_an_object(run: Run, supply: Supply) -> None:
    """One path that is a file, and one report in it: one object, laid out."""
    supply.results = [ONE]
    result = run("read", "--format", "json", "a.txt")
    assert json.loads(result.stdout) == encode(ONE)
    assert result.stdout.startswith('{\n  "report": {')


@pytest.mark.parametrize(
    ("paths", "results"),
    [
        (["a.jsonl"], [ONE, TWO]),
        (["a.txt", "b.txt"], [ONE]),
        (["."], [ONE]),
        (["a.txt"], []),
        (["a.jsonl"], [ONE, ODD, TWO]),
    ],
)
def test_json_of_anything_else_is_an_array(run: Run, supply: Supply, paths: list[str], results: list[Any]) -> None:
    """Several reports, several paths, a folder, or nothing at all: a valid array."""
    supply.results = results
    result = run("read", "--format", "json", *paths)
    assert json.loads(result.stdout) == [encode(made) for made in results]


def test_html_is_one_page(run: Run, supply: Supply) -> None:
    """All reports are on one page, written at the end; where nothing was read there is none."""
    supply.results = [ONE, UNREADABLE, TWO]
    result = run("read", "-f", "html", "a.txt", "b.txt")
    assert result.stdout_bytes.decode() == page([ONE, TWO])
    assert html.escape("Two") in result.stdout
    supply.results = [UNREADABLE]
    assert run("read", "-f", "html", "a.txt").stdout == ""


def test_a_table_in_a_pipe_has_no_colours(run: Run, supply: Supply) -> None:
    """A table that is not printed on a terminal is plain text, with two empty lines between reports."""
    supply.results = [ONE, TWO]
    result = run("read", "-f", "table", "a.txt", "b.txt", COLUMNS="60")
    assert "\x1b" not in result.stdout
    first, second = result.stdout.split("\n\n\n")
    assert first.splitlines() == ["One", "1 statement", "─" * 60, "1  Ann" + " " * 45 + "said  .90", "   it rained"]
    assert second.splitlines()[-1] == "   é ␛[1m"


def test_what_cannot_be_read_is_named_and_the_rest_is_read(run: Run, supply: Supply) -> None:
    """An error is one line on standard error; the others are written; the exit code is 1."""
    supply.results = [ONE, UNREADABLE, ReportError("bad\x1b[1m\nname", "is broken"), TWO]
    result = run("read", "folder")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "reportedly: article.pdf: this PDF has no text layer",
        "reportedly: bad␛[1m name: is broken",
    ]
    assert len(result.stdout.splitlines()) == 2


def test_what_the_caller_says_is_passed_on(run: Run, supply: Supply) -> None:
    """Each option reaches the reading; `-` brings standard input with it."""
    run(
        "read",
        "-",
        "b.txt",
        "--title",
        "T",
        "--publisher",
        "P",
        "--url",
        "U",
        "--published",
        "2025-03",
        "--min-confidence",
        "0.5",
    )
    assert supply.asked.pop("stdin") is not None
    assert callable(supply.asked.pop("skipped"))
    assert supply.asked == {
        "paths": ["-", "b.txt"],
        "title": "T",
        "publisher": "P",
        "url": "U",
        "published": "2025-03",
        "min_confidence": 0.5,
    }


def test_without_options_nothing_is_claimed(run: Run, supply: Supply) -> None:
    """What the caller does not say is None, and standard input is left alone."""
    run("read", "b.txt")
    del supply.asked["skipped"]
    assert supply.asked.pop("paths") == ["b.txt"]
    assert set(supply.asked.values()) == {None}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "PATH"),
        (["a.txt", "--min-confidence", "1.5"], "1.5 is not a number from 0 to 1"),
        (["a.txt", "--min-confidence", "-0.1"], "-0.1 is not a number from 0 to 1"),
        (["a.txt", "--min-confidence", "nan"], "nan is not a number from 0 to 1"),
        (["a.txt", "--min-confidence", "high"], "--min-confidence"),
        (["a.txt", "--published", "4 March"], "write 2024, 2024-10"),
        (["a.txt", "--published", "05/10/2024"], "'05/10/2024' is no date that can be read without a guess"),
        (["a.txt", "--published", "2025-02-30"], "is no date"),
        (["a.txt", "--format", "xml"], "xml"),
        (["a.txt", "--colour"], "--colour"),
    ],
)
def test_wrong_use_is_refused_before_reading(run: Run, supply: Supply, arguments: list[str], said: str) -> None:
    """What makes no sense ends with 2 and is explained; nothing is read or written."""
    supply.results = [ONE]
    result = run("read", *arguments)
    assert (result.exit_code, result.stdout, supply.asked) == (2, "", {})
    assert said in result.stderr


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BundleError("the packaged model is damaged"), 1, "reportedly: the packaged model is damaged\n"),
        (UsageError("a.txt is no folder"), 2, "reportedly: a.txt is no folder\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_an_early_end_has_its_code_and_no_traceback(
    run: Run, supply: Supply, error: BaseException, code: int, said: str
) -> None:
    """What was read before a run ends is written; how it ended shows in the exit code and, if anything, in one line."""
    supply.results = [ONE, error]
    result = run("read", "a.txt")
    assert (result.exit_code, result.stderr) == (code, said)
    assert json.loads(result.stdout) == encode(ONE)


def test_a_mistake_of_the_program_is_not_hidden(run: Run, supply: Supply) -> None:
    """An exception that nobody foresaw comes through, so that it is reported."""
    supply.results = [ZeroDivisionError()]
    assert isinstance(run("read", "a.txt").exception, ZeroDivisionError)


def test_files_passed_by_are_counted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of other kinds in a folder are no failure, but one line says how many there were, and names one."""
    from reportedly.intake import Skipped

    def readings(_: object, *, skipped: Any, **__: object) -> list[Any]:  # noqa: ANN401 - a callback
        skipped(Skipped("photos/a.jpg", "no format claims a file of this name"))
        return [ONE]

    monkeypatch.setattr("reportedly.cli.read.readings", readings)
    result = run("read", "photos")
    assert result.exit_code == 0
    assert result.stderr == (
        "reportedly: 1 file in a folder was passed by, as photos/a.jpg: no format claims a file of this name\n"
    )


PROGRAM = """
import sys
import reportedly.cli.read
from reportedly.cli.app import main
from reportedly.errors import ReportError
from tests.building import reading

def readings(paths, **_):
    for index in range(int(paths[0])):
        yield reading("Ann said it rained. " + str(index), [("Ann", "said", "it rained")])
    yield ReportError("last.pdf", "this PDF has no text layer")

reportedly.cli.read.readings = readings
main()
"""


@pytest.mark.parametrize("format_", ["jsonl", "json", "table"])
def test_a_closed_pipe_ends_quietly(root: Path, format_: str) -> None:
    """When the reader stops reading, so does the program: no traceback, and the exit code of a closed pipe."""
    command = [sys.executable, "-c", PROGRAM, "read", "100000", "--format", format_]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("format_", ["jsonl", "json", "table", "html"])
@pytest.mark.parametrize("reports", ["1", "1000"])
def test_a_full_disk_is_named_without_a_traceback(root: Path, format_: str, reports: str) -> None:
    """Where the output cannot be written, one line says why, and the exit code is 1."""
    command = [sys.executable, "-c", PROGRAM, "read", reports, "--format", format_]
    with FULL.open("wb") as full:
        done = subprocess.run(command, cwd=root, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    *_, last = done.stderr.splitlines()
    assert last == "reportedly: the output cannot be written: no space left on device"
    assert set(done.stderr.splitlines()[:-1]) <= {"reportedly: last.pdf: this PDF has no text layer"}
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [
        (">&-", 2, "reportedly: standard output is closed: there is nowhere to write to\n"),
        ("<&-", 2, "reportedly: standard input is closed: there is nothing to read\n"),
        ("2>&-", 1, ""),
    ],
)
def test_a_closed_stream_is_no_mystery(root: Path, closed: str, code: int, said: str) -> None:
    """Without standard output or input nothing is read; without standard error everything is, in silence."""
    shell = shutil.which("sh") or pytest.skip("needs a shell")
    paths = "-" if closed == "<&-" else "1"
    command = [shell, "-c", f'exec "$0" "$@" {closed}', sys.executable, "-c", PROGRAM, "read", paths]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)
    assert len(done.stdout.splitlines()) == (closed == "2>&-")


@pytest.mark.parametrize("written", ["2025-03-04", "4 March 2025", "Mar. 4, 2025"])
def test_a_date_may_be_written_as_reports_do(run: Run, tmp_path: Path, written: str) -> None:
    """`--published` understands what the Python function does, and fills in the report's date."""
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    result = run("read", str(tmp_path / "a.txt"), "--published", written)
    assert json.loads(result.stdout)["report"]["published"] == "2025-03-04"


def _on_terminal(root: Path, *arguments: str, stdout: bool, **environment: str) -> tuple[str, str]:
    """Run the program with standard error, and perhaps standard output, on a terminal; return what each was sent."""
    pty = pytest.importorskip("pty", reason="needs pseudo-terminals")
    import os

    near, far = pty.openpty()
    command = [sys.executable, "-c", PROGRAM, "read", *arguments]
    full = {"PATH": os.environ.get("PATH", ""), "TERM": "xterm", "COLUMNS": "60", **environment}
    process = subprocess.Popen(command, cwd=root, env=full, stdout=far if stdout else subprocess.PIPE, stderr=far)
    os.close(far)
    piped = process.stdout.read().decode() if process.stdout else ""
    shown = b""
    try:
        while part := os.read(near, 4096):
            shown += part
    except OSError:  # how Linux says that the far side is closed
        pass
    finally:
        os.close(near)
        assert process.wait() == 1
        if process.stdout:
            process.stdout.close()
    return piped, shown.decode().replace("\r\n", "\n")


def test_a_terminal_gets_a_coloured_table(root: Path) -> None:
    """On a terminal the table is the default, with colours, and without a count in between."""
    _, shown = _on_terminal(root, "2", stdout=True)
    assert "\x1b[1mAnn\x1b[0m" in shown
    assert "\x1b[2;3msaid\x1b[0m" in shown
    assert "reports read" not in shown
    assert shown.endswith("reportedly: last.pdf: this PDF has no text layer\n")


def test_no_color_is_respected(root: Path) -> None:
    """With NO_COLOR set a terminal gets bold and italic, but no colour."""
    _, shown = _on_terminal(root, "1", stdout=True, NO_COLOR="1")
    assert "\x1b[1mAnn\x1b[0m" in shown
    assert "\x1b[2;3msaid\x1b[0m" in shown
    assert not re.search(r"\x1b\[[\d;]*3\dm", shown)


def test_progress_goes_to_a_terminal_while_data_goes_to_a_file(root: Path) -> None:
    """The count is on standard error and gone before an error is named; standard output holds nothing but data."""
    piped, shown = _on_terminal(root, "3", stdout=False)
    assert [json.loads(line)["report"]["text"][-1] for line in piped.splitlines()] == ["0", "1", "2"]
    assert "\r\x1b[K2 reports read\r\x1b[K3 reports read\r\x1b[Kreportedly: last.pdf: this PDF has no" in shown
    assert shown.endswith("\r\x1b[K")
