"""`reportedly search`: the statements in a ledger that say something, or the reports."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated, Any

import typer
import typer.core

from reportedly.cli.asking import AsOf, Format, Limit, output, query, view
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption

EXAMPLES = {
    "speaker": 'speaker:"Ana Ferro"',
    "kind": "kind:government",
    "stance": "stance:denies",
    "certainty": "certainty:hearsay",
    "unnamed": "unnamed:yes",
    "publisher": "publisher:Norrpress",
    "country": "country:NO",
    "near": "near:59.9,10.7,50",
    "after": "after:2025-03",
    "before": "before:2025-03-04",
}
"""Each filter as one writes it."""

QUERIES = {
    "bridge shut": "both words, wherever they stand",
    "'\"bridge was shut\"'": "the words in this order",
    "'bridge stance:denies unnamed:yes'": "who is not named and denies it",
    "'speaker:\"Ana Ferro\" after:2025-03'": "all that she says since then",
}
"""Queries as one writes them on a command line, which takes the outer quotation marks for itself."""


class WithFilters(typer.core.TyperCommand):
    """A command whose help ends with the filters of a query, which are only looked up when somebody asks for help."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own click, or click, as the version has it
        """Write the filters, with an example each."""
        from reportedly.ledger import FILTERS  # noqa: PLC0415 - heavy, and only needed here

        super().format_epilog(ctx, formatter)
        with formatter.section("Filters, all of which must hold"):
            formatter.write_dl([(EXAMPLES[name], said) for name, said in FILTERS.items()])
        with formatter.section("Examples"):
            formatter.write_dl([(f"reportedly search {asked}", said) for asked, said in QUERIES.items()])


def search(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    asked: Annotated[
        list[str], typer.Argument(metavar="QUERY", help="Words, phrases in quotation marks, and filters.")
    ],
    *,
    of_reports: Annotated[
        bool,
        typer.Option("--reports", help="Search the titles and texts of reports instead, and show the words there."),
    ] = False,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
    limit: Limit = None,
) -> None:
    """Find statements by the words of their content, source and speaker, the best match first.

    Every word must be there, in any of its forms. Without a word the query is a filter, and the newest come first.
    """
    with ended_well():
        from reportedly.cli.answers import answer  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415
        from reportedly.cli.records import said, searched  # noqa: PLC0415
        from reportedly.ledger import Query, ReportRecord, StatementRecord  # noqa: PLC0415

        stdout = output()
        sought = query(asked) or Query()
        with view(ledger, as_of) as known:
            end_in_order()
            if of_reports:
                found = known.reports(sought)
                layout = searched(sought.phrases)
                answer(found, ReportRecord.__slots__, layout, form=format_, stdout=stdout, limit=limit)
            else:
                told = known.statements(sought)
                answer(told, StatementRecord.__slots__, said(sought.phrases), form=format_, stdout=stdout, limit=limit)
