"""Things along a text, found by their places."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable


class Placed(Protocol):
    """Whatever lies at [start, end) of a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Thing = TypeVar("Thing", bound=Placed)


class Along(Sequence[Thing], Generic[Thing]):
    """Things in order of their starts, immutable; of those that begin together the longer first.

    To look for those in some range costs the logarithm of their number, however long the text.
    """

    __slots__ = ("_reach", "_starts", "_things")

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        """Put things in order."""
        self._things = tuple(sorted(things, key=lambda thing: (thing.start, -thing.end)))
        self._starts = [thing.start for thing in self._things]
        self._reach = max((thing.end - thing.start for thing in self._things), default=0)

    def within(self, start: int, end: int) -> tuple[Thing, ...]:
        """Return those that lie wholly in [start, end)."""
        first, last = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        return tuple(thing for thing in self._things[first:last] if thing.end <= end)

    def touching(self, start: int, end: int) -> tuple[Thing, ...]:
        """Return those that share a code point with [start, end)."""
        first, last = bisect.bisect_left(self._starts, start - self._reach), bisect.bisect_left(self._starts, end)
        return tuple(thing for thing in self._things[first:last] if thing.end > start)

    def at(self, place: int) -> Thing | None:
        """Return the last begun of those that hold a code point; None where none does."""
        found = self.touching(place, place + 1)
        return found[-1] if found else None

    def before(self, place: int) -> int:
        """Return how many begin before a place: the index of the first that does not."""
        return bisect.bisect_left(self._starts, place)

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Thing, ...]: ...
    def __getitem__(self, index: int | slice) -> Thing | tuple[Thing, ...]:
        """Return one, or several in order."""
        return self._things[index]

    def __len__(self) -> int:
        """Return their number."""
        return len(self._things)

    def __eq__(self, other: object) -> bool:
        """Say whether the other has the same things."""
        return isinstance(other, Along) and self._things == other._things

    def __hash__(self) -> int:
        """Return a hash that equal ones share."""
        return hash(self._things)

    def __repr__(self) -> str:
        """Show the things."""
        return f"Along({list(self._things)!r})"
