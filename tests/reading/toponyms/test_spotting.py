"""What may be the name of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.gazetteer import packaged
from reportedly.reading.toponyms.spotting import Spotter
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

SPOTTER = Spotter(packaged())


def spotted(pipeline: Pipeline, text: str) -> set[str]:
    """Return the possible names in a text."""
    return {text[one.start : one.end] for one in SPOTTER.spot(marked(pipeline, text))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rain fell on New York City and on York.", {"New York City", "New York", "York"}),
        ("It is in Stoke-on-Trent.", {"Stoke-on-Trent"}),
        ("He went to the Isle of Man.", {"Isle of Man"}),
        ("Fires near Fresno, Calif., spread.", {"Fresno", "Calif."}),
        ("OSLO was quiet.", {"OSLO"}),
    ],
)
def test_names_of_several_words_are_spotted(pipeline: Pipeline, text: str, names: set[str]) -> None:
    """Longer and shorter names are all proposed: which stays is decided later."""
    assert names <= spotted(pipeline, text)


@pytest.mark.parametrize(
    ("text", "name"), [("He told us so.", "us"), ("They went in.", "in"), ("It was oslo.", "oslo")]
)
def test_small_words_are_no_names(pipeline: Pipeline, text: str, name: str) -> None:
    """A name has a capital."""
    assert name not in spotted(pipeline, text)


def test_a_name_does_not_run_over_a_paragraph(pipeline: Pipeline) -> None:
    """Words of two paragraphs are no name."""
    assert "New\nYork" not in spotted(pipeline, "It is New\n\nYork is old.")


def test_an_abbreviation_is_no_town(pipeline: Pipeline) -> None:
    """The country is meant by US, though a village is called Us."""
    text = "The US left."
    (one,) = [each for each in SPOTTER.spot(marked(pipeline, text)) if text[each.start : each.end] == "US"]
    assert one.found is not None
    assert [packaged().record(place).name for place in one.found.places.tolist()] == ["United States"]


def test_a_generic_last_word_may_be_left_out() -> None:
    """A town with its municipality is looked up as the town, where the gazetteer lacks it as a whole."""
    assert SPOTTER.find("Bergen Municipality") is not None
    assert SPOTTER.find("Qwertz Township") is None
