"""`reportedly derivation`: which reports have what from which."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated

import typer

from reportedly.cli.asking import AsOf, Format, Limit, claims_of, output
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption


def derivation(
    reports: Annotated[
        list[str] | None,
        typer.Argument(metavar="REPORT", help="The ids of reports, or their beginnings: only what touches them."),
    ] = None,
    *,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
) -> None:
    """List how reports came by one another: copies, cites, same-wire, same-occasion and same-document.

    ← leads to where a report has it from; ↔ stands between reports that have it from the same. Spans are code points
    in the text of the first report.
    """
    with ended_well():
        from reportedly.cli.answers import answer_encoded  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.derived import ROW, derived, row  # noqa: PLC0415
        from reportedly.exchange.edges import encode_edge  # noqa: PLC0415

        stdout = output()
        with claims_of(ledger, as_of) as (_, book):
            answer_encoded(
                book.edges([each.strip() for each in reports or ()]),
                derived(),
                encode=lambda found: encode_edge(*found),
                rows=lambda found: [row(encode_edge(*found))],
                fields=ROW,
                form=format_,
                stdout=stdout,
                limit=limit,
            )
