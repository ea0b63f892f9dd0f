"""Pipelines without a model, for the tests of intake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import BundleError, ReportError
from reportedly.values import Caution, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.values import Report

READ = Caution("odd", "noticed while reading")


class Quiet:
    """Reads every report and finds nothing; it fails on some texts, as a pipeline may, and keeps what it was asked."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self.batches: list[int] = []

    def read(self, report: Report, /) -> Reading:
        """Read one report; the text says whether that fails."""
        if report.text == "fails":
            msg = "no good"
            raise ValueError(msg)
        if report.text == "is refused":
            where, reason = "the text", "refused"
            raise ReportError(where, reason)
        if report.text == "stops":
            msg = "the model is damaged"
            raise BundleError(msg)
        return Reading(report, (), (READ,))

    def read_many(self, reports: Iterable[Report], /) -> Iterator[Reading]:
        """Read reports in their order."""
        reports = list(reports)
        self.batches.append(len(reports))
        for report in reports:
            yield self.read(report)
