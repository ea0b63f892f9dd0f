"""A story of invented reports around those that a test is about, and the edges of a kind among all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.derivation import derive
from tests.claims.papers import paper, surrounded

if TYPE_CHECKING:
    from reportedly.claims.edge import Edge, EdgeKind
    from reportedly.values import Reading

AROUND = (
    paper(
        "Osk Gazette",
        "2025-03-01T06:00Z",
        "The bridge at Lessa was shut on Friday evening.\n\nLorries take the road by Osk.",
    ),
    paper("Radio Lessa", "2025-03-01T07:00Z", "The ferry runs every half hour.\n\nSchool buses are late."),
    paper("Quay Blog", "2025-03-02T07:00Z", "Nobody at the fish market recalls such a winter.\n\nBread is dear."),
    paper("Evening Star", "2025-03-02T09:00Z", "Engineers measured the piers.\n\nThe town council meets on Monday."),
)
"""Other reports of the story: how much a word tells is seen from all."""


def edges_of(kind: EdgeKind, *readings: Reading) -> list[Edge]:
    """Return the edges of a kind among some reports and those around them, which are the same in any order."""
    entries, people, outlets = surrounded(*AROUND, *readings)
    found = [derive(order, people, outlets) for order in (entries, entries[::-1])]
    assert found[0] == found[1]
    return [edge for edge in found[0] if edge.kind is kind]
