"""Which pairs of propositions are compared at all: the nearest in meaning, and those that share what is rare."""

from __future__ import annotations

import collections
import itertools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from reportedly.claims.comparison import Compared

NEAREST = 24
"""Neighbours of each proposition that are compared."""
RARE = 12
"""Propositions that may share a name, or a term where there are no vectors, for it to make pairs of them."""
_BLOCK = 512
"""Rows whose likeness to all others is held at once."""


def candidates(prepared: Sequence[Compared], vectors: NDArray[np.float32] | None) -> list[tuple[int, int]]:
    """Return the pairs to compare, as indices, that with the smaller id first, in the order of the ids.

    Of equally near neighbours those with the smaller ids are taken: the order of the propositions tells nothing.
    """
    order = sorted(range(len(prepared)), key=lambda index: prepared[index].proposition.id)
    names = [prepared[index].names for index in order]
    pairs = set(_sharing(names))
    if vectors is None:
        pairs |= set(_sharing([frozenset(prepared[index].terms) for index in order]))
    else:
        pairs |= set(_nearest(vectors[order]))
    return [(order[one], order[other]) for one, other in sorted(pairs)]


def _nearest(vectors: NDArray[np.float32]) -> Iterable[tuple[int, int]]:
    """Yield each vector with its nearest."""
    count = len(vectors)
    most = min(NEAREST, count - 1)
    for start in range(0, count, _BLOCK):
        near = vectors[start : start + _BLOCK] @ vectors.T
        rows = np.arange(len(near))
        near[rows, start + rows] = -np.inf
        for row, found in enumerate(np.argsort(-near, axis=1, kind="stable")[:, :most]):
            for other in found.tolist():
                yield min(start + row, other), max(start + row, other)


def _sharing(sets: Sequence[frozenset[str]]) -> Iterable[tuple[int, int]]:
    """Yield the pairs that share something rare."""
    having: dict[str, list[int]] = collections.defaultdict(list)
    for index, each in enumerate(sets):
        for word in each:
            having[word].append(index)
    for members in having.values():
        if len(members) <= RARE:
            yield from itertools.combinations(members, 2)
