"""`reportedly read`: who says what in one report, or in many."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import enum
import math
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exits import Ending, complain, ended_well

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from reportedly.errors import ReportError
    from reportedly.intake import Skipped
    from reportedly.values import Reading


class Format(enum.StrEnum):
    """How readings are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def _probability(value: float | None) -> float | None:
    """Refuse what is not from 0 to 1. The comparison is written so that NaN is refused."""
    if value is not None and (math.isnan(value) or not 0 <= value <= 1):
        msg = f"{value} is not a number from 0 to 1"
        raise typer.BadParameter(msg)
    return value


def _moment(value: str | None) -> str | None:
    """Refuse what is no date."""
    if value is not None:
        from reportedly.formats import HOW_TO_WRITE_DATES, parse_date  # noqa: PLC0415 - not needed for --help

        if parse_date(value) is None:
            msg = f"{value!r} is no date that can be read without a guess; {HOW_TO_WRITE_DATES}"
            raise typer.BadParameter(msg)
    return value


def read(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files and folders of reports; a folder is walked, and - is standard input."
        ),
    ],
    *,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", help="How to write what was read.  [default: table on a terminal, otherwise jsonl]"
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            metavar="X",
            help="Leave out statements of which the engine is less sure than this, from 0 to 1.  "
            "[default: what did best in the evaluation]",
            callback=_probability,
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Show one statement instead, with every field, the words it was read from, and what made it. ID is "
            "its number in the table, or its id or the beginning of it.",
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help='When it was published, as far as is known (2025, 2025-03-04, 2025-03-04T14:00Z, "4 March 2025"), '
            "where the report does not say.",
            callback=_moment,
        ),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published it, where the report does not say.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Its title, where the report has none.")] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Its address, where the report does not say. Never fetched.")
    ] = None,
) -> None:
    """Print every attributed statement of reports: who says what, in the reports' own words.

    Reports are text, Markdown, HTML, PDF with a text layer, or JSON lines of reports. What cannot be read is named on
    standard error, and the rest is read.
    """
    with ended_well():
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.progress import Progress  # noqa: PLC0415
        from reportedly.cli.writers import writer  # noqa: PLC0415
        from reportedly.errors import ReportError  # noqa: PLC0415

        _refuse_closed(paths)
        _refuse_explained(explain, format_)
        on_terminal = sys.stdout.isatty()
        chosen = format_ or (Format.TABLE if on_terminal else Format.JSONL)
        folder = any(os.path.isdir(path) for path in paths)  # noqa: PTH112 - Path.is_dir raises on a long name
        output = writer(chosen.value, sys.stdout, alone=len(paths) == 1 and not folder, explain=explain)
        stdin = sys.stdin.buffer if "-" in paths else None
        failed = 0
        passed: list[Skipped] = []
        watched = sys.stderr is not None and sys.stderr.isatty()
        with Progress(sys.stderr, shown=watched and not on_terminal) as progress:
            results = readings(
                paths,
                title=title,
                publisher=publisher,
                url=url,
                published=published,
                min_confidence=min_confidence,
                stdin=stdin,
                skipped=passed.append,
            )
            end_in_order()
            try:
                for result in results:
                    if isinstance(result, ReportError):
                        failed += 1
                        progress.clear()
                        complain(str(result))
                    else:
                        output.add(result)
                    progress.step(failed=isinstance(result, ReportError))
            except KeyboardInterrupt:
                output.close()  # so that an array has its end, and a page its beginning
                raise
            output.close()
        if passed:
            others = f"{len(passed)} files in folders were" if len(passed) > 1 else "1 file in a folder was"
            complain(f"{others} passed by, as {passed[0].where}: {passed[0].reason}")
    if failed:
        raise typer.Exit(int(Ending.FAILED))


def _refuse_closed(paths: "Sequence[str]") -> None:
    """Refuse to work where there is nowhere to write to, or nothing to read from; Python has None for such a stream."""
    from reportedly.errors import UsageError  # noqa: PLC0415 - not needed for --help

    if sys.stdout is None:
        msg = "standard output is closed: there is nowhere to write to"
        raise UsageError(msg)
    if sys.stdin is None and "-" in paths:
        msg = "standard input is closed: there is nothing to read"
        raise UsageError(msg)


def _refuse_explained(explain: str | None, format_: Format | None) -> None:
    """Refuse to explain nothing, or in a format for programs, which has every field anyway."""
    from reportedly.errors import UsageError  # noqa: PLC0415 - not needed for --help

    if explain is not None and not explain.strip():
        msg = "--explain needs a statement's number or id"
        raise UsageError(msg)
    if explain is not None and format_ not in {None, Format.TABLE}:
        msg = f"--explain is a table for people; --format {format_.value} has every field already"
        raise UsageError(msg)


def readings(  # noqa: PLR0913 - everything that the command line can say about reports
    paths: "Sequence[str]",
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    min_confidence: float | None = None,
    stdin: "BinaryIO | None" = None,
    skipped: "Callable[[Skipped], None] | None" = None,
) -> "Iterator[Reading | ReportError]":
    """Read what lies at the paths with the packaged model. This is where the command gets everything that it prints."""
    from reportedly.formats import Given, parse_date  # noqa: PLC0415 - as below, heavy
    from reportedly.intake import packaged_pipeline, read_sources  # noqa: PLC0415

    moment = parse_date(published) if published else None
    given = Given(title=title, publisher=publisher, url=url, published=moment)
    pipeline = packaged_pipeline(min_confidence)
    return read_sources(paths, given=given, pipeline=pipeline, stdin=stdin, skipped=skipped)
