"""How much the rules of decoding matter: the model's labels read by other rules (`python -m evals.decoding`).

The model runs once over the development texts; every row then changes one constant of `reportedly.reading`, or the
threshold of the model, and is scored. It changes nothing that is stored.
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unittest import mock

from evals.attribution import evaluate
from evals.folders import Folders, MissingError
from reportedly.engine import Engine, packaged
from reportedly.reading import Pipeline, nesting, runs
from reportedly.reading.attribution import Attribution

if TYPE_CHECKING:
    from reportedly.engine import Bundle, Marked

CHANGES: tuple[tuple[str, object, str, tuple[float, ...]], ...] = (
    ("holes closed, pieces", runs, "GAP", (2, 3, 5, 8)),
    ("a run is stray below, pieces", runs, "STRAY", (1, 2, 4, 6)),
    ("a piece is taken from", runs, "LIKELY", (0.4, 0.5, 0.6)),
    ("two contents are one from an IoU of", nesting, "SAME", (0.1, 0.2, 0.3, 0.5)),
)
OUT = Path("build/evals/decoding")
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
CANDIDATES = (0.15, 0.2, 0.3, 0.4)


class Remembered:
    """An engine that has read its texts before."""

    def __init__(self, bundle: Bundle) -> None:
        """Open the model."""
        self.engine = Engine(bundle)
        self.digest = self.engine.digest
        self.config = SimpleNamespace(threshold=bundle.config.threshold, nested=bundle.config.nested)
        self.candidate = 0.0
        self._marked: dict[str, Marked] = {}

    def mark(self, text: str) -> Marked:
        """Return what the model found, without the candidates that are less likely than `candidate`."""
        if text not in self._marked:
            self._marked[text] = self.engine.mark(text)
        marked = self._marked[text]
        kept = tuple(c for c in marked.candidates if c.cue >= self.candidate)
        return dataclasses.replace(marked, candidates=kept)


def main() -> None:
    """Print one line for each rule: its values, and the attribution F1 under each."""
    folders = Folders.named()
    try:
        folders.dataset("polnear/dev")
        folders.scorer("score_attribution.py")
    except MissingError as missing:
        print(f"skipped: decoding (PolNeAR dev): {missing}")
        sys.exit(0)
    OUT.mkdir(parents=True, exist_ok=True)
    engine = Remembered(packaged())

    def score() -> str:
        pipeline = Pipeline([Attribution(engine)])  # type: ignore[arg-type] # it reads as an engine does
        return f"{_f1(folders, pipeline):.1f}"

    print("as shipped:", score())
    for name, module, constant, values in CHANGES:
        found = []
        for value in values:
            with mock.patch.object(module, constant, value):
                found.append(score())
        print(f"{name} {_list(values)}: {', '.join(found)}")
    shipped = engine.config.threshold
    found = []
    for value in THRESHOLDS:
        engine.config.threshold = value
        found.append(score())
    engine.config.threshold = shipped
    print(f"statements from a validity of {_list(THRESHOLDS)}: {', '.join(found)}")
    found = []
    for value in CANDIDATES:
        engine.candidate = value
        found.append(score())
    print(f"only cues likelier than {_list(CANDIDATES)}: {', '.join(found)}")


def _f1(folders: Folders, pipeline: Pipeline) -> float:
    """Return the attribution F1 of a pipeline, in percent."""
    return evaluate(folders, pipeline, OUT).figures["attribution f1"]


def _list(values: tuple[float, ...]) -> str:
    """Write the values of a row."""
    return ", ".join(f"{value:g}" for value in values)


if __name__ == "__main__":
    main()
