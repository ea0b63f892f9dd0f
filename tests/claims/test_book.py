"""The claims of a ledger, over SQLite and PostgreSQL."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from reportedly.claims import coinciding
from reportedly.claims.book import Book
from reportedly.claims.claim import Status
from reportedly.claims.decisions import join, split, undo, wrong_edge
from reportedly.claims.edge import EdgeKind
from reportedly.claims.propositions import propositions
from reportedly.claims.shelf import Shelf
from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import Ledger, parse
from reportedly.values import Moment, SpeakerKind
from tests.claims import strand
from tests.claims.papers import Quote, WordModel, paper
from tests.claims.parts import RULES
from tests.claims.tale import BARE, DENIED, MAYOR, OFFICE, OFFICIAL, RETOLD, SHUT, TALE, about, made, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reportedly.claims.claim import Claim, Story
    from reportedly.values import Reading

WHO = {"who": "Eva", "why": "read both"}
EARLIER = paper(
    "Osk Observer",
    "2025-03-01T07:00Z",
    f"Eva Lund said {SHUT}. Nobody had told the carters of Lessa.",
    Quote(who="Eva Lund", cue="said", content=SHUT),
)
"""A report that came before all others, and is added last."""
CHOIR = paper(
    "Echo",
    "2025-03-01T09:00Z",
    "Ida Holm said forty singers came by boat in the morning. Songs were sung.",
    Quote(who="Ida Holm", cue="said", content="forty singers came by boat in the morning"),
)
"""Another story."""

pytestmark = pytest.mark.usefixtures("word_alike", "word_model")


def add(ledger: Ledger, readings: Sequence[Reading] = TALE) -> Book:
    """Add reports to a ledger, file them, and open its book."""
    writer, shelf = ledger.writer(), Shelf(ledger)
    for each in readings:
        writer.add(each)
        shelf.file(each)
    return Book(ledger)


def told(book: Book) -> list[Claim]:
    """Return all claims of a book."""
    return [claim for _, claim in book.claims()]


def shut(ledger: Ledger, as_of: Moment | None = None) -> Claim:
    """Return the claim that the bridge would stay shut, computed anew."""
    (found,) = [each for each in told(Book(ledger, as_of)) if "stay shut" in each.clearest.proposition.text]
    return found


def place(reading: Reading, words: str) -> str:
    """Return the id of the proposition of a report that has some words."""
    (found,) = [each.id for each in propositions(reading) if words in each.text]
    return found


def speaker(claim: Claim, name: str) -> str:
    """Return the id of an origin of a claim."""
    (found,) = [root.id for root in claim.origins.roots if root.name == name]
    return found


def test_the_claims_of_a_ledger_are_those_of_its_reports(ledger: Ledger) -> None:
    """What comes back from a ledger gives the story that its readings give, claims, edges, origins and all."""
    ((story, _), *_) = add(ledger).claims()
    fresh = made()
    assert story.id == fresh.id
    assert story.edges == fresh.edges
    assert story.claims == fresh.claims


def test_no_order_of_adding_changes_a_claim(new_place: Callable[[], str]) -> None:
    """The same reports in any order are the same stories and claims under the same ids."""
    found: list[list[tuple[Story, Claim]]] = []
    for order in (TALE, TALE[::-1], (*TALE[3:], *TALE[:3])):
        with Ledger.open(new_place(), create=True) as ledger:
            found.append(list(add(ledger, order).claims()))
    assert found[0] == found[1] == found[2]


def test_the_weightiest_claim_comes_first(ledger: Ledger) -> None:
    """In a story by how many reports make it; stories of the latest reports come before others."""
    book = add(ledger, [*TALE, CHOIR])
    assert [len(claim.reports) for claim in told(book)] == [5, 2, 1]
    assert [len(story.entries) for story in book.stories()] == [6, 1]


def test_a_query_finds_claims_by_what_says_or_answers_them(ledger: Ledger) -> None:
    """Words of a statement, and who denies it, lead to the claim; others are left out."""
    book = add(ledger, [*TALE, CHOIR])
    assert [claim.id for _, claim in book.claims(parse("cracks"))] == [about(made(), "cracks").id]
    assert [claim.id for _, claim in book.claims(parse("stance:denies"))] == [about(made(), "stay shut").id]
    assert list(book.claims(parse("herring"))) == []


def test_a_claim_is_found_by_its_id(ledger: Ledger) -> None:
    """By the whole id, by its beginning, by a statement that says it, and by one that denies it."""
    book = add(ledger)
    claim = shut(ledger)
    names = [claim.id, claim.id[:9], OFFICE.statements[0].id, DENIED.statements[0].id]
    assert [book.claim(name)[1] for name in names] == [claim] * 4
    assert book.claim(claim.id)[0].id == made().id


def test_a_claim_is_found_again_after_an_earlier_report_came(ledger: Ledger) -> None:
    """Its first member is another one now, and so is its id; the old id leads to it all the same."""
    add(ledger)
    old = shut(ledger)
    add(ledger, [EARLIER])
    new = shut(ledger)
    assert new.id != old.id
    assert "Osk Observer" in new.publishers
    assert Book(ledger).claim(old.id)[1] == Book(ledger).claim(new.id)[1] == new


@pytest.mark.parametrize("name", ["c0000", "r0000", "x", "", "s0000"])
def test_what_is_no_claim_is_refused(ledger: Ledger, name: str) -> None:
    """The error says so."""
    with pytest.raises(UsageError, match="there is no"):
        add(ledger).claim(name)


def test_an_id_that_may_be_several_is_refused(ledger: Ledger) -> None:
    """So is a statement that says nothing that could be claimed."""
    mute = paper(
        "Echo", "2025-03-01T09:00Z", "Ida Holm said so it was.", Quote(who="Ida Holm", cue="said", content="so it was")
    )
    book = add(ledger, [*TALE, mute])
    assert len(told(book)) == 2
    with pytest.raises(UsageError, match="could be several"):
        book.claim("c")
    with pytest.raises(UsageError, match="part of no claim"):
        book.claim(mute.statements[0].id)


def test_as_of_an_hour_only_what_was_known_counts(new_place: Callable[[], str]) -> None:
    """The claims of an hour are those of a ledger that holds no later report; what came later is no claim yet."""
    hours = {"2025-03-01T08:30Z": 1, "2025-03-01T11:00Z": 2, "2025-03-02T07:00Z": 4, "2025-03-02": 5}
    with Ledger.open(new_place(), create=True) as whole:
        add(whole)
        for hour, count in hours.items():
            with Ledger.open(new_place(), create=True) as part:
                assert told(Book(whole, Moment(hour))) == told(add(part, TALE[:count]))
        assert shut(whole, Moment("2025-03-02")).standing.status is not Status.CONTESTED
        assert shut(whole).standing.status is Status.CONTESTED
        denial = DENIED.statements[0].id
        with pytest.raises(UsageError, match="not known yet"):
            Book(whole, Moment("2025-03-02")).claim(denial)
        cracks = next(claim.id for claim in told(Book(whole)) if "cracks" in claim.clearest.proposition.text)
        with pytest.raises(UsageError, match="there is no claim"):
            Book(whole, Moment("2025-02-01")).claim(cracks)


def test_claims_are_joined_by_judgement_and_parted_again(ledger: Ledger) -> None:
    """A join changes the result, is kept when claims are computed anew and when reports come, and is undone."""
    add(ledger)
    before = told(Book(ledger))
    judged = join(ledger, place(OFFICE, "stay shut"), place(OFFICIAL, "cracks"), **WHO)
    assert "Osk Gazette" in shut(ledger).publishers
    assert told(Book(ledger)) == told(Book(ledger)) != before
    add(ledger, [EARLIER])
    assert {"Osk Gazette", "Osk Observer"} < set(shut(ledger).publishers)
    undo(ledger, judged, **WHO)
    assert "Osk Gazette" not in shut(ledger).publishers


def test_claims_are_split_for_good(ledger: Ledger) -> None:
    """What may never be one is apart until somebody takes that back, or later decides otherwise."""
    add(ledger)
    before = told(Book(ledger))
    one, other = place(BARE, "stay shut"), place(OFFICE, "stay shut")
    judged = split(ledger, one, other, **WHO)
    apart = [set(claim.publishers) for claim in told(Book(ledger))]
    assert not any({"Harbour Notes", "Island Dispatch"} <= each for each in apart)
    later = join(ledger, other, one, **WHO)
    assert {"Harbour Notes", "Island Dispatch"} <= set(shut(ledger).publishers)
    undo(ledger, later, **WHO)
    undo(ledger, judged, **WHO)
    assert told(Book(ledger)) == before


def test_a_wrong_edge_is_gone_until_it_is_taken_back(ledger: Ledger) -> None:
    """Without it the retelling leads to no report, and the edge is listed no more."""
    add(ledger)
    before = list(Book(ledger).edges())
    assert [edge.kind for _, edge in before] == [EdgeKind.CITES]
    judged = wrong_edge(ledger, RETOLD.report.id, MAYOR.report.id, EdgeKind.CITES, **WHO)
    assert list(Book(ledger).edges()) == []
    assert shut(ledger).edges == ()
    undo(ledger, judged, **WHO)
    assert list(Book(ledger).edges()) == before


def test_speakers_who_were_joined_or_kept_apart_change_the_origins(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people who are one are one origin; a description of whom it was decided that they are another is a second."""
    monkeypatch.setattr(coinciding, "model", lambda: RULES)
    add(ledger, [*TALE, EARLIER])
    claim = shut(ledger)
    assert (claim.origins.minimum, claim.origins.maximum) == (2, 3)
    judged = join(ledger, speaker(claim, "Ana Ferro"), speaker(claim, "Eva Lund"), **WHO)
    claim = shut(ledger)
    assert (claim.origins.minimum, claim.origins.maximum) == (1, 2)
    undo(ledger, judged, **WHO)
    described = next(each.proposition.speaker for each in claim.members if each.publisher == "Island Dispatch")
    assert described is not None
    judged = split(ledger, speaker(shut(ledger), "Ana Ferro"), described, **WHO)
    claim = shut(ledger)
    assert (claim.origins.minimum, claim.origins.maximum) == (3, 4)
    undo(ledger, judged, **WHO)
    assert shut(ledger).origins.maximum == 3


def test_edges_are_asked_for_by_report(ledger: Ledger) -> None:
    """Those that a report is at either end of, by its id or its beginning; of one without any there are none."""
    book = add(ledger, [*TALE, CHOIR])
    every = list(book.edges())
    for report in (RETOLD, MAYOR):
        assert list(book.edges([report.report.id[:12]])) == every
    assert list(book.edges([CHOIR.report.id, BARE.report.id])) == []
    assert list(book.edges([MAYOR.report.id, RETOLD.report.id])) == every
    with pytest.raises(UsageError, match="there is no report"):
        list(book.edges(["r0000"]))


def test_adding_a_report_touches_only_its_story(ledger: Ledger, word_model: WordModel) -> None:
    """The claims of other stories stay as they are, and no vector of theirs is made again."""
    before = told(add(ledger))
    asked = len(word_model.asked)
    after = told(add(ledger, [CHOIR]))
    assert [claim for claim in after if "singers" not in claim.clearest.proposition.text] == before
    again = {text for texts in word_model.asked[asked:] for text in texts}
    assert any("singers" in text for text in again)
    assert again.isdisjoint(each.text for reading in TALE for each in propositions(reading))


def test_every_passage_of_a_claim_opens_its_sentence(ledger: Ledger) -> None:
    """Whatever a book shows stands in a stored report, span by span."""
    for story in add(ledger, [*TALE, EARLIER, CHOIR]).stories():
        for report, words in opened(story):
            text = ledger.view().report(report).report.text
            assert words.within == text
            assert words.texts == tuple(text[span.start : span.end] for span in words.spans)


def test_grades_look_at_the_record_of_who_stands_for_it(ledger: Ledger) -> None:
    """With five settled claims a speaker has a letter, and a claim of theirs is graded by the others."""
    readings = []
    for day, thing in enumerate(("granary", "lighthouse", "sawmill", "bakery", "chapel", "quarry"), 1):
        content = f"the {thing} in district {thing} had burned down overnight"
        for name, who in (("Post", "Ana Ferro"), ("Dispatch", f"Ole {thing.title()}")):
            text = f"{who} said {content}."
            quote = Quote(who=who, cue="said", content=content)
            readings.append(paper(f"{thing} {name}", f"2025-{day:02}-01T08:00Z", text, quote))
    book = add(ledger, readings)
    claims = told(book)
    assert [claim.standing.status for claim in claims] == [Status.CONFIRMED] * 6
    ferro = speaker(claims[0], "Ana Ferro")
    assert [claim.grade.letter for claim in claims] == ["F"] * 6
    assert book.graded(claims[0]).grade.letter == "B"
    assert book.graded(claims[0]).grade.digit == claims[0].grade.digit
    assert (book.speaker_grade(ferro).letter, book.speaker_grade(ferro).digit) == ("B", 6)
    assert Book(ledger, Moment("2025-03")).speaker_grade(ferro).letter == "F"
    other = speaker(claims[0], "Ole Quarry")
    assert book.speaker_grade(other).letter == "F"
    join(ledger, other, ferro, **WHO)
    assert Book(ledger).speaker_grade(other) == Book(ledger).speaker_grade(ferro)
    with pytest.raises(UsageError, match="there is no speaker"):
        book.speaker_grade("i0000")


def test_a_claim_without_anybody_named_has_no_letter(ledger: Ledger) -> None:
    """Where nobody is named there is no record to look at."""
    nameless = paper(
        "Echo",
        "2025-03-01T08:00Z",
        f"An official said {SHUT}.",
        Quote(who="An official", cue="said", content=SHUT, kind=SpeakerKind.UNNAMED_PERSON),
    )
    book = add(ledger, [nameless])
    (claim,) = told(book)
    assert book.graded(claim) == claim


def test_who_only_reads_is_told_that_claims_are_kept(tmp_path: Path) -> None:
    """A ledger that cannot be written says so, by its name."""
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, create=True) as ledger:
        ledger.writer().add(OFFICE)
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(LedgerError, match=r"ledger\.sqlite"):
        told(Book(ledger))


def test_nobody_was_first_in_the_future(ledger: Ledger) -> None:
    """A time after the reports were at hand is not believed: who was first is open, and the reason says so."""
    first = strand.wire()
    late = dataclasses.replace(first.report, published=Moment("2990-01-01"))
    book = add(ledger, [dataclasses.replace(first, report=late), strand.uncredited()])
    (reasons,) = [edge.reasons for _, edge in book.edges() if edge.kind in {EdgeKind.COPIES, EdgeKind.SAME_WIRE}]
    assert any("2990-01-01 lies in the future" in reason for reason in reasons)
