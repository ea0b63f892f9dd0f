"""Learn which sentences of one story say the same: `python training/train_within.py` (make within).

From the open dossiers, with the vectors of models that had not seen them: `train_sentences.py --without-half` leaves
half of the dossiers out and writes their vectors. Pairs count of which at least one is of a claim of the truth; what a
place or a day rules out is not learnt from. Prints B-cubed of average link under several thresholds, each dossier
judged by weights of others.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from told import of_dossier
from train_matching import b_cubed

from evals.truth import DOSSIERS, Dossier, dossiers
from reportedly.claims.comparison import Compared, compare
from reportedly.claims.entry import Entry
from reportedly.claims.features import apart
from reportedly.claims.linking import average_link
from reportedly.claims.matching import FEWEST_TERMS, overlap
from reportedly.claims.propositions import propositions
from reportedly.claims.within import FEATURES, FILE, Seen
from reportedly.reading import default_pipeline

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "claims" / FILE
RIDGE = 3.0
STEPS = 30
THRESHOLDS = (0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3)
CHOSEN = 0.16
"""The threshold that is written: of those with the most origins right, the one that joins the fewest look-alikes."""


class Pairs(NamedTuple):
    """The pairs of a dossier: ids, numbers, whether of one claim, whether learnt from, and the claims by id."""

    ids: list[str]
    one: np.ndarray
    other: np.ndarray
    numbers: np.ndarray
    same: np.ndarray
    known: np.ndarray
    apart: np.ndarray
    claims: dict[str, frozenset[str]]


def pairs(dossier: Dossier, pipeline: object, vectors: dict[str, np.ndarray]) -> Pairs:
    """Return the pairs of a dossier."""
    entries = [Entry.of(reading) for reading in pipeline.read_many(dossier.reports)]
    said = [each for entry in entries for each in propositions(entry.reading)]
    told = dict(
        zip((each.id for each in said), (frozenset(of) for _, of in of_dossier(dossier, pipeline)), strict=True)
    )
    said.sort(key=lambda each: each.id)
    prepared = [Compared.of(each) for each in said]
    numbers = Seen(prepared, np.stack([vectors[each.text] for each in said])).numbers(0, len(said))
    kept = [
        (one, other)
        for one in range(len(said))
        for other in range(one + 1, len(said))
        if not overlap(said[one], said[other])
        and min(len(prepared[one].terms), len(prepared[other].terms)) >= FEWEST_TERMS
    ]
    one, other = np.array(kept).T
    of = [told[each.id] for each in said]
    return Pairs(
        ids=[each.id for each in said],
        one=one,
        other=other,
        numbers=numbers[one, other].astype(float),
        same=np.array([bool(of[a] & of[b]) for a, b in kept], float),
        known=np.array([bool(of[a] or of[b]) for a, b in kept]),
        apart=np.array([apart(compare(prepared[a], prepared[b], 0.0)) for a, b in kept]),
        claims=told,
    )


def fit(found: list[Pairs]) -> tuple[np.ndarray, float]:
    """Return the weights and the bias of a logistic regression with a ridge on standardised columns."""
    kept = [each.known & ~each.apart for each in found]
    x = np.concatenate([each.numbers[rows] for each, rows in zip(found, kept, strict=True)])
    y = np.concatenate([each.same[rows] for each, rows in zip(found, kept, strict=True)])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    ridge = RIDGE * np.diag(np.append(0.0, np.ones(x.shape[1])))
    told = np.zeros(z.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-z @ told))
        told += np.linalg.solve((z * (chance * (1 - chance))[:, None]).T @ z + ridge, z.T @ (y - chance) - ridge @ told)
    return told[1:] / spread, float(told[0] - (told[1:] * mean / spread).sum())


def joined(one: Pairs, weights: np.ndarray, bias: float, threshold: float) -> float:
    """Return the B-cubed F1, in percent, of a dossier's mentions; a mention of several claims counts for the first."""
    chances = np.where(one.apart, 0.0, 1 / (1 + np.exp(-(one.numbers @ weights + bias))))
    scores = {(one.ids[a], one.ids[b]): float(c) for a, b, c in zip(one.one, one.other, chances, strict=True)}
    groups = average_link(one.ids, scores, threshold=threshold)
    named = [each for each in one.ids if one.claims[each]]
    gold = [frozenset({min(one.claims[each])}) for each in named]
    inside = set(named)
    return b_cubed(named, gold, [kept for group in groups if (kept := tuple(each for each in group if each in inside))])


def main() -> None:
    """Learn, judge, and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", type=Path, nargs="+", required=True, help="what each half left out")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    vectors: dict[str, dict[str, np.ndarray]] = {}
    for path in args.vectors:
        with np.load(path) as file:
            told = dict(zip(file["texts"].tolist(), file["vectors"], strict=True))
            vectors |= dict.fromkeys(file["dossiers"].tolist(), told)
    pipeline = default_pipeline()
    found = []
    for dossier in (each for each in dossiers(DOSSIERS / "open") if each.name in vectors):
        found.append(pairs(dossier, pipeline, vectors[dossier.name]))
        print(dossier.name, len(found[-1].ids), int(found[-1].same.sum()), flush=True)
    for threshold in THRESHOLDS:
        scores = [joined(one, *fit([each for each in found if each is not one]), threshold) for one in found]
        print(f"{threshold:.2f}: {np.mean(scores):.1f}  " + " ".join(f"{each:.0f}" for each in scores))
    weights, bias = fit(found)
    told = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)}
    print(told, bias)
    written = {"version": "1", "features": told, "bias": round(bias, 4), "threshold": CHOSEN}
    args.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
