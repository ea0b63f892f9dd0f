"""How fast it goes, and how long it will still take."""

from __future__ import annotations

import io

import pytest

from reportedly.cli.pace import Pace, in_words


def _run(total: int | None, *, shown: bool = True) -> list[str]:
    """Count three reports over twenty seconds, and return the lines that were shown."""
    stream, times = io.StringIO(), iter([0.0, 1.0, 1.0, 1.05, 10.0, 10.0, 20.0, 20.0])
    with Pace(stream, shown=shown, total=total, clock=lambda: next(times)) as pace:
        pace.step(failed=False, done=5)
        pace.step(failed=False, done=7)
        pace.step(failed=True, done=10)
        pace.step(failed=False, done=40)
    return stream.getvalue().split("\r\x1b[K")


def test_the_rate_and_the_time_left_are_shown() -> None:
    """Lines come not too often, guesses not too early, and the line is gone at the end."""
    assert _run(40) == [
        "",
        "1 reports",
        "2 reports, 1 could not be read, 0.2 in a second, about 30 s left",
        "3 reports, 1 could not be read, 0.15 in a second",
        "",
    ]


def test_without_a_total_no_time_is_guessed() -> None:
    """Standard input may end at any time."""
    assert "left" not in "".join(_run(None))


def test_nothing_is_shown_where_nothing_shall_be() -> None:
    """Into a file or a pipe no progress goes; the time is measured all the same."""
    times = iter([3.0, 10.0])
    assert Pace(io.StringIO(), shown=False, clock=lambda: next(times)).seconds == 7
    assert _run(40, shown=False) == [""]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (59, "59 s"), (61, "1 min"), (3500, "58 min"), (9000, "2 h 30 min")]
)
def test_a_length_of_time_is_said_as_a_guess(seconds: float, words: str) -> None:
    """Not to the second where it takes hours."""
    assert in_words(seconds) == words
