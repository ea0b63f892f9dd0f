"""A report of a story cut into lines, with the words, values and names of each: what reports are held against."""

from __future__ import annotations

import bisect
import collections
import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.terms import terms
from reportedly.ledger.identities import folded
from reportedly.values import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportedly.claims.entry import Entry
    from reportedly.values import Statement

_LINE = re.compile(r"[^\n]+?(?:[.!?…][\"”’)]?(?=\s)|\n|\Z)")
_NAME = re.compile(r"\b[A-Z][\w’'-]*\b")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SHORTEST = 3
"""Letters of a name's word at least, so that it is no initial."""
_EMPTY = frozenset(
    "the a an of and in on at to for by with that this it its was were is are had has have be as from but not".split()
)


class Line(NamedTuple):
    """A sentence of a report: where it stands, its paragraph's number, and its terms, values and names."""

    span: Span
    paragraph: int
    terms: frozenset[str]
    values: frozenset[float]
    names: frozenset[str]


class Page:
    """A report of a story as it is held against others."""

    def __init__(self, entry: Entry) -> None:
        """Take a report."""
        self.entry = entry
        self.id = entry.id
        self.text = entry.reading.report.text
        self.lines = tuple(_lines(entry))
        self._starts = [line.span.start for line in self.lines]
        self.terms = frozenset[str]().union(*(line.terms for line in self.lines))
        self.values = frozenset[float]().union(*(line.values for line in self.lines))

    def at(self, place: int) -> int:
        """Return the number of the line in which a place of the text lies; the one before, where it lies in none."""
        return max(0, bisect.bisect_right(self._starts, place) - 1)

    def shown(self, *numbers: int) -> str:
        """Return the text of some lines."""
        spans = [self.lines[number].span for number in numbers]
        return " ".join(self.text[span.start : span.end] for span in spans)

    def passage(self, start: int, end: int) -> Passage:
        """Return words of the text."""
        return Passage(self.text, (Span(start, end),))

    def around(self, number: int, before: int = 1, after: int = 1) -> range:
        """Return the numbers of a line and of those beside it in its paragraph."""
        first = last = number
        while first > max(0, number - before) and self.lines[first - 1].paragraph == self.lines[number].paragraph:
            first -= 1
        stop = min(len(self.lines) - 1, number + after)
        while last < stop and self.lines[last + 1].paragraph == self.lines[number].paragraph:
            last += 1
        return range(first, last + 1)

    @functools.cached_property
    def spoken(self) -> Mapping[int, Sequence[Statement]]:
        """The statements that stand in each line, by its number."""
        found: dict[int, list[Statement]] = collections.defaultdict(list)
        for statement in self.entry.reading.statements:
            for number in self.of(statement):
                found[number].append(statement)
        return found

    def of(self, statement: Statement) -> tuple[int, ...]:
        """Return the numbers of the lines in which a statement stands, but not all of a long content."""
        spans = [*statement.source.spans, *statement.cue.spans, *statement.content.spans]
        return tuple(sorted({self.at(span.start) for span in spans}))


def _lines(entry: Entry) -> Iterable[Line]:
    """Yield the lines of a report."""
    report = entry.reading.report
    text = report.text
    starts = [paragraph.start for paragraph in report.paragraphs]
    amounts = sorted(
        (span.start, number)
        for each in entry.reading.quantities
        for number in (each.low, each.high)
        if number is not None
        for span in each.words.spans[:1]
    )
    places = [start for start, _ in amounts]
    for found in _LINE.finditer(text):
        if not found.group().strip():
            continue
        first, last = found.span()
        inside = amounts[bisect.bisect_left(places, first) : bisect.bisect_left(places, last)]
        yield Line(
            span=Span(first, last),
            paragraph=bisect.bisect_right(starts, first),
            terms=frozenset(terms(found.group())) - _EMPTY,
            values=frozenset(number for _, number in inside),
            names=frozenset(
                folded(_POSSESSIVE.sub("", name.group()))
                for name in _NAME.finditer(text, first, last)
                if len(name.group()) >= _SHORTEST
            ),
        )
