"""What every question to a ledger has in common: its options, and how the ledger is opened for it."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import contextlib
import enum
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from reportedly.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from reportedly.claims.book import Book
    from reportedly.ledger import Ledger, Query, View
    from reportedly.values import Moment


class AnswerFormat(enum.StrEnum):
    """How answers are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Format = Annotated[
    AnswerFormat | None,
    typer.Option("--format", "-f", help="How to write the answer.  [default: table on a terminal, otherwise jsonl]"),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Answer with what was known then (2025, 2025-03, 2025-03-04, 2025-03-04T14:00Z): up to the end of the "
        "year, month, day or minute, in UTC where no zone is given.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", metavar="N", min=0, help="At most so many; 0 is all.  [default: 50 in a table, otherwise all]"
    ),
]
Asked = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUERY", help="Words, phrases in quotation marks, and filters, as `reportedly search --help` has them."
    ),
]


def output() -> TextIO:
    """Return where the answer goes; UsageError where standard output is closed."""
    if sys.stdout is None:
        msg = "standard output is closed: there is nowhere to write to"
        raise UsageError(msg)
    return sys.stdout


def query(words: Sequence[str] | None) -> "Query | None":
    """Return what is asked, from the words of the command line; None where there are none."""
    from reportedly.ledger import parse  # noqa: PLC0415 - not needed for --help

    line = " ".join(words or ()).strip()
    return parse(line) if line else None


def moment(as_of: str | None) -> "Moment | None":
    """Return the time that is asked about; UsageError where it is none."""
    if as_of is None:
        return None
    from reportedly.ledger.query import until  # noqa: PLC0415 - not needed for --help
    from reportedly.values import Moment  # noqa: PLC0415 - as above

    try:
        made = Moment(as_of.strip())
        until(made)
    except (ValueError, OverflowError) as error:
        msg = f"--as-of {as_of!r} is no date; write 2025, 2025-03, 2025-03-04 or 2025-03-04T14:00Z"
        raise UsageError(msg) from error
    return made


@contextlib.contextmanager
def opened(ledger: str | None, *, read_only: bool = True) -> "Iterator[Ledger]":
    """Open a ledger to be asked, or to be written to as well.

    Raises:
        LedgerError: There is none, or its database fails, be it in the middle of an answer.
    """
    import sqlalchemy  # noqa: PLC0415 - as below, not needed for --help

    from reportedly.ledger import Ledger  # noqa: PLC0415

    where = ledger or "of yours"
    try:
        found = Ledger.open(ledger or None, read_only=read_only)
    except OSError as error:
        raise LedgerError(where, (error.strerror or str(error)).lower()) from error
    except (sqlalchemy.exc.SQLAlchemyError, ValueError) as error:
        raise LedgerError(where, reason(error)) from error
    with found:
        try:
            yield found
        except sqlalchemy.exc.SQLAlchemyError as error:
            raise LedgerError(found.where, reason(error)) from error


@contextlib.contextmanager
def view(ledger: str | None, as_of: str | None = None) -> "Iterator[View]":
    """Open a ledger, and look at what it holds or held."""
    known = moment(as_of)
    with opened(ledger) as found:
        yield found.view(known)


def book(ledger: "Ledger", as_of: "Moment | None" = None) -> "Book":
    """Return the claims of a ledger."""
    from reportedly.claims.book import Book  # noqa: PLC0415 - not needed for --help

    return Book(ledger, as_of)


@contextlib.contextmanager
def claims_of(ledger: str | None, as_of: str | None = None) -> "Iterator[tuple[Ledger, Book]]":
    """Open a ledger, and look at what is claimed in it, reports that were added since included.

    What was joined is kept in the ledger, so that it is open to be written to.
    """
    from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415 - as below, not needed for --help
    from reportedly.cli.progress import Joining  # noqa: PLC0415

    known = moment(as_of)
    with opened(ledger, read_only=False) as found:
        end_in_order()
        made = book(found, known)
        with Joining(sys.stderr, shown=sys.stderr is not None and sys.stderr.isatty()) as joining:
            made.catch_up(joining.step)
        yield found, made


def reason(error: Exception) -> str:
    """Return what a database says, in a line."""
    said = getattr(error, "orig", None) or error
    return " ".join(str(said).split()) or type(error).__name__
