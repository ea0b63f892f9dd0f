"""How many of how many: what figures are made of, so that those of several dossiers add up."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING, TypeAlias

from evals.evaluation import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row: TypeAlias = dict[str, object]
"""A difference between what is known and what was made, to be written as JSON."""


@dataclasses.dataclass(frozen=True, slots=True)
class Share:
    """So many hits, or parts of hits, of so many."""

    hits: float
    of: int

    def __add__(self, other: Share) -> Share:
        """Return both together."""
        return Share(self.hits + other.hits, self.of + other.of)

    @property
    def percent(self) -> float:
        """The share in percent; 0 of nothing."""
        return PERCENT * self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        """Return hits and total, parts of hits rounded."""
        return f"{self.hits:.0f} of {self.of}"


@dataclasses.dataclass(frozen=True, slots=True)
class Scored:
    """The shares of one or of many dossiers by their names, and every difference."""

    shares: Mapping[str, Share]
    rows: tuple[Row, ...] = ()


def together(scored: Iterable[Scored]) -> Scored:
    """Return the shares that have one name added up, in the order of their first places, and all rows."""
    shares: dict[str, Share] = collections.defaultdict(lambda: Share(0, 0))
    rows: list[Row] = []
    for each in scored:
        for name, share in each.shares.items():
            shares[name] += share
        rows += each.rows
    return Scored(dict(shares), tuple(rows))


def named(scored: Scored, suffix: str) -> Scored:
    """Return the same with more behind each name: of the shares, and of what the differences are in."""
    rows = tuple({**row, "what": f"{row['what']}{suffix}"} for row in scored.rows)
    return Scored({f"{name}{suffix}": share for name, share in scored.shares.items()}, rows)


def f1(precision: Share, recall: Share) -> float:
    """Return the harmonic mean of both in percent; 0 where both are 0."""
    both = precision.percent + recall.percent
    return 2 * precision.percent * recall.percent / both if both else 0.0
