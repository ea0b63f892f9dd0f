"""JSON lines of reports: one object a line, each a report with its text and what is known of it."""

from __future__ import annotations

import codecs
import io
import json
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import records
from reportedly.formats.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from reportedly.formats.loaded import Loaded

MAX_LINE_BYTES = 50_000_000
"""A longer line is refused: it is no report."""

_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the report of each line, and an error for each line that holds none; blank lines are skipped."""
    if data.startswith(_OTHER_MARKS):
        data = decode(data).text.encode("utf-8", "surrogatepass")
    yield from load_stream(io.BytesIO(data), where)


def load_stream(stream: BinaryIO, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of a stream, with one line in memory at a time, so that an archive may have any size."""
    empty = True
    for number, line in enumerate(_lines(stream), 1):
        content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        content = content.strip(b" \t\r\n\x1e")
        if content:
            empty = False
            yield _report(content, f"{where}, line {number}")
    if empty:
        yield ReportError(where, "holds no reports")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream; of one that is too long only so much that this shows."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        yield line
        rest = line
        while rest and len(line) > MAX_LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES)


def _report(line: bytes, where: str) -> Loaded | ReportError:
    """Read one line that is not blank."""
    if len(line) > MAX_LINE_BYTES:
        return ReportError(where, f"too long: a line has at most {MAX_LINE_BYTES:,}")
    try:
        record = records.DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return ReportError(where, f"not UTF-8 (byte 0x{line[error.start]:02x} at {error.start}), which JSON has to be")
    except json.JSONDecodeError as error:
        return ReportError(where, f"not JSON: {records.wrong(error)} at column {error.colno}")
    except (ValueError, RecursionError, ArithmeticError) as error:
        return ReportError(where, f"JSON that cannot be read: {records.wrong(error)}")
    return records.report(record, line, where)
