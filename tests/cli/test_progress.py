"""The count of reports that a terminal shows."""

from __future__ import annotations

import io

from reportedly.cli.progress import Joining, Progress


def test_the_count_begins_with_the_second_report_and_goes() -> None:
    """One report shows nothing; from the second on the line is written over, and it is gone at the end."""
    stream = io.StringIO()
    with Progress(stream, shown=True) as progress:
        progress.step(failed=False)
        assert stream.getvalue() == ""
        progress.step(failed=False)
        progress.step(failed=True)
    shown = stream.getvalue().split("\r\x1b[K")
    assert shown == ["", "2 reports read", "2 reports read, 1 could not be read", ""]


def test_the_line_is_taken_away_for_an_error() -> None:
    """`clear` empties the line once, so that an error can stand there."""
    stream = io.StringIO()
    progress = Progress(stream, shown=True)
    progress.clear()
    progress.step(failed=False)
    progress.step(failed=False)
    progress.clear()
    progress.clear()
    assert stream.getvalue() == "\r\x1b[K2 reports read\r\x1b[K"


def test_nothing_is_shown_where_nothing_shall_be() -> None:
    """Into a file or a pipe no progress goes."""
    stream = io.StringIO()
    with Progress(stream, shown=False) as progress:
        for _ in range(3):
            progress.step(failed=True)
    assert stream.getvalue() == ""


def test_reports_that_are_joined_are_counted() -> None:
    """From the second on, on a line that is gone at the end; nowhere else."""
    stream, silent = io.StringIO(), io.StringIO()
    with Joining(stream, shown=True) as joining, Joining(silent, shown=False) as other:
        for report in ("r1", "r2"):
            joining.step(report)
            other.step(report)
    assert stream.getvalue() == "\r\x1b[K2 reports joined with what is there\r\x1b[K"
    assert silent.getvalue() == ""
