"""How many know, at least and at most."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from reportedly.claims import origins as counting
from reportedly.claims.claim import Member, Relation, RootKind
from reportedly.claims.derivation import derive
from reportedly.claims.origins import count, origins, sides
from reportedly.claims.outlets import Outlets
from reportedly.claims.people import People
from reportedly.claims.precedence import rank
from reportedly.claims.propositions import propositions
from reportedly.claims.provenance import Provenance
from reportedly.ledger.identities import identity
from reportedly.values import SpeakerKind
from tests.claims.papers import Quote, entered, paper
from tests.claims.parts import RULES, SURELY, by_rules, member, weighing
from tests.claims.strand import LEADING, credited, uncredited, wire

if TYPE_CHECKING:
    import pytest

    from reportedly.claims.claim import Origins
    from reportedly.claims.coinciding import Model
    from reportedly.values import Reading

SHUT = "the old bridge at Lessa would stay shut until the spring"
OWN = "The old bridge at Lessa would stay shut until the spring."
OFFICIAL, OFFICIALS = SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP
BODY, DOCUMENT, OUTLET = SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT, SpeakerKind.PUBLICATION


def said(publisher: str, hour: int, who: str, kind: SpeakerKind = SpeakerKind.PERSON, **about: Any) -> Reading:  # noqa: ANN401 - whatever a Quote takes
    """Return a report in which somebody says that the bridge would stay shut."""
    text = f"{who} said {SHUT}. Rain fell on the {publisher}."
    return paper(
        publisher, f"2025-03-01T{hour:02}:00Z", text, Quote(who=who, cue="said", content=SHUT, kind=kind, **about)
    )


def bare(publisher: str, hour: int, more: str = "") -> Reading:
    """Return a report that says so in its own voice."""
    return paper(
        publisher, f"2025-03-01T{hour:02}:00Z", f"{OWN} Traders of the {publisher} went home.{more}", own=[OWN]
    )


def counted(*readings: Reading, words: str = "old bridge", weights: Model = RULES, **decided: Any) -> Origins:  # noqa: ANN401 - whatever People takes
    """Return the origins of what all reports say in some words, which are the same in any order.

    They are as many as are counted of who is one, without the roots that are made of them.
    """
    found = []
    for given in itertools.permutations(readings):
        entries = sorted(entered(*given), key=lambda entry: rank(entry.reading.report))
        people, outlets = People(entries, **decided), Outlets(entries)
        edges = derive(entries, people, outlets)
        provenance, coincidences = (
            Provenance(entries, people, outlets, edges),
            by_rules(entries, edges, people, weights),
        )
        members = [member(entry, words) for entry in entries]
        made = origins(members, provenance, people, coincidences)
        known = [side for side, _ in sides(provenance.of(members), people)]
        assert count(coincidences.of(known), known) == numbers(made)
        found.append(made)
    assert all(each == found[0] for each in found)
    return found[0]


def numbers(made: Origins) -> tuple[int, int]:
    """Return the two numbers."""
    return made.minimum, made.maximum


def test_two_who_are_named_are_two() -> None:
    """Two people of two names are two origins, at the least and at the most."""
    made = counted(said("Evening Post", 8, "Ana Ferro"), said("Dispatch", 9, "Ole Dahl"))
    assert numbers(made) == (2, 2)
    assert [(root.name, root.kind, root.named) for root in made.roots] == [
        ("Ana Ferro", RootKind.SPEAKER, True),
        ("Ole Dahl", RootKind.SPEAKER, True),
    ]
    assert made.reasons == ()


def test_a_named_speaker_is_one_in_all_reports_by_surname_too() -> None:
    """Ana Ferro in one paper, Ferro in two others: one origin that three reports lead to."""
    readings = [said("Evening Post", 8, "Ana Ferro"), said("Dispatch", 9, "Ferro"), said("Echo", 10, "Ferro")]
    made = counted(*readings)
    assert numbers(made) == (1, 1)
    assert made.roots[0].reports == tuple(each.report.id for each in readings)


def test_two_of_one_surname_may_be_one() -> None:
    """A surname that two papers have and nobody's full name is a range, not two."""
    made = counted(said("Evening Post", 8, "Ferro"), said("Dispatch", 9, "Ferro"))
    assert numbers(made) == (1, 2)
    assert made.reasons == ("'Ferro' may be 'Ferro': they count once in the minimum",)


def test_the_minister_is_the_named_minister() -> None:
    """Who is only called the minister in one paper is the minister whom another names."""
    named = said("Evening Post", 8, "Minister Ana Ferro", name="Ana Ferro", about={"role": "Minister"})
    assert numbers(counted(named, said("Dispatch", 9, "The minister", OFFICIAL))) == (1, 1)
    assert numbers(counted(named, said("Dispatch", 9, "A minister", OFFICIAL))) == (1, 2)


def test_unnamed_officials_of_two_papers_make_a_range() -> None:
    """They may be one person, or two."""
    made = counted(said("Evening Post", 8, "An official", OFFICIAL), said("Dispatch", 9, "A port official", OFFICIAL))
    assert numbers(made) == (1, 2)
    assert {made.one[0][0], made.one[0][1]} == {root.id for root in made.roots}
    assert "neither is named" in made.reasons[0]


def test_a_report_that_does_not_say_counts_in_the_maximum_only() -> None:
    """It is an unknown origin, never an independent one."""
    made = counted(said("Evening Post", 8, "Ana Ferro"), bare("Dispatch", 9))
    assert numbers(made) == (1, 2)
    assert (made.roots[1].kind, made.roots[1].named) == (RootKind.UNKNOWN, False)
    assert made.reasons == ("Dispatch does not say how it knows: it counts in the maximum only",)
    assert numbers(counted(bare("Dispatch", 9), bare("Echo", 9))) == (0, 2)


def test_copies_of_a_wire_add_no_origin() -> None:
    """Credited or not, a copy of an official's words is no second official."""
    assert numbers(counted(wire(), credited(), uncredited(), words=LEADING)) == (1, 1)
    assert numbers(counted(wire(), uncredited(), words=LEADING)) == (1, 1)


def test_a_retelling_adds_no_origin() -> None:
    """Who has it from another outlet, whoever that had it from, adds nobody."""
    text = f"An official told the Evening Post that {SHUT}."
    quote = Quote(who="An official", cue="told", content=SHUT, kind=OFFICIAL, via=("the Evening Post",))
    retold = paper("Dispatch", "2025-03-01T09:00Z", text, quote)
    assert numbers(counted(said("Evening Post", 8, "An official", OFFICIAL), retold)) == (1, 1)


def test_one_press_conference_in_three_papers_is_one_origin() -> None:
    """Whoever is quoted there, by name, surname or office, is one."""
    readings = [
        paper(
            name,
            f"2025-03-01T{hour:02}:00Z",
            f"Rain fell on {name}.\n\n{who} told a press conference that {SHUT}.",
            Quote(who=who, cue="told", content=SHUT, kind=kind, about=about),
        )
        for name, hour, who, kind, about in (
            ("the Evening Post", 8, "Mayor Ana Ferro", SpeakerKind.PERSON, {"role": "Mayor"}),
            ("the Dispatch", 9, "The mayor", OFFICIAL, {}),
            ("the Echo", 10, "Ferro", SpeakerKind.PERSON, {}),
        )
    ]
    assert numbers(counted(*readings)) == (1, 1)


def test_a_document_in_two_reports_is_one() -> None:
    """An audit that two have is one origin; two reports in general may be one."""
    audits = counted(said("Evening Post", 8, "The audit", DOCUMENT), said("Dispatch", 9, "An audit", DOCUMENT))
    assert (numbers(audits), audits.roots[0].kind) == ((1, 1), RootKind.DOCUMENT)
    assert numbers(counted(said("Echo", 8, "The report", DOCUMENT), said("Dispatch", 9, "A report", DOCUMENT))) == (
        1,
        2,
    )


def test_a_cycle_is_found_and_is_no_origin() -> None:
    """Two reports that have it from one another know it from nobody; a speaker in one of them ends it."""
    one, other = (
        paper(
            name,
            "2025-03-01T08:00Z",
            f"{head} {cited} reported {SHUT}.",
            Quote(who=cited, cue="reported", content=SHUT, kind=OUTLET),
        )
        for name, cited, head in (("Evening Post", "The Dispatch", "Fog."), ("Dispatch", "The Evening Post", "Rain."))
    )
    made = counted(one, other)
    assert (numbers(made), made.roots) == ((0, 0), ())
    assert made.cycles == (tuple(sorted((one.report.id, other.report.id))),)
    third = said("Echo", 9, "Ana Ferro")
    made = counted(one, other, third)
    assert (numbers(made), len(made.cycles)) == ((1, 1), 1)


def members_of(*readings: Reading) -> Origins:
    """Return the origins of everything that some reports say, place by place."""
    entries = entered(*readings)
    people, outlets = People(entries), Outlets(entries)
    members = [
        Member(proposition=each, relation=Relation.SAME, publisher=entry.publisher, known_from=entry.known_from)
        for entry in entries
        for each in propositions(entry.reading)
    ]
    edges = derive(entries, people, outlets)
    return origins(members, Provenance(entries, people, outlets, edges), people, by_rules(entries, edges, people))


def test_a_headline_makes_no_cycle() -> None:
    """A report whose headline stands for its body, and whose body cites another, leads only to that one."""
    quote = Quote(who="The Evening Post", cue="reported", content=SHUT, kind=OUTLET)
    text = f"Old bridge to stay shut\n\nThe Evening Post reported {SHUT}."
    retold = paper("Dispatch", "2025-03-01T09:00Z", text, quote)
    for first, expected in ((said("Evening Post", 8, "Ana Ferro"), (1, 1)), (bare("Evening Post", 8), (0, 1))):
        made = members_of(first, retold)
        assert (numbers(made), made.cycles) == (expected, ())


def test_who_knows_it_from_somebody_as_well_is_in_no_cycle() -> None:
    """Two that cite one another, of whom one quotes Ana Ferro for it, do not only have it from one another."""
    one = paper(
        "Evening Post",
        "2025-03-01T08:00Z",
        f"The Dispatch reported {SHUT}.\n\nAna Ferro said the bridge would not open before May.",
        Quote(who="The Dispatch", cue="reported", content=SHUT, kind=OUTLET),
        Quote(who="Ana Ferro", cue="said", content="the bridge would not open before May"),
    )
    other = said("Dispatch", 8, "The Evening Post", OUTLET)
    made = members_of(one, other)
    assert (numbers(made), made.cycles) == ((1, 1), ())


def test_a_report_that_says_how_it_knows_in_one_place_is_known() -> None:
    """Where one sentence stands beside a quotation and another does not, the report is no unknown origin as well."""
    quote = Quote(who="Ana Ferro", cue="nodded at", content="all questions")
    text = f"{OWN} Ana Ferro nodded at all questions.\n\nIt was the oldest bridge of the island by far."
    reading = paper(
        "Dispatch", "2025-03-01T09:00Z", text, quote, own=[OWN, "It was the oldest bridge of the island by far."]
    )
    entries = entered(reading)
    people, outlets = People(entries), Outlets(entries)
    members = [member(entries[0], words) for words in ("old bridge", "oldest bridge")]
    made = origins(members, Provenance(entries, people, outlets, []), people, by_rules(entries, [], people))
    assert numbers(made) == (1, 1)


def test_an_outlet_that_is_cited_and_not_here_is_an_origin() -> None:
    """Two who cite the same outlet, of which there is no report, lead to one root."""
    made = counted(said("Evening Post", 8, "The Observer", OUTLET), said("Dispatch", 9, "The Observer", OUTLET))
    assert (numbers(made), made.roots[0].kind) == ((1, 1), RootKind.OUTLET)


def test_who_speaks_for_a_body_is_that_body() -> None:
    """A spokesman of a company and the company are one; an engineer of the company may be."""
    for who, most in (("A Norrgas spokesman", 1), ("A Norrgas engineer", 2)):
        spoken = said("Evening Post", 8, who, OFFICIAL, about={"affiliation": "Norrgas"})
        assert numbers(counted(spoken, said("Dispatch", 9, "Norrgas", BODY))) == (1, most)


def test_decisions_on_speakers_change_the_numbers() -> None:
    """Two officials who were joined are one, and two of whom it was decided that they are two are two at the least."""
    readings = [said("Evening Post", 8, "An official", OFFICIAL), said("Dispatch", 9, "A port official", OFFICIAL)]
    ids = sorted(identity(each.statements[0].chain[-1].speaker, each.report.id) for each in readings)
    assert numbers(counted(*readings, leaders=dict.fromkeys(ids, ids[0]))) == (1, 1)
    assert numbers(counted(*readings, apart=[(ids[0], ids[1])])) == (2, 2)


def test_the_minimum_is_the_most_of_whom_no_two_may_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three officials may be one, and a nurse is none of them; of too many roots those that are linked count once."""
    readings = [said(name, 8, "An official", OFFICIAL) for name in ("Evening Post", "Dispatch", "Echo")]
    readings.append(said("Observer", 8, "A nurse", OFFICIAL))
    assert numbers(counted(*readings)) == (2, 4)
    chain = [
        said("Evening Post", 8, "Ferro"),
        said("Dispatch", 9, "Ana Ferro"),
        said("Echo", 10, "Ole Ferro"),
    ]
    assert numbers(counted(*chain)) == (2, 3)
    monkeypatch.setattr(counting, "MOST_EXACT", 2)
    assert numbers(counted(*chain)) == (1, 3)


def test_roots_open_their_places() -> None:
    """A root names the reports and the places that lead to it, in the order of time, and says why."""
    readings = [said("Evening Post", 9, "Ana Ferro"), said("Dispatch", 8, "Ferro")]
    (root,) = counted(*readings).roots
    assert root.reports == (readings[1].report.id, readings[0].report.id)
    assert len(root.propositions) == 2
    assert root.reasons == ("'Ferro' says so", "'Ana Ferro' says so")


def test_those_whom_the_weights_take_for_one_are_one_root() -> None:
    """It has the name and the id of the first who is named, and all reports in the order of time, with the reasons."""
    nurse, ferro = said("Evening Post", 8, "A nurse", OFFICIAL), said("Dispatch", 9, "Ana Ferro")
    surgeon = said("Echo", 10, "The surgeon", OFFICIAL)
    assert numbers(counted(nurse, ferro, surgeon)) == (3, 3)
    made = counted(nurse, ferro, surgeon, weights=weighing(same={"said alike": SURELY}))
    (root,) = made.roots
    assert numbers(made) == (1, 1)
    assert (root.name, root.named, root.kind) == ("Ana Ferro", True, RootKind.SPEAKER)
    assert root.id == identity(ferro.statements[0].chain[-1].speaker, ferro.report.id)
    assert root.reports == (nurse.report.id, ferro.report.id, surgeon.report.id)
    assert len(root.propositions) == 3
    assert root.reasons == (
        "'A nurse' says so",
        "'Ana Ferro' says so",
        "'The surgeon' says so",
        "'Ana Ferro' is taken for the same: they say it in much the same words",
        "'The surgeon' is taken for the same: they say it in much the same words",
    )
    assert made.reasons == ()


def test_a_root_of_several_is_a_speaker_before_all_else() -> None:
    """Who is somebody and an outlet that is only cited is somebody; a document and an outlet are a document."""
    weights = weighing(same={"said alike": SURELY})
    outlet = said("Evening Post", 8, "The Observer", OUTLET)
    for who, kind, expected in (
        ("A nurse", OFFICIAL, RootKind.SPEAKER),
        ("The audit", DOCUMENT, RootKind.DOCUMENT),
        ("The Halcyon Herald", OUTLET, RootKind.OUTLET),
    ):
        made = counted(outlet, said("Dispatch", 9, who, kind), weights=weights)
        assert [root.kind for root in made.roots] == [expected]


def test_people_decide_against_the_weights() -> None:
    """Who was kept apart is two, whatever the weights say; two full names are two without anybody's word."""
    surely = weighing(same={"said alike": SURELY}, may={"said alike": SURELY})
    nurse, ferro = said("Evening Post", 8, "A nurse", OFFICIAL), said("Dispatch", 9, "Ana Ferro")
    ids = sorted(identity(each.statements[0].chain[-1].speaker, each.report.id) for each in (nurse, ferro))
    assert numbers(counted(nurse, ferro, weights=surely)) == (1, 1)
    made = counted(nurse, ferro, weights=surely, apart=[(ids[0], ids[1])])
    assert (numbers(made), made.one) == ((2, 2), ())
    made = counted(ferro, said("Echo", 10, "Ole Dahl"), weights=surely)
    assert (numbers(made), made.one) == ((2, 2), ())


def test_those_whom_the_weights_take_for_maybe_one_make_a_range() -> None:
    """The pair is told by the ids of its roots, with the reason of the weights."""
    nurse, ferro = said("Evening Post", 8, "A nurse", OFFICIAL), said("Dispatch", 9, "Ana Ferro")
    made = counted(nurse, ferro, weights=weighing(may={"said alike": SURELY}))
    reason = "'A nurse' and 'Ana Ferro' may be one: they say it in much the same words"
    assert numbers(made) == (1, 2)
    assert made.one == ((made.roots[0].id, made.roots[1].id, reason),)
    assert made.reasons == (f"{reason}: they count once in the minimum",)


def test_a_silent_report_that_leads_to_a_root_is_no_origin() -> None:
    """It is one of the root's reports, the root says why, and nothing is open any more."""
    ferro, silent = said("Evening Post", 8, "Ana Ferro"), bare("Dispatch", 9)
    made = counted(ferro, silent, weights=weighing(leads={"only one": SURELY}))
    (root,) = made.roots
    assert (numbers(made), made.reasons) == ((1, 1), ())
    assert root.reports == (ferro.report.id, silent.report.id)
    assert len(root.propositions) == 2
    assert root.reasons[0] == "'Ana Ferro' says so"
    assert root.reasons[-1] == (
        "Dispatch does not say how it knows, and is taken to have it from there: nobody else is known to know it"
    )
    both = said("Echo", 8, "Ole Dahl")
    assert numbers(counted(ferro, both, silent, weights=weighing(leads={"only one": SURELY}))) == (2, 3)


def test_a_silent_report_comes_in_its_time() -> None:
    """Where it was there before those who say how they know, it is the first report of their root."""
    silent, ferro = bare("Dispatch", 7), said("Evening Post", 8, "Ana Ferro")
    (root,) = counted(ferro, silent, weights=weighing(leads={"only one": SURELY})).roots
    assert root.reports == (silent.report.id, ferro.report.id)
    assert (root.name, root.kind) == ("Ana Ferro", RootKind.SPEAKER)


def test_sides_are_the_origins_by_the_rules() -> None:
    """Who is somebody comes first with everybody who is surely the same, then each report that does not say."""
    readings = [
        bare("Dispatch", 7),
        said("Evening Post", 8, "Ferro"),
        said("Echo", 9, "Ole Dahl"),
        said("Observer", 10, "Ana Ferro"),
        bare("Harbour Notes", 11),
    ]
    entries = entered(*readings)
    people, outlets = People(entries), Outlets(entries)
    members = [member(entry, "old bridge") for entry in entries]
    found = Provenance(entries, people, outlets, []).of(members)
    made = [side for side, _ in sides(found, people)]
    assert [side.leader.shown if side.leader else None for side in made] == ["Ana Ferro", "Ole Dahl", None, None]
    assert [side.members for side in made] == [(members[1], members[3]), (members[2],), (members[0],), (members[4],)]
    assert [sorted(who.shown for who in side.whos) for side in made] == [["Ana Ferro", "Ferro"], ["Ole Dahl"], [], []]
    kinds = [RootKind.SPEAKER, RootKind.SPEAKER, RootKind.UNKNOWN, RootKind.UNKNOWN]
    assert [side.kind for side in made] == kinds
    assert [each for _, leading in sides(found, people) for each in leading] == [found[n] for n in (1, 3, 2, 0, 4)]


def test_who_is_named_elsewhere_in_the_story_is_known_to_a_side() -> None:
    """A report that says nothing of the claim may give the name by which its speaker is compared."""
    quote = Quote(who="Ana Ferro", cue="said", content="herring was dear")
    elsewhere = paper("Echo", "2025-03-01T10:00Z", "Ana Ferro said herring was dear.", quote)
    entries = entered(said("Evening Post", 8, "Ferro"), elsewhere)
    people = People(entries)
    found = Provenance(entries, people, Outlets(entries), []).of([member(entries[0], "old bridge")])
    ((side, leading),) = sides(found, people)
    assert side.names == {"ferro", "ana ferro"}
    assert side.leader is not None
    assert side.leader.report == entries[1].id
    assert side.reports == {entries[0].id}
    assert leading == found


def test_a_report_that_says_it_twice_without_a_source_is_one_silent_side() -> None:
    """Two sentences of one report, of which neither tells from where it is, are one."""
    reading = paper(
        "Dispatch", "2025-03-01T09:00Z", f"{OWN} It was the oldest bridge.", own=[OWN, "It was the oldest bridge."]
    )
    entries = entered(reading)
    people = People(entries)
    members = [member(entries[0], words) for words in ("old bridge", "oldest bridge")]
    found = Provenance(entries, people, Outlets(entries), []).of(members)
    ((side, _),) = sides(found, people)
    assert (side.leader, side.whos, side.members) == (None, (), tuple(members))
    assert count(by_rules(entries, [], people).of([side]), [side]) == (0, 1)
