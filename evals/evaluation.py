"""What an evaluation is: it reads data with the pipeline, and says what came out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.folders import Folders
    from reportedly.reading.stage import Stage
    from reportedly.values import Reading, Report

PERCENT = 100.0


class Reads(Protocol):
    """What is scored: anything that makes readings of reports in stages, as the pipeline does."""

    @property
    def stages(self) -> Sequence[Stage]:
        """The stages in their order."""

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield a reading for each report, in their order."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came out: on which data, with its digest, every figure by the name that a floor gives it, and a table."""

    data: str
    digest: str
    figures: Mapping[str, float]
    table: str
    models: tuple[str, ...] = ()
    """The digests of the models that were asked."""


class Evaluation(Protocol):
    """Score a pipeline on data, and write the predictions into a folder; MissingError where the data is not there."""

    def __call__(self, folders: Folders, pipeline: Reads, out: Path) -> Outcome:
        """Read, score, and tell."""
