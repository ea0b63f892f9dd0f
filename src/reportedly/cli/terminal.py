"""Where a table is printed."""

from __future__ import annotations

import errno
import io
import os
from typing import NoReturn, Self, TextIO

from rich.console import Console


class Terminal(Console):
    """A console that prints lines as they are given.

    It writes colours only where rich finds a terminal that shows them, and none where `NO_COLOR` is set
    (https://no-color.org).
    """

    def __init__(self, file: TextIO) -> None:
        """Print to `file`, without markup, emoji codes or guesses at what is a number."""
        super().__init__(file=file, highlight=False, markup=False, emoji=False, soft_wrap=True)

    @classmethod
    def on(cls, stdout: TextIO) -> Self:
        """Return the console on standard output. A locale without “ must not end the run."""
        if isinstance(stdout, io.TextIOWrapper):
            stdout.reconfigure(errors="replace")
        return cls(stdout)

    def on_broken_pipe(self) -> NoReturn:
        """Let the command end as with every other format; rich would end the process here."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
