"""Pipelines without a model, for the tests of intake."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.errors import BundleError, ReportError
from reportedly.values import Caution, Reading
from tests.building import reading

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


class Quoting(Quiet):
    """Finds a statement in each sentence such as `Ann said it rained.`, whose words stand nowhere else."""

    def read(self, report: Report, /) -> Reading:
        """Read one report."""
        told = enumerate(re.finditer(r"(\w+) said (.+?)\.", report.text))
        made = reading(report.text, [(each[1], ("said", number), each[2]) for number, each in told])
        return dataclasses.replace(made, report=report)
