"""The contract of a ledger, over SQLite and PostgreSQL."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import Ledger, Outcome, Retrieval, parse
from reportedly.ledger.opening import opened
from reportedly.values import Certainty, Moment
from tests.building import reading
from tests.exchange.circumstanced import circumstanced
from tests.ledger.told import bridge, denial, told
from tests.strait import strait

if TYPE_CHECKING:
    from reportedly.values import Reading


def ids(ledger: Ledger, query: str) -> list[str]:
    """Return the contents of the statements that a query finds."""
    return [one.content for one in ledger.view().statements(parse(query))]


@pytest.mark.parametrize(
    "made", [bridge(), strait(), circumstanced(), reading("")], ids=["bridge", "strait", "rich", "empty"]
)
def test_a_reading_comes_back_as_it_was(ledger: Ledger, made: Reading) -> None:
    """All that was read is kept: text, statements, chains, circumstances, warnings."""
    added = ledger.writer().add(made)
    assert added.outcome is Outcome.ADDED
    again = ledger.view().report(added.report)
    bare = dataclasses.replace(made.report, path=made.report.path)
    assert again.report == bare
    assert again.statements == made.statements
    assert (again.places, again.times, again.quantities) == (made.places, made.times, made.quantities)
    assert (again.voice, again.headline, again.wires, again.warnings) == (
        made.voice,
        made.headline,
        made.wires,
        made.warnings,
    )


@pytest.mark.parametrize("text", ["half \ud83d a ship", "a \x00 in it", "漢字 🛳️ é\u2028x"])
def test_any_text_is_kept(ledger: Ledger, text: str) -> None:
    """What a database cannot hold as text comes back all the same."""
    added = ledger.writer().add(reading(text))
    assert ledger.view().report(added.report).report.text == text
    assert list(ledger.faults()) == []


def test_adding_twice_adds_nothing(ledger: Ledger) -> None:
    """The same report is in once."""
    writer = ledger.writer()
    writer.add(bridge())
    assert writer.add(bridge()).outcome is Outcome.KNOWN
    stats = ledger.view().stats()
    assert (stats.reports, stats.statements) == (1, 1)


def test_another_text_of_an_address_is_a_new_version(ledger: Ledger) -> None:
    """The version knows the one before, and what changed in its statement, word by word."""
    writer = ledger.writer()
    first = writer.add(bridge())
    text = "Odile Brandt said the new bridge was shut."
    second = writer.add(bridge(text=text, content="the new bridge was shut"))
    assert second.outcome is Outcome.VERSION
    assert second.previous == first.report
    assert second.changes is not None
    (changed,) = second.changes.changed
    assert changed.words == [(" ", "the"), ("-", "old"), ("+", "new"), (" ", "bridge"), (" ", "was"), (" ", "shut")]
    assert not changed.hedged
    assert [(one.version, one.previous) for one in ledger.view().reports()] == [(2, first.report), (1, None)]


def test_the_same_text_elsewhere_is_a_copy(ledger: Ledger) -> None:
    """The copy names the report that was there before."""
    writer = ledger.writer()
    first = writer.add(bridge())
    copy = writer.add(bridge(url="https://other.example/1", publisher="Other"))
    assert (copy.outcome, copy.copy_of) == (Outcome.COPY, first.report)
    assert ledger.view().stats().copies == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("bridge", ["that the bridge had been sold", "the old bridge was shut"]),
        ('"old bridge"', ["the old bridge was shut"]),
        ("bridges", ["that the bridge had been sold", "the old bridge was shut"]),
        ("stance:denies", ["that the bridge had been sold"]),
        ("unnamed:yes", ["that the bridge had been sold"]),
        ("unnamed:no", ["the old bridge was shut"]),
        ("speaker:brandt", ["the old bridge was shut"]),
        ('speaker:"odile brandt" country:no', ["the old bridge was shut"]),
        ("publisher:norr", ["that the bridge had been sold"]),
        ("after:2025-04", ["that the bridge had been sold"]),
        ("before:2025-04", ["the old bridge was shut"]),
        ("kind:person stance:asserts certainty:stated", ["the old bridge was shut"]),
        ("tunnel", []),
        ("bridge sold", ["that the bridge had been sold"]),
        ("'; DROP TABLE reports; --", []),
        ('" * ( NEAR', []),
    ],
)
def test_statements_are_found(ledger: Ledger, query: str, found: list[str]) -> None:
    """Words, phrases and filters find what they should, whatever signs they hold."""
    writer = ledger.writer()
    writer.add(bridge())
    writer.add(denial())
    assert sorted(ids(ledger, query)) == found


def test_statements_are_found_by_place(ledger: Ledger) -> None:
    """A circle finds places in it, and areas that reach into it."""
    ledger.writer().add(circumstanced())
    assert len(ids(ledger, "near:60.5,5.4,50")) == 1
    assert ids(ledger, "near:-30,150,50") == []


def test_crowded_circles_answer_the_same(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a circle holds more places than are looked up, the same statements and reports are found."""
    ledger.writer().add(circumstanced())
    ledger.writer().add(bridge())
    few = ids(ledger, "near:60.5,5.4,50")
    monkeypatch.setattr("reportedly.ledger.matching.MOST_NEAR", 1)
    assert ids(ledger, "near:60.5,5.4,50") == few
    assert ids(ledger, "near:60.5,5.4,50 stance:denies") == []
    assert [one.id for one in ledger.view().reports(parse("near:60.5,5.4,50"))] == [circumstanced().report.id]
    assert ids(ledger, "near:-30,150,50") == []


def test_a_place_has_one_point(ledger: Ledger) -> None:
    """Three reports with three places each, two of them in one spot, make two points."""
    for number in range(3):
        made = circumstanced()
        report = dataclasses.replace(made.report, external_id=str(number), sha256="")
        ledger.writer().add(dataclasses.replace(made, report=report, statements=()))
    with ledger._engine.connect() as connection:  # noqa: SLF001 - no view shows points
        points = connection.execute(sa.text("SELECT count(*) FROM points")).scalar()
        places = connection.execute(sa.text("SELECT count(*) FROM places WHERE point IS NOT NULL")).scalar()
    assert (points, places) == (2, 9)


def test_reports_are_found_with_a_snippet(ledger: Ledger) -> None:
    """Words are looked for in texts and titles, and shown in their place."""
    ledger.writer().add(bridge())
    (found,) = ledger.view().reports(parse("bridge"))
    assert found.snippet == "Odile Brandt said the old bridge was shut."
    assert list(ledger.view().reports(parse("tunnel"))) == []
    assert len(list(ledger.view().reports(parse("stance:asserts")))) == 1


def test_the_past_can_be_asked(ledger: Ledger) -> None:
    """As of a day, what was published later was not known."""
    writer = ledger.writer()
    writer.add(bridge())
    writer.add(denial())
    assert ledger.view(Moment("2025-03")).stats().reports == 1
    assert ledger.view(Moment("2025-04-01")).stats().reports == 2
    assert list(ledger.view(Moment("2025-03-03")).reports()) == []


def test_a_speaker_is_one_across_reports(ledger: Ledger) -> None:
    """A full name is the same person in two papers; an unnamed official is somebody of one report."""
    writer = ledger.writer()
    writer.add(bridge())
    writer.add(bridge(url="https://other.example/2", text="Odile Brandt said more.", content="more", publisher="Other"))
    writer.add(denial())
    found = {one.name: one for one in ledger.view().speakers()}
    assert (found["Odile Brandt"].statements, found["Odile Brandt"].publishers) == (2, 2)
    assert not found["An official"].named
    assert [one.name for one in ledger.view().speakers("odile")] == ["Odile Brandt"]


def test_a_speaker_is_known_by_the_beginning_of_the_identity(ledger: Ledger) -> None:
    """One of whom it is the beginning is meant; none or several are a mistake."""
    writer = ledger.writer()
    writer.add(bridge())
    writer.add(denial())
    view = ledger.view()
    for one in view.speakers():
        assert view.identity(one.identity) == view.identity(one.identity[:12]) == one.identity
    with pytest.raises(UsageError, match="'i' could be several speakers"):
        view.identity("i")
    with pytest.raises(UsageError, match="there is no speaker 'i_' in the ledger"):
        view.identity("i_")


def test_speakers_are_joined_by_judgement(ledger: Ledger) -> None:
    """A surname alone is suggested to be the one full name that ends with it; a person joins them, and can undo it."""
    writer = ledger.writer()
    writer.add(bridge())
    writer.add(told("Brandt said no more.", "Brandt", "said", "no more", url="https://other.example/3"))
    (suggested,) = ledger.view().suggestions()
    assert suggested.names == ("Brandt", "Odile Brandt")
    assert "surname" in suggested.reason
    joined = ledger.join(suggested.first, suggested.second, who="ana", why="the same mayor")
    (one,) = ledger.view().speakers()
    assert (one.statements, one.reports, sorted(one.names)) == (2, 2, ["Brandt", "Odile Brandt"])
    assert ledger.view().suggestions() == []
    ledger.undo(joined, who="ana")
    assert len(list(ledger.view().speakers())) == 2
    ledger.keep_apart(suggested.first, suggested.second, who="bo")
    assert ledger.view().suggestions() == []


def test_what_is_judged_stays_and_can_be_taken_back(ledger: Ledger) -> None:
    """A judgement has its author and reason; taking it back adds an entry and changes none."""
    added = ledger.writer().add(bridge())
    (statement,) = ledger.view().report(added.report).statements
    first = ledger.judge(who="ana", subject=statement.id, decision={"grade": "B3"}, why="she was there")
    ledger.undo(first, who="bo", why="she was not")
    entries = ledger.judgements(statement.id)
    assert [(one.who, one.undone, one.undoes) for one in entries] == [("ana", True, None), ("bo", False, first)]
    with pytest.raises(UsageError, match="already"):
        ledger.undo(first, who="ana")
    with pytest.raises(UsageError, match="name"):
        ledger.judge(who=" ", subject=statement.id, decision={})


def test_judgements_follow_words_that_stay(ledger: Ledger) -> None:
    """In a new version they hold for a statement whose words are the same, and are orphaned where they are not."""
    writer = ledger.writer()
    first = ledger.view().report(writer.add(bridge()).report).statements[0]
    ledger.judge(who="ana", subject=first.id, decision={"grade": "C"})
    longer = bridge(text="Odile Brandt said the old bridge was shut. It rained.")
    second = ledger.view().report(writer.add(longer).report).statements[0]
    assert [one.decision for one in ledger.judgements(second.id)] == [{"grade": "C"}]
    writer.add(bridge(text="Odile Brandt said nothing.", content="nothing"))
    (orphan,) = ledger.judgements(second.id)
    assert orphan.orphaned


def test_bytes_are_kept_once_and_checked(ledger: Ledger) -> None:
    """Bytes that were damaged in the database are found, and so is a text that was changed."""
    writer = ledger.writer()
    writer.add(
        bridge(), data=b"as received", retrieval=Retrieval("2025-03-05T00:00:00Z", "https://post.example/bridge")
    )
    writer.add(bridge(), data=b"as received")
    assert list(ledger.faults()) == []
    engine = ledger._engine  # noqa: SLF001 - what a hand at the database would do
    with engine.execution_options(reportedly_writing=True).begin() as connection:
        connection.execute(sa.text("UPDATE reports SET text = 'Something else entirely, of the same old bridge.'"))
        connection.execute(sa.text("UPDATE bytes SET size = 3"))
    assert {fault.what.split()[0] for fault in ledger.faults()} == {"report", "statement", "bytes"}
    with engine.execution_options(reportedly_writing=True).begin() as connection:
        connection.execute(sa.text("DELETE FROM bytes"))
    assert "the bytes that it came in are not there" in {fault.reason for fault in ledger.faults()}


def test_a_hedge_that_changed_is_told(ledger: Ledger) -> None:
    """The same words, sounding less sure, are kept and rehedged."""
    writer = ledger.writer()
    writer.add(bridge())
    unsure = bridge(text="Odile Brandt said the old bridge was shut. It rained.")
    (one,) = unsure.statements
    assert one.certainty is not None
    less = dataclasses.replace(one, certainty=dataclasses.replace(one.certainty, value=Certainty.POSSIBLE))
    added = writer.add(dataclasses.replace(unsure, statements=(less,)))
    assert added.changes is not None
    assert len(added.changes.kept) == 1
    assert [changed.hedged for changed in added.changes.changed] == [True]


@pytest.mark.parametrize("content", ["half \ud83d a ship", "a \x00 in it"])
def test_words_that_no_database_holds_are_compared(ledger: Ledger, content: str) -> None:
    """A statement that stays as it was is kept, though it is not stored letter by letter."""
    writer = ledger.writer()
    writer.add(bridge(text=f"Odile Brandt said {content}.", content=content))
    added = writer.add(bridge(text=f"Odile Brandt said {content}. It rained.", content=content))
    assert added.changes is not None
    assert (len(added.changes.kept), added.changes.changed) == (1, ())


def test_an_id_may_be_shortened(ledger: Ledger) -> None:
    """The beginning of an id is enough where no other shares it."""
    added = ledger.writer().add(bridge())
    assert ledger.view().report(added.report[:8]).report.id == added.report
    made, identity = ledger.view().statement(bridge().statements[0].id[:9])
    assert identity == made.statements[0].id
    with pytest.raises(UsageError, match="there is no report"):
        ledger.view().report("rffff")


def test_a_ledger_is_opened_again(where: str) -> None:
    """What was written is there for the next who opens it, and a reader writes nothing."""
    with Ledger.open(where, create=True) as ledger:
        ledger.writer().add(bridge())
    with Ledger.open(where) as ledger:
        assert ledger.view().stats().reports == 1


def test_a_newer_schema_is_refused(where: str) -> None:
    """A ledger of a later version is not touched, and the error says what to do."""
    engine = opened(where, create=True)
    with engine.execution_options(reportedly_writing=True).begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match="newer reportedly"):
        Ledger.open(where)


def test_jobs_are_noted(ledger: Ledger) -> None:
    """A run of adding has a beginning, and an end with its counts."""
    writer = ledger.writer()
    job = writer.begin_job(["a.txt"])
    writer.end_job(job, {"added": 1})
    engine = ledger._engine  # noqa: SLF001 - no view shows jobs yet
    with engine.connect() as connection:
        row = connection.execute(sa.text("SELECT ended_at, counts FROM jobs")).one()
    assert row.ended_at
    assert row.counts == '{"added":1}'
