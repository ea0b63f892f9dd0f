"""`reportedly read`: who says what in one report, or in many."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import enum
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exits import Ending, complain, ended_well
from reportedly.cli.options import MinConfidence, Paths, Published, Publisher, Title, Url

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
    GEOJSON = "geojson"


def read(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    paths: Paths,
    *,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", help="How to write what was read.  [default: table on a terminal, otherwise jsonl]"
        ),
    ] = None,
    min_confidence: MinConfidence = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Show one statement instead, with every field, the words it was read from, and what made it. ID is "
            "its number in the table, or its id or the beginning of it.",
        ),
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
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
        tell_passed(passed)
    if failed:
        raise typer.Exit(int(Ending.FAILED))


def _refuse_closed(paths: "Sequence[str]") -> None:
    """Refuse to work where there is nowhere to write to, or nothing to read from; Python has None for such a stream."""
    from reportedly.errors import UsageError  # noqa: PLC0415 - not needed for --help

    if sys.stdout is None:
        msg = "standard output is closed: there is nowhere to write to"
        raise UsageError(msg)
    refuse_closed_input(paths)


def refuse_closed_input(sources: "Sequence[str]") -> None:
    """Refuse to read standard input where there is none."""
    from reportedly.errors import UsageError  # noqa: PLC0415 - not needed for --help

    if sys.stdin is None and "-" in sources:
        msg = "standard input is closed: there is nothing to read"
        raise UsageError(msg)


def tell_passed(passed: "Sequence[Skipped]") -> None:
    """Say on standard error how many files of folders were passed by, and why the first of them was."""
    if passed:
        others = f"{len(passed)} files in folders were" if len(passed) > 1 else "1 file in a folder was"
        complain(f"{others} passed by, as {passed[0].where}: {passed[0].reason}")


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
