"""Windows over the pieces of a text, and the stretch that is looked at for one cue."""

from __future__ import annotations

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from reportedly.engine import Bundle, Pieces
from reportedly.engine.pieces import FEATURES, GAPS, NEARBY, Window, surroundings, windows

CONTEXT, SIZE = 32, 254


def pieces(total: int, breaks: set[int]) -> Pieces:
    """Return pieces of which nothing is known but which of them begin a paragraph."""
    places = np.arange(total, dtype=np.int64)
    features = np.zeros((total, len(FEATURES)), dtype=np.int64)
    features[:, 1] = GAPS.index("space")
    features[sorted(breaks), 1] = GAPS.index("paragraph")
    return Pieces(places, 2 * places, 2 * places + 1, features)


@st.composite
def breaks(draw: st.DrawFn) -> tuple[int, set[int]]:
    """Draw a number of pieces, and paragraphs of any lengths, short and long ones mixed."""
    total = draw(st.integers(0, 2000))
    lengths = draw(st.lists(st.one_of(st.integers(1, 12), st.integers(1, 120), st.integers(200, 700)), max_size=60))
    edges = np.cumsum(lengths, dtype=np.int64)
    return total, {int(edge) for edge in edges if edge < total}


def check(total: int, found: list[Window], size: int) -> None:
    """Check that windows of at most `size` answer for each piece once, in order, each for pieces that it holds."""
    owned = [piece for window in found for piece in range(window.own_start, window.own_end)]
    assert owned == list(range(total))
    for window in found:
        assert 0 <= window.start <= window.own_start < window.own_end <= window.end <= total
        assert window.end - window.start <= size


@hypothesis.given(paragraphs=breaks(), context=st.integers(1, 40), spare=st.integers(1, 300))
def test_each_piece_is_owned_once(paragraphs: tuple[int, set[int]], context: int, spare: int) -> None:
    """Whatever the paragraphs, each piece is answered for by one window, and none is larger than the limit."""
    total, begun = paragraphs
    size = 4 * context + spare
    check(total, windows(pieces(total, begun), size, context), size)


@pytest.mark.parametrize("total", [0, 1, SIZE - 1, SIZE, SIZE + 1, 10 * SIZE])
def test_text_without_paragraphs_is_covered(total: int) -> None:
    """A text without a line's end is cut into windows too, and a short one into a single window."""
    found = windows(pieces(total, set()), SIZE, CONTEXT)
    check(total, found, SIZE)
    assert (len(found) <= 1) == (total <= SIZE)


@hypothesis.given(paragraphs=breaks())
def test_owned_pieces_are_seen_with_what_is_around_them(paragraphs: tuple[int, set[int]]) -> None:
    """A window sees half of `context` at least on both sides of its own pieces, but for a paragraph that ends there."""
    total, begun = paragraphs
    found = windows(pieces(total, begun), SIZE, CONTEXT)
    for window in found[1:]:
        assert window.own_start - window.start >= CONTEXT // 2
    for window in found[:-1]:
        assert window.end - window.own_end >= CONTEXT // 2 or window.own_end in begun


def test_windows_are_cut_between_paragraphs() -> None:
    """Where paragraphs are shorter than half a window, every window but the last ends with one."""
    begun = set(range(50, 2000, 50))
    found = windows(pieces(2000, begun), SIZE, CONTEXT)
    assert len(found) > 2000 // SIZE
    assert {window.own_end for window in found[:-1]} <= begun
    assert all(window.start in {0, *begun} for window in found)


def test_packaged_windows_leave_room(bundle: Bundle) -> None:
    """The packaged sizes are such that windows advance: more than four times the context, and the specials fit."""
    config = bundle.config
    assert config.window - len(config.special) > 4 * config.context
    assert 2 * NEARBY < config.most <= config.window - len(config.special)


@hypothesis.given(data=st.data(), paragraphs=breaks(), most=st.integers(1, 300))
def test_surroundings_hold_the_anchor(data: st.DataObject, paragraphs: tuple[int, set[int]], most: int) -> None:
    """The stretch that is looked at holds the cue, lies in the window, and is never longer than the limit."""
    total, begun = paragraphs
    hypothesis.assume(total)
    low = data.draw(st.integers(0, total - 1))
    high = data.draw(st.integers(low + 1, total))
    anchor = data.draw(st.integers(low, high - 1))
    start, end = surroundings(pieces(total, begun).breaks, (low, high), anchor, most)
    assert low <= start <= anchor < end <= high
    assert end - start <= most


@hypothesis.given(data=st.data(), paragraphs=breaks())
def test_surroundings_are_the_paragraph(data: st.DataObject, paragraphs: tuple[int, set[int]]) -> None:
    """All of the cue's paragraph is looked at where it fits, with the next one only where the cue is near it."""
    total, begun = paragraphs
    hypothesis.assume(total)
    anchor = data.draw(st.integers(0, total - 1))
    start, end = surroundings(pieces(total, begun).breaks, (0, total), anchor, total)
    edges = sorted({0, *begun, total})
    first = max(edge for edge in edges if edge <= anchor)
    last = min(edge for edge in edges if edge > anchor)
    assert start <= first < last <= end
    assert start in edges
    assert end in edges
    assert (start == first) == (first == 0 or first <= anchor - NEARBY)
    assert (end == last) == (last == total or last > anchor + NEARBY)


def test_long_paragraph_is_cut_evenly() -> None:
    """A paragraph longer than the limit is looked at evenly around the cue, and up to its edge beside it."""
    none = pieces(1000, set()).breaks
    assert surroundings(none, (0, 1000), 500, 160) == (420, 580)
    assert surroundings(none, (0, 1000), 10, 160) == (0, 160)
    assert surroundings(none, (0, 1000), 990, 160) == (840, 1000)
