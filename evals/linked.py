"""Score which report has something from which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.share import Scored, Share
from evals.truth import key
from reportedly.claims.edge import EdgeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evals.retold import Found
    from evals.share import Row
    from reportedly.claims.edge import Edge

    Key = tuple[str, str, EdgeKind]


def linked(found: Found) -> Scored:
    """Return precision and recall of the edges between reports: of all, of each kind, and of pairs whatever the kind.

    An edge is right where its ends and its kind are; the ends of kinds without a direction stand in either order.
    Edges that lead to somebody who is no report of the dossier are left out.
    """
    names = found.retold.names
    true = {key(each): each.via for each in found.retold.dossier.truth.derivations}
    got: dict[Key, Edge] = {}
    for story in found.retold.stories:
        for edge in story.edges:
            if edge.report in names and edge.source in names:
                ends = (names[edge.report], names[edge.source])
                first, second = ends if edge.kind.directed else sorted(ends)
                got[first, second, edge.kind] = edge
    shares = _both("edges", true, got)
    for kind in EdgeKind:
        shares |= _both(kind, [each for each in true if each[2] is kind], [each for each in got if each[2] is kind])
    shares |= _both("pairs", _pairs(true), _pairs(got))
    rows = [
        _row(found, "edge missed", each, pair_is_there=frozenset(each[:2]) in _pairs(got), via=true[each])
        for each in sorted(true.keys() - got.keys())
    ]
    for each in sorted(got.keys() - true.keys()):
        words = [passage.text for passage in got[each].passages]
        known = frozenset(each[:2]) in _pairs(true)
        rows.append(_row(found, "edge too many", each, pair_is_there=known, reasons=got[each].reasons, words=words))
    return Scored(shares, tuple(rows))


def _both(name: str, true: Iterable[object], got: Iterable[object]) -> dict[str, Share]:
    """Return precision and recall of a set."""
    known, made = set(true), set(got)
    hits = len(known & made)
    return {f"{name} precision": Share(hits, len(made)), f"{name} recall": Share(hits, len(known))}


def _pairs(edges: Iterable[Key]) -> set[frozenset[str]]:
    """Return which reports are linked, whatever the kind."""
    return {frozenset(each[:2]) for each in edges}


def _row(found: Found, what: str, edge: Key, **values: object) -> Row:
    """Return a row of differences."""
    return {"dossier": found.retold.dossier.name, "what": what, "edge": edge, **values}
