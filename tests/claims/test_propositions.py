"""What a report says, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from reportedly.claims.propositions import propositions
from reportedly.values import Report
from reportedly.values.plain import plain_reading
from reportedly.values.restoring import restore
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from reportedly.claims.proposition import Proposition
    from reportedly.reading import Pipeline

TEXT = """Two dead in warehouse fire in Bergen

A warehouse burned down in Bergen on 3 March 2023. The owner is the shipping firm Aldra Lines.

Police said that two people had died. The firm denied that the doors had been locked.

Reporting by Mara Holt in Bergen.
"""


@pytest.fixture(scope="module")
def made(pipeline: Pipeline) -> list[Proposition]:
    """Return the propositions of the text."""
    return propositions(pipeline.read(Report(text=TEXT, publisher="Harbour Notes")))


def one(made: list[Proposition], words: str) -> Proposition:
    """Return the proposition with some words."""
    (found,) = [each for each in made if words in each.text]
    return found


def test_the_headline_comes_first_and_is_marked(made: list[Proposition]) -> None:
    """The headline is a proposition of its own, and the only one that is marked as one."""
    assert [each.headline for each in made] == [True] + [False] * (len(made) - 1)
    assert made[0].text == "Two dead in warehouse fire in Bergen"


def test_a_bare_sentence_is_the_reports_own(made: list[Proposition]) -> None:
    """A sentence outside all statements has no statement and no speaker, and its circumstances are those in it."""
    fire = one(made, "burned down")
    assert fire.statement is None
    assert fire.speaker is None
    assert [place.name for place in fire.places] == ["Bergen"]
    assert fire.times == ("2023-03-03",)
    assert one(made, "The owner").names == ("aldra lines",)


def test_a_statement_gives_its_content(made: list[Proposition]) -> None:
    """A statement's content has the statement's speaker, polarity and quantities."""
    dead = one(made, "two people had died")
    assert dead.statement is not None
    assert dead.speaker is not None
    assert not dead.negated
    assert [(each.low, each.high, each.counted) for each in dead.quantities] == [(2.0, 2.0, "people")]
    assert one(made, "had been locked").negated


def test_who_worked_on_it_says_nothing(made: list[Proposition]) -> None:
    """A sign-off is no proposition."""
    assert not any("Mara Holt" in each.text for each in made)


def test_a_publisher_behind_the_title_is_cut(pipeline: Pipeline) -> None:
    """A title outside the text is the headline, without the publisher's name."""
    report = Report(text=TEXT.split("\n", 2)[2], title="Two die in a fire | Harbour Notes", publisher="Harbour Notes")
    first = propositions(pipeline.read(report))[0]
    assert first.headline
    assert first.text == "Two die in a fire"
    assert first.words.within == report.title


def test_a_reading_from_a_ledger_says_the_same(pipeline: Pipeline, made: list[Proposition]) -> None:
    """What a ledger leaves out of a reading changes nothing."""
    report = Report(text=TEXT, publisher="Harbour Notes")
    assert propositions(restore(plain_reading(pipeline.read(report)), report)) == made


@settings(deadline=None, max_examples=40)
@given(text=TEXTS)
def test_any_text_gives_words_of_its_own(pipeline: Pipeline, text: str) -> None:
    """Whatever the text, each proposition has an id of its own and words of the report."""
    found = propositions(pipeline.read(Report(text=text)))
    assert len({each.id for each in found}) == len(found)
    assert all(each.words.within == text and each.spans for each in found)
