"""`reportedly verify`: whether a ledger still holds what was written into it."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import TYPE_CHECKING

import typer

from reportedly.cli.asking import AnswerFormat, Format, opened, output, reason
from reportedly.cli.exits import Ending, complain, ended_well
from reportedly.cli.ledger_option import LedgerOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.cli.answers import Layout
    from reportedly.ledger import Fault, Ledger


def verify(*, ledger: LedgerOption = None, format_: Format = None) -> None:
    """Check every digest and every span of a ledger, and name what is not as it was written.

    How much was checked is said at the end: below the table, or on standard error.
    """
    with ended_well():
        from reportedly.cli.answers import answer, chosen  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415
        from reportedly.cli.terminal import Terminal  # noqa: PLC0415
        from reportedly.ledger import Fault  # noqa: PLC0415

        stdout = output()
        form = chosen(format_, stdout)
        with opened(ledger) as found:
            end_in_order()
            check = Check(found)
            answer(check.faults(), Fault.__slots__, _layout(), form=form, stdout=stdout)
            if form is AnswerFormat.TABLE:
                Terminal.on(stdout).print(check.summary())
            else:
                complain(check.summary())
    if check.failed:
        raise typer.Exit(int(Ending.FAILED))


class Check:
    """One look at everything in a ledger."""

    def __init__(self, ledger: "Ledger") -> None:
        """Check a ledger."""
        self._ledger = ledger
        self.failed = 0
        self._stopped = False

    def faults(self) -> "Iterator[Fault]":
        """Yield all faults; where the check itself cannot go on, that is the last."""
        import zlib  # noqa: PLC0415 - as below, only needed here

        import sqlalchemy  # noqa: PLC0415

        from reportedly.ledger import Fault  # noqa: PLC0415

        try:
            for fault in self._ledger.faults():
                self.failed += 1
                yield fault
        except (sqlalchemy.exc.SQLAlchemyError, zlib.error, ValueError, LookupError, TypeError) as error:
            self.failed += 1
            self._stopped = True
            yield Fault("the ledger", f"it cannot be read on from here: {reason(error)}")

    def summary(self) -> str:
        """Say how much was checked, and how much of it is wrong."""
        import sqlalchemy  # noqa: PLC0415 - only needed here

        from reportedly.exchange.summary import counted  # noqa: PLC0415 - as above

        verdict = f"{counted(self.failed, 'fault')}." if self.failed else "All is as it was written."
        if self._stopped:
            return f"Not everything could be checked: {verdict}"
        try:
            stats = self._ledger.view().stats()
        except sqlalchemy.exc.SQLAlchemyError as error:
            return f"Checked, but not counted ({reason(error)}): {verdict}"
        reports, statements = counted(stats.reports, "report"), counted(stats.statements, "statement")
        return f"Checked the texts of {reports}, the words of {statements}, and all kept bytes. {verdict}"


def _layout() -> "Layout[Fault]":
    """Return how faults look."""
    from rich.text import Text  # noqa: PLC0415 - only for a table

    from reportedly.cli.answers import Layout  # noqa: PLC0415 - as above
    from reportedly.cli.table import WARNING  # noqa: PLC0415
    from reportedly.cli.wrapping import hung  # noqa: PLC0415
    from reportedly.exchange.visible import one_line  # noqa: PLC0415

    return Layout(
        noun="fault",
        row=lambda fault, width: hung(
            Text("! ", WARNING), Text(f"{one_line(fault.what)}: {one_line(fault.reason)}"), width
        ),
    )
