"""The stories of a ledger's reports, over SQLite and PostgreSQL."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from reportedly.claims import shelf as shelving
from reportedly.claims.alike import packaged_alike
from reportedly.claims.shelf import Shelf
from reportedly.claims.stories import Filed, Stories
from reportedly.claims.terms import terms_of
from reportedly.ledger import Ledger
from reportedly.values import Moment, Report
from tests.claims.papers import WordAlike, paper
from tests.claims.tale import BARE, MAYOR, TALE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportedly.reading import Pipeline
    from reportedly.values import Reading

CHOIR = paper("Evening Post", "2025-03-01T09:00Z", "A choir sang farewell songs. Letters come by air.")
HERRING = paper("Echo", "2025-03-01T11:00Z", "Buyers stayed away. Boats lay idle, and auctions were cancelled.")
EVERY = (*TALE, CHOIR, HERRING)
ONE = tuple(sorted(each.report.id for each in TALE))
"""The story of the bridge."""


def added(ledger: Ledger, readings: Sequence[Reading] = EVERY) -> Shelf:
    """Add reports to a ledger and file them, as adding does."""
    writer, shelf = ledger.writer(), Shelf(ledger)
    for each in readings:
        writer.add(each)
        shelf.file(each)
    return shelf


def stories(shelf: Shelf) -> set[tuple[str, ...]]:
    """Return the stories of all reports."""
    return {shelf.story_of(each.report.id) for each in EVERY}


def rows(ledger: Ledger) -> list[tuple[str, ...]]:
    """Return all that is kept of filings, without the numbers of rows."""
    asked = """
        SELECT report, begins, ends, known_from, packed, made_by FROM filings ORDER BY report;
        SELECT report, term, filed_by.begins FROM filed_by JOIN filings ON filings.key = filing ORDER BY report, term;
        SELECT a.report, b.report, odds FROM links JOIN filings a ON a.key = one JOIN filings b ON b.key = other
        ORDER BY a.report, b.report
    """
    with ledger._engine.connect() as connection:  # noqa: SLF001 - no view shows what is kept
        return [
            tuple(bytes(value).hex() if isinstance(value, (bytes, memoryview)) else str(value) for value in row)
            for query in asked.split(";")
            for row in connection.execute(sa.text(query))
        ]


@pytest.mark.usefixtures("word_alike")
def test_reports_of_one_event_are_one_story(ledger: Ledger) -> None:
    """Who shares words tells one story, and others tell theirs."""
    assert stories(added(ledger)) == {ONE, (CHOIR.report.id,), (HERRING.report.id,)}


@pytest.mark.usefixtures("word_alike")
def test_no_order_of_adding_changes_what_is_kept(new_place: Callable[[], str]) -> None:
    """Links depend on their two reports alone, so that what is kept is the same, whichever was there first."""
    short = paper("Echo", "2025-03-01T11:00Z", "Bridge!")
    kept = []
    for order in ([*EVERY, short], [short, *reversed(EVERY)], [*EVERY[3:], short, *EVERY[:3]]):
        with Ledger.open(new_place(), create=True) as ledger:
            shelf = added(ledger, order)
            kept.append((rows(ledger), stories(shelf)))
    assert kept[0] == kept[1] == kept[2]


def test_they_are_the_stories_that_are_told_without_a_ledger(ledger: Ledger, word_alike: WordAlike) -> None:
    """What is kept in a ledger gives what `Stories` gives in memory."""
    without = Stories(word_alike)  # type: ignore[arg-type]  # it gives odds, which is all that is asked for
    for each in EVERY:
        without.add(Filed(each.report.id, terms_of(each), each.report.published))
    assert sorted(stories(added(ledger))) == without.stories()


def test_a_report_that_is_added_touches_only_its_story(ledger: Ledger, word_alike: WordAlike) -> None:
    """It is compared with those that share its words, and with no other; the other stories stay as they were."""
    added(ledger, [*TALE, CHOIR])
    again = paper("Echo", "2025-03-01T11:00Z", "Choir sang farewell songs again. Letters come by air.")
    shelf = added(ledger, [again])
    assert word_alike.compared[-1] == 1
    assert shelf.story_of(again.report.id) == tuple(sorted((again.report.id, CHOIR.report.id)))
    assert shelf.story_of(MAYOR.report.id) == ONE


@pytest.mark.usefixtures("word_alike")
def test_as_of_an_hour_a_story_has_what_was_known(ledger: Ledger) -> None:
    """A report that came later is in no story of that hour."""
    added(ledger)
    then = Shelf(ledger, Moment("2025-03-01T12:00Z"))
    assert then.story_of(MAYOR.report.id) == tuple(sorted(each.report.id for each in TALE[:3]))


def test_a_report_that_is_not_filed_is_alone(ledger: Ledger) -> None:
    """Until somebody catches up, it tells a story of its own."""
    ledger.writer().add(BARE)
    assert Shelf(ledger).story_of(BARE.report.id) == (BARE.report.id,)


@pytest.mark.usefixtures("word_alike")
def test_too_many_links_are_cut_by_strength(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where more hang together than can be clustered, a report is with those nearest to it, and no more than that."""
    shelf = added(ledger)
    monkeypatch.setattr(shelving, "MOST", 2)
    found = shelf.story_of(MAYOR.report.id)
    assert MAYOR.report.id in found
    assert len(found) == 2
    assert set(found) < set(ONE)


REPORTS = [
    Report(
        text=f"Ferry drifts off Lessa\n\nThe ferry Halcyon drifted for {hours} hours off Lessa on Tuesday after a fire "
        f"in its engine room, the coast guard said. Mayor Ana Ferro told {paper_} that nobody was hurt.",
        publisher=paper_,
        published=Moment(when),
    )
    for hours, paper_, when in (
        ("nine", "Evening Post", "2025-03-04T08:00Z"),
        ("ten", "Island Dispatch", "2025-03-04T09:00Z"),
        ("nine", "Harbour Notes", "2025-03-05"),
    )
]


def test_catching_up_files_what_adding_files(new_place: Callable[[], str], pipeline: Pipeline) -> None:
    """Reports that were added without being filed are filed as at adding, names and all, and only once."""
    readings = list(pipeline.read_many(REPORTS))
    assert any(each.mentions for each in readings)
    kept = []
    for catching in (False, True):
        with Ledger.open(new_place(), create=True) as ledger:
            if catching:
                for each in readings:
                    ledger.writer().add(each)
                assert list(Shelf(ledger).catch_up()) == [each.report.id for each in readings]
            else:
                added(ledger, readings)
            assert list(Shelf(ledger).catch_up()) == []
            kept.append((rows(ledger), Shelf(ledger).story_of(readings[0].report.id)))
    assert kept[0] == kept[1]
    assert len(kept[0][1]) == len(REPORTS)


def test_what_another_version_filed_is_filed_anew(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever compares by something else compares nothing with what was made before."""
    readings = TALE[:2]
    with monkeypatch.context() as context:
        context.setattr(shelving, "VERSION", "0")
        added(ledger, readings)
    between = added(ledger, [BARE])
    assert between.story_of(BARE.report.id) == (BARE.report.id,)
    assert sorted(Shelf(ledger).catch_up()) == sorted(each.report.id for each in readings)
    assert {row[-1] for row in rows(ledger) if row[-1].startswith("stories")} == {
        f"stories {shelving.VERSION} {packaged_alike().trained_on}"
    }
    assert list(itertools.islice(Shelf(ledger).catch_up(), 1)) == []
