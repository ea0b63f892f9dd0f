"""Who does what a verb tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.subjects import Subjects
from tests.building import reading
from tests.reading.anything import prepared

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def subject(pipeline: Pipeline, text: str, verb: str) -> tuple[str, bool] | None:
    """Return the subject of a verb group in a text, and whether it shares it with another verb."""
    made = prepared(pipeline, reading(text))
    start = text.index(verb)
    found = Subjects(made).of(start, start + len(verb))
    return (text[found.span.start : found.span.end], found.shared) if found is not None else None


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The ministry declined to comment.", "declined", "The ministry"),
        ("The ministry on Monday declined to comment.", "declined", "The ministry"),
        ("In a letter, a spokesman for the port also declined to comment.", "declined", "a spokesman for the port"),
        ("Ana Ferro, the harbour master, would not say.", "would not say", "Ana Ferro, the harbour master"),
        (
            "A spokeswoman for the port, Jo Berg, declined to comment.",
            "declined",
            "A spokeswoman for the port, Jo Berg",
        ),
        ("He left on Monday, but his lawyer refused to comment.", "refused", "his lawyer"),
        ("Ferro, who declined to comment, left on Monday.", "declined", "Ferro"),
        ("TAMSIN BAY — The mayor declined to comment.", "declined", "The mayor"),
        ("The firm, for instance, would not say.", "would not say", "The firm"),
    ],
)
def test_a_verb_has_its_own_subject(pipeline: Pipeline, text: str, verb: str, expected: str) -> None:
    """It is found before the verb, with its appositions and without what only stands beside it."""
    assert subject(pipeline, text, verb) == (expected, False)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Ferro confirmed the sale but refused to say more.", "refused", "Ferro"),
        ("Ferro left the court, declining to comment.", "declining", "Ferro"),
    ],
)
def test_a_verb_may_share_its_subject(pipeline: Pipeline, text: str, verb: str, expected: str) -> None:
    """A second verb, or one in -ing, has the subject of the first."""
    assert subject(pipeline, text, verb) == (expected, True)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Declined to comment.", "Declined"),
        ("If the ministry declined to comment, nobody would know.", "declined"),
        ("They blamed Ferro for refusing to comment.", "refusing"),
    ],
)
def test_what_nobody_is_said_to_have_done_has_none(pipeline: Pipeline, text: str, verb: str) -> None:
    """Under an "if", behind "for", or with nobody there, no subject is found."""
    assert subject(pipeline, text, verb) is None
