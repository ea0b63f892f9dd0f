"""How certain a statement is made to sound, and whether it says that something is so or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.certainty import Certainties
from reportedly.reading.stance import Stances
from reportedly.values import SpeakerKind
from tests.reading.phrasing import phrased

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Statement


def read(pipeline: Pipeline, phrase: str, kind: SpeakerKind | None = None) -> Statement:
    """Return the statement of a phrase with its certainty."""
    return phrased(pipeline, phrase, [Stances(), Certainties()], kind=kind)


def certainty(statement: Statement) -> str:
    """Return a statement's certainty."""
    assert statement.certainty is not None
    assert statement.certainty.made_by.stage == "certainty"
    assert statement.certainty.made_by.reason
    return statement.certainty.value.value


def polarity(statement: Statement) -> str:
    """Return a statement's polarity."""
    assert statement.polarity is not None
    return statement.polarity.value.value


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The owner | said | the bridge was closed", "stated"),
        ("The owner | said | the bridge may have been closed", "possible"),
        ("The owner | said | it was possible that the wall would hold", "possible"),
        ("The owner | said | the boat that might sink was old", "stated"),
        ("The owner | said | she could not see the boat", "stated"),
        ("The owner | said | “ I think the pump failed", "believed"),
        ("The owner | said | the pump had probably failed", "believed"),
        ("The owner | said | voters believed the rumour", "stated"),
        ("The owner | said | the pump seemed to have failed", "suspected"),
        ("The owner | said | the pump failed, though it appeared to run", "stated"),
        ("The owner | said | if confirmed, the find would be the oldest", "conditional"),
        ("The owner | said | the river would rise", "predicted"),
        ("The owner | said | “ The river will rise", "predicted"),
        ("The owner | said | a foreman had told her that they were guests", "hearsay"),
        ("The owner | said | it was not clear who dug the trench", "unclear"),
        ("Residents | fear | that the road will go", "believed"),
        ("Papers | suggest | that the visit was short", "suspected"),
        ("The bureau | expects | rain", "predicted"),
        ("The union | alleged | that the gate was locked", "stated"),
        ("The union | called for | an inquiry that may last", "stated"),
        ("The ministry | could not confirm | what may have sunk", "stated"),
        (" | It was not clear | who gave the order", "unclear"),
        (" | reportedly | the crew was paid in cash", "hearsay"),
        ("Geologists | remain divided over | the cause", "disputed"),
        ("Published reports | say | that the well is dry", "hearsay"),
    ],
)
def test_the_weakest_word_of_the_main_clause_counts(pipeline: Pipeline, phrase: str, expected: str) -> None:
    """The cue and the content's main clause tell; clauses that hang on it do not."""
    assert certainty(read(pipeline, phrase)) == expected


def test_what_is_promised_is_stated(pipeline: Pipeline) -> None:
    """An act of one's own is no prediction, unless it depends on something."""
    kind = SpeakerKind.ORGANISATION
    assert certainty(read(pipeline, "The railway | said | it would reopen the line", kind)) == "stated"
    assert certainty(read(pipeline, "The railway | said | it would reopen if paid", kind)) == "conditional"


def test_the_reporters_hedge_is_kept_apart(pipeline: Pipeline) -> None:
    """What the reporter adds does not weaken what the speaker says; without a speaker it is the certainty."""
    told = read(pipeline, "Ferro | reportedly told | the crew that the pump had failed")
    assert told.hedge is not None
    assert told.hedge.value.value == "hearsay"
    assert told.hedge.words.text == "reportedly"
    assert certainty(told) == "stated"
    nobody = read(pipeline, " | reportedly | the pump had failed")
    assert nobody.hedge is None
    assert certainty(nobody) == "hearsay"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The owner | said | the bridge was closed", "positive"),
        ("The owner | said | the bridge was not closed", "negative"),
        ("The owner | said | no troops were there", "negative"),
        ("The owner | said | the bridge, which was not old, was closed", "positive"),
        ("The army | denied | that its guns had fired", "negative"),
        ("The army | denied | that no guns had fired", "positive"),
        ("The guide | does not expect | the river to rise", "negative"),
        ("The judge | warned | officials not to destroy papers", "negative"),
        ("The bank | did not respond to | a letter that was not signed", "positive"),
        ("The bank | declined to say | whether it had not paid", "positive"),
    ],
)
def test_polarity(pipeline: Pipeline, phrase: str, expected: str) -> None:
    """A denying cue or a negated main clause makes a statement negative, both together positive; no non-answer is."""
    assert polarity(read(pipeline, phrase)) == expected


def test_the_words_are_those_that_tell(pipeline: Pipeline) -> None:
    """Certainty and polarity keep the words they were read from, none where nothing tells."""
    weak = read(pipeline, "The owner | said | the bridge may not hold")
    assert weak.certainty is not None
    assert weak.certainty.words.text == "may not hold"
    assert weak.polarity is not None
    assert weak.polarity.words.text == "not"
    plain = read(pipeline, "The owner | said | the bridge holds")
    assert plain.certainty is not None
    assert not plain.certainty.words
