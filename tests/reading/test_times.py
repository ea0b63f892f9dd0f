"""When things happen: the stage, on sentences of our own."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.times import Times
from reportedly.values import Moment, Passage, Predicate, Reading, Report, TimeRole, TimeType
from tests.reading.anything import draw_reading, prepared, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import When

SATURDAY = "2023-08-12"
NARRATIVE = (
    "The siege of Halven began on 3 March 1641. In April 1641 the bridge fell. By the spring of 1642 the town starved. "
    "In June, relief came by boat. Two days later it left. The walls were razed in 1643. In November, snow fell. "
    "In January, the river froze. The peace was signed on 4 May 1644."
)
SENTENCES = (
    "The pier was shut on Tuesday.",
    "Ferries sail every Monday at 5 p.m. until 3 October 2023.",
    "Berg said on Friday that the dam, built in the 1990s, had leaked for two and a half years.",
    "Prices rose by a tenth in the third quarter of last year, about three weeks ago, and late on Wednesday night.",
    "KALVIK, 12 August 2023 - The 12-year-old boy was found overnight.",
    "In 480 BC, on 28 and 29 February, from March to May 2019, by 31/12/2020, in '99, at 14:00 (GMT +8).",
)


def times(pipeline: Pipeline, text: str, published: str | None = SATURDAY) -> tuple[When, ...]:
    """Return the times of a text."""
    moment = None if published is None else Moment(published)
    made = prepared(pipeline, Reading(Report(text=text, published=moment)))
    return Times()(made).times or ()


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("The pier was shut on Tuesday.", "Tuesday", "2023-08-08", "2023-08-08"),
        ("The pier will reopen on Tuesday.", "Tuesday", "2023-08-15", "2023-08-15"),
        ("The pier reopened last Tuesday.", "last Tuesday", "2023-08-08", "2023-08-08"),
        ("The vote was scheduled for Tuesday.", "Tuesday", "2023-08-15", "2023-08-15"),
        ("The port has been shut since August.", "August", "2023-08", "2023-08/.."),
        ("Talks will run until Friday.", "Friday", "2023-08-18", "../2023-08-18"),
        ("She arrived late on Tuesday.", "late on Tuesday", "2023-08-08", "2023-08-08"),
        ("The roof fell in December.", "December", "2022-12", "2022-12"),
        ("The roof will be mended in March.", "March", "2024-03", "2024-03"),
        ("He moved there around 1990.", "around 1990", "1990", "1990~"),
        ("He left the navy three years ago.", "three years ago", "2020", "2020"),
        ("It rained earlier this month.", "earlier this month", "2023-08", "2023-08"),
        ("The bridge opened in mid-2021.", "mid-2021", "2021", "2021"),
        ("The bridge opened in early October 2021.", "early October 2021", "2021-10", "2021-10"),
        ("It was built in the late 1990s.", "the late 1990s", "199", "199X"),
        ("It has stood since the 1990s.", "the 1990s", "199", "1990~/.."),
        ("It was built in the 19th century.", "the 19th century", "18", "18XX"),
        ("It sold well in the first half of 2023.", "the first half of 2023", "2023-H1", "2023-01/2023-06"),
        ("It sold well in Q2 2023.", "Q2 2023", "2023-Q2", "2023-04/2023-06"),
        (
            "Sales fell in the fourth quarter of last year.",
            "the fourth quarter of last year",
            "2022-Q4",
            "2022-10/2022-12",
        ),
        ("They met last week.", "last week", "2023-W31", "2023-07-31/2023-08-06"),
        ("They met yesterday.", "yesterday", "2023-08-11", "2023-08-11"),
        ("They met last winter.", "last winter", "2022-WI", "2022-24"),
        ("They met in the autumn of 2020.", "the autumn of 2020", "2020-FA", "2020-23"),
        ("It snowed on Christmas Eve 2022.", "Christmas Eve 2022", "2022-12-24", "2022-12-24"),
        ("It snowed on Easter Monday.", "Easter Monday", "2023-04-10", "2023-04-10"),
        ("It was signed on May 10, 1940.", "May 10, 1940", "1940-05-10", "1940-05-10"),
        ("It was signed on 1 September 1939.", "1 September 1939", "1939-09-01", "1939-09-01"),
        ("It was signed on 10 May.", "10 May", "2023-05-10", "2023-05-10"),
        ("It was signed on 2023-05-06.", "2023-05-06", "2023-05-06", "2023-05-06"),
        ("It was signed on 13/04/2023.", "13/04/2023", "2023-04-13", "2023-04-13"),
        ("It was signed on 03/04/2023.", "03/04/2023", "2023-XX-XX", "2023"),
        ("They fought in 480 BC.", "480 BC", "BC0480", "-0479"),
        ("They fought in the 480s BC.", "the 480s BC", "BC048", "-0488/-0479"),
        ("The siren rang at 14:00 GMT on Monday.", "14:00 GMT", "2023-08-07T14:00Z", "2023-08-07T14:00Z"),
        ("The siren rang at 5 p.m. Tuesday.", "5 p.m. Tuesday", "2023-08-08T17:00", "2023-08-08T17:00"),
        ("The siren rang on Tuesday morning.", "Tuesday morning", "2023-08-08TMO", "2023-08-08"),
        ("The siren rang last night.", "last night", "2023-08-11TNI", "2023-08-11"),
        ("The siren rang at 6 o'clock this evening.", "6 o'clock this evening", "2023-08-12T18:00", "2023-08-12T18:00"),
        ("The siren rings at noon.", "noon", "2023-08-12T12:00", "2023-08-12T12:00"),
        ("The siren rang at midnight.", "midnight", "2023-08-12T24:00", "2023-08-12"),
        (
            "The siren rang at 6:40 p.m. (GMT +8).",
            "6:40 p.m. (GMT +8)",
            "2023-08-12T18:40+08",
            "2023-08-12T18:40+08:00",
        ),
        ("The board is meeting on Tuesday.", "Tuesday", "2023-08-15", "2023-08-15"),
        ("The next weekend it rained.", "The next weekend", "2023-W33-WE", "2023-08-19/2023-08-20"),
        ("The board met at the weekend.", "the weekend", "2023-W32-WE", "2023-08-12/2023-08-13"),
        (
            "Sales fell in April, unlike in the same month a year ago.",
            "the same month a year ago",
            "2022-04",
            "2022-04",
        ),
        ("It was in May and June 1940.", "May", "1940-05", "1940-05"),
        ("It lasted from 1914-18.", "18", "1918", "1918"),
        ("He left in the summer of '69.", "'69", "1969", "1969"),
        ("It was found in the fourth century BC.", "the fourth century BC", "BC03", "-0398/-0299"),
        ("It was found in AD 43.", "AD 43", "0043", "0043"),
        ("He left at the end of the year.", "the end of the year", "2023", "2023"),
        ("The depot burnt overnight.", "overnight", "2023-08-12TNI", "2023-08-12"),
        ("The deal, signed last year, ends in December.", "December", "2023-12", "2023-12?"),
    ],
)
def test_times_on_the_calendar(pipeline: Pipeline, text: str, words: str, value: str, edtf: str) -> None:
    """A time has its words, its value and its place on the calendar, told from the publication."""
    assert (words, value, edtf) in [(each.words.text, each.timex, each.edtf) for each in times(pipeline, text)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("They waited for two years.", "two years", TimeType.DURATION, "P2Y"),
        ("They waited for two and a half years.", "two and a half years", TimeType.DURATION, "P2.5Y"),
        ("They waited for more than three weeks.", "more than three weeks", TimeType.DURATION, "P3W"),
        ("They waited for several days.", "several days", TimeType.DURATION, "PXD"),
        ("They waited for days.", "days", TimeType.DURATION, "PXD"),
        ("Over the past three weeks it rained.", "the past three weeks", TimeType.DURATION, "P3W"),
        ("A 12-year-old boy was hurt.", "12-year-old", TimeType.DURATION, "P12Y"),
        ("After a 50-year career he left.", "50-year", TimeType.DURATION, "P50Y"),
        ("It rose in the last week.", "the last week", TimeType.DURATION, "P1W"),
        ("It will rise over the next year.", "the next year", TimeType.DURATION, "P1Y"),
        ("In the first ten months of 2022 it rose.", "the first ten months of 2022", TimeType.DURATION, "P10M"),
        ("They waited for half an hour.", "half an hour", TimeType.DURATION, "PT0.5H"),
        ("Several years ago it fell.", "Several years ago", TimeType.DATE, "PAST_REF"),
        ("Every other day it rains.", "Every other day", TimeType.SET, "P2D"),
        ("It rains every summer.", "every summer", TimeType.SET, "XXXX-SU"),
        ("It was a 90-minute film.", "90-minute", TimeType.DURATION, "PT90M"),
        ("It was a years-long feud.", "years-long", TimeType.DURATION, "PXY"),
        ("Ferries sail every Monday.", "every Monday", TimeType.SET, "XXXX-WXX-1"),
        ("They make 15 boats a year.", "a year", TimeType.SET, "P1Y"),
        ("They pay ten crowns per month.", "per month", TimeType.SET, "P1M"),
        ("The report comes out annually.", "annually", TimeType.SET, "P1Y"),
        ("They meet once every two years.", "every two years", TimeType.SET, "P2Y"),
        ("He is currently at sea.", "currently", TimeType.DATE, "PRESENT_REF"),
        ("It was common in the past.", "the past", TimeType.DATE, "PAST_REF"),
        ("It may happen in the future.", "the future", TimeType.DATE, "FUTURE_REF"),
    ],
)
def test_times_off_the_calendar(pipeline: Pipeline, text: str, words: str, kind: TimeType, value: str) -> None:
    """Durations, sets and vague times have a value, and no place on the calendar."""
    found = [(each.words.text, each.type, each.timex, each.edtf) for each in times(pipeline, text)]
    assert (words, kind, value, None) in found


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The pier was shut on Tuesday.", "Tuesday", TimeRole.AT),
        ("The pier has been shut since Tuesday.", "Tuesday", TimeRole.SINCE),
        ("The pier is shut until Tuesday.", "Tuesday", TimeRole.UNTIL),
        ("The pier must be mended by Tuesday.", "Tuesday", TimeRole.UNTIL),
        ("The pier was shut before 2020.", "2020", TimeRole.BEFORE),
        ("The pier was shut after 2020.", "2020", TimeRole.AFTER),
        ("As of Monday, two piers were shut.", "Monday", TimeRole.AS_OF),
        ("The pier was shut for three weeks.", "three weeks", TimeRole.LASTING),
        ("The pier is shut every Monday.", "every Monday", TimeRole.REPEATED),
        ("A 12-year-old boy was hurt.", "12-year-old", TimeRole.AGE),
        ("They fought from 3 to 5 May.", "5 May", TimeRole.UNTIL),
        ("From Monday, shops must close.", "Monday", TimeRole.SINCE),
        ("Sales were down from March.", "March", None),
        ("It was Tuesday's second fire.", "Tuesday", None),
        ("They fought between April and June.", "April", TimeRole.SINCE),
    ],
)
def test_roles(pipeline: Pipeline, text: str, words: str, role: TimeRole | None) -> None:
    """The words before a time, or its own, tell what it is to what happens."""
    assert (words, role) in [(each.words.text, each.role) for each in times(pipeline, text)]


@pytest.mark.parametrize(
    "text",
    [
        "May I ask who may come?",
        "Theresa May spoke. The fall of the house was slow.",
        "They march on; 1500 people came and 2000 boats left.",
        "Resolution 1980 was read on page 2001.",
        "#Friday @monday AB2023 and the Black Monday crash",
        "Radio Today and the Morning Herald were read.",
        "It was a difficult day and not a week for jokes.",
        "",
    ],
)
def test_what_is_no_time(pipeline: Pipeline, text: str) -> None:
    """Verbs, names and counts that look like times are none."""
    assert times(pipeline, text) == ()


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The pier was shut on Tuesday.", None, "XXXX-WXX-2"),
        ("The pier was shut in October.", None, "XXXX-10"),
        ("The pier was shut last week.", None, "PAST_REF"),
        ("The pier was shut today.", None, "PRESENT_REF"),
        ("The pier was shut three weeks ago.", None, "PAST_REF"),
        ("The pier was shut on Tuesday.", "2023-08", "XXXX-WXX-2"),
        ("The pier was shut in October.", "2023", "XXXX-10"),
    ],
)
def test_what_is_not_known_is_not_guessed(pipeline: Pipeline, text: str, published: str | None, value: str) -> None:
    """Without a date of publication that is precise enough, what is told from it has no place on the calendar."""
    (found,) = times(pipeline, text, published)
    assert (found.timex, found.edtf) == (value, None)


@pytest.mark.parametrize(
    "text",
    ["KALVIK, 12 August 2023 - The pier was shut on Tuesday.", "Pier shut\nAugust 12, 2023\nIt was shut on Tuesday."],
)
def test_a_date_at_the_top_stands_for_the_publication(pipeline: Pipeline, text: str) -> None:
    """A dateline's date, or one alone in its line, is what the rest is told from where nothing better is known."""
    assert [each.timex for each in times(pipeline, text, None)] == [SATURDAY, "2023-08-08"]


@pytest.mark.parametrize("published", [SATURDAY, None])
def test_a_narrative_is_told_by_its_own_dates(pipeline: Pipeline, published: str | None) -> None:
    """In a text about times long past the year of a month is that of the last date, or the next one's."""
    found = {each.words.text: each.timex for each in times(pipeline, NARRATIVE, published)}
    assert found["June"] == "1642-06"
    assert found["November"] == "1643-11"
    assert found["January"] == "1644-01"


def test_the_next_day_is_told_from_the_last_date(pipeline: Pipeline) -> None:
    """In news, too, "the next day" and "that year" go on from what was named before."""
    found = times(pipeline, "He resigned on 3 March. The next day, the board met. That year, profits fell.")
    assert [each.timex for each in found] == ["2023-03-03", "2023-03-04", "2023"]


def test_a_time_says_why(pipeline: Pipeline) -> None:
    """The reason says from where a time was counted and what told the direction."""
    (found,) = times(pipeline, "The pier was shut on Tuesday.")
    assert found.made_by.reason == "the last Tuesday up to 12 August 2023, since the verb is in the past"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The harbour was shelled on Tuesday, officials said.", "shelled"),
        ("On Tuesday, the board resigned.", "resigned"),
        ("The minister will travel to Kalvik on Tuesday.", "travel"),
        ("Tuesday", ""),
        ("A 12-year-old boy was hurt.", ""),
    ],
)
def test_what_happens_then(pipeline: Pipeline, text: str, event: str) -> None:
    """The event of a time is the verb of its clause; an age has none."""
    assert times(pipeline, text)[0].event.text == event


def test_a_noun_that_is_a_predicate_happens_then(pipeline: Pipeline) -> None:
    """A predicate of the content right behind a time is what happened then."""
    made = marked(pipeline, "[Berg] <said> {Tuesday's explosion hurt two}.", published=Moment(SATURDAY))
    (statement,) = made.statements
    start = made.report.text.index("explosion")
    noun = Passage.of(made.report.text, [(start, start + len("explosion"))])
    predicate = Predicate(words=noun, value=3.0, readers=3.0, made_by=statement.made_by)
    made = dataclasses.replace(made, statements=(dataclasses.replace(statement, factuality=(predicate,)),))
    (found,) = Times()(made).times or ()
    assert found.event == noun


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("[Berg] <said> on Tuesday {that the pier was shut in March}.", "Tuesday", ["March"]),
        ("[Berg] <told> reporters late on Monday {the pier was shut}.", "late on Monday", []),
        ("On Tuesday, [Berg] <said> {the pier was shut}.", "Tuesday", []),
        ("{The pier will reopen on Friday}, [Berg] <said> on Tuesday.", "Tuesday", ["Friday"]),
        ("[Berg] <said> {the pier was shut on Tuesday}.", None, ["Tuesday"]),
        ("<According to> [a statement] on Tuesday, {the pier was shut}.", "Tuesday", []),
        ("[Berg] <said> {the pier was shut}. It rained on Tuesday.", None, []),
    ],
)
def test_when_it_was_said(pipeline: Pipeline, text: str, said: str | None, told: list[str]) -> None:
    """The time beside the cue is when it was said, and those in the content are what is told."""
    made = marked(pipeline, text, [Times()], published=Moment(SATURDAY))
    (statement,) = made.statements
    assert (statement.said_at.words.text if statement.said_at else None) == said
    assert [each.words.text for each in statement.times] == told


def finest(words: str) -> int:
    """Return how fine a date some words can tell: 1 for a year, 2 for a month, 3 for a day."""
    has_month = re.search(r"(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month", words)
    has_day = re.search(r"(?i)\b\d{1,2}(?:rd)?\b|day|night|morning|evening|noon|christmas|clock", words)
    return 3 if has_day else 2 if has_month else 1


@settings(max_examples=80)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Times are words of the text, in order, apart, with a reason; a statement's stand in it."""
    made = draw_reading(data, pipeline, prose(SENTENCES))
    published = data.draw(st.sampled_from([None, Moment("2023"), Moment("2023-08"), Moment(SATURDAY)]))
    made = dataclasses.replace(made, report=dataclasses.replace(made.report, published=published))
    proposal = Times()(made)
    found = proposal.times or ()
    text = made.report.text
    end = 0
    for each in found:
        (span,) = each.words.spans
        assert end <= span.start
        end = span.end
        assert each.words.text == text[span.start : span.end] == each.words.text.strip()
        assert each.made_by.reason
        assert each.timex
        assert each.type in {TimeType.DATE, TimeType.TIME} or each.edtf is None
    for statement in proposal.statements or ():
        assert set(statement.times) <= set(found)
        assert statement.said_at is None or statement.said_at in found


@settings(max_examples=80)
@given(
    words=st.lists(
        st.sampled_from(
            """in on since until early late mid - the last next this that end of May March 12 3rd 1990 2023 1990s 480 BC
            Tuesday morning week month year years two three several ago later and to from 5 p.m. 14:00 GMT , ( ) about
            every a half quarter first second century summer Christmas today yesterday now overnight past day days old
            '99 13/04/2023 weekend before after""".split()
        ),
        max_size=12,
    )
)
def test_a_time_is_never_finer_than_its_wording(pipeline: Pipeline, words: list[str]) -> None:
    """Words without a day give no day on the calendar, and words without a month no month."""
    for each in times(pipeline, " ".join(words)):
        if each.edtf is None or "/" in each.edtf or re.search(r"-2[1-4]\b", each.edtf):
            continue
        fine = each.edtf.lstrip("-").rstrip("?~%").split("T")[0].count("-") + 1
        assert fine <= finest(each.words.text) or each.type is TimeType.TIME, (each.words.text, each.edtf)


@pytest.mark.parametrize("piece", ["7", "the ", "one ", "May ", "1,111", "3 to ", "a year ago ", "-", "the x "])
def test_long_texts_of_one_piece_are_read(piece: str) -> None:
    """Texts that repeat one word of time for long raise nothing."""
    made = Reading(Report(text=piece * 3000, published=Moment(SATURDAY)))
    assert Times()(made).times is not None
