"""A text, a file, or many files: what counts as which, and what is said of each."""

from __future__ import annotations

import io
import sys
import types
from typing import TYPE_CHECKING

import pytest

import reportedly
from reportedly import intake
from reportedly.errors import ReportError, UsageError
from reportedly.formats import Given
from reportedly.intake import packaged
from reportedly.values import Moment, Reading
from tests.intake.pipelines import READ, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float | None]]:
    """Let a pipeline without a model stand for the packaged one; return the least confidences it was opened with."""
    asked: list[float | None] = []

    def open_quiet(minimum: float | None = None) -> Quiet:
        asked.append(minimum)
        return Quiet()

    module = types.ModuleType("reportedly.reading")
    module.default_pipeline = open_quiet  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "reportedly.reading", module)
    packaged._opened.cache_clear()  # noqa: SLF001 - what other tests opened must not be read with here, nor the reverse
    yield asked
    packaged._opened.cache_clear()  # noqa: SLF001 - as above


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said no.",
        "",
        "The mayor said no.\nShe left for notes.txt",
        "line one\nstory.html",
        "a\0b.txt",
        "x" * 5000 + ".txt",
        ".",
        "..",
        "/",
    ],
)
def test_a_string_is_a_text(text: str) -> None:
    """Whatever is no name of a file, in one line with a known suffix or of a file that exists, is read as it stands."""
    reading = reportedly.read(text)
    assert reading.report.text == text
    assert reading.report.path is None


@pytest.mark.parametrize(
    "name", ["a.txt", "b.md", "c.html", "d.htm", "e.pdf", "f.json", "g.jsonl", "H.TXT", "The mayor.txt"]
)
def test_a_line_that_ends_in_a_known_suffix_is_a_file(name: str) -> None:
    """A mistyped name of a file is an error, not a report of one word."""
    with pytest.raises(ReportError, match="no such file"):
        reportedly.read(name)


def test_a_file_that_exists_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    """A string that names a file means it, and so does any path object."""
    path = tmp_path / "story"
    path.write_text("The mayor said no.", encoding="utf-8")
    for source in (path, str(path)):
        reading = reportedly.read(source)
        assert (reading.report.text, reading.report.path) == ("The mayor said no.", str(path))
        assert reading.warnings == (READ,)
    with pytest.raises(ReportError, match="no such file"):
        reportedly.read(tmp_path / "other")


def test_read_text_never_takes_a_text_for_a_path(tmp_path: Path) -> None:
    """Text from strangers cannot make it open a file."""
    path = tmp_path / "secret.txt"
    path.write_text("secret", encoding="utf-8")
    assert reportedly.read_text(str(path)).report.text == str(path)
    assert reportedly.read_text("notes.txt").report.text == "notes.txt"


def test_what_is_given_fills_in() -> None:
    """A plain text says nothing of itself, so the caller may."""
    report = reportedly.read(
        "The mayor said no.",
        title="No",
        publisher="Valley Courier",
        url="https://valleycourier.example/no",
        published="5 October 2024",
    ).report
    assert (report.title, report.publisher, report.url) == ("No", "Valley Courier", "https://valleycourier.example/no")
    assert report.published == Moment("2024-10-05")


def test_a_given_date_that_is_none_is_wrong_use() -> None:
    """The caller learns how dates are written."""
    with pytest.raises(UsageError, match="2024-10-05"):
        reportedly.read("The mayor said no.", published="05/10/2024")


def test_a_file_of_several_reports_is_wrong_use(tmp_path: Path) -> None:
    """`read` gives one reading; the message names what reads many. So it is with a folder."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\n{"text": "two"}\n', encoding="utf-8")
    for source in (path, tmp_path):
        with pytest.raises(UsageError, match="read_sources"):
            reportedly.read(source)


@pytest.mark.parametrize(
    ("name", "data", "reason"), [("a.jsonl", b"", "holds no reports"), ("a.html", b"<html></html>", "no article")]
)
def test_a_file_that_cannot_be_read_raises(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """The error names the file and the reason."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportError, match=reason) as caught:
        reportedly.read(path)
    assert caught.value.where == str(path)


def test_a_language_is_warned_of_in_texts_too() -> None:
    """A caution is merged into the reading's warnings, before its own."""
    text = "Il ministro ha detto martedì che il ponte resterà chiuso fino all’autunno e che nessuno lo sapeva. "
    assert [warning.code for warning in reportedly.read_text(text * 2).warnings] == ["not-english", "odd"]


def test_many_sources_are_read_in_order_with_errors_in_place(tmp_path: Path) -> None:
    """Files, folders, standard input and mistakes: every report and every error, in the order given."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "in" / "b.jsonl").write_text('{"text": "two"}\n{"text": "fails"}\noops\n', encoding="utf-8")
    (tmp_path / "in" / "c.jpg").write_bytes(b"x")
    skipped: list[intake.Skipped] = []
    results = intake.read_sources(
        [str(tmp_path / "no.txt"), str(tmp_path / "in"), "-"],
        given=Given(publisher="Valley Courier"),
        pipeline=Quiet(),
        stdin=io.BytesIO(b"three"),
        skipped=skipped.append,
    )
    shown = [result.report.text if isinstance(result, Reading) else result.reason for result in results]
    assert shown == [
        "there is no such file or folder",
        "one",
        "two",
        "reading it failed (ValueError: no good)",
        "not JSON: expecting value at column 1",
        "three",
    ]
    assert [item.reason for item in skipped] == ["no format claims a file of this name"]


def test_an_unknown_format_is_wrong_use_at_once() -> None:
    """Before anything is read, and before the first result is asked for."""
    with pytest.raises(UsageError, match="docx"):
        intake.read_sources(["-"], pipeline=Quiet(), kind="docx")


def test_the_packaged_pipeline_reads_unless_another_is_given(tmp_path: Path) -> None:
    """Whoever only has paths gives only paths."""
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    (reading,) = reportedly.read_sources([str(path)])
    assert isinstance(reading, Reading)
    assert reading.warnings == (READ,)


def test_the_model_is_opened_once(opened: list[float | None]) -> None:
    """A loop over texts opens the model at its first reading only; another least confidence is another pipeline."""
    for text in ("one", "two"):
        reportedly.read(text)
        reportedly.read_text(text, min_confidence=0.5)
    assert opened == [None, 0.5]


@pytest.mark.parametrize("confidence", [-0.1, 1.5, float("nan")])
def test_a_confidence_that_is_none_is_wrong_use(confidence: float) -> None:
    """What is not from 0 to 1 is refused, as on the command line."""
    with pytest.raises(UsageError, match="from 0 to 1"):
        reportedly.read_text("one", min_confidence=confidence)
