"""How much of a fact each predicate is made to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import Report

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def values(pipeline: Pipeline, text: str) -> dict[str, float]:
    """Return the values of the predicates in the first statement of a text."""
    (statement, *_) = pipeline.read(Report(text=text)).statements
    return {predicate.words.text: predicate.value for predicate in statement.factuality}


def test_a_plain_event_is_more_of_a_fact_than_a_denied_or_possible_one(pipeline: Pipeline) -> None:
    """What is stated has a higher value than what may be or is said not to be."""
    stated = values(pipeline, "The mayor said the bridge collapsed on Monday.")["collapsed"]
    possible = values(pipeline, "The mayor said the bridge might collapse on Monday.")["collapse"]
    negated = values(pipeline, "The mayor said the bridge did not collapse on Monday.")["collapse"]
    assert stated > possible
    assert stated > negated


def test_predicates_are_words_of_the_content(pipeline: Pipeline) -> None:
    """Each predicate is a word of its statement's content, with a value from -3 to 3 and the model that gave it."""
    text = "Ferro said the ferry burned and sank. Officials denied that anybody had died."
    for statement in pipeline.read(Report(text=text)).statements:
        for predicate in statement.factuality:
            (span,) = predicate.words.spans
            assert any(piece.contains(span) for piece in statement.content.spans)
            assert -3 <= predicate.value <= 3
            assert predicate.made_by.model
            assert predicate.made_by.stage == "factuality"
