"""The stage of quantities, from a text to intervals."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.numbers.tables import table
from reportedly.reading.numbers.vague import READINGS
from reportedly.reading.quantities import Quantities
from reportedly.values import (
    Along,
    Bound,
    MadeBy,
    Passage,
    Quantity,
    QuantityRole,
    Reading,
    Report,
    Tally,
    TimeType,
    Trend,
    When,
)
from tests.reading.anything import prepared
from tests.reading.attributed import marked
from tests.strategies import AWKWARD

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

PHRASES = [
    *(each.words for each in READINGS),
    *(words for side in ("before", "after") for listed in table("bounds")[side].values() for words in listed),
    *("twelve 20-24 1.5 million $40bn half one 2019 2-1 12:30 % km tonnes people soldiers of them and to from".split()),
    "12 May",
    "up 19 per cent",
    "three of them",
    "as of Monday",
    "a year or two",
    "Berg said the pier was shut.",
]
TEXTS = st.lists(st.sampled_from(PHRASES) | AWKWARD | st.text(max_size=6), max_size=14).map(" ".join)


def quantities(pipeline: Pipeline, text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text."""
    return Quantities()(prepared(pipeline, Reading(Report(text=text)))).quantities or ()


def one(pipeline: Pipeline, text: str) -> Quantity:
    """Return the only quantity of a text."""
    (found,) = quantities(pipeline, text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "value", "bound"),
    [
        ("The blast killed twelve soldiers.", "twelve", 12, 12, 12, Bound.EXACTLY),
        ("The blast killed about 30 soldiers.", "about 30", None, None, 30, Bound.ABOUT),
        ("The blast killed some 200 soldiers.", "some 200", None, None, 200, Bound.ABOUT),
        ("The blast killed nearly 30 soldiers.", "nearly 30", None, 30, 30, Bound.ABOUT),
        ("The blast killed more than 12 soldiers.", "more than 12", 12, None, 12, Bound.MORE_THAN),
        ("The blast killed at least 12 soldiers.", "at least 12", 12, None, 12, Bound.AT_LEAST),
        ("The blast killed no fewer than 12 soldiers.", "no fewer than 12", 12, None, 12, Bound.AT_LEAST),
        ("The blast killed 12 or more soldiers.", "12 or more", 12, None, 12, Bound.AT_LEAST),
        ("The blast killed 20-plus soldiers.", "20-plus", 20, None, 20, Bound.AT_LEAST),
        ("The blast killed fewer than 12 soldiers.", "fewer than 12", None, 12, 12, Bound.LESS_THAN),
        ("The blast killed as many as 30 soldiers.", "as many as 30", None, 30, 30, Bound.AT_MOST),
        ("The blast killed no more than 30 soldiers.", "no more than 30", None, 30, 30, Bound.AT_MOST),
        ("The blast killed at least an estimated 12 men.", "at least an estimated 12", 12, None, 12, Bound.AT_LEAST),
        ("The blast killed between 20 and 24 soldiers.", "between 20 and 24", 20, 24, None, Bound.BETWEEN),
        ("The blast killed 20 to 24 soldiers.", "20 to 24", 20, 24, None, Bound.BETWEEN),
        ("The blast killed 20-24 soldiers.", "20-24", 20, 24, None, Bound.BETWEEN),
        ("Each lorry took from 12 to 14 soldiers.", "from 12 to 14", 12, 14, None, Bound.BETWEEN),
        ("The blast killed three or four soldiers.", "three or four", 3, 4, None, Bound.BETWEEN),
        ("The blast killed about 14 to 18 soldiers.", "about 14 to 18", 14, 18, None, Bound.ABOUT),
        ("The blast killed dozens of soldiers.", "dozens", 24, None, None, Bound.AT_LEAST),
        ("The blast killed a handful of soldiers.", "a handful", 3, 9, None, Bound.BETWEEN),
        ("The blast killed up to several hundred men.", "up to several hundred", None, None, None, Bound.AT_MOST),
        ("They will wait a day or two.", "a day or two", None, 2, 2, Bound.AT_MOST),
        ("The wall is taller than 3 metres.", "taller than 3 metres", 3, None, 3, Bound.MORE_THAN),
        ("The wall is no taller than 3 metres.", "no taller than 3 metres", None, 3, 3, Bound.AT_MOST),
        ("The ship cost $89 to $93 billion.", "$89 to $93 billion", 89e9, 93e9, None, Bound.BETWEEN),
        ("Fines of £1.5-2m are due.", "£1.5-2m", 1.5e6, 2e6, None, Bound.BETWEEN),
        ("It was -20 to -30 degrees there.", "-20 to -30 degrees", -30, -20, None, Bound.BETWEEN),
        ("There were zero deaths.", "zero", 0, 0, 0, Bound.EXACTLY),
        ("Fines of $200 to $4 million are due.", "$200 to $4 million", 200, 4e6, None, Bound.BETWEEN),
        ("The depot burned for over three weeks.", "over three weeks", 3, None, 3, Bound.MORE_THAN),
        ("The depot burned down over three weeks.", "three weeks", 3, 3, 3, Bound.EXACTLY),
    ],
)
def test_intervals(  # noqa: PLR0913, PLR0917 - a quantity is this many things
    pipeline: Pipeline, text: str, words: str, low: float | None, high: float | None, value: float | None, bound: Bound
) -> None:
    """A number, its bound and its range give an interval, and the words have all that it was read from."""
    found = one(pipeline, text)
    assert (found.words.text, found.low, found.high, found.value, found.bound) == (words, low, high, value, bound)


def test_readings_of_ours_are_told(pipeline: Pipeline) -> None:
    """Where another reader might read a vague word otherwise, the reason says so."""
    assert "a reading of ours" in str(one(pipeline, "A handful of men left.").made_by.reason)
    assert "a reading of ours" not in str(one(pipeline, "Dozens of men left.").made_by.reason)


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("The index was up 19 per cent.", Trend.UP),
        ("Prices rose by 3 dollars.", Trend.UP),
        ("Sales fell about 12%.", Trend.DOWN),
        ("The firm cut its staff by 40.", Trend.DOWN),
        ("There was an increase of 5% in thefts.", Trend.UP),
        ("The index was at 19 per cent.", None),
        ("Sales fell to 12%.", None),
        ("Gunners shot down 12 drones.", None),
        ("They gave up 12 villages.", None),
        ("The brigade lost 12 tanks.", None),
        ("Up to 12 men left.", None),
    ],
)
def test_trends(pipeline: Pipeline, text: str, trend: Trend | None) -> None:
    """Only the amount of a change has a trend, not what it leads to."""
    assert one(pipeline, text).trend is trend


def test_a_change_is_no_range(pipeline: Pipeline) -> None:
    """What something was and what it became are two quantities."""
    found = quantities(pipeline, "The toll rose from 12 to 20.")
    assert [(each.value, each.bound) for each in found] == [(12, Bound.EXACTLY), (20, Bound.EXACTLY)]


@pytest.mark.parametrize(
    ("text", "of", "role"),
    [
        ("They took 12 North Korean soldiers.", "North Korean soldiers", QuantityRole.COUNT),
        ("They took 12 wounded soldiers away.", "wounded soldiers", QuantityRole.COUNT),
        ("They counted 12 dead.", "dead", QuantityRole.COUNT),
        ("Tens of thousands of people left.", "people", QuantityRole.COUNT),
        ("About 60 per cent of its revenue is lost.", "revenue", QuantityRole.SHARE),
        ("Two-thirds of the houses burned.", "houses", QuantityRole.SHARE),
        ("The pipe took 50 litres of water.", "water", QuantityRole.MEASURE),
        ("They paid $800.", "", QuantityRole.MONEY),
        ("A 12-year-old boy fell.", "boy", QuantityRole.AGE),
        ("A woman aged 30 fell.", "", QuantityRole.AGE),
    ],
)
def test_what_is_counted(pipeline: Pipeline, text: str, of: str, role: QuantityRole) -> None:
    """The noun behind a number, with its modifiers, is what it counts."""
    found = one(pipeline, text)
    assert (found.of.text, found.role) == (of, role)


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 12 May 2024.",
        "It happened in 2019, and between 2014 and 2017.",
        "It happened at 5pm, or at 7.30 a.m.",
        "It happened on May 3-5.",
        "Article 5 and Resolution 1701 hold.",
        "COVID-19 came back.",
        "The S&P 500 closed.",
        "He lives at 16 Elm Street.",
        "Call 555-010-7462.",
        "They won 2-1 by a 2-to-1 vote.",
        "The one he wanted was gone.",
        "There was zero tolerance.",
        "No one saw one another.",
        "It was the third day of the 21st week.",
        "They sell the new Pono 11 there.",
        "A five-year plan was made.",
        "1. Open the door.\n2. Leave.",
        "See https://example.org/a/12?b=34",
        "She wrote in the 1990s.",
    ],
)
def test_what_is_no_quantity(pipeline: Pipeline, text: str) -> None:
    """Dates, times, names, scores, ordinals and pronouns count nothing."""
    assert quantities(pipeline, text) == ()


def test_parts_know_their_whole(pipeline: Pipeline) -> None:
    """A part is one of the number before ("three of them", "including two") or behind ("three of the 90")."""
    text = "Twelve people died, three of them children, including two girls; three of the 90 houses burned."
    found = quantities(pipeline, text)
    assert [(each.words.text, each.part_of.text, each.role is QuantityRole.PART) for each in found] == [
        ("Twelve", "", False),
        ("three", "Twelve", True),
        ("two", "Twelve", True),
        ("three", "90", True),
        ("90", "", False),
    ]
    assert [each.of.text for each in found] == ["people", "children", "girls", "houses", "houses"]


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Another 12 men died.", Tally.NEW),
        ("Twelve more bodies were found.", Tally.NEW),
        ("A total of 12 men died.", Tally.CUMULATIVE),
        ("So far 12 men died.", Tally.CUMULATIVE),
        ("The fire has so far killed 12 men.", Tally.CUMULATIVE),
        ("Twelve men have died to date.", Tally.CUMULATIVE),
        ("It brought the total to 12.", Tally.CUMULATIVE),
        ("Twelve men died.", None),
        ("So far it has cost $12.", None),
    ],
)
def test_tallies(pipeline: Pipeline, text: str, tally: Tally | None) -> None:
    """Words around a count tell whether it is of those that were added or of all."""
    assert one(pipeline, text).tally is tally


def test_when_it_held(pipeline: Pipeline) -> None:
    """What stands behind "as of" dates the quantities of its sentence, and no others."""
    text = "As of Monday evening, 12 men and 30 boys were missing. Two were found."
    assert [each.as_of.text for each in quantities(pipeline, text)] == ["Monday evening", "Monday evening", ""]


def test_times_that_were_read_are_kept_out(pipeline: Pipeline) -> None:
    """A number in a date that the stage of times found is none, whatever it looks like."""
    text = "On the eve of 12 fell the rest."
    made = prepared(pipeline, Reading(Report(text=text)))
    place = text.index("12")
    when = When(
        words=Passage.of(text, [(place, place + 2)]),
        type=TimeType.DATE,
        timex="2024-05-12",
        edtf=None,
        role=None,
        event=Passage(text),
        made_by=MadeBy("times", "1"),
    )
    assert len(Quantities()(made).quantities or ()) == 1
    assert Quantities()(dataclasses.replace(made, times=(when,))).quantities == ()


def test_statements_have_theirs(pipeline: Pipeline) -> None:
    """A statement has the quantities that stand in its words, and the report has all."""
    read = marked(pipeline, "[Berg] <said> {12 men left}. Thirty stayed.", (Quantities(),))
    assert [each.words.text for each in read.quantities] == ["12", "Thirty"]
    assert [each.words.text for each in read.statements[0].quantities] == ["12"]


def test_a_bound_is_of_the_number_before_it() -> None:
    """A word may stand between a number and its bound, but not another number."""
    found = Quantities()(Reading(Report(text="dozens several or more"), words=Along())).quantities
    assert found is not None
    assert [each.words.text for each in found] == ["dozens", "several or more"]


def test_it_reads_without_words() -> None:
    """A text whose words nobody found has its numbers all the same."""
    found = Quantities()(Reading(Report(text="More than 12 men left."), words=Along())).quantities
    assert found is not None
    assert [(each.words.text, each.of.text) for each in found] == [("More than 12", "")]


def _check(made: Reading) -> None:
    """Check what holds of the quantities of any text."""
    found = Quantities()(made).quantities
    assert found is not None
    text, last = made.report.text, 0
    for each in found:
        for passage in (each.words, each.of, each.part_of, each.as_of):
            assert passage.texts == tuple(text[span.start : span.end] for span in passage.spans)
        extent = each.words.extent
        assert extent is not None
        assert last <= extent.start
        last = extent.end
        assert each.made_by.stage == "quantities"
        assert str(each.made_by.reason).endswith(".")
        if each.low is not None and each.high is not None:
            assert each.low <= each.high
            assert (each.low == each.high) == (each.bound is Bound.EXACTLY)
        if each.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
            assert each.high is None
        if each.bound in {Bound.LESS_THAN, Bound.AT_MOST}:
            assert each.low is None
        if each.value is not None and each.bound is Bound.ABOUT:
            assert each.low is None  # never more precise than "about"


@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_is_read(pipeline: Pipeline, text: str) -> None:
    """Whatever the text: words of it, in order and apart, with an interval no narrower than its bound allows."""
    _check(prepared(pipeline, Reading(Report(text=text))))


@settings(max_examples=200)
@given(text=TEXTS)
def test_any_text_without_words_is_read(text: str) -> None:
    """The same holds where neither words nor sentences are known."""
    _check(Reading(Report(text=text)))


@pytest.mark.parametrize(
    "text", ["7" * 200_000, "12 " * 20_000, "1-2-" * 20_000, "a year or two " * 5_000, "as of " * 30_000]
)
def test_long_runs_are_read(text: str) -> None:
    """Long runs of numbers and of words around them are read as any others."""
    _check(Reading(Report(text=text)))
