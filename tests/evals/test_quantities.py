"""The evaluation of quantities, from sentences to figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.folders import Folders, MissingError
from evals.quantities import evaluate

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

SENTENCES = {
    "about": ("The yard has about 30 cranes.", [("30.0", "~")]),
    "more": ("More than 12 men left.", [("12.0", ">")]),
    "up": ("Prices were up 5 per cent.", [("5.0", "up")]),
    "moved": ("Prices rose from $12 to $20.", [("12.0-20.0", "=")]),
    "between": ("Prices should rise between 5% and 6%.", [("5.0-6.0", "=")]),
    "vague": ("Thousands left, and dozens stayed for several days.", [("1000.0-10000.0", "="), ("12.0-120.0", "=")]),
    "ours": ("A handful of men left.", []),
    "none": ("Nobody came on 12 May.", []),
}
SCORER = """
import json, sys
gold, found = ([json.loads(line) for line in open(path)] for path in sys.argv[1:3])
same = sum(a["quantities"] == b["quantities"] for a, b in zip(gold, found, strict=True)) / len(gold)
parts = {f"{kind}_{part}": same for kind in ("value", "value+change") for part in ("P", "R", "F1")}
print(json.dumps(parts))
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write sentences with their quantities as NewsQuant has them, and a scorer."""
    (tmp_path / "quantities").mkdir()
    rows = [
        {"doc": doc, "text": text, "quantities": [{"value": value, "change": change} for value, change in gold]}
        for doc, (text, gold) in SENTENCES.items()
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "quantities" / "newsquant_dev.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "score_quant.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_quantities_are_written_as_the_corpus_has_them(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """Bounds, trends, changes and vague numbers have the corpus's signs; figures are in percent."""
    outcome = evaluate(folders, pipeline, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "quantities.jsonl").read_text(encoding="utf-8").splitlines()]
    found = {row["doc"]: [(each["value"], each["change"]) for each in row["quantities"]] for row in rows}
    assert found == {doc: gold for doc, (_, gold) in SENTENCES.items()}
    assert outcome.figures == {"value": 100, "value and bound": 100}
    assert "value and bound" in outcome.table


def test_a_missing_corpus_is_told(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the data the evaluation says what is missing."""
    with pytest.raises(MissingError):
        evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)
