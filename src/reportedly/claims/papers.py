"""Reports that rest on one document: a leaked paper that both have, a numbered bulletin, somebody's post."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.precedence import rank
from reportedly.ledger.identities import folded
from reportedly.values import Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.people import People
    from reportedly.values import Moment

HAVING = r"(?:seen|obtained|reviewed|read|copy|copies|shown|leaked|got hold)"
"""How a report says that it has a document itself."""
REACH = 80
"""Code points between the document and that."""
_PAPER = (
    r"(?:memo|memorandum|letter|charge sheet|indictment|board paper|dossier|transcript|recording|e-?mails?|cable"
    r"|contract|bank records?|invoice|minutes|draft|page)"
)
"""Papers of which a report that has them says so; in one story two of a sort are taken for one."""
_HAS = re.compile(
    rf"\b{HAVING}\b[^.\n]{{0,{REACH}}}?\b(?P<behind>{_PAPER})\b"
    rf"|\b(?P<before>{_PAPER})\b[^\n]{{0,{REACH}}}?\b{HAVING}\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?P<kind>[Bb]ulletin|[Cc]ommuniqu[eé]|[Ss]tatement|[Nn]otice|[Oo]rder) [Nn]o\.? ?(?P<number>\d+[\w/-]*)"
)
_POSTED = re.compile(
    r"\b(?:post|posted|posts|wrote|message|video|clip|account|thread|put)\b[^.\n]{0,60}?"
    r"\bon (?:the \w+ |\w+ network )?(?P<where>[A-Z]\w+)"
)
_NEAR = 220
"""Code points before a post in which whose it is stands."""


class Paper(NamedTuple):
    """A document that a report rests on: what tells it from others, what it is called, and the words for it."""

    key: tuple[str, ...]
    name: str
    words: Passage


def papers(entries: Sequence[Entry], people: People, known_by: Moment | None = None) -> list[Edge]:
    """Return the pairs of reports that rest on one document; the later one is the `report` of an edge."""
    ordered = sorted(entries, key=lambda entry: rank(entry.reading.report, known_by))
    held = {entry.id: {paper.key: paper for paper in reversed(list(_held(entry, people)))} for entry in ordered}
    edges = []
    for first, second in itertools.combinations(ordered, 2):
        shared = sorted(held[first.id].keys() & held[second.id].keys())
        if shared and (first.publisher is None or first.publisher != second.publisher):
            one, other = held[second.id][shared[0]], held[first.id][shared[0]]
            edges.append(
                Edge(
                    report=second.id,
                    source=first.id,
                    kind=EdgeKind.SAME_DOCUMENT,
                    wire=None,
                    credited=False,
                    sure=True,
                    passages=(one.words,),
                    reasons=(f"both have {one.name}",),
                    originals=(other.words,),
                )
            )
    return edges


def _held(entry: Entry, people: People) -> Iterator[Paper]:
    """Yield the documents that a report rests on, in the order of its text by sort."""
    text = entry.reading.report.text
    for found in _HAS.finditer(text):
        part = "behind" if found["behind"] else "before"
        kind = folded(found[part]).rstrip("s")
        yield Paper(("paper", kind), f"the {kind}", Passage(text, (Span(*found.span(part)),)))
    for found in _NUMBERED.finditer(text):
        shown = " ".join(found.group().split())
        yield Paper(("numbered", found["kind"].lower(), found["number"]), shown, Passage(text, (Span(*found.span()),)))
    surnames = {
        who.name.split()[-1]: who
        for who in people.of(entry.id)
        if who.named and who.kind is SpeakerKind.PERSON and who.name
    }
    for found in _POSTED.finditer(text):
        around = folded(text[max(0, found.start() - _NEAR) : found.end()]).split()
        whose = next((surname for surname in reversed(around) if surname in surnames), None)
        if whose is not None and folded(found["where"]) != whose:
            words = Passage(text, (Span(*found.span()),))
            yield Paper(
                ("post", whose, folded(found["where"])), f"a post of {surnames[whose].name} on {found['where']}", words
            )
