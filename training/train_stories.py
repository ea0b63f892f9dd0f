"""Learn when two reports tell one story: `python training/train_stories.py` (make stories).

From the pairs of reports of ECB+ and BASIL, training parts, that are like each other enough to be compared. Each report
is weighed by a table that has not seen its own topic, as a report of tomorrow is. Prints B-cubed under several
thresholds: over five folds of topics, each pair judged by weights that have seen no report of either's topic.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from train_terms import counted, stories

from evals.stories import CORPORA, Told, told
from reportedly.claims.alike import FILE, likeness
from reportedly.claims.linking import average_link
from reportedly.claims.stories import SAME, within_window
from reportedly.claims.table import RARE, Table
from reportedly.claims.terms import FIELDS, Terms, terms_of
from reportedly.reading import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "claims" / FILE
COMPARED = 0.06
"""Likeness of words from which on a pair is learnt from: below, no two reports of a story lie."""
RIDGE = 10.0
STEPS = 60
FOLDS = 5
PAIRS = 10_000.0
"""What the pairs of a corpus weigh together, so that the ridge means the same for both."""
SHARE = {"ecbplus": 1.0, "basil": 0.5}
"""What each corpus weighs: BASIL has no look-alikes and a fifth of the reports."""
THRESHOLDS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


class Pairs(NamedTuple):
    """The pairs of a corpus: its reports, the numbers of both of each pair, likenesses, whether of one story."""

    reports: Sequence[Told]
    one: np.ndarray
    other: np.ndarray
    x: np.ndarray
    same: np.ndarray


def unseen(by_story: Mapping[str, set[str]], counts: collections.Counter[str], story: str) -> Table:
    """Return the table of weights without one story."""
    own = by_story.get(story, set())
    left = {term: count - (term in own) for term, count in counts.items() if count - (term in own) >= RARE}
    return Table(len(by_story) - (story in by_story), left)


def pairs(corpus: str, reports: Sequence[Told], terms: Sequence[Terms]) -> Pairs:
    """Return the pairs of a corpus that lie within the window."""
    like = np.array([[likeness(field, one, terms) for field in FIELDS] for one in terms]).transpose(0, 2, 1)
    one, other = np.triu_indices(len(reports), 1)
    near = np.array(
        [
            within_window(reports[a].report.published, reports[b].report.published)
            for a, b in zip(one, other, strict=True)
        ]
    )
    kept = near & (like[one, other, 0] >= COMPARED)
    one, other = one[kept], other[kept]
    same = np.array([reports[a].story == reports[b].story for a, b in zip(one, other, strict=True)], float)
    print(f"{corpus}: {len(reports)} reports, {len(same)} pairs, {int(same.sum())} of one story")
    return Pairs(reports, one, other, like[one, other], same)


def logistic(parts: Iterable[tuple[str, np.ndarray, np.ndarray]]) -> np.ndarray:
    """Return the bias and the weights of a logistic regression with a ridge.

    No weight is below 0, so that nothing that two reports share speaks against their telling one story.
    """
    rows, same, weight = [], [], []
    for corpus, x, y in parts:
        rows.append(np.column_stack([np.ones(len(x)), x]))
        same.append(y)
        weight.append(np.full(len(y), SHARE[corpus] * PAIRS / len(y)))
    x, y, w = np.concatenate(rows), np.concatenate(same), np.concatenate(weight)
    kept = np.arange(x.shape[1])
    while True:
        found = newton(x[:, kept], y, w)
        if (found[1:] >= 0).all():
            whole = np.zeros(x.shape[1])
            whole[kept] = found
            return whole
        kept = np.delete(kept, 1 + found[1:].argmin())


def newton(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Return the weights that make weighted rows most likely, the first a bias that the ridge leaves alone."""
    ridge = RIDGE * np.diag(np.append(0, x[:, 1:].var(axis=0)))
    found = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ found))
        curve = (x * (w * chance * (1 - chance))[:, None]).T @ x + ridge
        found += np.linalg.solve(curve, x.T @ (w * (y - chance)) - ridge @ found)
    return found


def b_cubed(gold: Sequence[str], groups: Iterable[Sequence[int]]) -> float:
    """Return F1 of B-cubed (Bagga and Baldwin 1998) in percent."""
    sizes = collections.Counter(gold)
    precision = recall = 0.0
    for group in groups:
        for story, count in collections.Counter(gold[each] for each in group).items():
            precision += count * count / len(group)
            recall += count * count / sizes[story]
    return 100 * 2 * precision * recall / (precision + recall) / len(gold)


def validated(found: Mapping[str, Pairs]) -> None:
    """Print B-cubed by threshold, over folds of topics."""
    topics = sorted({f"{corpus}:{one.topic}" for corpus, each in found.items() for one in each.reports})
    np.random.default_rng(0).shuffle(topics)
    fold = {topic: number % FOLDS for number, topic in enumerate(topics)}
    chances = {corpus: np.zeros(len(each.same)) for corpus, each in found.items()}
    for number in range(FOLDS):
        out = {
            corpus: np.array([fold[f"{corpus}:{one.topic}"] == number for one in each.reports])
            for corpus, each in found.items()
        }
        held = {corpus: out[corpus][each.one] | out[corpus][each.other] for corpus, each in found.items()}
        learnt = logistic((corpus, each.x[~held[corpus]], each.same[~held[corpus]]) for corpus, each in found.items())
        for corpus, each in found.items():
            odds = learnt[0] + each.x[held[corpus]] @ learnt[1:]
            chances[corpus][held[corpus]] = 1 / (1 + np.exp(-odds))
    for corpus, each in found.items():
        names = [f"{number:04}" for number in range(len(each.reports))]
        scores = {
            (names[a], names[b]): float(chance)
            for a, b, chance in zip(each.one, each.other, chances[corpus], strict=True)
            if chance > 0.1  # noqa: PLR2004 - what Stories links, or nearly
        }
        for threshold in THRESHOLDS:
            groups = average_link(names, scores, threshold=threshold)
            score = b_cubed([one.story for one in each.reports], [[int(name) for name in group] for group in groups])
            print(f"{corpus} {threshold:.2f} {score:.1f}{' *' if threshold == SAME else ''}")


def main() -> None:
    """Learn, validate, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    by_story = counted(stories(options.data))
    counts = collections.Counter(term for found in by_story.values() for term in found)
    pipeline = default_pipeline()
    found = {}
    for corpus in CORPORA:
        reports = list(told(options.data / corpus, corpus, "train"))
        tables = {topic: unseen(by_story, counts, f"{corpus}:{topic}") for topic in {one.topic for one in reports}}
        readings = pipeline.read_many(one.report for one in reports)
        terms = [terms_of(reading, tables[one.topic]) for one, reading in zip(reports, readings, strict=True)]
        found[corpus] = pairs(corpus, reports, terms)
    validated(found)
    bias, *weights = logistic((corpus, each.x, each.same) for corpus, each in found.items())
    written = {
        "trained_on": f"{sum(len(each.same) for each in found.values())} pairs of the training parts of ECB+ and BASIL",
        "bias": round(float(bias), 3),
        "weights": {field: round(float(weight), 3) for field, weight in zip(FIELDS, weights, strict=True)},
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(written)


if __name__ == "__main__":
    main()
