"""The verb that governs a time, and its tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.timex.context import Tense
from reportedly.reading.timex.found import Found
from reportedly.reading.timex.governing import Governing
from reportedly.reading.timex.scanning import scan
from reportedly.values import Along, Reading, Report
from tests.reading.anything import prepared

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def governed(pipeline: Pipeline, text: str) -> tuple[str, Tense]:
    """Return the verb that governs "Tuesday", and its tense."""
    made = prepared(pipeline, Reading(Report(text=text)))
    governing = Governing(text, made.words, made.sentences)
    scanned = scan(text, ())
    place = next(number for number, each in enumerate(scanned.lexemes) if each.low == "tuesday")
    found = Found(scanned, place, place + 1)
    verb = governing.verb(found.lexemes[0].start, found.lexemes[0].end)
    return ("" if verb is None else governing.low(verb)), governing.tense(found)


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The board resigned on Tuesday.", "resigned", Tense.PAST),
        ("On Tuesday, the board resigned and the rest left.", "resigned", Tense.PAST),
        ("The board will resign on Tuesday.", "resign", Tense.FUTURE),
        ("The board would resign on Tuesday.", "resign", Tense.FUTURE),
        ("The board is meeting on Tuesday.", "meeting", Tense.FUTURE),
        ("The board was meeting on Tuesday.", "meeting", Tense.PAST),
        ("The board plans to meet on Tuesday.", "meet", Tense.FUTURE),
        ("The board had to meet on Tuesday.", "meet", Tense.PAST),
        ("The meeting is scheduled for Tuesday.", "scheduled", Tense.FUTURE),
        ("The board meets on Tuesday.", "meets", Tense.UNKNOWN),
        ("The mayor said the board may meet on Tuesday.", "meet", Tense.FUTURE),
        ("The mayor said on Tuesday that the board may meet.", "said", Tense.PAST),
        ("Tuesday", "", Tense.UNKNOWN),
    ],
)
def test_the_nearest_verb_of_the_clause_governs(pipeline: Pipeline, text: str, verb: str, tense: Tense) -> None:
    """The nearest verb that no comma, conjunction or mark parts from the time says whether it is past or coming."""
    assert governed(pipeline, text) == (verb, tense)


def test_without_words_nothing_governs() -> None:
    """A text of which no words were read has no verbs."""
    text = "on Tuesday"
    governing = Governing(text, Along(), Along())
    found = Found(scan(text, ()), 1, 2)
    assert governing.tense(found) is Tense.UNKNOWN
    assert governing.event(3, 10) is None
    assert (governing.pos_before(found), governing.pos_after(found)) == ("", "")
