"""The headline beside the body."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.certainty import Certainties
from reportedly.reading.headline import Headlines
from reportedly.reading.speakers import Speakers
from reportedly.reading.stance import Stances
from reportedly.reading.voice import Voices
from reportedly.values import Certainty
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Headline

STAGES = (Speakers(), Stances(), Certainties())


def headline(pipeline: Pipeline, text: str, **about: str) -> Headline | None:
    """Return the headline of a marked text beside its body."""
    made = marked(pipeline, text, STAGES, **about)
    made = dataclasses.replace(made, voice=Voices()(made).voice)
    return Headlines()(made).headline


@pytest.mark.parametrize(
    ("body", "certainty", "stronger"),
    [
        ("[Ana Ferro] <said> {the storm may have destroyed the pier}.", Certainty.POSSIBLE, True),
        ("[Ana Ferro] <said> {she believed the storm destroyed the pier}.", Certainty.BELIEVED, True),
        ("[]<Reportedly>, {the storm destroyed the pier}.", Certainty.HEARSAY, True),
        ("[The port] <denied> {that the storm destroyed the pier}.", Certainty.DISPUTED, True),
        ("[Ana Ferro] <said> {the storm destroyed the pier}.", Certainty.STATED, False),
    ],
)
def test_a_headline_may_be_surer_than_the_body(
    pipeline: Pipeline,
    body: str,
    certainty: Certainty,
    stronger: bool,  # noqa: FBT001
) -> None:
    """A headline that states is stronger than a body that hedges, hears it said or denies it."""
    found = headline(pipeline, f"Storm destroyed pier\n\n{body}")
    assert found is not None
    assert found.words.text == "Storm destroyed pier"
    assert "pier" in found.body.text
    assert (found.certainty, found.body_certainty, found.stronger) == (Certainty.STATED, certainty, stronger)
    assert found.made_by.stage == "headline"
    assert found.made_by.reason


@pytest.mark.parametrize(
    "above", ["Storm may have destroyed pier", "Storm reportedly destroyed pier", "Storm destroyed pier?"]
)
def test_a_headline_that_hedges_is_not_stronger(pipeline: Pipeline, above: str) -> None:
    """The headline's own hedge, or question, counts."""
    found = headline(pipeline, f"{above}\n\n[Ana Ferro] <said> {{the storm may have destroyed the pier}}.")
    assert found is not None
    assert not found.stronger


def test_the_surest_statement_counts(pipeline: Pipeline) -> None:
    """Of several that say the same the surest is set beside the headline."""
    hedged = "[Jo Berg] <said> {the storm might have destroyed the pier}."
    found = headline(pipeline, f"Storm destroyed pier\n\n{hedged} [Ana Ferro] <said> {{the storm destroyed the pier}}.")
    assert found is not None
    assert found.body.text == "the storm destroyed the pier"
    assert not found.stronger


def test_what_the_report_says_itself_counts(pipeline: Pipeline) -> None:
    """A headline is not stronger than a body that says the same in its own voice."""
    body = "[Ana Ferro] <said> {the storm may have destroyed the pier}. The storm destroyed the pier."
    text = f"Storm destroyed pier\n\n{body}"
    found = headline(pipeline, text)
    assert found is not None
    assert not found.stronger


def test_a_title_that_is_not_in_the_text(pipeline: Pipeline) -> None:
    """Without a headline in the text the report's title is compared."""
    body = "[Ana Ferro] <said> {the storm may have destroyed the pier}."
    found = headline(pipeline, body, title="Storm destroyed pier")
    assert found is not None
    assert found.words.text == found.words.within == "Storm destroyed pier"
    assert found.stronger


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[Ana Ferro] <said> {the storm may have destroyed the pier}.",
        "Ferry sinks\n\n[Ana Ferro] <said> {the storm may have destroyed the pier}.",
        "Storm destroyed pier\n\n[The mayor] <declined to say> {whether the storm destroyed the pier}.",
    ],
)
def test_without_a_headline_or_what_says_the_same_nothing_is_compared(pipeline: Pipeline, text: str) -> None:
    """What says nothing of the kind is not set beside a headline."""
    assert headline(pipeline, text) is None


@settings(max_examples=60)
@given(data=st.data(), title=st.none() | st.text(max_size=20))
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject, title: str | None) -> None:
    """Whatever the statements of a text, what is set beside the headline is one of them."""
    made = draw_reading(data, pipeline, prose())
    made = dataclasses.replace(made, report=dataclasses.replace(made.report, title=title))
    for stage in STAGES:
        made = dataclasses.replace(made, statements=stage(made).statements or made.statements)
    found = Headlines()(dataclasses.replace(made, voice=Voices()(made).voice)).headline
    if found is not None:
        assert found.words
        assert made.statement(found.statement).content == found.body
