"""`reportedly join`: say that two claims, or two speakers, are one."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated

import typer

from reportedly.cli.asking import Format, claims_of, output
from reportedly.cli.exits import ended_well
from reportedly.cli.judging import Who, Why
from reportedly.cli.ledger_option import LedgerOption

ONE_OF_TWO = "The id of a claim, of a statement in one, or of a speaker (i...); or its beginning."


def join(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    first: Annotated[str, typer.Argument(metavar="FIRST", help=ONE_OF_TWO)],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The other, of the same sort.")],
    *,
    why: Why = None,
    who: Who = None,
    ledger: LedgerOption = None,
    format_: Format = None,
) -> None:
    """Say that two claims are one, or that two speakers are. It is kept when the claims are computed anew.

    `reportedly undo` takes it back.
    """
    with ended_well():
        from reportedly.claims import decisions  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.judging import judge, pair, reason, told  # noqa: PLC0415

        stdout = output()
        by, because = judge(who), reason(why)
        with claims_of(ledger) as (opened, book):
            one, other = pair(opened, book, first, second)
            made = decisions.join(opened, one.subject, other.subject, who=by, why=because)
        what = "one claim" if one.claim else "one speaker"
        told(made, f"{one.id} and {other.id} are {what}, says {by}: {because}", form=format_, stdout=stdout)
