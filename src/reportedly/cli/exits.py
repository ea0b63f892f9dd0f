"""How a command ends."""

from __future__ import annotations

import contextlib
import enum
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import typer

from reportedly.errors import ReportedlyError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ending(enum.IntEnum):
    """The exit codes. `MEANINGS` says what each means."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANINGS = {
    Ending.DONE: "Everything was read.",
    Ending.FAILED: "Some inputs could not be read, each named on standard error with the reason; all others were "
    "read. Or nothing was read, so that there is no map; `verify` found a fault; or nothing can be done, because the "
    "installation is damaged, there is no ledger, or it or the output cannot be read or written.",
    Ending.WRONG_USE: "Wrong use: an unknown option, a value that makes no sense, no path; nothing was read. Or "
    "`--explain` found no such statement, or several; or the ledger has no such id, a query makes no sense, or a "
    "judgement has no reason.",
    Ending.INTERRUPTED: "Interrupted from the keyboard; what was written until then is whole.",
    Ending.PIPE_CLOSED: "Whoever was to read the output stopped doing so, as `head` does; nothing more was written.",
}


def complain(message: str) -> None:
    """Write one line to standard error, as a colleague would say it, whatever the message holds."""
    from reportedly.exchange.visible import one_line  # noqa: PLC0415 - only needed when something went wrong

    if sys.stderr is None:  # closed by the caller; print would write to standard output instead
        return
    print(f"reportedly: {one_line(message)}", file=sys.stderr)  # noqa: T201 - standard error is what this is for


@contextlib.contextmanager
def ended_well() -> Iterator[None]:
    """Turn what can end a command early into its exit code, without a traceback.

    A mistake in the program itself is let through, traceback and all: it should be reported.
    """
    try:
        yield
        sys.stdout.flush()
    except UsageError as error:
        complain(str(error))
        _end(Ending.WRONG_USE, error)
    except ReportedlyError as error:
        complain(str(error))
        _end(Ending.FAILED, error)
    except KeyboardInterrupt as error:
        _end(Ending.INTERRUPTED, error)
    except BrokenPipeError as error:
        _abandon_output()
        _end(Ending.PIPE_CLOSED, error)
    except OSError as error:
        if error.filename is not None:  # what is read has a name, and its errors never come this far
            raise
        _abandon_output()
        complain(f"the output cannot be written: {(error.strerror or str(error)).lower()}")
        _end(Ending.FAILED, error)


def _abandon_output() -> None:
    """Lead standard output nowhere: the interpreter flushes it once more as it ends, which would complain again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(ending: Ending, reason: BaseException) -> NoReturn:
    """Leave the command."""
    raise typer.Exit(int(ending)) from reason
