"""Count the independent origins of a claim: how many know, at least and at most.

At most, everybody counts who is not surely the same as another, and every report that does not say how it knows. At
least, those who may be one count once, and reports that do not say count for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import Origins, Root, RootKind
from reportedly.claims.linking import components

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from reportedly.claims.claim import Member
    from reportedly.claims.identifying import Who
    from reportedly.claims.people import People
    from reportedly.claims.provenance import Found, Provenance

MOST_EXACT = 24
"""Roots up to which the smallest number is found exactly; of more, those that are linked at all count once."""


def origins(members: Sequence[Member], provenance: Provenance, people: People) -> Origins:
    """Return the origins of a claim, from its members in the order of time."""
    found = provenance.of(members)
    direct: dict[str, list[Found]] = {}
    who: dict[str, Who] = {}
    for each in found:
        if each.who is not None:
            leader = people.leader(each.who)
            key = leader.identity
            who.setdefault(key, leader)
            direct.setdefault(key, []).append(each)
    unknown: dict[str, list[Found]] = {}
    led = {each.member.proposition.report for each in found if each.who is not None or each.reports}
    for each in found:
        report = each.member.proposition.report
        if each.who is None and not each.reports and report not in led:
            unknown.setdefault(report, []).append(each)
    roots = [_root(key, who[key], leading) for key, leading in direct.items()]
    roots += [_unknown(report, leading) for report, leading in unknown.items()]
    pairs = _pairs([(root, who[root.id]) for root in roots if root.kind is not RootKind.UNKNOWN], people)
    known = [root.id for root in roots if root.kind is not RootKind.UNKNOWN]
    least = _apart(known, {frozenset((one, other)) for one, other, _ in pairs})
    return Origins(
        minimum=least,
        maximum=len(roots),
        roots=tuple(roots),
        one=tuple(pairs),
        cycles=_cycles(found),
        reasons=_reasons(roots, pairs),
    )


def _apart(roots: Sequence[str], pairs: AbstractSet[frozenset[str]]) -> int:
    """Return how many roots there are at least: the most of whom no two may be one (a largest independent set)."""
    linked = {root: {other for other in roots if frozenset((root, other)) in pairs} - {root} for root in roots}

    def most(left: frozenset[str]) -> int:
        if not left:
            return 0
        crowded = max(sorted(left), key=lambda root: len(linked[root] & left))
        if not linked[crowded] & left:
            return len(left)
        without = most(left - {crowded})
        return max(without, 1 + most(left - {crowded} - linked[crowded]))

    if len(roots) > MOST_EXACT:
        return len(components(roots, [tuple(sorted(pair)) for pair in pairs]))  # type: ignore[misc]  # pairs have two
    return most(frozenset(roots))


def _root(key: str, who: Who, leading: Sequence[Found]) -> Root:
    """Return a root with those that lead to it."""
    first = leading[0]
    reasons = tuple(dict.fromkeys(each.reason for each in leading))
    return Root(
        id=key,
        kind=first.kind,
        name=who.shown or "somebody",
        named=who.named,
        reports=tuple(dict.fromkeys(each.member.proposition.report for each in leading)),
        propositions=tuple(each.member.proposition.id for each in leading),
        reasons=reasons,
    )


def _unknown(report: str, leading: Sequence[Found]) -> Root:
    """Return the root of a report that does not say how it knows."""
    return Root(
        id=report,
        kind=RootKind.UNKNOWN,
        name=leading[0].member.publisher or "an unknown publisher",
        named=False,
        reports=(report,),
        propositions=tuple(each.member.proposition.id for each in leading),
        reasons=(leading[0].reason,),
    )


def _pairs(roots: Sequence[tuple[Root, Who]], people: People) -> list[tuple[str, str, str]]:
    """Return the pairs of roots that may be one, with the reasons."""
    out = []
    for place, (root, who) in enumerate(roots):
        for other, another in roots[place + 1 :]:
            reason = people.maybe(who, another)
            if reason is not None:
                out.append((root.id, other.id, reason))
    return out


def _cycles(found: Sequence[Found]) -> tuple[tuple[str, ...], ...]:
    """Return the reports that lead to one another in a circle, and to nobody else."""
    leads: dict[str, set[str]] = {}
    ended: set[str] = set()
    for each in found:
        report = each.member.proposition.report
        leads.setdefault(report, set()).update(other for other in each.reports if other != report)
        if each.who is not None:
            ended.add(report)
    reach = {report: _reached(report, leads) for report in leads}
    circles = {
        tuple(sorted(other for other in reach[report] if report in reach.get(other, set())))
        for report in leads
        if report in reach[report] and not ended & (reach[report] | {report})
    }
    return tuple(sorted(circles))


def _reached(report: str, leads: dict[str, set[str]]) -> set[str]:
    """Return the reports to which a report leads, over others too."""
    reached: set[str] = set()
    waiting = list(leads.get(report, ()))
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += leads.get(one, ())
    return reached


def _reasons(roots: Sequence[Root], pairs: Sequence[tuple[str, str, str]]) -> tuple[str, ...]:
    """Say what makes the number a range."""
    out = [f"{reason}: they count once in the minimum" for _, _, reason in pairs]
    out += [
        f"{root.name} does not say how it knows: it counts in the maximum only"
        for root in roots
        if root.kind is RootKind.UNKNOWN
    ]
    return tuple(dict.fromkeys(out))
