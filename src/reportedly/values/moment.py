"""When a report was published or modified, no more precisely than it says."""

from __future__ import annotations

import dataclasses
import datetime
import re

_EDTF = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?",
    re.ASCII,
)
PRECISIONS = ("year", "month", "day", "minute", "second")


@dataclasses.dataclass(frozen=True, slots=True)
class Moment:
    """A point in time in EDTF level 0 (ISO 8601-2:2019), with the precision that its form shows.

    `2024`, `2024-10`, `2024-10-05`, `2024-10-05T14:00`, `2024-10-05T14:00:30Z`; a time of day without a zone is
    in a zone that nobody stated.
    """

    edtf: str

    def __post_init__(self) -> None:
        """Refuse what is no date."""
        found = _EDTF.fullmatch(self.edtf)
        if not found:
            msg = f"not a date in EDTF: {self.edtf!r} (write 2024, 2024-10, 2024-10-05 or 2024-10-05T14:00Z)"
            raise ValueError(msg)
        parts = {name: int(value) for name, value in found.groupdict().items() if value and name != "zone"}
        datetime.datetime(  # noqa: DTZ001 - only the calendar is checked
            parts["year"],
            parts.get("month", 1),
            parts.get("day", 1),
            parts.get("hour", 0),
            parts.get("minute", 0),
            parts.get("second", 0),
        )

    @property
    def precision(self) -> str:
        """The smallest unit that is stated, one of `PRECISIONS`."""
        found = _EDTF.fullmatch(self.edtf)
        stated = [name for name in PRECISIONS if found and found.group(name)]
        return stated[-1]

    def __str__(self) -> str:
        """Return the EDTF form."""
        return self.edtf
