"""Whether a response covers less than its claim."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from reportedly.claims.responding import respond
from reportedly.values import Answer, Moment, Stance, TimeRole, TimeType, When
from tests.building import RULED, passage
from tests.claims.parts import alike, entries_of, member
from tests.ledger.told import told

if TYPE_CHECKING:
    from reportedly.claims.claim import Response
    from reportedly.values import Reading


def said() -> Reading:
    """Return the report of the claim."""
    text = "Ida Holm said the firm got a letter on the leaking dam."
    return told(text, "Ida Holm", "said", "the firm got a letter on the leaking dam", published=Moment("2025-03-03"))


def answer(content: str, stance: Stance = Stance.DENIES) -> Reading:
    """Return a report in which somebody answers it."""
    text = f"Ole Dahl insisted {content}."
    return told(text, "Ole Dahl", "insisted", content, stance=stance, published=Moment("2025-03-04"))


def only(one: Reading, other: Reading) -> Response:
    """Return the only response to what the first report says."""
    entries = entries_of(one, other)
    first = next(iter(entries.values()))
    ((found,),) = respond([[member(first, first.reading.statements[0].content.text)]], entries, alike)
    return found


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("the firm got no letter on the leaking dam", None),
        ("the firm got nothing: no note, no letter on the dam", None),
        ("there is no plan for a letter on the leaking dam", None),
        ("no letter on the leaking dam reached the board", "no report of the claim tells of 'board'"),
        ("no lawyers have got a letter on the leaking dam", "no report of the claim tells of 'lawyers'"),
        ("the firm got no official letter on the leaking dam", "'official' narrows it"),
    ],
)
def test_what_no_report_of_the_claim_tells_of_narrows(content: str, why: str | None) -> None:
    """A denial of a part, of a kind or of somebody else is narrower, and says by what; one of the whole is not."""
    found = only(said(), answer(content))
    assert found.narrower is (why is not None)
    assert [reason for reason in found.reasons if "narrower" in reason] == ([f"it is narrower: {why}"] if why else [])


def dated(made: Reading, words: str, edtf: str) -> Reading:
    """Return a reading with a time in its only statement."""
    text = made.report.text
    nothing = passage(text, None)
    when = When(
        words=passage(text, words),
        type=TimeType.DATE,
        timex=edtf,
        edtf=edtf,
        role=TimeRole.AT,
        event=nothing,
        made_by=RULED,
    )
    statement = dataclasses.replace(made.statements[0], times=(when,))
    return dataclasses.replace(made, statements=(statement,), times=(when,))


@pytest.mark.parametrize(
    ("words", "edtf", "narrower"), [("this summer", "2025-22", True), ("this year", "2025", False)]
)
def test_another_time_narrows(words: str, edtf: str, *, narrower: bool) -> None:
    """Who denies it for the summer says nothing of October; who denies it for the year does."""
    text = "Ida Holm said the ward will close in October."
    one = dated(told(text, "Ida Holm", "said", "the ward will close in October"), "October", "2025-10")
    other = dated(answer(f"the ward will not close {words}"), words, edtf)
    assert only(one, other).narrower is narrower


def test_the_reading_of_a_report_may_tell() -> None:
    """What the report's own reading calls narrower is."""
    made = answer("the firm got no letter on the leaking dam")
    (statement,) = made.statements
    link = Answer(
        statement=None,
        words=statement.content,
        narrower=True,
        made_by=dataclasses.replace(RULED, reason="by its words"),
    )
    made = dataclasses.replace(made, statements=(dataclasses.replace(statement, answers=link),))
    found = only(said(), made)
    assert found.narrower
    assert "it is narrower: by its words" in found.reasons


def test_who_cannot_confirm_one_part_leaves_the_rest() -> None:
    """To leave open the number of letters is narrower than to leave open the letter; a confirmation never is."""
    part = only(said(), answer("the number of letters on the leaking dam", Stance.CANNOT_CONFIRM))
    whole = only(said(), answer("that the firm got a letter on the leaking dam", Stance.CANNOT_CONFIRM))
    confirmed = only(said(), answer("the board got a letter on the leaking dam", Stance.CONFIRMS))
    assert (part.narrower, whole.narrower, confirmed.narrower) == (True, False, False)
