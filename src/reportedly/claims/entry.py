"""A report as claims take it: what was read in it, and since when anybody could know of it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.ledger.moments import earliest

if TYPE_CHECKING:
    from reportedly.values import Moment, Reading

_MINUTES = len("2025-03-04T14:00")


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A reading of a ledger, and `known_from` (UTC, ISO 8601), the ledger's time of its report.

    `stated` says whether that is when the report itself says it was published; else it is when it came, which tells
    nothing on who was first.
    """

    reading: Reading
    known_from: str
    stated: bool

    @classmethod
    def of(cls, reading: Reading, known_from: str | None = None) -> Entry:
        """Make an entry of a reading: known from when its report was published, or else from `known_from` on.

        A report without either is known from the beginning of time, and nothing is stated of it. A report that states
        no publisher has the one by whose name it speaks of itself, as its dateline may.
        """
        reading = _of_its_publisher(reading)
        published = reading.report.published
        if published is not None:
            return cls(reading, known_from or earliest(published), stated=True)
        return cls(reading, known_from or "", stated=False)

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.reading.report.id

    @property
    def publisher(self) -> str | None:
        """The publisher, as the report states it."""
        return self.reading.report.publisher

    @property
    def when(self) -> str | None:
        """When the report appeared, for people: no more precisely than it says, a time of day in UTC; None for none."""
        if not self.stated:
            return None
        stated = self._moment()
        if stated is None:
            return self.known_from.partition("T")[0] or None
        return self.known_from[:_MINUTES].replace("T", " ") if "T" in stated.edtf else stated.edtf

    def _moment(self) -> Moment | None:
        """Return the time that the report states and is known from: when it was changed, or published."""
        report = self.reading.report
        for moment in (report.modified, report.published):
            if moment is not None and earliest(moment) == self.known_from:
                return moment
        return None


def _of_its_publisher(reading: Reading) -> Reading:
    """Return a reading with the publisher that the chains of its statements begin with, where it states none."""
    if reading.report.publisher is not None:
        return reading
    first = (statement.chain[0].speaker.name for statement in reading.statements if statement.chain)
    name = next((name.value for name in first if name is not None), None)
    return (
        reading
        if name is None
        else dataclasses.replace(reading, report=dataclasses.replace(reading.report, publisher=name))
    )
