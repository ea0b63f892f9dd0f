"""Where a claim became surer or less sure on its way, or a range became a number: both words side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import Drift, DriftKind, Relation
from reportedly.claims.sureness import level, sureness
from reportedly.claims.telling import told_by
from reportedly.claims.valuing import values
from reportedly.reading.likeness import shared, words_of
from reportedly.values import Bound, Certainty, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportedly.claims.claim import Member, Value
    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.values import Finding


_SHIFTED = {Certainty.PREDICTED, Certainty.CONDITIONAL}
"""What "will" is in a quote, and "would" where it is retold: the tense shifted, and nobody is less sure."""


def drifts(members: Sequence[Member], edges: Sequence[Edge], entries: Mapping[str, Entry]) -> tuple[Drift, ...]:
    """Return what changed on the way of a claim: from each report to those that have it from there, then headlines.

    A report's surest words for the claim are compared with the surest of the report that it has them from, so that
    whoever tells both the sure and the unsure words of a source has changed nothing; and its values with the values
    there. Only edges that say which was first are ways, in the order of time. In one report the headline is compared
    with the surest words of the body.
    """
    by_report: dict[str, list[Member]] = {}
    for member in members:
        if member.relation is Relation.SAME:
            by_report.setdefault(member.proposition.report, []).append(member)
    directed = {(edge.source, edge.report) for edge in edges if edge.kind.directed and edge.source != edge.report}
    known_from = {member.proposition.report: member.known_from for member in members}
    ways = sorted(directed, key=lambda way: ([known_from.get(end, "") for end in way], way))
    by_id = {member.proposition.id: member for member in members}
    _, told = values(members, entries)
    found: list[Drift] = []
    for source, report in ways:
        if source in by_report and report in by_report:
            found.extend(_on_the_way(by_report[source], by_report[report], entries))
            ours, theirs = ([value for value in told if value.report == each] for each in (source, report))
            found.extend(_numbers(ours, theirs, by_id, entries))
    for own in by_report.values():
        found.extend(_in_the_headline(own, entries))
    return tuple(found)


def _on_the_way(source: Sequence[Member], report: Sequence[Member], entries: Mapping[str, Entry]) -> Iterator[Drift]:
    """Yield how the sureness changed from one report to the next."""
    before, after = _alike(_surest(source, entries), _surest(report, entries))
    kind, reason = _change(before, after, entries)
    if kind is not None:
        yield _drift(kind, before, after, entries, reason)


def _change(before: Member, after: Member, entries: Mapping[str, Entry]) -> tuple[DriftKind | None, str]:
    """Return how the sureness of words changed, and why it is said to."""
    was, now = sureness(before, entries), sureness(after, entries)
    if {was, now} == _SHIFTED:
        return None, ""
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


def _numbers(
    before: Sequence[Value], after: Sequence[Value], members: Mapping[str, Member], entries: Mapping[str, Entry]
) -> Iterator[Drift]:
    """Yield where a range of the source is a plain number in the report, and the report has the range nowhere."""
    told: set[float | None] = set()
    for value in after:
        number = value.low
        ranges = [each for each in before if _open(each) and each.unit == value.unit and _becomes(each, number)]
        known = any(not _open(each) and each.low == number for each in before)
        if _open(value) or not ranges or known or number in told or any(_equal(ranges[0], each) for each in after):
            continue
        told.add(number)
        yield Drift(
            kind=DriftKind.RANGE_TO_NUMBER,
            before=ranges[0].words,
            after=value.words,
            from_=ranges[0].proposition,
            to=value.proposition,
            before_certainty=sureness(members[ranges[0].proposition], entries),
            after_certainty=sureness(members[value.proposition], entries),
            reasons=(f"{ranges[0].words.text!r} became {value.words.text!r}",),
        )


def _open(value: Value) -> bool:
    """Say whether words leave open how many: "20 to 25", "dozens", "about 30"."""
    return value.low != value.high or value.bound is not Bound.EXACTLY


def _becomes(value: Value, number: float | None) -> bool:
    """Say whether a number is what is left of a range: a number within it, or the only end that it has."""
    low, high = value.low, value.high
    if number is None or (low is None and high is None):
        return False
    if low is None or high is None:
        return number in {low, high}
    return low <= number <= high


def _equal(one: Value, other: Value) -> bool:
    """Say whether two ranges are one."""
    return _open(other) and (one.low, one.high) == (other.low, other.high)


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
