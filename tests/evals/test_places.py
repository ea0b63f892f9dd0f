"""The evaluation of places, from texts to figures, on corpora of a few sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evals.folders import Folders, MissingError
from evals.places import Document, Toponym, documents, evaluate, held_out, learnt_from
from reportedly.values import Report

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

TEXT = "Trains from Bergen to Oslo were late, Norwegian officials said."
SCORER = """
import json, sys
gold = {row["doc"]: row["toponyms"] for row in map(json.loads, open(sys.argv[1]))}
found = {row["doc"]: row["toponyms"] for row in map(json.loads, open(sys.argv[2]))}
near = sum(
    any(abs(a["lat"] - b.get("lat", 99)) < 1 and a["start"] == b["start"] for b in found[doc])
    for doc in gold for a in gold[doc]
)
share = near / sum(map(len, gold.values()))
names = ("acc@161", "e2e_recall@161", "e2e_precision@161", "overlap_P", "overlap_R")
print(json.dumps(dict.fromkeys(names, share)))
"""


def row(name: str, article: str, text: str = TEXT) -> dict[str, Any]:
    """Return a document of a corpus: Bergen lies where it does, Oslo is put where it is not."""
    start, other = text.index("Bergen"), text.index("Oslo")
    here = {"start": start, "end": start + 6, "lat": 60.4, "lon": 5.3, "geonamesid": None}
    there = {"start": other, "end": other + 4, "lat": 0.0, "lon": 10.7, "geonamesid": 3143244}
    return {"doc": name, "text": text, "url": article, "toponyms": [here, there]}


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write two corpora of four texts each, and a scorer."""
    (tmp_path / "places").mkdir()
    for corpus in ("lgl", "geovirus"):
        rows = [json.dumps(row(f"{corpus}:{each}", f"article {each}")) for each in range(4)]
        (tmp_path / "places" / f"{corpus}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "score_geoparse.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_names_are_resolved_given_and_found(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """One of two names lies where the corpus says, whether the names are given or recognised."""
    outcome = evaluate(folders, pipeline, tmp_path)
    assert outcome.figures["lgl given"] == 50
    assert outcome.figures["geovirus end to end"] == 50
    found = [json.loads(line) for line in (tmp_path / "places_lgl.jsonl").read_text("utf-8").splitlines()]
    assert len(found) == 2
    assert [TEXT[one["start"] : one["end"]] for one in found[0]["toponyms"]] == ["Bergen", "Oslo", "Norwegian"]


def test_an_article_is_in_one_half(folders: Folders) -> None:
    """Texts that are cut from one article are learnt from together, or not at all."""
    made = [
        Document(
            "lgl", f"lgl:{each}", Report(text=TEXT), (Toponym(12, 18, 60.4, 5.3, None),), "", f"article {each // 2}"
        )
        for each in range(12)
    ]
    seen = learnt_from(made)
    assert len(seen) == 3
    assert {one.article for one in held_out(made)} == {f"article {each}" for each in range(6)} - seen
    assert len(list(documents(folders.data / "places"))) == 8


def test_a_missing_corpus_is_told(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the corpora the evaluation says what is missing."""
    with pytest.raises(MissingError):
        evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)
