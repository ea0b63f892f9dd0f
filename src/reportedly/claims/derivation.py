"""How the reports of a story came by what they say: all edges between them, each pair told once for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.citations import citations
from reportedly.claims.copying import copies
from reportedly.claims.edge import EdgeKind
from reportedly.claims.occasions import occasions
from reportedly.claims.papers import papers
from reportedly.claims.story_pages import Pages
from reportedly.claims.weighing import edge, model, weighed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.outlets import Outlets
    from reportedly.claims.people import People
    from reportedly.values import Moment

Wrong = tuple[str, str, EdgeKind]
"""An edge that somebody judged wrong: its report, its source and its kind."""
BESIDE = ((EdgeKind.SAME_OCCASION, occasions), (EdgeKind.SAME_DOCUMENT, papers))
"""The kinds of which both ends stand side by side, and what finds the evidence for them."""


def derive(
    entries: Sequence[Entry],
    people: People,
    outlets: Outlets,
    *,
    known_by: Moment | None = None,
    wrong: Collection[Wrong] = (),
) -> list[Edge]:
    """Return the edges between the reports of a story, in the order of their ids, whatever that of the reports.

    What a report copies it does not cite as well. Whether somebody who copies or cites was on an occasion, or has seen
    a document, is weighed with the rest of the evidence.
    """
    copied = copies([entry.reading for entry in entries], known_by=known_by)
    story = Pages(entries, people, outlets, copied, known_by)
    edges = [*copied, *_cited(story)]
    for kind, finds in BESIDE:
        weights = model().kinds[kind]
        for found in weighed(finds(story), weights).values():
            shown = edge(kind, found, None, weights.threshold)
            edges += [shown] if shown is not None else []
    refused = set(wrong)
    kept = [each for each in edges if (each.report, each.source, each.kind) not in refused]
    return sorted(kept, key=lambda each: (each.report, each.source, each.kind))


def _cited(story: Pages) -> list[Edge]:
    """Return the citations of a story, and tell it the chances of all that may be one."""
    weights = model().kinds[EdgeKind.CITES]
    found = weighed(citations(story), weights)
    story.cite({pair: each[0].chance for pair, each in found.items()})
    edges = (
        edge(EdgeKind.CITES, each, story.page[source].entry.publisher, weights.threshold)
        for (_, source), each in found.items()
    )
    return [each for each in edges if each is not None]
