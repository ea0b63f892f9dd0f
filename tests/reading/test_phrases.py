"""Noun phrases before a verb and behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.phrases import Phrases
from reportedly.values import Report

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def phrases(pipeline: Pipeline, text: str) -> Phrases:
    """Return what looks for phrases in a text."""
    reading = pipeline.read(Report(text=text))
    return Phrases(text, reading.words, reading.sentences)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The ministry did not respond.", "did", "The ministry"),
        ("On Monday she declined to comment.", "declined", "she"),
        ("Ana Ferro, a spokeswoman for the port, declined to comment.", "declined", None),
        ("The oldest of the three had told him.", "had", "The oldest of the three"),
        ("A retired officer of the navy could not be reached.", "could", "A retired officer of the navy"),
        ("The company's lawyers would not comment.", "would", "The company's lawyers"),
        ("Rain. Nothing was said.", "Nothing", None),
    ],
)
def test_the_subject_is_the_phrase_right_before(pipeline: Pipeline, text: str, verb: str, expected: str | None) -> None:
    """Articles, owners and what hangs on a noun belong to it; a sentence's beginning has none before it."""
    found = phrases(pipeline, text).subject(text.index(verb))
    if expected is None:
        assert found is None or text[found.start : found.end].startswith("Ana Ferro")
    else:
        assert found is not None
        assert text[found.start : found.end] == expected


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("He told the Evening Post on Monday.", "told ", "Evening Post"),
        ("It was confirmed by three other officials.", "by ", "three other officials"),
        ("He told her so.", "told ", None),
    ],
)
def test_the_object_is_the_phrase_right_behind(
    pipeline: Pipeline, text: str, behind: str, expected: str | None
) -> None:
    """The article is left out; a pronoun is no noun phrase."""
    found = phrases(pipeline, text).object(text.index(behind) + len(behind))
    assert (None if found is None else text[found.start : found.end]) == expected


def test_the_rest_ends_with_the_sentence(pipeline: Pipeline) -> None:
    """What stands behind a place goes to the end of its sentence, without the marks at either end, or to a limit."""
    text = "It was not clear, he said, who fired. Nobody knew."
    found = phrases(pipeline, text)
    rest = found.rest(text.index("clear") + len("clear"))
    assert rest is not None
    assert text[rest.start : rest.end] == "he said, who fired"
    limited = found.rest(0, text.index(", he"))
    assert limited is not None
    assert text[limited.start : limited.end] == "It was not clear"
    cut = found.until(rest, (",",))
    assert text[cut.start : cut.end] == "he said"
    assert found.rest(len(text)) is None
