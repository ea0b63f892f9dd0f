"""What is found across reports, in words."""

from __future__ import annotations

import dataclasses

import pytest

from reportedly.claims.claim import DriftKind, Origins, RootKind
from reportedly.claims.edge import EdgeKind
from reportedly.exchange.claim_wording import DRIFTS, EDGES, ROOTS, counts, interval, origins
from reportedly.values import Bound
from tests.cli.claimed import CLAIM, LIEN, NOBODY


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Origins(minimum=1, maximum=1, roots=(LIEN,)), "1 origin"),
        (Origins(minimum=2, maximum=2, roots=(LIEN, LIEN)), "2 origins"),
        (Origins(minimum=1, maximum=3, roots=(LIEN, LIEN, NOBODY)), "1 to 3 origins"),
        (Origins(minimum=0, maximum=2, roots=(NOBODY, NOBODY)), "origin unknown"),
        (Origins(minimum=0, maximum=0, roots=()), "origin unknown"),
        (Origins(minimum=0, maximum=0, roots=(), cycles=(("r1", "r2"),)), "no origin: a cycle"),
        (Origins(minimum=0, maximum=1, roots=(NOBODY,), cycles=(("r1", "r2"),)), "origin unknown"),
    ],
)
def test_origins_are_a_range_and_the_unknown_are_none(found: Origins, told: str) -> None:
    """Who does not say how they know is never counted as one who knows."""
    assert origins(found) == told


def test_counts_say_what_they_count() -> None:
    """Without a publisher none is counted."""
    assert counts(CLAIM) == ["9 reports", "8 publishers", "2 to 4 origins"]
    nameless = tuple(dataclasses.replace(each, publisher=None) for each in CLAIM.members)
    assert counts(dataclasses.replace(CLAIM, members=nameless))[1] == "publisher unknown"


@pytest.mark.parametrize(
    ("low", "high", "bound", "told"),
    [
        (12, 12, Bound.EXACTLY, "12"),
        (1200, 1200, Bound.EXACTLY, "1,200"),
        (12, None, Bound.AT_LEAST, "at least 12"),
        (12, None, Bound.MORE_THAN, "more than 12"),
        (None, 12, Bound.AT_MOST, "up to 12"),
        (None, 12, Bound.LESS_THAN, "less than 12"),
        (15, 20, Bound.BETWEEN, "15 to 20"),
        (18, 22, Bound.ABOUT, "about 18 to 22"),
        (20, 20, Bound.ABOUT, "about 20"),
        (None, None, Bound.AT_LEAST, "open"),
    ],
)
def test_an_interval_keeps_its_bound(low: float | None, high: float | None, bound: Bound, told: str) -> None:
    """A range stays a range, and an open end stays open."""
    assert interval(low, high, bound) == told


def test_every_member_of_every_list_has_words() -> None:
    """Nothing that can be found is without words for people."""
    assert (set(DRIFTS), set(EDGES), set(ROOTS)) == (set(DriftKind), set(EdgeKind), set(RootKind))
