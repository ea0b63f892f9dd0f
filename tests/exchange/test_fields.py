"""Every field of a statement."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from hypothesis import given

from reportedly.exchange.fields import maker, sections
from reportedly.values import MadeBy, Speaker, Statement
from tests.strait import strait
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading

ELSEWHERE = {"id", "parent", "confidence", "made_by", "named", "speaker", "chain"}
"""Fields without a row of their own: they stand in the head, in the makers, in the name and in other rows."""


def test_every_field_of_statement_and_speaker_has_a_row() -> None:
    """What can be read is shown, or named among what is not stated."""
    known = {field.name for kind in (Statement, Speaker) for field in dataclasses.fields(kind)} - ELSEWHERE
    for statement in strait().statements:
        parts = sections(statement, {})
        labels = {field.label for part in parts for field in part.fields} | {
            each for part in parts for each in part.unknown
        }
        if statement.speaker:
            assert known <= labels


def test_values_have_their_words_and_what_made_them() -> None:
    """A row has the value in plain words, the report's words, and the stage that read it."""
    manner = sections(strait().statements[0], {})[3]
    certainty = next(field for field in manner.fields if field.label == "certainty")
    assert (certainty.value, certainty.words.text, maker(certainty.made_by)) == ("possible", "may", "rules 1: by hand")
    assert manner.unknown == ("hedge", "polarity", "orientation", "factuality")


def test_hops_are_a_ladder_from_the_publisher_inward() -> None:
    """Each hop is a rung further in; the last is the speaker."""
    chain = sections(strait().statements[0], {})[2]
    assert [(field.level, field.label, field.value) for field in chain.fields] == [
        (0, "publisher", "The Strait Observer"),
        (1, "hop", "Evening Post"),
        (2, "speaker", "○ senior official, unnamed"),
        (2, "cue", ""),
    ]


def test_a_maker_has_stage_version_score_and_reason() -> None:
    """The score has two digits, and what is not there is not written."""
    assert maker(MadeBy("stance", "2")) == "stance 2"
    assert maker(MadeBy("stance", "2", "e" * 64, 0.456, "cue 'denied'")) == "stance 2, 0.46: cue 'denied'"


@given(readings())
def test_any_statement_has_its_fields(made: Reading) -> None:
    """Whatever a reading holds, the rows can be written, and what has a row is not said to be unknown."""
    for statement in made.statements:
        for part in sections(statement, {}):
            assert not {field.label for field in part.fields} & set(part.unknown)
            assert all(maker(field.made_by) for field in part.fields)
