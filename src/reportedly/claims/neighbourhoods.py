"""Connected components that never grow too large to be clustered, whatever the order in which they are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Neighbourhoods:
    """Items by number (0, 1, ...) in components under their links, at several levels of strength at once.

    At each level those links count that are at least as strong as it, so that a component of a level lies within one of
    the level below. The neighbourhood of an item is its component at the lowest level at which that has no more than
    `most` members, which follows from the set of items and links alone. Where even the highest level has a larger one,
    it is that one: its members are all but copies of one another.
    """

    def __init__(self, levels: Sequence[float], most: int) -> None:
        """Begin without items; the levels ascend, and a link below the first counts for nothing."""
        self._levels = tuple(levels)
        self._most = most
        self._above: list[list[int]] = [[] for _ in self._levels]
        self._members: list[dict[int, list[int]]] = [{} for _ in self._levels]

    def add(self) -> int:
        """Add an item, and return its number."""
        number = len(self._above[0])
        for above in self._above:
            above.append(number)
        return number

    def link(self, one: int, other: int, strength: float) -> None:
        """Link two items."""
        for level, least in enumerate(self._levels):
            if strength < least:
                break
            self._join(level, one, other)

    def of(self, item: int) -> tuple[int, int, int]:
        """Return what names the neighbourhood of an item for now: its level, one of its members, and its size.

        As long as all three are the same, so are the members, and the links between them.
        """
        root = size = level = 0
        for level in range(len(self._levels)):
            root = self._root(level, item)
            size = len(self._members[level].get(root, (root,)))
            if size <= self._most:
                break
        return level, root, size

    def members(self, item: int) -> list[int]:
        """Return the items of the neighbourhood of an item, in no order."""
        level, root, _ = self.of(item)
        return list(self._members[level].get(root, (root,)))

    def fits(self, item: int) -> bool:
        """Say whether the neighbourhood of an item is small enough to be clustered."""
        return self.of(item)[2] <= self._most

    def _root(self, level: int, item: int) -> int:
        """Return the item that stands for a component."""
        above = self._above[level]
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    def _join(self, level: int, one: int, other: int) -> None:
        """Make one component of two; the smaller goes into the larger, so that adding up members stays cheap."""
        members = self._members[level]
        first, second = self._root(level, one), self._root(level, other)
        if first == second:
            return
        if len(members.get(first, (first,))) < len(members.get(second, (second,))):
            first, second = second, first
        self._above[level][second] = first
        members.setdefault(first, [first]).extend(members.pop(second, [second]))
