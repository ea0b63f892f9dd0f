"""Learn which reports cite others, or were on one occasion: `python training/train_edges.py` (make edges).

From the open dossiers. A pair of reports has several pieces of evidence; the one that tells most is learnt from, found
by the weights of the round before. Prints precision, recall and F1 of each kind, every dossier judged by weights of
others (six folds by name), and writes the weights of all.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from evals.truth import DOSSIERS, dossiers
from reportedly.claims.citations import CITES, citations
from reportedly.claims.copying import copies
from reportedly.claims.edge import EdgeKind
from reportedly.claims.entry import Entry
from reportedly.claims.occasions import OCCASIONS, occasions
from reportedly.claims.outlets import Outlets
from reportedly.claims.papers import PAPERS, papers
from reportedly.claims.people import People
from reportedly.claims.story_pages import Pages
from reportedly.claims.weighing import FILE
from reportedly.reading import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.truth import Dossier

    Pair = tuple[str, str]

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "claims" / FILE
FOLDS = 6
ROUNDS = 4
STEPS = 30
KINDS = (
    (EdgeKind.CITES, citations, CITES, 10.0, 0.45),
    (EdgeKind.SAME_OCCASION, occasions, OCCASIONS, 1.0, 0.4),
    (EdgeKind.SAME_DOCUMENT, papers, PAPERS, 1.0, 0.5),
)
"""Each kind, what finds its evidence, what the model looks at, how small its weights are kept, and the chance from
which on there is an edge. The last two were chosen by what the folds showed."""


class Story(NamedTuple):
    """A dossier, its reports as they are held against one another, and their names by id."""

    dossier: Dossier
    pages: Pages
    names: dict[str, str]


class Rows(NamedTuple):
    """The evidence of all dossiers: numbers, the pair of each row; and of pairs: ends, truth and the fold.

    `missed` is how many true edges have no evidence.
    """

    numbers: np.ndarray
    pair: np.ndarray
    ends: list[tuple[int, Pair]]
    true: np.ndarray
    fold: np.ndarray
    missed: int


def read() -> list[Story]:
    """Return the open dossiers, read."""
    pipeline = default_pipeline()
    found = []
    for dossier in sorted(dossiers(DOSSIERS / "open"), key=lambda each: each.name):
        entries = [Entry.of(reading) for reading in pipeline.read_many(dossier.reports)]
        copied = copies([entry.reading for entry in entries])
        names = {entry.id: str(entry.reading.report.external_id) for entry in entries}
        found.append(Story(dossier, Pages(entries, People(entries), Outlets(entries), copied), names))
        print(dossier.name, len(entries), flush=True)
    return found


def rows(stories: Sequence[Story], kind: EdgeKind, finds: object, features: Sequence[str]) -> Rows:
    """Return the evidence of a kind."""
    numbers, pair, ends, true, fold, missed = [], [], [], [], [], 0
    for place, story in enumerate(stories):
        known = {_key(kind, each.report, each.source) for each in story.dossier.truth.derivations if each.kind is kind}
        seen: dict[Pair, int] = {}
        for each in finds(story.pages):
            key = _key(kind, story.names[each.report], story.names[each.source])
            if key not in seen:
                seen[key] = len(ends)
                ends.append((place, (each.report, each.source)))
                true.append(key in known)
                fold.append(place % FOLDS)
            pair.append(seen[key])
            numbers.append([each.numbers[name] for name in features])
        missed += len(known - seen.keys())
    return Rows(np.array(numbers), np.array(pair), ends, np.array(true), np.array(fold), missed)


def _key(kind: EdgeKind, report: str, source: str) -> Pair:
    """Return the ends of an edge, in the order of their names where it has no direction."""
    first, second = (report, source) if kind.directed else sorted((report, source))
    return first, second


def regression(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float) -> np.ndarray:
    """Return the weights and the bias of a logistic regression with a ridge on standardised columns."""
    mean, spread = x.mean(0), x.std(0)
    spread = np.where(spread > 0, spread, 1.0)
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    small = ridge * np.diag(np.append(0.0, np.ones(x.shape[1])))
    told = np.zeros(z.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-z @ told))
        slope = (z * (weight * chance * (1 - chance))[:, None]).T @ z + small
        told += np.linalg.solve(slope, z.T @ (weight * (y - chance)) - small @ told)
    return np.append(told[1:] / spread, told[0] - (told[1:] * mean / spread).sum())


def fit(found: Rows, kept: np.ndarray, ridge: float) -> np.ndarray:
    """Return the weights learnt from some pairs: first from all rows, then from the one of each that tells most."""
    use = kept[found.pair]
    x, pair = found.numbers[use], found.pair[use]
    y = found.true[pair].astype(float)
    told = regression(x, y, 1 / np.bincount(pair, minlength=len(kept))[pair], ridge)
    for _ in range(ROUNDS):
        order = np.lexsort((-(x @ told[:-1]), pair))
        best = order[np.append(True, np.diff(pair[order]) > 0)]
        told = regression(x[best], y[best], np.ones(len(best)), ridge)
    return told


def chances(found: Rows, told: np.ndarray) -> np.ndarray:
    """Return the chance of each pair: that of the row that tells most."""
    best = np.full(len(found.true), -np.inf)
    np.maximum.at(best, found.pair, found.numbers @ told[:-1] + told[-1])
    return 1 / (1 + np.exp(-best))


def judged(found: Rows, ridge: float) -> np.ndarray:
    """Return the chance of each pair by weights of other folds."""
    told = np.zeros(len(found.true))
    for fold in range(FOLDS):
        inside = found.fold == fold
        told[inside] = chances(found, fit(found, ~inside, ridge))[inside]
    return told


def main() -> None:
    """Learn, judge, and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    stories = read()
    kinds = {}
    for kind, finds, features, ridge, threshold in KINDS:
        found = rows(stories, kind, finds, features)
        told = judged(found, ridge)
        edge = told >= threshold
        if kind is EdgeKind.CITES:
            # The other kinds look at whether one cites the other, as weights say that have not seen the dossier.
            for place, story in enumerate(stories):
                of = zip(found.ends, told.tolist(), strict=True)
                story.pages.cite({ends: chance for (where, ends), chance in of if where == place})
        hits, made, known = (found.true & edge).sum(), edge.sum(), found.true.sum() + found.missed
        print(
            f"{kind}: P {100 * hits / made:.1f} R {100 * hits / known:.1f} F1 {200 * hits / (made + known):.1f}"
            f" ({hits} of {made} made, of {known} known; {len(found.true)} pairs, {len(found.pair)} rows)"
        )
        weights = fit(found, np.ones(len(found.true), dtype=bool), ridge)
        kinds[kind.value] = {
            "features": {name: round(float(each), 4) for name, each in zip(features, weights, strict=False)},
            "bias": round(float(weights[-1]), 4),
            "threshold": threshold,
        }
    args.out.write_text(json.dumps({"version": "1", "kinds": kinds}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
