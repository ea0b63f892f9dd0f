"""Nesting: which candidates become statements, and which of them stand inside another's content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import strategies as st

from reportedly.reading.nesting import SAME, WITHIN, Placed, settle
from reportedly.reading.runs import Proposed

if TYPE_CHECKING:
    import random

LEAST, LEAST_INSIDE = 0.5, 0.4


def candidate(anchor: int, *content: tuple[int, int], valid: float = 0.9, chance: float = 0.9) -> Proposed:
    """Make a candidate whose cue is one piece and whose content lies where it is said."""
    return Proposed(anchor, (), ((anchor, anchor + 1),), content, valid, chance)


def placed(*found: Proposed, least: float = LEAST, inside: float = LEAST_INSIDE) -> dict[int, int | None]:
    """Return the parent of each statement that comes of candidates, by its anchor."""
    return {one.proposed.anchor: one.parent for one in settle(found, least, inside)}


def test_statements_apart_are_all_kept() -> None:
    """Statements that share no words stand by themselves."""
    assert placed(candidate(2, (3, 9)), candidate(12, (13, 20))) == {2: None, 12: None}


def test_nothing_comes_of_nothing() -> None:
    """No candidates, no statements."""
    assert settle([], 0, 0) == []


def test_unlikely_candidates_are_left_out() -> None:
    """A candidate that would stand by itself is judged by its validity, at the threshold it is kept."""
    assert placed(candidate(2, (3, 9), valid=LEAST), candidate(12, (13, 20), valid=LEAST - 0.01)) == {2: None}


def test_same_content_is_kept_once() -> None:
    """Of two candidates with largely the same content, the better one is kept."""
    assert placed(candidate(2, (3, 13), valid=0.8), candidate(20, (3, 12), valid=0.95)) == {20: None}


@pytest.mark.parametrize("shared", range(1, 10))
def test_contents_may_share_a_few_words(shared: int) -> None:
    """Two contents are the same from the overlap `SAME` on, and below it they are two."""
    first, second = candidate(40, (0, 10), valid=0.9), candidate(50, (10 - shared, 20 - shared), valid=0.8)
    expected = {40: None} if shared / (20 - shared) >= SAME else {40: None, 50: None}
    assert placed(first, second) == expected


def test_statement_in_a_content_has_a_parent() -> None:
    """A statement whose cue and content stand in another's content is that one's child, judged by its chance."""
    found = settle([candidate(2, (3, 20)), candidate(8, (9, 20), valid=0.1, chance=0.6)], LEAST, LEAST_INSIDE)
    assert [(one.proposed.anchor, one.parent, one.confidence) for one in found] == [(2, None, 0.9), (8, 2, 0.6)]


def test_unlikely_statement_in_a_content_is_left_out() -> None:
    """A statement in another's content is kept from the threshold for those on."""
    outer = candidate(2, (3, 20))
    assert placed(outer, candidate(8, (9, 20), chance=LEAST_INSIDE)) == {2: None, 8: 2}
    assert placed(outer, candidate(8, (9, 20), chance=LEAST_INSIDE - 0.01)) == {2: None}


def test_better_inner_statement_goes_under_the_outer_one() -> None:
    """That an inner statement is surer than the one around it changes nothing about who stands in whom."""
    assert placed(candidate(2, (3, 30), valid=0.6), candidate(8, (25, 30), valid=0.99)) == {2: None, 8: 2}


def test_cue_in_a_content_of_other_words_is_left_out() -> None:
    """A cue that stands in a content, while what it attributes does not, makes no statement inside that content."""
    assert placed(candidate(2, (3, 20)), candidate(8, (9, 14), (30, 60), valid=0.8)) == {2: None}


def test_two_readings_of_one_inner_statement_are_one() -> None:
    """Duplicates are dropped inside a content too."""
    outer = candidate(2, (3, 40))
    assert placed(outer, candidate(8, (9, 20), chance=0.8), candidate(22, (9, 19), chance=0.7)) == {2: None, 8: 2}


@pytest.mark.parametrize("middle", [0.5, 0.9])
@pytest.mark.parametrize("inner", [0.6, 0.95])
def test_chains_of_three(middle: float, inner: float) -> None:
    """Each link of a chain stands in the smallest content that holds it, whichever is the surest."""
    links = candidate(2, (3, 20)), candidate(6, (7, 20), chance=middle), candidate(10, (11, 20), chance=inner)
    assert placed(*links) == {2: None, 6: 2, 10: 6}


def test_long_inner_content_may_leave_the_outer_one_a_bit() -> None:
    """A content stands in another one where nearly all of it does."""
    outer = candidate(2, (3, 33))
    assert WITHIN == 0.9
    assert placed(outer, candidate(10, (14, 34))) == {2: None, 10: 2}
    assert placed(outer, candidate(10, (14, 39), valid=0.8)) == {2: None}


def test_outer_statements_come_first() -> None:
    """A parent comes before what stands in it, so that its id is known."""
    links = [candidate(30, (11, 20), valid=0.95), candidate(12, (13, 20)), candidate(14, (15, 20))]
    assert [one.proposed.anchor for one in settle(links, LEAST, LEAST_INSIDE)] == [30, 12, 14]


@st.composite
def crowds(draw: st.DrawFn) -> list[Proposed]:
    """Draw candidates that overlap in every way, each with an anchor of its own."""
    anchors = draw(st.lists(st.integers(0, 40), unique=True, max_size=9))
    chances = st.sampled_from([0.1, 0.45, 0.5, 0.7, 0.7, 0.9, 0.99])
    found = []
    for anchor in anchors:
        edges = draw(st.lists(st.integers(0, 40), unique=True, min_size=2, max_size=4).filter(lambda e: len(e) != 3))
        runs = list(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=True))
        found.append(candidate(anchor, *runs, valid=draw(chances), chance=draw(chances)))
    return found


def ancestry(one: Placed, by_anchor: dict[int, Placed]) -> list[int]:
    """Return the anchors from a statement's parent outward; an AssertionError where they go in a circle."""
    line: list[int] = []
    while one.parent is not None:
        assert one.parent not in line
        line.append(one.parent)
        one = by_anchor[one.parent]
    return line


@hypothesis.given(found=crowds())
def test_statements_form_a_forest(found: list[Proposed]) -> None:
    """Parents are statements that come before, each line of them ends, and each goes outward to larger contents."""
    result = settle(found, LEAST, LEAST_INSIDE)
    by_anchor = {one.proposed.anchor: one for one in result}
    assert len(by_anchor) == len(result)
    assert all(one.proposed in found for one in result)
    seen: set[int] = set()
    for one in result:
        assert one.parent is None or one.parent in seen
        seen.add(one.proposed.anchor)
        sizes = [len(by_anchor[anchor].proposed.pieces) for anchor in ancestry(one, by_anchor)]
        assert [len(one.proposed.pieces), *sizes] == sorted({len(one.proposed.pieces), *sizes})


@hypothesis.given(found=crowds())
def test_each_stands_in_the_smallest_content_that_holds_it(found: list[Proposed]) -> None:
    """A parent holds the cue and nearly all of the content of its child, and no smaller statement does."""
    result = settle(found, LEAST, LEAST_INSIDE)
    for one in result:
        pieces = one.proposed.pieces
        holding = [
            (len(other.proposed.pieces), other.proposed.anchor)
            for other in result
            if one.proposed.anchor in other.proposed.pieces
            and len(other.proposed.pieces) > len(pieces)
            and len(pieces & other.proposed.pieces) >= WITHIN * len(pieces)
        ]
        if one.parent is not None:
            assert min(holding)[1] == one.parent


@hypothesis.given(found=crowds())
def test_those_by_themselves_are_apart(found: list[Proposed]) -> None:
    """No cue of a statement by itself stands in another such content, and no two such contents are the same."""
    alone = [one.proposed for one in settle(found, LEAST, LEAST_INSIDE) if one.parent is None]
    for one in alone:
        for other in alone:
            if one is not other:
                assert one.anchor not in other.pieces
                assert len(one.pieces & other.pieces) < SAME * len(one.pieces | other.pieces)


@hypothesis.given(found=crowds())
def test_confidences_reach_the_thresholds(found: list[Proposed]) -> None:
    """The confidence of a statement is its validity, or inside another its chance, and reaches the threshold."""
    for one in settle(found, LEAST, LEAST_INSIDE):
        if one.parent is None:
            assert one.confidence == one.proposed.valid >= LEAST
        else:
            assert one.confidence == one.proposed.chance >= LEAST_INSIDE


@hypothesis.given(found=crowds(), chance=st.randoms(use_true_random=False))
def test_order_of_candidates_changes_nothing(found: list[Proposed], chance: random.Random) -> None:
    """However the candidates come, the same statements come of them."""
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert settle(shuffled, LEAST, LEAST_INSIDE) == settle(found, LEAST, LEAST_INSIDE)


@hypothesis.given(found=crowds())
def test_candidates_below_both_thresholds_change_nothing(found: list[Proposed]) -> None:
    """What is too unlikely to be kept keeps nothing else out either."""
    likely = [one for one in found if one.valid >= LEAST or one.chance >= LEAST_INSIDE]
    assert settle(likely, LEAST, LEAST_INSIDE) == settle(found, LEAST, LEAST_INSIDE)


@hypothesis.given(found=crowds(), low=st.sampled_from([0.1, 0.3, 0.5]), high=st.sampled_from([0.6, 0.7, 0.95]))
def test_higher_threshold_keeps_what_nothing_more_swallows(found: list[Proposed], low: float, high: float) -> None:
    """A statement by itself at a higher threshold is so at a lower one too, unless its cue stands in some content.

    More is not guaranteed: a lower threshold may let in a statement whose content holds the better one.
    """
    strict = {one.proposed.anchor for one in settle(found, high, LEAST_INSIDE) if one.parent is None}
    lax = {one.proposed.anchor for one in settle(found, low, LEAST_INSIDE) if one.parent is None}
    held = {one.anchor for one in found for other in found if one is not other and one.anchor in other.pieces}
    assert strict - lax <= held
