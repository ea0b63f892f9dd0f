"""Origins to be held beside one another, made by hand: who they are, in which reports, and how those are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.claims.claim import Member, Relation, RootKind
from reportedly.claims.edge import Edge
from reportedly.claims.entry import Entry
from reportedly.claims.identifying import Who
from reportedly.claims.sides import Side
from reportedly.ledger.identities import identity
from reportedly.values import SpeakerKind
from tests.building import speaker
from tests.claims.papers import paper
from tests.claims.said import said

if TYPE_CHECKING:
    from reportedly.claims.edge import EdgeKind


def report(publisher: str, text: str = "Rain fell on Lessa.", when: str = "2025-03-01T08:00Z") -> Entry:
    """Return a report of a publisher with some text."""
    return Entry.of(paper(publisher, when, text))


def edge(one: Entry, other: Entry, kind: EdgeKind) -> Edge:
    """Return an edge from one report to another."""
    return Edge(
        report=one.id, source=other.id, kind=kind, wire=None, credited=False, sure=True, passages=(), reasons=()
    )


def who(
    name: str,
    kind: SpeakerKind = SpeakerKind.PERSON,
    *,
    report: str = "r1",
    definite: bool = False,
    **about: Any,  # noqa: ANN401 - whatever a speaker takes
) -> Who:
    """Return a speaker of a report, with words for the role or the affiliation, and a country."""
    country, named, called = about.pop("country", None), about.pop("named", None), about.pop("called", "")
    one = speaker("; ".join([name, *about.values()]), (name, 0), kind, country=country, named=named, **about)
    return Who.of(one, identity(one, report), report, definite=definite, called=called)


def side(
    entry: Entry,
    *whos: Who,
    says: str = "the old bridge stays shut",
    kind: RootKind = RootKind.SPEAKER,
    **about: Any,  # noqa: ANN401 - whatever a Proposition takes
) -> Side:
    """Return an origin of which one report has some words; without anybody, the report does not say how it knows."""
    made = Member(
        proposition=said(says, report=entry.id, **about),
        relation=Relation.SAME,
        publisher=entry.publisher,
        known_from=entry.known_from,
    )
    return Side(kind if whos else RootKind.UNKNOWN, whos[0] if whos else None, whos, (made,))
