"""The evaluation of stories, from a corpus to figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.folders import Folders, MissingError
from evals.stories import evaluate, told
from reportedly.values import Moment

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

FIRE = "A fire broke out on the ferry Kestrel off Sorrenby on Sunday , Pilot Jonna Reik said .".split()
STRIKE = "Teachers in Port Marlow struck for a third day , Dorothea Vance of the union said .".split()
SCORER = """
import json, sys
gold, found = ({each["id"]: each["cluster"] for each in map(json.loads, open(path))} for path in sys.argv[1:3])
pairs = [(a, b) for a in gold for b in gold]
same = 100 * sum((gold[a] == gold[b]) == (found[a] == found[b]) for a, b in pairs) / len(pairs)
sizes = {f"clusters_{name}": len(set(side.values())) for name, side in (("gold", gold), ("pred", found))}
print(json.dumps({"B3": {"P": same, "R": same, "F1": same}, **sizes}))
"""


def write(path: Path, rows: list[dict[str, object]]) -> None:
    """Write a file of JSON lines."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write both corpora in small, and a scorer."""
    heading = "Ferry Kestrel on fire".split()
    ecb = [
        {"doc_id": name, "topic": 1, "tokens": tokens, "sent_ids": sentences, "body_start": begin}
        for name, tokens, sentences, begin in (
            ("1_1", FIRE, [0] * len(FIRE), 0),
            ("1_2", heading + FIRE, [0] * len(heading) + [1] * len(FIRE), len(heading)),
            ("1_3", STRIKE, [0] * len(STRIKE), 0),
            ("1_4", STRIKE, [0] * len(STRIKE), 0),
        )
    ]
    write(tmp_path / "ecbplus" / "dev.jsonl", list(ecb))
    gold: list[dict[str, object]] = [{"id": "1_1", "cluster": "fire"}, {"id": "1_2", "cluster": "fire"}]
    write(tmp_path / "ecbplus" / "docs_dev.gold.jsonl", [*gold, {"id": "1_3", "cluster": "strike"}])
    basil: list[dict[str, object]] = [
        {"id": f"0_{day}", "title": "Strike", "date": f"2021-03-{day}", "sentences": [" ".join(STRIKE)]}
        for day in ("01", "03", "25")
    ]
    write(tmp_path / "basil" / "dev.jsonl", basil)
    clusters: list[dict[str, object]] = [{"id": row["id"], "cluster": row["id"] == "0_25"} for row in basil]
    write(tmp_path / "basil" / "docs_dev.gold.jsonl", clusters)
    (tmp_path / "score_clusters.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_reports_are_made_of_both_corpora(folders: Folders) -> None:
    """A heading stands apart, titles and days are kept, and what the gold leaves out is left out."""
    first, second, third = told(folders.data / "ecbplus", "ecbplus", "dev")
    assert second.report.text == f"Ferry Kestrel on fire\n\n{first.report.text}"
    assert first.report.text.endswith("on Sunday, Pilot Jonna Reik said.")
    assert (first.id, first.story, first.topic, third.story) == ("1_1", "fire", "1", "strike")
    early = next(told(folders.data / "basil", "basil", "dev"))
    assert (early.report.title, early.report.published) == ("Strike", Moment("2021-03-01"))


def test_stories_are_found_and_scored(folders: Folders, pipeline: Pipeline, tmp_path: Path) -> None:
    """Reports of one event are one story, those of another month another, and figures are the scorer's."""
    outcome = evaluate(folders, pipeline, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "stories_ecbplus.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows == [
        {"id": "1_1", "cluster": "1_1"},
        {"id": "1_2", "cluster": "1_1"},
        {"id": "1_3", "cluster": "1_3"},
    ]
    assert outcome.figures == {"ecbplus b-cubed": 100, "basil b-cubed": 100}
    assert "basil" in outcome.table


def test_a_missing_corpus_is_told(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the data the evaluation says what is missing."""
    with pytest.raises(MissingError):
        evaluate(Folders(tmp_path, tmp_path), pipeline, tmp_path)
