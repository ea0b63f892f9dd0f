"""Reports that rest on one document: a leaked paper that both have, a numbered bulletin, somebody's post."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.identifying import COMMON, is_document
from reportedly.claims.precedence import rank
from reportedly.ledger.identities import folded
from reportedly.values import Channel, Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.people import People
    from reportedly.values import Moment, Statement

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
_POST = re.compile(r"\b(?:in (?:a|his|her|their) post|posted|tweet(?:s|ed)?)\b", re.IGNORECASE)
"""How it is told that somebody's words were posted."""
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
    for statement in entry.reading.statements:
        if len(statement.chain) > 1 and (paper := _quoted(entry, statement, people)) is not None:
            yield paper
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
            yield Paper(("post", whose), f"a post of {surnames[whose].shown} on {found['where']}", words)


def _quoted(entry: Entry, statement: Statement, people: People) -> Paper | None:
    """Return the document or the post that a statement quotes; None where it quotes neither."""
    hop = statement.chain[-1]
    who = people.who(entry.id, hop.speaker)
    if not hop.words or hop.words.within != entry.reading.report.text:
        return None
    if who.kind is SpeakerKind.DOCUMENT and is_document(who.head) and who.head not in COMMON:
        denied = hop.words.text.lower().startswith("no ") or who.name.startswith("no ")
        return None if denied else Paper(("paper", who.head), f"the {who.head}", hop.words)
    posted = hop.channel is not None and hop.channel.value is Channel.POST
    if who.named and who.kind is SpeakerKind.PERSON and (posted or _tells_of_post(entry, statement)):
        return Paper(("post", who.name.split()[-1]), f"a post of {who.shown}", hop.words)
    return None


def _tells_of_post(entry: Entry, statement: Statement) -> bool:
    """Say whether the paragraph of a statement's source says that it was posted."""
    if not statement.source:
        return False
    report, start = entry.reading.report, statement.source.spans[0].start
    paragraph = next((each for each in report.paragraphs if each.start <= start < each.end), None)
    return paragraph is not None and _POST.search(report.text, paragraph.start, paragraph.end) is not None
