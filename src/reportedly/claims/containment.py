"""Which reports of one story share words: an inverted index over shingles, exact where signatures only estimate.

A report that takes a few passages of another has little in common with it as a whole, and no signature shows that.
"""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.shingles import Hashes


class Containment:
    """Counts the shingles that reports have in common. Reports are known by their place in the sequence given."""

    def __init__(self, shingles: Sequence[Hashes]) -> None:
        """Take the shingles of each report; those that one repeats count once."""
        distinct = [np.unique(each) for each in shingles]
        self.sizes = [len(each) for each in distinct]
        owners = np.repeat(np.arange(len(distinct)), self.sizes)
        joined = np.concatenate(distinct) if distinct else np.empty(0, dtype=np.uint64)
        order = np.argsort(joined, kind="stable")
        self._shingles, self._owners = joined[order], owners[order]

    def reports(self, shingles: Hashes) -> list[int]:
        """Return in how many reports each of some shingles stands."""
        low = np.searchsorted(self._shingles, shingles, side="left")
        high = np.searchsorted(self._shingles, shingles, side="right")
        return [int(count) for count in high - low]

    def shared(self, least: int) -> dict[tuple[int, int], int]:
        """Return the pairs of places, the smaller first, of reports that share so many shingles, with their number."""
        counts: collections.Counter[tuple[int, ...]] = collections.Counter()
        if len(self._shingles):
            starts = np.flatnonzero(np.r_[True, self._shingles[1:] != self._shingles[:-1]])
            counts.update(tuple(owners.tolist()) for owners in np.split(self._owners, starts[1:]) if len(owners) > 1)
        pairs: collections.Counter[tuple[int, int]] = collections.Counter()
        # The same reports share many shingles, so that each set of reports is taken apart once.
        for owners, count in counts.items():
            for place, one in enumerate(owners):
                for other in owners[place + 1 :]:
                    pairs[one, other] += count
        return {pair: count for pair, count in sorted(pairs.items()) if count >= least}
