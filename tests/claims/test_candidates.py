"""Which pairs are compared."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.claims.candidates import NEAREST, RARE, candidates
from reportedly.claims.comparison import Compared
from tests.claims.said import said


def prepared(count: int, *, names: tuple[str, ...] = ()) -> list[Compared]:
    """Return so many propositions, with ids in their order."""
    return [
        Compared.of(said(f"Boat {number} left", id=f"p{number:03}", names=names if number % 2 else ()))
        for number in range(count)
    ]


def circle(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return vectors around a quarter of a circle: neighbours are near."""
    angles = np.linspace(0, np.pi / 2, count, dtype=np.float32)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def test_each_is_compared_with_its_nearest() -> None:
    """Neighbours are compared, the two ends of many are not; the smaller id comes first."""
    count = 3 * NEAREST
    pairs = candidates(prepared(count), circle(count))
    assert {(number, number + 1) for number in range(count - 1)} <= set(pairs)
    assert (0, count - 1) not in pairs
    assert all(one < other for one, other in pairs)
    assert pairs == sorted(set(pairs))


def test_a_rare_name_makes_pairs_and_a_common_one_none() -> None:
    """Those that share a name of few are compared, however far apart they lie."""
    count = 3 * NEAREST
    rare = prepared(count)
    for number in (0, count - 1):
        rare[number] = Compared.of(said("A boat left", id=f"p{number:03}", names=("jonna reik",)))
    assert (0, count - 1) in candidates(rare, circle(count))
    assert count // 2 > RARE
    assert (1, count - 1) not in candidates(prepared(count, names=("jonna reik",)), circle(count))


@pytest.mark.parametrize("count", [0, 1])
def test_few_make_no_pair(count: int) -> None:
    """None, or one alone, makes no pair, with vectors or without."""
    assert candidates(prepared(count), circle(count)) == []
    assert candidates(prepared(count), None) == []
