"""Reports that quote one speaker on one occasion."""

from __future__ import annotations

import datetime
import itertools
import re
from typing import TYPE_CHECKING

from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.precedence import rank
from reportedly.ledger.identities import folded
from reportedly.values import Channel, Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.people import People
    from reportedly.values import Hop, Moment, Statement

    Said = dict[str, list[tuple[tuple[str, str], Hop, Statement]]]
    """Who says something in each report: (report, id) of who stands for them, with hop and statement."""

APART = datetime.timedelta(hours=36)
"""How far apart reports of one occasion appear: what was said in the evening stands in the paper two mornings on."""
RUN = 6
"""Words in a row that two contents share by which they are one utterance: fewer are a turn of phrase."""
_OCCASIONS = (
    "press conference",
    "news conference",
    "briefing",
    "hearing",
    "committee",
    "session",
    "debate",
    "rally",
    "speech",
)
"""What occasions are called, the most telling first."""
_OPEN = frozenset({Channel.PRESS_CONFERENCE, Channel.SPEECH, Channel.BROADCAST})
"""Channels by which many hear a speaker at once."""


def occasions(entries: Sequence[Entry], people: People, known_by: Moment | None = None) -> list[Edge]:
    """Return the pairs of reports that quote a speaker on one occasion.

    The later one is the `report` of an edge; both ends stand side by side.
    """
    ordered = sorted(entries, key=lambda entry: rank(entry.reading.report, known_by))
    said = {entry.id: list(_sayings(entry, people)) for entry in ordered}
    edges = []
    for first, second in itertools.combinations(ordered, 2):
        if first.publisher is not None and first.publisher == second.publisher:
            continue
        edge = _occasion(first, second, said)
        edges += [edge] if edge is not None else []
    return edges


def _sayings(entry: Entry, people: People) -> Iterator[tuple[tuple[str, str], Hop, Statement]]:
    """Yield who says something in a report, as (report, id) of who stands for them, with hop and statement."""
    for statement in entry.reading.statements:
        if len(statement.chain) > 1:
            last = statement.chain[-1]
            leader = people.leader(people.who(entry.id, last.speaker))
            yield (leader.report, leader.id), last, statement


def _occasion(first: Entry, second: Entry, said: Said) -> Edge | None:
    """Return the edge of two reports that quote somebody on one occasion; None where they do not."""
    if not _close(first, second):
        return None
    occasion = next(
        (each for each in _OCCASIONS if all(_names(each, entry.reading.report.text) for entry in (first, second))), None
    )
    for (who, hop, statement), (other, again, further) in itertools.product(said[second.id], said[first.id]):
        if who != other or not hop.speaker.named or hop.speaker.kind.value is not SpeakerKind.PERSON:
            continue
        reason = "in the same words" if _in_a_row(statement.content.text, further.content.text) else None
        channels = {each.channel.value for each in (hop, again) if each.channel is not None}
        beside = occasion is not None and (
            channels & _OPEN or _beside(first, further, occasion) or _beside(second, statement, occasion)
        )
        if beside:
            reason = f"at a {occasion}"
        if reason is not None:
            return _edge(second, first, (hop.words, again.words), f"both quote {_name(hop)}: {reason}")
    return _present(first, second, said, occasion) if occasion is not None else None


def _present(first: Entry, second: Entry, said: Said, occasion: str) -> Edge | None:
    """Return the edge of two reports on one occasion, of which one quotes somebody whom the other only names."""
    for quoting, naming in ((first, second), (second, first)):
        text = naming.reading.report.text
        for _, hop, statement in said[quoting.id]:
            if not hop.speaker.named or hop.speaker.kind.value is not SpeakerKind.PERSON or not hop.words:
                continue
            surname = _name(hop).split()[-1]
            found = re.search(rf"\b{re.escape(surname)}\b", text, re.IGNORECASE)
            if found is None or not surname[:1].isupper() or not _beside(quoting, statement, occasion):
                continue
            named = Passage(text, (Span(*found.span()),))
            words = (named, hop.words) if naming is second else (hop.words, named)
            return _edge(second, first, words, f"both were at a {occasion} with {_name(hop)}")
    return None


def _name(hop: Hop) -> str:
    """Return what a speaker is called."""
    return hop.speaker.name.value if hop.speaker.name else hop.words.text


def _edge(report: Entry, source: Entry, words: tuple[Passage, Passage], reason: str) -> Edge:
    """Return an edge between two that stand side by side."""
    shown, original = words
    both = bool(shown) and bool(original)
    return Edge(
        report=report.id,
        source=source.id,
        kind=EdgeKind.SAME_OCCASION,
        wire=None,
        credited=False,
        sure=True,
        passages=(shown,) if both else (),
        reasons=(reason,),
        originals=(original,) if both else (),
    )


def _close(first: Entry, second: Entry) -> bool:
    """Say whether two reports appeared near enough to one another for one occasion."""
    if not (first.stated and second.stated):
        return True
    one, other = (datetime.datetime.fromisoformat(each.known_from) for each in (first, second))
    return abs(one - other) <= APART


def _in_a_row(one: str, other: str) -> bool:
    """Say whether two contents share words in a row."""
    words, others = folded(one).split(), folded(other).split()
    runs = {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
    return any(tuple(others[place : place + RUN]) in runs for place in range(len(others) - RUN + 1))


def _names(occasion: str, text: str) -> bool:
    """Say whether a text names an occasion, in a word of its own."""
    return re.search(rf"\b{occasion}\b", text, re.IGNORECASE) is not None


def _beside(entry: Entry, statement: Statement, occasion: str) -> bool:
    """Say whether the paragraph of a statement's source names an occasion."""
    if not statement.source:
        return False
    start = statement.source.spans[0].start
    report = entry.reading.report
    return any(
        _names(occasion, report.text[paragraph.start : paragraph.end])
        for paragraph in report.paragraphs
        if paragraph.start <= start < paragraph.end
    )
