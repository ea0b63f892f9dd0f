"""`reportedly doctor`: what is installed, and what is missing for which feature."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import re
from typing import TYPE_CHECKING

import typer

from reportedly.cli.asking import AnswerFormat, Format, output
from reportedly.cli.exits import Ending, ended_well
from reportedly.cli.ledger_option import LedgerOption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from reportedly.cli.installed import Part

LABELS = 12
"""Columns of the labels."""

DIGITS = 12
"""Digits of a digest that are shown: enough to tell two of them apart; the other formats have them all."""

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def doctor(*, ledger: LedgerOption = None, format_: Format = None) -> None:
    """Say what is installed, which model, gazetteer and ledger are used, and what is missing for which feature."""
    with ended_well():
        from reportedly.cli.answers import chosen, write  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.installed import Part, State, parts  # noqa: PLC0415
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415
        from reportedly.cli.table import fitting  # noqa: PLC0415
        from reportedly.cli.terminal import Terminal  # noqa: PLC0415

        stdout = output()
        end_in_order()
        found = list(parts(ledger))
        form = chosen(format_, stdout)
        if form is AnswerFormat.TABLE:
            terminal = Terminal.on(stdout)
            for line in lines(found, fitting(terminal.width)):
                terminal.print(line)
        else:
            write(found, Part.__slots__, form, stdout)
    if any(part.state is State.FAULTY for part in found):
        raise typer.Exit(int(Ending.FAILED))


def lines(found: "Sequence[Part]", width: int) -> "Iterator[Text]":
    """Give the lines of the table: the packages that are as they should be in one row, and a row for all else."""
    from rich.text import Text  # noqa: PLC0415 - only for a table

    from reportedly.cli.installed import State  # noqa: PLC0415 - as above
    from reportedly.cli.table import DEVIATION, NAME, QUIET  # noqa: PLC0415
    from reportedly.cli.wrapping import flow, wrap  # noqa: PLC0415
    from reportedly.exchange.visible import one_line  # noqa: PLC0415

    signs = {State.PRESENT: ("✓", ""), State.MISSING: ("–", QUIET), State.FAULTY: ("✗", DEVIATION)}

    def beside(state: State, label: str, pieces: "list[Text]") -> "Iterator[Text]":
        sign, style = signs[state]
        lead = Text.assemble((sign, style), f" {label:<{LABELS}}")
        for index, line in enumerate(flow(pieces, width - lead.cell_len)):
            yield Text.assemble(" " * lead.cell_len if index else lead, line)

    def row(part: "Part") -> "Iterator[Text]":
        state = [] if part.state is State.PRESENT else [Text(part.state.value, DEVIATION)]
        said = [
            Text(_DIGEST.sub(_beginning, one_line(each)), style)
            for each, style in ((part.value, ""), (part.note, QUIET))
            if each
        ]
        yield from beside(part.state, part.name, state + said)

    packages = [part for part in found if part.area == "package"]
    whole = [Text(one_line(f"{part.name} {part.value}")) for part in packages if part.state is State.PRESENT]
    area = ""
    for part in found:
        if part.area == "package" and part.state is State.PRESENT:
            if whole:
                yield from beside(State.PRESENT, "packages", whole)
                whole = []
            continue
        if part.area == "extra" and area != "extra":
            yield Text()
            yield from wrap(Text("Extras", NAME), width)
            yield Text("─" * width, QUIET)
        area = part.area
        if part.area == "program" and part.state is State.PRESENT:
            yield from wrap(Text.assemble((part.name, NAME), " ", one_line(part.value)), width)
            yield Text("─" * width, QUIET)
        else:
            yield from row(part)


def _beginning(digest: re.Match[str]) -> str:
    """Return the beginning of a digest."""
    return f"{digest[0][:DIGITS]}…"
