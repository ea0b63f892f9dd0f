"""From the lines of printed pages to paragraphs: running heads left out, line ends and hyphens mended."""

from __future__ import annotations

import collections
import dataclasses
import itertools
import re
import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MARGIN = 0.1
"""Running heads and page numbers stand within this share of the page's height from its top or bottom."""

_HEAD_LINES = 3
"""A running head has at most so many lines."""

_APART = 1.5
"""A running head stands at least so many line heights off the text."""

_SAME_SIZE = 0.15
"""Lines whose heights differ by less are in one size of type."""

_WIDE_GAP = 1.35
"""From this many times the usual distance between lines on, a new paragraph begins."""

_LOOSEST = 2
"""No text is set with more than so many times its height from line to line."""

_INDENT = 0.5
"""From this many line heights on, a line that begins further in than its neighbours begins a paragraph."""

_SHORT = 0.2
"""A line that ends a sentence and leaves this share of its column empty ends a paragraph."""

_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*#\s*[-–—]?(?:\s*(?:of|/)\s*#)?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, and where it stands on its page in points from the lower left corner.

    `hyphen` says that its last word goes on in the next line; the hyphen itself is not in `text`.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    hyphen: bool = False

    @property
    def height(self) -> float:
        """The height of the type."""
        return self.top - self.bottom


def paragraphs(lines: Sequence[Line], page_heights: Sequence[float]) -> list[str]:
    """Return the paragraphs of lines that are given in reading order."""
    marginal = set(_marginal(lines, page_heights))
    kept = [line for line in _without_running_heads(lines, marginal, len(page_heights)) if line.text]
    vocabulary = {word.casefold() for line in kept for word in _WORD.findall(line.text)}
    leadings = _leadings(kept)
    found: list[list[Line]] = []
    for place, line in enumerate(kept):
        column = _column(kept, place)
        if found and not _begins_paragraph(
            kept[place - 1], line, column, leadings.get(round(line.height), float("inf"))
        ):
            found[-1].append(line)
        else:
            found.append([line])
    return [_joined(group, vocabulary) for group in found]


def _marginal(lines: Iterable[Line], page_heights: Sequence[float]) -> Iterator[Line]:
    """Yield the few lines at the top and the bottom of each page that stand off the text."""
    for number, group in itertools.groupby(lines, key=lambda line: line.page):
        downwards = sorted(group, key=lambda line: line.bottom, reverse=True)
        for ordered, top in ((downwards, True), (downwards[::-1], False)):
            for taken in range(1, min(_HEAD_LINES + 1, len(ordered))):
                outer, inner = ordered[taken - 1], ordered[taken]
                gap = outer.bottom - inner.top if top else inner.bottom - outer.top
                if gap >= (_APART - 1) * outer.height and _in_margin(outer, page_heights[number]):
                    yield from ordered[:taken]
                    break


def _in_margin(line: Line, page_height: float) -> bool:
    """Say whether a line stands near the top or the bottom of its page."""
    return not _MARGIN * page_height <= (line.top + line.bottom) / 2 <= (1 - _MARGIN) * page_height


def _without_running_heads(lines: Iterable[Line], marginal: set[Line], pages: int) -> Iterator[Line]:
    """Leave out page numbers, and what stands in the margins of at least half of several pages."""
    seen: dict[str, set[int]] = collections.defaultdict(set)
    for line in marginal:
        seen[_numberless(line.text)].add(line.page)
    often = max(2, pages / 2)
    for line in lines:
        key = _numberless(line.text)
        if line not in marginal or not (_PAGE_NUMBER.fullmatch(key) or len(seen[key]) >= often):
            yield line


def _numberless(text: str) -> str:
    """Return a text with its numbers made alike."""
    return re.sub(r"\d+", "#", text.casefold())


def _leadings(lines: Sequence[Line]) -> dict[int, float]:
    """Return the usual distance from one line to the next, for each size of type in whole points."""
    steps = collections.defaultdict(list)
    for above, below in itertools.pairwise(lines):
        if _below(above, below) and _same_size(above, below):
            steps[round(below.height)].append(above.bottom - below.bottom)
    return {size: min(statistics.median(distances), _LOOSEST * size) for size, distances in steps.items()}


def _same_size(one: Line, other: Line) -> bool:
    """Say whether two lines are set in the same size of type."""
    return abs(one.height - other.height) <= _SAME_SIZE * max(one.height, other.height, 1e-6)


def _below(above: Line, line: Line) -> bool:
    """Say whether a line goes on under another, rather than in the next column or on the next page."""
    return (
        above.page == line.page and line.bottom < above.bottom and line.left < above.right and above.left < line.right
    )


def _column(lines: Sequence[Line], place: int) -> list[Line]:
    """Return the neighbours of a line in its column, itself among them: enough to see its edges."""
    column = [lines[place]]
    for step in (-1, 1):
        last = lines[place]
        for near in lines[place + step :: step][:8] if place + step >= 0 else ():
            if not (_below(near, last) if step < 0 else _below(last, near)) or not _same_size(near, last):
                break
            column.append(near)
            last = near
    return column


def _begins_paragraph(above: Line, line: Line, column: Sequence[Line], leading: float) -> bool:
    """Say whether a line begins a paragraph, after the line that is read before it."""
    if above.hyphen:
        return False
    if not _same_size(above, line):
        return True
    ended = bool(_SENTENCE_END.search(above.text))
    if not _below(above, line):
        return ended
    if above.bottom - line.bottom > _WIDE_GAP * leading:
        return True
    left, right = min(near.left for near in column), max(near.right for near in column)
    if line.left - left > _INDENT * line.height and above.left - left <= _INDENT * line.height:
        return True
    return ended and right - above.right > _SHORT * (right - left)


def _joined(group: Iterable[Line], vocabulary: set[str]) -> str:
    """Join the lines of a paragraph."""
    text, hyphen = "", False
    for line in group:
        if hyphen:
            text += _hyphen(text, line.text, vocabulary) + line.text
        else:
            text += (" " if text else "") + line.text
        hyphen = line.hyphen
    return text + ("-" if hyphen else "")


def _hyphen(before: str, after: str, vocabulary: set[str]) -> str:
    """Return the hyphen between two halves of a word if it belongs there, as the rest of the text shows it."""
    first, second = re.search(r"[^\W\d_]+$", before), re.match(r"[^\W\d_]+", after)
    if not first or not second:
        return "-"
    one, other = first[0].casefold(), second[0].casefold()
    if f"{one}-{other}" in vocabulary or (second[0][0].isupper() and one + other not in vocabulary):
        return "-"
    return ""
