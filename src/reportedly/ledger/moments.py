"""Points in time as the ledger keeps them: UTC in ISO 8601 with seconds, which sorts as it reads."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Moment

_SHAPE = "2000-01-01T00:00:00Z"
_LAST = "9999-12-31T23:59:59Z"
"""The last point in time that can be written so."""


def now() -> str:
    """Return the time."""
    return stamp(datetime.datetime.now(datetime.UTC))


def stamp(moment: datetime.datetime) -> str:
    """Return a point in time as it is kept; one without a zone counts as UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def earliest(moment: Moment) -> str:
    """Return the earliest point in time that a moment may mean: of "2025-03" the first second of March."""
    edtf = moment.edtf
    date, _, clock = edtf.partition("T")
    whole = date + _SHAPE[len(date) : len("2000-01-01")]
    if not clock:
        return f"{whole}T00:00:00Z"
    return stamp(datetime.datetime.fromisoformat(f"{whole}T{clock}"))


def latest(moment: Moment) -> str:
    """Return the latest point in time that a moment may mean: of "2025-03" the last second of March."""
    start = datetime.datetime.fromisoformat(earliest(moment))
    if start.year == datetime.MAXYEAR:
        return _LAST
    match moment.precision:
        case "year":
            end = start.replace(year=start.year + 1)
        case "month":
            end = (start + datetime.timedelta(days=31)).replace(day=1)
        case "day":
            end = start + datetime.timedelta(days=1)
        case "minute":
            end = start + datetime.timedelta(minutes=1)
        case _:
            return stamp(start)
    return stamp(end - datetime.timedelta(seconds=1))
