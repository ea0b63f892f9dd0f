"""How much it tells that two reports of a story share a word, a name or a number."""

from __future__ import annotations

import collections
import math
from typing import TYPE_CHECKING

from reportedly.claims.table import packaged_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportedly.claims.pages import Page

SLIGHT = 0.3
"""What a number weighs at least, so that it tells something."""
MANY = 3.0
"""Numbers beyond which more tell no more."""


class Rarity:
    """How much a term or a value tells in a story: the rarer in the news and among its reports, the more."""

    def __init__(self, pages: Sequence[Page]) -> None:
        """Take the reports of a story."""
        self._reports = len(pages)
        self._terms = collections.Counter(term for page in pages for term in page.terms)
        self._values = collections.Counter(value for page in pages for value in page.values)
        self._names = collections.Counter(
            name for page in pages for name in frozenset[str]().union(*(line.names for line in page.lines))
        )
        self._known: dict[str, float] = {}
        self._masses: dict[frozenset[str], float] = {}

    def term(self, term: str) -> float:
        """Return what a term weighs."""
        if term not in self._known:
            here = math.log((self._reports + 1) / (self._terms.get(term, 0) + 0.5))
            self._known[term] = max(0.0, here) * packaged_table().weight(term)
        return self._known[term]

    def name(self, name: str) -> float:
        """Return what a name's word weighs: the fewer reports have it, the more."""
        return max(0.0, math.log((self._reports + 1) / (self._names.get(name, 0) + 0.5)))

    def value(self, value: float) -> float:
        """Return what a number weighs: nothing where nearly all reports have it."""
        return max(0.0, math.log((self._reports + 1) / (self._values.get(value, 0) + 0.5)))

    def telling(self, values: Iterable[float]) -> float:
        """Return how many of some numbers tell something, up to a few."""
        return min(MANY, float(sum(self.value(each) > SLIGHT for each in values)))

    def mass(self, words: frozenset[str]) -> float:
        """Return what some terms weigh together, in whatever order they come."""
        if words not in self._masses:
            self._masses[words] = math.fsum(map(self.term, words))
        return self._masses[words]

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how alike two sets of terms are, from 0 to 1: what they share beside the mean of what both weigh."""
        common = math.fsum(map(self.term, one & other))
        both = math.sqrt(self.mass(one) * self.mass(other))
        return common / both if both else 0.0

    def within(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much of one set of terms stands in another, from 0 to 1."""
        weight = self.mass(one)
        return math.fsum(map(self.term, one & other)) / weight if weight else 0.0

    def values(self, one: Iterable[float], other: Iterable[float]) -> float:
        """Return what the rarest value in both weighs."""
        return max(map(self.value, frozenset(one) & frozenset(other)), default=0.0)
