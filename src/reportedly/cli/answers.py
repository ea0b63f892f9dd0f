"""Where answers go: typed records, one by one, as a table, JSON, JSON lines or CSV.

Nothing is held back that can be written: a million records take no more memory than one.
"""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import io
import itertools
import json
from typing import TYPE_CHECKING, Any, Generic, TextIO, TypeVar

import msgspec
from rich.text import Text

from reportedly.cli.asking import AnswerFormat
from reportedly.cli.table import NOTHING, QUIET, fitting
from reportedly.cli.terminal import Terminal
from reportedly.cli.wrapping import wrap
from reportedly.cli.writers import INDENT
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Record = TypeVar("Record")

SHOWN = 50
"""Records in a table where no limit is given: about as many as one looks through."""

MOST_COUNTED = 10_000
"""Records beyond the limit of a table that are counted: to count all of a large ledger's would take longer."""

STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the wide signs are meant
"""What a spreadsheet takes a formula for, by its first sign (OWASP, CSV Injection)."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Layout(Generic[Record]):
    """How records look in a table.

    `row` gives the lines of a record and `head` those above all, in so many columns; `noun` is what a record is, and
    `nothing` what stands where there is none. Records are set `apart` by empty lines. `most` are those beyond the limit
    that are counted: none of records that are made only as they are asked for.
    """

    noun: str
    row: Callable[[Record, int], Iterable[Text]]
    head: Callable[[int], Iterable[Text]] = lambda _: ()
    nothing: str = ""
    apart: bool = False
    most: int = MOST_COUNTED


def chosen(asked: AnswerFormat | None, stdout: TextIO) -> AnswerFormat:
    """Return the format that was asked for, or the one that fits where the answer goes."""
    return asked or (AnswerFormat.TABLE if stdout.isatty() else AnswerFormat.JSONL)


def answer(  # noqa: PLR0913 - all that an answer depends on
    records: Iterable[Record],
    fields: Sequence[str],
    layout: Layout[Record],
    *,
    form: AnswerFormat | None,
    stdout: TextIO,
    limit: int | None = 0,
) -> None:
    """Write records with these fields; `limit` is the most that are written, 0 for all, None for the usual."""
    form = chosen(form, stdout)
    with contextlib.ExitStack() as stack:
        if close := getattr(records, "close", None):
            stack.callback(close)  # a query that is not read to its end is let go of at once
        if form is AnswerFormat.TABLE:
            _table(iter(records), layout, SHOWN if limit is None else limit, Terminal.on(stdout))
        else:
            write(itertools.islice(records, limit) if limit else records, fields, form, stdout)


def answer_encoded(  # noqa: PLR0913 - all that an answer depends on
    records: Iterable[Record],
    layout: Layout[Record],
    *,
    encode: Callable[[Record], dict[str, Any]],
    rows: Callable[[Record], Iterable[dict[str, Any]]],
    fields: Sequence[str],
    form: AnswerFormat | None,
    stdout: TextIO,
    limit: int | None = 0,
) -> None:
    """Write records that look different to programs: encoded in JSON, and in CSV as rows with these fields."""
    form = chosen(form, stdout)
    if form is AnswerFormat.TABLE:
        answer(records, fields, layout, form=form, stdout=stdout, limit=limit)
        return
    with contextlib.ExitStack() as stack:
        if close := getattr(records, "close", None):
            stack.callback(close)
        some = itertools.islice(records, limit) if limit else records
        if form is AnswerFormat.CSV:
            write((row for record in some for row in rows(record)), fields, form, stdout)
        else:
            write((encode(record) for record in some), fields, form, stdout)


def write(records: Iterable[object], fields: Sequence[str], form: AnswerFormat, stdout: TextIO) -> None:
    """Write records in a format for programs; `fields` are the columns of CSV."""
    match form:
        case AnswerFormat.JSON:
            _array(records, stdout)
        case AnswerFormat.CSV:
            _csv(records, fields, stdout)
        case _:
            for record in records:
                stdout.buffer.write(encoded(record) + b"\n")
                stdout.buffer.flush()


def answer_one(
    record: object, lines: Callable[[int], Iterable[Text]], *, form: AnswerFormat | None, stdout: TextIO
) -> None:
    """Write the only record that there is; JSON is no array then."""
    match chosen(form, stdout):
        case AnswerFormat.TABLE:
            show(lines, stdout)
        case AnswerFormat.CSV:
            _csv([record], list(plain(record)), stdout)
        case AnswerFormat.JSON:
            stdout.buffer.write(encoded(record, indent=INDENT) + b"\n")
        case _:
            stdout.buffer.write(encoded(record) + b"\n")
    stdout.buffer.flush()


def show(lines: Callable[[int], Iterable[Text]], stdout: TextIO) -> None:
    """Print lines as wide as the terminal."""
    terminal = Terminal.on(stdout)
    for line in lines(fitting(terminal.width)):
        terminal.print(line)


def plain(record: object) -> dict[str, Any]:
    """Return a record as plain values by the names of its fields."""
    made: dict[str, Any] = msgspec.to_builtins(record)
    return made


def encoded(value: object, *, indent: int | None = None) -> bytes:
    """Return a value as JSON in UTF-8; one with lone surrogates, which UTF-8 has no bytes for, in ASCII."""
    try:
        packed = msgspec.json.encode(value)
        return packed if indent is None else msgspec.json.format(packed, indent=indent)
    except UnicodeEncodeError:
        separators = (",", ":") if indent is None else (",", ": ")
        return json.dumps(msgspec.to_builtins(value), indent=indent, separators=separators).encode("ascii")


def _table(records: Iterator[Record], layout: Layout[Record], limit: int, terminal: Terminal) -> None:
    """Print records, and say how many more there are."""
    width = fitting(terminal.width)
    first = next(records, None)
    if first is None:
        if layout.nothing:
            terminal.print(Text(layout.nothing, NOTHING))
        return
    for line in layout.head(width):
        terminal.print(line)
    shown = itertools.chain([first], records)
    for index, record in enumerate(itertools.islice(shown, limit) if limit else shown):
        if layout.apart and index:
            terminal.print()
        for line in layout.row(record, width):
            terminal.print(line)
    if more := sum(1 for _ in itertools.islice(shown, layout.most + 1)):
        terminal.print()
        for line in wrap(Text(_more(more, layout.noun, layout.most), QUIET), width):
            terminal.print(line)


def _more(more: int, noun: str, most: int) -> str:
    """Say how many records are not shown, as far as they were counted."""
    if more > most:
        return f"and more{f' than {most:,} more' if most else ''} {noun}s (--limit 0 shows all)"
    return f"and {more:,} more {noun if more == 1 else noun + 's'} (--limit 0 shows all)"


def _array(records: Iterable[object], stdout: TextIO) -> None:
    """Write one array, which grows record by record. No line of a record begins within a string: JSON escapes them."""
    begun = False
    for record in records:
        stdout.buffer.write(b",\n" if begun else b"[\n")
        lines = encoded(record, indent=INDENT).split(b"\n")
        stdout.buffer.write(b"\n".join(b" " * INDENT + line for line in lines))
        begun = True
    stdout.buffer.write(b"\n]\n" if begun else b"[]\n")
    stdout.buffer.flush()


def _csv(records: Iterable[object], fields: Sequence[str], stdout: TextIO) -> None:
    """Write one row a record under a row of names (RFC 4180), in UTF-8."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    writer.writerow(fields)
    for row in itertools.chain([()], ([cell(plain(record)[name]) for name in fields] for record in records)):
        if row:
            writer.writerow(row)
        stdout.buffer.write(kept.getvalue().encode())
        stdout.buffer.flush()
        kept.seek(0)
        kept.truncate()


def cell(value: object) -> str:
    """Return a value as a field of CSV, in one line, that no spreadsheet takes for a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return str(value)
        case dict():
            words = "; ".join(f"{name} {each}" for name, each in value.items())
        case list() | tuple():
            words = "; ".join(map(str, value))
        case _:
            words = str(value)
    words = one_line(words)
    return f"'{words}" if words.startswith(STEERING) else words
