"""The pages of the masthead, in their order. A page adds its entry here when it is there."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A page of the masthead: its path, what it is called, and the key that goes there after `g`."""

    path: str
    name: str
    key: str


ENTRIES = (
    Entry("/", "Claims", "c"),
    Entry("/about", "About", "a"),
)
