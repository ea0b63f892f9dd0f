"""How the reports of a story came by what they say: all edges between them, each pair told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.bodies import speaking_bodies
from reportedly.claims.citations import citations
from reportedly.claims.copying import copies
from reportedly.claims.edge import EdgeKind
from reportedly.claims.occasions import occasions
from reportedly.claims.papers import papers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.outlets import Outlets
    from reportedly.claims.people import People
    from reportedly.values import Moment

Wrong = tuple[str, str, EdgeKind]
"""An edge that somebody judged wrong: its report, its source and its kind."""


def derive(
    entries: Sequence[Entry],
    people: People,
    outlets: Outlets,
    *,
    known_by: Moment | None = None,
    wrong: Collection[Wrong] = (),
) -> list[Edge]:
    """Return the edges between the reports of a story, in the order of their ids, whatever that of the reports.

    What a report copies it does not cite as well: it has the words that name another from whom it copies. Who copies
    was on no occasion, and who cites a report on a document has not seen the document.
    """
    copied = copies([entry.reading for entry in entries], known_by=known_by)
    bodies = speaking_bodies(entries, outlets)
    cited = [edge for edge in citations(entries, outlets, bodies, known_by) if not _carried(edge, copied)]
    linked = {frozenset((edge.report, edge.source)) for edge in cited}
    taking = {edge.report for edge in copied if edge.kind is EdgeKind.COPIES}
    beside = [
        edge
        for edge in (*occasions(entries, people, known_by), *papers(entries, people, known_by))
        if not {edge.report, edge.source} & taking
        and (edge.kind is EdgeKind.SAME_OCCASION or frozenset((edge.report, edge.source)) not in linked)
    ]
    refused = set(wrong)
    edges = [edge for edge in (*copied, *cited, *beside) if (edge.report, edge.source, edge.kind) not in refused]
    return sorted(edges, key=lambda edge: (edge.report, edge.source, edge.kind))


def _carried(edge: Edge, copied: Sequence[Edge]) -> bool:
    """Say whether a report names another only in words that it copies, or names the one that it copies."""
    own = [each for each in copied if each.report == edge.report and each.kind is EdgeKind.COPIES]
    if any(each.source == edge.source for each in own):
        return True
    return bool(own) and all(
        any(
            piece.overlaps(span)
            for each in own
            for passage in each.passages
            for piece in passage.spans
            for span in words.spans
        )
        for words in edge.passages
    )
