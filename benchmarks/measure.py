"""Measure one thing at a time."""

from __future__ import annotations

import dataclasses
import json
import os
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SINGLE_THREADED = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Both sides read on one core; more threads than cores would only slow them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wall:
    """Wall times of one command, in seconds."""

    times: tuple[float, ...]

    @property
    def best(self) -> float:
        """The shortest: what it takes when nothing disturbs."""
        return min(self.times)

    @property
    def median(self) -> float:
        """What it took as a rule."""
        return statistics.median(self.times)


@dataclasses.dataclass(frozen=True, slots=True)
class Steady:
    """A steady run on one core."""

    words: int
    seconds: float
    found: int

    @property
    def speed(self) -> float:
        """Words per CPU second."""
        return self.words / self.seconds


def wall(command: Sequence[str], times: int) -> Wall:
    """Run a command so many times, each to its end; raise CalledProcessError where it fails."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begun)
    return Wall(tuple(taken))


def steady(command: Sequence[str], folder: Path) -> Steady:
    """Run, in a folder, a program that prints a `Steady` as JSON; raise CalledProcessError where it fails."""
    environment = os.environ | SINGLE_THREADED
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=folder)
    return Steady(**json.loads(run.stdout))
