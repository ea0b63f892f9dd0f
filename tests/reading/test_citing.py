"""Statements of those who are quoted or cited by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.chain import Chains
from reportedly.reading.citing import Citing
from reportedly.reading.speakers import Speakers
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

_SHUT = "the port was shut"


@pytest.mark.parametrize(
    ("text", "source", "cue", "outlet"),
    [
        (
            "[The Evening Post] <quoted> {a supplier as saying that the port was shut}.",
            "a supplier",
            "quoted … as saying",
            "Evening Post",
        ),
        (
            "[Norrpress] <was quoted> {Ana Ferro}. Ana Ferro was quoted by Norrpress as saying the port was shut.",
            "Ana Ferro",
            "was quoted … as saying",
            "Norrpress",
        ),
        (
            "[The Evening Post] <reported> that {the port was shut}, citing two officials.",
            "two officials",
            "reported … citing",
            "Evening Post",
        ),
        (
            "{The port was shut}, [the Evening Post] <reported> on Monday, citing two officials.",
            "two officials",
            "reported … citing",
            "Evening Post",
        ),
        (
            "Citing two officials, [the Evening Post] <reported> that {the port was shut}.",
            "two officials",
            "Citing … reported",
            "Evening Post",
        ),
        (
            "The port was shut, [the Evening Post] reported, <citing> {two officials}.",
            "two officials",
            "reported … citing",
            "Evening Post",
        ),
    ],
)
def test_the_words_are_those_of_whoever_is_cited(
    pipeline: Pipeline, text: str, source: str, cue: str, outlet: str
) -> None:
    """Whoever is quoted or cited is the source, and the outlet that does it is a hop."""
    read = marked(pipeline, text, [Citing(), Speakers(), Chains()])
    made = next(one for one in read.statements if one.made_by.stage == "citing")
    assert (made.source.text, made.cue.text) == (source, cue)
    assert made.content.text.lower() == _SHUT
    passer = made.chain[1].speaker
    assert passer.name is not None
    assert passer.name.value == outlet
    assert made.chain[-1].speaker == made.speaker


def test_who_is_quoted_by_nobody_in_particular_has_no_hop_before(pipeline: Pipeline) -> None:
    """One who "was quoted as saying" something has the words, and nobody is known to have passed them on."""
    text = "[] <was quoted as saying> {the port was shut}."
    read = marked(pipeline, f"Ana Ferro {text}", [Citing(), Speakers(), Chains()])
    (made,) = read.statements
    assert made.source.text == "Ana Ferro"
    assert [hop.speaker.id for hop in made.chain[1:]] == [made.speaker.id if made.speaker else None]


def test_what_was_lost_before_citing_is_found(pipeline: Pipeline) -> None:
    """One who vouches for it keeps the words; what is cited only supports them."""
    text = "The dam may fail, Ana Ferro said, [Ana Ferro] <citing> {survivors}."
    read = marked(pipeline, text.replace(", [Ana Ferro] <citing>", ", [] <citing>"), [Citing()])
    (made,) = read.statements
    assert (made.source.text, made.cue.text, made.content.text) == ("Ana Ferro", "said", "The dam may fail")


def test_a_reason_that_is_cited_is_a_statement_of_its_own(pipeline: Pipeline) -> None:
    """Who cites a reason and nobody's words says two things."""
    text = "{The dam may fail}, [Ana Ferro] <said>, [] <citing> {the heavy rain}."
    assert len(marked(pipeline, text, [Citing()]).statements) == len(marked(pipeline, text).statements)


def test_what_stands_within_goes_under_what_takes_the_place(pipeline: Pipeline) -> None:
    """A statement within a content stays within it when the statement around gets another source."""
    text = "[The Evening Post] <reported> that {[a foreman] <had warned> {the port was shut}}, citing two officials."
    read = marked(pipeline, text, [Citing()])
    (outer,) = (one for one in read.statements if one.parent is None)
    (inner,) = (one for one in read.statements if one.parent is not None)
    assert outer.made_by.stage == "citing"
    assert inner.parent == outer.id
