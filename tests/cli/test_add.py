"""`reportedly add`."""

from __future__ import annotations

import contextlib
import csv
import http.server
import io
import json
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest
import typer
import typer.testing

from reportedly.cli.add import add
from reportedly.cli.added import as_table
from reportedly.errors import ReportError
from reportedly.intake.add import Step
from reportedly.intake.tally import Tally
from reportedly.ledger import Ledger
from reportedly.ledger.opening import shown
from tests.intake.pipelines import Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typer.testing import Result


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pipeline without a model stand for the packaged one."""
    monkeypatch.setattr("reportedly.intake.parallel.packaged_pipeline", Quiet)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the ledger is, in a folder that is not there yet."""
    return tmp_path / "data" / "ledger.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of reports, one of which cannot be read, with a file of another kind."""
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text("The mayor said no.", encoding="utf-8")
    (made / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (made / "c.png").write_bytes(b"\x89PNG")
    (made / "d.jsonl").write_text('{"text": "fails"}\n{"text": "He said yes."}\n', encoding="utf-8")
    return made


def _run(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
    """Run the command by itself."""
    app = typer.Typer(rich_markup_mode=None)
    app.command("add")(add)
    runner = typer.testing.CliRunner()
    return runner.invoke(app, list(arguments), input=stdin, env=environment, prog_name="reportedly add")


def test_the_summary_counts_everything_and_says_why(folder: Path, where: str) -> None:
    """What is in, what is not and for which reason; each failure is named as it comes, and the exit code is 1."""
    result = _run(str(folder), "--ledger", where)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[:5] == [
        "added          2",
        "already there  0",
        "new versions   0",
        "copies         0",
        "skipped        3  (2 could not be read, 1 passed by)",
    ]
    assert f"  1  not read: reading it failed (ValueError: no good) ({folder}/d.jsonl, line 1)" in lines
    assert f"  1  passed by: no format claims a file of this name ({folder}/c.png)" in lines
    assert lines[-1].startswith("0 statements in ")
    assert lines[-1].endswith(f" s, in {shown(where)}")
    assert [line.split(": ")[1].removeprefix(f"{folder}/") for line in result.stderr.splitlines()] == [
        "b.pdf",
        "d.jsonl, line 1",
    ]


def test_adding_twice_adds_nothing(folder: Path, where: str) -> None:
    """The second run says so, in JSON for programs."""
    (folder / "b.pdf").unlink()
    (folder / "d.jsonl").unlink()
    assert _run(str(folder), "--ledger", where).exit_code == 0
    result = _run(str(folder), "--ledger", where, "--format", "json")
    told = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert told.pop("seconds") >= 0
    assert told == {
        "ledger": shown(where),
        "added": 0,
        "already_there": 1,
        "new_versions": 0,
        "copies": 0,
        "skipped": 1,
        "not_read": 0,
        "passed_by": 1,
        "statements": 0,
        "changes": {},
        "versions": [],
        "reasons": [
            {
                "what": "passed by",
                "reason": "no format claims a file of this name",
                "count": 1,
                "first": f"{folder}/c.png",
            }
        ],
    }


def test_what_was_skipped_is_listed_in_a_file(folder: Path, path: Path, tmp_path: Path) -> None:
    """Every place with its reason, in the order of the run."""
    listed = tmp_path / "skipped.csv"
    listed.write_text("old", encoding="utf-8")
    _run(str(folder), "--ledger", str(path), "--report", str(listed))
    rows = list(csv.reader(io.StringIO(listed.read_text(encoding="utf-8"))))
    assert rows[0] == ["where", "what", "reason"]
    assert [(row[0].removeprefix(f"{folder}/"), row[1]) for row in rows[1:]] == [
        ("b.pdf", "not read"),
        ("c.png", "passed by"),
        ("d.jsonl, line 1", "not read"),
    ]
    assert all(row[2] for row in rows)


def test_standard_input_and_what_the_caller_says(path: Path) -> None:
    """`-` is read in any format, `--as` names it, and the options fill in what it does not say; the variable counts."""
    said = ["--publisher", "Courier", "--title", "T", "--published", "2025-03", "--url", "https://a.example/1"]
    result = _run("-", *said, "--as", "text", stdin=b'{"text": "x"}', REPORTEDLY_LEDGER=str(path))
    assert result.exit_code == 0
    with Ledger.open(path) as ledger:
        (record,) = ledger.view().reports()
        assert ledger.view().report(record.id).report.text == '{"text": "x"}'
    assert (record.publisher, record.title, record.published) == ("Courier", "T", "2025-03")
    assert record.url == "https://a.example/1"


def test_columns_and_jobs_and_bytes(where: str, tmp_path: Path) -> None:
    """A table is read by its named columns, in two processes, and its bytes are kept."""
    (tmp_path / "a.csv").write_text("what,who\nThe mayor said no.,Courier\nNo comment.,Post\n", encoding="utf-8")
    options = ["--columns", "text=what, publisher=who", "--jobs", "2", "--keep-bytes"]
    result = _run(str(tmp_path / "a.csv"), "--ledger", where, *options)
    assert (result.exit_code, result.stderr) == (0, "")
    with Ledger.open(where) as ledger:
        assert {record.publisher for record in ledger.view().reports()} == {"Courier", "Post"}
        assert list(ledger.faults()) == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Serve a page on this machine, and return its address."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.html").write_bytes(b"<!DOCTYPE html><html><body><p>The mayor said no to the plan.</p></body></html>")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(pages))  # type: ignore[arg-type] # as the server calls it

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the library's name
            pass

    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}/a.html"
    made.shutdown()
    made.server_close()
    thread.join()


def test_an_address_is_fetched_from_inside_only_with_leave(server: str, path: Path) -> None:
    """Without `--allow-private` this machine is refused; with it the page is in, with its address."""
    refused = _run(server, "--ledger", str(path))
    assert refused.exit_code == 1
    assert "127.0.0.1, which is no address of the public web" in refused.stderr
    assert _run(server, "--ledger", str(path), "--allow-private").exit_code == 0
    with Ledger.open(path) as ledger:
        (record,) = ledger.view().reports()
    assert (record.url, record.retrieved_from) == (server, server)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "SOURCE"),
        (["a.txt", "--as", "gopher"], "there is no format 'gopher'"),
        (["a.txt", "--jobs", "0"], "--jobs"),
        (["a.txt", "--columns", "text"], "write a field and a column for each"),
        (["a.txt", "--columns", "text=a,text=b"], "write a field and a column for each"),
        (["a.txt", "--columns", "colour=a"], "a report has no 'colour'"),
        (["a.txt", "--published", "4 March"], "write 2024, 2024-10"),
        (["a.txt", "b.txt", "--url", "https://a.example/"], "2 sources cannot all have the address"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_made(path: Path, arguments: list[str], said: str) -> None:
    """What makes no sense ends with 2 and is explained; there is no ledger afterwards."""
    result = _run(*arguments, "--ledger", str(path))
    assert result.exit_code == 2
    assert said in result.stderr
    assert not path.exists()


def test_the_list_is_not_written_over_a_source_or_the_ledger(path: Path, tmp_path: Path) -> None:
    """A slip of the hand costs nobody a file."""
    source = tmp_path / "a.txt"
    source.write_text("The mayor said no.", encoding="utf-8")
    for target in (source, path, tmp_path, tmp_path / "nowhere" / "a.csv"):
        result = _run(str(source), "--ledger", str(path), "--report", str(target))
        assert result.exit_code == 2
        assert "--report" in result.stderr
    assert source.read_text(encoding="utf-8") == "The mayor said no."
    assert _run(str(source), "--ledger", str(path)).exit_code == 0


@pytest.mark.parametrize("content", [b"this is no database, and it is long enough to show that", b""])
def test_a_ledger_that_cannot_be_opened_is_one_line(path: Path, tmp_path: Path, content: bytes) -> None:
    """A file of something else is left as it is; an empty one becomes a ledger."""
    path.parent.mkdir()
    path.write_bytes(content * 20)
    (tmp_path / "a.txt").write_text("The mayor said no.", encoding="utf-8")
    result = _run(str(tmp_path / "a.txt"), "--ledger", str(path))
    assert result.exit_code == (1 if content else 0)
    assert len(result.stderr.splitlines()) == (1 if content else 0)
    assert not content or path.read_bytes() == content * 20


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "install a newer reportedly"),
        ("BEGIN IMMEDIATE", "database is locked"),
    ],
)
def test_a_ledger_that_cannot_be_written_is_one_line(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch, harm: str, said: str
) -> None:
    """One of a newer schema, or one that somebody else does not let go: the exit code is 1, and nothing is added."""
    monkeypatch.setattr("reportedly.ledger.opening.BUSY_MS", 50)
    with Ledger.open(path, create=True):
        pass
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(harm)
        result = _run(str(folder / "a.txt"), "--ledger", str(path))
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"reportedly: the ledger {path}: ")
        assert said in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert other.execute("SELECT count(*) FROM reports").fetchone() == (0,)


def test_an_interrupt_leaves_whole_reports(folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code says so, and what was added until then is in."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportedly.cli.added.Listing.add", stop)
    result = _run(str(folder), "--ledger", str(path), "--report", str(path.parent.parent / "skipped.csv"))
    assert (result.exit_code, result.stdout) == (130, "")
    with Ledger.open(path) as ledger:
        assert ledger.view().stats().reports == 1
        assert list(ledger.faults()) == []


def test_a_long_list_of_reasons_is_cut_in_the_table(where: str) -> None:
    """The table stays short, and says where the rest is."""
    tally = Tally()
    for number in range(30):
        for _ in range(1 + number % 2):
            tally.count(Step(ReportError(f"a{number}\x1b[31m", f"reason {number}")))
    with Ledger.open(where, create=True) as ledger:
        lines = list(as_table(tally, 1.0, ledger, 80))
    assert lines[4] == "skipped        45"
    assert lines[7] == "  2  not read: reason 1 (first a1␛[31m)"
    assert "  and 18 other reasons: --report FILE lists them all" in lines
