"""Which reports have their words from which: what they share that is neither quoted nor around the story."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims.containment import Containment
from reportedly.claims.edge import Edge
from reportedly.claims.house import without_house, without_quoted
from reportedly.claims.nearest import nearest
from reportedly.claims.precedence import rank
from reportedly.claims.relating import Relating
from reportedly.claims.reuse import shared
from reportedly.claims.wording import Standing, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from reportedly.claims.relating import Link
    from reportedly.claims.reuse import Reuse
    from reportedly.claims.wording import Wording
    from reportedly.values import Moment, Reading, Report

CHANCE = 10
"""Own words of a passage that two who write of one event may hit on: names with their titles, set phrases."""
TELLING = 10
"""Own words beyond chance, over all passages, from which on two reports share more than the event."""
GALLERY = 120
"""Words of captions in common from which on two reports share a gallery, and not a picture: three captions."""
CANDIDATE = 4
"""Own shingles from which on a pair is aligned: a passage of eleven own words."""


def copies(readings: Sequence[Reading], *, known_by: Moment | None = None, every: bool = False) -> list[Edge]:
    """Return which of the reports of one story have their words from which others, in the order of their ids.

    A report leads to the nearest that has its words, and to others only for words that this one does not have; with
    `every`, to all that share enough. The edges are `copies` (one has it from the other) and `same-wire`. The order of
    the readings changes nothing, and a report that is given twice counts once. `known_by` is a time at which all
    reports were at hand: times of publication after it are not believed.
    """
    given = sorted({each.report.id: each for each in readings}.values(), key=lambda each: each.report.id)
    reports = [each.report for each in given]
    wordings = without_house(without_quoted([wording(each) for each in given]))
    reuses = sharing(wordings)
    relating = Relating(given, reuses, known_by)
    links = [relating.link(pair, reuse) for pair, reuse in reuses.items()]
    links += filter(None, (relating.gallery(*each) for each in galleries(wordings).items() if each[0] not in reuses))
    if not every:
        links = _to_the_nearest(links, wordings, known_by)
    return sorted((_edge(link, reports) for link in links), key=lambda edge: (edge.report, edge.source))


def sharing(wordings: Sequence[Wording]) -> dict[tuple[int, int], Reuse]:
    """Return the pairs of places of reports that share more than two would who write of one event, and what."""
    frequency = Containment([each.words.shingles() for each in wordings]).reports
    own = Containment([each.words.shingles()[each.all_in(Standing.OWN)] for each in wordings])
    reuses = {(one, other): shared(wordings[one], wordings[other], frequency) for one, other in own.shared(CANDIDATE)}
    return {pair: reuse for pair, reuse in reuses.items() if beyond_chance(reuse) >= TELLING}


def galleries(wordings: Sequence[Wording]) -> dict[tuple[int, int], Reuse]:
    """Return the pairs of places of reports that share the captions of several pictures, and what they share."""
    captions = Containment([each.words.shingles()[each.all_in(Standing.CAPTION)] for each in wordings])
    reuses = {(one, other): shared(wordings[one], wordings[other]) for one, other in captions.shared(GALLERY // 2)}
    return {pair: reuse for pair, reuse in reuses.items() if reuse.captions >= GALLERY}


def beyond_chance(reuse: Reuse) -> int:
    """Return how many own words two reports share beyond what chance gives to each passage."""
    return sum(max(0, each.own - CHANCE) for each in reuse.passages)


def _to_the_nearest(links: Iterable[Link], wordings: Sequence[Wording], known_by: Moment | None) -> list[Link]:
    """Return the links of every report to its nearest."""
    of: dict[int, dict[str, Link]] = {}
    for link in links:
        of.setdefault(link.report, {})[wordings[link.source].report.id] = link
    kept = []
    for _, found in sorted(of.items()):
        shares = {source: _marked(link, wordings[link.report]) for source, link in found.items()}
        ranks = {source: rank(wordings[link.source].report, known_by) for source, link in found.items()}
        kept += [found[source] for source in nearest(shares, ranks, CHANCE + TELLING)]
    return kept


def _marked(link: Link, its: Wording) -> NDArray[np.bool_]:
    """Return which of a report's words are its own and shared."""
    marked = np.zeros(len(its.words), dtype=bool)
    for each in link.reuse.passages:
        first, last = np.searchsorted(its.words.starts, (each.first.start, each.first.end))
        marked[first:last] = its.standing[first:last] == Standing.OWN
    return marked


def _edge(link: Link, reports: Sequence[Report]) -> Edge:
    """Return a link as an edge; its passages are those that have words of the reports' own."""
    reuse = link.reuse
    told = (
        f"{reuse.own} words outside quotation marks in common, {reuse.longest} of them in one passage: "
        f"{reuse.first_share:.0%} of this report, {reuse.second_share:.0%} of the source"
    )
    telling = [bool(each.captions if link.gallery else each.own) for each in reuse.passages]
    both = list(itertools.compress(reuse.spans(), telling))
    return Edge(
        report=reports[link.report].id,
        source=reports[link.source].id,
        kind=link.kind,
        wire=link.wire,
        credited=link.credited,
        sure=link.sure,
        passages=tuple(first for first, _ in both),
        reasons=link.reasons if link.gallery else (told, *link.reasons),
        originals=tuple(second for _, second in both),
    )
