"""`reportedly stats`: what a ledger holds."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import TYPE_CHECKING

from reportedly.cli.asking import AsOf, Format, output, view
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from reportedly.ledger import Stats

WIDEST = 48
"""Columns: figures are read along a line, and a short one is easy to follow."""


def stats(*, ledger: LedgerOption = None, format_: Format = None, as_of: AsOf = None) -> None:
    """Count what a ledger holds: reports, publishers, statements, speakers, and what speakers do."""
    with ended_well():
        from reportedly.cli.answers import answer_one  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415

        stdout = output()
        with view(ledger, as_of) as known:
            end_in_order()
            counts = known.stats()
            answer_one(counts, lambda width: lines(counts, width), form=format_, stdout=stdout)


def lines(counts: "Stats", width: int) -> "Iterator[Text]":
    """Give the lines of the table, none wider than `width` columns."""
    from rich.text import Text  # noqa: PLC0415 - only for a table

    from reportedly.cli.table import NAME, QUIET  # noqa: PLC0415 - as above
    from reportedly.cli.wrapping import wrap  # noqa: PLC0415
    from reportedly.exchange import wording  # noqa: PLC0415
    from reportedly.exchange.summary import counted, percent  # noqa: PLC0415
    from reportedly.values import Stance  # noqa: PLC0415

    width = min(width, WIDEST)
    share = f" ({percent(counts.unnamed_statements / counts.statements)})" if counts.statements else ""
    yield from wrap(Text("What the ledger holds", NAME), width)
    yield Text("─" * width, QUIET)
    yield _figure("Reports", counts.reports, width)
    yield _figure("  later versions", counts.versions, width)
    yield _figure("  copies of another's text", counts.copies, width)
    yield _figure("Publishers", counts.publishers, width)
    yield _figure("Statements", counts.statements, width)
    yield _figure(f"  of somebody unnamed{share}", counts.unnamed_statements, width)
    yield _figure("Speakers, those who pass on included", counts.speakers, width)
    yield _figure("Places located", counts.places, width)
    yield _figure("Judgements", counts.judgements, width)
    if counts.stances:
        yield Text()
        yield from wrap(Text("Statements by what the speaker does", NAME), width)
        yield Text("─" * width, QUIET)
        for stance, number in counts.stances.items():
            yield _figure(wording.STANCES[Stance(stance)].capitalize(), number, width)
    if counts.first and counts.last:
        yield Text("─" * width, QUIET)
        first, last = counts.first.partition("T")[0], counts.last.partition("T")[0]
        span = first if first == last else f"{first} to {last}"
        yield from wrap(Text(f"{counted(counts.reports, 'report')}, known from {span}", QUIET), width)


def _figure(said: str, number: int, width: int) -> "Text":
    """Return a label and its number at the ends of a line, with dots between."""
    from rich.text import Text  # noqa: PLC0415 - only for a table

    from reportedly.cli.table import QUIET  # noqa: PLC0415 - as above

    label, figure = Text(said), f"{number:,}"
    label.truncate(max(1, width - len(figure) - 1))
    dots = width - label.cell_len - len(figure) - 2
    return Text.assemble(label, (f" {'·' * dots} " if dots > 0 else " ", QUIET), figure)
