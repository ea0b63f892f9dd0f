"""PDF with a text layer, by way of PDFium (the extra `pdf`)."""

from __future__ import annotations

import contextlib
import hashlib
import unicodedata
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import layout
from reportedly.formats.loaded import Loaded, caution
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

MAX_PAGES = 2000
"""Longer documents are refused: they are books and archives of scans, not reports."""

_PASSWORD_ERROR = 4
"""FPDF_ERR_PASSWORD in PDFium's fpdfview.h."""

_LINE_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line whose word goes on in the next."""

_LIGATURES = range(0xFB00, 0xFB07)
_SHOWN_PAGES = 10


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the one report of a document: its paragraphs, a blank line between them.

    A document is dated by what it says, never by when its file was made, so `published` stays open; its title and
    author are taken from its properties only where they also stand in the text.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        yield ReportError(where, "PDF is read by an extra: pip install 'reportedly[pdf]'")
        return
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR
        yield ReportError(where, "the PDF is locked with a password" if locked else "not a PDF that can be opened")
        return
    with contextlib.closing(document):
        yield _report(document, data, where)


def _report(document: pypdfium2.PdfDocument, data: bytes, where: str) -> Loaded | ReportError:
    """Read an open document."""
    if len(document) > MAX_PAGES:
        return ReportError(where, f"{len(document):,} pages; at most {MAX_PAGES:,} are read")
    lines: list[layout.Line] = []
    heights: list[float] = []
    empty = []
    for number in range(len(document)):
        page = document[number]
        heights.append(page.get_height())
        found = list(_lines(page, number))
        if not any(character.isalnum() for line in found for character in line.text):
            empty.append(number + 1)
        lines.extend(found)
        page.close()
    paragraphs = layout.paragraphs(lines, heights)
    if not paragraphs or len(empty) == len(heights):
        return ReportError(where, "the PDF has no text layer (a scan?): run a text recognition over it first")
    cautions = []
    if empty:
        shown = ", ".join(map(str, empty[:_SHOWN_PAGES])) + (", ..." if len(empty) > _SHOWN_PAGES else "")
        cautions.append(caution("no-text-layer", f"no text on {len(empty)} of {len(heights)} pages ({shown})"))
    text = "\n\n".join(paragraphs)
    properties = document.get_metadata_dict()
    report = Report(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_confirmed(properties.get("Title"), text),
        byline=_confirmed(properties.get("Author"), text),
    )
    return Loaded(report, where, tuple(cautions))


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[layout.Line]:
    """Yield the lines of a page in the order of its content."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    text_page = page.get_textpage()
    words: list[str] = []
    places: list[int] = []
    count = text_page.count_chars()
    for place in range(count + 1):
        character = _character(raw.FPDFText_GetUnicode(text_page, place)) if place < count else "\n"
        if character not in {"\r", "\n", _LINE_HYPHEN}:
            words.append(character)
            if character and not character.isspace():
                places.append(place)
            continue
        if places:
            left, bottom, _, top = text_page.get_charbox(places[0], loose=True)
            right = text_page.get_charbox(places[-1], loose=True)[2]
            text = " ".join("".join(words).split())
            yield layout.Line(text, number, left, right, bottom, top, hyphen=character == _LINE_HYPHEN)
        words, places = [], []
    text_page.close()


def _character(code: int) -> str:
    """Return what a code of PDFium's stands for: ligatures as letters, and nothing for what is no character."""
    if code in _LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    character = chr(code)
    if character in {"\r", "\n", "\t", _LINE_HYPHEN}:
        return character
    return "" if unicodedata.category(character) in {"Cc", "Cs", "Cn"} else character


def _confirmed(said: str | None, text: str) -> str | None:
    """Return what a property says if the text says so too: software fills properties with its own names."""
    words = " ".join((said or "").split())
    return words if words and words.casefold() in " ".join(text.split()).casefold() else None
