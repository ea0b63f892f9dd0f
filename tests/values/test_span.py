"""Places in a text: spans and passages."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.values import GAP, Passage, Span


@st.composite
def _cut(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """Draw a text and places in it, in order and apart."""
    text = draw(st.text(min_size=1, max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(edges[::2], edges[1::2], strict=False))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_or_backwards(start: int, end: int) -> None:
    """A place without a code point is no place."""
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_a_span_counts_code_points() -> None:
    """The length is the number of code points, whatever they take in bytes."""
    assert len(Span(2, 5)) == 3


@given(st.integers(0, 9), st.integers(1, 9), st.integers(0, 9), st.integers(1, 9))
def test_overlap_and_containment_are_those_of_sets(a: int, length_a: int, b: int, length_b: int) -> None:
    """Two ranges overlap, or one contains the other, as the sets of their code points do."""
    one, other = Span(a, a + length_a), Span(b, b + length_b)
    points, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == bool(points & others)
    assert one.contains(other) == (others <= points)


def test_spans_are_in_text_order() -> None:
    """Spans sort by where they start."""
    assert sorted([Span(5, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(5, 6)]


def test_a_span_cannot_be_changed() -> None:
    """A span that was handed out stays as it is."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).start = 3  # type: ignore[misc] # what must not work is tried


@given(_cut())
def test_every_word_of_a_passage_stands_in_the_text(case: tuple[str, list[tuple[int, int]]]) -> None:
    """What a passage shows is cut from the text at its spans, piece by piece."""
    text, pairs = case
    passage = Passage.of(text, reversed(pairs))
    assert passage.pairs == [[start, end] for start, end in pairs]
    assert passage.texts == tuple(text[start:end] for start, end in pairs)
    assert passage.text == GAP.join(text[start:end] for start, end in pairs)


@given(_cut())
def test_a_passage_is_true_if_it_has_words(case: tuple[str, list[tuple[int, int]]]) -> None:
    """A passage without words is false, has no extent, and shows nothing."""
    text, pairs = case
    passage = Passage.of(text, pairs)
    assert bool(passage) == bool(pairs)
    assert passage.extent == (Span(pairs[0][0], pairs[-1][1]) if pairs else None)
    assert passage or passage.text == ""


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param([(0, 3), (2, 5)], id="overlapping"),
        pytest.param([(0, 3), (0, 3)], id="twice the same"),
        pytest.param([(4, 12)], id="beyond the end"),
    ],
)
def test_a_passage_refuses_places_that_make_no_sense(pairs: list[tuple[int, int]]) -> None:
    """Pieces that overlap or leave the text are refused."""
    with pytest.raises(ValueError, match=r"apart|leaves"):
        Passage.of("The dam held", [*pairs, (12, 13)] if pairs == [(4, 12)] else pairs)


def test_a_passage_refuses_pieces_out_of_order() -> None:
    """The pieces of a passage that is made directly must stand in the order of the text."""
    with pytest.raises(ValueError, match="in order"):
        Passage("The dam held", (Span(8, 12), Span(0, 3)))


def test_pieces_may_touch() -> None:
    """Two pieces with nothing between are still two pieces."""
    assert Passage.of("The dam held", [(0, 3), (3, 7)]).texts == ("The", " dam")


def test_a_passage_does_not_print_the_whole_text() -> None:
    """A representation of a passage shows its places, not the report that it is cut from."""
    assert "held" not in repr(Passage.of("The dam held", [(0, 3)]))
