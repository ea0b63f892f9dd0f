"""The pipeline with the readers' statements in the place of those that it would find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.given import FINDING, Given, with_given
from evals.gold import Document, Statement
from reportedly.values import Reading, Report

if TYPE_CHECKING:
    from evals.gold import Spans
    from reportedly.reading import Pipeline

TEXT = "Ferro said Berg denied that the pier was closed. The ministry did not respond."


def spans(words: str) -> Spans:
    """Return where words stand in the text."""
    return [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []


def gold(source: str, cue: str, content: str, parent: int | None = None) -> Statement:
    """Return a statement as a reader would have it."""
    parts = spans(source), spans(cue), spans(content)
    return Statement(*parts, None, [], "asserts", "stated", "positive", "past", parent=parent)


GIVEN = (
    gold("Ferro", "said", "Berg denied that the pier was closed"),
    gold("Berg", "denied", "that the pier was closed", 0),
    gold("The ministry", "did not respond", ""),
)
DOCUMENT = Document("pier", Report(text=TEXT), GIVEN, len(TEXT))


def test_statements_are_those_of_the_readers() -> None:
    """Each has the spans of the file and the parent that its number names."""
    made = Given(DOCUMENT)(Reading(DOCUMENT.report)).statements
    assert made is not None
    assert [(one.source.text, one.cue.text, one.content.text) for one in made] == [
        ("Ferro", "said", "Berg denied that the pier was closed"),
        ("Berg", "denied", "that the pier was closed"),
        ("The ministry", "did not respond", ""),
    ]
    assert [one.parent for one in made] == [None, made[0].id, None]
    assert {one.made_by.stage for one in made} == {"given"}


def test_no_stage_that_finds_is_asked(pipeline: Pipeline) -> None:
    """All stages stay in their order, but for those that would find statements."""
    names = [stage.name for stage in with_given(pipeline, DOCUMENT).stages]
    assert names == ["given", *(stage.name for stage in pipeline.stages if stage.name not in FINDING)]
    assert {stage.name for stage in pipeline.stages} >= FINDING


def test_the_rest_is_read_in_them(pipeline: Pipeline) -> None:
    """What is read has the given spans, and the values of the pipeline."""
    made = with_given(pipeline, DOCUMENT).read(DOCUMENT.report).statements
    assert [one.cue.text for one in made] == ["said", "denied", "did not respond"]
    assert all(one.stance and one.chain and one.speaker for one in made)
    assert made[1].stance is not None
    assert made[1].stance.value == "denies"


@pytest.mark.parametrize("text", ["", "\x00", "\ud83d"])
def test_documents_without_statements_are_read(pipeline: Pipeline, text: str) -> None:
    """Where the readers found nothing, there is nothing."""
    report = Report(text=text)
    assert with_given(pipeline, Document("none", report, (), 0)).read(report).statements == ()
