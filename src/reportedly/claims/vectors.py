"""Weights of terms as few bytes as can be, and their likeness, exact."""

from __future__ import annotations

import dataclasses
import math
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

ONE = 65535
"""A weight of 1. Weights are whole numbers, so that a sum of them is the same in whatever order it is made."""
_SMALLEST = 0.5 / ONE


@dataclasses.dataclass(frozen=True, slots=True)
class Vector:
    """Terms by their CRC-32, ascending, as 4 bytes each, and their weights in units of 1/65535 as 2 bytes each.

    The length is 1, or 0 where there are no terms. Both are little-endian, and can be stored as they are. Two terms of
    a report and of another have the same CRC by chance once in four thousand million pairs.
    """

    ids: bytes = b""
    weights: bytes = b""

    @classmethod
    def of(cls, weights: Mapping[str, float], *, most: int) -> Vector:
        """Return a vector of the heaviest terms, `most` of them, of equal weights those first in the alphabet."""
        kept = sorted(((term, weight) for term, weight in weights.items() if weight > 0), key=lambda w: (-w[1], w[0]))
        length = math.sqrt(math.fsum(weight * weight for _, weight in kept[:most]))
        scaled = {zlib.crc32(term.encode("utf-8", "surrogatepass")): weight / length for term, weight in kept[:most]}
        placed = sorted((term, round(weight * ONE)) for term, weight in scaled.items() if weight > _SMALLEST)
        return cls(
            np.array([term for term, _ in placed], "<u4").tobytes(),
            np.array([weight for _, weight in placed], "<u2").tobytes(),
        )

    def __len__(self) -> int:
        """Return the number of terms."""
        return len(self.weights) // 2

    def heaviest(self, most: int) -> list[int]:
        """Return the ids of the heaviest terms, of equal weights the smaller ids."""
        ids, weights = np.frombuffer(self.ids, "<u4"), np.frombuffer(self.weights, "<u2").astype(np.int64)
        return [int(term) for term in ids[np.lexsort((ids, -weights))[:most]]]


def likenesses(one: Vector, others: Sequence[Vector]) -> NDArray[np.float64]:
    """Return the cosine of a vector with each of others, 0 where one has no terms.

    The likeness of two vectors is the same number whichever of them is asked for.
    """
    sizes = np.array([len(other) for other in others], np.int64)
    sums = np.zeros(len(others), np.int64)
    own = np.frombuffer(one.ids, "<u4")
    if len(one) and sizes.any():
        ids = np.frombuffer(b"".join(other.ids for other in others), "<u4")
        weights = np.frombuffer(b"".join(other.weights for other in others), "<u2").astype(np.int64)
        place = np.minimum(np.searchsorted(own, ids), len(own) - 1)
        products = np.where(own[place] == ids, np.frombuffer(one.weights, "<u2")[place] * weights, 0)
        filled = sizes > 0
        starts = (np.cumsum(sizes) - sizes)[filled]
        sums[filled] = np.add.reduceat(products, starts)
    return sums / (ONE * ONE)
