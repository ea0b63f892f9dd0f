"""A reading for people: the report's head, then its statements in order, in lines that fit a terminal.

Words of a report reach the terminal only through `one_line`, which writes out what would steer it, and as plain
`Text`, in which square brackets are no markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from reportedly.exchange.heading import NAMELESS, identity, name, place, when
from reportedly.exchange.outline import outline
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.exchange.outline import Entry
    from reportedly.values import Reading

WIDEST = 96
"""Columns of a table at most: longer lines are hard to read."""

NARROWEST = 24
"""Columns at least, however narrow the terminal says it is."""

DEEPEST = 6
"""Levels of nesting that are indented; what is deeper stands at the sixth, with its words still room to stand in."""

CONFIDENCE_COLUMNS = 6
"""Two blanks and `0.87`."""

# The default colours with bold, italic and dim are readable on every ground; magenta is, of the eight colours, the one
# that stands out on black as on white.
SOURCE, CUE, QUIET, NOTHING, WARNING = "bold", "italic magenta", "dim", "italic", "bold magenta"

_RULER = Console(width=WIDEST, color_system=None)
"""Only asked how text is wrapped, never printed to."""


def lines(reading: Reading, width: int) -> Iterator[Text]:
    """Give the lines of a table, none wider than `width` columns (but see `NARROWEST`)."""
    width = max(NARROWEST, min(width, WIDEST))
    yield from _head(reading, width)
    entries = outline(reading)
    if not entries:
        yield Text("No statements found.", NOTHING)
    digits = len(str(len(entries)))
    for entry in entries:
        if entry.depth == 0 and entry.number > 1:
            yield Text()
        yield from _statement(entry, width, digits)


def _head(reading: Reading, width: int) -> Iterator[Text]:
    """Give what a report says of itself, what to beware of, and how many statements it has."""
    report = reading.report
    called = name(report)
    yield from _wrap(Text(called, NOTHING if called == NAMELESS else "bold"), width)
    origin = (report.publisher, when(report.published) if report.published else None, report.byline)
    said = " · ".join(one_line(part) for part in origin if part)
    if said:
        yield from _wrap(Text(said), width)
    if where := " · ".join(part for part in (place(report), identity(report)) if part):
        yield from _wrap(Text(where, QUIET), width)
    for warning in reading.warnings:
        yield from _hung(Text("! ", WARNING), Text(one_line(warning.message)), width)
    count = len(reading.statements)
    label = f" {count} statement" + ("" if count == 1 else "s")
    yield Text("─" * (width - len(label)) + label, QUIET)


def _statement(entry: Entry, width: int, digits: int) -> Iterator[Text]:
    """Give a statement's source, cue and confidence, then its content, both hanging beside its number."""
    statement = entry.statement
    rule = Text("│ " * min(entry.depth, DEEPEST, width // 8), QUIET)
    number = Text(f"{entry.number:>{digits}}  ", QUIET)
    indent = Text(" " * len(number))
    who = Text(one_line(statement.source.text), SOURCE) if statement.source else Text("— no source", NOTHING)
    if statement.cue:
        who = Text.assemble(who, "  ", (one_line(statement.cue.text), CUE))
    room = width - len(rule) - len(number)
    first, *rest = _wrap(who, room - CONFIDENCE_COLUMNS)
    blanks = " " * (room - cell_len(first.plain) - CONFIDENCE_COLUMNS + 2)
    yield Text.assemble(number, rule, first, blanks, (f"{statement.confidence:.2f}", QUIET))
    for line in rest:
        yield Text.assemble(indent, rule, line)
    if statement.content:
        for line in _wrap(Text(one_line(statement.content.text)), room):
            yield Text.assemble(indent, rule, line)


def _hung(lead: Text, text: Text, width: int) -> Iterator[Text]:
    """Give text in lines that hang beside what leads them."""
    for index, line in enumerate(_wrap(text, width - len(lead))):
        yield Text.assemble(" " * len(lead) if index else lead, line)


def _wrap(text: Text, width: int) -> Iterator[Text]:
    """Give text in lines of at most so many columns; wide characters count as two, and a long word is broken."""
    for line in text.wrap(_RULER, width, overflow="fold"):
        line.rstrip()
        yield line
