"""Ctrl-C ends the program without a traceback, whenever it comes."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from reportedly.cli.interrupts import end_at_once, end_in_order
from tests.building import reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run, Supply

ONE = reading("Ann said it rained.", [("Ann", "said", "it rained")], title="One")
TWO = reading("Bo said it did not.", [("Bo", "said", "it did not")], title="Two")

PROGRAM = """
import os, signal, sys
import reportedly.cli.read
from reportedly.__main__ import main
from tests.building import reading

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

def readings(paths, **_):
    if paths[0] == "opening":
        interrupt()
        raise ImportError("what a compiled module makes of an interrupt")
    return results()

def results():
    yield reading("Ann said it rained.", [("Ann", "said", "it rained")])
    interrupt()
    yield reading("Bo said it did not.", [("Bo", "said", "it did not")])

reportedly.cli.read.readings = readings
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""


@pytest.fixture
def handler() -> Iterator[None]:
    """Put the handler of interrupts back after a test."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals as POSIX has them")
@pytest.mark.parametrize(("during", "code", "lines"), [("opening", -signal.SIGINT, 0), ("reading", 130, 1)])
def test_an_interrupt_leaves_no_traceback(root: Path, during: str, code: int, lines: int) -> None:
    """While the model is opened the process just ends; later what was written until then is whole."""
    command = [sys.executable, "-c", PROGRAM, "read", during]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")
    assert len(done.stdout.splitlines()) == lines


@pytest.mark.parametrize("format_", ["json", "html", "table"])
def test_what_was_read_until_an_interrupt_is_whole(run: Run, supply: Supply, format_: str) -> None:
    """An array is closed, and a page written: both hold what had been read."""
    supply.results = [ONE, TWO, KeyboardInterrupt()]
    stopped = run("read", "--format", format_, "a.txt", "b.txt", "c.txt")
    supply.results = [ONE, TWO]
    assert (stopped.exit_code, stopped.stderr) == (130, "")
    assert stopped.stdout == run("read", "--format", format_, "a.txt", "b.txt").stdout


@pytest.mark.usefixtures("handler")
@pytest.mark.parametrize("chosen", [signal.SIG_IGN, lambda *_: None])
def test_what_somebody_chose_for_interrupts_stays(chosen: Any) -> None:  # noqa: ANN401 - as signal has it
    """Under `nohup`, and inside a program with a handler of its own, nothing is changed."""
    signal.signal(signal.SIGINT, chosen)
    end_at_once()
    end_in_order()
    assert signal.getsignal(signal.SIGINT) is chosen


def test_the_package_runs_as_a_module(root: Path) -> None:
    """`python -m reportedly` is `reportedly`."""
    command = [sys.executable, "-m", "reportedly", "--version"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("reportedly ")
