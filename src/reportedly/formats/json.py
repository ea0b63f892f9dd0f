"""JSON: one report, a list of reports, or several of either one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import records
from reportedly.formats.encodings import decode
from reportedly.formats.json_values import SPACE, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.formats.loaded import Loaded


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports one by one; what follows a place that is not JSON is lost, and an error says where that is."""
    decoded = decode(data)
    if not decoded.encoding.startswith("utf-") or decoded.cautions:
        yield ReportError(where, "not UTF-8, which JSON has to be")
        return
    yield from _values(decoded.text, data, where)


def _values(text: str, data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Make a report of each value; one that is the whole text has the digest of the bytes as they came."""
    number = 0
    for number, found in enumerate(values(text, where, listing="list of reports"), start=1):
        if isinstance(found, ReportError):
            yield found
            continue
        record, wording = found
        if number == 1 and text.strip(SPACE) == wording:
            yield records.report(record, data, where)
        else:
            yield records.report(record, wording.encode("utf-8", "surrogatepass"), f"{where}, report {number}")
    if not number:
        yield ReportError(where, "holds no reports")
