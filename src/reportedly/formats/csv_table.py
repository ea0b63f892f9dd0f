"""CSV and TSV with named columns: every row is a report."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import csv_columns, issued, item
from reportedly.formats.csv_rows import DELIMITERS, Rows, Table, header
from reportedly.formats.encodings import decode
from reportedly.formats.loaded import Loaded
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.values import Caution

_FEWEST_NAMED = 2
"""So many columns with the names of fields, a text's among them, make a table of what could be two lines of prose."""

_FEWEST_WITHOUT_TEXT = 3
"""So many make one whose text the caller has to name."""

_CUT = 60_000
"""A beginning of so many characters may end within its first row."""


def claims(text: str) -> bool:
    """Say whether a text begins like a table of reports: a line of names of columns, and a row that has as many."""
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    if not any(delimiter in first for delimiter in DELIMITERS):
        return False
    table = _recognised(text)
    if table is None:
        return False
    found = csv_columns.places(table.header)
    if len(found) < (_FEWEST_NAMED if "text" in found else _FEWEST_WITHOUT_TEXT):
        return False
    row = next((cells for _, cells, _ in Rows(io.StringIO(text[table.start :], newline=""), table) if cells), None)
    return row is None or isinstance(row, str) or len(row) == len(table.header) or len(text) >= _CUT


def load(data: bytes, where: str, columns: Mapping[str, str] | None = None) -> Iterator[Loaded | ReportError]:
    """Yield the report of each row, and an error for each row that holds none.

    `columns` says which column holds what (`{"text": "notes", "published": "event_date"}`), where their names do not
    tell. Rows are numbered as a spreadsheet shows them: the names of the columns are row 1.

    Raises:
        UsageError: `columns` names a field that a report does not have.
    """
    decoded = decode(data)
    table = _recognised(decoded.text)
    if table is None:
        yield ReportError(where, "holds no rows: a table begins with a row of the names of its columns")
        return
    try:
        places = csv_columns.chosen(table.header, columns, where)
    except ReportError as error:
        yield error
        return
    width = len(table.header)
    empty = True
    for number, row, source in Rows(io.StringIO(decoded.text[table.start :], newline=""), table):
        place = f"{where}, row {number}"
        if isinstance(row, str):
            yield ReportError(place, row)
        elif any(row[width:]):
            yield ReportError(place, f"{len(row)} fields, where there are {width} columns: is a mark left unquoted?")
        elif any(row):
            said = {field: row[at] for field, at in places.items() if at < len(row)}
            if said.get("text", "").strip():
                yield _report(said, place, source, decoded.cautions)
            else:
                yield ReportError(place, f"no text in the column {table.header[places['text']]!a}")
        else:
            continue
        empty = False
    if empty:
        yield ReportError(where, "the table has no rows under the names of its columns")


def _recognised(text: str) -> Table | None:
    """Return the table whose header makes the most sense: the most known names, then the most columns."""
    tables = [found for delimiter in DELIMITERS if (found := header(text, delimiter)) is not None]
    return max(tables, key=lambda table: (len(csv_columns.places(table.header)), len(table.header)), default=None)


def _report(said: Mapping[str, str], where: str, source: str, cautions: tuple[Caution, ...]) -> Loaded:
    """Make a report of the cells of a row; its text stays as it stands."""
    published, late = issued.moment("published", said.get("published"))
    modified, later = issued.moment("modified", said.get("modified"))
    made = Report(
        text=said["text"],
        sha256=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        title=item.text(said.get("title")),
        publisher=item.text(said.get("publisher")),
        byline=item.text(said.get("byline")),
        url=item.text(said.get("url")),
        external_id=item.text(said.get("id")),
        published=published,
        modified=modified,
    )
    return Loaded(made, where, (*cautions, *late, *later))
