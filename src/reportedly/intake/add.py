"""Add reports to a ledger: read those that it does not hold, and write each in a transaction of its own."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.claims.shelf import Shelf
from reportedly.errors import ReportError, UsageError
from reportedly.formats import FORMATS, Given, Loaded
from reportedly.intake.batches import BATCH_LENGTH, BATCH_REPORTS
from reportedly.intake.fetch import fetch
from reportedly.intake.parallel import read_tasks
from reportedly.intake.received import Item, Wanted, received
from reportedly.intake.tally import Tally
from reportedly.ledger import Added, Outcome
from reportedly.values import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from reportedly.intake.batches import Reads
    from reportedly.intake.fetch import Fetched
    from reportedly.intake.sources import Skipped
    from reportedly.ledger import Ledger, Writer

HELD_BYTES = 20_000_000
"""Kept bytes of a batch, at which it is read though it has few reports: several batches are in memory."""

_NOTHING = Given()


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """What came of one report: what was added, or why nothing was; how many statements; what of all lies behind it."""

    what: Added | ReportError | Skipped
    statements: int = 0
    done: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class _Entry:
    """An item, and whether the ledger holds its report."""

    item: Item
    known: bool

    @property
    def to_read(self) -> Loaded | None:
        """Its report, if it is still to be read."""
        return self.item.found if isinstance(self.item.found, Loaded) and not self.known else None


def add(  # noqa: PLR0913 - what can be said about many reports at once
    sources: Sequence[str],
    ledger: Ledger,
    *,
    given: Given = _NOTHING,
    kind: str | None = None,
    columns: Mapping[str, str] | None = None,
    keep_bytes: bool = False,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    fetcher: Callable[[str], Fetched] = fetch,
    open_pipeline: Callable[[], Reads] | None = None,
) -> Iterator[Step]:
    """Add every report that sources lead to, and yield what came of each, in order, as it is written.

    Sources are files, folders, `-` for standard input, and addresses, which `fetcher` fetches. `given` fills in what
    reports do not say; `kind` is the format of all of them; `columns` says which column of a table holds what. With
    `keep_bytes` the bytes are kept as they were received. `jobs` processes read, each with what `open_pipeline` opens
    (the packaged model, unless given); this one writes.

    A report that the ledger holds is not read again. A run that ends early, however it does, leaves whole reports only.

    Raises:
        UsageError: Something asked for makes no sense; before anything is read, but for one address of several reports.
        LedgerError: The ledger cannot be written.
        RunError: Nothing can be read, for a damaged installation.
    """
    refuse(sources, given=given, kind=kind, columns=columns, jobs=jobs)
    wanted = Wanted(given, fetcher, kind, columns, keep_bytes, stdin)
    return _run(sources, ledger, wanted, jobs, open_pipeline)


def refuse(
    sources: Sequence[str], *, given: Given, kind: str | None, columns: Mapping[str, str] | None, jobs: int
) -> None:
    """Refuse what makes no sense, before a ledger is made for it; UsageError says why."""
    if kind is not None and kind not in FORMATS:
        msg = f"there is no format {kind!r}; there are {', '.join(FORMATS)}"
        raise UsageError(msg)
    if jobs < 1:
        msg = f"{jobs} processes cannot read; at least 1 can"
        raise UsageError(msg)
    if given.url and len(sources) > 1:
        msg = f"{len(sources)} sources cannot all have the address {given.url}"
        raise UsageError(msg)
    if columns:
        from reportedly.formats.csv_columns import NAMES  # noqa: PLC0415 - only where a table is named

        for field in columns:
            if field not in NAMES:
                msg = f"a report has no {field!r}; columns are named for {', '.join(NAMES)}"
                raise UsageError(msg)


def _run(
    sources: Sequence[str],
    ledger: Ledger,
    wanted: Wanted,
    jobs: int,
    open_pipeline: Callable[[], Reads] | None,
) -> Iterator[Step]:
    """Run, and note in the ledger that it began and ended."""
    writer = ledger.writer()
    shelf = Shelf(ledger)
    tally = Tally()
    job = writer.begin_job(sources)
    entries = (_Entry(item, _holds(ledger, item)) for item in received(sources, wanted))
    tasks = ((batch, [found for entry in batch if (found := entry.to_read)]) for batch in _batches(entries))
    for batch, results in read_tasks(tasks, jobs=jobs, open_pipeline=open_pipeline):
        for step in _written(batch, iter(results), writer, shelf):
            tally.count(step)
            yield step
    writer.end_job(job, tally.counts())


def _batches(entries: Iterable[_Entry]) -> Iterator[list[_Entry]]:
    """Put entries together that are read together: not so many that their texts and bytes fill the memory."""
    batch: list[_Entry] = []
    length = held = 0
    for entry in entries:
        batch.append(entry)
        length += len(entry.item.found.report.text) if isinstance(entry.item.found, Loaded) else 0
        held += len(entry.item.data or b"")
        if len(batch) >= BATCH_REPORTS or length >= BATCH_LENGTH or held >= HELD_BYTES:
            yield batch
            batch, length, held = [], 0, 0
    if batch:
        yield batch


def _holds(ledger: Ledger, item: Item) -> bool:
    """Say whether a ledger holds an item's report: then it need not be read again, which is what takes long."""
    if not isinstance(item.found, Loaded):
        return False
    return ledger.holds(item.found.report.id)


def _written(
    batch: Sequence[_Entry], results: Iterator[Reading | ReportError], writer: Writer, shelf: Shelf
) -> Iterator[Step]:
    """Write what was read of a batch, file it beside the others of its story, and yield what came of each entry."""
    for entry in batch:
        item = entry.item
        if not isinstance(item.found, Loaded):
            yield Step(item.found, done=item.done)
            continue
        report = item.found.report
        if entry.known:
            added = Added(Outcome.KNOWN, report.id)
            if item.data is not None or item.received is not None:
                added = writer.add(Reading(report), data=item.data, received=item.received)
            yield Step(added, done=item.done)
            continue
        result = next(results)
        if isinstance(result, ReportError):
            yield Step(result, done=item.done)
            continue
        added = writer.add(result, retrieval=item.retrieval, data=item.data, received=item.received)
        if added.outcome is not Outcome.KNOWN:
            shelf.file(result)
        statements = 0 if added.outcome is Outcome.KNOWN else len(result.statements)
        yield Step(added, statements, item.done)
