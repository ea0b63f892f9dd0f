"""What a reading comes to."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from reportedly.exchange.summary import Summary, percent, surer
from reportedly.values import Stance, Voice
from tests.building import found, reading, speaker, understood
from tests.strait import strait
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading

TEXT = "Ann denied it. Ann said no."


def test_statements_and_different_speakers_are_counted() -> None:
    """One who speaks twice is one speaker, named or not."""
    made = reading(TEXT, [(("Ann", 0), "denied", "it"), (("Ann", 1), "said", "no")])
    ann = speaker(TEXT, ("Ann", 0), named=False)
    for index, stance in enumerate((Stance.DENIES, Stance.ASSERTS)):
        made = understood(made, index, speaker=ann, stance=found(TEXT, stance))
    summary = Summary.of(made)
    assert summary == Summary(statements=2, speakers=1, unnamed=1, denials=1, unanswered=0)
    assert summary.phrases() == ["2 statements", "1 speaker, 1 unnamed", "1 denial"]


def test_a_report_in_a_line() -> None:
    """The line says how many there are of each, and how much of the text is bare."""
    assert " · ".join(Summary.of(strait()).phrases()) == (
        "3 statements · 2 speakers, 1 unnamed · 2 unanswered · 10% bare"
    )


def test_what_was_not_read_is_not_told() -> None:
    """Without speakers, stances and voice there are statements only; a voice without sentences is none."""
    assert Summary.of(reading("It rained.")).phrases() == ["No statements found"]
    made = reading(TEXT, [(("Ann", 0), "denied", "it")])
    assert Summary.of(dataclasses.replace(made, voice=Voice())).phrases() == ["1 statement"]


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0%"), (0.004, "<1%"), (0.125, "12%"), (0.996, ">99%"), (0.97, "97%"), (1, "100%")]
)
def test_what_is_not_quite_none_or_all_does_not_look_like_it(share: float, shown: str) -> None:
    """A share is a whole per cent, save at the ends."""
    assert percent(share) == shown


def test_a_surer_headline_is_told_with_the_statement() -> None:
    """The headline is set beside the body by the number of the statement, and only where it sounds surer."""
    made = strait()
    assert made.headline
    numbers = {made.headline.statement: 7}
    assert surer(made.headline, numbers) == (
        "The headline sounds surer than the body: stated, where statement 7 is possible."
    )
    assert surer(dataclasses.replace(made.headline, stronger=False), numbers) == ""
    assert surer(made.headline, {}) == ""
    assert surer(None, numbers) == ""


@given(readings())
def test_counts_hold_together(made: Reading) -> None:
    """There are no more unnamed than speakers, and no more speakers, denials or open questions than statements."""
    summary = Summary.of(made)
    assert 0 <= summary.unnamed <= summary.speakers <= summary.statements
    assert summary.denials + summary.unanswered <= summary.statements
    assert (summary.bare is None) == (summary.hedged is None) == (summary.attributed is None)
