"""A text cut wherever a marked span begins or ends, each segment with all that covers it.

Spans of different statements overlap in any way they like, which elements of a page cannot: so the text is cut into
segments first, and each carries the list of what it belongs to.
"""

from __future__ import annotations

import dataclasses
import enum
import itertools
from typing import TYPE_CHECKING

from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.exchange.outline import Entry


class Part(enum.StrEnum):
    """What a marked span is to its statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Cover:
    """One statement's span over a segment: how deep the statement stands, its number, and which part of it this is."""

    depth: int
    number: int
    part: Part


@dataclasses.dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with the same covers throughout, outermost first; none for plain text.

    `lights` are the numbers of the passages that hold it besides.
    """

    span: Span
    covers: tuple[Cover, ...] = ()
    lights: tuple[int, ...] = ()


def segments(
    paragraphs: Sequence[Span], entries: Sequence[Entry], passages: Sequence[tuple[Span, ...]] = ()
) -> Iterator[tuple[Segment, ...]]:
    """Cut each paragraph at every edge of a span within it. `paragraphs` must be in order and apart.

    The segments of a paragraph lie side by side and fill it. What is marked outside every paragraph is left out:
    only white space stands there. `passages` are cut out too, under their numbers from 0.
    """
    opening: dict[int, list[Cover | int]] = {}
    closing: dict[int, list[Cover | int]] = {}
    lights = ((number, span) for number, spans in enumerate(passages) for span in spans)
    marks: Iterator[tuple[Cover | int, Span]] = itertools.chain(_covers(entries), lights)
    for mark, span in marks:
        opening.setdefault(span.start, []).append(mark)
        closing.setdefault(span.end, []).append(mark)
    edges = iter(sorted({*opening, *closing}))
    edge = next(edges, None)
    active: list[Cover | int] = []
    for paragraph in paragraphs:
        row: list[Segment] = []
        place = paragraph.start
        while edge is not None and edge < paragraph.end:
            if edge > place:
                row.append(_segment(place, edge, active))
                place = edge
            for mark in closing.get(edge, ()):
                active.remove(mark)
            active += opening.get(edge, ())
            edge = next(edges, None)
        row.append(_segment(place, paragraph.end, active))
        yield tuple(row)


def _segment(start: int, end: int, active: Sequence[Cover | int]) -> Segment:
    """Return a segment with its covers and its lights in order."""
    covers = sorted(mark for mark in active if isinstance(mark, Cover))
    lights = sorted({mark for mark in active if isinstance(mark, int)})
    return Segment(Span(start, end), tuple(covers), tuple(lights))


def _covers(entries: Sequence[Entry]) -> Iterator[tuple[Cover, Span]]:
    """Name every span of every statement."""
    for entry in entries:
        statement = entry.statement
        for part, passage in (
            (Part.SOURCE, statement.source),
            (Part.CUE, statement.cue),
            (Part.CONTENT, statement.content),
        ):
            for span in passage.spans:
                yield Cover(entry.depth, entry.number, part), span
