"""Whose a report's sentences are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.voice import Voices
from reportedly.values import Voice
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

SAID = "[Ana Ferro] <said> on Monday {that the pier was shut}."
HEDGED = "[]The pier was <reportedly> {shut on Monday}."
BARE = "The pier lies in the north of Tamsin Bay."


def voice(pipeline: Pipeline, text: str, **about: Any) -> tuple[Voice, list[str]]:  # noqa: ANN401 - whatever a Report takes
    """Return the voice of a marked text, and the sentences in the report's own."""
    made = marked(pipeline, text, **about)
    found = Voices()(made).voice
    assert found is not None
    return found, [made.report.text[span.start : span.end] for span in found.sentences]


def test_the_shares_add_up_to_one(pipeline: Pipeline) -> None:
    """What is attributed, hedged and bare is told by its length."""
    found, sentences = voice(pipeline, f"{SAID} {HEDGED} {BARE}")
    assert sentences == [BARE]
    assert found.attributed + found.hedged + found.bare == pytest.approx(1)
    plain = len("Ana Ferro said on Monday that the pier was shut."), len("The pier was reportedly shut on Monday.")
    assert found.attributed == pytest.approx(plain[0] / (sum(plain) + len(BARE)))
    assert found.hedged == pytest.approx(plain[1] / (sum(plain) + len(BARE)))


def test_a_long_sentence_is_its_main_verb_s(pipeline: Pipeline) -> None:
    """A sentence whose main verb is a cue is attributed, however little else of it is marked."""
    text = (
        "[She] <denied> {it} on the steps of the court in Tamsin Bay after a long and rather stormy hearing on Monday."
    )
    assert voice(pipeline, text)[0].attributed == 1
    other = "The mayor, whom [] <is> {said to} dislike boats, opened the new harbour on Monday in the pouring rain."
    assert voice(pipeline, other)[0].bare == 1


@pytest.mark.parametrize(
    "line",
    [
        "By Ilse Varrandt",
        "By Ilse Varrandt, who covers the port.",
        "What we know",
        "(Reporting by Ilse Varrandt; editing by Ruth Amsel.)",
        "Photo by Jon Petrell.",
        "Read more: the port that nobody wants.",
        "“I have seen them,” he added later.",
        "A quiet morning.",
    ],
)
def test_what_is_no_sentence_of_the_report_is_left_out(pipeline: Pipeline, line: str) -> None:
    """Bylines, headings, captions, links, verbless lines and quoted words are nobody's."""
    assert voice(pipeline, f"{BARE}\n\n{line}\n\n{BARE}")[1] == [BARE, BARE]


def test_the_headline_is_left_out(pipeline: Pipeline) -> None:
    """The first line is no sentence where it is the headline."""
    assert voice(pipeline, f"Pier shuts after storm\n\n{BARE}")[1] == [BARE]
    assert voice(pipeline, f"The pier shuts.\n\n{BARE}", title="The pier shuts.")[1] == [BARE]


def test_a_text_without_sentences_has_no_shares(pipeline: Pipeline) -> None:
    """Where nothing is told, nothing is shared out."""
    assert voice(pipeline, "") == (Voice(), [])


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """The shares of any text add up to 1 or are all 0, and bare sentences are there for a share."""
    made = draw_reading(data, pipeline, prose())
    found = Voices()(made).voice
    assert found is not None
    total = found.attributed + found.hedged + found.bare
    assert total == pytest.approx(1) or found == Voice()
    assert bool(found.sentences) == (found.bare > 0)
    assert set(found.sentences) <= {type(span)(span.start, span.end) for span in found.sentences}
