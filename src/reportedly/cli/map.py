"""`reportedly map`: one page with a map of who says what, where and when."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exits import Ending, complain, ended_well
from reportedly.cli.options import MinConfidence, Paths, Published, Publisher, Title, Url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.errors import ReportError
    from reportedly.intake import Skipped
    from reportedly.values import Reading


def map_(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    paths: Paths,
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write the page, over what is there; - is standard output."
        ),
    ],
    min_confidence: MinConfidence = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
) -> None:
    """Put every attributed statement of reports on a map, with a slider over time.

    The map is one page that needs no network. What is larger than a city is an area on it, and statements without a
    place are listed beside it. What cannot be read is named on standard error, and the rest is mapped.
    """
    with ended_well():
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.read import readings, tell_passed  # noqa: PLC0415
        from reportedly.exchange.mapping import page  # noqa: PLC0415

        _refuse(paths, output)
        passed: list[Skipped] = []
        results = readings(
            paths,
            title=title,
            publisher=publisher,
            url=url,
            published=published,
            min_confidence=min_confidence,
            stdin=sys.stdin.buffer if "-" in paths else None,
            skipped=passed.append,
        )
        end_in_order()
        read, failed = _read(results)
        tell_passed(passed)
        if read:
            _write(output, page(read).encode())
        else:
            complain("nothing was read, so there is no map")
    if failed or not read:
        raise typer.Exit(int(Ending.FAILED))


def _refuse(paths: list[str], output: str) -> None:
    """Refuse to work where there is nowhere to write to, or nothing to read from, before anything is read."""
    from reportedly.cli.read import refuse_closed_input  # noqa: PLC0415 - not needed for --help
    from reportedly.errors import UsageError  # noqa: PLC0415

    refuse_closed_input(paths)
    if output == "-":
        if sys.stdout is None:
            msg = "standard output is closed: there is nowhere to write to"
            raise UsageError(msg)
        return
    if not output or os.path.isdir(output):  # noqa: PTH112 - Path.is_dir raises on a long name
        msg = f"--output {output!r} is no file to write to"
        raise UsageError(msg)
    folder = os.path.dirname(output) or "."  # noqa: PTH120 - as above
    if not os.path.isdir(folder):  # noqa: PTH112 - as above
        msg = f"--output {output!r}: there is no folder {folder!r}"
        raise UsageError(msg)


def _read(results: "Iterable[Reading | ReportError]") -> "tuple[list[Reading], int]":
    """Return what could be read and how much could not, which is named as it comes."""
    from reportedly.cli.progress import Progress  # noqa: PLC0415 - not needed for --help
    from reportedly.errors import ReportError  # noqa: PLC0415

    read: list[Reading] = []
    failed = 0
    with Progress(sys.stderr, shown=sys.stderr is not None and sys.stderr.isatty()) as progress:
        for result in results:
            if isinstance(result, ReportError):
                failed += 1
                progress.clear()
                complain(str(result))
            else:
                read.append(result)
            progress.step(failed=isinstance(result, ReportError))
    return read, failed


def _write(output: str, page: bytes) -> None:
    """Write the page, all of it or nothing: beside its place first, so that a page that is there stays whole."""
    if output == "-":
        sys.stdout.buffer.write(page)
        sys.stdout.buffer.flush()
        return
    target = Path(output).resolve()  # a link stays one, and what it leads to is written
    try:
        if target.exists() and not target.is_file():  # a device or a pipe takes what it is given
            target.write_bytes(page)
            return
        beside = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
        try:
            beside.write_bytes(page)
            beside.replace(target)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()
    except OSError as error:
        complain(f"{output}: the page cannot be written: {(error.strerror or str(error)).lower()}")
        raise typer.Exit(int(Ending.FAILED)) from error
