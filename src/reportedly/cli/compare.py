"""`reportedly compare`: how many a claim says there are, report by report."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from reportedly.cli.asking import AnswerFormat, AsOf, Format, claims_of, output
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.trace import OneClaim


def compare(
    identity: OneClaim,
    *,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
) -> None:
    """Set the values of a claim side by side over time: the words of each report, and the interval on one scale.

    A range stays a range, and nothing is averaged. Times of day are in UTC.
    """
    with ended_well():
        from reportedly.cli.answers import chosen, write  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.valued import ROW, row, valued  # noqa: PLC0415
        from reportedly.exchange.claims import encode_values  # noqa: PLC0415

        stdout = output()
        form = chosen(format_, stdout)
        with claims_of(ledger, as_of) as (_, book):
            story, claim = book.claim(identity.strip())
            if form is AnswerFormat.TABLE:
                from reportedly.cli.answers import show  # noqa: PLC0415 - only for a table

                show(lambda width: valued(story, claim, width), stdout)
                return
            values = encode_values(story, claim)
            write(map(row, values) if form is AnswerFormat.CSV else values, ROW, form, stdout)
