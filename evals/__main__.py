"""Run the evaluations and compare with the floors: `python -m evals`."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from evals.attribution import Result, evaluate, table
from evals.floors import Floors, LoweredError
from evals.folders import Folders, MissingError, digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evals.attribution import Reads

FLOORS = Path(__file__).with_name("floors.toml")
PREDICTIONS = Path("build/evals/polnear_dev.jsonl")
MARGIN = 0.3
"""Points between a figure and the floor set from it: int8 rounds differently on other processors."""
WELL_ABOVE = 1.0
"""Points above its floor from which on a figure asks for the floor to be raised."""
HEADING = """Scores on PolNeAR dev, in percent, below which no change goes in. `make eval` compares.
They only go up: `make eval ARGS=--write-floors`; to lower one, add `--lower REASON`, which is kept below.
`measured_on` is the digest of the data that they were measured on; empty where they are aims, not yet measured."""


def main(arguments: Sequence[str] | None = None, pipeline: Reads | None = None, floors_file: Path = FLOORS) -> int:
    """Score, print, compare; return 1 where a floor is missed, else 0."""
    options = _options(arguments)
    folders = Folders.named()
    try:
        gold = folders.dataset("polnear/dev")
        scorer = folders.scorer("score_attribution.py")
    except MissingError as missing:
        print(f"skipped: attribution (PolNeAR dev): {missing}")
        return 0
    if pipeline is None:
        from reportedly.reading import default_pipeline  # noqa: PLC0415 - nothing is loaded where the data is missing

        pipeline = default_pipeline(options.min_confidence)
    result = evaluate(gold, scorer, pipeline, options.predictions)
    data = digest(gold)
    _provenance(data, result, options.predictions, arguments)
    print(table(result))
    floors = Floors.read(floors_file)
    if floors.measured_on not in {"", data}:
        print("\nthe floors were measured on other data; compare with care")
    if options.write_floors:
        return _write(floors, floors_file, result.figures, data, options.lower)
    return _compare(floors, result.figures)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--min-confidence", type=float, help="leave out statements below this confidence")
    parser.add_argument("--predictions", type=Path, default=PREDICTIONS, help=f"where to write them ({PREDICTIONS})")
    parser.add_argument("--write-floors", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--lower", metavar="REASON", default="", help="let floors go down, and keep why")
    return parser.parse_args(arguments)


def _provenance(data: str, result: Result, predictions: Path, arguments: Sequence[str] | None) -> None:
    """Print what was run on what."""
    given = sys.argv[1:] if arguments is None else arguments
    print(f"command      python -m evals {shlex.join(given)}".rstrip())
    print(f"data         PolNeAR dev, sha256 {data}")
    print(f"model        {', '.join(f'sha256 {model}' for model in result.models) or 'none named'}")
    print(f"load         {' '.join(f'{load:.2f}' for load in os.getloadavg())} on {os.cpu_count()} cores")
    print(f"predictions  {predictions}\n")


def _compare(floors: Floors, figures: Mapping[str, float]) -> int:
    """Print each floor beside its figure; return 1 where one is missed."""
    missed = floors.missed(figures)
    print(f"\n{'floor':26}{'at least':>9}{'is':>7}")
    for floor in floors.floors:
        value = figures.get(floor.name)
        shown = "-" if value is None else f"{value:.1f}"
        remark = "MISSED" if floor in missed else ""
        if value is not None and not remark and floor.slack(value) > WELL_ABOVE:
            remark = "raise the floor (--write-floors)"
        print(f"{floor.name:26}{floor.bound:9.1f}{shown:>7}  {remark}".rstrip())
    return 1 if missed else 0


def _write(floors: Floors, path: Path, figures: Mapping[str, float], data: str, reason: str) -> int:
    """Write the floors anew; return 1 where that would lower one without a reason."""
    try:
        raised = floors.raised(figures, margin=MARGIN, measured_on=data, reason=reason)
    except LoweredError as refusal:
        print(f"\nnot written: {refusal}")
        return 1
    path.write_text(raised.written(HEADING), encoding="utf-8")
    print(f"\nwrote {path.name}: {', '.join(f'{floor.name} {floor.bound}' for floor in raised.floors)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
