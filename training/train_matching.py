"""Learn the pair model: which propositions say the same, from Emergent's headlines and ECB+'s sentences.

A logistic regression on the numbers of `claims.features`, by Newton's method. Pairs of headlines are of one claim or of
two; pairs of sentences of one topic are positive where half of the events of the one with fewer are told by the other,
and negative where none is. Look-alike events are in the same topic: they are the hard negatives. A weight that comes
out with the wrong sign is left out. The threshold across stories is that of the best B-cubed of average link on
Emergent train, beside which stands what claims give that nothing was learnt from; that within a story is from the
pairs of ECB+.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from evals.noted import Noted, headlines, sentences
from reportedly.claims import matching
from reportedly.claims.candidates import candidates
from reportedly.claims.comparison import Compared, Comparison, compare
from reportedly.claims.features import FEATURES, apart, features
from reportedly.claims.linking import average_link
from reportedly.claims.matching import Weights
from reportedly.engine.sentences import vectors
from reportedly.reading import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Floats = NDArray[np.float64]

OUT = Path("src/reportedly/claims/matching.json")
NEGATIVE = frozenset({"names differ", "country differs"})
"""Features that can only speak against a match; all others can only speak for one."""
FIXED = {"names differ": -2.0}
"""What the data are too few to teach: other names are another claim unless the rest says the same very clearly."""
SHARE = 0.5
"""The share of the fewer events that must be told on both sides."""
HEADLINES, SENTENCES = 4.0, 1.0
"""How much all pairs of either corpus weigh together: headlines are labelled as claims, sentences by their events."""
RIDGE = 1e-3
STEPS = 30
FOLDS = 6
LEAST_ALIKE, LEAST_WORDS = 0.25, 0.1
"""Negative pairs of headlines that are less alike than either are left out: they teach nothing."""
THRESHOLDS = np.arange(0.06, 0.32, 0.02)


class Pairs(NamedTuple):
    """Pairs to learn from: features (pairs, features), whether they match, and how much each weighs."""

    numbers: Floats
    match: Floats
    weight: Floats


class Scored(NamedTuple):
    """Headlines with the comparisons of all pairs that may be scored, by index."""

    noted: list[Noted]
    near: NDArray[np.float32]
    pairs: list[tuple[int, int]]
    compared: list[Comparison]


def of_headlines(noted: list[Noted]) -> Scored:
    """Compare the pairs of headlines that are of one claim, or alike."""
    prepared = [Compared.of(each.proposition) for each in noted]
    near = vectors([each.proposition.text for each in noted])
    likeness = near @ near.T
    pairs, found = [], []
    for one, other in itertools.combinations(range(len(noted)), 2):
        same = noted[one].told == noted[other].told
        if not same and likeness[one, other] < LEAST_WORDS:
            continue
        comparison = compare(prepared[one], prepared[other], float(likeness[one, other]))
        if same or likeness[one, other] >= LEAST_ALIKE or comparison.words >= LEAST_WORDS:
            pairs.append((one, other))
            found.append(comparison)
    return Scored(noted, near, pairs, found)


def of_sentences(noted: Sequence[Noted]) -> Iterator[tuple[Comparison, bool]]:
    """Yield the comparisons of candidates of one topic with whether they match; half matches are left out."""
    told = sorted((each for each in noted if each.told), key=lambda each: each.story)
    for _, story in itertools.groupby(told, key=lambda each: each.story):
        within = list(story)
        prepared = [Compared.of(each.proposition) for each in within]
        near = vectors([each.proposition.text for each in within])
        for one, other in candidates(prepared, near):
            ours, theirs = within[one].told, within[other].told
            both = len(ours & theirs)
            if within[one].name == within[other].name or 0 < both < SHARE * min(len(ours), len(theirs)):
                continue
            yield compare(prepared[one], prepared[other], float(near[one] @ near[other])), both > 0


def matched(noted: Sequence[Noted], pair: tuple[int, int]) -> bool:
    """Say whether two headlines are of one claim."""
    return noted[pair[0]].told == noted[pair[1]].told


def learn(pairs: Pairs, left_out: frozenset[str]) -> Weights:
    """Fit the weights; features that come out with the wrong sign are left out, and the rest is fitted again."""
    kept = [name for name in FEATURES if name not in left_out | FIXED.keys()]
    given = np.sum([pairs.numbers[:, FEATURES.index(name)] * weight for name, weight in FIXED.items()], 0)
    while True:
        columns = [FEATURES.index(name) for name in kept]
        told, bias = regression(pairs._replace(numbers=pairs.numbers[:, columns]), given)
        wrong = {name for name, weight in zip(kept, told, strict=True) if (weight > 0) == (name in NEGATIVE)}
        if not wrong:
            found = (
                dict.fromkeys(FEATURES, 0.0)
                | FIXED
                | {name: round(float(weight), 4) for name, weight in zip(kept, told, strict=True)}
            )
            return Weights(features=found, bias=round(bias, 4), across=0.5, within=0.5)
        kept = [name for name in kept if name not in wrong]


def regression(pairs: Pairs, given: Floats) -> tuple[Floats, float]:
    """Return the weights and the bias of a logistic regression with a ridge on standardised columns.

    `given` is what the fixed weights say of each pair.
    """
    numbers, match, weight = pairs
    mean, spread = numbers.mean(0), numbers.std(0) + 1e-9
    inputs = np.column_stack([(numbers - mean) / spread, np.ones(len(numbers))])
    ridge = np.append(np.full(len(mean), RIDGE), 0.0)
    told = np.zeros(inputs.shape[1])
    share = weight / weight.sum()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-inputs @ told - given))
        slope = inputs.T @ (share * (chance - match)) + ridge * told
        bend = (inputs * (share * chance * (1 - chance))[:, None]).T @ inputs + np.diag(ridge + 1e-9)
        told -= np.linalg.solve(bend, slope)
    return told[:-1] / spread, float(told[-1] - (told[:-1] * mean / spread).sum())


def curve(scored: Scored, weights: Weights, among: frozenset[str]) -> Floats:
    """Return the B-cubed F1, in percent, of average link at each threshold over the headlines of some claims.

    Scored are the candidates among them, as when claims are joined.
    """
    kept = [number for number, each in enumerate(scored.noted) if each.told <= among]
    names = [str(number) for number in kept]
    near = None if weights.features["alike"] == 0 else scored.near[kept]
    prepared = [Compared.of(scored.noted[number].proposition) for number in kept]
    asked = {tuple(sorted((kept[one], kept[other]))) for one, other in candidates(prepared, near)}
    chances = matching.score(scored.compared, weights)
    scores = {
        (str(pair[0]), str(pair[1])): chance
        for pair, chance in zip(scored.pairs, chances, strict=True)
        if pair in asked
    }
    gold = [scored.noted[number].told for number in kept]
    return np.array([b_cubed(names, gold, average_link(names, scores, threshold=each)) for each in THRESHOLDS])


def b_cubed(names: Sequence[str], gold: Sequence[frozenset[str]], groups: Sequence[tuple[str, ...]]) -> float:
    """Return the F1 of B-cubed (Bagga and Baldwin 1998) in percent."""
    of = dict(zip(names, gold, strict=True))
    sizes: dict[frozenset[str], int] = {}
    for claim in gold:
        sizes[claim] = sizes.get(claim, 0) + 1
    precision = recall = 0.0
    for group in groups:
        counts: dict[frozenset[str], int] = {}
        for member in group:
            counts[of[member]] = counts.get(of[member], 0) + 1
        precision += sum(count * count for count in counts.values()) / len(group)
        recall += sum(count * count / sizes[claim] for claim, count in counts.items())
    precision, recall = precision / len(names), recall / len(names)
    return 100 * 2 * precision * recall / (precision + recall)


def together(scored: Scored, more: Sequence[tuple[Comparison, bool]], among: frozenset[str]) -> Pairs:
    """Put pairs of headlines of some claims and those of sentences together; what is apart is never scored."""
    first = [
        (found, matched(scored.noted, pair))
        for pair, found in zip(scored.pairs, scored.compared, strict=True)
        if scored.noted[pair[0]].told <= among and scored.noted[pair[1]].told <= among and not apart(found)
    ]
    second = [(found, match) for found, match in more if not apart(found)]
    weight = [HEADLINES / len(first)] * len(first) + [SENTENCES / len(second)] * len(second)
    both = [*first, *second]
    return Pairs(
        np.array([features(found) for found, _ in both]),
        np.array([float(match) for _, match in both]),
        np.array(weight),
    )


def fitted(scored: Scored, more: Sequence[tuple[Comparison, bool]], left_out: frozenset[str], name: str) -> Weights:
    """Fit one set of weights with its threshold, and say how good it is on claims that it was not learnt from."""
    claims = sorted({claim for each in scored.noted for claim in each.told})
    shuffled = [str(claim) for claim in np.random.default_rng(1).permutation(claims)]
    unseen = []
    for fold in range(FOLDS):
        judged = frozenset(shuffled[fold::FOLDS])
        unseen.append(curve(scored, learn(together(scored, more, frozenset(claims) - judged), left_out), judged))
    mean, spread = np.mean(unseen, 0), np.std(unseen, 0) / math.sqrt(FOLDS)
    weights = learn(together(scored, more, frozenset(claims)), left_out)
    whole = curve(scored, weights, frozenset(claims))
    best = int(whole.argmax())
    print(f"{name}: {weights.features}, bias {weights.bias}")
    print(f"  across stories {THRESHOLDS[best]:.2f}: B-cubed {whole[best]:.2f} on all of Emergent train")
    print(f"  on a sixth of its claims at a time, unseen: {mean[best]:.2f} (standard error {spread[best]:.2f})")
    within, precision, recall = parting(more, weights)
    print(f"  within a story {within:.2f}: precision {precision:.3f}, recall {recall:.3f} of the pairs of ECB+ train")
    across = round(float(THRESHOLDS[best]), 2)
    return Weights(features=weights.features, bias=weights.bias, across=across, within=round(within, 2))


def parting(more: Sequence[tuple[Comparison, bool]], weights: Weights) -> tuple[float, float, float]:
    """Return the score with the best F0.5 over pairs of sentences, with precision and recall there.

    Precision counts twice: what is joined wrongly misleads more than what is not joined.
    """
    chances = np.array(matching.score([found for found, _ in more], weights))
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum([more[place][1] for place in order])
    precision, recall = right / np.arange(1, len(order) + 1), right / right[-1]
    best = int((1.25 * precision * recall / np.maximum(0.25 * precision + recall, 1e-9)).argmax())
    return float(chances[order[best]]), float(precision[best]), float(recall[best])


def main() -> None:
    """Learn both sets of weights and write them down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    pipeline = default_pipeline()
    scored = of_headlines(list(headlines(args.data / "emergent" / "claimcluster_train.gold.jsonl", pipeline)))
    more = list(of_sentences(list(sentences(args.data / "ecbplus" / "train.jsonl", pipeline))))
    print(f"{len(scored.pairs)} pairs of headlines, {len(more)} of sentences")
    found = {
        "version": "1",
        "with_vectors": _plain(fitted(scored, more, frozenset(), "with vectors")),
        "without_vectors": _plain(fitted(scored, more, frozenset({"alike"}), "without vectors")),
    }
    args.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _plain(weights: Weights) -> dict[str, object]:
    """Return weights as they are written."""
    return {
        "features": weights.features,
        "bias": weights.bias,
        "across": weights.across,
        "within": weights.within,
    }


if __name__ == "__main__":
    main()
