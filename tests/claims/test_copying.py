"""Which reports have their words from which."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.copying import copies
from reportedly.claims.edge import Edge, EdgeKind
from reportedly.values import Moment, Passage, Span
from tests.claims.stories import (
    CHOIR,
    CREDITED,
    GALLERY,
    HERRING,
    INDEX_ONE,
    INDEX_TWO,
    LATER,
    ONLY_QUOTES,
    ROOF,
    UNCREDITED,
    WIRE,
    reading,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from reportedly.values import Reading

AGENCY = reading(WIRE, "Meridional", "2024-10-09T05:10Z")
POST = reading(CREDITED, "eveningpost.com", "2024-10-09T07:00Z")
STAR = reading(UNCREDITED, "islandstar.com", "2024-10-09T08:30Z")
SCHOOL = reading(ONLY_QUOTES, "lessa-echo.com", "2024-10-09T12:00Z")
FRONT = reading(INDEX_ONE, "front.example.com", "2024-10-09T09:00Z")
NEWS = reading(INDEX_TWO, "news.example.com", "2024-10-09T09:30Z")
NEXT = reading(LATER, "morningsun.com", "2024-10-10T06:00Z")
ALL = (AGENCY, POST, STAR, SCHOOL, FRONT, NEWS, NEXT)


def _one(*readings: Reading, known_by: Moment | None = None) -> Edge:
    """Return the only edge."""
    (edge,) = copies(readings, known_by=known_by)
    return edge


def _ends(edge: Edge) -> tuple[str, str]:
    """Return the ids of both reports."""
    return edge.report, edge.source


def test_a_copy_with_credit_leads_to_the_agencys_report() -> None:
    """Who credits the publisher of the source copies from it, and says so."""
    edge = _one(AGENCY, POST)
    assert _ends(edge) == (POST.report.id, AGENCY.report.id)
    assert (edge.kind, edge.wire, edge.credited, edge.sure) == (EdgeKind.COPIES, "Meridional", True, True)
    assert any("credits Meridional" in reason for reason in edge.reasons)


def test_a_copy_without_credit_is_found_behind_its_own_headline() -> None:
    """Cut paragraphs, a few changed words and another headline hide nothing."""
    edge = _one(AGENCY, STAR)
    assert _ends(edge) == (STAR.report.id, AGENCY.report.id)
    assert (edge.kind, edge.credited) == (EdgeKind.COPIES, False)
    assert any("Inspectors of the harbour office" in passage.text for passage in edge.passages)


def test_two_papers_with_one_wire_stand_side_by_side() -> None:
    """Without the agency's report neither has it from the other; who is silent is the one that is told of."""
    edge = _one(POST, STAR)
    assert _ends(edge) == (STAR.report.id, POST.report.id)
    assert (edge.kind, edge.wire, edge.credited) == (EdgeKind.SAME_WIRE, "Meridional", False)
    both = _one(POST, reading(WIRE, "lessa-echo.com", "2024-10-09T06:00Z"))
    assert (both.report, both.kind, both.credited, both.sure) == (POST.report.id, EdgeKind.SAME_WIRE, True, True)


def test_two_silent_copies_are_of_the_wire_that_a_third_credits() -> None:
    """What two reports do not say, a third one that has most of their words tells of both."""
    other = reading(UNCREDITED.replace("stricken", "burning"), "lessa-echo.com", "2024-10-09T10:00Z")
    edges = {_ends(edge): edge for edge in copies([POST, STAR, other], every=True)}
    edge = edges[other.report.id, STAR.report.id]
    assert (edge.kind, edge.wire, edge.credited) == (EdgeKind.SAME_WIRE, "Meridional", False)


def test_a_quote_in_common_makes_no_copy() -> None:
    """Two reports that share only what somebody said have nothing from one another."""
    assert copies([AGENCY, SCHOOL]) == []


def test_a_caption_in_common_makes_no_copy() -> None:
    """Two index pages that show one picture have nothing from one another."""
    assert copies([FRONT, NEWS]) == []


def test_a_gallery_joins_only_what_one_wire_has_written() -> None:
    """Captions of several pictures join two reports that credit the wire, never for sure, and nobody else."""
    line = "LESSA (Meridional) - {} said so on Wednesday, and nobody could say more."
    pages = [reading(f"{line.format(who)}\n\n{GALLERY}", f"{who}.com", "2024-10-09") for who in ("Owners", "Divers")]
    edge = _one(*pages)
    assert (edge.kind, edge.wire, edge.credited, edge.sure) == (EdgeKind.SAME_WIRE, "Meridional", True, False)
    assert any("captions" in reason for reason in edge.reasons)
    assert sum(len(passage.text) for passage in edge.passages) > 300
    assert copies([pages[0], reading(GALLERY, "front.example.com", "2024-10-09")]) == []


def test_states_of_one_wire_story_are_joined_by_little() -> None:
    """A later state that has kept one passage of the first is the same wire's."""
    edge = _one(POST, NEXT)
    assert (edge.kind, edge.wire, edge.credited, edge.sure) == (EdgeKind.SAME_WIRE, "Meridional", True, True)
    assert _ends(edge) == (NEXT.report.id, POST.report.id)


def test_a_copy_leads_to_its_nearest_original_alone() -> None:
    """Whatever is explained by the nearest source needs no other; `every` keeps all pairs."""
    third = reading(WIRE.replace("Nobody was badly hurt.", ""), "lessa-echo.com", "2024-10-09T09:00Z")
    group = [AGENCY, POST, third]
    assert {_ends(edge) for edge in copies(group)} == {
        (POST.report.id, AGENCY.report.id),
        (third.report.id, AGENCY.report.id),
    }
    assert len(copies(group, every=True)) == 3


@pytest.mark.parametrize("times", [("2024-10-09", "2024-10-09"), (None, "2024-10-09"), ("2031-01-01", "2024-10-09")])
def test_times_that_do_not_tell_leave_the_direction_open(times: tuple[str | None, str]) -> None:
    """Equal, missing and impossible times give an edge that is not sure, and says why."""
    plain = WIRE.replace("(Meridional) ", "")
    one, other = (reading(plain, f"paper{number}.com", each) for number, each in enumerate(times))
    edge = _one(one, other, known_by=Moment("2024-10-10"))
    assert (edge.kind, edge.sure) == (EdgeKind.COPIES, False)
    assert any("open" in reason for reason in edge.reasons)
    if times[0] != times[1]:
        assert _ends(edge) == (one.report.id, other.report.id)


def test_a_page_of_teasers_copies_whatever_its_time() -> None:
    """A front page that shows a report's beginning has it from there, and lends its wires to nobody."""
    lead = UNCREDITED.split("\n\n")[2]
    teasers = [
        f"{lead[: lead.index(', the coast guard')]} ...",
        *(f"The council of ward {each} has ..." for each in "12345"),
    ]
    front = reading("\n\n".join(["LESSA (Reuters) - ...", *teasers]), "portal.com", "2024-10-08T07:00Z")
    edge = _one(front, STAR)
    assert _ends(edge) == (front.report.id, STAR.report.id)
    assert (edge.kind, edge.wire, edge.sure) == (EdgeKind.COPIES, None, True)


def test_what_a_publisher_repeats_on_every_page_makes_no_copy() -> None:
    """A notice that stands on three pages of one publisher, and of no other, is the house's."""
    notice = "This page is kept by volunteers of the reading room, who check every line of it again before it appears."
    pages = [
        reading(f"{story}\n\n{notice}", "readingroom.com", f"2024-10-0{number}")
        for number, story in enumerate((HERRING, ROOF, CHOIR), 1)
    ]
    assert copies(pages) == []
    assert len(copies(pages[:2])) == 1


@given(st.lists(st.sampled_from(ALL), max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(readings: Sequence[Reading], chance: random.Random) -> None:
    """In any order, and with reports given twice, the edges are the same."""
    shuffled = [*readings, *readings]
    chance.shuffle(shuffled)
    assert copies(shuffled) == copies(readings)


def test_passages_are_words_of_both_reports() -> None:
    """Every edge opens its words: the passages stand in the report, the originals in the source, one for each."""
    reports = {each.report.id: each.report for each in ALL}
    edges = copies(ALL, every=True)
    assert len(edges) >= 4
    for edge in edges:
        assert edge.passages
        for passage, original in zip(edge.passages, edge.originals, strict=True):
            assert passage.text == reports[edge.report].text[passage.spans[0].start : passage.spans[0].end]
            assert original.text == reports[edge.source].text[original.spans[0].start : original.spans[0].end]


def test_originals_go_with_passages() -> None:
    """An edge whose originals are fewer than its passages is refused; the kinds know which are directed."""
    edge = _one(AGENCY, POST)
    with pytest.raises(ValueError, match="do not go with"):
        dataclasses.replace(edge, originals=(*edge.originals, Passage(WIRE, (Span(0, 1),))))
    assert [kind for kind in EdgeKind if kind.directed] == [EdgeKind.COPIES, EdgeKind.CITES]
