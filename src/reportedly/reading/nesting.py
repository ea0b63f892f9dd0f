"""Which candidates become statements, and which of those stand inside another one's content."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.reading.runs import Proposed

SAME = 0.2
"""Two contents with at least this IoU are one statement found twice (the prototype's value, kept by measurement)."""
WITHIN = 0.9
"""The share of a nested content that must lie within the outer one."""


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """A candidate that became a statement; `parent` is the anchor of the one within whose content it stands."""

    proposed: Proposed
    parent: int | None
    confidence: float


def settle(found: Iterable[Proposed], least: float, least_inside: float) -> list[Placed]:
    """Choose the statements, outer ones before those inside them.

    Those that stand by themselves are taken by validity, best first, leaving out every one that says again what a
    better one says, or that stands within a better one's content. Then those within, by the chance that their cue
    is one, each under the smallest content that holds it.
    """
    contents = _Contents()
    sure: dict[int, float] = {}
    inner: list[Proposed] = []
    for one in sorted(found, key=lambda p: (-p.valid, p.anchor)):
        if contents.holding(one.anchor):
            inner.append(one)
        elif one.valid >= least and not contents.like(one):
            contents.add(one)
            sure[one.anchor] = one.valid
    swallowed = [contents.chosen[anchor] for anchor in sure if contents.holding(anchor) - {anchor}]
    for one in swallowed:
        contents.remove(one)
        del sure[one.anchor]
    alone = frozenset(sure)
    for one in sorted([*inner, *swallowed], key=lambda p: (-p.chance, p.anchor)):
        if one.chance >= least_inside and contents.around(one) and contents.like(one) <= contents.nested(one):
            contents.add(one)
            sure[one.anchor] = one.chance
    return _outer_first(
        Placed(
            contents.chosen[anchor], None if anchor in alone else contents.around(contents.chosen[anchor])[0], chance
        )
        for anchor, chance in sure.items()
    )


class _Contents:
    """The contents chosen so far, found by their pieces: a long report has thousands, few of them near one another."""

    def __init__(self) -> None:
        """Begin with none."""
        self.chosen: dict[int, Proposed] = {}
        self._holding: collections.defaultdict[int, set[int]] = collections.defaultdict(set)

    def add(self, one: Proposed) -> None:
        """Take a content in."""
        self.chosen[one.anchor] = one
        for piece in one.pieces:
            self._holding[piece].add(one.anchor)

    def remove(self, one: Proposed) -> None:
        """Give a content back."""
        del self.chosen[one.anchor]
        for piece in one.pieces:
            self._holding[piece].discard(one.anchor)

    def holding(self, piece: int) -> frozenset[int]:
        """Return the anchors of the contents that hold a piece."""
        return frozenset(self._holding.get(piece, ()))

    def like(self, one: Proposed) -> frozenset[int]:
        """Return the anchors of the contents that are, by and large, the same words as a candidate's."""
        near = frozenset(anchor for piece in one.pieces for anchor in self._holding.get(piece, ()))
        return frozenset(anchor for anchor in near if _same(one, self.chosen[anchor]))

    def around(self, one: Proposed) -> list[int]:
        """Return the anchors of the contents that a candidate stands in, the smallest first."""
        found = [
            (len(self.chosen[anchor].pieces), anchor)
            for anchor in self.holding(one.anchor)
            if _within(one, self.chosen[anchor])
        ]
        return [anchor for _, anchor in sorted(found)]

    def nested(self, one: Proposed) -> frozenset[int]:
        """Return the anchors of the contents that a candidate stands in, or that stand in its own."""
        inside = frozenset(a for a in self.chosen.keys() & one.pieces if _within(self.chosen[a], one))
        return inside.union(self.around(one))


def _same(one: Proposed, other: Proposed) -> bool:
    """Say whether two contents are, by and large, the same words."""
    return len(one.pieces & other.pieces) >= SAME * len(one.pieces | other.pieces)


def _within(one: Proposed, other: Proposed) -> bool:
    """Say whether a content lies within another, larger one."""
    return len(one.pieces) < len(other.pieces) and len(one.pieces & other.pieces) >= WITHIN * len(one.pieces)


def _outer_first(kept: Iterable[Placed]) -> list[Placed]:
    """Order by depth, so that a parent comes before what stands in it."""
    by_anchor = {k.proposed.anchor: k for k in kept}

    def depth(k: Placed) -> int:
        steps = 0
        while k.parent is not None:
            k, steps = by_anchor[k.parent], steps + 1
        return steps

    return sorted(by_anchor.values(), key=lambda k: (depth(k), k.proposed.anchor))
