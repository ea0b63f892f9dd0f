"""The rows of a table, one at a time, past what is broken in it."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FIELD = 5_000_000
"""Characters of a field. A longer one is refused: it is no report, but a quotation mark that nobody closed."""

DELIMITERS = (",", "\t", ";", "|")
_HEADER = 64 * 1024
_SAMPLE = 64 * 1024
_MAX_REWINDS = 10
"""How often a row is given up for a quotation mark that is never closed, and read again without it."""

_QUOTED = re.compile(r"(?:^|\t)\"(?:[^\"]|\"\")*+\"(?=\t|\r?$)", re.MULTILINE)
_OPENED = re.compile(r"(?:^|\t)\"", re.MULTILINE)

Quoting = Literal[0, 3]
"""`csv.QUOTE_MINIMAL` or `csv.QUOTE_NONE`."""

Row = tuple[int, "list[str] | str", str]
"""The number of a row, its cells (or in words why it has none), and its lines as they stand."""


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """How a table is written: its columns, what parts and quotes its cells, and where its first row begins."""

    header: tuple[str, ...]
    delimiter: str
    quoting: Quoting
    start: int


def header(text: str, delimiter: str) -> Table | None:
    """Return the table whose first row is read with a delimiter, or None where there is no such row."""
    start = len(text) - len(text.lstrip("\ufeff \r\n"))
    quoting: Quoting = csv.QUOTE_MINIMAL
    if delimiter == "\t":
        sample = text[:_SAMPLE]
        opened, quoted = len(_OPENED.findall(sample)), len(_QUOTED.findall(sample))
        quoting = csv.QUOTE_NONE if quoted < opened or not opened else csv.QUOTE_MINIMAL
    lines = _Lines(io.StringIO(text[start : start + _HEADER], newline=""))
    try:
        names = next(csv.reader(lines, delimiter=delimiter, quoting=quoting), None)
    except csv.Error:
        return None
    if not names or not any(name.strip() for name in names):
        return None
    while len(names) > 1 and not names[-1].strip():
        names.pop()
    return Table(tuple(name.strip() for name in names), delimiter, quoting, start + len(lines.taken()))


class Rows:
    """The rows under the header, numbered as a spreadsheet does: the header is row 1."""

    def __init__(self, stream: io.StringIO, table: Table) -> None:
        """Take a stream that begins right under the header."""
        self._lines = _Lines(stream)
        self._table = table

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows; one that is broken as the reason, in words."""
        number = 1
        rewinds = 0
        while True:
            number += 1
            row = self._next()
            source = self._lines.taken()
            if row is None:
                return
            unclosed = isinstance(row, str) or (self._lines.ended and self._open(source))
            if unclosed and rewinds < _MAX_REWINDS and self._lines.again():
                rewinds += 1
            yield number, self._refused(row) if unclosed else row, source

    def _next(self) -> list[str] | str | None:
        """Return the cells of the next row, or why it cannot be read; None at the end."""
        reader = csv.reader(self._lines, delimiter=self._table.delimiter, quoting=self._table.quoting)
        before = csv.field_size_limit(MAX_FIELD)  # the module keeps one limit for all: it is put back at once
        try:
            return next(reader, None)
        except csv.Error as error:
            return str(error)
        finally:
            csv.field_size_limit(before)

    def _open(self, source: str) -> bool:
        """Say whether the file ends within a quotation."""
        return self._table.quoting != csv.QUOTE_NONE and source.count('"') % 2 == 1 and source.count("\n") > 1

    def _refused(self, row: list[str] | str) -> str:
        """Say why a row is none."""
        if isinstance(row, str) and "field larger" not in row:
            return f"not CSV: {row}"
        size = f" or a field has more than {MAX_FIELD:,} characters" if isinstance(row, str) else ""
        return f"a quotation mark is never closed{size}; the next line is taken for the next row"


class _Lines:
    """Lines of a stream, of which those of the row at hand are kept, so that they can be read again."""

    def __init__(self, stream: io.StringIO) -> None:
        """Begin at the stream's place."""
        self._stream = stream
        self._taken: list[str] = []
        self._start = stream.tell()
        self.ended = False

    def __iter__(self) -> _Lines:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next line with its end."""
        line = self._stream.readline()
        if not line:
            self.ended = True
            raise StopIteration
        self._taken.append(line)
        return line

    def taken(self) -> str:
        """Return the lines since the last call as they stand."""
        found = "".join(self._taken)
        self._first = self._start + len(self._taken[0]) if self._taken else self._start
        self._start = self._stream.tell()
        self._taken = []
        return found

    def again(self) -> bool:
        """Go back to the second line of the row that was taken last; False where it had no more than one."""
        if self._first >= self._start:
            return False
        self._stream.seek(self._first)
        self._start = self._first
        self.ended = False
        return True
