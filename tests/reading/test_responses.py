"""Non-answers, which are statements even where nothing is attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.responses import Responses
from reportedly.values import Report
from tests.building import reading
from tests.reading.anything import draw_reading, prepared, proposed, prose
from tests.reading.checking import check

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from tests.building import Given

STAGE = Responses()
TEXTS = prose([entry.example for entry in Lexicon("responses").entries])


def added(pipeline: Pipeline, text: str, *statements: Given) -> list[tuple[str, str, str]]:
    """Return the source, the cue and the content of what is added to some statements."""
    found = proposed(STAGE, prepared(pipeline, reading(text, statements)))
    return [(one.source.text, one.cue.text, one.content.text) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shipping line did not immediately respond to a list of questions.",
            ("The shipping line", "did not immediately respond to", "a list of questions"),
        ),
        ("The captain could not be reached for comment.", ("The captain", "could not be reached for comment", "")),
        ("The bank declined to comment on the sale.", ("The bank", "declined to comment on", "the sale")),
        ("The bank declined to comment Monday.", ("The bank", "declined to comment", "")),
        (
            "The minister would not say whether the bridge is safe.",
            ("The minister", "would not say", "whether the bridge is safe"),
        ),
        ("The owner had not replied by Friday evening.", ("The owner", "had not replied", "")),
        (
            "Two messages left with the harbour office were not returned.",
            ("the harbour office", "were not returned", "Two messages left"),
        ),
        ("The firm was asked about the leak and did not respond.", ("The firm", "did not respond", "")),
    ],
)
def test_what_was_missed_is_added(pipeline: Pipeline, text: str, expected: tuple[str, str, str]) -> None:
    """Who did not answer is the source, the words that say so are the cue, and what it was about is the content."""
    assert added(pipeline, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I did not respond to questions.",
        "The patients did not respond to the drug.",
        "The engine did not respond.",
        "Those who did not respond were fined.",
        "The keys could not be found.",
        "Did not respond to a request for comment.",
    ],
)
def test_what_is_no_answer_of_anybody_is_not_added(pipeline: Pipeline, text: str) -> None:
    """Without somebody who was asked there is no statement."""
    assert added(pipeline, text) == []


def test_found_statements_have_their_whole_cue(pipeline: Pipeline) -> None:
    """Of a non-answer that is a statement already, what says so goes into the cue, and none is added."""
    text = "The bank declined to comment on the sale."
    made = prepared(pipeline, reading(text, [("The bank", "declined", "to comment on the sale")]))
    assert proposed(STAGE, made) == []
    (found,) = STAGE(made).statements or ()
    assert (found.source.text, found.cue.text, found.content.text) == ("The bank", "declined to comment on", "the sale")


def test_a_non_answer_that_somebody_tells_of_is_within_their_statement(pipeline: Pipeline) -> None:
    """In a content only somebody else's non-answer is a statement: the speaker's own is what they say."""
    others = "the mayor had not responded to a request for comment"
    made = prepared(pipeline, reading(f"Berg said {others}.", [("Berg", "said", others)]))
    (found,) = proposed(STAGE, made)
    assert found.parent == made.statements[0].id
    assert found.source.text == "the mayor"
    own = "he would not comment on the sale"
    assert added(pipeline, f"Berg said {own}.", ("Berg", "said", own)) == []


def test_what_is_added_under_a_mended_statement_keeps_a_parent(pipeline: Pipeline) -> None:
    """Where the statement around is mended, what was added in it goes under what still holds it, or by itself."""
    text = "The bank declined to comment. A call to the workshop went straight to voicemail."
    content = "to comment. A call to the workshop went straight to voicemail"
    (found,) = proposed(STAGE, prepared(pipeline, reading(text, [("The bank", "declined", content)])))
    assert (found.source.text, found.parent) == ("the workshop", None)


@pytest.mark.parametrize("name", ["Ana Ferro", "The harbour office", "A spokesman for the bank"])
@pytest.mark.parametrize("words", ["declined to comment on", "did not respond to questions about", "would not discuss"])
def test_the_pipeline_finds_each_once(pipeline: Pipeline, name: str, words: str) -> None:
    """Whether the model or the rule finds a non-answer, it is one statement with its own source."""
    text = f"The pier was shut on Monday. {name} {words} the closure."
    found = pipeline.read(Report(text=text)).statements
    assert [one.source.text for one in found if text.index(words) in range(*one.cue.pairs[0])] == [name]


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the statements of a text, what is added has a source and a cue, and parts that share no words."""
    assert all(one.source for one in proposed(STAGE, draw_reading(data, pipeline, TEXTS)))


@settings(max_examples=60)
@given(text=prose())
def test_any_text_is_read_by_all_stages(pipeline: Pipeline, text: str) -> None:
    """What holds of every reading holds where the rules have something to find."""
    made = pipeline.read(Report(text=text))
    check(made, text)
    assert all(one.chain for one in made.statements)
