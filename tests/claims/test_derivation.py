"""How the reports of a story came by what they say."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reportedly.claims.derivation import derive
from reportedly.claims.edge import EdgeKind
from tests.claims import stories
from tests.claims.papers import Quote, paper, surrounded

if TYPE_CHECKING:
    from collections.abc import Collection

    from reportedly.claims.derivation import Wrong
    from reportedly.claims.edge import Edge
    from reportedly.values import Reading

WIRE = stories.reading(stories.WIRE, "Meridional", "2024-10-09T06:00Z")
COPY = stories.reading(stories.UNCREDITED, "Harbour Notes", "2024-10-09T09:00Z")
CREDITED = stories.reading(stories.CREDITED, "Evening Post", "2024-10-09T08:00Z")


def derived(*readings: Reading, wrong: Collection[Wrong] = ()) -> list[Edge]:
    """Return the edges among some reports, which are the same in any order."""
    entries, people, outlets = surrounded(*readings)
    found = [derive(order, people, outlets, wrong=wrong) for order in itertools.permutations(entries)]
    assert all(each == found[0] for each in found)
    return found[0]


def kinds(edges: list[Edge]) -> set[EdgeKind]:
    """Return what edges say."""
    return {edge.kind for edge in edges}


def test_a_copy_is_no_citation_as_well() -> None:
    """Who takes the wire's words takes the agency's name with them: it is one edge, credited or not."""
    edges = derived(WIRE, CREDITED, COPY)
    assert {(edge.report, edge.source, edge.credited) for edge in edges if edge.kind is EdgeKind.COPIES} == {
        (CREDITED.report.id, WIRE.report.id, True),
        (COPY.report.id, WIRE.report.id, False),
    }
    assert EdgeKind.CITES not in kinds(edges)


def test_a_copy_that_names_whom_it_copies_is_one_edge() -> None:
    """Where the report says in its own words that it has it from the wire, it still only copies it."""
    text = f"{stories.UNCREDITED}\n\nThe Meridional was first to report on it."
    naming = stories.reading(text, "Harbour Notes", "2024-10-09T09:00Z")
    assert [(edge.source, edge.kind) for edge in derived(WIRE, naming)] == [(WIRE.report.id, EdgeKind.COPIES)]


def test_a_copy_that_names_another_in_its_own_words_cites_it() -> None:
    """What stands outside the copied words is the report's own."""
    other = paper("Osk Gazette", "2024-10-09T05:00Z", "The engine of the Halcyon had stopped twice that week.")
    text = f"{stories.UNCREDITED}\n\nThe Osk Gazette reported that its engine had stopped twice that week."
    both = stories.reading(text, "Harbour Notes", "2024-10-09T09:00Z")
    edges = [edge for edge in derived(WIRE, other, both) if edge.report == both.report.id]
    assert {(edge.kind, edge.source) for edge in edges} == {
        (EdgeKind.COPIES, WIRE.report.id),
        (EdgeKind.CITES, other.report.id),
    }


def test_who_copies_was_on_no_occasion() -> None:
    """The words of a speaker in copied words were heard by the other."""
    told = Quote(who=("Ana Ferro", 0), cue=("said", 1), content="The children sang until about three in the\nmorning")
    wire = paper("Meridional", "2024-10-09T06:00Z", stories.WIRE, told)
    copy = paper("Harbour Notes", "2024-10-09T09:00Z", "Sung through the night\n\n" + stories.WIRE, told)
    assert kinds(derived(wire, copy)) == {EdgeKind.COPIES}


def test_a_wrong_edge_is_left_out() -> None:
    """What somebody judged wrong is gone, and nothing else is."""
    edges = derived(WIRE, CREDITED, COPY)
    wrong = (COPY.report.id, WIRE.report.id, EdgeKind.COPIES)
    left = derived(WIRE, CREDITED, COPY, wrong=[wrong])
    assert left == [edge for edge in edges if (edge.report, edge.source, edge.kind) != wrong]
    assert len(left) == len(edges) - 1
