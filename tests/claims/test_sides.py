"""What two origins of a claim show beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.claim import RootKind
from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.entry import Entry
from reportedly.claims.identifying import maybe
from reportedly.claims.proposition import Amount
from reportedly.claims.sides import SAME, Beside, Side, are_two, called, may_be
from reportedly.values import SpeakerKind
from tests.claims.beside import edge, report, side, who
from tests.claims.papers import paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.identifying import Who

PERSON, OFFICIAL, OFFICIALS = SpeakerKind.PERSON, SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP
BODY, STATE, DOCUMENT = SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.DOCUMENT


POST, DISPATCH, ECHO = report("Evening Post"), report("Island Dispatch"), report("Morning Echo")
FERRO, DAHL, MAYOR = who("Ana Ferro"), who("Ole Dahl"), who("The mayor", OFFICIAL, report="r2")
SOURCE, AUDIT, NORRGAS = who("A source", OFFICIAL), who("The audit", DOCUMENT), who("Norrgas", BODY)


def looked(one: Side, other: Side, *edges: Edge, among: Sequence[Entry] = (POST, DISPATCH, ECHO)) -> dict[str, float]:
    """Return what two origins show, whichever of them is asked for first: all that there is, from 0 to 1."""
    beside = Beside({entry.id: entry for entry in among}, edges)
    told = beside.same(one, other)
    assert tuple(told) == SAME
    assert all(0 <= value <= 1 for value in told.values())
    assert beside.same(other, one) == told
    return told


def shown(one: Who, other: Who, **about: Any) -> set[str]:  # noqa: ANN401 - whatever a side takes
    """Return the names of what two show of whom two papers tell in other words."""
    found = looked(side(POST, one, says="herring was dear"), side(DISPATCH, other, **about))
    return {name for name, value in found.items() if value}


def test_an_origin_is_called_by_all_that_reports_call_it() -> None:
    """Its names, surnames, nouns and words are those of everybody who is surely the same; empty words are left out."""
    ferro = who("Ana Ferro", role="Mayor", affiliation="Lessa Hospital")
    made = side(POST, ferro, who("The mayor", OFFICIAL, called="the mayor"), who("she", OFFICIAL, called="she"))
    assert made.names == made.people == {"ana ferro"}
    assert made.surnames == {"ferro"}
    assert made.heads == {"mayor"}
    assert made.called == {"ana", "ferro", "mayor", "lessa", "hospital"}
    assert made.affiliation == {"lessa", "hospital"}
    assert made.fields == {"district", "medicine"}
    assert (made.named, made.person, made.body, made.pronoun, made.general) == (True, True, False, False, False)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (FERRO, {"named", "person"}),
        (MAYOR, {"person"}),
        (who("He", OFFICIAL, called="he"), {"person", "pronoun"}),
        (SOURCE, {"person", "general"}),
        (who("Officials", OFFICIALS), {"general"}),
        (NORRGAS, {"named", "body"}),
        (who("Ministry of Fish", STATE), {"named", "body"}),
        (who("Evening Post", SpeakerKind.PUBLICATION), {"named", "body"}),
        (AUDIT, {"named"}),
    ],
)
def test_what_an_origin_is(one: Who, told: set[str]) -> None:
    """It is somebody with a name or without, a body, somebody who is only "he", or "a source", which tells nothing."""
    made = side(POST, one)
    assert {name for name in ("named", "person", "body", "pronoun", "general") if getattr(made, name)} == told
    assert (made.heads == set()) is bool(told & {"pronoun", "general"})
    silent = side(POST)
    assert not any((silent.named, silent.person, silent.body, silent.pronoun, silent.general))


def test_an_origin_has_its_members() -> None:
    """Its reports, publishers, amounts and words are theirs, and it is known since the first of them."""
    late = report("Night Mail", when="2025-03-02T09:00Z")
    four = Amount(low=4.0, high=4.0, unit=None, counted="boats")
    first, last = side(POST, FERRO, says="The boats", quantities=(four,)), side(late, FERRO, says="the boats sank")
    made = Side(first.kind, first.leader, first.whos, (*last.members, *first.members))
    assert made.reports == {POST.id, late.id}
    assert made.publishers == {"Evening Post", "Night Mail"}
    assert made.first == POST.known_from < late.known_from
    assert made.values == {(4.0, 4.0)}
    assert made.said == (frozenset({"boats", "sank"}), frozenset({"boats"}))
    assert side(Entry.of(paper(None, None, "Rain."))).publishers == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "alike", "differ", "two"),
    [
        (FERRO, who("Ana Ferro", role="Mayor"), True, False, False),
        (FERRO, who("Ferro"), True, False, False),
        (who("Ravi Kulvekar"), who("Ravin Kulwekar"), True, False, False),
        (who("Kulvekar"), who("Kulwekar"), True, False, False),
        (FERRO, DAHL, False, True, True),
        (FERRO, who("Dahl"), False, True, False),
        (who("Ferro"), who("Dahl"), False, True, False),
        (FERRO, MAYOR, False, False, False),
        (FERRO, NORRGAS, False, False, False),
        (who("Ferro Shipping", BODY), who("Dahl Harbours", BODY), False, False, False),
        (FERRO, who("Ferro Shipping", BODY), True, False, False),
        (MAYOR, SOURCE, False, False, False),
    ],
)
def test_two_full_names_that_share_nothing_are_two(
    one: Who, other: Who, *, alike: bool, differ: bool, two: bool
) -> None:
    """Names are alike that share a word, or nearly; only people of two full names are surely two."""
    ours, theirs = side(POST, one), side(DISPATCH, other)
    told = looked(ours, theirs)
    assert (told["names alike"], told["names differ"]) == (alike, differ)
    assert are_two(ours, theirs) is are_two(theirs, ours) is two


def test_who_has_a_second_name_may_be_another_full_name() -> None:
    """One spelling of several is enough: somebody whom one report calls Ana Dahl-Ferro is not surely another."""
    both = side(POST, FERRO, who("Ana Dahl-Ferro"))
    assert are_two(side(POST, FERRO), side(DISPATCH, DAHL))
    assert not are_two(both, side(DISPATCH, DAHL))


def test_nobody_is_surely_two_by_a_role_or_a_silence() -> None:
    """Those without a name, bodies, and reports that do not say how they know, are never surely two."""
    others = [side(POST, each) for each in (FERRO, MAYOR, SOURCE, NORRGAS, AUDIT)] + [side(ECHO)]
    assert not any(are_two(one, other) for one in others for other in others)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (who("Ana Ferro", role="Mayor"), MAYOR, {"role same"}),
        (who("The health minister", OFFICIAL), who("The minister", OFFICIAL, report="r2"), {"role same"}),
        (who("The surgeon", OFFICIAL), MAYOR, {"roles differ"}),
        (who("Collector Ana Ferro"), who("The collector", OFFICIAL, report="r2"), {"role in words"}),
        (SOURCE, MAYOR, set()),
    ],
)
def test_roles_are_compared(one: Who, other: Who, told: set[str]) -> None:
    """One role, one that is a word of what the other is called, or two; who is called "a source" has none."""
    assert shown(one, other) & {"role same", "role in words", "roles differ"} == told


def test_words_that_two_are_called_by_are_shared() -> None:
    """It is the share of the shorter one's words, from none to all of them."""
    board = who("Lessa Harbour Board", BODY)
    assert looked(side(POST, board), side(DISPATCH, who("Harbour Board", BODY)))["words shared"] == 1
    half = looked(side(POST, board), side(DISPATCH, who("Harbour Police", BODY)))["words shared"]
    assert half == pytest.approx(1 / 2)
    assert looked(side(POST, board), side(DISPATCH, DAHL))["words shared"] == 0
    assert looked(side(POST, who("He", OFFICIAL, called="he")), side(DISPATCH, DAHL))["words shared"] == 0


def test_a_pronoun_tells_only_in_one_report() -> None:
    """Who is "he" in a report is somebody of that report."""
    he = who("He", OFFICIAL, called="he")
    told = looked(side(POST, he), side(POST, FERRO))
    assert (told["same report"], told["pronoun"], told["one unnamed"]) == (1, 1, 1)
    told = looked(side(POST, he), side(DISPATCH, FERRO))
    assert (told["same report"], told["pronoun"]) == (0, 0)
    assert looked(side(POST, FERRO), side(POST, DAHL))["pronoun"] == 0


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (FERRO, DAHL, set()),
        (MAYOR, DAHL, {"one unnamed"}),
        (MAYOR, SOURCE, {"both unnamed", "general"}),
        (SOURCE, NORRGAS, {"one unnamed", "general", "body and person"}),
        (FERRO, NORRGAS, {"body and person"}),
        (NORRGAS, who("Ministry of Fish", STATE), {"two bodies"}),
    ],
)
def test_kinds_are_compared(one: Who, other: Who, told: set[str]) -> None:
    """Whether both have a name, whether one is a body and the other somebody, and whether one tells nothing."""
    kinds = {"one unnamed", "both unnamed", "general", "body and person", "two bodies"}
    assert shown(one, other) & kinds == told


def test_documents_are_compared() -> None:
    """Two documents are such, and one beside a person or a body may be theirs; an outlet that is cited is another."""
    kinds = {"two documents", "document of a person", "document of a body", "outlet"}
    audit = side(POST, AUDIT, kind=RootKind.DOCUMENT)
    for other, kind, told in (
        (FERRO, RootKind.SPEAKER, "document of a person"),
        (NORRGAS, RootKind.SPEAKER, "document of a body"),
        (who("A letter", DOCUMENT), RootKind.DOCUMENT, "two documents"),
    ):
        found = looked(audit, side(DISPATCH, other, kind=kind))
        assert {name for name in kinds if found[name]} == {told}
    found = looked(side(POST, FERRO), side(DISPATCH, NORRGAS, kind=RootKind.OUTLET))
    assert {name for name in kinds if found[name]} == {"outlet"}
    assert not kinds & shown(FERRO, NORRGAS)


def test_amounts_are_compared() -> None:
    """One amount in common is enough; without any on one side nothing is told."""
    four, nine, ten = (Amount(low=each, high=each, unit=None, counted="boats") for each in (4.0, 9.0, 10.0))
    for ours, theirs, same, differs in (
        ((four,), (four,), 1, 0),
        ((four, nine), (nine, ten), 1, 0),
        ((four,), (nine,), 0, 1),
        ((four,), (), 0, 0),
        ((), (), 0, 0),
    ):
        found = looked(side(POST, FERRO, quantities=ours), side(DISPATCH, MAYOR, quantities=theirs))
        assert (found["value same"], found["value differs"]) == (same, differs)


def test_words_that_two_say_are_compared() -> None:
    """It is the largest share of their words (Jaccard's) over all places of either; articles are no words."""
    said = side(POST, FERRO, says="The old bridge stays shut")
    assert looked(said, side(DISPATCH, MAYOR, says="an old bridge stays shut"))["said alike"] == 1
    assert looked(said, side(DISPATCH, MAYOR, says="an old bridge burns"))["said alike"] == pytest.approx(2 / 5)
    assert looked(said, side(DISPATCH, MAYOR, says="herring was dear"))["said alike"] == 0
    other = side(DISPATCH, MAYOR, says="herring was dear")
    two = Side(other.kind, other.leader, other.whos, (*other.members, *said.members))
    assert looked(said, two)["said alike"] == 1


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EdgeKind.SAME_OCCASION, {"same occasion"}),
        (EdgeKind.SAME_DOCUMENT, {"same document"}),
        (EdgeKind.CITES, {"one has it from the other"}),
        (EdgeKind.COPIES, {"one has it from the other"}),
        (EdgeKind.SAME_WIRE, set()),
    ],
)
def test_how_their_reports_came_by_one_another_is_looked_at(kind: EdgeKind, told: set[str]) -> None:
    """Whichever of the two reports the edge leaves from; edges of other reports tell nothing of them."""
    ours, theirs = side(POST, FERRO), side(DISPATCH, MAYOR)
    edges = {"same occasion", "same document", "one has it from the other"}
    for made in (edge(POST, DISPATCH, kind), edge(DISPATCH, POST, kind)):
        found = looked(ours, theirs, made)
        assert {name for name in edges if found[name]} == told
    found = looked(ours, theirs, edge(POST, ECHO, kind))
    assert not any(found[name] for name in edges)


def test_a_name_in_the_report_that_leaves_it_out_is_found() -> None:
    """The report that has it from the mayor, whom it does not name, speaks of Ferro elsewhere."""
    naming, silent = report("Dispatch", "Trade unions met Ferro on Monday."), report("Gazette", "Rain. Ferrol is far.")
    for entry, value in ((naming, 1), (silent, 0)):
        found = looked(side(entry, MAYOR), side(POST, FERRO), among=(entry, POST))
        assert found["named there"] == value
    assert looked(side(naming, DAHL), side(POST, FERRO), among=(naming, POST))["named there"] == 0


@pytest.mark.parametrize(
    ("text", "one", "other", "beside"),
    [
        ("Ana Ferro, who runs the hospital of Lessa, and Dr Dahl.", FERRO, who("The hospital", BODY), 1),
        ("Ferro met the cold and weary old mayor.", FERRO, MAYOR, 0),
        ("The mayor, Ana Ferro, went.", FERRO, MAYOR, 1),
        ("Ana Ferro and Ole Dahl went.", FERRO, DAHL, 1),
        ("Ana Ferro went. By night the fog came and so did Dahl.", FERRO, DAHL, 0),
        ("The mayor met the surgeon.", MAYOR, who("The surgeon", OFFICIAL), 0),
        ("Ferro came back to Lessa.", FERRO, MAYOR, 0),
    ],
)
def test_names_in_one_breath_are_found(text: str, one: Who, other: Who, beside: int) -> None:
    """In whatever report of the story, in either order; one of the two must have a name."""
    telling = report("Gazette", text)
    found = looked(side(POST, one), side(DISPATCH, other), among=(POST, DISPATCH, telling))
    assert found["named beside"] == beside


def test_what_is_told_around_a_name_is_found() -> None:
    """It is the share of the words for one that stand around the other's name, in all reports of the story."""
    pilot = who("The harbour pilot", OFFICIAL, called="the harbour pilot")
    for text, share in (
        ("Ana Ferro was a pilot of the harbour for years.", 1),
        ("Ana Ferro was a pilot.", 1 / 2),
        ("Ana Ferro" + " rowed on and on" * 3 + " to the harbour.", 0),
        ("The harbour has a pilot.", 0),
    ):
        telling = report("Gazette", text)
        found = looked(side(POST, FERRO), side(DISPATCH, pilot), among=(POST, DISPATCH, telling))
        assert found["told of the name"] == pytest.approx(share)
    telling = report("Gazette", "Norrgas was a pilot of the harbour.")
    found = looked(side(POST, NORRGAS), side(DISPATCH, pilot), among=(POST, DISPATCH, telling))
    assert found["told of the name"] == 0


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (who("The superintendent of police", OFFICIAL), who("The police", BODY), {"one field"}),
        (who("The surgeon", OFFICIAL), who("The police", BODY), {"other fields"}),
        (who("The surgeon", OFFICIAL), FERRO, set()),
        (FERRO, DAHL, set()),
    ],
)
def test_fields_are_compared(one: Who, other: Who, told: set[str]) -> None:
    """Two of one trade, or of two; of whom no field is known nothing is told."""
    assert shown(one, other) & {"one field", "other fields"} == told


def test_countries_are_compared() -> None:
    """Two who are known to be of two countries differ; who is of none that is known does not."""
    norway, sweden = who("The minister", OFFICIAL, country="NO"), who("Ministers", OFFICIALS, country="SE")
    assert "country differs" in shown(norway, sweden)
    assert "country differs" not in shown(norway, FERRO)
    assert "country differs" not in shown(norway, norway)


def test_publishers_are_compared() -> None:
    """Two reports of one outlet have the same publisher; one report does not speak for itself twice."""
    again = report("Evening Post", "Hail fell.")
    told = looked(side(POST, FERRO), side(again, MAYOR), among=(POST, again))
    assert (told["same publisher"], told["same report"]) == (1, 0)
    told = looked(side(POST, FERRO), side(POST, MAYOR))
    assert (told["same publisher"], told["same report"]) == (0, 1)
    assert "same publisher" not in shown(FERRO, MAYOR)


def test_affiliations_are_compared() -> None:
    """What somebody belongs to is that of the other, or what the other is called."""
    engineer = who("An engineer", OFFICIAL, affiliation="Norrgas")
    assert "affiliation same" in shown(engineer, NORRGAS)
    assert "affiliation same" in shown(engineer, who("Ole Dahl", affiliation="Norrgas"))
    assert "affiliation same" not in shown(engineer, who("Ole Dahl", affiliation="Halcyon"))
    assert "affiliation same" not in shown(FERRO, DAHL)


def test_why_two_may_be_one_is_that_of_the_rules() -> None:
    """It is asked of those who stand for the two; of a report that does not say how it knows there is nothing."""
    one, other = who("An official", OFFICIAL, report="r1"), who("A port official", OFFICIAL, report="r2")
    ours, theirs = side(POST, one), side(DISPATCH, other)
    assert may_be(ours, theirs) == maybe(one, other)
    assert "neither is named" in (may_be(ours, theirs) or "")
    assert looked(ours, theirs)["may be"] == 1
    assert looked(ours, side(DISPATCH, FERRO))["may be"] == 0
    assert may_be(ours, side(ECHO)) is may_be(side(ECHO), ours) is None


def test_an_origin_is_called_as_its_leader_is_shown() -> None:
    """By the name as it stands in the report; a report that does not say how it knows has it from somebody."""
    assert called(side(POST, FERRO, MAYOR)) == "Ana Ferro"
    assert called(side(POST, MAYOR, FERRO)) == "The mayor"
    assert called(side(POST)) == "somebody"


SPEAKING = (FERRO, DAHL, MAYOR, SOURCE, AUDIT, NORRGAS, who("Ferro", report="r3"), who("The mayor", OFFICIAL))


@given(
    st.lists(st.sampled_from(SPEAKING), min_size=1, max_size=3),
    st.lists(st.sampled_from(SPEAKING), min_size=1, max_size=3),
    st.text(max_size=40),
    st.sampled_from(list(RootKind)),
)
def test_whatever_a_report_holds_two_show_the_same_from_either_end(
    ours: list[Who], theirs: list[Who], text: str, kind: RootKind
) -> None:
    """No text raises anything, what is shown of two does not depend on which is first, and nor does who is two."""
    telling = report("Gazette", f"{text} Ferro {text}")
    one, other = side(telling, *ours, says=text or "Rain"), side(DISPATCH, *theirs, kind=kind)
    looked(one, other, among=(telling, DISPATCH))
    assert are_two(one, other) == are_two(other, one)
