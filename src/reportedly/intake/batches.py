"""Reports through the pipeline, a few at a time, in their order."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Protocol

from reportedly.errors import ReportedlyError, ReportError
from reportedly.formats import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.values import Reading, Report

BATCH_REPORTS = 16
"""How many reports are handed to the pipeline together: few enough to show the first ones soon."""

BATCH_LENGTH = 200_000
"""How many code points are read together at most, though one report may be longer."""


class Reads(Protocol):
    """What reads reports: `reportedly.reading.Pipeline` does."""

    def read(self, report: Report, /) -> Reading:
        """Read one report."""
        ...

    def read_many(self, reports: Iterable[Report], /) -> Iterator[Reading]:
        """Read reports in their order, one reading each."""
        ...


def read_all(items: Iterable[Loaded | ReportError], pipeline: Reads) -> Iterator[Reading | ReportError]:
    """Yield a reading for each report, and each error, in the order of the items.

    A report on which the pipeline fails becomes an error in its place; the others are read all the same. Only what
    concerns the whole run is raised.
    """
    batch: list[Loaded | ReportError] = []
    length = 0
    for item in items:
        batch.append(item)
        length += len(item.report.text) if isinstance(item, Loaded) else 0
        if len(batch) >= BATCH_REPORTS or length >= BATCH_LENGTH:
            yield from _read_batch(batch, pipeline)
            batch, length = [], 0
    yield from _read_batch(batch, pipeline)


def with_cautions(reading: Reading, loaded: Loaded) -> Reading:
    """Return a reading that warns of what was noticed when its report was loaded, before what was when it was read."""
    warnings = tuple(dict.fromkeys((*loaded.cautions, *reading.warnings)))
    return dataclasses.replace(reading, warnings=warnings)


def _read_batch(batch: list[Loaded | ReportError], pipeline: Reads) -> Iterator[Reading | ReportError]:
    """Read one batch."""
    waiting = [item for item in batch if isinstance(item, Loaded)]
    readings: Iterator[Reading | ReportError]
    try:
        readings = iter(list(pipeline.read_many([item.report for item in waiting])) if waiting else [])
    except ReportError:
        readings = (_read_one(item, pipeline) for item in waiting)
    except ReportedlyError:
        raise
    except Exception:  # noqa: BLE001 - one of them is at fault: which one shows when each is read by itself
        readings = (_read_one(item, pipeline) for item in waiting)
    for item in batch:
        if isinstance(item, ReportError):
            yield item
            continue
        reading = next(readings)
        yield reading if isinstance(reading, ReportError) else with_cautions(reading, item)


def _read_one(item: Loaded, pipeline: Reads) -> Reading | ReportError:
    """Read one report by itself."""
    try:
        return pipeline.read(item.report)
    except ReportError as error:
        return error
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001 - one report must never stop the others
        return ReportError(item.where, f"reading it failed ({type(error).__name__}: {error})")
