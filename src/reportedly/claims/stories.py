"""Same story: reports of one event in a window of time.

Two reports are linked that share some of their heaviest words, lie within the window, and tell one story by more than
a small chance (`alike`). What is linked, over others too, is a neighbourhood (`neighbourhoods`), and its clusters by
average link (`linking`) are the stories. Links depend on their two reports alone, neighbourhoods on the links, and
stories on the neighbourhood: so no order of adding changes them, and a report that is added touches only the
neighbourhoods that it is linked to.
"""

from __future__ import annotations

import array
import dataclasses
import datetime
import itertools
from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims.alike import Alike, chance, packaged_alike
from reportedly.claims.linking import average_link
from reportedly.claims.neighbourhoods import Neighbourhoods
from reportedly.ledger.moments import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.claims.terms import Terms
    from reportedly.values import Moment

SAME = 0.45
"""The chance on average from which on reports are one story; on the training parts .4 to .6 score alike."""
DATED = 1.2
"""What it adds to the logarithm of the odds that two reports both say when they appeared, within the window: those of
an archive without times may lie years apart. Measured on the open dossiers, whose reports of one story are told in very
different words; on BASIL, which has days, it makes no difference up to 1.5."""
WINDOW = datetime.timedelta(days=7)
"""How far apart reports of one story are at most: those of BASIL's training part lie up to two days apart."""
MOST = 600
"""Reports of a neighbourhood at most: what is clustered in well under a second."""
KEYS = 32
"""How many of its heaviest words a report is found by."""
SHARED = 2
"""How many of these two reports share at least, to be compared."""
LEVELS = tuple(float(odds) for odds in range(-2, 9))
"""Logarithms of odds from which on reports are linked: a chance of .12, and where there are too many, ever higher."""
EVER = 10**12
"""Seconds before and after 1970 that stand for a report without a time: it may be of any."""


@dataclasses.dataclass(frozen=True, slots=True)
class Filed:
    """What is compared of a report: its id, its terms, and when it was published, if it says so."""

    id: str
    terms: Terms
    moment: Moment | None = None


class Stories:
    """The stories of reports that are added one by one. Holds some 4 kB for each report, and 16 bytes for each link."""

    def __init__(self, alike: Alike | None = None, *, same: float = SAME, most: int = MOST) -> None:
        """Begin without reports; `alike` is the packaged model where none is given."""
        self._alike = alike or packaged_alike()
        self._same = same
        self._near = Neighbourhoods(LEVELS, most)
        self._filed: list[Filed] = []
        self._numbers: dict[str, int] = {}
        self._found_by: dict[int, array.array[int]] = {}
        self._begins, self._ends = array.array("q"), array.array("q")
        self._linked: list[tuple[array.array[int], array.array[float]]] = []
        self._known: dict[tuple[int, int], tuple[int, list[tuple[str, ...]]]] = {}

    def __len__(self) -> int:
        """Return the number of reports."""
        return len(self._filed)

    def add(self, report: Filed) -> tuple[str, ...]:
        """Add a report, and return the ids, in order, of all reports whose story may be another one now.

        A report that is there already changes nothing. Raises ValueError where another is there under its id.
        """
        if report.id in self._numbers:
            if self._filed[self._numbers[report.id]] != report:
                msg = f"there is another report under the id {report.id}"
                raise ValueError(msg)
            return ()
        number = self._near.add()
        begin, end = span(report.moment)
        keys = report.terms.words.heaviest(KEYS)
        others = self._candidates(keys, begin, end)
        odds = self._alike.odds(report.terms, [self._filed[other].terms for other in others])
        if report.moment is not None:
            odds = odds + [dated(self._filed[other].moment is not None) for other in others]
        self._numbers[report.id] = number
        self._filed.append(report)
        self._begins.append(begin)
        self._ends.append(end)
        self._linked.append((array.array("I"), array.array("d")))
        for key in keys:
            self._found_by.setdefault(key, array.array("I")).append(number)
        links = [link for link in zip(others, odds.tolist(), strict=True) if link[1] >= LEVELS[0]]
        around = {self._near.of(other): other for other, _ in links}
        touched = set(itertools.chain.from_iterable(self._near.members(other) for other in around.values()))
        for other, strength in links:
            self._link(number, other, strength)
        touched.update(self._near.members(number))
        return tuple(sorted(self._filed[each].id for each in touched))

    def story_of(self, report: str) -> tuple[str, ...]:
        """Return the ids of the reports that tell the story of a report, its own among them; KeyError without it."""
        number = self._numbers[report]
        return next(story for story in self._stories_around(number) if report in story)

    def stories(self) -> list[tuple[str, ...]]:
        """Return all stories, each the ids of its reports in order, ordered by their first ids."""
        found = {self._near.of(number): number for number in range(len(self._filed))}
        return sorted(itertools.chain.from_iterable(self._stories_around(number) for number in found.values()))

    def _candidates(self, keys: Sequence[int], begin: int, end: int) -> list[int]:
        """Return the reports within the window that share enough of their heaviest words."""
        postings = [np.frombuffer(self._found_by[key], np.uint32) for key in keys if key in self._found_by]
        if not postings:
            return []
        numbers, shared = np.unique(np.concatenate(postings), return_counts=True)
        numbers = numbers[shared >= SHARED]
        begins: NDArray[np.int64] = np.frombuffer(self._begins, np.int64)[numbers]
        ends: NDArray[np.int64] = np.frombuffer(self._ends, np.int64)[numbers]
        window = int(WINDOW.total_seconds())
        return [int(number) for number in numbers[(begins - end <= window) & (begin - ends <= window)]]

    def _link(self, number: int, other: int, strength: float) -> None:
        """Link two reports."""
        for one, far in ((number, other), (other, number)):
            self._linked[one][0].append(far)
            self._linked[one][1].append(strength)
        self._near.link(number, other, strength)

    def _stories_around(self, number: int) -> list[tuple[str, ...]]:
        """Return the stories of a report's neighbourhood, from the last time where it is as it was."""
        level, root, size = self._near.of(number)
        known = self._known.get((level, root))
        if known is None or known[0] != size:
            known = self._known[level, root] = (size, self._clustered(number))
        return known[1]

    def _clustered(self, number: int) -> list[tuple[str, ...]]:
        """Return the stories of a report's neighbourhood; one that is too large is one of copies, and one story."""
        members = self._near.members(number)
        ids = sorted(self._filed[each].id for each in members)
        if not self._near.fits(number):
            return [tuple(ids)]
        inside = set(members)
        scores = {
            (self._filed[one].id, self._filed[other].id): chance(strength)
            for one in members
            for other, strength in zip(*self._linked[one], strict=True)
            if one < other and other in inside
        }
        return average_link(ids, scores, threshold=self._same)


def dated(known: bool) -> float:  # noqa: FBT001 - a number for yes or no
    """Return what it adds to the odds of a report with a time that the time of another is known, within the window."""
    return DATED if known else 0.0


def within_window(one: Moment | None, other: Moment | None) -> bool:
    """Say whether two moments may lie within the window of a story; one that is not known may be any."""
    (begin, end), (begins, ends) = span(one), span(other)
    return max(begins - end, begin - ends) <= WINDOW.total_seconds()


def span(moment: Moment | None) -> tuple[int, int]:
    """Return the seconds since 1970 at which a moment may begin and end."""
    if moment is None:
        return -EVER, EVER
    first, last = (datetime.datetime.fromisoformat(bound(moment)) for bound in (earliest, latest))
    return int(first.timestamp()), int(last.timestamp())
