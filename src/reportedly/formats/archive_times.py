"""When something that lies in an archive was published: as it states it, and within what an archive can hold."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import TYPE_CHECKING

from reportedly.formats import dates
from reportedly.formats.loaded import Loaded, caution

if TYPE_CHECKING:
    from reportedly.values import Caution, Moment

OLDEST = 1990
"""Nothing was published on the web before 1990 (https://info.cern.ch): older dates are those of unset clocks."""

_SECONDS = re.compile(r"\d{1,11}", re.ASCII)
"""Unix time up to the year 5138."""


def stated(name: str, wording: object) -> tuple[Moment | None, tuple[Caution, ...]]:
    """Return the moment that a field states, and a caution where it states none that can be; nothing for no wording."""
    moment, problem = dates.stated(name, wording)
    if moment and int(moment.edtf[:4]) < OLDEST:
        return None, (caution("bad-date", f"{name}: {moment} lies before {OLDEST}, and is left out"),)
    return moment, (caution("bad-date", problem),) if problem else ()


def since_1970(name: str, seconds: object) -> tuple[Moment | None, tuple[Caution, ...]]:
    """Return the moment, in UTC, that a number of seconds since 1970 states; it may be written as a string."""
    written = str(seconds) if isinstance(seconds, (int, str)) and not isinstance(seconds, bool) else ""
    if not _SECONDS.fullmatch(written):
        return stated(name, seconds if isinstance(seconds, str) else ascii(seconds))
    moment = datetime.datetime.fromtimestamp(int(written), datetime.UTC)
    return stated(name, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def not_after(loaded: Loaded, retrieved: Moment | None) -> Loaded:
    """Leave out the times of a report that lie after it was retrieved, with a caution for each."""
    if retrieved is None:
        return loaded
    late: dict[str, Moment | None] = {
        name: moment
        for name in ("published", "modified")
        if (moment := getattr(loaded.report, name)) and not dates.plausible(moment, now=dates.instant(retrieved))
    }
    if not late:
        return loaded
    notes = tuple(
        caution("bad-date", f"{name}: {moment} lies after {retrieved}, when it was archived, and is left out")
        for name, moment in late.items()
    )
    report = dataclasses.replace(loaded.report, **dict.fromkeys(late))  # type: ignore[arg-type] # both may be None
    return dataclasses.replace(loaded, report=report, cautions=(*loaded.cautions, *notes))
