"""What a response answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.answers import RESPONSES, Answers
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.speakers import Speakers
from reportedly.reading.stance import Stances
from reportedly.values import Stance
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Answer, Statement

STAGES = (Speakers(), Stances(), Answers())
CLAIM = "[Ana Ferro] <said> {that soldiers and advisers from Velmar were at the pier}."
TEXTS = prose([entry.example for name in ("stances", "questions", "narrowing") for entry in Lexicon(name).entries])


def last(pipeline: Pipeline, text: str) -> tuple[list[Statement], Answer | None]:
    """Return the statements of a marked text, and what the last answers."""
    statements = list(marked(pipeline, text, STAGES).statements)
    return statements, statements[-1].answers


@pytest.mark.parametrize(
    "response",
    [
        "[The ministry] <denied> {that any soldiers were at the pier}.",
        "[The ministry] <denied> {the report}.",
        "[The union] <rejected> {that claim}.",
        "[The Evening Post] <could not independently verify> {the claim}.",
        "[The mayor] <confirmed> {that advisers were at the pier}.",
        "[Jo Berg] <called> {it a lie}.",
        "[The embassy] <declined to comment on> {the soldiers}.",
        "[The union] <rejected> {Ferro's account}.",
    ],
)
def test_a_response_answers_what_it_is_about(pipeline: Pipeline, response: str) -> None:
    """Words in common, and words that point back, tell what is answered."""
    statements, answer = last(pipeline, f"{CLAIM} {response}")
    assert statements[-1].stance is not None
    assert statements[-1].stance.value in RESPONSES
    assert answer is not None
    assert answer.statement == statements[0].id
    assert answer.words == statements[0].content
    assert answer.made_by.stage == "answers"
    assert answer.made_by.reason


@pytest.mark.parametrize(
    "response",
    [
        "[The ministry] <said> {that the works would end in May}.",
        "[The bank] <confirmed> {that it had sold the mill}.",
        "[Berg] <could not be reached> {}.",
        "[The owner] <declined to say> {how much he had paid}.",
        "[Ana Ferro] <denied> {the report}.",
    ],
)
def test_what_answers_nothing_that_stands_there(pipeline: Pipeline, response: str) -> None:
    """Without words in common, or from the same speaker, nothing is linked."""
    assert last(pipeline, f"{CLAIM} {response}")[1] is None


def test_a_question_that_was_put_is_answered(pipeline: Pipeline) -> None:
    """What somebody was asked is a passage, where it is no statement."""
    _, answer = last(pipeline, "Asked whether he would resign, [the mayor] <declined to comment> {}.")
    assert answer is not None
    assert answer.statement is None
    assert answer.words.text == "whether he would resign"


def test_silence_answers_what_is_said_of_the_silent(pipeline: Pipeline) -> None:
    """Who did not answer was asked about what names them."""
    text = "[Ana Ferro] <said> {that Jo Berg had sold the pier to friends}. [Berg] <did not respond to> {questions}."
    statements, answer = last(pipeline, text)
    assert answer is not None
    assert answer.statement == statements[0].id


def test_what_stands_in_a_response_is_answered(pipeline: Pipeline) -> None:
    """What somebody else is told to have said within a denial is what is denied."""
    text = "[The ministry] <dismissed> {as rumours what [the union] <said>: {that the pier had been sold}}."
    outer, inner = marked(pipeline, text, STAGES).statements
    assert outer.answers is not None
    assert outer.answers.statement == inner.id


@pytest.mark.parametrize(
    ("response", "narrower"),
    [
        ("[The ministry] <denied> {that combat soldiers were at the pier}.", True),
        ("[The ministry] <denied> {that soldiers are at the pier at this time}.", True),
        ("[The ministry] <denied> {that soldiers were at the pier itself}.", True),
        ("[The ministry] <denied> {that soldiers were at the pier}.", False),
        ("[The ministry] <declined to comment on> {armed soldiers at the pier}.", False),
    ],
)
def test_a_response_may_be_narrower(pipeline: Pipeline, response: str, narrower: bool) -> None:  # noqa: FBT001
    """A denial that adds a kind, a time or a place denies less than what was said."""
    _, answer = last(pipeline, f"{CLAIM} {response}")
    assert answer is not None
    assert answer.narrower is narrower
    assert ("narrows" in (answer.made_by.reason or "")) is narrower


def test_who_takes_back_answers_nobody() -> None:
    """Corrections and retractions are of one's own words."""
    assert not {Stance.RETRACTS, Stance.CORRECTS} & RESPONSES


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the statements of a text, a response answers another statement or a passage, never itself."""
    made = draw_reading(data, pipeline, TEXTS)
    statements = marked(pipeline, "").statements
    assert statements == ()
    for stage in STAGES:
        found = stage(made).statements
        if found is not None:
            statements = found
            made = type(made)(made.report, found, words=made.words, sentences=made.sentences, mentions=made.mentions)
    ids = {statement.id for statement in statements}
    for statement in statements:
        answer = statement.answers
        if answer is not None:
            assert statement.stance is not None
            assert statement.stance.value in RESPONSES
            assert answer.words
            assert answer.statement is None or answer.statement in ids - {statement.id}
