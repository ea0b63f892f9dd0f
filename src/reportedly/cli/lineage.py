"""How a claim came to each report, as a tree: its origins, the reports that have it from them, and from one another."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.claims.claim import Relation, RootKind
from reportedly.claims.edge import EdgeKind
from reportedly.cli.claimed import quoted
from reportedly.cli.records import who
from reportedly.cli.table import DEVIATION, NAME, NOTHING, QUIET
from reportedly.cli.whose import source, whose
from reportedly.cli.wrapping import flow, wrap
from reportedly.exchange import claim_wording, wording
from reportedly.exchange.visible import one_line
from reportedly.values import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportedly.claims.claim import Claim, Member, Root
    from reportedly.claims.edge import Edge
    from reportedly.exchange.register import Register

FORK, LAST, ON, OFF = "├─ ", "└─ ", "│  ", "   "
"""What a branch begins with, and what stands before its further lines; each with one more branch below it, or none."""

DEEPEST = 5
"""Branches that are set in; what is deeper stands at the fifth, with its words still room to stand in."""

ROOM = 8
"""Columns that a level of the tree needs of the whole."""

UNKNOWN, CIRCLE = "? ", "↺ "
"""The signs of reports that do not say how they know, and of those that have it from one another."""


@dataclasses.dataclass(frozen=True, slots=True)
class Branch:
    """A place in the tree: pieces in a row, lines below them, and what grows from it."""

    pieces: tuple[Text, ...]
    below: tuple[Text, ...] = ()
    branches: tuple[Branch, ...] = ()


def drawn(branch: Branch, width: int) -> Iterator[Text]:
    """Give a branch in lines, with all that grows from it."""
    yield from _beside(branch, width, ON if branch.branches else OFF)
    yield from _grown(branch, width, ())


def _grown(branch: Branch, width: int, stem: tuple[str, ...]) -> Iterator[Text]:
    """Give what grows from a branch, behind what stands before it."""
    before = "".join(stem[: min(DEEPEST, width // ROOM)])
    for index, each in enumerate(branch.branches):
        more = index < len(branch.branches) - 1
        inner = ON if each.branches else ""
        lines = _beside(each, width - len(before) - len(FORK), inner)
        for number, line in enumerate(lines):
            lead = (FORK if more else LAST) if not number else (ON if more else OFF)
            yield Text.assemble((before + lead, QUIET), line)
        yield from _grown(each, width, (*stem, ON if more else OFF))


def _beside(branch: Branch, width: int, inner: str) -> Iterator[Text]:
    """Give a branch's own lines; those below the first have the stem of what grows from it before them."""
    for index, line in enumerate(flow(branch.pieces, width - len(inner))):
        yield Text.assemble((inner, QUIET), line) if index else line
    for each in branch.below:
        for line in wrap(each, width - len(inner)):
            yield Text.assemble((inner, QUIET), line)


class Lineage:
    """Makes the tree of a claim."""

    def __init__(self, register: Register, claim: Claim) -> None:
        """Take a claim, and the register of its story."""
        self._register = register
        self._claim = claim
        self._members: dict[str, list[Member]] = {}
        for member in claim.members:
            self._members.setdefault(member.proposition.report, []).append(member)
        self._from: dict[str, list[Edge]] = {}
        for edge in claim.edges:
            if edge.kind.directed and edge.report in self._members:
                self._from.setdefault(edge.source, []).append(edge)
        self._rooted = {said for root in claim.origins.roots for said in root.propositions}
        self._shown: set[str] = set()
        self._placed: set[str] = set()

    def trees(self) -> list[Branch]:
        """Return a tree for each origin, then the circles, those that do not say, and whoever is left."""
        roots = self._claim.origins.roots
        known = [root for root in roots if root.kind is not RootKind.UNKNOWN]
        unknown = [report for root in roots if root.kind is RootKind.UNKNOWN for report in root.reports]
        trees = [self._origin(root) for root in known]
        trees += [self._circle(cycle) for cycle in self._claim.origins.cycles]
        if unknown:
            told = "Does not say how it knows" if len(unknown) == 1 else "Do not say how they know"
            trees.append(self._group([Text(UNKNOWN, DEVIATION), Text(told)], unknown))
        denying = [
            report
            for report, members in self._members.items()
            if report not in self._placed and all(each.relation is Relation.DENIES for each in members)
        ]
        left = [report for report in self._members if report not in self._placed and report not in denying]
        if left:
            trees.append(self._group([Text("Others that say so", NOTHING)], left))
        if denying:
            trees.append(self._group([Text("Others that say that it is not so", NOTHING)], denying))
        return trees

    def _origin(self, root: Root) -> Branch:
        """Return what grows from an origin."""
        name = claim_wording.somebody(root.name)
        pieces = [who(name, named=root.named or root.kind is not RootKind.SPEAKER)]
        if kind := claim_wording.ROOTS[root.kind]:
            pieces.append(Text(kind, QUIET))
        below = []
        for first, second, reason in self._claim.origins.one:
            if root.id in {first, second}:
                other = second if root.id == first else first
                below.append(Text(f"may be one with {self._called(other)}: {one_line(reason)}", QUIET))
        return Branch(tuple(pieces), tuple(below), self._reports(root.reports, set(root.propositions)))

    def _called(self, root: str) -> str:
        """Return what an origin is called."""
        found = [each.name for each in self._claim.origins.roots if each.id == root]
        return claim_wording.somebody(found[0] if found else "")

    def _circle(self, cycle: Sequence[str]) -> Branch:
        """Return reports that have it from one another, with what grows from them."""
        edges = {edge.report: edge for source in cycle for edge in self._from.get(source, ()) if edge.report in cycle}
        inside = set(cycle)
        ordered = [report for report in self._members if report in inside]
        branches = tuple(self._report(each, edges.get(each), None, inside, from_=True) for each in ordered)
        names = [source(self._register, each) for each in ordered]
        together = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else "".join(names)
        told = Text.assemble((CIRCLE, DEVIATION), f"{together} have it from one another")
        return Branch((told, Text("no origin", QUIET)), (), branches)

    def _group(self, head: Sequence[Text], reports: Iterable[str]) -> Branch:
        """Return reports that belong together, under a heading."""
        return Branch((Text.assemble(*head),), (), self._reports(tuple(reports), None))

    def _reports(self, reports: Sequence[str], said: set[str] | None) -> tuple[Branch, ...]:
        """Return the reports that have it from nobody else of them, with what grows from them."""
        within = set(reports)
        later = {
            edge.report
            for source in reports
            for edge in self._from.get(source, ())
            if edge.report in within and edge.report != source
        }
        taken: set[str] = set()
        made = [self._report(each, None, said, taken) for each in reports if each not in later]
        return (*made, *(self._report(each, None, said, taken) for each in reports if each not in taken))

    def _report(
        self, report: str, edge: Edge | None, said: set[str] | None, taken: set[str], *, from_: bool = False
    ) -> Branch:
        """Return a report with its words, and the reports that have it from there."""
        taken.add(report)
        self._placed.add(report)
        pieces = [Text(self._register.when(report)), *whose(self._register, report, NAME)]
        if edge is not None:
            pieces += self._how(edge, from_=from_)
        pieces += [
            Text(f"{claim_wording.EDGES[each.kind]} {source(self._register, each.source)}", QUIET)
            for each in self._claim.edges
            if each.report == report and not each.kind.directed
        ]
        below = list(self._words(report, edge, said))
        if edge is not None and not edge.sure:
            below += [Text(one_line(reason), QUIET) for reason in edge.reasons]
        growing = tuple(
            self._report(each.report, each, said, taken)
            for each in self._from.get(report, ())
            if each.report not in taken  # asked one by one: what grew before may hold it
        )
        return Branch(tuple(pieces), tuple(below), growing)

    def _how(self, edge: Edge, *, from_: bool) -> Iterator[Text]:
        """Say how a report came by it, and from where unless that stands right above."""
        named = f" {source(self._register, edge.source)}" if from_ else ""
        yield Text(claim_wording.EDGES[edge.kind] + named, QUIET)
        if edge.kind is EdgeKind.COPIES:
            wire = one_line(edge.wire or "")
            yield Text(f"credits {wire}".rstrip(), QUIET) if edge.credited else Text("without credit", DEVIATION)
        if not edge.sure:
            yield Text("unsure", DEVIATION)

    def _words(self, report: str, edge: Edge | None, said: set[str] | None) -> Iterator[Text]:
        """Give the words of a report, each with what is not plain about it."""
        members = [
            each
            for each in self._members.get(report, ())
            if said is None or each.proposition.id in said or each.proposition.id not in self._rooted
        ]
        before = {one_line(each.proposition.text) for each in self._members.get(edge.source if edge else "", ())}
        if any(member.proposition.id in self._shown for member in members):
            yield Text("as above", QUIET)
        for member in members:
            words = one_line(member.proposition.text)
            if member.proposition.id in self._shown:
                continue
            if words in before:
                yield Text.assemble(_manner(member), ("in the same words", QUIET))
            else:
                yield Text.assemble(_manner(member), quoted(words))
            self._shown.add(member.proposition.id)


def _manner(member: Member) -> Text:
    """Return what stands before words that are not plain: the headline, a denial, a stance, how sure they sound."""
    said = member.proposition
    told = Text()
    if said.headline:
        told.append("headline ", QUIET)
    if member.relation is Relation.DENIES:
        told.append("not so ", DEVIATION)
    elif said.stance is not Stance.ASSERTS:
        told.append(f"{wording.STANCES[said.stance]} ", DEVIATION)
    if said.certainty is not Certainty.STATED:
        told.append(f"{wording.CERTAINTIES[said.certainty]} ", DEVIATION)
    return told
