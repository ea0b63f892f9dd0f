"""Count the independent origins of a claim: how many know, at least and at most.

At most, everybody counts who is not taken for the same as another, and each report that does not say how it knows,
unless it is taken to have it from one of them (`coinciding`). At least, those who may be one count once, and reports
that do not say count for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import Origins, Root, RootKind
from reportedly.claims.linking import components
from reportedly.claims.sides import Side, called

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from reportedly.claims.claim import Member
    from reportedly.claims.coinciding import Coincidences, Coinciding
    from reportedly.claims.people import People
    from reportedly.claims.provenance import Found, Provenance

MOST_EXACT = 24
"""Roots up to which the smallest number is found exactly; of more, those that are linked at all count once."""


def origins(members: Sequence[Member], provenance: Provenance, people: People, coincidences: Coincidences) -> Origins:
    """Return the origins of a claim, from its members in the order of time."""
    found = provenance.of(members)
    roots, told = _settled(sides(found, people), coincidences)
    known = [root for root in roots if root.kind is not RootKind.UNKNOWN]
    pairs = [(known[one].id, known[other].id, reason) for one, other, reason in told]
    least = _apart([root.id for root in known], {frozenset((one, other)) for one, other, _ in pairs})
    return Origins(
        minimum=least,
        maximum=len(roots),
        roots=tuple(roots),
        one=tuple((one, other, reason) for one, other, reason in pairs),
        cycles=_cycles(found),
        reasons=_reasons(roots, pairs),
    )


def sides(found: Sequence[Found], people: People) -> list[tuple[Side, list[Found]]]:
    """Return the origins to which members lead by the rules, each with those that lead there.

    Those that are somebody come first, then the reports that do not say how they know, both in the order of time.
    """
    direct: dict[str, list[Found]] = {}
    for each in found:
        if each.who is not None:
            direct.setdefault(people.leader(each.who).identity, []).append(each)
    unknown: dict[str, list[Found]] = {}
    led = {each.member.proposition.report for each in found if each.who is not None or each.reports}
    for each in found:
        report = each.member.proposition.report
        if each.who is None and not each.reports and report not in led:
            unknown.setdefault(report, []).append(each)
    out = []
    for leading in (*direct.values(), *unknown.values()):
        whos = [each.who for each in leading if each.who is not None]
        leader = people.leader(whos[0]) if whos else None
        everybody = tuple(dict.fromkeys([*whos, *people.all_of(leader)])) if leader is not None else ()
        members = tuple(each.member for each in leading)
        out.append((Side(leading[0].kind, leader, everybody, members), leading))
    return out


def _settled(
    found: Sequence[tuple[Side, Sequence[Found]]], coincidences: Coincidences
) -> tuple[list[Root], tuple[tuple[int, int, str], ...]]:
    """Return the roots, those that are somebody first, and the pairs of those that may be one, by their places."""
    settled = coincidences.of([side for side, _ in found])
    led: dict[int, list[tuple[int, str]]] = {}
    for silent, (leader, reason) in settled.led.items():
        led.setdefault(leader, []).append((silent, reason))
    roots = []
    for place, group in enumerate(settled.groups):
        leading = [each for one in group for each in found[one][1]]
        why = [f"{called(found[one][0])!r} is taken for the same: {settled.joined[one]}" for one in group[1:]]
        for one, reason in led.get(place, ()):
            leading += found[one][1]
            publisher = found[one][1][0].member.publisher or "a report"
            why.append(f"{publisher} does not say how it knows, and is taken to have it from there: {reason}")
        named = next((found[one][0] for one in group if found[one][0].named), found[group[0]][0])
        roots.append(_root(named, [found[one][0] for one in group], leading, why))
    untold = [
        leading for number, (side, leading) in enumerate(found) if side.leader is None and number not in settled.led
    ]
    roots += [_unknown(leading[0].member.proposition.report, leading) for leading in untold]
    return roots, settled.one


def count(settled: Coinciding, found: Sequence[Side]) -> tuple[int, int]:
    """Return how many of a claim's origins are independent, at least and at most."""
    groups = [str(place) for place in range(len(settled.groups))]
    silent = sum(side.leader is None for side in found) - len(settled.led)
    return _apart(groups, {frozenset((str(one), str(other))) for one, other, _ in settled.one}), len(groups) + silent


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


def _root(named: Side, group: Sequence[Side], leading: Sequence[Found], why: Sequence[str]) -> Root:
    """Return a root with those that lead to it; it has the name of the first of its group that has one."""
    assert named.leader is not None  # noqa: S101 - the silent ones are no roots of this sort
    ordered = sorted(leading, key=lambda each: each.member.known_from)
    kinds = [side.kind for side in group]
    kind = next((kind for kind in (RootKind.SPEAKER, RootKind.DOCUMENT) if kind in kinds), kinds[0])
    reasons = tuple(dict.fromkeys((*(each.reason for each in leading), *why)))
    return Root(
        id=named.leader.identity,
        kind=kind,
        name=called(named),
        named=named.named,
        reports=tuple(dict.fromkeys(each.member.proposition.report for each in ordered)),
        propositions=tuple(dict.fromkeys(each.member.proposition.id for each in ordered)),
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
