"""The evaluation of factuality, from tokens to figures, on corpora of one sentence each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.factuality import evaluate
from evals.folders import Folders, MissingError
from evals.joining import join, paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

TOKENS = ["The", "bridge", "did", "n't", "collapse", ",", "``", "she", "said", "''", "."]
SCORER = """
import json, sys
gold = {t["id"]: t["label"] for line in open(sys.argv[1]) for t in json.loads(line)["targets"]}
found = {row["id"]: row["label"] for row in map(json.loads, open(sys.argv[2]))}
print(json.dumps({"n": len(gold), "MAE": sum(abs(gold[i] - found[i]) for i in gold), "pearson_r": 0.5}))
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write corpora in which one predicate is denied, and a scorer."""
    for corpus in ("meantime", "uds_ih2", "commitmentbank"):
        (tmp_path / "factuality" / corpus).mkdir(parents=True)
        target = {"id": "one", "start": 4, "end": 5, "text": "collapse", "label": -3.0}
        row = json.dumps({"id": "row", "tokens": TOKENS, "targets": [target]})
        (tmp_path / "factuality" / corpus / "dev.jsonl").write_text(row + "\n", encoding="utf-8")
    (tmp_path / "score_factuality.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_targets_are_valued_where_they_stand(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """A denied predicate is no fact, by the value of a reading exactly; figures are in hundredths."""
    outcome = evaluate(folders, pipeline, tmp_path)
    assert outcome.figures["meantime mae"] == 0
    assert outcome.figures["meantime r"] == 50
    assert "commitmentbank" in outcome.table


def test_each_corpus_has_its_own_value(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """News is scored by the value of a reading, what readers were asked by the head's value for readers."""
    evaluate(folders, pipeline, tmp_path)
    found = {
        corpus: json.loads((tmp_path / f"factuality_{corpus}.jsonl").read_text(encoding="utf-8"))
        for corpus in ("meantime", "uds_ih2", "commitmentbank")
    }
    assert found["meantime"] == {"id": "one", "label": -3}
    assert found["uds_ih2"] == found["commitmentbank"]
    assert -3 < found["uds_ih2"]["label"] < 3


def test_what_is_no_word_is_a_fact(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """A target where none of our words begins has the value that most have."""
    target = {"id": "half", "start": 0, "end": 1, "text": "", "label": 3.0}
    row = json.dumps({"id": "row", "tokens": ["\u200b"], "targets": [target]})
    (folders.data / "factuality" / "uds_ih2" / "dev.jsonl").write_text(row + "\n", encoding="utf-8")
    evaluate(folders, pipeline, tmp_path)
    (line,) = (tmp_path / "factuality_uds_ih2.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {"id": "half", "label": 3.0}


def test_missing_corpora_are_told(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the scorer or a corpus the evaluation says what is missing."""
    with pytest.raises(MissingError):
        evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)


def test_tokens_are_joined_as_people_write() -> None:
    """Marks stand where they belong, escapes are undone, and each token keeps its place."""
    text, places = join(TOKENS)
    assert text == 'The bridge didn\'t collapse, "she said".'
    assert [text[start:end] for start, end in places[:4]] == ["The", "bridge", "did", "n't"]


def test_sentences_make_a_paragraph() -> None:
    """Sentences are parted by a blank, and the places count from the beginning of the paragraph."""
    text, places = paragraph([["He", "left", "."], ["So", "did", "she", "."]])
    assert text == "He left. So did she."
    assert text[slice(*places[1][2])] == "she"
