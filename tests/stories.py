"""Stories of any kind, for properties: every part leads to words of a reading, and nothing else is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reportedly.claims.claim import (
    Claim,
    Drift,
    DriftKind,
    Grade,
    Member,
    Origins,
    Relation,
    Response,
    Root,
    RootKind,
    Standing,
    Status,
    Story,
    Value,
)
from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.entry import Entry
from reportedly.claims.proposition import Proposition
from reportedly.values import Bound, Certainty, Passage, Stance, stable_id
from tests.strategies import TEXTS, passages, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

LATER = "2025-03-06T08:00:00Z"
NUMBERS = st.none() | st.sampled_from([0.0, 12.0, 12.5, 1e9])
REASONS = st.lists(TEXTS, max_size=2).map(tuple)


@st.composite
def _members(draw: st.DrawFn, entry: Entry, number: int) -> Member:
    """Draw a place in a report that says something: a statement's content, other words, or its title."""
    report, statements = entry.reading.report, entry.reading.statements
    one = draw(st.none() | st.sampled_from(statements)) if statements else None
    headline = one is None and bool(report.title) and draw(st.booleans())
    words = one.content if one else draw(passages(report.title or "" if headline else report.text))
    return Member(
        proposition=Proposition(
            id=stable_id("p", report.id, number),
            report=report.id,
            statement=one.id if one else None,
            words=words,
            headline=headline,
            speaker=stable_id("i", number) if one and one.speaker else None,
            negated=draw(st.booleans()),
            stance=draw(st.sampled_from(Stance)),
            certainty=draw(st.sampled_from(Certainty)),
        ),
        relation=draw(st.sampled_from(Relation)),
        publisher=entry.publisher,
        known_from=entry.known_from,
        reasons=draw(REASONS),
    )


@st.composite
def _edges(draw: st.DrawFn, entries: Sequence[Entry]) -> Edge:
    """Draw an edge, from a report to any, or to somebody whom nobody knows."""
    report = draw(st.sampled_from(entries))
    source = draw(st.none() | st.sampled_from(entries))
    shared = draw(st.lists(passages(report.reading.report.text), max_size=2))
    original = source.reading.report.text if source else ""
    return Edge(
        report=report.id,
        source=source.id if source else stable_id("i", "somebody"),
        kind=draw(st.sampled_from(EdgeKind)),
        wire=draw(st.none() | TEXTS),
        credited=draw(st.booleans()),
        sure=draw(st.booleans()),
        passages=tuple(shared),
        reasons=draw(REASONS),
        originals=tuple(draw(passages(original)) for _ in shared) if source else (),
    )


@st.composite
def _roots(draw: st.DrawFn, members: Sequence[Member], number: int) -> Root:
    """Draw an origin with some that lead to it."""
    leading = draw(st.lists(st.sampled_from(members), min_size=1, max_size=3))
    return Root(
        id=stable_id("i", "root", number),
        kind=draw(st.sampled_from(RootKind)),
        name=draw(TEXTS),
        named=draw(st.booleans()),
        reports=tuple(dict.fromkeys(each.proposition.report for each in leading)),
        propositions=tuple(dict.fromkeys(each.proposition.id for each in leading)),
        reasons=draw(REASONS),
    )


@st.composite
def _responses(draw: st.DrawFn, entry: Entry, number: int) -> Response:
    """Draw a response in a report."""
    statements = entry.reading.statements
    return Response(
        statement=draw(st.sampled_from(statements)).id if statements else stable_id("s", number),
        report=entry.id,
        publisher=entry.publisher,
        known_from=entry.known_from,
        stance=draw(st.sampled_from(Stance)),
        speaker=draw(st.none() | st.just(stable_id("i", number))),
        name=draw(TEXTS),
        named=draw(st.booleans()),
        words=draw(passages(entry.reading.report.text)),
        narrower=draw(st.booleans()),
        reasons=draw(REASONS),
    )


@st.composite
def _values(draw: st.DrawFn, member: Member) -> Value:
    """Draw a value of a member."""
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    said = member.proposition
    return Value(
        words=draw(passages(said.words.within)),
        low=low,
        high=high,
        bound=draw(st.sampled_from(Bound)),
        unit=draw(st.sampled_from([None, "metre"])),
        counted=draw(TEXTS),
        proposition=said.id,
        report=said.report,
        known_from=member.known_from,
    )


@st.composite
def _drifts(draw: st.DrawFn, members: Sequence[Member]) -> Drift:
    """Draw a change from one member to another."""
    before, after = draw(st.sampled_from(members)), draw(st.sampled_from(members))

    def words(member: Member) -> Passage:
        return draw(passages(member.proposition.words.within))

    return Drift(
        kind=draw(st.sampled_from(DriftKind)),
        before=words(before),
        after=words(after),
        from_=before.proposition.id,
        to=after.proposition.id,
        before_certainty=draw(st.sampled_from(Certainty)),
        after_certainty=draw(st.sampled_from(Certainty)),
        reasons=draw(REASONS),
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Draw a story with one claim."""
    drawn = {each.report.id: each for each in draw(st.lists(readings(), min_size=1, max_size=3))}
    entries = sorted((Entry.of(each, LATER) for each in drawn.values()), key=lambda each: each.known_from)
    members = [draw(_members(entry, number)) for number, entry in enumerate(entries * draw(st.integers(1, 2)))]
    members.sort(key=lambda each: each.known_from)
    edges = tuple(draw(st.lists(_edges(entries), max_size=4)))
    roots = tuple(draw(_roots(members, number)) for number in range(draw(st.integers(0, 3))))
    responses = tuple(draw(_responses(entry, number)) for number, entry in enumerate(entries) if draw(st.booleans()))
    claim = Claim(
        id=stable_id("c", members[0].proposition.id),
        clearest=draw(st.sampled_from(members)),
        about=draw(st.none() | TEXTS),
        members=tuple(members),
        responses=responses,
        edges=edges,
        origins=Origins(
            minimum=min(1, len(roots)),
            maximum=len(roots),
            roots=roots,
            one=((roots[0].id, roots[1].id, draw(TEXTS)),) if len(roots) > 1 else (),
            cycles=draw(st.sampled_from([(), (tuple(sorted(each.id for each in entries)),)])),
            reasons=draw(REASONS),
        ),
        standing=Standing(
            status=draw(st.sampled_from(Status)),
            confirmed=responses[:1],
            denied=responses[1:2],
            unanswered=responses[2:3],
            reasons=draw(REASONS),
        ),
        values=tuple(draw(_values(member)) for member in members if draw(st.booleans())),
        drifts=tuple(draw(st.lists(_drifts(members), max_size=2))),
        grade=Grade(
            letter="F", digit=6, letter_reasons=draw(REASONS), digit_reasons=draw(REASONS), would_change=draw(REASONS)
        ),
    )
    return Story(id=stable_id("y", entries[0].id), entries=tuple(entries), edges=edges, claims=(claim,))
