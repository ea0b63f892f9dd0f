"""A page that is far too large, among others: really as large, in a file with a hole in it."""

from __future__ import annotations

import io
import json
import pathlib
from typing import TYPE_CHECKING, Any

import pytest

from reportedly.formats import MAX_BYTES
from reportedly.ledger import Ledger
from tests.intake.pipelines import Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

HUGE = 300_000_000
PAGE = b"<!DOCTYPE html><html><head><title>Bridge</title></head><body><p>The mayor said the bridge was shut.</p>"
REASON = f"too large: at most {MAX_BYTES:,} bytes are read"


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a folder with a page that is too large between two that are not."""
    made = tmp_path / "pages"
    made.mkdir()
    for name in ("a", "b", "c"):
        (made / f"{name}.html").write_bytes(PAGE.replace(b"Bridge", name.encode()) + b"</body></html>")
    with (made / "b.html").open("r+b") as file:
        file.write(PAGE)
        file.truncate(HUGE)
    return made


class Counted(io.FileIO):
    """A file that counts the bytes that are read of it."""

    read_of_it = 0

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override] # typeshed asks for any Buffer
        """Read, and count."""
        size = super().readinto(buffer)
        Counted.read_of_it += size or 0
        return size


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """See to it that a hundredth of the page is read at most, to know what it is."""
    plainly = pathlib.Path.open

    def counted(path: pathlib.Path, mode: str = "r", **more: Any) -> Any:  # noqa: ANN401 - as pathlib has it
        if path.name != "b.html" or mode != "rb":
            return plainly(path, mode, **more)
        return io.BufferedReader(Counted(path))

    monkeypatch.setattr(pathlib.Path, "open", counted)
    monkeypatch.setattr(Counted, "read_of_it", 0)
    yield
    assert len(PAGE) < Counted.read_of_it < HUGE // 100


@pytest.mark.usefixtures("unread")
def test_add_refuses_it_and_adds_the_others(folder: pathlib.Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with the reason, and counted; the pages before and after it are in."""
    monkeypatch.setattr("reportedly.intake.parallel.packaged_pipeline", Quiet)
    where = str(folder.parent / "ledger.sqlite")
    result = run("add", str(folder), "--ledger", where, "--format", "json")
    assert result.exit_code == 1
    assert result.stderr == f"reportedly: {folder}/b.html: {REASON}\n"
    told = json.loads(result.stdout)
    assert (told["added"], told["not_read"], told["reasons"][0]["reason"]) == (2, 1, REASON)
    with Ledger.open(where) as ledger:
        assert {record.title for record in ledger.view().reports()} == {"a", "c"}


@pytest.mark.usefixtures("unread")
def test_read_refuses_it_and_reads_the_others(folder: pathlib.Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with the reason, and the pages before and after it are read."""
    monkeypatch.setattr("reportedly.intake.packaged_pipeline", lambda _: Quiet())
    result = run("read", str(folder), "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stderr == f"reportedly: {folder}/b.html: {REASON}\n"
    assert [json.loads(line)["report"]["title"] for line in result.stdout.splitlines()] == ["a", "c"]


def test_that_its_bytes_are_not_kept_is_not_told_besides(
    folder: pathlib.Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is refused is one failure, whatever was to be kept of it."""
    monkeypatch.setattr("reportedly.intake.parallel.packaged_pipeline", Quiet)
    result = run("add", str(folder), "--ledger", str(folder.parent / "ledger.sqlite"), "--keep-bytes")
    assert result.stderr == f"reportedly: {folder}/b.html: {REASON}\n"
