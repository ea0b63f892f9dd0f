"""The scorer that lies beside the data: its functions, loaded by path, and its verdict."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol, TypedDict, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Spans = Sequence[Sequence[int]]
    Words = frozenset[int]


class Spread(TypedDict):
    """One attribution as the word tokens that it covers."""

    source: Words
    cue: Words
    content: Words


class Scorer(Protocol):
    """What we use of score_attribution.py, so that our breakdown matches and counts exactly as it does."""

    def words(self, text: str) -> list[tuple[int, int]]:
        """Return the word tokens of a text as spans of code points."""

    def to_words(self, spans: Spans, table: list[tuple[int, int]]) -> Words:
        """Return the indices of the word tokens that spans touch."""

    def read_ann(self, path: Path) -> list[dict[str, list[tuple[int, int]]]]:
        """Return the attributions of an annotation file, each with the spans of its three roles."""

    def iou(self, a: Words, b: Words) -> float:
        """Return intersection over union."""

    def match(self, gold: list[Spread], pred: list[Spread]) -> Iterable[tuple[float, Spread, Spread]]:
        """Pair gold and predicted attributions one to one by their contents, best first."""

    def glob_escape(self, name: str) -> str:
        """Return a name as a glob pattern that only it fits."""


def load(path: Path) -> Scorer:
    """Load the scorer's module from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        msg = f"not a Python file: {path}"
        raise ImportError(msg, path=str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Scorer", module)


def verdict(path: Path, gold: Path, predictions: Path) -> dict[str, object]:
    """Run the scorer of attributions and return what it prints with --json."""
    return judged(path, str(gold), str(predictions), "--json")


def judged(path: Path, *arguments: str) -> dict[str, object]:
    """Run a scorer as a program, and return the figures that it prints as JSON."""
    run = subprocess.run([sys.executable, str(path), *arguments], capture_output=True, text=True, check=True)
    return cast("dict[str, object]", json.loads(run.stdout))
