"""Hops: who passes a statement's words on, from the publisher inward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import strategies

from reportedly.reading.chain import Chains
from reportedly.reading.speakers import Speakers
from reportedly.values import Certainty, Report
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Hop


def hops(pipeline: Pipeline, text: str, statement: int = -1, publisher: str | None = "The Merrow Herald") -> list[Hop]:
    """Return the hops of a statement of a marked text."""
    read = marked(pipeline, text, [Speakers(), Chains()], publisher=publisher)
    return list(read.statements[statement].chain)


def names(pipeline: Pipeline, text: str, statement: int = -1, publisher: str | None = "The Merrow Herald") -> list[str]:
    """Return the names of the hops behind the publisher."""
    chain = hops(pipeline, text, statement, publisher)
    return [hop.speaker.name.value if hop.speaker.name else "" for hop in chain[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ana Ferro] <said> {the port was shut}.", ["Ana Ferro"]),
        ("[Ana Ferro] <told> the Evening Post {the port was shut}.", ["Evening Post", "Ana Ferro"]),
        ("[Ana Ferro] <told> Radio Corvane {the port was shut}.", ["Radio Corvane", "Ana Ferro"]),
        ("[A senior official] <told> Reuters on Monday {the port was shut}.", ["Reuters", "senior official"]),
        ("{The port was shut}, [Ana Ferro] <said> in an interview with CNN.", ["CNN", "Ana Ferro"]),
        ("{The port was shut}, [Ana Ferro] <said> in an interview on Sunday with CNN.", ["CNN", "Ana Ferro"]),
        (
            "[The army] <said> in a statement carried by Norrpress Radio {the port was shut}.",
            ["Norrpress Radio", "army"],
        ),
        ('{The port was shut}, [Ana Ferro] <said> on "Morning Tide."', ["Morning Tide", "Ana Ferro"]),
        ("[Ana Ferro], quoted by the Evening Post, <said> {the port was shut}.", ["Evening Post", "Ana Ferro"]),
        ("[Ana Ferro] <told> her mother {the port was shut}.", ["Ana Ferro"]),
        ("[Ana Ferro] <told> reporters {the port was shut}.", ["Ana Ferro"]),
        ("{The port was shut}, <according to> [a letter] seen by the Evening Post.", ["Evening Post", "letter"]),
        ("{The port was shut}, <according to> [a list published by the Evening Post].", ["Evening Post", "list"]),
        ("{The port was shut}, <according to> [a list published by a clerk].", ["list"]),
        ("[] <Reportedly> {the port was shut}.", []),
    ],
)
def test_who_stands_between_publisher_and_speaker_is_a_hop(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    """An outlet, or whoever passed a document on, is a hop; whoever is merely told something is none."""
    assert names(pipeline, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Ferro] <told> the Merrow Herald {the port was shut}.",
        "[Ana Ferro] <told> the Herald {the port was shut}.",
        "[Ana Ferro] <told> this newspaper {the port was shut}.",
    ],
)
def test_the_publisher_is_no_second_hop(pipeline: Pipeline, text: str) -> None:
    """What is told to the publisher itself, in full or in short, has two hops."""
    assert names(pipeline, text) == ["Ana Ferro"]


def test_a_dateline_names_the_publisher_where_nothing_else_does(pipeline: Pipeline) -> None:
    """What is told to the agency of the dateline has two hops."""
    text = "LESSA, May 3 (Norrpress) - [Ana Ferro] <told> Norrpress {the port was shut}."
    assert names(pipeline, text, publisher=None) == ["Ana Ferro"]


def test_the_publisher_of_an_unnamed_report_is_a_publication_without_words(pipeline: Pipeline) -> None:
    """The first hop is always there; it has no name where the report tells none, and no words."""
    first, _ = hops(pipeline, "[Ana Ferro] <said> {the port was shut}.", publisher=None)
    assert first.speaker.name is None
    assert not first.speaker.named
    assert not first.words


def test_the_publisher_speaks_for_itself_in_one_hop(pipeline: Pipeline) -> None:
    """What the report's own newsroom says of itself has no other hop, and ends with its speaker."""
    text = "[The Merrow Herald] <could not verify> {the pictures}."
    read = marked(pipeline, text, [Speakers(), Chains()], publisher="The Merrow Herald")
    (statement,) = read.statements
    assert [hop.speaker for hop in statement.chain] == [statement.speaker]


def test_a_statement_within_another_has_the_outer_hops_first(pipeline: Pipeline) -> None:
    """The one within goes through whoever told of it, and through their outlet."""
    text = "[Jo Berg] <told> the Evening Post that {[a foreman] <had told> him {the gate was locked}}."
    assert names(pipeline, text, 0) == ["Evening Post", "Jo Berg"]
    assert names(pipeline, text, 1) == ["Evening Post", "Jo Berg", "foreman"]


def test_nobody_is_their_own_hop(pipeline: Pipeline) -> None:
    """Somebody who tells within their own words what they said has no second hop, nor has one without a source."""
    text = "[Jo Berg] <said> that {[he] <had warned> the council that {the gate was locked}}."
    assert names(pipeline, text, 1) == ["Jo Berg"]
    text = "[Jo Berg] <said> {it was [] <not clear> {who locked the gate}}."
    assert names(pipeline, text, 1) == ["Jo Berg"]


def test_an_outlet_belongs_to_those_who_go_on_in_the_same_paragraph(pipeline: Pipeline) -> None:
    """What the same speaker adds came by the same outlet; what another says did not."""
    text = "[Ana Ferro] <told> the Evening Post {the port was shut}. [She] <added> {the crew was safe}."
    assert names(pipeline, text) == ["Evening Post", "Ana Ferro"]
    text = "[Ana Ferro] <told> the Evening Post {the port was shut}. [Jo Berg] <said> {the crew was safe}."
    assert names(pipeline, text) == ["Jo Berg"]


def test_an_outlet_belongs_to_one_of_two_in_a_sentence(pipeline: Pipeline) -> None:
    """Of two who speak in one sentence only the one that told the outlet has it for a hop."""
    text = "[Ana Ferro] <told> the Evening Post {the port was shut}, while [Jo Berg] <said> {it was open}."
    assert names(pipeline, text, 0) == ["Evening Post", "Ana Ferro"]
    assert names(pipeline, text, 1) == ["Jo Berg"]


def test_the_report_may_doubt_that_it_was_said(pipeline: Pipeline) -> None:
    """The hop of somebody who "reportedly told" it is hearsay, and keeps the word."""
    *_, last = hops(pipeline, "[Ana Ferro] <reportedly told> the council {the port was shut}.")
    assert last.certainty is not None
    assert last.certainty.value is Certainty.HEARSAY
    assert last.certainty.words.text == "reportedly"


_WORDS = strategies.sampled_from(
    [
        '"',
        "told",
        "Ana Ferro",
        "the Evening Post",
        "that",
        "said",
        ",",
        ".",
        "citing",
        "quoted",
        "as saying",
        "by",
        "in",
    ]
)


@hypothesis.settings(max_examples=2500)
@hypothesis.given(text=strategies.text() | strategies.lists(_WORDS, max_size=40).map(" ".join))
def test_any_text_has_a_chain_for_every_statement(pipeline: Pipeline, text: str) -> None:
    """A chain begins with the publisher, ends with the speaker, and goes on where the one around it ends."""
    read = pipeline.read(Report(text=text))
    for statement in read.statements:
        outer = read.statement(statement.parent).chain if statement.parent else statement.chain[:1]
        assert statement.chain[: len(outer)] == outer or len(outer) == len(statement.chain) == 1
        for hop in statement.chain:
            assert hop.words.within == hop.cue.within == text
        if statement.speaker is not None:
            assert statement.speaker.id in {hop.speaker.id for hop in statement.chain}
