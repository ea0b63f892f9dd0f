"""The evaluation of what is read in statements, on one tiny document and a stage that knows some of it."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from evals import understanding
from evals.folders import Folders
from evals.given import Given
from evals.gold import Document, Hop, Speaker, Statement
from reportedly import values
from reportedly.reading.pipeline import Pipeline
from reportedly.reading.stage import Proposal
from reportedly.values import Certainty, EvidenceKind, Finding, MadeBy, Passage, Report, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.evaluation import Outcome
    from evals.gold import Spans
    from reportedly.values import Reading

TEXT = "Mayor Ana Ferro denied that the pier was closed. It is unclear who had closed it. Berg did not respond."
MADE_BY = MadeBy("fake", "1")


def spans(words: str) -> Spans:
    """Return where words stand in the text."""
    return [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []


FERRO = Speaker("person", named=True, country="NO", name=spans("Ana Ferro"), role=spans("Mayor"))
BERG = Speaker("person", named=True, name=spans("Berg"))
GOLD = (
    Statement(
        spans("Mayor Ana Ferro"),
        spans("denied"),
        spans("that the pier was closed"),
        FERRO,
        [Hop(), Hop(spans("Ana Ferro"))],
        "denies",
        "stated",
        "negative",
        "past",
        evidence=["document"],
    ),
    Statement(
        [], spans("It is unclear"), spans("who had closed it"), None, [Hop()], "asserts", "stated", "positive", "past"
    ),
    Statement(
        spans("Berg"),
        spans("did not respond"),
        [],
        BERG,
        [Hop(), Hop(spans("Berg"))],
        "no-response",
        "stated",
        "positive",
        "past",
    ),
)
DOCUMENT = Document("pier", Report(text=TEXT), GOLD, len(TEXT))


class Fake:
    """A stage that takes every source for a person's name and every stance for a denial."""

    name = "fake"
    version = "1"
    needs = frozenset({"statements"})
    gives = frozenset({"stances"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the values."""
        return Proposal(statements=tuple(_understood(one) for one in reading.statements))


class Some:
    """A stage that finds the first statement of the document and nothing else."""

    name = "attribution"
    version = "1"
    needs = frozenset({"text"})
    gives = frozenset({"statements"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statement."""
        statements = Given(DOCUMENT)(reading).statements
        assert statements is not None
        return Proposal(statements=statements[:1])


def _understood(one: values.Statement) -> values.Statement:
    """Return a statement with a speaker, if it has a source, a chain and a stance."""
    nothing = Passage(TEXT)
    kind = Finding(SpeakerKind.PERSON, nothing, MADE_BY)
    who = values.Speaker(id="p", name=Finding(one.source.text, nothing, MADE_BY), kind=kind, named=True)
    hop = values.Hop(speaker=who, words=nothing, cue=nothing, made_by=MADE_BY)
    return dataclasses.replace(
        one,
        speaker=who if one.source else None,
        chain=(hop, hop) if one.source else (hop,),
        stance=Finding(Stance.DENIES, nothing, MADE_BY),
        certainty=Finding(Certainty.STATED, nothing, MADE_BY),
        evidence=(Finding(EvidenceKind.DOCUMENT, nothing, MADE_BY), Finding(EvidenceKind.IMAGERY, nothing, MADE_BY)),
    )


@pytest.fixture
def outcome(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Outcome:
    """Score the fake pipeline on the tiny document."""

    def documents(folders: Folders, half: str) -> Iterator[Document]:
        assert folders.data == tmp_path
        assert half == "tune"
        yield DOCUMENT

    monkeypatch.setattr(understanding, "documents", documents)
    return understanding.evaluate_tuning(Folders(tmp_path, tmp_path), Pipeline([Some(), Fake()]), tmp_path)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("found", 100 / 3),
        ("stance (spans given)", 100 / 3),
        ("stance", 100),
        ("certainty (spans given)", 100),
        ("polarity (spans given)", 0),
        ("hedge (spans given)", 100),
        ("name (spans given)", 100),
        ("kind (spans given)", 100),
        ("named macro f1 (spans given)", 100),
        ("country (spans given)", 50),
        ("role (spans given)", 0),
        ("chain (spans given)", 100),
        ("evidence f1 (spans given)", 100 * 2 / 7),
        ("evidence f1", 100 * 2 / 3),
        ("stance macro f1 (spans given)", 0),
    ],
)
def test_each_field_is_scored(outcome: Outcome, figure: str, expected: float) -> None:
    """A figure is the share of the pairs that agree, given the spans and as found; macro F1 needs examples enough."""
    assert outcome.figures[figure] == pytest.approx(expected)


def test_the_table_shows_both_sides(outcome: Outcome) -> None:
    """Every figure stands in the table, given the spans and as found, and every class of a stance."""
    rows = [line.split() for line in outcome.table.splitlines()]
    assert ["stance", "33.3", "100.0"] in rows
    assert ["no-response", "1", "0.0", "0.0", "0.0", "0"] in [row[:6] for row in rows]
    assert "1 documents, 3 statements" in outcome.data
    assert all(0 <= value <= 100 for value in outcome.figures.values())


def test_differences_are_written_down(outcome: Outcome, tmp_path: Path) -> None:
    """For each statement of gold it is written whether it was found, and what was read otherwise, gold first."""
    assert outcome.figures
    lines = (tmp_path / "understanding_tune.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [(row["cue"], row["found"]) for row in rows] == [
        ("denied", True),
        ("It is unclear", False),
        ("did not respond", False),
    ]
    assert rows[0]["differs"] == {
        "country": ["NO", "-"],
        "role": ["Mayor", ""],
        "polarity": ["negative", "-"],
        "orientation": ["past", "-"],
    }
    assert rows[1]["differs"] == {}


def test_without_documents_nothing_is_divided(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty half has figures too."""
    monkeypatch.setattr(understanding, "documents", lambda *_: iter(()))
    found = understanding.evaluate(Folders(tmp_path, tmp_path), Pipeline([Some(), Fake()]), tmp_path)
    assert found.figures["found"] == 0
    assert (tmp_path / "understanding_check.jsonl").read_text(encoding="utf-8") == ""
