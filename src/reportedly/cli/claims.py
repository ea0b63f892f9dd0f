"""`reportedly claims`: what is claimed across the reports of a ledger."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from reportedly.cli.asking import Asked, AsOf, Format, Limit, claims_of, output, query
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption


def claims(
    asked: Asked = None,
    *,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
) -> None:
    """List what is claimed across reports, the latest change first, each in the clearest words of a report.

    With a query, those with a statement or a response for which it holds. The counts are of reports, of publishers, and
    of origins: those beyond whom no report leads, at least and at most.
    """
    with ended_well():
        from reportedly.cli.answers import answer_encoded  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.claimed import ROW, claimed, row  # noqa: PLC0415
        from reportedly.exchange.claims import encode_claim  # noqa: PLC0415

        stdout = output()
        sought = query(asked)
        with claims_of(ledger, as_of) as (_, book):
            answer_encoded(
                book.claims(sought),
                claimed(),
                encode=lambda found: encode_claim(*found),
                rows=lambda found: [row(found)],
                fields=ROW,
                form=format_,
                stdout=stdout,
                limit=limit,
            )
