"""What the records of a ledger look like in a table: reports, statements and speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.answers import Layout
from reportedly.cli.columns import Column, Columns
from reportedly.cli.explain import BEGINNING
from reportedly.cli.sought import bold
from reportedly.cli.table import DEVIATION, NAME, NOTHING, QUIET
from reportedly.cli.wrapping import flow, wrap
from reportedly.exchange import wording
from reportedly.exchange.heading import NAMELESS
from reportedly.exchange.line import ALREADY_SAID, NOBODY, UNNAMED
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line
from reportedly.values import Certainty, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.ledger import ReportRecord, SpeakerRecord, StatementRecord, Suggestion

REPORTS = Columns(
    (
        Column("date", len("2025-03-04")),
        Column("publisher", 18),
        Column("report"),
        Column("statements", len("statements"), numbers=True),
        Column("id", BEGINNING),
    )
)
"""The columns of a list of reports; names of publishers are seldom longer than 18."""

SPEAKERS = Columns(
    (
        Column("speaker"),
        Column("statements", len("statements"), numbers=True),
        Column("reports", len("reports"), numbers=True),
        Column("publishers", len("publishers"), numbers=True),
    )
)
"""The columns of a list of speakers."""


def listed() -> Layout[ReportRecord]:
    """Return how a list of reports looks: a row each."""
    return Layout(
        noun="report",
        row=lambda record, width: REPORTS.row(_cells(record), width),
        head=REPORTS.head,
        nothing="No reports.",
    )


def searched(phrases: Sequence[str]) -> Layout[ReportRecord]:
    """Return how reports look whose text has some phrases: each with the words around one of them."""
    return Layout(
        noun="report",
        row=lambda record, width: _found(record, phrases, width),
        nothing="No reports.",
        apart=True,
    )


def said(phrases: Sequence[str] = ()) -> Layout[StatementRecord]:
    """Return how statements look: who says so, what is not plain about it, the content, and where it stands."""
    return Layout(
        noun="statement",
        row=lambda record, width: _statement(record, phrases, width),
        nothing="No statements.",
        apart=True,
    )


def speaking() -> Layout[SpeakerRecord]:
    """Return how speakers look: a row of counts each, and below what else they are called."""
    return Layout(noun="speaker", row=_speaker, head=SPEAKERS.head, nothing="No speakers.")


def suggesting() -> Layout[Suggestion]:
    """Return how pairs of speakers look who may be one: both names, the reason, and the command that joins."""
    return Layout(noun="pair", row=_suggestion, nothing="Nobody seems to be one with another.", apart=True)


def _suggestion(pair: Suggestion, width: int) -> Iterator[Text]:
    """Give the lines of a pair."""
    first, second = (Text(one_line(name), NAME) for name in pair.names)
    yield from flow([first, second], width)
    yield from wrap(Text(one_line(pair.reason)), width)
    command = f'reportedly join {pair.first[:BEGINNING]} {pair.second[:BEGINNING]} --why "..."'
    yield from wrap(Text(command, QUIET), width)


def title(record: ReportRecord) -> str:
    """Return what a report is called: its title, or else where it came from."""
    return one_line(record.title or record.path or record.url or record.external_id or "") or NAMELESS


def marks(record: ReportRecord) -> list[str]:
    """Say that a report is a later version, or a copy of another."""
    later = [f"version {record.version}"] if record.version > 1 else []
    return [*later, *([f"copy of {record.copy_of[:BEGINNING]}"] if record.copy_of else [])]


def dated(record: ReportRecord) -> str:
    """Return the day of a report, by which it is sorted: when it was last changed, or published; empty for neither."""
    return day(record.modified or record.published)


def day(stated: str | None) -> str:
    """Return the day of a time, no more precisely than it is stated; empty where none is."""
    return (stated or "").partition("T")[0]


def _cells(record: ReportRecord) -> list[Text]:
    """Return what stands in the columns of `REPORTS`."""
    date = dated(record)
    called = Text(title(record), NAME if record.title else NOTHING)
    for mark in marks(record):
        called = Text.assemble(called, (" · ", QUIET), (mark, DEVIATION))
    return [
        Text(date) if date else Text("undated", NOTHING),
        Text(one_line(record.publisher)) if record.publisher else Text("unknown", NOTHING),
        called,
        Text(f"{record.statements:,}"),
        Text(record.id[:BEGINNING], QUIET),
    ]


def _found(record: ReportRecord, phrases: Sequence[str], width: int) -> Iterator[Text]:
    """Give a report's title, the words of its text around those that were searched for, and where it is from."""
    called = Text(title(record)) if record.title else Text(title(record), NOTHING)
    yield from beside([bold(called, phrases), *(Text(mark, DEVIATION) for mark in marks(record))], record.id, width)
    if record.snippet:
        yield from wrap(bold(Text(one_line(record.snippet)), phrases), width)
    date = dated(record) or "undated"
    yield from _quiet([record.publisher, date, counted(record.statements, "statement")], width)


def _statement(record: StatementRecord, phrases: Sequence[str], width: int) -> Iterator[Text]:
    """Give the lines of a statement."""
    yield from beside(_manner(record), record.id, width)
    if record.content:
        yield from wrap(bold(Text(one_line(record.content)), phrases), width)
    date = day(record.published) if record.published else f"known from {day(record.known_from)}"
    yield from _quiet([record.title, record.publisher, date], width)


def _manner(record: StatementRecord) -> list[Text]:
    """Return who says so, then the stance and the certainty where they are not plain."""
    name = one_line(record.name or "") or one_line(record.source)
    if not name and record.kind:
        name = wording.KINDS[SpeakerKind(record.kind)]
    pieces = [who(name, named=record.named is not False) if name else Text(f"— {NOBODY}", NOTHING)]
    stance = Stance(record.stance or Stance.ASSERTS)
    certainty = Certainty(record.certainty or Certainty.STATED)
    if stance is not Stance.ASSERTS:
        pieces.append(Text(wording.STANCES[stance], DEVIATION))
    if certainty is not Certainty.STATED and (stance, certainty) not in ALREADY_SAID:
        pieces.append(Text(wording.CERTAINTIES[certainty], DEVIATION))
    return pieces


def who(name: str, *, named: bool) -> Text:
    """Return a name, with the sign and the word of the unnamed where it is none."""
    if named:
        return Text(name, NAME)
    return Text.assemble((f"{UNNAMED} ", DEVIATION), (name, NAME), ", ", ("unnamed", DEVIATION))


def _speaker(record: SpeakerRecord, width: int) -> Iterator[Text]:
    """Give the lines of a speaker."""
    kind = SpeakerKind(record.kind)
    name = one_line(record.name or "")
    counts = (record.statements, record.reports, record.publishers)
    cells = [who(name or wording.KINDS[kind], named=record.named), *(Text(f"{count:,}") for count in counts)]
    yield from SPEAKERS.row(cells, width)
    others = [each for each in map(one_line, record.names) if each != name]
    about = [
        wording.KINDS[kind] if name else None,
        record.country,
        "also " + ", ".join(f"“{each}”" for each in others) if others else None,
        ", ".join(record.roles) or None,
    ]
    for line in _quiet(about, width - len(INDENT)):
        yield Text.assemble(INDENT, line)


INDENT = "  "
"""Stands before what is known of a speaker, below the name."""


def beside(pieces: list[Text], identity: str, width: int) -> Iterator[Text]:
    """Give pieces in lines, with the beginning of an id in the margin of the first."""
    room = width - BEGINNING - 2
    for index, line in enumerate(flow(pieces, room)):
        margin = Text(" " * (room - line.cell_len + 2) + identity[:BEGINNING], QUIET)
        yield line if index else Text.assemble(line, margin)


def _quiet(parts: Sequence[str | None], width: int) -> Iterator[Text]:
    """Give what is known of some parts, small, in lines."""
    known = [Text(words, QUIET) for part in parts if part and (words := one_line(part))]
    if known:
        yield from flow(known, width)
