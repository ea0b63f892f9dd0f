"""JSON: one report, a list of reports, or several of either one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import records
from reportedly.formats.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.formats.loaded import Loaded

_BETWEEN = re.compile(r"[ \t\r\n\x1e]*")


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports one by one; what follows a place that is not JSON is lost, and an error says where that is."""
    decoded = decode(data)
    if not decoded.encoding.startswith("utf-") or decoded.cautions:
        yield ReportError(where, "not UTF-8, which JSON has to be")
        return
    yield from _values(decoded.text, data, where)


def _values(text: str, data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Walk over the values of a text, at its top or in lists there, decoding one at a time."""
    place = _skip(text, 0)
    listed = False
    number = 0
    while place < len(text):
        if text[place] == ("]" if listed else "["):
            listed = not listed
            place = _skip(text, place + 1)
            continue
        try:
            record, end = records.DECODER.raw_decode(text, place)
        except (ValueError, RecursionError, ArithmeticError) as error:
            line = getattr(error, "lineno", text.count("\n", 0, place) + 1)
            yield ReportError(f"{where}, line {line}", f"not JSON from here on: {records.wrong(error)}")
            return
        number += 1
        after = _skip(text, end)
        if number == 1 and after == len(text):
            yield records.report(record, data, where)
        else:
            source = text[place:end].encode("utf-8", "surrogatepass")
            yield records.report(record, source, f"{where}, report {number}")
        place = _skip(text, after + 1) if listed and text[after : after + 1] == "," else after
    if listed:
        yield ReportError(where, "the list of reports is not closed: the file may be cut off")
    elif not number:
        yield ReportError(where, "holds no reports")


def _skip(text: str, place: int) -> int:
    """Return where the next thing after white space begins."""
    found = _BETWEEN.match(text, place)
    return found.end() if found else place
