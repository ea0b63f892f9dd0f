"""The evaluation of times, from texts to figures, on corpora of one text each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.folders import Folders, MissingError
from evals.times import CORPORA, evaluate

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

TEXT = "The ferry sank on Tuesday."
SCORER = """
import json, sys
rows = [[json.loads(line) for line in open(path)] for path in sys.argv[1:3]]
gold, found = ([(t["start"], t["end"], t["value"]) for row in each for t in row["timex"]] for each in rows)
right = len(set(gold) & set(found)) / len(gold)
print(json.dumps({"gold": len(gold), "system": len(found), "strict_F1": right, "relaxed_F1": right, "value_F1": right}))
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write corpora with one time each, the second without a date that can be read, and a scorer."""
    (tmp_path / "times").mkdir()
    start = TEXT.index("Tuesday")
    for name, date, value in zip(
        CORPORA.values(), ("2023-08-12", "12-08-2023"), ("2023-08-08", "2023-08-15"), strict=True
    ):
        gold = {"start": start, "end": start + len("Tuesday"), "type": "DATE", "value": value}
        row = {"doc": "one", "dct": date, "text": TEXT, "timex": [gold]}
        (tmp_path / "times" / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "score_timex.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_times_are_told_from_the_date_of_the_text(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """A time is right where the date is known, and unplaced where it is no date; figures are in percent."""
    outcome = evaluate(folders, pipeline, tmp_path)
    assert outcome.figures["meantime value"] == 100
    assert outcome.figures["wikiwars value"] == 0
    assert set(outcome.figures) == {
        f"{corpus} {measure}" for corpus in CORPORA for measure in ("strict", "relaxed", "value")
    }
    assert "wikiwars" in outcome.table
    (line,) = (tmp_path / "times_wikiwars.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["timex"][0]["value"] == "XXXX-WXX-2"


def test_missing_corpora_are_told(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the scorer or a corpus the evaluation says what is missing."""
    with pytest.raises(MissingError):
        evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)
