"""Runs: from the labels of single pieces to a source, a cue and a content."""

from __future__ import annotations

import dataclasses
import itertools

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from reportedly.engine import Candidate, Pieces
from reportedly.engine.pieces import FEATURES, GAPS
from reportedly.reading.runs import EDGE, GAP, STRAY, Proposed, propose
from tests.reading.labelled import ROLES, marked

FAR = GAP + 1
"""Pieces so far apart make no run."""


def roles(text: str, labels: str, *, anchor: int | None = None, first: int = 0) -> Proposed | None:
    """Return what is proposed of a text with these labels."""
    return propose(*marked(text, labels, anchor=anchor, first=first))


def test_roles_become_runs() -> None:
    """Neighbouring pieces of one role are one run, and the candidate's chances are passed on."""
    found = roles("the mayor said the bridge was shut .", "ssqcccc.")
    assert found == Proposed(anchor=2, source=((0, 2),), cue=((2, 3),), content=((3, 7),), valid=0.9, chance=0.8)
    assert found.pieces == {3, 4, 5, 6}


def test_candidate_may_begin_within_the_text() -> None:
    """Labels count from the candidate's first piece, runs from the text's."""
    found = roles("it rained . the mayor said so too", "ssqcc", first=3)
    assert found is not None
    assert (found.source, found.cue, found.content) == (((3, 5),), ((5, 6),), ((6, 8),))


def test_without_content_there_is_nothing() -> None:
    """A candidate that attributes nothing is none."""
    assert roles("the mayor said", "ssq") is None


def test_without_source_there_is_a_statement() -> None:
    """A candidate without a source has an empty one."""
    found = roles("reportedly the bridge was shut", "qcccc")
    assert found is not None
    assert found.source == ()


def test_content_in_two_pieces_is_one_statement() -> None:
    """Words before and after the cue are one content in two runs."""
    found = roles("it sank , he said . we swam", "cc.sq.cc")
    assert found is not None
    assert found.content == ((0, 2), (6, 8))


@pytest.mark.parametrize("width", range(1, GAP + 4))
def test_small_holes_are_closed(width: int) -> None:
    """A hole of fewer pieces than `GAP` allows belongs to the content, a larger one parts it."""
    found = roles("said " + "word " * (4 + width), "q" + "cc" + "." * width + "cc")
    assert found is not None
    assert found.content == (((1, 5 + width),) if width <= GAP else ((1, 3), (3 + width, 5 + width)))


def test_hole_of_another_role_stays_open() -> None:
    """A hole in which the source stands is none of the content's."""
    found = roles("it sank he said so fast", "ccsqcc")
    assert found is not None
    assert found.content == ((0, 2), (4, 6))


def test_hole_at_the_end_of_a_line_stays_open() -> None:
    """Neither a hole nor a run reaches from one paragraph into the next."""
    found = roles("said it sank . ¶they swam", "qcc.cc")
    assert found is not None
    assert found.content == ((1, 3), (4, 6))
    joined = roles("said it sank . ¶they swam home", "qcccccc")
    assert joined is not None
    assert joined.content == ((1, 4), (4, 7))


def test_nothing_goes_on_from_a_headline() -> None:
    """A paragraph that ends without a mark is a headline: the text below it is no part of what is said there."""
    found = roles("said it sank ¶they swam home", "qccccc")
    assert found is not None
    assert found.content == ((1, 3),)


def test_runs_are_whole_words() -> None:
    """A role that holds a part of a word holds all of it."""
    found = roles("Sorr ##enby said it cap ##siz ##ed .", "s.qc.c..")
    assert found is not None
    assert (found.source, found.content) == (((0, 2),), ((3, 7),))


def test_marks_are_words_of_their_own() -> None:
    """A mark that is glued to a word is not widened to."""
    found = roles("he said it sank ##.", "sqcc.")
    assert found is not None
    assert found.content == ((2, 4),)


def test_source_is_the_best_run() -> None:
    """Of several runs that are as likely the source, the longest is; a source is in one piece."""
    found = roles("she" + " word" * FAR + " the mayor said it sank", "s" + "." * FAR + "ssqcc")
    assert found is not None
    assert found.source == ((FAR + 1, FAR + 3),)


def test_best_run_is_the_likeliest() -> None:
    """It is the highest chance that makes the best run, and not its length."""
    everything, candidate = marked(
        "the mayor" + " word" * FAR + " a long gone clerk said it sank", "ss" + "." * FAR + "ssssqcc"
    )
    labels = candidate.labels.copy()
    labels[FAR + 3 : FAR + 6] = (0.45, 0.55, 0, 0)
    labels[FAR + 2] = (1, 0, 0, 0)
    found = propose(everything, dataclasses.replace(candidate, labels=labels))
    assert found is not None
    assert found.source == ((0, 2),)


def test_source_that_begins_before_what_was_seen_is_weighed() -> None:
    """A source whose first word began before the candidate's first piece weighs as much as its labels."""
    text = "the Sorr ##enby council said it sank while one watched"
    found = roles(text, "ssqcc.s.", first=2)
    assert found is not None
    assert found.source == ((1, 4),)


def test_cue_is_the_run_at_the_anchor() -> None:
    """Of several cue-like runs the one nearest to the anchor is the cue."""
    found = roles("he told" + " word" * FAR + " said it sank", "sq" + "." * FAR + "qcc", anchor=FAR + 2)
    assert found is not None
    assert found.cue == ((FAR + 2, FAR + 3),)


def test_anchor_is_the_cue_where_no_piece_is() -> None:
    """A candidate none of whose pieces is likely a cue has the anchor's word for one."""
    found = roles("he re ##port ##ed it sank", "s...cc", anchor=2)
    assert found is not None
    assert found.cue == ((1, 4),)


def test_roles_share_no_piece() -> None:
    """A word that is widened into another role belongs to the cue first, then to the source."""
    found = roles("he said ##so it sank", "sqccc")
    assert found is not None
    assert (found.cue, found.content) == (((1, 3),), ((3, 5),))


def test_stray_piece_is_dropped() -> None:
    """A single piece beside longer runs is noise; alone it is a content."""
    assert STRAY == 4
    beside = roles("said it sank at the quay . . . . . oh no", "qccccc.....cc")
    alone = roles("said . . . . no", "q....c")
    assert beside is not None
    assert alone is not None
    assert (beside.content, alone.content) == (((1, 6),), ((5, 6),))


@pytest.mark.parametrize("before", [0, EDGE, EDGE + 1])
def test_content_goes_on_at_the_edge_of_the_next_paragraph(before: int) -> None:
    """Words of the next paragraph belong to a content from near its beginning on, and not from its middle."""
    found = roles("said it sank . " + "¶" + "word " * before + "we swam home", "qcc." + "." * before + "ccc")
    assert found is not None
    assert ((4 + before, 7 + before) in found.content) == (before <= EDGE)


@pytest.mark.parametrize("after", [1, EDGE, EDGE + 1])
def test_content_comes_from_the_end_of_the_paragraph_before(after: int) -> None:
    """Words of the paragraph before belong to a content up to near its end, and not from its middle."""
    found = roles("we swam home " + ". " * after + "¶he said it sank", "ccc" + "." * after + "sqcc")
    assert found is not None
    assert ((0, 3) in found.content) == (after <= EDGE)


@st.composite
def candidates(draw: st.DrawFn) -> tuple[Pieces, Candidate]:
    """Draw pieces with paragraphs and words of several pieces, and chances of any kind for a stretch of them."""
    count = draw(st.integers(1, 40))
    features = np.zeros((count, len(FEATURES)), dtype=np.int64)
    features[:, 0] = draw(st.lists(st.sampled_from([0, 0, 0, 4]), min_size=count, max_size=count))
    features[:, 1] = draw(st.lists(st.sampled_from([0, 1, 1, 1, 1, 3]), min_size=count, max_size=count))
    features[0, 1] = GAPS.index("space")
    places = np.arange(count, dtype=np.int64)
    first = draw(st.integers(0, count - 1))
    seen = draw(st.integers(1, count - first))
    chances = draw(st.lists(st.floats(0, 1), min_size=4 * seen, max_size=4 * seen))
    labels = np.asarray(chances, dtype=np.float32).reshape(seen, len(ROLES)) ** 4 + 1e-6
    anchor = first + draw(st.integers(0, seen - 1))
    candidate = Candidate(anchor, first, labels / labels.sum(1, keepdims=True), 0.5, 0.5)
    return Pieces(places, 3 * places, 3 * places + 2, features), candidate


@hypothesis.given(drawn=candidates())
def test_runs_hold_whatever_the_chances(drawn: tuple[Pieces, Candidate]) -> None:
    """Whatever the model says: runs are in order, within the text, whole words, and no piece has two roles."""
    pieces, candidate = drawn
    found = propose(dataclasses.replace(marked("x", "q")[0], pieces=pieces), candidate)
    if found is None:
        return
    assert found.content
    assert len(found.cue) == 1
    assert len(found.source) <= 1
    for runs in (found.source, found.cue, found.content):
        assert all(0 <= start < end <= len(pieces) for start, end in runs)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(runs))
    taken = [i for start, end in (*found.source, *found.cue, *found.content) for i in range(start, end)]
    assert len(taken) == len(set(taken))
    for start, end in (*found.source, *found.cue):
        assert not pieces.inner[start]
        assert end == len(pieces) or not pieces.inner[end]
    breaks = set(pieces.breaks.tolist())
    assert not any(breaks & set(range(start + 1, end)) for start, end in found.content)
