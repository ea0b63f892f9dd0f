"""Sentences that the report hedges in its own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.hedges import Hedges
from reportedly.reading.lexicon import Lexicon
from reportedly.values import Report
from tests.building import reading
from tests.reading.anything import draw_reading, prepared, proposed, prose

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from tests.building import Given

STAGE = Hedges()
TEXTS = prose([entry.example for entry in Lexicon("hedges").entries])


def added(pipeline: Pipeline, text: str, *statements: Given) -> list[tuple[str, str, str]]:
    """Return the source, the cue and the content of what is added to some statements."""
    found = proposed(STAGE, prepared(pipeline, reading(text, statements)))
    return [(one.source.text, one.cue.text, one.content.text) for one in found]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The captain reportedly left the ship first.", "reportedly", "The captain … left the ship first"),
        ("Allegedly, the guard slept.", "Allegedly", "the guard slept"),
        ("He was jailed for allegedly taking bribes.", "allegedly", "taking bribes"),
        ("The captain is said to have left first.", "is said", "The captain … to have left first"),
        ("Forty people are feared drowned.", "are feared", "Forty people … drowned"),
        ("It was rumoured that the bank had been sold.", "It was rumoured that", "the bank had been sold"),
        ("It remained unclear who had paid.", "It remained unclear", "who had paid"),
        ("Whether he left is unclear.", "is unclear", "Whether he left"),
    ],
)
def test_a_hedged_sentence_is_a_statement_of_nobody(pipeline: Pipeline, text: str, cue: str, content: str) -> None:
    """The words that hedge are the cue, the clause without them is the content, and there is no source."""
    assert added(pipeline, text) == [("", cue, content)]


def test_people_who_disagree_are_the_source(pipeline: Pipeline) -> None:
    """Where people are divided, they are who has it so."""
    text = "Geologists are divided over whether the slope will hold."
    assert added(pipeline, text) == [("Geologists", "are divided over", "whether the slope will hold")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Reportedly",
        "Was it unclear who had paid?",
        "Is the captain said to have left first?",
        "This remains unclear.",
        "The water was clear.",
        "He said so clearly.",
    ],
)
def test_what_hedges_nothing_is_none(pipeline: Pipeline, text: str) -> None:
    """Questions, and words that tell nothing by themselves, are no statements."""
    assert added(pipeline, text) == []


@pytest.mark.parametrize(
    ("text", "given_"),
    [
        ("Berg said it was unclear who had paid.", ("Berg", "said", "it was unclear who had paid")),
        (
            "The captain reportedly said that the ship had sunk.",
            ("The captain", "reportedly said", "that the ship had sunk"),
        ),
    ],
)
def test_what_somebody_says_is_not_hedged_by_the_report(pipeline: Pipeline, text: str, given_: Given) -> None:
    """Hedges in a statement's content or cue are that statement's."""
    assert added(pipeline, text, given_) == []


def test_statements_within_a_hedged_clause_go_under_it(pipeline: Pipeline) -> None:
    """What stands in the hedged clause has it for a parent, unless it has another."""
    text = "It is unclear whether Berg said the guard knew the pier was shut."
    given_: list[Given] = [
        ("Berg", "said", "the guard knew the pier was shut"),
        ("the guard", "knew", "the pier was shut", 0),
    ]
    made = prepared(pipeline, reading(text, given_))
    (hedge,) = proposed(STAGE, made)
    parents = {one.id: one.parent for one in STAGE(made).statements or ()}
    outer, inner = made.statements
    assert parents == {hedge.id: None, outer.id: hedge.id, inner.id: outer.id}


@pytest.mark.parametrize("text", ["The mayor reportedly resigned.", "It was unclear who had opened the gate."])
def test_the_pipeline_finds_each_once(pipeline: Pipeline, text: str) -> None:
    """Whether the model or the rule finds a hedge, it is one statement without a speaker."""
    (found,) = pipeline.read(Report(text=text)).statements
    assert not found.source
    assert found.speaker is None


@settings(max_examples=2500)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the statements of a text, what is added stands by itself, has a content, and shares words with none."""
    made = draw_reading(data, pipeline, TEXTS)
    for one in proposed(STAGE, made):
        assert one.content
        assert one.parent is None
        cues = [cue for other in made.statements for cue in other.cue.spans]
        assert not any(cue.overlaps(span) for cue in cues for span in one.cue.spans)
