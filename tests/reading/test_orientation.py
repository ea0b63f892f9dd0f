"""Where a content lies in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.certainty import Certainties
from reportedly.reading.orientation import Orientations
from reportedly.reading.stance import Stances
from reportedly.values import Report, SpeakerKind
from tests.reading.phrasing import phrased

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def orientation(pipeline: Pipeline, phrase: str, kind: SpeakerKind | None = None) -> str:
    """Return the orientation of a phrase."""
    found = phrased(pipeline, phrase, [Stances(), Certainties(), Orientations()], kind=kind).orientation
    assert found is not None
    assert found.made_by.stage == "orientation"
    assert found.made_by.reason
    return found.value.value


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The owner | said | the bridge was closed", "past"),
        ("The owner | said | the bridge was unsafe", "ongoing"),
        ("The owner | said | the bridge was unsafe in 1980", "past"),
        ("The owner | said | the bridge was empty when the train came", "past"),
        ("The owner | said | “ The bridge was unsafe", "past"),
        ("The owner | says | the bridge was unsafe", "past"),
        ("The owner | said | the firm knew the risk", "ongoing"),
        ("The owner | said | the firm was checking its files", "ongoing"),
        ("The owner | said | the crew had left", "past"),
        ("The owner | said | the pier had been shut since May", "ongoing"),
        ("The owner | said | “ Two men have died", "past"),
        ("The owner | said | “ They have been working here for years", "ongoing"),
        ("The owner | said | “ The bridge is closed", "ongoing"),
        ("The owner | said | the river would rise", "predicted"),
        ("The owner | said | “ The toll could rise", "predicted"),
        ("The owner | said | the boat may have sunk", "past"),
        ("The owner | said | the boat may be empty", "ongoing"),
        ("The owner | said | if confirmed, the find would be the oldest", "hypothetical"),
        ("The owner | said | “ It would have been a disaster", "hypothetical"),
        ("The union | called for | an inquiry", "planned"),
        ("The union | asked | whether the gate was open", "ongoing"),
        ("The bureau | expects | the river to rise", "predicted"),
        ("The bank | did not respond to | a letter", "past"),
        ("The Post | was unable to verify | the list", "ongoing"),
        ("The court | declined | to step in", "past"),
        ("Survivors | described | the crash", "past"),
        ("The council | rejected | a request to open the file", "planned"),
        ("She | blamed | him for leaving the door open", "past"),
        ("The owner | called | the list a forgery", "ongoing"),
        (" | are known | at least ten to have died", "past"),
        ("The log | shows | four cases that he won", "past"),
    ],
)
def test_the_main_clause_tells(pipeline: Pipeline, phrase: str, expected: str) -> None:
    """Tense, modal verb and condition of the main clause tell, seen from the report; of a noun, what it names."""
    assert orientation(pipeline, phrase) == expected


def test_ones_own_acts_are_planned(pipeline: Pipeline) -> None:
    """What the speaker's side will do is planned, unless it depends on something."""
    kind = SpeakerKind.ORGANISATION
    assert orientation(pipeline, "The railway | said | it would reopen the line", kind) == "planned"
    assert orientation(pipeline, "The railway | confirmed | it would reopen the line", kind) == "planned"
    assert orientation(pipeline, "The railway | said | it would reopen if paid", kind) == "hypothetical"


def test_a_headlines_present_tells_what_happened(pipeline: Pipeline) -> None:
    """In a first line without a full stop the present of an event is past, that of a state is not."""
    text = "Ferry sinks off Merrow, coastguard says\n\nThe ferry sank on Monday, the coastguard said."
    made = pipeline.read(Report(text=text))
    assert made.statements[0].orientation is not None
    assert made.statements[0].orientation.value == "past"


def test_what_only_points_back_has_the_time_of_what_it_points_to(pipeline: Pipeline) -> None:
    """Of "the owner denied it" the time is that of the statement before."""
    text = "Ferro said the crew would sail on Friday. The owner denied it."
    made = pipeline.read(Report(text=text))
    first, second = (statement.orientation for statement in made.statements)
    assert first is not None
    assert second is not None
    assert second.value is first.value
