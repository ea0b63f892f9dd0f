"""A reading for people: the report's head, then its statements in order, in lines that fit a terminal.

Words of a report reach the terminal only through `one_line`, which writes out what would steer it, and as plain
`Text`, in which square brackets are no markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.wrapping import flow, hung, wrap
from reportedly.exchange.heading import NAMELESS, identity, name, place, when
from reportedly.exchange.line import Kind, deviations, who
from reportedly.exchange.outline import outline
from reportedly.exchange.summary import Summary, surer
from reportedly.exchange.visible import one_line
from reportedly.exchange.whereabouts import circumstances

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportedly.exchange.line import Piece
    from reportedly.exchange.outline import Entry
    from reportedly.values import Reading, Statement

WIDEST = 96
"""Columns of a table at most: longer lines are hard to read."""

NARROWEST = 24
"""Columns at least, however narrow the terminal says it is."""

DEEPEST = 6
"""Levels of nesting that are indented; what is deeper stands at the sixth, with its words still room to stand in."""

CONFIDENCE_COLUMNS = 4
"""`1.00`, or ` .87`."""

CUE_COLUMNS = 22
"""A cue up to here stands in the margin at the right, beside the confidence; a longer one follows the speaker."""

WITH_MARGIN = 56
"""Columns from which there is room for a margin at all."""

# The default colours with bold, italic and dim are readable on every ground; magenta is, of the eight colours, the one
# that stands out on black as on white. It is for what deviates from a plain statement, and no sign is made by it alone.
NAME, CUE, QUIET, NOTHING, DEVIATION, WARNING = "bold", "italic dim", "dim", "italic", "magenta", "bold magenta"

STYLES = {Kind.NAME: NAME, Kind.NOBODY: NOTHING} | dict.fromkeys(
    (Kind.UNNAMED, Kind.STANCE, Kind.CERTAINTY, Kind.HEDGE, Kind.POLARITY), DEVIATION
)
"""How the pieces of a line look; the others are plain."""


def lines(reading: Reading, width: int) -> Iterator[Text]:
    """Give the lines of a table, none wider than `width` columns (but see `NARROWEST`)."""
    width = fitting(width)
    yield from head(reading, width)
    entries = outline(reading)
    yield from flow([Text(phrase) for phrase in Summary.of(reading).phrases()], width)
    numbers = {entry.statement.id: entry.number for entry in entries}
    if told := surer(reading.headline, numbers):
        yield from hung(Text("! ", WARNING), Text(told), width)
    if entries:
        yield Text("─" * width, QUIET)
    digits = len(str(len(entries)))
    for entry in entries:
        if entry.depth == 0 and entry.number > 1:
            yield Text()
        inner = [each.statement for each in entries if each.statement.parent == entry.statement.id]
        yield from row(entry, numbers, width, digits, inner)


def fitting(width: int, widest: int = WIDEST) -> int:
    """Return the columns that are used of so many."""
    return max(NARROWEST, min(width, widest))


def head(reading: Reading, width: int) -> Iterator[Text]:
    """Give what a report says of itself, whose copy it uses, and what to beware of."""
    report = reading.report
    called = name(report)
    yield from wrap(Text(called, NOTHING if called == NAMELESS else "bold"), width)
    origin = (report.publisher, when(report.published) if report.published else None, report.byline)
    said = [one_line(part) for part in origin if part]
    if reading.wires:
        said.append("with reporting from " + ", ".join(dict.fromkeys(one_line(wire.value) for wire in reading.wires)))
    if said:
        yield from wrap(Text(" · ".join(said)), width)
    if where := " · ".join(part for part in (place(report), identity(report)) if part):
        yield from wrap(Text(where, QUIET), width)
    for warning in reading.warnings:
        yield from hung(Text("! ", WARNING), Text(one_line(warning.message)), width)


def row(
    entry: Entry, numbers: Mapping[str, int], width: int, digits: int, inner: Iterable[Statement] = ()
) -> Iterator[Text]:
    """Give a statement's line with its cue and confidence in the margin, then its content, beside its number.

    Below them stands where, when and how many, but for what is an inner statement's.
    """
    statement = entry.statement
    rule = Text("│ " * min(entry.depth, DEEPEST, width // 8), QUIET)
    number = Text(f"{entry.number:>{digits}}  ", QUIET)
    indent = Text(" " * len(number))
    room = width - len(rule) - len(number)
    cue = Text(one_line(statement.cue.text), CUE)
    said = line(statement, numbers)
    margin = Text(f"{statement.confidence:.2f}".removeprefix("0").rjust(CONFIDENCE_COLUMNS), QUIET)
    if cue and (width < WITH_MARGIN or cue.cell_len > CUE_COLUMNS):
        said.append(cue)
    elif cue:
        margin = Text.assemble(cue, " ", margin)
    for index, each in enumerate(flow(said, room - margin.cell_len - 2)):
        blanks = " " * (room - each.cell_len - margin.cell_len)
        yield Text.assemble(indent, rule, each) if index else Text.assemble(number, rule, each, blanks, margin)
    if statement.content:
        for each in wrap(Text(one_line(statement.content.text)), room):
            yield Text.assemble(indent, rule, each)
    if told := circumstances(statement, inner):
        for each in flow([Text(one, QUIET) for one in told], room):
            yield Text.assemble(indent, rule, each)


def line(statement: Statement, numbers: Mapping[str, int]) -> list[Text]:
    """Return who says so, and each thing that is not plain about it."""
    first = Text.assemble(*map(_styled, who(statement)))
    if statement.speaker is None and not statement.source:
        first = Text.assemble(("— ", NOTHING), first)
    return [first, *map(_styled, deviations(statement, numbers))]


def _styled(piece: Piece) -> Text:
    """Return a piece as it looks."""
    return Text(piece.text, STYLES.get(piece.kind, ""))
