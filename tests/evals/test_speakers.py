"""The evaluation of speakers, on a corpus of two documents and a scorer of a few lines."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from evals.folders import Folders, MissingError
from evals.labels import half
from evals.speakers import evaluate
from reportedly.reading.pipeline import Pipeline
from reportedly.reading.stage import Proposal
from reportedly.values import Finding, MadeBy, Speaker, SpeakerKind

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.values import Reading

TOKENS = ["Jonna", "Reik", "said", "fog", "came", ".", "She", "left", ",", "said", "Reik", "."]
SCORER = """
import json, sys
gold = [json.loads(line) for line in open(sys.argv[2])]
told = {row["doc"]: row["sources"] for row in map(json.loads, open(sys.argv[3]))}
right = [told[d["doc"]].get(a["id"]) == a["name"] for d in gold for a in d["attributions"]]
print(json.dumps({"attributions": len(right), "accuracy": sum(right) / len(right), "pronoun_sources": 0,
                  "pronoun_accuracy": None, "asked": sys.argv[1]}))
"""


class Echo:
    """A stage that takes the words of a source for the speaker's name."""

    name = "speakers"
    version = "1"
    needs = frozenset({"statements"})
    gives = frozenset({"speakers"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose each source as a speaker."""
        made_by = MadeBy("echo", "1")
        return Proposal(
            statements=tuple(
                dataclasses.replace(
                    statement,
                    speaker=Speaker(
                        id="p",
                        name=Finding(statement.source.text, statement.source, made_by),
                        kind=Finding(SpeakerKind.PERSON, statement.source, made_by),
                        named=True,
                    ),
                )
                for statement in reading.statements
            )
        )


class Found:
    """A stage in whose place the annotated attributions stand."""

    name = "attribution"
    version = "1"
    needs = frozenset({"text"})
    gives = frozenset({"statements"})

    def __call__(self, reading: Reading) -> Proposal:
        """Refuse: it must not be asked."""
        raise AssertionError(reading)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Write two documents of three attributions, one without a source, and the scorer."""
    text, offsets = "", []
    for token in TOKENS:
        text += " " if text else ""
        offsets.append([len(text), len(text) + len(token)])
        text += token
    attributions = [
        {"id": "a", "source_tokens": [0, 1], "cue_tokens": [2], "content_units": [[3, 5]], "name": "Jonna Reik"},
        {"id": "b", "source_tokens": [10], "cue_tokens": [9], "content_units": [[6, 8]], "name": "Jonna Reik"},
        {"id": "c", "source_tokens": [], "cue_tokens": [9], "content_units": [[3, 4], [6, 8]], "name": None},
    ]
    rows = [{"doc": doc, "text": text, "offsets": offsets, "attributions": attributions} for doc in ("fog", "mist")]
    (tmp_path / "gum").mkdir()
    (tmp_path / "gum" / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "score_speaker.py").write_text(SCORER, encoding="utf-8")
    return Folders(tmp_path, tmp_path)


def test_names_are_written_down_and_scored(folders: Folders, tmp_path: Path) -> None:
    """Every source's speaker is written under its attribution's id; all documents are scored, and the judging half."""
    outcome = evaluate(folders, Pipeline([Found(), Echo()]), tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "gum_speakers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [{"doc": doc, "sources": {"a": "Jonna Reik", "b": "Reik"}} for doc in ("fog", "mist")]
    assert outcome.figures == {"sources": pytest.approx(200 / 3), "judging half, sources": pytest.approx(200 / 3)}
    rows = {line[:20].strip(): line[20:].split() for line in outcome.table.splitlines()[1:]}
    assert rows == {"all": ["6", "66.7", "0", "-"], "judging half": ["3", "66.7", "0", "-"]}


def test_without_the_data_it_is_skipped(tmp_path: Path) -> None:
    """Where the data is not there, that is said."""
    with pytest.raises(MissingError):
        evaluate(Folders(tmp_path, tmp_path), Pipeline([Found(), Echo()]), tmp_path)


def test_half_of_the_documents_is_judged() -> None:
    """The halves depend on the names alone, not on their order."""
    names = [f"doc-{number}" for number in range(9)]
    assert half(names) == half(names[::-1])
    assert len(half(names)) == 4
