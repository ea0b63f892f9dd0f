"""Learn which names are places and which places they mean: `python training/train_places.py` (make places).

From the texts of LGL and GeoVirus that `learnt_from` chooses; the others are for `make eval`. The
names are those that the packaged model and the gazetteer propose. The right place is the candidate with the corpus' own
GeoNames id, or else whichever lies within 161 km (100 miles, as the field counts), or its own extent, of the corpus'
point.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from evals.places import RIGHT_KM, Document, documents, given, learnt_from
from reportedly.gazetteer import Gazetteer, distances_km, packaged
from reportedly.reading.toponyms import context, recognising
from reportedly.reading.toponyms.grouping import groups
from reportedly.reading.toponyms.publishing import country_of
from reportedly.reading.toponyms.spotting import Spotter
from reportedly.values import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "reading" / "toponyms" / "weights.json"
PASSES = 3
THRESHOLD = 0.35
"""A name of a place is kept from this chance on: what did best end to end on the training half."""
RIDGE = 1e-3
STEPS = 1500
RATE = 0.05


class Learnt(NamedTuple):
    """A document of the training half with its gold places and its reading."""

    document: Document
    reading: Reading


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the data (REPORTEDLY_DATA)")
    parser.add_argument("--cache", type=Path, help="keep the readings here, to learn again at once")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    gazetteer = packaged()
    every = read(options.data, options.cache)
    seen = learnt_from(one.document for one in every)
    learnt = [one for one in every if one.document.article in seen]
    recognition = learn_names(gazetteer, learnt)
    passes = learn_places(gazetteer, learnt)
    file = {
        "trained_on": f"{len(learnt)} texts of LGL and GeoVirus",
        "threshold": THRESHOLD,
        "recognition": dict(zip(recognising.FEATURES, rounded(recognition), strict=True)),
        "passes": [dict(zip((*context.FEATURES, context.NONE), rounded(each), strict=True)) for each in passes],
    }
    options.out.write_text(json.dumps(file, indent=1) + "\n", encoding="utf-8")
    print(f"{options.out}: learnt from {file['trained_on']}")


def read(data: Path, cache: Path | None) -> list[Learnt]:
    """Read all documents up to their mentions, or take the readings from where they are kept."""
    if cache is not None and cache.exists():
        return pickle.loads(cache.read_bytes())  # noqa: S301 - written by this program
    from reportedly.reading import default_pipeline  # noqa: PLC0415 - opens the model

    stages = [one for one in default_pipeline().stages if one.name in {"words", "entities"}]
    out = []
    for document in documents(data / "places", addresses=True):
        reading = Reading(document.report)
        for stage in stages:
            proposal = stage(reading)
            found = {name: getattr(proposal, name) for name in ("words", "sentences", "mentions")}
            reading = dataclasses.replace(reading, **{k: v for k, v in found.items() if v is not None})
        out.append(Learnt(document, reading))
    if cache is not None:
        cache.write_bytes(pickle.dumps(out))
    return out


def learn_names(gazetteer: Gazetteer, learnt: list[Learnt]) -> np.ndarray:
    """Learn which spotted names are places: logistic regression by Newton's method."""
    spotter = Spotter(gazetteer)
    rows, labels = [], []
    for one in learnt:
        spotted = spotter.spot(one.reading)
        gold = {(each.start, each.end) for each in one.document.toponyms}
        rows += recognising.features(one.reading, spotted, gazetteer)
        labels += [(each.start, each.end) in gold for each in spotted]
    x, y = np.array(rows), np.array(labels, float)
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) / len(y) + RIDGE * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x / len(y) + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def learn_places(gazetteer: Gazetteer, learnt: list[Learnt]) -> list[np.ndarray]:
    """Learn the passes one after the other, each from the chances that those before it gave."""
    reports = [one for one in targets(gazetteer, learnt) if len(one[0])]
    chances: list[np.ndarray | None] = [None] * len(reports)
    passes = []
    for _ in range(PASSES):
        rows = [candidates.features(before) for (candidates, *_), before in zip(reports, chances, strict=True)]
        weights = softmax_regression(rows, reports)
        passes.append(weights)
        chances = [
            candidates.shares(own @ weights[:-1], float(weights[-1]))
            for (candidates, *_), own in zip(reports, rows, strict=True)
        ]
    return passes


def targets(gazetteer: Gazetteer, learnt: list[Learnt]) -> Iterator[tuple[context.Candidates, np.ndarray, np.ndarray]]:
    """Yield for each report its candidates, whether each is right, and how many names of the text it stands for."""
    spotter = Spotter(gazetteer)
    for one in learnt:
        names = given(one.reading, spotter, one.document.toponyms)
        low = [one.reading.report.text[word.start : word.end].lower() for word in one.reading.words]
        found = groups(one.reading.report.text, low, names)
        candidates = context.Candidates(gazetteer, found, country_of(one.document.report, gazetteer))
        right = np.zeros(len(candidates), bool)
        count = np.zeros(len(candidates))
        for position, number in enumerate(candidates.numbers.tolist()):
            own = candidates.members(position)
            gold = one.document.toponyms[found[number].members[0]]
            if gold.lat is not None:
                places = candidates.places[own]
                away = distances_km(
                    gazetteer.lat[places], gazetteer.lon[places], np.array([gold.lat]), np.array([gold.lon])
                )
                known = gazetteer.geonames[places] == (gold.geonames or -1)
                right[own] = known if known.any() else away[:, 0] <= np.maximum(RIGHT_KM, gazetteer.extent[places])
            count[own] = len(found[number].members)
        yield candidates, right, count


def softmax_regression(
    rows: list[np.ndarray], reports: list[tuple[context.Candidates, np.ndarray, np.ndarray]]
) -> np.ndarray:
    """Learn weights under which the right candidates of each name have most of its chance (Adam, full batch)."""
    x = np.concatenate(rows)
    right = np.concatenate([each for _, each, _ in reports])
    count = np.sqrt(np.concatenate([each for _, _, each in reports]))
    sizes = np.concatenate([np.bincount(candidates.group) for candidates, *_ in reports])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    none = ~np.logical_or.reduceat(right, first)
    weights = np.zeros(x.shape[1] + 1)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        score, bias = x @ weights[:-1], weights[-1]
        top = np.maximum(np.maximum.reduceat(score, first), bias)
        grown, void = np.exp(score - top[group]), np.exp(bias - top)
        total = np.add.reduceat(grown, first) + void
        chance, nothing = grown / total[group], void / total
        good = chance * right
        posterior = good / np.maximum(np.add.reduceat(good, first)[group], 1e-12)
        slope = (
            np.append(x.T @ (count * (chance - posterior)), (count[first] * (nothing - none)).sum())
            / count[first].sum()
            + RIDGE * weights
        )
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def rounded(weights: np.ndarray) -> list[float]:
    """Return weights to three decimal places."""
    return [round(float(each), 3) for each in weights]


if __name__ == "__main__":
    main()
