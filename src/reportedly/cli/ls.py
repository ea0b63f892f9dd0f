"""`reportedly ls`: the reports in a ledger."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from reportedly.cli.asking import Asked, AsOf, Format, Limit, output, query, view
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption


def ls(
    asked: Asked = None,
    *,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
) -> None:
    """List the reports in a ledger, the newest first.

    With words, those whose title or text has them, the best match first; with filters, those with such a statement.
    """
    with ended_well():
        from reportedly.cli.answers import answer  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415
        from reportedly.cli.records import listed  # noqa: PLC0415
        from reportedly.ledger import ReportRecord  # noqa: PLC0415

        stdout = output()
        sought = query(asked)
        with view(ledger, as_of) as known:
            end_in_order()
            fields = [name for name in ReportRecord.__slots__ if name != "snippet"]
            answer(known.reports(sought), fields, listed(), form=format_, stdout=stdout, limit=limit)
