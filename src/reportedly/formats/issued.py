"""When an item of a feed, a wire or a table was issued, no more precisely than it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.formats import dates
from reportedly.formats.loaded import caution

if TYPE_CHECKING:
    from reportedly.values import Caution, Moment

OLDEST = 1990
"""The formats are younger than this. Older dates in them are defaults of software: 1970 is zero on Unix, 1900 in
spreadsheets."""

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?\s*(Z|[+-]\d\d:?\d\d)?")
"""ISO 8601 in its basic form (`20241005T140300Z`), as NITF and GDELT have it."""


def moment(name: str, wording: object) -> tuple[Moment | None, tuple[Caution, ...]]:
    """Return the moment that a field states, and the caution where it states none that can be."""
    if isinstance(wording, str):
        wording = " ".join(wording.split())
        if found := _BASIC.fullmatch(wording):
            year, month, day, hour, minute, second, zone = found.groups()
            wording = f"{year}-{month}-{day}T{hour}:{minute}" + (f":{second}" if second else "") + (zone or "")
    stated, problem = dates.stated(name, wording)
    if stated is not None and int(stated.edtf[:4]) < OLDEST:
        problem = f"{name}: {stated.edtf} lies before {OLDEST}, and is left out"
    return (None, (caution("bad-date", problem),)) if problem else (stated, ())
