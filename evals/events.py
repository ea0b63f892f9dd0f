"""Score event coreference across reports, modestly: mentions of ECB+ dev by their sentence and their own words."""

from __future__ import annotations

import itertools
import json
import math
from typing import TYPE_CHECKING, Any, cast

from evals.evaluation import Outcome
from evals.folders import digest
from evals.noted import rows
from evals.scorer import judged
from reportedly.claims.linking import average_link
from reportedly.engine.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders

WEIGHTS = {"sentence": 2.54, "mention": 6.74, "bias": -7.43}
"""A logistic regression over the pairs of one topic of ECB+ train: the cosine of the vectors of the sentences, and that
of the mentions' own words. Whether their heads are the same added nothing to these."""
THRESHOLD = 0.24
"""The average chance from which on mentions are joined, the best on ECB+ train."""


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:  # noqa: ARG001 - the mentions are given
    """Group the given mentions of ECB+ dev within their topics; figures are in percent."""
    scorer = folders.scorer("score_clusters.py")
    data = folders.dataset("ecbplus")
    gold, predictions = data / "events_dev.gold.jsonl", out / "events.jsonl"
    known = rows(gold)
    around = dict(_sentences(rows(data / "dev.jsonl")))
    found = grouped(known, around, threshold=THRESHOLD)
    predictions.write_text("".join(json.dumps(each) + "\n" for each in found), encoding="utf-8")
    verdict = judged(scorer, str(gold), str(predictions), "--within", "topic")
    cubed = cast("Mapping[str, float]", verdict["B3"])
    conll = cast("float", verdict["CoNLL_F1"])
    return Outcome(
        data="the event mentions of ECB+ dev, given, within topics",
        digest=digest(data),
        figures={"b-cubed": cubed["F1"], "conll": conll},
        table=f"{'B-cubed':12}{cubed['P']:8.1f}{cubed['R']:8.1f}{cubed['F1']:8.1f}\n{'CoNLL':12}{'':16}{conll:8.1f}",
        models=(sentences().digest,),
    )


def grouped(known: list[dict[str, Any]], around: Mapping[str, str], *, threshold: float) -> list[dict[str, str]]:
    """Return each mention with its group; `around` are the sentences by the ids of the mentions."""
    found = []
    for _, topic in itertools.groupby(sorted(known, key=lambda row: str(row["topic"])), lambda row: row["topic"]):
        mentions = sorted(topic, key=lambda row: row["id"])
        scores = dict(_scores(mentions, around))
        for group in average_link([row["id"] for row in mentions], scores, threshold=threshold):
            found += [{"id": member, "cluster": group[0]} for member in group]
    return found


def _scores(mentions: list[dict[str, Any]], around: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield the chance of each two mentions of a topic to be of one event."""
    model = sentences()
    told = model.vectors([around.get(row["id"], row["text"]) for row in mentions])
    own = model.vectors([row["text"] for row in mentions])
    near, like = told @ told.T, own @ own.T
    for one, other in itertools.combinations(range(len(mentions)), 2):
        odds = (
            WEIGHTS["sentence"] * float(near[one, other])
            + WEIGHTS["mention"] * float(like[one, other])
            + WEIGHTS["bias"]
        )
        yield (mentions[one]["id"], mentions[other]["id"]), 1 / (1 + math.exp(-odds))


def _sentences(documents: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the sentence around each mention."""
    for row in documents:
        for mention in row["mentions"]:
            number = row["sent_ids"][mention["tokens"][0]]
            words = (word for word, sentence in zip(row["tokens"], row["sent_ids"], strict=True) if sentence == number)
            yield mention["id"], " ".join(words)
