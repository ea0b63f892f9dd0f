"""Learn which origins of a claim are one: `python training/train_origins.py` (make origins).

From the open dossiers that say of each mention where it leads. The origins are those that the rules find
(`claims.provenance`) with the truth's own mentions as members; two are one where most of their mentions lead to a root
of the truth, and may be one where the truth says so. Prints how many claims have both numbers right, each dossier
judged by weights of the others, for several thresholds, and writes those with the most.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

from evals.origin_counts import members_given
from evals.retold import Retold, found
from evals.truth import DOSSIERS, Dossier, dossiers
from reportedly.claims.claim import RootKind
from reportedly.claims.coinciding import FILE, Coincidences, Model, Weights
from reportedly.claims.derivation import derive
from reportedly.claims.entry import Entry
from reportedly.claims.origins import count, sides
from reportedly.claims.outlets import Outlets
from reportedly.claims.people import People
from reportedly.claims.precedence import rank
from reportedly.claims.provenance import Provenance
from reportedly.claims.sides import LEADS, SAME, Beside, are_two
from reportedly.reading import default_pipeline

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "claims" / FILE
RIDGE = 2.0
STEPS = 40
FOLDS = 6
SAME_AT, MAY_AT, LEADS_AT = (0.35, 0.45, 0.5, 0.55, 0.65), (0.2, 0.3, 0.4, 0.5), (0.4, 0.5, 0.6)
"""Thresholds that are tried."""


class Traced(NamedTuple):
    """A claim of a dossier: its sides, what is looked at of each two, and the truth.

    `same` and `leads` have the features by places; `roots` the root of the truth to which most of a side's mentions
    lead, None for none.
    """

    dossier: str
    sides: list
    same: dict[tuple[int, int], dict[str, float]]
    leads: dict[tuple[int, int], dict[str, float]]
    roots: list[int | None]
    maybe: frozenset[frozenset[int]]
    numbers: tuple[int, int]


class Known:
    """What was looked at before, in the place of `Beside`."""

    def __init__(self, traced: Traced) -> None:
        """Take a claim."""
        self._place = {id(side): place for place, side in enumerate(traced.sides)}
        self._traced = traced

    def same(self, one: object, other: object) -> dict[str, float]:
        """Return what was looked at of two origins."""
        return self._traced.same[self._place[id(one)], self._place[id(other)]]

    def leads(self, silent: object, root: object, roots: int) -> dict[str, float]:
        """Return what was looked at of a silent report beside an origin."""
        looked = self._traced.leads[self._place[id(silent)], self._place[id(root)]]
        return looked | {"only one": float(roots == 1), "how many": roots / 5}


def traced(dossier: Dossier, pipeline: object) -> list[Traced]:
    """Return the claims of a dossier that say where their mentions lead."""
    entries = sorted(
        (Entry.of(each) for each in pipeline.read_many(dossier.reports)), key=lambda e: rank(e.reading.report)
    )
    people, outlets = People(entries), Outlets(entries)
    edges = derive(entries, people, outlets)
    provenance = Provenance(entries, people, outlets, edges)
    beside = Beside({entry.id: entry for entry in entries}, edges)
    made = found(Retold(dossier, tuple(entries), ()))
    members = members_given(made)
    out = []
    for claim in dossier.truth.claims:
        if any(mention.by is None for mention in claim.mentions):
            continue
        by: dict[str, list[int]] = collections.defaultdict(list)
        for mention in claim.mentions:
            for placed in made.placed:
                if (placed.report, placed.words) == (mention.report, mention.words) and placed.proposition is not None:
                    by[placed.proposition.id] += mention.by
        pairs = sides(provenance.of(members[claim.id]), people)
        kept = [side for side, _ in pairs]
        known = [place for place, side in enumerate(kept) if side.leader is not None]
        silent = [place for place, side in enumerate(kept) if side.leader is None]
        roots = []
        for side in kept:
            counts = collections.Counter(root for each in side.members for root in by[each.proposition.id])
            roots.append(min(counts, key=lambda root: (-counts[root], root)) if counts else None)
        out.append(
            Traced(
                dossier.name,
                kept,
                {(a, b): beside.same(kept[a], kept[b]) for a, b in itertools.combinations(known, 2)},
                {(a, b): beside.leads(kept[a], kept[b], len(known)) for a in silent for b in known},
                roots,
                frozenset(map(frozenset, claim.origins.maybe_one)),
                (claim.origins.min, claim.origins.max),
            )
        )
    return out


def fit(rows: list[dict[str, float]], wanted: list[bool], names: tuple[str, ...], threshold: float) -> Weights:
    """Return the weights of a logistic regression with a ridge on standardised columns (Newton's method)."""
    x, y = np.array([[row[name] for name in names] for row in rows]), np.array(wanted, float)
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    ridge = RIDGE * np.diag(np.append(0.0, np.ones(x.shape[1])))
    told = np.zeros(z.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-z @ told))
        told += np.linalg.solve((z * (chance * (1 - chance))[:, None]).T @ z + ridge, z.T @ (y - chance) - ridge @ told)
    weights = told[1:] / spread
    bias = float(told[0] - (told[1:] * mean / spread).sum())
    return Weights(
        {name: round(float(each), 4) for name, each in zip(names, weights, strict=True)}, round(bias, 4), threshold
    )


def learnt(claims: list[Traced]) -> Model:
    """Return the model of some claims."""
    same, may, leads = [], [], []
    for each in claims:
        for (a, b), numbers in each.same.items():
            if each.roots[a] is not None and each.roots[b] is not None and not are_two(each.sides[a], each.sides[b]):
                one = each.roots[a] == each.roots[b]
                same.append((numbers, one))
                may.append((numbers, one or frozenset((each.roots[a], each.roots[b])) in each.maybe))
        for (a, b), numbers in each.leads.items():
            if each.roots[a] is not None and each.roots[b] is not None:
                leads.append((numbers, each.roots[a] == each.roots[b]))
    return Model(
        "1",
        *(
            fit([row for row, _ in rows], [wanted for _, wanted in rows], names, 0.5)
            for rows, names in ((same, SAME), (may, SAME), (leads, LEADS))
        ),
    )


def at(model: Model, same: float, may: float, leads: float) -> Model:
    """Return a model with other thresholds."""
    weights = zip((model.same, model.may, model.leads), (same, may, leads), strict=True)
    return Model(model.version, *(Weights(each.features, each.bias, threshold) for each, threshold in weights))


def right(each: Traced, model: Model) -> bool:
    """Say whether both numbers of a claim are right."""
    coincidences = Coincidences({}, (), lambda *_: False, model)
    coincidences._beside = Known(each)  # noqa: SLF001 - what it looks at was looked at before
    return count(coincidences.of(each.sides), each.sides) == each.numbers


def main() -> None:
    """Learn, judge, and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--dossiers", type=Path, nargs="+", default=[DOSSIERS / "open"])
    args = parser.parse_args()
    pipeline = default_pipeline()
    claims = [each for folder in args.dossiers for one in dossiers(folder) for each in traced(one, pipeline)]
    names = sorted({each.dossier for each in claims})
    print(len(names), "dossiers,", len(claims), "claims,", sum(len(each.same) for each in claims), "pairs of origins")
    folds = {name: number % FOLDS for number, name in enumerate(names)}
    models = [learnt([each for each in claims if folds[each.dossier] != fold]) for fold in range(FOLDS)]
    scores = {}
    for thresholds in itertools.product(SAME_AT, MAY_AT, LEADS_AT):
        set_at = [at(model, *thresholds) for model in models]
        scores[thresholds] = sum(right(each, set_at[folds[each.dossier]]) for each in claims)
    best = sorted(scores, key=lambda each: (-scores[each], each))
    print("rules alone:", sum(count_of_rules(each) == each.numbers for each in claims))
    print([(each, scores[each]) for each in best[:6]], "of", len(claims))
    model = at(learnt(claims), *best[0])
    for part in ("same", "may", "leads"):
        print(part, getattr(model, part))
    told = {
        part: {"features": w.features, "bias": w.bias, "threshold": w.threshold}
        for part in ("same", "may", "leads")
        for w in [getattr(model, part)]
    }
    args.out.write_text(json.dumps({"version": "1", **told}, indent=1) + "\n", encoding="utf-8")


def count_of_rules(each: Traced) -> tuple[int, int]:
    """Return the numbers where no two origins are one and none may be."""
    known = sum(side.leader is not None for side in each.sides)
    return known, known + sum(side.kind is RootKind.UNKNOWN for side in each.sides)


if __name__ == "__main__":
    main()
