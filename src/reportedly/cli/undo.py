"""`reportedly undo`: take a judgement back."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated

import typer

from reportedly.cli.asking import Format, opened, output
from reportedly.cli.exits import ended_well
from reportedly.cli.judging import Who, Why
from reportedly.cli.ledger_option import LedgerOption


def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="The whole id of a judgement (j...), as it was told.")
    ],
    *,
    why: Why = None,
    who: Who = None,
    ledger: LedgerOption = None,
    format_: Format = None,
) -> None:
    """Take a judgement back: a join, a split, a wrong edge or a grade. Both stay on record."""
    with ended_well():
        from reportedly.claims import decisions  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.judging import judge, reason, told  # noqa: PLC0415

        stdout = output()
        by, because = judge(who), reason(why)
        with opened(ledger, read_only=False) as found:
            made = decisions.undo(found, judgement.strip(), who=by, why=because)
        told(made, f"{judgement.strip()} is taken back, says {by}: {because}", form=format_, stdout=stdout)
