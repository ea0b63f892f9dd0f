"""Bars on a scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.bars import OPEN_ABOVE, OPEN_BELOW, POINT, Scale

ENDS = st.none() | st.floats(0, 1e12)


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        (0, 0, "·●··········"),
        (100, 100, "··········●·"),
        (0, 100, "·├────────┤·"),
        (None, 50, "◀────┤······"),
        (50, None, "·····├─────▶"),
        (None, None, "◀──────────▶"),
        (51, 52, "······●·····"),
    ],
)
def test_an_interval_is_a_bar(low: float | None, high: float | None, drawn: str) -> None:
    """A closed end stands at its place, and only an open one reaches the edge."""
    assert Scale(0, 100, 12).bar(low, high).plain == drawn


def test_the_head_has_both_ends() -> None:
    """The figures stand above the columns that they mean."""
    assert Scale(0, 1200, 12).head().plain == " 0    1,200"
    assert Scale(5, 5, 12).head().plain == " 5"


@given(st.lists(st.tuples(ENDS, ENDS), min_size=1), st.integers(5, 60))
def test_every_bar_is_as_wide_as_the_scale(intervals: list[tuple[float | None, float | None]], width: int) -> None:
    """Whatever the numbers, and open where they are open."""
    ordered = [(low, high) if low is None or high is None or low <= high else (high, low) for low, high in intervals]
    scale = Scale.over(ordered, width)
    for low, high in ordered:
        bar = scale.bar(low, high).plain
        assert len(bar) == width
        assert (bar[0] == OPEN_BELOW) is (low is None)
        assert (bar[-1] == OPEN_ABOVE) is (high is None)
        assert low != high or low is None or POINT in bar
