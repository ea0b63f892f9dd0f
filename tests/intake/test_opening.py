"""Sources are opened, recognised and read, streamed where they can be."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from reportedly.errors import ReportError
from reportedly.formats import HEAD, Given, Loaded
from reportedly.intake import Source
from reportedly.intake.opening import loaded

if TYPE_CHECKING:
    from pathlib import Path

STDIN = Source(None, "standard input")


class Trickle(io.RawIOBase):
    """An endless stream of JSON lines that counts what was taken from it."""

    def __init__(self) -> None:
        """Begin with nothing taken."""
        super().__init__()
        self.taken = 0

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # typeshed asks for any Buffer
        """Give whole lines, for ever."""
        line = b'{"text": "' + b"a" * 1000 + b'"}\n'
        data = (line * (len(buffer) // len(line) + 2))[self.taken % len(line) :][: len(buffer)]
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)


def _texts(source: Source, stdin: io.BytesIO | None = None, kind: str | None = None) -> list[str]:
    """Load a source and return texts, or errors in words."""
    found = loaded(source, given=Given(), stdin=stdin, kind=kind)
    return [item.report.text if isinstance(item, Loaded) else str(item) for item in found]


def test_a_file_is_recognised_and_read(tmp_path: Path) -> None:
    """A page under a strange name is a page, with its path."""
    path = tmp_path / "page.txt"
    path.write_bytes(b"<!DOCTYPE html><html><body><p>The mayor said no to the plan.</p></body></html>")
    (item,) = loaded(Source(str(path), "page"), given=Given(publisher="Valley Courier"))
    assert isinstance(item, Loaded)
    assert item.report.text == "The mayor said no to the plan."
    assert (item.report.path, item.report.publisher) == (str(path), "Valley Courier")


def test_standard_input_is_read_without_a_path() -> None:
    """What comes in is recognised by what it holds, and stays open for whoever owns it."""
    stdin = io.BytesIO(b"The mayor said no.")
    (item,) = loaded(STDIN, given=Given(), stdin=stdin)
    assert isinstance(item, Loaded)
    assert (item.report.text, item.report.path, item.where) == ("The mayor said no.", None, "standard input")
    assert not stdin.closed


def test_json_lines_are_streamed() -> None:
    """The first reports are there while the stream goes on for ever."""
    stream = Trickle()
    found = loaded(STDIN, given=Given(), stdin=io.BufferedReader(stream))
    assert [next(found).where for _ in range(3)] == [f"standard input, line {number}" for number in (1, 2, 3)]
    assert stream.taken < 2 * HEAD
    found.close()  # type: ignore[attr-defined] # a generator


def test_json_lines_longer_than_the_head_are_whole() -> None:
    """Nothing is lost where the head, read to recognise the format, ends."""
    texts = ["a" * 300_000, "b" * 900_000, "c" * 10, "d" * 300_000]
    data = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    assert len(data) > HEAD
    assert _texts(STDIN, io.BytesIO(data)) == texts


def test_json_lines_in_utf_16_are_read() -> None:
    """What cannot be parted into lines of bytes is read as a whole."""
    data = '{"text": "café"}\n{"text": "no"}\n'.encode("utf-16")
    assert _texts(STDIN, io.BytesIO(data), "jsonl") == ["café", "no"]


def test_the_named_format_counts() -> None:
    """Whoever names the format is believed."""
    assert _texts(STDIN, io.BytesIO(b'{"text": "x"}'), "text") == ['{"text": "x"}']


@pytest.mark.parametrize("name", ["gone.txt", "folder"])
def test_what_cannot_be_opened_is_an_error(tmp_path: Path, name: str) -> None:
    """A file that went away, or is none, has a reason."""
    (tmp_path / "folder").mkdir()
    (error,) = loaded(Source(str(tmp_path / name), name), given=Given())
    assert isinstance(error, ReportError)
    assert error.where == name


def test_a_foreign_format_is_an_error() -> None:
    """An archive is named as what it is."""
    assert _texts(STDIN, io.BytesIO(b"BZh9")) == [
        "standard input: cannot be read: it is compressed with bzip2; unpack it first"
    ]
