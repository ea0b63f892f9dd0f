"""In how many stories of the news each term occurs, from a file in the package: what makes a term weigh.

Weights are fixed by the file, so that what a report weighs does not depend on which other reports are there.
"""

from __future__ import annotations

import dataclasses
import functools
import gzip
import importlib.resources
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "terms.tsv.gz"
RARE = 3
"""Stories that a term occurs in to be in the file; a rarer one weighs as if it occurred in none."""


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """How many of `stories` stories each term occurs in."""

    stories: int
    counts: Mapping[str, int]

    def weight(self, term: str) -> float:
        """Return the inverse document frequency of a term (Spärck Jones 1972), smoothed, in nats.

        A name that the table has never seen weighs most.
        """
        return math.log((self.stories + 1) / (self.counts.get(term, 0) + 1))

    def written(self) -> bytes:
        """Return the file: the number of stories, then a line for each term, most frequent first."""
        ordered = sorted(self.counts.items(), key=lambda each: (-each[1], each[0]))
        lines = [str(self.stories), *(f"{term}\t{count}" for term, count in ordered if count >= RARE)]
        return gzip.compress("\n".join(lines).encode(), mtime=0)

    @classmethod
    def read(cls, raw: bytes) -> Table:
        """Return the table of a file."""
        stories, *lines = gzip.decompress(raw).decode().split("\n")
        return cls(int(stories), {term: int(count) for term, count in (line.split("\t") for line in lines)})


@functools.cache
def packaged_table() -> Table:
    """Return the table that ships with the package."""
    return Table.read(importlib.resources.files("reportedly.claims").joinpath(FILE).read_bytes())
