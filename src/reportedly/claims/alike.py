"""How likely two reports tell one story, by what their terms have in common.

A logistic model over the likeness of each field (`terms.FIELDS`). Reports of look-alike events share their words; what
keeps them apart are names, numbers, days, and what stands in the lead. Weights come from `stories.json`, which
`training/train_stories.py` writes.
"""

from __future__ import annotations

import functools
import importlib.resources
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from reportedly.claims.terms import FIELDS
from reportedly.claims.vectors import likenesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.claims.terms import Terms

FILE = "stories.json"


class Alike(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of the model, by field; `bias` is the logarithm of the odds of reports with nothing in common."""

    trained_on: str
    bias: float
    weights: dict[str, float]

    def odds(self, one: Terms, others: Sequence[Terms]) -> NDArray[np.float64]:
        """Return the natural logarithm of the odds that reports tell the same story as one, an array of their number.

        The odds of two reports are the same number whichever of them is asked for.
        """
        total = np.full(len(others), self.bias)
        for field in FIELDS:
            total = total + self.weights[field] * likeness(field, one, others)
        return total

    def reasons(self, one: Terms, other: Terms) -> dict[str, float]:
        """Return what each field adds to the odds of two reports."""
        return {field: self.weights[field] * float(likeness(field, one, [other])[0]) for field in FIELDS}


def likeness(field: str, one: Terms, others: Sequence[Terms]) -> NDArray[np.float64]:
    """Return the cosine of one report with each of others in a field (0 to 1)."""
    return likenesses(getattr(one, field), [getattr(other, field) for other in others])


def chance(odds: float) -> float:
    """Return the chance (0 to 1) of the logarithm of odds."""
    return float(1 / (1 + np.exp(-odds)))


@functools.cache
def packaged_alike() -> Alike:
    """Return the model that ships with the package."""
    raw = importlib.resources.files("reportedly.claims").joinpath(FILE).read_bytes()
    return msgspec.json.decode(raw, type=Alike)
