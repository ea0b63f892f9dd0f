"""Things along a text are found by their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.values import Along, Span

spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(spans), spans)
def test_what_is_found_is_what_a_look_at_all_would_find(things: list[Span], where: Span) -> None:
    """`within` and `touching` give the same things as comparing every one, in order."""
    along = Along(things)
    assert list(along.within(where.start, where.end)) == [one for one in along if where.contains(one)]
    assert list(along.touching(where.start, where.end)) == [one for one in along if where.overlaps(one)]


@given(st.lists(spans), st.integers(0, 100))
def test_before_counts_those_that_begin_before(things: list[Span], place: int) -> None:
    """`before` is the number of things that begin before a place."""
    assert Along(things).before(place) == sum(one.start < place for one in things)


def test_order_is_by_start_and_the_longer_first() -> None:
    """Whatever the order given, things are in order of the text, an outer one before those inside."""
    outer, inner, later = Span(2, 9), Span(2, 4), Span(5, 6)
    along = Along([later, inner, outer])
    assert list(along) == [outer, inner, later]
    assert along[1] == inner
    assert along[1:] == (inner, later)
    assert len(along) == 3


def test_at_gives_the_innermost_begun_last() -> None:
    """Of several that hold a place the last begun is given, and None where there is none."""
    along = Along([Span(2, 9), Span(3, 5)])
    assert along.at(4) == Span(3, 5)
    assert along.at(6) == Span(2, 9)
    assert along.at(9) is None
    assert Along[Span]().at(0) is None


def test_equal_things_make_equal_ones() -> None:
    """Two are equal, and share their hash, when their things are."""
    assert Along([Span(0, 1), Span(2, 3)]) == Along([Span(2, 3), Span(0, 1)])
    assert hash(Along([Span(0, 1)])) == hash(Along([Span(0, 1)]))
    assert Along([Span(0, 1)]) != Along([Span(0, 2)])
    assert Along([Span(0, 1)]) != [Span(0, 1)]
    assert "Span(start=0, end=1)" in repr(Along([Span(0, 1)]))
