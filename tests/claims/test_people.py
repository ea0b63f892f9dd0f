"""Everybody who speaks in the reports of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import RootKind
from reportedly.claims.people import People
from reportedly.claims.sides import Side
from reportedly.ledger.identities import identity
from reportedly.values import SpeakerKind
from tests.claims.papers import Quote, entered, paper

if TYPE_CHECKING:
    from reportedly.claims.entry import Entry
    from reportedly.values import Reading, Speaker

SHUT = "the old bridge would stay shut"


def quoting(
    publisher: str, who: str, kind: SpeakerKind = SpeakerKind.PERSON, before: str = "", **about: str
) -> Reading:
    """Return a report that quotes one speaker."""
    quote = Quote(who=who, cue="said", content=SHUT, kind=kind, about=about)
    return paper(publisher, "2025-03-01T08:00Z", f"{before}{who} said {SHUT}.", quote)


def last(entry: Entry) -> Speaker:
    """Return whom a report quotes."""
    return entry.reading.statements[0].chain[-1].speaker


def test_everybody_is_there_publishers_too() -> None:
    """All hops of all chains are taken, each once a report."""
    entries = entered(quoting("Evening Post", "Ana Ferro"), quoting("Island Dispatch", "Ferro"))
    people = People(entries)
    assert [who.name for who in people.of(entries[0].id)] == ["ana ferro", "evening post"]
    assert [who.name for who in people.of(entries[1].id)] == ["ferro", "island dispatch"]
    assert people.of("r0000") == []


def test_a_leader_stands_for_a_speaker_all_over_the_story() -> None:
    """The surname of one report leads to the full name of another."""
    one, other = entries = entered(quoting("Evening Post", "Ana Ferro"), quoting("Island Dispatch", "Ferro"))
    people = People(entries)
    assert people.leader(people.who(other.id, last(other))) == people.who(one.id, last(one))


def test_the_minister_is_the_one_whom_another_report_calls_so() -> None:
    """Where a report names no role, that of another counts: it tells whom "the minister" means."""
    entries = entered(
        quoting("Evening Post", "Ana Ferro"),
        quoting("Island Dispatch", "The minister", SpeakerKind.UNNAMED_PERSON),
        paper("Harbour Notes", None, "Ana Ferro, the minister, came by boat."),
    )
    people = People(entries)
    assert people.leader(people.who(entries[1].id, last(entries[1]))).name == "ana ferro"
    unsure = entered(
        quoting("Evening Post", "Ana Ferro"), quoting("Dispatch", "A minister", SpeakerKind.UNNAMED_PERSON)
    )
    assert People(unsure).leader(People(unsure).who(unsure[1].id, last(unsure[1]))).name == "minister"


def test_who_is_first_a_minister_and_then_the_minister_is_known() -> None:
    """Of several words for one speaker those count that take it as known who is meant."""
    named = quoting("Evening Post", "Minister Ana Ferro", role="Minister")
    text = f"A minister said {SHUT}. The minister told us that it was old."
    kind = SpeakerKind.UNNAMED_PERSON
    twice = paper(
        "Dispatch",
        "2025-03-01T09:00Z",
        text,
        Quote(who="A minister", cue="said", content=SHUT, kind=kind),
        Quote(who="The minister", cue="told", content="it was old", kind=kind, name="A minister"),
    )
    entries = entered(named, twice)
    people = People(entries)
    assert people.leader(people.who(entries[1].id, last(entries[1]))).named


def test_who_is_kept_anonymous_is_noted() -> None:
    """A reason for not naming somebody is remembered with the report."""
    before, reason = "Speaking on condition of anonymity. ", "on condition of anonymity"
    (entry,) = entered(quoting("Dispatch", "An aide", SpeakerKind.UNNAMED_PERSON, before, anonymity=reason))
    assert People([entry]).anonymous == {(entry.id, last(entry).id)}
    assert People(entered(quoting("Dispatch", "An aide", SpeakerKind.UNNAMED_PERSON))).anonymous == set()


def test_decisions_on_speakers_hold() -> None:
    """Who was joined is one under the leader's identity; who was kept apart is two, and not even maybe one."""
    one, other = entries = entered(quoting("Evening Post", "Ana Ferro"), quoting("Island Dispatch", "Ferro"))
    first, second = identity(last(one), one.id), identity(last(other), other.id)
    people = People(entries, apart=[(first, second)])
    leaders = [people.leader(people.who(entry.id, last(entry))) for entry in entries]
    assert leaders[0] != leaders[1]
    sides = [Side(RootKind.SPEAKER, leader, (leader,), ()) for leader in leaders]
    assert people.kept_apart(*sides)
    assert not people.kept_apart(sides[0], sides[0])
    strangers = entered(quoting("Evening Post", "Ana Ferro"), quoting("Island Dispatch", "Ole Dahl"))
    ids = [identity(last(entry), entry.id) for entry in strangers]
    joined = People(strangers, dict.fromkeys(ids, min(ids)))
    assert {joined.leader(joined.who(entry.id, last(entry))).identity for entry in strangers} == {min(ids)}


def test_everybody_who_is_one_is_told() -> None:
    """Ferro of one report and Ana Ferro of another are told together, and nobody else with them."""
    entries = entered(quoting("Evening Post", "Ana Ferro"), quoting("Dispatch", "Ferro"), quoting("Echo", "Ole Dahl"))
    people = People(entries)
    ferro = people.who(entries[1].id, last(entries[1]))
    assert {who.report for who in people.all_of(ferro)} == {entries[0].id, entries[1].id}
