"""Statements within another's content that were missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.nested import Nested
from tests.reading.anything import draw_reading, proposed, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

TEXTS = prose([entry.example for entry in Lexicon("nested").entries])


def found(pipeline: Pipeline, content: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of what is found within a content."""
    read = marked(pipeline, f"[Ana Ferro] <said> that {{{content}}}.", [Nested()])
    outer = read.statements[0]
    inner = [one for one in read.statements if one.made_by.stage == "nested"]
    assert all(one.parent == outer.id for one in inner)
    return [(one.source.text, one.cue.text, one.content.text) for one in inner]


@pytest.mark.parametrize(
    ("content", "source", "cue", "inner"),
    [
        ("a foreman had told him the gate was locked", "a foreman", "had told", "the gate was locked"),
        ("the ministry had denied that the dam leaked", "the ministry", "had denied", "the dam leaked"),
        ("Jo Berg told her that the bridge was closed", "Jo Berg", "told", "the bridge was closed"),
        ("the company denied the claim", "the company", "denied", "the claim"),
        ("the ministry had denied it", "the ministry", "had denied", "it"),
        ("the union had called for a strike", "the union", "had called for", "a strike"),
        ("residents believed the water was poisoned", "residents", "believed", "the water was poisoned"),
        ("the police last week said the road was open", "the police", "said", "the road was open"),
        ("the letter says that the money went abroad", "the letter", "says", "the money went abroad"),
        ("he had heard from a colleague that it was shut", "a colleague", "had heard from", "it was shut"),
        ("the bridge was closed, according to the police", "the police", "according to", "the bridge was closed"),
    ],
)
def test_what_somebody_is_told_to_have_said_is_found(
    pipeline: Pipeline, content: str, source: str, cue: str, inner: str
) -> None:
    """A clause with somebody, a verb of saying or thinking and what is said is a statement within the other."""
    assert found(pipeline, content) == [(source, cue, inner)]


@pytest.mark.parametrize(
    ("content", "cue", "inner"),
    [
        ("members had been warned not to speak", "had been warned", "not to speak"),
        ("she was told that the road was open", "was told", "the road was open"),
    ],
)
def test_what_was_said_by_nobody_in_particular_has_no_source(
    pipeline: Pipeline, content: str, cue: str, inner: str
) -> None:
    """A passive without "by" tells what was said, and not by whom."""
    assert found(pipeline, content) == [("", cue, inner)]


@pytest.mark.parametrize(
    "content",
    [
        "nobody said that the gate was locked",
        "people say that the gate is locked",
        "the foreman wants to say that it was locked",
        "the foreman would say that it was locked",
        "the foreman did not say that it was locked",
        "if the ministry says that it is safe, they will go",
        "he believed that it was locked",
        "needless to say, the gate was locked",
        "the strike called by the union was over",
        "there was a demand for more boats",
        "the gate was locked",
        "it all happened, as the ministry said",
    ],
)
def test_what_nobody_is_told_to_have_said_is_not(pipeline: Pipeline, content: str) -> None:
    """No statement is made of a negation, a wish, a condition, a generality or one's own belief."""
    assert found(pipeline, content) == []


def test_a_question_tells_of_nothing(pipeline: Pipeline) -> None:
    """What is only asked was not said."""
    read = marked(pipeline, '"{Has the ministry said that it is safe?}" [Ana Ferro] <asked>.', [Nested()])
    assert len(read.statements) == 1


def test_what_is_a_statement_already_stays_the_only_one(pipeline: Pipeline) -> None:
    """A cue that is taken is not taken again."""
    text = "[Ana Ferro] <said> that {[a foreman] <had told> him {the gate was locked}}."
    assert len(marked(pipeline, text, [Nested()]).statements) == len(marked(pipeline, text).statements)


@settings(max_examples=80)
@given(data=st.data())
def test_all_that_is_added_stands_in_one_content(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the statements of a text, what is added in one has all its words there."""
    made = draw_reading(data, pipeline, TEXTS)
    by_id = {one.id: one for one in made.statements}
    for one in proposed(Nested(), made):
        assert one.parent is not None
        around = by_id[one.parent].content.extent if one.parent in by_id else None
        parts = [span for part in (one.source, one.cue, one.content) for span in part.spans]
        assert around is None or all(around.contains(span) for span in parts)
