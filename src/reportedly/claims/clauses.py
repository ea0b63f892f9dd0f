"""Cut what a report says in one breath into what it says: the sentences of a quotation, and numbers in a row.

"Eight men remained trapped and 16 had been rescued" says two things, which other reports say apart.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from reportedly.values import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FEWEST_WORDS = 3
"""Words of a piece at least: a shorter one stays with what stands before it."""
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|No|Prof|vs|[ap]\.m|[A-Z])\.)[\"”’')\]]*\s*\Z")
_JOINTS = re.compile(r"\s*(?:;|,? (?:and|but|while|with|whereas|including|as well as)\b|,)\s*")
_WORD = re.compile(r"\w+")


def clauses(words: Passage, numbers: Iterable[Span]) -> list[Passage]:
    """Return the pieces of a passage in their order; the passage itself where it says one thing.

    `numbers` are the places of quantities in it. Every piece is a part of the passage, and none is lost.
    """
    pieces = [piece for span in words.spans for piece in _sentences(words.within, span)]
    counted = sorted(numbers, key=lambda span: span.start)
    cut = [part for piece in pieces for part in _by_numbers(words.within, piece, counted)]
    joined = _joined(words.within, cut)
    if len(joined) == 1:
        return [words]
    return [Passage(words.within, tuple(_closed(group, words.spans))) for group in joined]


def _sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a piece."""
    start = span.start
    for found in _ENDS.finditer(text, span.start, span.end):
        if _ABBREVIATED.search(text[start : found.end()]):
            continue
        yield _stripped(text, start, found.end())
        start = found.end()
    if start < span.end:
        yield _stripped(text, start, span.end)


def _by_numbers(text: str, span: Span, numbers: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a sentence that have a number each, cut at the last joint before each number but the first."""
    inside = [each for each in numbers if span.contains(each)]
    start = span.start
    for before, after in itertools.pairwise(inside):
        joints = list(_JOINTS.finditer(text, before.end, after.start))
        if joints and joints[-1].start() > start:
            yield _stripped(text, start, joints[-1].start())
            start = joints[-1].end()
    yield _stripped(text, start, span.end)


def _stripped(text: str, start: int, end: int) -> Span:
    """Return a range without the blanks around it."""
    while end - start > 1 and text[start].isspace():
        start += 1
    while end - start > 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _joined(text: str, pieces: Sequence[Span]) -> list[list[Span]]:
    """Put pieces that are too short to what stands before them, else behind."""
    groups: list[list[Span]] = []
    for piece in pieces:
        short = len(_WORD.findall(text, piece.start, piece.end)) < FEWEST_WORDS
        if groups and (short or _short(text, groups[-1])):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _closed(group: Sequence[Span], spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the pieces of a group, those of one place as one: nothing was left out between them."""
    for span in spans:
        inside = [piece for piece in group if span.contains(piece)]
        if inside:
            yield Span(inside[0].start, inside[-1].end)


def _short(text: str, group: Sequence[Span]) -> bool:
    """Say whether pieces have too few words together."""
    return sum(len(_WORD.findall(text, span.start, span.end)) for span in group) < FEWEST_WORDS
