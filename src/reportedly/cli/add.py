"""`reportedly add`: put reports into a ledger."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import contextlib
import enum
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exits import Ending, complain, ended_well
from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.options import Published, Publisher, Title, Url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from reportedly.formats import Given
    from reportedly.intake.add import Step
    from reportedly.intake.tally import Tally
    from reportedly.ledger import Ledger


class Format(enum.StrEnum):
    """How the summary is written."""

    TABLE = "table"
    JSON = "json"


def add(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files and folders of reports, - for standard input, and http and https addresses, which are fetched.",
        ),
    ],
    *,
    ledger: LedgerOption = None,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="KIND", help="The format of everything, where it is not recognised.")
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=NAME,...", help="Which column of a CSV table holds what, as in text=notes,title=headline."
        ),
    ] = None,
    keep_bytes: Annotated[bool, typer.Option("--keep-bytes", help="Keep the bytes as they were received.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Read in so many processes.")] = 1,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch from this machine and from inside its network, too."),
    ] = False,
    report: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write what was skipped, and why, as CSV, over what is there."),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write the summary.")] = Format.TABLE,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
) -> None:
    """Put reports into the ledger, each with every statement in it. What is there already is not added again.

    Another text of the same address becomes a new version, the same text of another address a copy. What cannot be
    read is named on standard error, and the rest is added.
    """
    with ended_well():
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.read import refuse_closed_input  # noqa: PLC0415
        from reportedly.formats import Given, parse_date  # noqa: PLC0415
        from reportedly.intake.add import refuse  # noqa: PLC0415
        from reportedly.ledger import Ledger  # noqa: PLC0415

        refuse_closed_input(sources)
        moment = parse_date(published) if published else None
        given = Given(title=title, publisher=publisher, url=url, published=moment)
        named = _named(columns)
        refuse(sources, given=given, kind=as_, columns=named, jobs=jobs)
        with contextlib.ExitStack() as stack:
            opened = stack.enter_context(Ledger.open(ledger, create=True))
            steps = additions(
                sources,
                opened,
                given=given,
                kind=as_,
                columns=named,
                keep_bytes=keep_bytes,
                jobs=jobs,
                allow_private=allow_private,
            )
            file = stack.enter_context(_listed_in(report, [*sources, opened.where])) if report is not None else None
            end_in_order()
            tally, seconds = _counted(steps, sources, file)
            _summarise(tally, seconds, opened, format_)
    if tally.failed:
        raise typer.Exit(int(Ending.FAILED))


def additions(  # noqa: PLR0913 - everything that the command line can say about reports
    sources: "Sequence[str]",
    ledger: "Ledger",
    *,
    given: "Given",
    kind: str | None,
    columns: "dict[str, str] | None",
    keep_bytes: bool,
    jobs: int,
    allow_private: bool,
) -> "Iterator[Step]":
    """Add what the sources hold, read with the packaged model."""
    import functools  # noqa: PLC0415 - as below, not needed for --help

    from reportedly.intake.add import add as add_all  # noqa: PLC0415
    from reportedly.intake.fetch import fetch  # noqa: PLC0415

    return add_all(
        sources,
        ledger,
        given=given,
        kind=kind,
        columns=columns,
        keep_bytes=keep_bytes,
        jobs=jobs,
        stdin=sys.stdin.buffer if "-" in sources else None,
        fetcher=functools.partial(fetch, allow_private=allow_private),
    )


def _named(columns: str | None) -> "dict[str, str] | None":
    """Return which column holds what, as the option says it."""
    from reportedly.errors import UsageError  # noqa: PLC0415 - as below, not needed for --help

    if columns is None:
        return None
    named: dict[str, str] = {}
    for pair in columns.split(","):
        field, equals, name = (part.strip() for part in pair.partition("="))
        if not field or not equals or not name or field in named:
            msg = f"--columns {columns!r}: write a field and a column for each, as in text=notes,title=headline"
            raise UsageError(msg)
        named[field] = name
    return named


def _listed_in(report: str, others: "Sequence[str]") -> "contextlib.AbstractContextManager[TextIO]":
    """Open the file for what is skipped, before anything is read."""
    from reportedly.errors import UsageError  # noqa: PLC0415 - not needed for --help

    if any(_same(report, other) for other in others):
        msg = f"--report {report!r} is one of the sources, or the ledger"
        raise UsageError(msg)
    try:
        return open(report, "w", encoding="utf-8", errors="replace", newline="")  # noqa: PTH123 - pathlib raises for some strings
    except (OSError, ValueError) as error:
        msg = f"--report {report!r} cannot be written: {(getattr(error, 'strerror', None) or str(error)).lower()}"
        raise UsageError(msg) from error


def _same(path: str, other: str) -> bool:
    """Say whether two paths lead to one file."""
    try:
        return os.path.samefile(path, other)  # noqa: PTH121 - pathlib raises for some strings that are no paths
    except (OSError, ValueError):
        return False


def _counted(steps: "Iterator[Step]", sources: "Sequence[str]", file: "TextIO | None") -> "tuple[Tally, float]":
    """Add everything; say what could not be read as it comes."""
    from reportedly.cli.added import Listing  # noqa: PLC0415 - as below, not needed for --help
    from reportedly.cli.pace import Pace  # noqa: PLC0415
    from reportedly.errors import ReportError  # noqa: PLC0415
    from reportedly.intake.received import measure  # noqa: PLC0415
    from reportedly.intake.sources import Skipped  # noqa: PLC0415
    from reportedly.intake.tally import Tally  # noqa: PLC0415

    tally = Tally()
    listing = Listing(file) if file else None
    shown = sys.stderr is not None and sys.stderr.isatty()
    with Pace(sys.stderr, shown=shown, total=measure(sources) if shown else None) as pace:
        for step in steps:
            tally.count(step)
            failed = isinstance(step.what, ReportError)
            if isinstance(step.what, ReportError | Skipped) and listing:
                listing.add(step.what.where, step.what.reason, failed=failed)
            if failed:
                pace.clear()
                complain(str(step.what))
            if not isinstance(step.what, Skipped):
                pace.step(failed=failed, done=step.done)
        return tally, pace.seconds


def _summarise(tally: "Tally", seconds: float, ledger: "Ledger", format_: Format) -> None:
    """Print what it came to."""
    if sys.stdout is None:
        return
    from reportedly.cli.added import as_json, as_table  # noqa: PLC0415 - not needed for --help
    from reportedly.cli.table import fitting  # noqa: PLC0415
    from reportedly.cli.terminal import Terminal  # noqa: PLC0415

    if format_ is Format.JSON:
        sys.stdout.buffer.write(as_json(tally, seconds, ledger).encode() + b"\n")
        return
    terminal = Terminal.on(sys.stdout)
    for line in as_table(tally, seconds, ledger, fitting(terminal.width)):
        terminal.print(line)
