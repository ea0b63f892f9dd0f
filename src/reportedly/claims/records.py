"""What became of the claims that a speaker stood for in this ledger: the record behind a letter."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.claim import RootKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportedly.claims.claim import Origins, Root, Standing

INDEPENDENT = 2
"""Origins at the minimum from which on each of them is confirmed by another."""


class Judged(NamedTuple):
    """What a record is made of: a claim's id, its origins and how it stands."""

    claim: str
    origins: Origins
    standing: Standing


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How many claims somebody stood for as an origin, and how many of these are settled, for and against.

    `speaker` is the identity across reports, `name` how the first report calls it.
    """

    speaker: str
    name: str
    stood: int = 0
    confirmed: int = 0
    refuted: int = 0

    @property
    def settled(self) -> int:
        """How many of its claims are settled."""
        return self.confirmed + self.refuted

    @property
    def share(self) -> float | None:
        """The share of the settled claims that were confirmed, from 0 to 1; None where none is settled."""
        return self.confirmed / self.settled if self.settled else None


def records(judged: Iterable[Judged], without: str | None = None) -> Mapping[str, Record]:
    """Return the records of all who stood for claims, by their identities.

    `without` is the id of a claim that is left out: the one to be graded, whose fate must not tell on itself. A report
    that does not say how it knows is nobody, and has no record.
    """
    out: dict[str, Record] = {}
    for one in sorted(judged, key=lambda one: one.claim):
        if one.claim == without:
            continue
        for root in one.origins.roots:
            if root.kind is RootKind.UNKNOWN:
                continue
            known = out.get(root.id, Record(speaker=root.id, name=root.name))
            came_true = _settled(root, one)
            out[root.id] = dataclasses.replace(
                known,
                stood=known.stood + 1,
                confirmed=known.confirmed + (came_true is True),
                refuted=known.refuted + (came_true is False),
            )
    return out


def _settled(root: Root, one: Judged) -> bool | None:
    """Return whether a claim was settled for somebody who stood for it, or against; None where it is not settled."""
    match one.standing.status:
        case Status.CONFIRMED:
            others = any(response.speaker != root.id and not response.narrower for response in one.standing.confirmed)
            return True if one.origins.minimum >= INDEPENDENT or others else None
        case Status.WITHDRAWN:
            return False
        case Status.CONTESTED:
            return False if one.origins.minimum < INDEPENDENT else None
        case _:
            return None
