"""PDF: the text layer as paragraphs, and a reason where there is none."""

from __future__ import annotations

import sys

import pytest

from reportedly.errors import ReportError
from reportedly.formats import Loaded, load
from tests.formats.pdfs import pdf

TITLE = (60, 740, 20, "Dam to be drained, ministry says")
LINES = [
    TITLE,
    (60, 700, 10, "The reservoir above Orlen will be drained by the end of the month, the responsi-"),
    (60, 688, 10, "ble ministry said on Saturday, after inspectors had found cracks in the spillway."),
    (60, 660, 10, "The mayor denied that the town had been warned."),
]


@pytest.fixture(autouse=True)
def _pdfium(request: pytest.FixtureRequest) -> None:
    """Skip, by name, what needs the extra where it is not installed."""
    if "missing" not in request.node.name:
        pytest.importorskip("pypdfium2", reason="the extra `pdf` is not installed")


def _reason(data: bytes) -> str:
    """Load a document that cannot be read."""
    (error,) = load(data, where="a.pdf", kind="pdf")
    assert isinstance(error, ReportError), error
    return error.reason


def test_lines_become_paragraphs() -> None:
    """Line ends and hyphens are mended, and the title is confirmed by the text."""
    info = "/Title (Dam to be drained, ministry says) /Author (Word Processor) /CreationDate (D:20241005140300Z)"
    (loaded,) = load(pdf([LINES], info=info), where="a.pdf")
    assert isinstance(loaded, Loaded)
    report = loaded.report
    assert report.text.split("\n\n") == [
        "Dam to be drained, ministry says",
        (
            "The reservoir above Orlen will be drained by the end of the month, the responsible ministry said on "
            "Saturday, after inspectors had found cracks in the spillway."
        ),
        "The mayor denied that the town had been warned.",
    ]
    assert (report.title, report.byline, report.published) == (TITLE[3], None, None)
    assert loaded.cautions == ()


def test_pages_without_text_are_said() -> None:
    """A scanned page among others is named in a caution."""
    (loaded,) = load(pdf([LINES, []]), where="a.pdf")
    assert isinstance(loaded, Loaded)
    assert [caution.code for caution in loaded.cautions] == ["no-text-layer"]
    assert "1 of 2 pages (2)" in loaded.cautions[0].message


def test_a_scan_is_refused_with_advice() -> None:
    """A document of pictures has no text layer, and the reason says what to do."""
    assert "no text layer" in _reason(pdf([[], []]))


def test_a_locked_document_is_refused() -> None:
    """A password is asked of nobody."""
    assert "password" in _reason(pdf([LINES], encrypted=True))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.4\n" + b"\xff" * 500, pdf([LINES])[:200]])
def test_damage_is_refused(data: bytes) -> None:
    """What is no PDF, or only the beginning of one, says so."""
    assert "not a PDF that can be opened" in _reason(data)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the reason says how to install it."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert "pip install 'reportedly[pdf]'" in _reason(pdf([LINES]))
