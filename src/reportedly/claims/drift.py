"""Where a claim became surer or less sure on its way, or a range became a number: both words side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import Drift, DriftKind, Relation
from reportedly.claims.sureness import level, sureness
from reportedly.claims.telling import told_by
from reportedly.claims.valuing import counted
from reportedly.reading.likeness import shared, words_of
from reportedly.values import Bound, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.valuing import Counted
    from reportedly.values import Finding, Quantity


def drifts(members: Sequence[Member], edges: Sequence[Edge], entries: Mapping[str, Entry]) -> tuple[Drift, ...]:
    """Return what changed on the way of a claim: from each report to those that have it from there, then headlines.

    A report's surest words for the claim are compared with the surest of the report that it has them from, so that
    whoever tells both the sure and the unsure words of a source has changed nothing. Only edges that say which was
    first are ways. In one report the headline is compared with the surest words of the body.
    """
    by_report: dict[str, list[Member]] = {}
    for member in members:
        if member.relation is Relation.SAME:
            by_report.setdefault(member.proposition.report, []).append(member)
    ways = sorted({(edge.source, edge.report) for edge in edges if edge.kind.directed and edge.source != edge.report})
    found: list[Drift] = []
    for source, report in ways:
        if source in by_report and report in by_report:
            found.extend(_on_the_way(by_report[source], by_report[report], entries))
    for own in by_report.values():
        found.extend(_in_the_headline(own, entries))
    return tuple(found)


def _on_the_way(source: Sequence[Member], report: Sequence[Member], entries: Mapping[str, Entry]) -> Iterator[Drift]:
    """Yield what changed from one report to the next."""
    before, after = _alike(_surest(source, entries), _surest(report, entries))
    kind, reason = _change(before, after, entries)
    if kind is not None:
        yield _drift(kind, before, after, entries, reason)
    yield from _numbers(source, report, entries)


def _change(before: Member, after: Member, entries: Mapping[str, Entry]) -> tuple[DriftKind | None, str]:
    """Return how the sureness of words changed, and why it is said to."""
    was, now = sureness(before, entries), sureness(after, entries)
    hedged, hedges = _hedge(before, entries), _hedge(after, entries)
    if level(now) < level(was):
        if hedged is not None and hedges is None:
            return DriftKind.HEDGE_DROPPED, f"the hedge {hedged.words.text!r} is gone"
        return DriftKind.SURER, f"{was.value} became {now.value}"
    if level(now) > level(was):
        if hedges is not None and hedged is None:
            return DriftKind.HEDGE_ADDED, f"the hedge {hedges.words.text!r} came in"
        return DriftKind.LESS_SURE, f"{was.value} became {now.value}"
    return None, ""


def _hedge(member: Member, entries: Mapping[str, Entry]) -> Finding[object] | None:
    """Return the reporter's hedge at the words of a member."""
    statement = told_by(member.proposition, entries)
    return statement.hedge if statement is not None and statement.hedge is not None else None


def _numbers(source: Sequence[Member], report: Sequence[Member], entries: Mapping[str, Entry]) -> Iterator[Drift]:
    """Yield where a range of the source is a plain number in the report, and the report has the range nowhere."""
    ranges = [each for member in source for each in counted(member, entries) if _open(each.quantity)]
    theirs = [each for member in report for each in counted(member, entries)]
    exact = [each for member in source for each in counted(member, entries) if not _open(each.quantity)]
    told: set[tuple[float | None, tuple[str, str]]] = set()
    for after in theirs:
        number = after.quantity.low
        fits = [each for each in ranges if _same_thing(each, after) and _holds(each.quantity, number)]
        if _open(after.quantity) or not fits or (number, after.thing) in told:
            continue
        if any(each.quantity.low == number for each in exact) or any(_equal(fits[0], each) for each in theirs):
            continue
        told.add((number, after.thing))
        before = fits[0]
        yield Drift(
            kind=DriftKind.RANGE_TO_NUMBER,
            before=before.quantity.words,
            after=after.quantity.words,
            from_=before.member.proposition.id,
            to=after.member.proposition.id,
            before_certainty=sureness(before.member, entries),
            after_certainty=sureness(after.member, entries),
            reasons=(f"{before.quantity.words.text!r} became {after.quantity.words.text!r}",),
        )


def _open(quantity: Quantity) -> bool:
    """Say whether words leave open how many: "20 to 25", "dozens", "about 30"."""
    return quantity.low != quantity.high or quantity.bound is not Bound.EXACTLY


def _holds(quantity: Quantity, number: float | None) -> bool:
    """Say whether a number lies in a range."""
    low, high = quantity.low, quantity.high
    return number is not None and (low is None or low <= number) and (high is None or number <= high)


def _same_thing(before: Counted, after: Counted) -> bool:
    """Say whether two quantities count the same: in one unit, and in one word where both reports have one."""
    (unit, word), (other_unit, other_word) = before.thing, after.thing
    return unit == other_unit and (word == other_word or not word or not other_word)


def _equal(one: Counted, other: Counted) -> bool:
    """Say whether two ranges are one."""
    return _open(other.quantity) and (one.quantity.low, one.quantity.high) == (other.quantity.low, other.quantity.high)


def _in_the_headline(own: Sequence[Member], entries: Mapping[str, Entry]) -> Iterator[Drift]:
    """Yield where a report's headline is surer than all that its body says of the claim."""
    heads = [member for member in own if member.proposition.headline]
    bodies = [member for member in own if not member.proposition.headline]
    if not heads or not bodies:
        return
    body, head = _alike(_surest(bodies, entries), _surest(heads, entries))
    was, now = sureness(body, entries), sureness(head, entries)
    if level(now) < level(was):
        reason = f"the headline is {now.value}, the surest words of the body are {was.value}"
        yield _drift(DriftKind.HEADLINE_SURER, body, head, entries, reason)


def _surest(members: Sequence[Member], entries: Mapping[str, Entry]) -> list[Member]:
    """Return the members that sound surest."""
    best = min(level(sureness(member, entries)) for member in members)
    return [member for member in members if level(sureness(member, entries)) == best]


def _alike(ones: Sequence[Member], others: Sequence[Member]) -> tuple[Member, Member]:
    """Return the two members, one of each, that share most of their words; of equal ones the first."""
    pairs = [(one, other) for one in ones for other in others]
    return max(pairs, key=lambda pair: shared(words_of(pair[0].proposition.words), words_of(pair[1].proposition.words)))


def _drift(kind: DriftKind, before: Member, after: Member, entries: Mapping[str, Entry], reason: str) -> Drift:
    """Write a drift of sureness down."""
    return Drift(
        kind=kind,
        before=_shown(before, entries),
        after=_shown(after, entries),
        from_=before.proposition.id,
        to=after.proposition.id,
        before_certainty=sureness(before, entries),
        after_certainty=sureness(after, entries),
        reasons=(reason,),
    )


def _shown(member: Member, entries: Mapping[str, Entry]) -> Passage:
    """Return the words of a member, with those beside it that weaken them: "reportedly … the bridge is shut"."""
    words, statement = member.proposition.words, told_by(member.proposition, entries)
    if statement is None:
        return words
    signs = [each.words for each in (statement.hedge, statement.certainty) if each is not None]
    return Passage(words.within, _joined([*words.spans, *(span for sign in signs for span in sign.spans)]))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return places in order, with those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
