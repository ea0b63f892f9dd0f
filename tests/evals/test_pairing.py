"""Statements are paired with those of careful readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.gold import Document, Hop, Statement
from evals.pairing import alike, paired, same_chain
from reportedly import values
from reportedly.reading.statements import state
from reportedly.values import MadeBy, Passage, Report

if TYPE_CHECKING:
    from evals.gold import Spans

TEXT = "Ferro said the pier was closed. Berg denied that it was closed. The ministry did not respond."


def spans(words: str) -> Spans:
    """Return where words stand in the text."""
    return [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []


def gold(source: str, cue: str, content: str) -> Statement:
    """Return a statement as a reader would have it."""
    return Statement(spans(source), spans(cue), spans(content), None, [], "asserts", "stated", "positive", "past")


def read(source: str, cue: str, content: str) -> values.Statement:
    """Return a statement as a pipeline would find it."""
    parts = (Passage.of(TEXT, spans(words)) for words in (source, cue, content))
    return state(Report(text=TEXT), *parts, parent=None, confidence=1.0, made_by=MadeBy("test", "1"))


def pairs(expected: list[Statement], found: list[values.Statement]) -> list[values.Statement | None]:
    """Return what was read for each statement of gold."""
    return [pair.read for pair in paired(Document("d", Report(text=TEXT), tuple(expected), len(TEXT)), found)]


def test_the_same_words_are_the_same_statement() -> None:
    """Each statement is paired with the one of its own source and content, whatever the order."""
    one, other = ("Ferro", "said", "the pier was closed"), ("Berg", "denied", "that it was closed")
    found = [read(*other), read(*one)]
    assert pairs([gold(*one), gold(*other)], found) == [found[1], found[0]]


def test_another_source_or_content_is_another_statement() -> None:
    """Half the content with the source, or the content with another source, is not found."""
    expected = [gold("Ferro", "said", "the pier was closed")]
    assert pairs(expected, [read("Berg", "said", "the pier was closed")]) == [None]
    assert pairs(expected, [read("Ferro", "said", "the pier")]) == [None]


def test_one_without_content_is_known_by_its_cue() -> None:
    """A non-answer is found by its source and cue, and each is taken once."""
    silent = ("The ministry", "did not respond", "")
    found = read(*silent)
    assert pairs([gold(*silent), gold(*silent)], [found]) == [found, None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Ferro", "Ana Ferro", True),
        ("the Harbour Office", "Harbour Office", True),
        ("Ana Ferro", "Ferro", True),
        ("Ana Ferro", "Jo Berg", False),
        ("officials", "", False),
        ("", "", True),
        ("he", "he", True),
    ],
)
def test_names_are_alike_when_most_of_their_words_are(one: str, other: str, *, same: bool) -> None:
    """Articles and titles do not count, half of the words do, and no name is like none only."""
    assert alike(one, other) is same


def test_chains_are_the_same_hop_by_hop() -> None:
    """A chain needs as many hops, each of the same name; the publisher's name is not compared."""
    document = Document("d", Report(text=TEXT), (), len(TEXT))
    speaker = values.Speaker(
        id="x",
        name=values.Finding("Ferro", Passage(TEXT), MadeBy("test", "1")),
        kind=values.Finding(values.SpeakerKind.PERSON, Passage(TEXT), MadeBy("test", "1")),
        named=True,
    )
    hop = values.Hop(speaker=speaker, words=Passage(TEXT), cue=Passage(TEXT), made_by=MadeBy("test", "1"))
    assert same_chain(document, [Hop(), Hop(spans("Ferro"))], [hop, hop])
    assert not same_chain(document, [Hop(), Hop(spans("Berg"))], [hop, hop])
    assert not same_chain(document, [Hop()], [hop, hop])
