"""Run the evaluations and compare with the floors: `python -m evals [NAME ...]`."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from evals import (
    attribution,
    claims,
    derivations,
    dossiers,
    entities,
    events,
    factuality,
    places,
    quantities,
    speakers,
    stories,
    times,
    understanding,
)
from evals.floors import Floors, LoweredError, read_sections, write_sections
from evals.folders import Folders, MissingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evals.evaluation import Evaluation, Outcome, Reads

EVALUATIONS: dict[str, Evaluation] = {
    "attribution": attribution.evaluate,
    "understanding": understanding.evaluate,
    "tuning": understanding.evaluate_tuning,
    "speakers": speakers.evaluate,
    "entities": entities.evaluate,
    "factuality": factuality.evaluate,
    "places": places.evaluate,
    "times": times.evaluate,
    "quantities": quantities.evaluate,
    "stories": stories.evaluate,
    "derivations": derivations.evaluate,
    "claims": claims.evaluate,
    "events": events.evaluate,
    "dossiers": dossiers.evaluate,
    "dossiers-check": dossiers.evaluate_check,
}
ASKED_FOR = frozenset({"dossiers-check"})
"""Evaluations that only run when they are named: whoever looks too often begins to write rules for what they see."""
FLOORS = Path(__file__).with_name("floors.toml")
OUT = Path("build/evals")
MARGIN = 0.3
"""Points between a figure and the floor set from it: int8 rounds differently on other processors."""
WELL_ABOVE = 1.0
"""Points above its floor from which on a figure asks for the floor to be raised."""
HEADING = """Scores, in percent where nothing else is said, below which no change goes in. `make eval` compares.
They only go up: `make eval ARGS=--write-floors`; to lower one, add `--lower REASON`, which is kept below.
`measured_on` is the digest of the data that they were measured on; empty where they are aims, not yet measured."""


def main(arguments: Sequence[str] | None = None, pipeline: Reads | None = None, floors_file: Path = FLOORS) -> int:
    """Score, print, compare; return 1 where a floor is missed, else 0."""
    options = _options(arguments)
    folders = Folders.named()
    options.out.mkdir(parents=True, exist_ok=True)
    if pipeline is None:
        from reportedly.reading import default_pipeline  # noqa: PLC0415 - `--help` opens no model

        pipeline = default_pipeline(options.min_confidence)
    sections = read_sections(floors_file)
    failed = False
    for name in options.names or [each for each in EVALUATIONS if each not in ASKED_FOR]:
        try:
            outcome = EVALUATIONS[name](folders, pipeline, options.out)
        except MissingError as missing:
            print(f"skipped: {name}: {missing}\n")
            continue
        _provenance(name, outcome, options, arguments)
        print(f"{outcome.table}\n")
        floors = sections.get(name, Floors(()))
        if floors.measured_on not in {"", outcome.digest}:
            print("the floors were measured on other data; compare with care\n")
        if not options.write_floors:
            failed |= _compare(floors, outcome.figures)
        elif (raised := _raised(floors, outcome, options.lower)) is not None:
            sections[name] = raised
            floors_file.write_text(write_sections(sections, HEADING), encoding="utf-8")
        else:
            failed = True
    return int(failed)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*EVALUATIONS, []], metavar="NAME", help=", ".join(EVALUATIONS))
    parser.add_argument("--min-confidence", type=float, help="leave out statements below this confidence")
    parser.add_argument("--out", type=Path, default=OUT, help=f"folder for the predictions ({OUT})")
    parser.add_argument("--write-floors", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--lower", metavar="REASON", default="", help="let floors go down, and keep why")
    return parser.parse_args(arguments)


def _provenance(name: str, outcome: Outcome, options: argparse.Namespace, arguments: Sequence[str] | None) -> None:
    """Print what was run on what."""
    given = sys.argv[1:] if arguments is None else arguments
    print(f"== {name}")
    print(f"command      python -m evals {shlex.join(given)}".rstrip())
    print(f"data         {outcome.data}, sha256 {outcome.digest}")
    print(f"model        {', '.join(f'sha256 {model}' for model in outcome.models) or 'none named'}")
    print(f"load         {' '.join(f'{load:.2f}' for load in os.getloadavg())} on {os.cpu_count()} cores")
    print(f"predictions  {options.out}\n")


def _compare(floors: Floors, figures: Mapping[str, float]) -> bool:
    """Print each floor beside its figure; say whether one is missed."""
    missed = floors.missed(figures)
    if floors.floors:
        print(f"{'floor':32}{'bound':>9}{'is':>9}")
    for floor in floors.floors:
        value = figures.get(floor.name)
        shown = "-" if value is None else f"{value:.2f}"
        remark = "MISSED" if floor in missed else ""
        if value is not None and not remark and floor.slack(value) > WELL_ABOVE:
            remark = "raise the floor (--write-floors)"
        print(f"{floor.name:32}{floor.bound:9.2f}{shown:>9}  {remark}".rstrip())
    print()
    return bool(missed)


def _raised(floors: Floors, outcome: Outcome, reason: str) -> Floors | None:
    """Return the floors at the scores; None where that would lower one without a reason."""
    try:
        raised = floors.raised(outcome.figures, margin=MARGIN, measured_on=outcome.digest, reason=reason)
    except LoweredError as refusal:
        print(f"not written: {refusal}\n")
        return None
    print(f"floors: {', '.join(f'{floor.name} {floor.bound}' for floor in raised.floors)}\n")
    return raised


if __name__ == "__main__":
    sys.exit(main())
