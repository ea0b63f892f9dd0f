"""The evaluation of copies, on a few reports of our own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.derivations import evaluate
from evals.folders import Folders, MissingError
from tests.claims.stories import CREDITED, INDEX_ONE, INDEX_TWO, UNCREDITED, WIRE

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write five reports, and the containment of three pairs of them."""
    folder = tmp_path / "helsinki"
    folder.mkdir()
    texts = {"1": WIRE, "2": CREDITED, "3": UNCREDITED, "4": INDEX_ONE, "5": INDEX_TWO}
    rows = [
        {"id": name, "publisher": f"paper{name}.com", "scraped": f"2024-10-09T0{name}:00:00+00:00", "text": text}
        for name, text in texts.items()
    ]
    (folder / "docs.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    pairs = [{"a": "1", "b": "2", "containment8": 1.0}, {"a": "4", "b": "5", "containment8": 0.6}]
    (folder / "silver_pairs.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in pairs), encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_pairs_are_set_beside_their_containment(folders: Folders, tmp_path: Path, pipeline: Pipeline) -> None:
    """The caption that two pages share is listed and not found; a cut copy is found and not listed."""
    outcome = evaluate(folders, pipeline, tmp_path)
    assert outcome.figures["pairs of half containment"] == 50
    assert outcome.figures["found pairs that are listed"] == pytest.approx(100 / 3)
    assert "from 0.9             1       1   100.0" in outcome.table


def test_every_edge_is_written_in_ids_and_numbers(folders: Folders, tmp_path: Path, pipeline: Pipeline) -> None:
    """The file of edges holds no words of the reports, and marks those that lead to the nearest."""
    evaluate(folders, pipeline, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "derivations.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(row["report"], row["source"]) for row in rows} == {("2", "1"), ("3", "1"), ("3", "2")}
    assert [row["nearest"] for row in rows].count(False) == 1
    assert "harbour" not in json.dumps(rows)


def test_data_that_is_not_there_is_named(tmp_path: Path, pipeline: Pipeline) -> None:
    """Without the articles the evaluation is skipped by name."""
    with pytest.raises(MissingError, match="helsinki"):
        evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)
