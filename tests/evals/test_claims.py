"""The evaluations of claims and of events, from texts to figures, on a handful of our own headlines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evals import claims, events
from evals.folders import Folders, MissingError
from evals.noted import sentences

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

HEADLINES = (
    ("1", "ferry", "Two sailors die as ferry burns off Merrow"),
    ("2", "ferry", "Ferry fire off Merrow kills two sailors"),
    ("3", "port", "Foreign engineers are lengthening the breakwater at Karrow"),
    ("4", "port", "Engineers from abroad seen at work on Karrow breakwater"),
    ("5", "rain", "Rain"),
)
SCORER = """
import json, sys
gold, found = ({r["id"]: r["cluster"] for r in map(json.loads, open(path))} for path in sys.argv[1:3])
pairs = [(a, b) for a in gold for b in gold if a < b]
right = sum((gold[a] == gold[b]) == (found[a] == found[b]) for a, b in pairs) / len(pairs) * 100
score = {"P": right, "R": right, "F1": right}
print(json.dumps({"B3": score, "CoNLL_F1": right, "clusters_pred": len(set(found.values()))}))
"""
WORDS = "Header . The ferry burned off Merrow . Rain fell .".split()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write headlines, one report of two events, and a scorer that counts the pairs that are right."""
    (tmp_path / "emergent").mkdir()
    rows: list[dict[str, Any]] = [{"id": name, "cluster": claim, "text": text} for name, claim, text in HEADLINES]
    written(tmp_path / "emergent" / "claimcluster_dev.gold.jsonl", rows)
    (tmp_path / "ecbplus").mkdir()
    mentions = [
        {"id": "d:1", "type": "ACTION_OCCURRENCE", "tokens": [4], "text": "burned", "cluster": "fire"},
        {"id": "d:2", "type": "ACTION_OCCURRENCE", "tokens": [9], "text": "fell", "cluster": "rain"},
        {"id": "d:3", "type": "HUMAN_PART_PER", "tokens": [3], "text": "ferry", "cluster": "ship"},
    ]
    numbers = [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2]
    row = {"doc_id": "d", "topic": 1, "tokens": WORDS, "sent_ids": numbers, "body_start": 2, "mentions": mentions}
    written(tmp_path / "ecbplus" / "dev.jsonl", [row | {"text": " ".join(WORDS[2:])}])
    gold = [{"id": each["id"], "cluster": each["cluster"], "topic": 1, "text": each["text"]} for each in mentions[:2]]
    written(tmp_path / "ecbplus" / "events_dev.gold.jsonl", gold)
    (tmp_path / "score_clusters.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def written(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write a file of JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_headlines_of_one_claim_are_joined(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """With vectors every claim is found; a headline that says nothing stands alone."""
    outcome = claims.evaluate(folders, pipeline, tmp_path)
    assert outcome.figures["b-cubed with vectors"] == 100
    assert set(outcome.figures) == {"b-cubed with vectors", "b-cubed words alone"}
    predicted = (tmp_path / "claims_with_vectors.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in predicted] == [name for name, _, _ in HEADLINES]


def test_events_are_told_by_sentence_and_words(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """Two events in two sentences stay two."""
    outcome = events.evaluate(folders, pipeline, tmp_path)
    assert outcome.figures == {"b-cubed": 100, "conll": 100}


def test_a_sentence_has_the_events_that_stand_in_it(folders: Folders, pipeline: Pipeline) -> None:
    """The events of a report are found in its propositions, people are none."""
    told = [each.told for each in sentences(folders.data / "ecbplus" / "dev.jsonl", pipeline)]
    assert frozenset({"fire"}) in told
    assert not any("ship" in each for each in told)


def test_missing_corpora_are_told(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the scorer or a corpus either evaluation says what is missing."""
    for evaluation in (claims, events):
        with pytest.raises(MissingError):
            evaluation.evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)
