"""What is kept of stories, over SQLite and PostgreSQL: it is what would be told, or says that it is not current."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.claims import keeping, shelf, teller
from reportedly.claims.assembling import assemble
from reportedly.claims.book import Book
from reportedly.claims.decisions import grade, join, split, undo, wrong_edge
from reportedly.claims.edge import EdgeKind
from reportedly.claims.listing import listed
from reportedly.claims.shelf import Shelf
from reportedly.errors import LedgerError, UsageError
from reportedly.ledger import Ledger, parse
from reportedly.ledger.claim_records import ClaimQuery
from reportedly.ledger.schema import TELLINGS
from reportedly.values import Moment
from tests.claims.tale import BARE, MAYOR, OFFICE, OFFICIAL, RETOLD, TALE, about, made
from tests.claims.test_book import CHOIR, EARLIER, WHO, add, place, shut, speaker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportedly.ledger.claim_records import ClaimRecord
    from tests.claims.papers import WordModel

pytestmark = pytest.mark.usefixtures("word_alike", "word_model")

ALL = (*TALE, EARLIER, CHOIR)
EVER = Moment("9999-12-31")
"""As of then a book computes all claims, from all reports, without looking at what is kept."""


def computed(ledger: Ledger) -> dict[str, ClaimRecord]:
    """Return the claims of a ledger as lists have them, computed anew."""
    return {claim.id: listed(story, claim) for story, claim in Book(ledger, EVER).claims()}


def shown(book: Book, limit: int = 3) -> list[ClaimRecord]:
    """Return all claims of a list, page by page."""
    found: list[ClaimRecord] = []
    after = None
    while True:
        page = book.listed(after=after, limit=limit)
        found += page.claims
        after = page.next
        if after is None:
            return found


def test_a_list_is_what_the_claims_are(ledger: Ledger) -> None:
    """Once all is told, every claim is there as it would be computed, the latest change first."""
    book = add(ledger, ALL)
    assert book.waiting() == len(ALL)
    assert book.tell() == 2
    found = shown(book)
    assert {each.id: each for each in found} == computed(ledger)
    assert found == sorted(found, key=lambda each: (each.last_change, each.id), reverse=True)
    assert (book.waiting(), book.listed().waiting, book.tell()) == (0, 0, 0)


def test_what_nobody_told_is_counted_and_not_shown(ledger: Ledger) -> None:
    """A list computes nothing."""
    book = add(ledger)
    page = book.listed()
    assert (page.claims, page.next, page.waiting) == ((), None, len(TALE))


def test_whoever_asks_for_a_story_has_it_told(ledger: Ledger) -> None:
    """The claims of a book are kept for its lists as they are made."""
    book = add(ledger)
    assert len(list(book.claims())) == 2
    assert {each.id: each for each in shown(book)} == computed(ledger)


STEPS = st.lists(
    st.one_of(
        st.sampled_from([("add", number) for number in range(len(ALL))]),
        st.sampled_from([("judge", number) for number in range(5)]),
        st.tuples(st.just("undo"), st.integers(0, 4)),
        st.just(("tell", 0)),
        st.just(("ask", 0)),
    ),
    max_size=14,
)


def judged(ledger: Ledger, number: int) -> str:
    """Make one of some judgements on what may be in a ledger or not, and return its id."""
    if number == 0:
        return join(ledger, place(OFFICE, "stay shut"), place(OFFICIAL, "cracks"), **WHO)
    if number == 1:
        return split(ledger, place(BARE, "stay shut"), place(OFFICE, "stay shut"), **WHO)
    if number == 2:
        return wrong_edge(ledger, RETOLD.report.id, MAYOR.report.id, EdgeKind.CITES, **WHO)
    if number == 3:
        whole = about(made((*TALE, EARLIER)), "stay shut")
        return join(ledger, speaker(whole, "Ana Ferro"), speaker(whole, "Eva Lund"), **WHO)
    return grade(ledger, place(OFFICE, "stay shut"), "C", 3, **WHO)


@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_nothing_that_is_not_so_is_shown_as_current(new_place: Callable[[], str], steps: list[tuple[str, int]]) -> None:
    """Whatever comes in whatever order, a claim that is shown as current is one, and when all is told all are there."""
    done: list[str] = []
    with Ledger.open(new_place(), create=True) as ledger:
        book = Book(ledger)
        for what, number in steps:
            if what == "add":
                add(ledger, [ALL[number]])
            elif what == "judge":
                done.append(judged(ledger, number))
            elif what == "undo" and number < len(done):
                undo(ledger, done.pop(number), **WHO)
            elif what == "tell":
                book.tell()
            else:
                list(book.claims())
            so = computed(ledger)
            assert all(each == so[each.id] for each in shown(book) if each.current)
        book.tell()
        found = shown(book)
        assert {each.id: each for each in found} == computed(ledger)
        assert len(found) == len({each.id for each in found})


def test_a_report_that_comes_leaves_other_stories_as_they_are(ledger: Ledger) -> None:
    """Only its own story is told again, and what was told of it before is shown as no longer current until then."""
    book = add(ledger, [*TALE, CHOIR])
    book.tell()
    before = {each.id: each for each in shown(book)}
    add(ledger, [EARLIER])
    after = {each.id: each for each in shown(book)}
    assert {each.id: dataclasses.replace(each, current=True) for each in after.values()} == before
    assert {each.current for each in after.values() if each.names != ("Echo",)} == {False}
    assert book.tell() == 1
    assert all(each.current for each in shown(book))


def test_a_judgement_touches_the_stories_that_it_is_about(ledger: Ledger) -> None:
    """A proposition's, a report's, and all those of a speaker; a grade touches none."""
    book = add(ledger, ALL)
    book.tell()
    one, other = place(BARE, "stay shut"), place(OFFICE, "stay shut")
    judgements: list[tuple[Callable[[], str], int]] = [
        (lambda: split(ledger, one, other, **WHO), 1),
        (lambda: wrong_edge(ledger, RETOLD.report.id, MAYOR.report.id, EdgeKind.CITES, **WHO), 1),
        (lambda: join(ledger, speaker(shut(ledger), "Ana Ferro"), speaker(shut(ledger), "Eva Lund"), **WHO), 1),
        (lambda: split(ledger, place(CHOIR, "singers"), other, **WHO), 2),
        (lambda: grade(ledger, one, "C", 3, **WHO), 0),
    ]
    for judgement, count in judgements:
        judged_by = judgement()
        assert (book.waiting(), book.tell()) == (count, count)
        undo(ledger, judged_by, **WHO)
        assert book.tell() == count
    assert {each.id: each for each in shown(book)} == computed(ledger)


def test_a_judgement_while_a_story_is_told_is_not_lost(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was told without it is told again."""
    book = add(ledger)
    book.tell()
    one, other = place(BARE, "stay shut"), place(OFFICE, "stay shut")
    judgement = split(ledger, one, other, **WHO)
    whole = assemble

    def slow(*given: object, **named: object) -> object:
        """Take so long that somebody undoes the judgement meanwhile, and somebody else looks at the list."""
        story = whole(*given, **named)  # type: ignore[arg-type]  # as they came
        monkeypatch.setattr(teller, "assemble", whole)
        undo(ledger, judgement, **WHO)
        Book(ledger).listed()
        return story

    monkeypatch.setattr(teller, "assemble", slow)
    assert book.tell() == 2
    assert {each.id: each for each in shown(book)} == computed(ledger)


def test_a_report_while_stories_are_looked_for_is_not_lost(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A neighbourhood that was looked at before it came is looked at again."""
    book = add(ledger)
    near = Shelf.neighbourhood

    def slow(self: Shelf, report: str) -> object:
        """Take so long that a report comes meanwhile."""
        found = near(self, report)
        monkeypatch.setattr(Shelf, "neighbourhood", near)
        add(ledger, [EARLIER])
        return found

    monkeypatch.setattr(Shelf, "neighbourhood", slow)
    first = book.claim(OFFICE.statements[0].id)
    assert "Osk Observer" in first[1].publishers
    book.tell()
    assert {each.id: each for each in shown(book)} == computed(ledger)


def test_what_another_version_told_is_told_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until then it is shown as no longer current."""
    book = add(ledger, [*TALE, CHOIR])
    book.tell()
    monkeypatch.setattr(teller, "made_by", lambda: "claims of tomorrow")
    later = Book(ledger)
    assert {each.current for each in shown(later)} == {False}
    assert later.tell() == 2
    assert {each.current for each in shown(later)} == {True}


def test_filing_by_another_version_finds_all_stories_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports that are filed anew are looked for anew, and nothing is left of the old stories."""
    add(ledger, [*TALE, CHOIR]).tell()
    monkeypatch.setattr(shelf, "VERSION", "of tomorrow")
    monkeypatch.setattr(shelf, "_naming", _Nameless)
    book = Book(ledger)
    book.tell()
    assert book.waiting() == 0
    assert {each.id: each for each in shown(book)} == computed(ledger)


class _Nameless:
    """Stands for what finds names in reports."""

    def read(self, report: object) -> object:
        """Find none."""
        return dataclasses.replace(MAYOR, report=report, mentions=())  # type: ignore[arg-type]  # a report, as it is given


def test_a_claim_comes_from_what_is_kept(
    ledger: Ledger, word_model: WordModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is joined for a story that was told, and story and claim are what they would be."""
    add(ledger).tell()
    story, claim = Book(ledger, EVER).claim(OFFICE.statements[0].id)
    asked = len(word_model.asked)
    monkeypatch.setattr(teller, "assemble", None)
    assert Book(ledger).claim(claim.id) == (story, claim)
    assert len(word_model.asked) == asked


def test_all_claims_come_from_what_is_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told in the order of those that are computed, with a query as without."""
    add(ledger, ALL).tell()
    queries = (None, parse("ferry"), parse("stance:denies"))
    so = [list(Book(ledger, EVER).claims(query)) for query in queries]
    monkeypatch.setattr(teller, "assemble", None)
    assert [list(Book(ledger).claims(query)) for query in queries] == so


def test_a_list_shows_what_is_asked_for(ledger: Ledger) -> None:
    """Every filter shows those claims for which it holds, and no others."""
    book = add(ledger, ALL)
    book.tell()
    found = shown(book)
    some = found[len(found) // 2]
    holds: dict[ClaimQuery, Callable[[ClaimRecord], bool]] = {
        ClaimQuery(status=("confirmed", "contested")): lambda each: each.status in {"confirmed", "contested"},
        ClaimQuery(after=some.last_change): lambda each: each.last_change >= some.last_change,
        ClaimQuery(before=some.first_seen): lambda each: each.first_seen < some.first_seen,
        ClaimQuery(origins_from=2): lambda each: each.origins_max >= 2,
        ClaimQuery(origins_to=0): lambda each: each.origins_min <= 0,
        ClaimQuery(unknown=True): lambda each: each.unknown > 0,
        ClaimQuery(unknown=False): lambda each: each.unknown == 0,
        ClaimQuery(publisher="Harbour Notes"): lambda each: "Harbour Notes" in each.names,
        ClaimQuery(publisher="Harbour Notes", origins_from=2): lambda each: (
            "Harbour Notes" in each.names and each.origins_max >= 2
        ),
        ClaimQuery(words=("singers",)): lambda each: "singers" in each.wording,
        ClaimQuery(words=('"; DROP TABLE told; --',)): lambda _: False,
    }
    for query, so in holds.items():
        assert book.listed(query).claims == tuple(each for each in found if so(each)), query
    assert {len(book.listed(query).claims) for query in holds} > {0}


@pytest.mark.parametrize("after", ["", "x", "[]", '["a"]', '["a","b","c"]', "\ud800"])
def test_what_is_no_key_of_a_page_is_refused(ledger: Ledger, after: str) -> None:
    """Nothing of it reaches the database."""
    with pytest.raises(UsageError, match="is no key of a page of claims"):
        add(ledger).listed(after=after)


def test_a_page_of_nothing_is_refused(ledger: Ledger) -> None:
    """The error says what would be one."""
    with pytest.raises(UsageError, match="at least 1 is one"):
        add(ledger).listed(limit=0)


def test_a_damaged_telling_is_made_anew(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be restored is computed."""
    add(ledger).tell()
    claim = shut(ledger)

    def broken(*_: object) -> None:
        msg = "damaged"
        raise ValueError(msg)

    monkeypatch.setattr(keeping, "restored_story", broken)
    monkeypatch.setattr(teller, "restored_story", broken)
    assert Book(ledger).claim(claim.id)[1] == claim


def test_no_story_is_begun_after_the_time_is_up(ledger: Ledger) -> None:
    """Whoever has no time tells none."""
    book = add(ledger)
    assert (book.tell(0.0), book.waiting()) == (0, len(TALE))


def test_too_many_copies_are_told_as_their_nearest(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A neighbourhood that is never clustered has a story for its latest report, and for the latest not in it."""
    monkeypatch.setattr(shelf, "MOST", 2)
    monkeypatch.setattr(shelf, "LEVELS", (-2.0, -1.0))
    book = add(ledger, ALL)
    book.tell()
    told = {tuple(sorted(entry.id for entry in story.entries)) for story in Book(ledger).stories()}
    assert all(len(each) <= 2 for each in told)
    assert set().union(*told) == {each.report.id for each in ALL}
    assert {each.story for each in shown(book)} <= {story.id for story in Book(ledger).stories()}
    assert book.waiting() == 0


def test_lists_as_of_a_time_are_refused(ledger: Ledger) -> None:
    """They are not kept; the error says what computes them."""
    add(ledger)
    with pytest.raises(UsageError, match="`claims` computes it"):
        Book(ledger, Moment("2025-03")).listed()


def test_who_only_reads_sees_what_was_told(tmp_path: Path) -> None:
    """A list writes nothing where nothing was touched; to tell more needs a ledger that can be written."""
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, create=True) as ledger:
        add(ledger).tell()
        so = computed(ledger)
        ledger.writer().add(CHOIR)
    with Ledger.open(path, read_only=True) as ledger:
        page = Book(ledger).listed()
        assert {each.id: each for each in page.claims} == so
        assert page.waiting == 1
        with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
            Book(ledger).tell()


def test_no_row_outlives_its_story(ledger: Ledger) -> None:
    """When stories flow together there are no more of them than are told."""
    for each in ALL:
        add(ledger, [each]).tell()
    with ledger._engine.connect() as connection:  # noqa: SLF001 - what nobody is shown
        rows = connection.execute(TELLINGS.select()).all()
    assert len(rows) == len(list(Book(ledger).stories())) == 2
    assert {row.due for row in rows} == {0}
