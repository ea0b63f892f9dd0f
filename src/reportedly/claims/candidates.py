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
"""Propositions that may share a name for it to make pairs of them."""
_BLOCK = 512
"""Rows whose likeness to all others is held at once."""


def candidates(prepared: Sequence[Compared], vectors: NDArray[np.float32] | None) -> list[tuple[int, int]]:
    """Return the pairs to compare, as indices, that with the smaller id first, in the order of the ids.

    Of equally near neighbours those with the smaller ids are taken: the order of the propositions tells nothing.
    """
    order = sorted(range(len(prepared)), key=lambda index: prepared[index].proposition.id)
    names = [prepared[index].names for index in order]
    pairs = set(_sharing(names))
    if prepared:
        pairs |= set(_nearest(_terms([prepared[index] for index in order]) if vectors is None else vectors[order]))
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


def _terms(prepared: Sequence[Compared]) -> NDArray[np.float32]:
    """Return the weighed terms of propositions as vectors of length one, with a column for each term of several."""
    having = collections.Counter(term for each in prepared for term in each.terms)
    columns = {term: column for column, term in enumerate(sorted(term for term, count in having.items() if count > 1))}
    out = np.zeros((len(prepared), len(columns)), dtype=np.float32)
    for row, each in enumerate(prepared):
        for term, weight in each.terms.items():
            if term in columns:
                out[row, columns[term]] = weight
    return out


def _sharing(sets: Sequence[frozenset[str]]) -> Iterable[tuple[int, int]]:
    """Yield the pairs that share something rare."""
    having: dict[str, list[int]] = collections.defaultdict(list)
    for index, each in enumerate(sets):
        for word in each:
            having[word].append(index)
    for members in having.values():
        if len(members) <= RARE:
            yield from itertools.combinations(members, 2)
