"""Adding to a ledger: everything once, whole or not at all, and what is left out is told."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import hashlib
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from reportedly.claims.shelf import Shelf
from reportedly.errors import LedgerError, UsageError
from reportedly.formats import Given
from reportedly.intake.add import Step, add
from reportedly.intake.fetch import Fetched
from reportedly.intake.received import measure
from reportedly.intake.tally import Tally
from reportedly.ledger import Added, Ledger, Outcome, Retrieval
from reportedly.values import Reading, Report
from tests.building import reading
from tests.intake.pipelines import Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = b"<!DOCTYPE html><html><body><p>The mayor said no to the plan.</p></body></html>"

PROGRAM = """
import os, signal, sys
import reportedly.ledger.writer as writer
from reportedly.intake.add import add
from reportedly.ledger import Ledger
from tests.intake.test_add import Speaking

fatal, path, *sources = sys.argv[1:]
plain, calls = writer.index, []

def index(connection, table, keys):
    calls.append(table)
    if len(calls) == int(fatal):
        os.kill(os.getpid(), signal.SIGKILL)
    plain(connection, table, keys)

if __name__ == "__main__":
    writer.index = index
    with Ledger.open(path, create=True) as ledger:
        for _ in add(sources, ledger, open_pipeline=Speaking):
            pass
"""


class Speaking(Quiet):
    """Finds what Ann said."""

    def read(self, report: Report, /) -> Reading:
        """Read one report."""
        super().read(report)
        made = reading(report.text, [("Ann", "said", "it rained")] if "Ann said it rained" in report.text else [])
        own = [dataclasses.replace(one, id=f"s{report.id[1:]}{at}") for at, one in enumerate(made.statements)]
        return Reading(report, tuple(own))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the ledger is."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """Return an empty ledger."""
    with Ledger.open(path, create=True) as made:
        yield made


def _lines(path: Path, count: int, first: int = 0) -> str:
    """Write JSON lines of reports, and return their path."""
    records = [{"id": f"n{number}", "text": f"{number}: Ann said it rained."} for number in range(first, count)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


def _add(ledger: Ledger, *sources: str, **more: Any) -> list[Step]:  # noqa: ANN401 - whatever add takes
    """Add sources, read without a model."""
    return list(add(sources, ledger, open_pipeline=Speaking, **more))


def _outcomes(steps: list[Step]) -> list[str]:
    """Return what came of each, in a word."""
    return [step.what.outcome.value if isinstance(step.what, Added) else type(step.what).__name__ for step in steps]


def _rows(path: Path, asked: str) -> list[tuple[Any, ...]]:
    """Ask the file itself."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(asked).fetchall()


def _whole(ledger: Ledger) -> int:
    """Check that nothing is half-written, and return how many reports there are."""
    assert list(ledger.faults()) == []
    stats = ledger.view().stats()
    assert stats.statements == stats.reports
    for record in ledger.view().reports():
        assert ledger.view().report(record.id).report.id == record.id
    return stats.reports


def test_what_is_added_is_filed(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    """Each report finds its story as it is added: nothing is left to catch up with, and a second run files nothing."""
    source = _lines(tmp_path / "archive.jsonl", 5)
    for _ in range(2):
        _add(ledger, source)
        assert _rows(path, "SELECT count(*) FROM filings") == [(5,)]
    assert list(Shelf(ledger).catch_up()) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_adding_twice_adds_nothing(ledger: Ledger, path: Path, tmp_path: Path, jobs: int) -> None:
    """The second run finds everything there, in the same order, without reading any of it again."""
    source = _lines(tmp_path / "archive.jsonl", 40)
    first = _add(ledger, source, jobs=jobs)
    assert _outcomes(first) == ["added"] * 40
    assert sum(step.statements for step in first) == 40
    before = _rows(path, "SELECT * FROM reports")
    again = list(add([source], ledger, jobs=jobs, open_pipeline=_unneeded))
    assert _outcomes(again) == ["already there"] * 40
    assert [step.what.report for step in again if isinstance(step.what, Added)] == [
        step.what.report for step in first if isinstance(step.what, Added)
    ]
    assert _rows(path, "SELECT * FROM reports") == before
    assert _whole(ledger) == 40


def _unneeded() -> Quiet:
    """Fail where nothing should be read."""
    msg = "nothing is to be read"
    raise AssertionError(msg)


def test_versions_and_copies_are_told(ledger: Ledger, tmp_path: Path) -> None:
    """Another text of an address is a new version with what changed, the same text elsewhere a copy."""
    records = [
        {"url": "https://a.example/1", "text": "Ann said it rained. So it was."},
        {"url": "https://a.example/1", "text": "Ann said it rained. So it was not."},
        {"url": "https://b.example/1", "text": "Ann said it rained. So it was."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    steps = _add(ledger, str(tmp_path / "a.jsonl"))
    tally = Tally()
    for step in steps:
        tally.count(step)
    assert _outcomes(steps) == ["added", "new version", "copy"]
    assert tally.changes == {"kept": 1, "changed": 0, "lost": 0, "added": 0}
    assert tally.counts() == {
        "added": 1,
        "known": 0,
        "version": 1,
        "copy": 1,
        "failed": 0,
        "passed_by": 0,
        "statements": 3,
    }


def test_what_is_left_out_is_told_and_the_rest_is_in(ledger: Ledger, tmp_path: Path) -> None:
    """A bad line, a file of another kind, a path that leads nowhere, a report that cannot be read: each is told."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"text": "Ann said it rained."}\nnonsense\n{"text": "fails"}\n', encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "z.txt").write_text("The mayor said no.", encoding="utf-8")
    steps = _add(ledger, str(folder), str(tmp_path / "gone.txt"))
    assert _outcomes(steps) == ["added", "ReportError", "ReportError", "Skipped", "added", "ReportError"]
    tally = Tally()
    for step in steps:
        tally.count(step)
    assert (tally.failed, tally.passed_by) == (3, 1)
    reasons = tally.reasons()
    assert [each.failed for each in reasons] == [True, True, True, False]
    assert {each.first for each in reasons} >= {f"{folder}/a.jsonl, line 2", f"{folder}/picture.png"}


def test_bytes_are_kept_as_they_were_received(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    """A page and a line have theirs under the digest of their report; an archive is kept whole, once."""
    (tmp_path / "a.html").write_bytes(PAGE)
    line = _lines(tmp_path / "b.jsonl", 2)
    archive = json.dumps([{"text": "One."}, {"text": "Two."}]).encode()
    (tmp_path / "c.json").write_bytes(archive)
    sources = [str(tmp_path / "a.html"), line, str(tmp_path / "c.json"), "-"]
    _add(ledger, *sources, keep_bytes=True, stdin=io.BytesIO(b"From somewhere."))
    received = [PAGE, *Path(line).read_bytes().splitlines(), archive, b"From somewhere."]
    digests = {hashlib.sha256(data).hexdigest(): len(data) for data in received}
    assert dict(_rows(path, "SELECT sha256, size FROM bytes")) == digests
    came = [digest for (digest,) in _rows(path, "SELECT received FROM reports ORDER BY key")]
    whole = hashlib.sha256(archive).hexdigest()
    assert came == [*list(digests)[:3], whole, whole, list(digests)[-1]]
    of_reports = {digest for (digest,) in _rows(path, "SELECT sha256 FROM reports")}
    assert set(digests) - of_reports == {whole}
    assert list(ledger.faults()) == []


def test_bytes_can_be_kept_later(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    """A report that is there already gets its bytes, and is not read again."""
    (tmp_path / "a.html").write_bytes(PAGE)
    _add(ledger, str(tmp_path / "a.html"))
    assert _rows(path, "SELECT count(*) FROM bytes") == [(0,)]
    again = list(add([str(tmp_path / "a.html")], ledger, keep_bytes=True, open_pipeline=_unneeded))
    assert _outcomes(again) == ["already there"]
    assert _rows(path, "SELECT sha256 FROM bytes") == [(hashlib.sha256(PAGE).hexdigest(),)]
    assert [one.received for one in ledger.view().reports()] == [hashlib.sha256(PAGE).hexdigest()]


def test_columns_are_named_for_tables_only(ledger: Ledger, tmp_path: Path) -> None:
    """A table is read by the columns that the caller names, and another file as ever."""
    (tmp_path / "a.csv").write_text("what,when,who\nAnn said it rained.,2025-03-04,Courier\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The mayor said no.", encoding="utf-8")
    columns = {"text": "what", "published": "when", "publisher": "who"}
    steps = _add(ledger, str(tmp_path), columns=columns)
    assert _outcomes(steps)[:2] == ["added", "added"]
    (record,) = [each for each in ledger.view().reports() if each.publisher]
    assert (record.publisher, record.published, record.statements) == ("Courier", "2025-03-04", 1)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"kind": "gopher"}, "there is no format 'gopher'"),
        ({"jobs": 0}, "at least 1"),
        ({"columns": {"colour": "a"}}, "a report has no 'colour'"),
        ({"given": Given(url="https://a.example/")}, "2 sources cannot all have the address"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(ledger: Ledger, path: Path, more: dict[str, Any], said: str) -> None:
    """Nothing is read, and no run begins."""
    with pytest.raises(UsageError, match=said):
        add(["a.txt", "b.txt"], ledger, **more)
    assert _rows(path, "SELECT count(*) FROM jobs") == [(0,)]


def test_one_address_is_not_given_to_several_reports(ledger: Ledger, tmp_path: Path) -> None:
    """They would be taken for versions of one another, so nothing is added."""
    source = _lines(tmp_path / "a.jsonl", 2)
    given = Given(url="https://a.example/1")
    with pytest.raises(UsageError, match="holds several reports"):
        _add(ledger, source, given=given)
    assert _whole(ledger) == 0
    (tmp_path / "one.txt").write_text("Ann said it rained.", encoding="utf-8")
    assert _outcomes(_add(ledger, str(tmp_path / "one.txt"), given=given)) == ["added"]
    assert [record.url for record in ledger.view().reports()] == ["https://a.example/1"]


def _fetched(data: bytes, address: str = "https://a.example/1", **more: Any) -> Fetched:  # noqa: ANN401 - its fields
    """Return what a server may answer."""
    return Fetched(data, Retrieval("2025-03-04T14:00:00Z", address, {"Server": "a server"}), **more)


def test_a_page_is_added_with_its_retrieval(ledger: Ledger, path: Path) -> None:
    """The address that answered is the report's, where it says none; the encoding that the server states holds."""
    page = "<html><body><p>Жители сказали, что вода ушла из домов.</p></body></html>".encode("cp1251")
    steps = _add(
        ledger,
        "https://a.example/old",
        keep_bytes=True,
        fetcher=lambda _: _fetched(page, media_type="text/html", charset="windows-1251"),
    )
    assert _outcomes(steps) == ["added"]
    (record,) = ledger.view().reports()
    assert (record.url, record.retrieved_from) == ("https://a.example/1", "https://a.example/1")
    assert record.retrieved_at == record.known_from == "2025-03-04T14:00:00Z"
    assert record.sha256 == hashlib.sha256(page).hexdigest()
    assert ledger.view().report(record.id).report.text == "Жители сказали, что вода ушла из домов."
    assert "a server" in _rows(path, "SELECT headers FROM reports")[0][0]
    assert _rows(path, "SELECT sha256 FROM bytes") == [(record.sha256,)]


def test_reports_of_one_address_do_not_become_versions(ledger: Ledger) -> None:
    """A list of reports at an address is many reports, none of which has that address."""
    data = json.dumps([{"text": "One."}, {"text": "Two."}, {"text": "Three."}]).encode()
    assert _outcomes(_add(ledger, "https://a.example/1", fetcher=lambda _: _fetched(data))) == ["added"] * 3
    assert {record.url for record in ledger.view().reports()} == {None}


def test_an_address_that_cannot_be_fetched_is_told(ledger: Ledger, tmp_path: Path) -> None:
    """The others are added all the same; what is refused is never asked for."""
    (tmp_path / "a.txt").write_text("Ann said it rained.", encoding="utf-8")
    steps = _add(ledger, "file:///etc/passwd", "http://127.0.0.1:1/", str(tmp_path / "a.txt"))
    assert _outcomes(steps) == ["ReportError", "ReportError", "added"]
    assert "only http and https" in str(steps[0].what)
    assert "no address of the public web" in str(steps[1].what)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff" * 50, gzip.compress(b"x"), b"PK\x03\x04", b"%PDF-1.7", b"{", b"<rss"]
)
def test_whatever_an_address_answers_something_is_told(ledger: Ledger, data: bytes) -> None:
    """No bytes end a run."""
    steps = _add(ledger, "https://a.example/1", keep_bytes=True, fetcher=lambda _: _fetched(data))
    assert len(steps) >= 1
    assert list(ledger.faults()) == []


def test_how_far_it_is_can_be_told(ledger: Ledger, tmp_path: Path) -> None:
    """Every step says what lies behind it, of what was measured before."""
    sources = [_lines(tmp_path / "a.jsonl", 5), _lines(tmp_path / "b.jsonl", 3), "https://a.example/1"]
    total = measure(sources)
    done = [step.done for step in _add(ledger, *sources, fetcher=lambda _: _fetched(PAGE))]
    assert done == sorted(done)
    assert done[4] == (tmp_path / "a.jsonl").stat().st_size
    assert total is not None
    assert done[-1] < total
    assert measure(["-", *sources]) is None


def test_a_run_is_noted_with_what_came_of_it(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    """One that ends has its counts; one that is left in the middle has no end."""
    source = _lines(tmp_path / "a.jsonl", 40)
    steps = add([source], ledger, open_pipeline=Speaking)
    next(steps)
    steps.close()  # type: ignore[attr-defined] # a generator
    _add(ledger, source)
    (cut, whole) = _rows(path, "SELECT sources, ended_at, counts FROM jobs ORDER BY key")
    assert (json.loads(cut[0]), cut[1], cut[2]) == ([source], None, None)
    assert whole[1] is not None
    assert json.loads(whole[2])["known"] == 1
    assert json.loads(whole[2])["added"] == 39


@pytest.mark.parametrize("fatal", [1, 2, 5, 6])
def test_a_run_that_is_killed_leaves_whole_reports(root: Path, path: Path, tmp_path: Path, fatal: int) -> None:
    """Killed in the middle of a transaction: nothing is half-written, and the rest can be added again."""
    source = _lines(tmp_path / "a.jsonl", 8)
    command = [sys.executable, "-c", PROGRAM, str(fatal), str(path), source]
    killed = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with Ledger.open(path) as ledger:
        there = (fatal - 1) // 2
        assert _whole(ledger) == there
        assert _outcomes(_add(ledger, source)) == ["already there"] * there + ["added"] * (8 - there)
        assert _whole(ledger) == 8


def test_a_full_disk_is_told_and_nothing_is_half_written(path: Path, tmp_path: Path) -> None:
    """The line says so; what was added before is whole."""
    source = _lines(tmp_path / "a.jsonl", 400)
    with Ledger.open(path, create=True):
        pages = _rows(path, "PRAGMA page_count")[0][0]

    def full(connection: Any, _: object) -> None:  # noqa: ANN401 - a connection of any database
        connection.execute(f"PRAGMA max_page_count = {pages + 60}")

    sa.event.listen(sa.Engine, "connect", full)
    try:
        with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="database or disk is full"):
            _add(ledger, source)
    finally:
        sa.event.remove(sa.Engine, "connect", full)
    with Ledger.open(path) as ledger:
        there = _whole(ledger)
        assert 0 < there < 400
        _add(ledger, source)
        assert _whole(ledger) == 400


def test_a_second_writer_waits_for_the_first(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    """A ledger that somebody else writes to is written to afterwards."""
    source = _lines(tmp_path / "a.jsonl", 3)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.5, lambda: other.execute("ROLLBACK"))
    release.start()
    assert _outcomes(_add(ledger, source)) == ["added"] * 3
    release.join()
    other.close()


def test_a_writer_that_does_not_let_go_is_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time that is waited the line says why nothing was written."""
    monkeypatch.setattr("reportedly.ledger.opening.BUSY_MS", 50)
    source = _lines(tmp_path / "a.jsonl", 3)
    with Ledger.open(path, create=True) as ledger:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LedgerError, match="database is locked"):
                _add(ledger, source)
            other.execute("ROLLBACK")
        assert _whole(ledger) == 0


def test_two_runs_at_the_same_time_add_everything_once(root: Path, path: Path, tmp_path: Path) -> None:
    """Both end well, and each report is there once."""
    source = _lines(tmp_path / "a.jsonl", 60)
    with Ledger.open(path, create=True):
        pass
    command = [sys.executable, "-c", PROGRAM, "0", str(path), source]
    runs = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE) for _ in range(2)]
    assert [run.communicate()[1] for run in runs] == [b"", b""]
    assert [run.returncode for run in runs] == [0, 0]
    with Ledger.open(path) as ledger:
        assert _whole(ledger) == 60


@pytest.mark.skipif(sys.platform == "win32", reason="needs users as POSIX has them")
def test_a_ledger_that_may_only_be_read_is_told() -> None:
    """The line says so, whether it shows as the ledger is opened or when it is written; nothing is changed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        with Ledger.open(path, create=True):
            pass
        before = path.read_bytes()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        try:
            with _nobody(), pytest.raises(LedgerError, match=r"read-?only"), Ledger.open(path) as ledger:
                next(add(["-"], ledger, open_pipeline=Speaking, stdin=io.BytesIO(b"Ann said it rained.")))
        finally:
            Path(folder).chmod(0o755)
        assert path.read_bytes() == before


@contextlib.contextmanager
def _nobody() -> Iterator[None]:
    """Be nobody for a while where one is root, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_ledger_of_a_newer_schema_is_told(path: Path) -> None:
    """The line says what would help, and nothing is changed."""
    with Ledger.open(path, create=True):
        pass
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(LedgerError, match="install a newer reportedly"):
        Ledger.open(path, create=True)
    assert _rows(path, "SELECT version_num FROM alembic_version") == [("9999",)]


@pytest.mark.parametrize("text", ["Half \ud83d so.", "A \x00 in it.", "", "\ufeff", "a" * 300_000])
def test_strange_texts_are_added_as_they_are(ledger: Ledger, tmp_path: Path, text: str) -> None:
    """What was put in comes back."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    assert _outcomes(_add(ledger, str(tmp_path / "a.jsonl"))) == [Outcome.ADDED.value]
    (record,) = ledger.view().reports()
    assert ledger.view().report(record.id).report.text == text
