"""How places, times and amounts stand to one another."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.claims.comparison import Compared, Comparison, Kinship, compare
from reportedly.claims.proposition import Amount, Where
from reportedly.values import Feature
from tests.claims.said import BERGEN, NORWAY, OSLO, VESTLAND, said, where

ASKOY = where("Askøy", 60.47, 5.16)
BALTIC = where("Baltic Sea", 58.0, 20.0, feature=Feature.WATER, country=None, extent_km=600.0)
SWEDEN = where("Sweden", 62.0, 15.0, feature=Feature.COUNTRY, country="SE", extent_km=700.0)


def compared(**about: tuple[Any, Any]) -> Comparison:
    """Compare two propositions that differ in what is given."""
    one, other = (said("Boats left", **{name: values[side] for name, values in about.items()}) for side in (0, 1))
    return compare(Compared.of(one), Compared.of(other), None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((BERGEN,), (BERGEN,), Kinship.SAME),
        ((BERGEN,), (VESTLAND,), Kinship.AROUND),
        ((NORWAY,), (BERGEN,), Kinship.AROUND),
        ((BERGEN,), (OSLO,), Kinship.APART),
        ((BERGEN,), (ASKOY,), Kinship.UNKNOWN),
        ((BERGEN,), (BALTIC,), Kinship.UNKNOWN),
        ((BERGEN,), (SWEDEN,), Kinship.ABROAD),
        ((BERGEN,), (OSLO, BERGEN), Kinship.SAME),
        ((BERGEN,), (), Kinship.UNKNOWN),
    ],
)
def test_places(one: tuple[Where, ...], other: tuple[Where, ...], expected: Kinship) -> None:
    """Towns that are far apart are apart; what lies in one another, or near, is not, either way round."""
    assert compared(places=(one, other)).place.kinship is expected
    assert compared(places=(other, one)).place.kinship is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-03-04", "2023-03-04", Kinship.SAME),
        ("2023-03-04", "2023-03", Kinship.AROUND),
        ("2023-03-04", "2023-03-05", Kinship.UNKNOWN),
        ("2023-03-04", "2023-03-11", Kinship.APART),
        ("2023-03", "2023-05", Kinship.UNKNOWN),
        ("2023", "2023", Kinship.AROUND),
        ("2023-03-04/..", "2023-03-01", Kinship.UNKNOWN),
    ],
)
def test_times(one: str, other: str, expected: Kinship) -> None:
    """Days are apart when more than one lies between; months and years are too long to tell."""
    assert compared(times=((one,), (other,))).time.kinship is expected
    assert compared(times=((other,), (one,))).time.kinship is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((2.0, 2.0), (2.0, 2.0), Kinship.SAME),
        ((2.0, None), (3.0, 3.0), Kinship.AROUND),
        ((2.0, 2.0), (4.0, 4.0), Kinship.APART),
    ],
)
def test_amounts(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None], expected: Kinship
) -> None:
    """Amounts of one thing are the same, overlap or differ; those of two things are not compared."""
    ours, theirs = (Amount(low=low, high=high, unit=None, counted="dead") for low, high in (one, other))
    assert compared(quantities=((ours,), (theirs,))).amount.kinship is expected
    another = Amount(low=other[0], high=other[1], unit=None, counted="hurt")
    assert compared(quantities=((ours,), (another,))).amount.kinship is Kinship.UNKNOWN
