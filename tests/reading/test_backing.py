"""Who or what else is said to agree with a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.backing import Backings
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.speakers import Speakers
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Backing

STAGES = (Speakers(), Backings())
TEXTS = prose([entry.example for entry in Lexicon("backing").entries])


def backing(pipeline: Pipeline, text: str) -> tuple[Backing, ...]:
    """Return what backs the first statement of a marked text."""
    return marked(pipeline, text, STAGES).statements[0].backing


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "[Berg] <said> {the ship had turned back}, backed by British assessments.",
            "backed by British assessments",
            None,
        ),
        (
            "[Two officials] <said> {troops had crossed}, in an account confirmed by three other officials.",
            "confirmed by three other officials",
            "other officials",
        ),
        (
            "[Ana Ferro] <said> {the guards fired first}. Her account was corroborated by two witnesses.",
            "corroborated by two witnesses",
            "witnesses",
        ),
        (
            "[Police] <said> {the man was armed}. That version is consistent with earlier photographs.",
            "consistent with earlier photographs",
            None,
        ),
        (
            "[The union] <said> {it began in the kitchen}, a view shared by Jo Berg.",
            "shared by Jo Berg",
            "Jo Berg",
        ),
    ],
)
def test_what_backs_a_statement(pipeline: Pipeline, text: str, words: str, speaker: str | None) -> None:
    """Its whole phrase and its verb are kept, and who it is, unless it is a thing."""
    (found,) = backing(pipeline, text)
    assert found.words.text == words
    assert words.startswith(found.cue.text)
    name = found.speaker.name if found.speaker is not None else None
    assert (name.value if name is not None else None) == speaker
    assert found.made_by.stage == "backing"
    assert found.made_by.reason


@pytest.mark.parametrize(
    "text",
    [
        "[Berg] <said> {the pier was shut}.",
        "[Berg] <said> {rebels backed by Velmar had crossed}.",
        "[Berg] <said> {the group was supported by donations}.",
        "[The governor] <said> {the judge was confirmed by the senate}.",
        "[Police] <said> {the crater is consistent with a rocket}.",
        "Her account was corroborated by two witnesses, [the clerk] <said>: {yes}.",
    ],
)
def test_other_support_backs_no_statement(pipeline: Pipeline, text: str) -> None:
    """Troops, groups and candidates are backed too; that makes nothing more credible."""
    assert backing(pipeline, text) == ()


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the statements of a text, what backs one has words and a cue that they begin with."""
    for statement in Backings()(draw_reading(data, pipeline, TEXTS)).statements or ():
        for each in statement.backing:
            assert each.words
            assert each.words.text.startswith(each.cue.text)
