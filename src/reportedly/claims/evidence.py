"""What may show that one report has something from another, or stands beside it: to be weighed by a model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.values import Passage


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """Words of two reports that may show an edge between them.

    `numbers` is what a model looks at, by its names. `words` stand in the report, `original` in the source, None where
    the source is shown by no words. `told` are the reasons in words for people; `sure` is False where
    times leave open which was first.
    """

    report: str
    source: str
    numbers: Mapping[str, float]
    words: Passage
    original: Passage | None
    told: tuple[str, ...]
    sure: bool = True
