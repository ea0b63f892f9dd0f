"""Which reports name which others as where they have something from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.precedence import order
from reportedly.ledger.identities import folded
from reportedly.values import Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.outlets import Outlets
    from reportedly.values import Moment, Statement

_TELLING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|told|tells?|sa(?:id|ys|ying)|according|cit(?:e|es|ed|ing)|wrote|writes|publish\w*|reveal\w*|"
    r"quot\w+|first|stor(?:y|ies)|article|claim(?:s|ed)?|broke|account|memo|exclusive|interview\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence in which a publisher's name says that something comes from there."""
MOST = 0.6
"""Share of the words of what a body is said to say that stand in what it published, where it is cited for that."""
_EMPTY = frozenset(
    "the a an of and in on at to for by with that this it its was were is are had has have be as from".split()
)


def citations(
    entries: Sequence[Entry], outlets: Outlets, bodies: Collection[str], known_by: Moment | None = None
) -> list[Edge]:
    """Return the edges from reports to those of the publishers that they name, in the order of their ids.

    Of `bodies`, which speak for themselves, a report may name one without having anything from what it published: it
    cites that only where it says what stands there. Of several reports of a publisher it is the one that shares most
    words with what is cited, among those that were there before, if any were.
    """
    found: dict[tuple[str, str], Edge] = {}
    for entry in entries:
        for publisher, words, cited in _named(entry, outlets, bodies):
            edge = _edge(entry, outlets.reports(publisher), words, cited, known_by)
            if edge is not None:
                known = found.get((edge.report, edge.source))
                found[edge.report, edge.source] = edge if known is None else _together(known, edge)
    return [found[pair] for pair in sorted(found)]


def _named(entry: Entry, outlets: Outlets, bodies: Collection[str]) -> Iterator[tuple[str, Passage, Passage]]:
    """Yield each publisher that a report names as a source, the words for it, and what it has from there."""
    text = entry.reading.report.text
    for statement in entry.reading.statements:
        for publisher, words, cited in _in_chain(entry, statement, outlets):
            if publisher not in bodies or _stands_there(cited, outlets.reports(publisher)):
                yield publisher, words, cited
    for line in _sentences(text):
        if _TELLING.search(text, line.start, line.end):
            for publisher, words in outlets.named(entry, line.start, line.end):
                if publisher in bodies:
                    continue
                yield publisher, words, Passage(text, (line,))


def _in_chain(entry: Entry, statement: Statement, outlets: Outlets) -> Iterator[tuple[str, Passage, Passage]]:
    """Yield the publishers in a statement's chain."""
    for hop in statement.chain[1:]:
        outlet = hop.speaker.kind.value is SpeakerKind.PUBLICATION
        name = hop.speaker.name.value if hop.speaker.name else hop.words.text
        publisher = outlets.publisher(name, of=entry, whole=not outlet)
        if publisher is not None and hop.words:
            yield publisher, hop.words, statement.content or hop.words


def _stands_there(cited: Passage, reports: Sequence[Entry]) -> bool:
    """Say whether what is cited stands in one of some reports, by most of its words."""
    wanted = _telling(cited.text)
    return any(len(wanted & _telling(each.reading.report.text)) >= MOST * len(wanted) for each in reports)


def _sentences(text: str) -> Iterator[Span]:
    """Yield the lines of a text, cut behind stops."""
    for found in re.finditer(r"[^\n]+?(?:[.!?][\"”’)]?(?=\s)|\n|\Z)", text):
        if found.group().strip():
            yield Span(*found.span())


def _edge(
    entry: Entry, reports: Sequence[Entry], words: Passage, cited: Passage, known_by: Moment | None
) -> Edge | None:
    """Return the edge to the one of a publisher's reports that is cited."""
    others = [each for each in reports if each.id != entry.id]
    if not others:
        return None
    wanted = _telling(cited.text)
    orders = {each.id: order(each.reading.report, entry.reading.report, known_by) for each in others}
    earlier = [each for each in others if orders[each.id].first] or others

    def fit(each: Entry) -> tuple[int, str]:
        return -len(wanted & _telling(each.reading.report.text)), each.id

    source = min(earlier, key=fit)
    told = orders[source.id]
    reasons = [f"it names {words.text!r}"]
    if not told.sure:
        reasons.append(told.reason)
    elif not told.first:
        reasons.append("the report that it names appeared later")
    return Edge(
        report=entry.id,
        source=source.id,
        kind=EdgeKind.CITES,
        wire=source.publisher,
        credited=True,
        sure=told.sure and told.first,
        passages=(words,),
        reasons=tuple(reasons),
    )


def _together(one: Edge, other: Edge) -> Edge:
    """Return an edge with the words of two."""
    passages = tuple(dict.fromkeys((*one.passages, *other.passages)))
    return Edge(
        one.report, one.source, one.kind, one.wire, one.credited, one.sure, passages, one.reasons, one.originals
    )


def _telling(text: str) -> frozenset[str]:
    """Return the words of a text that tell something."""
    return frozenset(folded(text).split()) - _EMPTY
