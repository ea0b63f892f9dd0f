"""`reportedly trace`: how a claim came about."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated

import typer

from reportedly.cli.asking import AnswerFormat, AsOf, Format, claims_of, output
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption

OneClaim = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help="The id of a claim, or its beginning, as `reportedly claims` shows it; or that of a statement in it.",
    ),
]


def trace(
    identity: OneClaim,
    *,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
) -> None:
    """Show how a claim came about: from its origins to every report, with the words of each.

    ○ is whoever is not named, ? a report that does not say how it knows, ↺ reports that have it from one another. Times
    of day are in UTC.
    """
    with ended_well():
        from reportedly.claims import decisions  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.answers import answer_one, chosen, write  # noqa: PLC0415
        from reportedly.cli.traced import ROW, rows, traced  # noqa: PLC0415
        from reportedly.exchange.claims import encode_claim  # noqa: PLC0415

        stdout = output()
        form = chosen(format_, stdout)
        with claims_of(ledger, as_of) as (opened, book):
            story, claim = book.claim(identity.strip())
            claim = book.graded(claim)
            if form is AnswerFormat.CSV:
                write(rows(encode_claim(story, claim)), ROW, form, stdout)
                return
            judged = (
                decisions.grades(opened, [each.proposition.id for each in claim.members])
                if form is AnswerFormat.TABLE
                else []
            )
            record = encode_claim(story, claim)
            answer_one(record, lambda width: traced(story, claim, judged, width), form=form, stdout=stdout)
