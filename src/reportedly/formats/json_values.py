"""The values of a JSON text: one, several one after the other, or those of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import records

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACE = " \t\r\n\x1e"
"""What may stand between two values: white space, and the separator of RFC 7464."""

_BETWEEN = re.compile(f"[{SPACE}]*")


def values(text: str, where: str, *, listing: str = "list") -> Iterator[tuple[object, str] | ReportError]:
    """Yield each value with its wording, one at a time; an error where what follows is not JSON, which is lost.

    `listing` is what an error calls a list.
    """
    place = _skip(text, 0)
    listed = False
    while place < len(text):
        if text[place] == ("]" if listed else "["):
            listed = not listed
            place = _skip(text, place + 1)
            continue
        try:
            value, end = records.DECODER.raw_decode(text, place)
        except (ValueError, RecursionError, ArithmeticError) as error:
            line = getattr(error, "lineno", text.count("\n", 0, place) + 1)
            yield ReportError(f"{where}, line {line}", f"not JSON from here on: {records.wrong(error)}")
            return
        yield value, text[place:end]
        place = _skip(text, end)
        if listed and text[place : place + 1] == ",":
            place = _skip(text, place + 1)
    if listed:
        yield ReportError(where, f"the {listing} is not closed: the file may be cut off")


def _skip(text: str, place: int) -> int:
    """Return where the next thing after white space begins."""
    found = _BETWEEN.match(text, place)
    return found.end() if found else place
