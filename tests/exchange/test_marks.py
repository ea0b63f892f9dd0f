"""A text cut at the edges of its marks."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given

from reportedly.exchange.marks import Cover, Part, segments
from reportedly.exchange.outline import outline
from reportedly.values import Span
from tests.building import reading
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading


def test_overlapping_spans_are_cut_at_every_edge() -> None:
    """Where two statements overlap, the shared words are a segment of their own that names both, the outer first."""
    text = "Ann said Bo saw it."
    made = reading(text, [("Ann", "said", "Bo saw it"), ("Bo", "saw", "it", 0)])
    (row,) = segments(made.report.paragraphs, outline(made))
    shown = [(text[segment.span.start : segment.span.end], segment.covers) for segment in row]
    outer = Cover(0, 1, Part.CONTENT)
    assert shown == [
        ("Ann", (Cover(0, 1, Part.SOURCE),)),
        (" ", ()),
        ("said", (Cover(0, 1, Part.CUE),)),
        (" ", ()),
        ("Bo", (outer, Cover(1, 2, Part.SOURCE))),
        (" ", (outer,)),
        ("saw", (outer, Cover(1, 2, Part.CUE))),
        (" ", (outer,)),
        ("it", (outer, Cover(1, 2, Part.CONTENT))),
        (".", ()),
    ]


def test_a_span_over_paragraphs_is_cut_at_their_ends() -> None:
    """Content of two paragraphs is marked in each of them."""
    made = reading("“One.\n\nTwo,” said Ann.", [("Ann", "said", "“One.\n\nTwo,”")])
    rows = list(segments(made.report.paragraphs, outline(made)))
    assert [[len(segment.covers) for segment in row] for row in rows] == [[1], [1, 0, 1, 0, 1, 0]]


def test_passages_are_cut_out_beside_the_statements() -> None:
    """A passage has its number on every segment within, and overlapping spans of one are no trouble."""
    made = reading("Ann said so.", [("Ann", "said", "so")])
    passages = [(Span(0, 6),), (Span(4, 8), Span(6, 11))]
    (row,) = segments(made.report.paragraphs, outline(made), passages)
    shown = [(made.report.text[each.span.start : each.span.end], each.lights) for each in row]
    assert shown == [("Ann", (0,)), (" ", (0,)), ("sa", (0, 1)), ("id", (1,)), (" ", (1,)), ("so", (1,)), (".", ())]


@given(readings())
def test_segments_fill_their_paragraph_and_know_their_covers(made: Reading) -> None:
    """Segments lie side by side, and each code point is covered by just what the statements' spans say."""
    entries = outline(made)
    rows = list(segments(made.report.paragraphs, entries))
    assert len(rows) == len(made.report.paragraphs)
    for paragraph, row in zip(made.report.paragraphs, rows, strict=True):
        assert row[0].span.start == paragraph.start
        assert row[-1].span.end == paragraph.end
        assert all(before.span.end == after.span.start for before, after in itertools.pairwise(row))
        for segment in row:
            covers = {
                Cover(entry.depth, entry.number, part)
                for entry in entries
                for part in Part
                for span in getattr(entry.statement, part.value).spans
                if span.contains(segment.span)
            }
            assert set(segment.covers) == covers
