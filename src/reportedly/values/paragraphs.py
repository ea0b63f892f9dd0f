"""Where the paragraphs of a text are, which texts show in different ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

HAND_WRAPPED = range(40, 100)
"""Lengths of the lines of a text that was broken by hand or by a wire, its last line aside."""


def paragraphs(text: str) -> list[Span]:
    """Return the stretches between blank lines, without the white space around them.

    In a text without a single blank line each line is a paragraph, unless the line ends only fill a column.
    """
    lines: list[Span] = []
    found: list[Span] = []
    goes_on = False
    for line in _lines(text):
        if line is None:
            goes_on = False
            continue
        lines.append(line)
        if goes_on:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        goes_on = True
    return lines if len(found) == 1 and not hand_wrapped(text.strip()) else found


def hand_wrapped(text: str) -> bool:
    """Say whether the line ends in a text only fill a column, so that they mean no more than a blank."""
    lines = text.splitlines()
    return len(lines) > 1 and all(len(line) in HAND_WRAPPED for line in lines[:-1])


def _lines(text: str) -> Iterator[Span | None]:
    """Yield the lines without the white space around them, None for a blank one."""
    place = 0
    for line in text.splitlines(keepends=True):
        start, end = len(line) - len(line.lstrip()), len(line.rstrip())
        yield Span(place + start, place + end) if start < end else None
        place += len(line)
