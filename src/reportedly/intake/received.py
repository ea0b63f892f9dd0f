"""What sources hold, item by item: reports as they were loaded, with their bytes and how they were retrieved."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import urllib.parse
from typing import TYPE_CHECKING, cast

from reportedly.errors import ReportedlyError, ReportError, UsageError
from reportedly.formats import (
    FORMATS,
    HEAD,
    MAX_BYTES,
    MAX_JSON_BYTES,
    Given,
    Loaded,
    finish,
    foreign,
    load,
    load_lines,
    recognise,
    too_large,
)
from reportedly.formats.declared import load_declared
from reportedly.intake.addresses import is_address
from reportedly.intake.opening import UTF16, loaded, opened
from reportedly.intake.sources import STDIN, Skipped, Source, expand, why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from reportedly.intake.fetch import Fetched
    from reportedly.ledger import Retrieval

MAX_KEPT = MAX_BYTES
"""Bytes of one source that are kept as they were received, at most: as many as a single report may have."""

PAGE_BYTES = 100_000
"""About how many bytes a page has that is yet to be fetched, for the time left: the median of HTML is some 30 kB packed
(https://httparchive.org/reports/page-weight), three times as much unpacked."""

_DECLARED = frozenset({"html", "text", "markdown"})
"""Formats whose encoding a server may state."""

_LINE_ENDS = b" \t\r\n\x1e"
_BOM = b"\xef\xbb\xbf"


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of all sources, and what fetches those that are addresses."""

    given: Given
    fetch: Callable[[str], Fetched]
    kind: str | None = None
    columns: Mapping[str, str] | None = None
    keep_bytes: bool = False
    stdin: BinaryIO | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """A report, or why there is none. `done` is how many bytes of all sources lie behind it.

    `data` are the bytes that it came in, where they are to be kept; of an archive they come with its first report, and
    with the others only their SHA-256 (`received`).
    """

    found: Loaded | ReportError | Skipped
    done: int = 0
    retrieval: Retrieval | None = None
    data: bytes | None = dataclasses.field(default=None, repr=False)
    received: str | None = None


def received(sources: Sequence[str], wanted: Wanted) -> Iterator[Item]:
    """Yield what sources hold, in their order; addresses are fetched, folders walked.

    Raises:
        UsageError: One address is given for what holds several reports.
    """
    behind = 0
    for source in sources:
        if is_address(source):
            yield from (dataclasses.replace(item, done=behind) for item in _page(source, wanted))
            behind += PAGE_BYTES
            continue
        for found in expand([source]):
            if not isinstance(found, Source):
                yield Item(found, behind)
                continue
            for item in _addressed(_file(found, wanted), wanted.given.url, several=found.where):
                yield dataclasses.replace(item, done=behind + item.done)
            behind += _size(found)


def measure(sources: Sequence[str]) -> int | None:
    """Return about how many bytes sources hold, by walking through folders; None where that cannot be known."""
    if STDIN in sources:
        return None
    paths = [source for source in sources if not is_address(source)]
    sizes = sum(_size(found) for found in expand(paths) if isinstance(found, Source))
    return sizes + PAGE_BYTES * (len(sources) - len(paths))


def _size(source: Source) -> int:
    """Return how many bytes a file has, as far as it has a size."""
    try:
        return os.stat(source.path).st_size if source.path is not None else 0  # noqa: PTH116 - a string all the way
    except (OSError, ValueError):
        return 0


def _file(source: Source, wanted: Wanted) -> Iterator[Item]:
    """Read a file or standard input. What only has to be read is left to those who know how."""
    given = dataclasses.replace(wanted.given, url=None)
    plainly = loaded(source, given=given, stdin=wanted.stdin, kind=wanted.kind)
    special = wanted.keep_bytes or wanted.columns
    if source.path is None and not special:
        yield from map(Item, plainly)
        return
    try:
        with opened(source, wanted.stdin) as stream:
            head = stream.read(HEAD)
            kind = wanted.kind or (None if foreign(head) else recognise(head, source.path))
            if kind == "jsonl" and not head.startswith(UTF16):
                yield from _lines(head, stream, source, given, keep=wanted.keep_bytes)
                return
            if not (wanted.keep_bytes and kind) and not (wanted.columns and kind == "csv"):
                yield from map(Item, plainly)
                return
            limit = MAX_JSON_BYTES if FORMATS[kind].archive else MAX_KEPT
            data = head + stream.read(max(limit + 1 - len(head), 0))
    except OSError as error:
        yield Item(ReportError(source.where, why(error)))
        return
    if wanted.columns and kind == "csv":
        found: Iterable[Loaded | ReportError] = _table(data, source, given, wanted.columns)
    elif source.path is None:
        found = load(data, where=source.where, given=given, kind=kind)
    else:
        found = plainly
    yield from _kept(found, data, source.where) if wanted.keep_bytes else map(Item, found)


def _lines(head: bytes, rest: BinaryIO, source: Source, given: Given, *, keep: bool) -> Iterator[Item]:
    """Read JSON lines as they come, each with its own bytes."""
    lines = _Lines(head, rest)
    for found in load_lines(cast("BinaryIO", lines), where=source.where, path=source.path, given=given):
        own = lines.last.removeprefix(_BOM).strip(_LINE_ENDS) if keep else b""
        of_report = isinstance(found, Loaded) and hashlib.sha256(own).hexdigest() == found.report.sha256
        yield Item(found, lines.position, data=own if keep and of_report else None)


def _kept(found: Iterable[Loaded | ReportError], data: bytes, where: str) -> Iterator[Item]:
    """Give the bytes of a source to the first report in it: of an archive they are kept once, and whole."""
    told = len(data) <= MAX_KEPT
    left = data if told else None
    digest = hashlib.sha256(data).hexdigest() if told else None
    for item in found:
        if not told and isinstance(item, Loaded):
            yield Item(ReportError(where, f"its bytes are not kept: they are more than {MAX_KEPT:,}"))
            told = True
        mine, left = (left, None) if isinstance(item, Loaded) else (None, left)
        yield Item(item, data=mine, received=digest)


def _table(data: bytes, source: Source, given: Given, columns: Mapping[str, str]) -> Iterator[Loaded | ReportError]:
    """Read a table whose columns the caller names."""
    from reportedly.formats import csv_table  # noqa: PLC0415 - of all formats only this one is needed

    if len(data) > MAX_JSON_BYTES:
        yield too_large(source.where, MAX_JSON_BYTES)
        return
    try:
        for item in csv_table.load(data, source.where, columns):
            yield finish(item, source.path, given) if isinstance(item, Loaded) else item
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001 - one table must never stop the others, whatever its bytes are
        yield ReportError(source.where, f"could not be read as csv ({type(error).__name__}: {error})")


def _page(address: str, wanted: Wanted) -> Iterator[Item]:
    """Fetch an address and read what it holds."""
    try:
        fetched = wanted.fetch(address)
    except ReportError as error:
        yield Item(error)
        return
    final = fetched.retrieval.address or address
    keep = fetched.data if wanted.keep_bytes else b""
    found = _of_page(fetched, address, final, dataclasses.replace(wanted.given, url=None), wanted)
    items = _kept(found, keep, address) if wanted.keep_bytes else map(Item, found)
    for item in _addressed(items, wanted.given.url or final):
        yield dataclasses.replace(item, retrieval=fetched.retrieval)


def _of_page(fetched: Fetched, where: str, final: str, given: Given, wanted: Wanted) -> Iterator[Loaded | ReportError]:
    """Load what was fetched; the encoding that the server states goes before what the bytes declare."""
    data = fetched.data
    if wanted.kind is None and (what := foreign(data)):
        yield ReportError(where, f"cannot be read: it is {what}")
        return
    kind = wanted.kind or recognise(data, urllib.parse.urlsplit(final).path)
    if kind == "text" and wanted.kind is None and fetched.media_type in {"text/html", "application/xhtml+xml"}:
        kind = "html"
    if kind == "csv" and wanted.columns:
        yield from _table(data, Source(None, where), given, wanted.columns)
    elif kind in _DECLARED:
        found = load_declared(FORMATS[kind].loader, data, fetched.charset, where)
        yield finish(found, None, given) if isinstance(found, Loaded) else found
    else:
        yield from load(data, where=where, given=given, kind=kind)


def _addressed(items: Iterator[Item], url: str | None, *, several: str | None = None) -> Iterator[Item]:
    """Give an address to a report that says none, if it is the only one: several of one address would be versions.

    Raises:
        UsageError: There are several, and `several` names where.
    """
    if url is None:
        yield from items
        return
    first, second = next(items, None), next(items, None)
    if first is None:
        return
    if second is not None:
        if several is not None:
            msg = f"{several} holds several reports, which cannot all have the address {url}"
            raise UsageError(msg)
        yield first
        yield second
        yield from items
        return
    if isinstance(first.found, Loaded):
        report = Given(url=url).fill(first.found.report)
        first = dataclasses.replace(first, found=dataclasses.replace(first.found, report=report))
    yield first


class _Lines:
    """The lines of a stream whose head was read already; the last one is remembered, and where it ends."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        """Give the head first, then the rest."""
        self._head = io.BytesIO(head)
        self._rest = rest
        self.last = b""
        self.position = 0

    def readline(self, size: int) -> bytes:
        """Return the next line, or so many bytes of it."""
        line = self._head.readline(size)
        if not line.endswith(b"\n") and len(line) < size:
            line += self._rest.readline(size - len(line))
        self.last = line
        self.position += len(line)
        return line
