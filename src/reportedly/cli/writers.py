"""Where readings go: one writer a format, each given the readings one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.values import Reading

INDENT = 2
"""Blanks a level in `--format json`."""


class Writer(Protocol):
    """Takes readings in order, and writes each as soon as the format allows."""

    def add(self, reading: Reading) -> None:
        """Take the next reading."""

    def close(self) -> None:
        """Write what can only be written when all readings are there."""


def writer(name: str, stdout: TextIO, *, alone: bool, explain: str | None = None) -> Writer:
    """Return the writer for a format, or of one statement; `alone` where the caller asked for a single file.

    Data goes to the bytes under `stdout`, so that it is UTF-8 whatever the locale says.
    """
    makers: dict[str, Callable[[], Writer]] = {
        "table": lambda: Table(stdout),
        "json": lambda: Json(stdout, alone=alone),
        "jsonl": lambda: JsonLines(stdout),
        "html": lambda: Html(stdout),
        "geojson": lambda: _geojson(stdout),
    }
    if explain is not None:
        from reportedly.cli.explain import Explanation  # noqa: PLC0415 - seldom needed

        return Explanation(explain, stdout)
    return makers[name]()


def _geojson(stdout: TextIO) -> Writer:
    """Return the writer of GeoJSON, which writes features as they come."""
    from reportedly.exchange.geojson import Features  # noqa: PLC0415 - of five formats only one is needed

    return Features(stdout.buffer)


class JsonLines:
    """One object a line, flushed at once: the next program in a pipe need not wait."""

    def __init__(self, stdout: TextIO) -> None:
        """Write to the bytes under `stdout`."""
        self._out = stdout.buffer

    def add(self, reading: Reading) -> None:
        """Write a line."""
        from reportedly.exchange.json import dumps  # noqa: PLC0415 - of five formats only one is needed

        self._out.write(dumps(reading) + b"\n")
        self._out.flush()

    def close(self) -> None:
        """Do nothing: every line stands already."""


class Json:
    """One object where a single file gave a single report, otherwise an array, which is written as it grows."""

    def __init__(self, stdout: TextIO, *, alone: bool) -> None:
        """Write to the bytes under `stdout`; an object is possible where `alone`."""
        self._out = stdout.buffer
        self._alone = alone
        self._first: Reading | None = None
        self._begun = False

    def add(self, reading: Reading) -> None:
        """Write a member of the array, or keep it back while it may be the only one."""
        if self._alone and not self._begun and self._first is None:
            self._first = reading
            return
        if self._first is not None:
            self._member(self._first)
            self._first = None
        self._member(reading)

    def close(self) -> None:
        """Write the only object, or close the array; an array without a member is written too."""
        from reportedly.exchange.json import dumps  # noqa: PLC0415 - of five formats only one is needed

        if self._first is not None:
            self._out.write(dumps(self._first, indent=INDENT) + b"\n")
        else:
            self._out.write(b"\n]\n" if self._begun else b"[]\n")
        self._out.flush()

    def _member(self, reading: Reading) -> None:
        """Write one member, one level in. No line of it begins within a string: JSON escapes line ends there."""
        from reportedly.exchange.json import dumps  # noqa: PLC0415 - of five formats only one is needed

        self._out.write(b",\n" if self._begun else b"[\n")
        lines = dumps(reading, indent=INDENT).split(b"\n")
        self._out.write(b"\n".join(b" " * INDENT + line for line in lines))
        self._out.flush()
        self._begun = True


class Html:
    """One page with all readings, written at the end."""

    def __init__(self, stdout: TextIO) -> None:
        """Write to the bytes under `stdout`."""
        self._out = stdout.buffer
        self._readings: list[Reading] = []

    def add(self, reading: Reading) -> None:
        """Keep a reading for the page."""
        self._readings.append(reading)

    def close(self) -> None:
        """Write the page, if anything was read."""
        from reportedly.exchange.html import page  # noqa: PLC0415 - of five formats only one is needed

        if self._readings:
            self._out.write(page(self._readings).encode())
            self._out.flush()


class Table:
    """For people, at a terminal or on paper."""

    def __init__(self, stdout: TextIO) -> None:
        """Write to `stdout`, as wide and as coloured as it can take."""
        from reportedly.cli.terminal import Terminal  # noqa: PLC0415 - of five formats only one is needed

        self._terminal = Terminal.on(stdout)
        self._any = False

    def add(self, reading: Reading) -> None:
        """Print a report's head and its statements."""
        from reportedly.cli.table import lines  # noqa: PLC0415 - of five formats only one is needed

        if self._any:
            self._terminal.print("\n")
        self._any = True
        for line in lines(reading, self._terminal.width):
            self._terminal.print(line)

    def close(self) -> None:
        """Do nothing: every report stands already."""
