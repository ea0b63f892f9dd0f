"""`reportedly speakers`: who says something in a ledger, across reports."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated

import typer

from reportedly.cli.asking import AsOf, Format, Limit, output, view
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption


def speakers(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Words of the speaker's name.")] = None,
    *,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="List those who may be one instead, with the reason. Nothing is joined.")
    ] = False,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
) -> None:
    """List who says something in the reports of a ledger, those with the most statements first.

    A person of the same full name in several reports is one speaker, and so is a body of the same name. Whoever is
    unsure stays apart.
    """
    with ended_well():
        from reportedly.cli.answers import answer  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415
        from reportedly.cli.records import speaking, suggesting  # noqa: PLC0415
        from reportedly.ledger import SpeakerRecord, Suggestion  # noqa: PLC0415

        stdout = output()
        with view(ledger, as_of) as known:
            end_in_order()
            if suggest:
                pairs = known.suggestions()
                answer(pairs, Suggestion.__slots__, suggesting(), form=format_, stdout=stdout, limit=limit)
                return
            found = known.speakers(" ".join(name or ()).strip() or None)
            answer(found, SpeakerRecord.__slots__, speaking(), form=format_, stdout=stdout, limit=limit)
