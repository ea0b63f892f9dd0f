"""The words that two reports share: passages that run alike, each as a span in either text.

Runs of alike words are found by their shingles, the longest taken first (greedy string tiling; Wise 1993); those that
follow one another in both texts with only a few words between become one passage.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims.wording import Standing
from reportedly.values import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from reportedly.claims.shingles import Hashes, Shingled
    from reportedly.claims.wording import Wording

FEWEST = 6
"""Words of the shortest passage."""
GAP = 5
"""Words between two runs, in either text, over which they are one passage: a word put in, a name spelt out."""
_MOST_PLACES = 40_000
"""Pairs of places at which runs may begin: two texts of one phrase repeated would have millions."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A passage that two reports share: its place in either, with how many of its words are alike.

    Of these words, `own` stand in neither text in quotation marks, captions or what is around a story; `quoted` stand
    in one of them in quotation marks, and `captions` in captions; `said` are in the content of a statement, quoted or
    not. `reports` are how many reports of the group carry it, these two among them; 2 where no group was given.
    """

    first: Span
    second: Span
    words: int
    own: int
    quoted: int
    captions: int
    said: int
    reports: int = 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """What two reports share: the passages in the order of the first text, and the shares of their own words (0 to 1).

    `own` is how many words are shared outside quotation marks, captions and the like; `first_share` is what part that
    is of the first report's own words, `second_share` of the second's.
    """

    first: str = dataclasses.field(repr=False)
    second: str = dataclasses.field(repr=False)
    passages: tuple[Shared, ...]
    first_share: float
    second_share: float

    @property
    def words(self) -> int:
        """How many words are shared."""
        return sum(each.words for each in self.passages)

    @property
    def own(self) -> int:
        """How many of them are the reports' own."""
        return sum(each.own for each in self.passages)

    @property
    def captions(self) -> int:
        """How many of them stand in captions."""
        return sum(each.captions for each in self.passages)

    @property
    def longest(self) -> int:
        """How many own words the passage has that has most."""
        return max((each.own for each in self.passages), default=0)

    @property
    def mirrored(self) -> Reuse:
        """The same from the other side."""
        turned = (dataclasses.replace(each, first=each.second, second=each.first) for each in self.passages)
        return Reuse(
            first=self.second,
            second=self.first,
            passages=tuple(sorted(turned, key=lambda each: (each.first, each.second))),
            first_share=self.second_share,
            second_share=self.first_share,
        )

    def spans(self) -> tuple[tuple[Passage, Passage], ...]:
        """Return each passage as words of either report."""
        return tuple(
            (Passage(self.first, (each.first,)), Passage(self.second, (each.second,))) for each in self.passages
        )


def shared(
    first: Wording, second: Wording, frequency: Callable[[Hashes], list[int]] | None = None, fewest: int = FEWEST
) -> Reuse:
    """Return what two reports share, in passages of at least so many alike words.

    It is the same from both sides: `shared(a, b).mirrored == shared(b, a)`. `frequency` tells in how many reports of
    the group each of some shingles stands (`Containment.reports`).
    """
    if second.report.text < first.report.text:
        return shared(second, first, frequency, fewest).mirrored
    passages = tuple(
        _passage(runs, first, second, frequency) for runs in _merged(_tiles(first.words, second.words, fewest))
    )
    own = sum(each.own for each in passages)
    return Reuse(
        first=first.report.text,
        second=second.report.text,
        passages=passages,
        first_share=own / max(first.own, 1),
        second_share=own / max(second.own, 1),
    )


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class _Run:
    """Words that run alike: from `first` in one text and from `second` in the other."""

    first: int
    second: int
    length: int


def _tiles(one: Shingled, other: Shingled, fewest: int) -> list[_Run]:
    """Return runs of which no word is in two, in the order of the first text; longer runs come before shorter ones."""
    free_one, free_other = np.ones(len(one), dtype=bool), np.ones(len(other), dtype=bool)
    taken = []
    todo = sorted(_maximal(one.shingles(fewest), other.shingles(fewest), fewest), key=_longest_first)
    while todo:
        again = []
        for run in todo:
            both = free_one[run.first : run.first + run.length] & free_other[run.second : run.second + run.length]
            if both.all():
                free_one[run.first : run.first + run.length] = False
                free_other[run.second : run.second + run.length] = False
                taken.append(run)
            else:
                again += [
                    _Run(run.first + start, run.second + start, length)
                    for start, length in _stretches(both)
                    if length >= fewest
                ]
        todo = sorted(again, key=_longest_first)
    return sorted(taken)


def _longest_first(run: _Run) -> tuple[int, int, int]:
    """Return what orders runs."""
    return -run.length, run.first, run.second


def _maximal(one: Hashes, other: Hashes, size: int) -> list[_Run]:
    """Return all runs that are as long as they can be."""
    first, second = _meeting(one, other)
    if not len(first):
        return []
    diagonal = first - second
    order = np.lexsort((first, diagonal))
    first, second, diagonal = first[order], second[order], diagonal[order]
    broken = np.r_[True, (np.diff(diagonal) != 0) | (np.diff(first) != 1)]
    starts = np.flatnonzero(broken)
    lengths = np.diff(np.r_[starts, len(first)]) + size - 1
    return [
        _Run(int(first[start]), int(second[start]), int(length)) for start, length in zip(starts, lengths, strict=True)
    ]


def _meeting(one: Hashes, other: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of places at which the same shingle begins."""
    order = np.argsort(other, kind="stable")
    ordered = other[order]
    low, high = np.searchsorted(ordered, one, side="left"), np.searchsorted(ordered, one, side="right")
    counts = high - low
    if counts.sum() > _MOST_PLACES:  # Only shingles that one text has once tell which place answers which.
        counts = np.where(counts == 1, counts, 0)
    first = np.repeat(np.arange(len(one)), counts)
    within = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return first, order[np.repeat(low, counts) + within]


def _stretches(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the start and the length of each stretch that is free."""
    edges = np.diff(np.r_[0, free.astype(np.int8), 0])
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return [(int(start), int(end - start)) for start, end in zip(starts, ends, strict=True)]


def _merged(runs: Iterable[_Run]) -> list[list[_Run]]:
    """Put runs together that follow one another in both texts with only a few words between."""
    passages: list[list[_Run]] = []
    for run in runs:
        if passages:
            last = passages[-1][-1]
            gaps = run.first - last.first - last.length, run.second - last.second - last.length
            if all(0 <= gap <= GAP for gap in gaps):
                passages[-1].append(run)
                continue
        passages.append([run])
    return passages


def _passage(runs: list[_Run], one: Wording, other: Wording, frequency: Callable[[Hashes], list[int]] | None) -> Shared:
    """Return a passage of some runs."""
    here = np.concatenate([np.arange(run.first, run.first + run.length) for run in runs])
    there = np.concatenate([np.arange(run.second, run.second + run.length) for run in runs])
    standing = one.standing[here], other.standing[there]
    own = (standing[0] == Standing.OWN) & (standing[1] == Standing.OWN)
    quoted = (standing[0] == Standing.QUOTED) | (standing[1] == Standing.QUOTED)
    captions = (standing[0] == Standing.CAPTION) | (standing[1] == Standing.CAPTION)
    said = (one.said[here] | other.said[there]).astype(bool)
    return Shared(
        first=Span(int(one.words.starts[here[0]]), int(one.words.ends[here[-1]])),
        second=Span(int(other.words.starts[there[0]]), int(other.words.ends[there[-1]])),
        words=len(here),
        own=int(own.sum()),
        quoted=int(quoted.sum()),
        captions=int(captions.sum()),
        said=int(said.sum()),
        reports=_carried(one.words.shingles()[here[0] : here[-1] + 1], frequency),
    )


def _carried(shingles: Hashes, frequency: Callable[[Hashes], list[int]] | None) -> int:
    """Return how many reports carry a passage: those in which its middling shingle stands, and two at least."""
    counts = sorted(frequency(shingles)) if frequency is not None and len(shingles) else []
    return max(2, counts[len(counts) // 2]) if counts else 2
