"""What words do to a claim where no stance tells."""

from __future__ import annotations

import pytest

from reportedly.claims.by_words import behind, by_words
from reportedly.values import Passage, Stance
from tests.building import passage


@pytest.mark.parametrize(
    ("text", "stance", "about"),
    [
        (
            "We had no report from the post and cannot confirm that a car came.",
            Stance.CANNOT_CONFIRM,
            " that a car came",
        ),
        ("I do not know what the mayor said.", Stance.CANNOT_CONFIRM, " what the mayor said"),
        ("I can't say if it is so.", Stance.CANNOT_CONFIRM, " if it is so"),
        ("We wrote to the mill, and we have had no reply.", Stance.NO_RESPONSE, None),
        ("The mill had still not replied to our letter.", Stance.NO_RESPONSE, " to our letter"),
        ("I am not going to comment on the mill.", Stance.DECLINES_COMMENT, " on the mill"),
        ("That report was wrong and we withdraw it.", Stance.RETRACTS, None),
        ("An earlier version named another mill.", Stance.CORRECTS, None),
    ],
)
def test_words_answer(text: str, stance: Stance, about: str | None) -> None:
    """What the words do is read from them, and of a non-answer what it is about; the rest tells by its whole."""
    found = by_words(Passage.of(text, [(0, len(text))]))
    assert found is not None
    assert found[0] is stance
    assert found[1].text == (text if about is None else about)


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew from the mill, a report said.",
        "The mayor cannot confirm the appointment before May.",
        "The mill replied at once.",
        "The mayor knows the mill.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    """Who withdraws troops takes back no report, and what others cannot confirm is left to their statements."""
    assert by_words(Passage.of(text, [(0, len(text))])) is None


def test_what_stands_behind_a_refusal_is_what_it_is_about() -> None:
    """Of "could not confirm that it burst" the second half tells which claim is meant; else the whole does."""
    text = "he could not confirm that the dam burst. He went home"
    whole = passage(text, text)
    assert behind(whole, Stance.CANNOT_CONFIRM).text == " that the dam burst"
    assert behind(whole, Stance.NO_RESPONSE) == whole
    assert behind(Passage(text), Stance.NO_RESPONSE) == Passage(text)
