"""`reportedly split`: say that two claims, or two speakers, are never one, or that an edge is wrong."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.claims.edge import EdgeKind
from reportedly.cli.asking import Format, claims_of, output
from reportedly.cli.exits import ended_well
from reportedly.cli.judging import Who, Why
from reportedly.cli.ledger_option import LedgerOption
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.claims.book import Book


def split(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    first: Annotated[
        str,
        typer.Argument(
            metavar="FIRST",
            help="The id of a claim, of a statement in one, of a speaker (i...), or with --edge of a report; or its "
            "beginning.",
        ),
    ],
    second: Annotated[
        str,
        typer.Argument(metavar="SECOND", help="The other, of the same sort; with --edge where it has it from."),
    ],
    *,
    edge: Annotated[
        EdgeKind | None,
        typer.Option("--edge", help="Say instead that the edge of this kind between two reports is wrong."),
    ] = None,
    why: Why = None,
    who: Who = None,
    ledger: LedgerOption = None,
    format_: Format = None,
) -> None:
    """Say that two statements are never one claim, or two speakers never one. It is kept when claims are computed anew.

    `reportedly undo` takes it back.
    """
    with ended_well():
        from reportedly.claims import decisions  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.judging import judge, pair, reason, told  # noqa: PLC0415

        stdout = output()
        by, because = judge(who), reason(why)
        with claims_of(ledger) as (opened, book):
            if edge is not None:
                report, source = _ends(book, first.strip(), second.strip(), edge)
                made = decisions.wrong_edge(opened, report, source, edge, who=by, why=because)
                what = f"the edge {edge.value} from {report} to {source} is wrong"
            else:
                one, other = pair(opened, book, first, second)
                made = decisions.split(opened, one.subject, other.subject, who=by, why=because)
                what = f"{one.id} and {other.id} are never one {'claim' if one.claim else 'speaker'}"
        told(made, f"{what}, says {by}: {because}", form=format_, stdout=stdout)


def _ends(book: "Book", first: str, second: str, kind: EdgeKind) -> tuple[str, str]:
    """Return the ends of an edge by their beginnings; either may come first where neither was before the other.

    Raises:
        UsageError: There is no such edge, or there are several.
    """
    asked = [(first, second)] if kind.directed else [(first, second), (second, first)]
    found = {
        (edge.report, edge.source)
        for _, edge in book.edges([first])
        for report, source in asked
        if edge.kind is kind and edge.report.startswith(report) and edge.source.startswith(source)
    }
    if len(found) != 1:
        msg = f"there {'are several edges' if found else 'is no edge'} {kind.value} from {first!r} to {second!r}"
        raise UsageError(msg)
    return found.pop()
