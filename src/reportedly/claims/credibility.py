"""The proposed digit of a grade: how credible a claim is, by who knows it, who denies it and who takes it back.

The rules are those of docs/explanation/grading.md, in their order; nothing is computed from 6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.agreeing import agreeing
from reportedly.claims.claim import RootKind, Status
from reportedly.claims.knowing import Knowing, by_itself, knows
from reportedly.claims.proposed import Proposed
from reportedly.claims.status import denied_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.claim import Member, Origins, Response, Root, Standing
    from reportedly.claims.entry import Entry

INDEPENDENT = 2
"""Origins at the minimum for the best digit: "other independent sources"."""


def digit(
    members: Sequence[Member],
    responses: Sequence[Response],
    origins: Origins,
    standing: Standing,
    entries: Mapping[str, Entry],
) -> Proposed:
    """Return the digit of a claim: how many know, who denies it, and who takes it back."""
    return _Digit(members, responses, origins, standing, entries).proposed()


class _Digit:
    """Finds the digit of one claim. The rules stand in the order of the document."""

    def __init__(
        self,
        members: Sequence[Member],
        responses: Sequence[Response],
        origins: Origins,
        standing: Standing,
        entries: Mapping[str, Entry],
    ) -> None:
        """Take the parts of a claim."""
        self._members = members
        self._entries = entries
        self._origins = origins
        self._standing = standing
        self._denials = list(
            {one.speaker or one.name: one for one in reversed(denied_whole(responses, entries))}.values()
        )[::-1]
        self._roots = [root for root in origins.roots if root.kind in {RootKind.SPEAKER, RootKind.DOCUMENT}]
        self._agree = agreeing(origins.roots, members, entries) is not None
        self._knowing = [root for root in self._roots if by_itself(root, members, entries)]

    def proposed(self) -> Proposed:
        """Return the digit of the first rule that holds."""
        rules = (
            self._taken_back,
            self._denied,
            self._nobody,
            self._independent,
            self._probable,
            self._possible,
            self._doubtful,
        )
        found = next((found for rule in rules if (found := rule()) is not None), None)
        return found or Proposed(
            "6",
            (f"one origin, {self._roots[0].name!r}, who is not named and says so flatly", *self._why_knowing()),
            (
                "a name, or what it rests on, would make it 3",
                "a second origin that does not have it from there, and knows by itself, would make it 1",
            ),
        )

    def _two(self) -> bool:
        """Say whether there are two origins at the minimum, and two that know by themselves agree."""
        return self._origins.minimum >= INDEPENDENT and self._agree

    def _taken_back(self) -> Proposed | None:
        """Return 5 for what was withdrawn, or denied by two while nobody who knows stands for it."""
        if self._standing.status is Status.WITHDRAWN:
            return Proposed("5", self._standing.reasons, ("another origin that stands for it would end that",))
        if len(self._denials) >= INDEPENDENT and not self._knowing:
            names = " and ".join(_name(one) for one in self._denials[:INDEPENDENT])
            return Proposed(
                "5",
                (f"{names} deny the whole of it", "no origin knows it by itself"),
                ("an origin that knows it by itself would make it 4",),
            )
        return None

    def _denied(self) -> Proposed | None:
        """Return 4 or 3 for what is denied whole: two origins that know outweigh it to 3, fewer do not."""
        if not self._denials:
            return None
        denied = f"{_name(self._denials[0])} denies the whole of it"
        if self._two():
            return Proposed(
                "3",
                (denied, self._count(), *self._why_knowing()),
                ("if the denial were taken back, it would be 1",),
            )
        return Proposed(
            "4",
            (denied, self._count(), *self._why_knowing()),
            (
                "two origins at the minimum that know it by themselves would make it 3",
                "a denial of something narrower only would not count",
            ),
        )

    def _nobody(self) -> Proposed | None:
        """Return 6 where no origin is known."""
        if self._roots:
            return None
        reasons = ["no report leads to anybody who knows"]
        if self._origins.cycles:
            reasons.append("reports have it from one another")
        if any(root.kind is RootKind.UNKNOWN for root in self._origins.roots):
            reasons.append("a report that does not say how it knows is no origin")
        if any(root.kind is RootKind.OUTLET for root in self._origins.roots):
            reasons.append("an outlet that is only cited does not show how it knows")
        return Proposed("6", tuple(reasons), ("an origin with a name that knows it by itself would make it 3",))

    def _independent(self) -> Proposed | None:
        """Return 1 for what at least two origins know by themselves, and nobody denies whole."""
        if not self._two():
            return None
        return Proposed(
            "1",
            (self._count(), *self._why_knowing(), "nobody denies the whole of it"),
            ("a denial of the whole by somebody who knows would make it 3",),
        )

    def _probable(self) -> Proposed | None:
        """Return 2 for what one origin knows by itself, with a confirmation or a second that may be the same."""
        if not self._knowing:
            return None
        change = ("a second origin that is surely another, and knows it by itself, would make it 1",)
        if self._standing.status is Status.CONFIRMED:
            return Proposed("2", (*self._why_knowing(), *self._standing.reasons), change)
        if len(self._knowing) >= INDEPENDENT and self._agree:
            doubts = tuple(reason for _, _, reason in self._origins.one)
            return Proposed("2", (self._count(), *self._why_knowing(), *doubts), change)
        return None

    def _possible(self) -> Proposed | None:
        """Return 3 for what one origin knows by itself that is named, a document, or shows what it rests on."""
        shown = [root for root in self._knowing if self._shows(root)]
        if not shown:
            return None
        entry = next((self._entries[report] for report in shown[0].reports if report in self._entries), None)
        from_there = f" from {entry.publisher}" if entry is not None and entry.publisher else " from there"
        return Proposed(
            "3",
            (self._count(), *self._why_knowing(), "nobody denies the whole of it", *self._differing()),
            (
                f"a second origin that does not have it{from_there} would make it 1",
                "if the body whose own matter it is, or another who knows, confirmed it, it would be 2",
                "a denial of the whole would make it 4",
            ),
        )

    def _doubtful(self) -> Proposed | None:
        """Return 4 for what no origin knows by itself."""
        if self._knowing:
            return None
        return Proposed(
            "4",
            ("no origin knows it by itself", *self._why(self._roots)),
            ("an origin with a name that knows it by itself would make it 3",),
        )

    def _shows(self, root: Root) -> bool:
        """Say whether an origin can be asked or checked: it has a name, is a document, or shows what it rests on."""
        how = knows(root, self._members, self._entries).how
        return root.named or root.kind is RootKind.DOCUMENT or how in {Knowing.WITNESSED, Knowing.INDUCED}

    def _differing(self) -> tuple[str, ...]:
        """Return that several know and do not agree, in words."""
        apart = len(self._knowing) >= INDEPENDENT and not self._agree
        return ("their numbers cannot both be so",) if apart else ()

    def _count(self) -> str:
        """Return how many origins stand for the claim, in words."""
        low, high = self._origins.minimum, self._origins.maximum
        return f"{low} independent origins" if low == high else f"{low} to {high} independent origins"

    def _why_knowing(self) -> tuple[str, ...]:
        """Return how those know who know it by themselves."""
        return self._why(self._knowing)

    def _why(self, roots: Sequence[Root]) -> tuple[str, ...]:
        """Return how some origins know."""
        shown = []
        for root in roots:
            how, reason = knows(root, self._members, self._entries)
            shown.append(f"{root.name!r}, {how.value}: {reason}")
        return tuple(shown)


def _name(response: Response) -> str:
    """Return how a report calls who responds."""
    return response.name or "somebody whom a report quotes"
