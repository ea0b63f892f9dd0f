"""What ids in a story stand for."""

from __future__ import annotations

import pytest

from reportedly.claims.claim import Story
from reportedly.claims.entry import Entry
from reportedly.exchange.register import UNDATED, Register
from reportedly.values import Moment
from tests.building import reading
from tests.cli.claimed import HEADLINE, LIEN, PAGE, RETOLD, STORY, WIRE, of

REGISTER = Register(STORY)


def test_reports_statements_and_speakers_are_found() -> None:
    """By the ids that claims give them."""
    entry = REGISTER.entry(WIRE.report.id)
    assert entry is not None
    assert entry.reading is WIRE
    assert REGISTER.statement(WIRE.report.id, WIRE.statements[0].id) is WIRE.statements[0]
    speaker = REGISTER.speaker(LIEN.id)
    assert speaker is not None
    assert speaker.name is not None
    assert speaker.name.value == "Odd Lien"


def test_what_is_not_in_the_story_is_not_known() -> None:
    """Nothing is made up for it."""
    assert [REGISTER.entry("r0"), REGISTER.publisher("r0"), REGISTER.speaker(None)] == [None] * 3
    assert REGISTER.statement(RETOLD.report.id, HEADLINE.proposition.statement) is None
    assert REGISTER.statement("r0", WIRE.statements[0].id) is None
    assert REGISTER.when("r0") == UNDATED


def test_spans_of_a_title_are_told_from_those_of_the_text() -> None:
    """A headline may be only in the title."""
    assert REGISTER.words_in(RETOLD.report.id, HEADLINE.proposition.words) == "title"
    assert REGISTER.words_in(RETOLD.report.id, of(RETOLD).proposition.words) == "text"


@pytest.mark.parametrize(
    ("published", "modified", "known_from", "shown"),
    [
        ("2025", None, None, "2025"),
        ("2025-03", None, None, "2025-03"),
        ("2025-03-04", None, None, "2025-03-04"),
        ("2025-03-04T00:00Z", None, None, "2025-03-04 00:00"),
        ("2025-03-04T13:00+01:00", None, None, "2025-03-04 12:00"),
        ("2025-03-04", "2025-03-05T09:30:20Z", "2025-03-05T09:30:20Z", "2025-03-05 09:30"),
        ("2025-03-04", None, "2025-03-07T10:00:00Z", "2025-03-07"),
    ],
)
def test_a_time_is_no_more_precise_than_it_is_stated(
    published: str, modified: str | None, known_from: str | None, shown: str
) -> None:
    """A date has no hour, and an hour is in UTC."""
    made = reading("A ship.", published=Moment(published), modified=Moment(modified) if modified else None)
    story = Story(id="y", entries=(Entry.of(made, known_from),), edges=(), claims=())
    assert Register(story).when(made.report.id) == shown


def test_a_report_without_a_date_is_undated() -> None:
    """When it came tells nothing on when it appeared."""
    assert REGISTER.when(PAGE.report.id) == UNDATED
