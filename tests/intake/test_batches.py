"""Reports go through the pipeline a few at a time, in order, and one that fails costs no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.errors import BundleError, ReportError
from reportedly.formats import Loaded
from reportedly.intake.batches import BATCH_LENGTH, BATCH_REPORTS, read_all
from reportedly.values import Caution, Reading, Report
from tests.intake.pipelines import READ, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTED = Caution("bad-date", "noticed while loading")


def _loaded(text: str, number: int = 0, cautions: tuple[Caution, ...] = ()) -> Loaded:
    """Make a report as it comes from a file."""
    return Loaded(Report(text=text, external_id=str(number)), f"a.jsonl, line {number}", cautions)


def _shown(results: Iterator[Reading | ReportError]) -> list[str]:
    """Return texts, or errors in words."""
    return [str(result) if isinstance(result, ReportError) else result.report.text for result in results]


def test_cautions_of_loading_come_before_those_of_reading() -> None:
    """All are kept, in the order in which they were noticed, and none twice."""
    (reading,) = read_all([_loaded("x", cautions=(NOTED, READ))], Quiet())
    assert isinstance(reading, Reading)
    assert reading.warnings == (NOTED, READ)


def test_order_is_kept_and_errors_stay_in_their_place() -> None:
    """What could not be loaded is where it was among what could."""
    items: list[Loaded | ReportError] = [
        _loaded("one"),
        ReportError("a", "bad"),
        _loaded("two"),
        ReportError("b", "bad"),
    ]
    assert _shown(read_all(items, Quiet())) == ["one", "a: bad", "two", "b: bad"]


def test_a_report_that_fails_costs_no_other() -> None:
    """It becomes an error that names its line; those beside it in the batch are read."""
    items = [_loaded(text, place) for place, text in enumerate(["one", "fails", "two", "is refused", "three"])]
    assert _shown(read_all(items, Quiet())) == [
        "one",
        "a.jsonl, line 1: reading it failed (ValueError: no good)",
        "two",
        "the text: refused",
        "three",
    ]


def test_a_damaged_installation_stops_the_run() -> None:
    """What concerns all reports is no error of one."""
    with pytest.raises(BundleError):
        list(read_all([_loaded("one"), _loaded("stops")], Quiet()))


def test_reports_are_taken_a_few_at_a_time() -> None:
    """The first readings are there before the last reports are loaded, and batches are full."""
    taken = []

    def items() -> Iterator[Loaded]:
        for number in range(3 * BATCH_REPORTS + 1):
            taken.append(number)
            yield _loaded("x", number)

    pipeline = Quiet()
    results = read_all(items(), pipeline)
    next(results)
    assert len(taken) == BATCH_REPORTS
    assert len(list(results)) == 3 * BATCH_REPORTS
    assert pipeline.batches == [BATCH_REPORTS] * 3 + [1]


def test_long_reports_are_read_in_smaller_batches() -> None:
    """What is in memory is bounded by length too."""
    pipeline = Quiet()
    assert len(list(read_all([_loaded("x" * BATCH_LENGTH)] * 3, pipeline))) == 3
    assert pipeline.batches == [1, 1, 1]


def test_nothing_is_nothing() -> None:
    """No items, no readings, and the pipeline is not asked."""
    pipeline = Quiet()
    assert list(read_all([], pipeline)) == []
    assert pipeline.batches == []
