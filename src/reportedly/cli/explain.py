"""One statement with every field that was read in it: the value, the words it was read from, and what made it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from reportedly.cli.table import CUE, NAME, NOTHING, QUIET, fitting, head, row
from reportedly.cli.wrapping import wrap
from reportedly.errors import UsageError
from reportedly.exchange.fields import maker, sections
from reportedly.exchange.heading import name
from reportedly.exchange.outline import outline
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.exchange.fields import Field
    from reportedly.exchange.outline import Entry
    from reportedly.values import Reading

WIDEST = 116
"""Columns at most: three columns stand side by side."""

LABELS = 13
"""Columns of the labels."""

MAKERS = 0.38
"""The share of the columns beside the labels that says what made a value."""

SIDE_BY_SIDE = 64
"""Columns from which what made a value stands beside it, and not below."""

DEEPEST = 4
"""Rungs that are set in; a narrower window would have no room for words beyond."""

RUNGS = frozenset({"hop", "speaker"})
"""The labels of the rows that are rungs of the ladder."""

NAMED = 5
"""How many statements a complaint names."""

BEGINNING = 9
"""Characters of an id in a complaint: enough to tell a million statements apart (2 ** 32 / 10 ** 6)."""


class Explanation:
    """Waits for the statement that was asked for, and explains it when all reports have been read."""

    def __init__(self, sought: str, stdout: TextIO) -> None:
        """Look for a statement by its id, the beginning of its id, or its number in the table."""
        self._sought = sought.strip()
        self._stdout = stdout
        self._found: dict[str, tuple[Reading, Entry]] = {}
        self._reports = 0
        self._last = 0

    def add(self, reading: Reading) -> None:
        """Look through a reading."""
        entries = outline(reading)
        self._reports += 1
        self._last = max(self._last, len(entries))
        for entry in entries:
            if self._sought in {entry.statement.id, str(entry.number)} or (
                self._sought.startswith("s") and entry.statement.id.startswith(self._sought)
            ):
                self._found.setdefault(entry.statement.id, (reading, entry))

    def close(self) -> None:
        """Print the explanation; UsageError where none, or more than one, is meant."""
        if not self._reports:
            return
        if len(self._found) != 1:
            raise UsageError(self._many() if self._found else self._none())
        from reportedly.cli.terminal import Terminal  # noqa: PLC0415 - only where there is something to print

        terminal = Terminal.on(self._stdout)
        (found,) = self._found.values()
        for line in lines(*found, terminal.width):
            terminal.print(line)

    def _none(self) -> str:
        """Say that there is no such statement, and what would work."""
        if not self._last:
            return f"there is no statement {self._sought!r}: none was found at all"
        numbers = f"1 to {self._last}" if self._last > 1 else "1"
        return (
            f"there is no statement {self._sought!r}: give a number of the table ({numbers}), "
            "or an id of --format json or its beginning"
        )

    def _many(self) -> str:
        """Say that several are meant, and how to tell them apart."""
        shown = [
            f"{identity[:BEGINNING]} ({name(reading.report)})"
            for identity, (reading, _) in itertools.islice(self._found.items(), NAMED)
        ]
        more = f", and {len(self._found) - NAMED} more" if len(self._found) > NAMED else ""
        return f"{self._sought!r} could be {len(self._found)} statements; give one's id: {', '.join(shown)}{more}"


def lines(reading: Reading, entry: Entry, width: int) -> Iterator[Text]:
    """Give the lines of an explanation, none wider than `width` columns."""
    width = fitting(width, WIDEST)
    numbers = {each.statement.id: each.number for each in outline(reading)}
    yield from head(reading, width)
    yield from wrap(Text(f"statement {entry.statement.id}", QUIET), width)
    yield Text("─" * width, QUIET)
    yield from row(entry, numbers, width, len(str(entry.number)))
    for section in sections(entry.statement, numbers):
        yield Text()
        yield Text(section.title, "bold") + Text(" " + "─" * (width - len(section.title) - 1), QUIET)
        for field in section.fields:
            yield from _field(field, width)
        if section.unknown:
            yield from _beside("not stated", Text(", ".join(section.unknown), NOTHING), Text(), width)


def _field(field: Field, width: int) -> Iterator[Text]:
    """Give the lines of a field. A value in quotation marks stands so in the report."""
    words = one_line(field.words.text)
    quoted = f"“{words}”" if words else ""
    if field.value in {"", words}:
        said = Text(quoted, CUE if field.label == "cue" else NAME)
    else:
        said = Text.assemble((field.value, NAME), "  " if quoted else "", quoted)
    rung = "  " * min(field.level, DEEPEST)
    if field.level and field.label in RUNGS:
        rung = rung[:-2] + "└ "
    yield from _beside(field.label, said, Text(maker(field.made_by), QUIET), width, rung)


def _beside(label: str, said: Text, made: Text, width: int, rung: str = "") -> Iterator[Text]:
    """Give three columns: a label, what is said, and what made it; in a narrow window the last stands below."""
    lead = Text(f"{label:<{LABELS}}{rung}", QUIET)
    room = width - lead.cell_len
    if width < SIDE_BY_SIDE:
        rows = [*wrap(said, room), *(wrap(made, room) if made else ())]
    else:
        makers = int((width - LABELS) * MAKERS)
        rows = [
            Text.assemble(one, " " * (room - makers - one.cell_len) if other else "", other)
            for one, other in itertools.zip_longest(
                wrap(said, room - makers - 2), wrap(made, makers) if made else (), fillvalue=Text()
            )
        ]
    for index, each in enumerate(rows):
        yield Text.assemble(" " * lead.cell_len if index else lead, each)
