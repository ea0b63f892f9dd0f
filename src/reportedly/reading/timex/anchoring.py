"""What a whole text is told from: when it was published, a date at its top, or each time from the one named before."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.timex.calendar import Point, Unit, is_day
from reportedly.reading.timex.context import published_point
from reportedly.reading.timex.found import Found
from reportedly.reading.timex.patterns import compiled

if TYPE_CHECKING:
    import re

    from reportedly.reading.timex.scanning import Scan
    from reportedly.values import Report

_TOP = 400
"""Code points within which a date at the top stands: behind a title of two lines and a place."""
_DATES = 6
"""So many dates at least make a text that tells of times long past,"""
_YEARS = 2
"""and so many of them with their year."""
_OLD = 1
"""Years before the publication from which on a year is long past."""
_SHARE = 0.6
"""How many of the dates with a year must be long past."""
_NEWS = 0.1
"""Where there is a "today" or a "Tuesday" for more than every tenth date, the text is news."""
_ERAS = 3
"""So many years before Christ make a text about those times."""
_DASHES = frozenset("-–—:")


class Anchor(NamedTuple):
    """When a text was published as far as that is known, whether it is a narrative, and whether of years BC."""

    published: Point | None
    narrative: bool
    before_christ: bool


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what finds full dates, dates with a year, words of news, months, and years before Christ."""
    return (
        compiled("MONTH day comma? year | (day | nth) MONTH comma? year | iso"),
        compiled("(MONTH (day comma?)? | season | of | role | early hyphen?) comma? year | number era_before"),
        compiled("weekday | deictic | the? seen (unit | the_year)"),
        compiled("MONTH"),
        compiled("era_before"),
    )


def anchor(report: Report, scanned: Scan) -> Anchor:
    """Return what a report's times are told from."""
    _, dated, news, months, eras = _patterns()
    published = published_point(report.published) or _at_top(scanned)
    years = [_year(Found(scanned, match.start(), match.end())) for match in dated.finditer(scanned.letters)]
    before_christ = sum(1 for _ in eras.finditer(scanned.letters)) >= _ERAS
    dates = max(len(years), sum(1 for _ in months.finditer(scanned.letters)))
    if dates < _DATES or len(years) < _YEARS:
        return Anchor(published, narrative=False, before_christ=before_christ)
    old = [year for year in years if published is None or year <= published.year - _OLD]
    told = sum(1 for match in news.finditer(scanned.letters) if "the" not in scanned.lexemes[match.start()].values)
    narrative = len(old) >= _SHARE * len(years) and told <= _NEWS * dates
    return Anchor(published, narrative, before_christ)


def _year(found: Found) -> int:
    """Return the year of a date."""
    return found.number("year") if found.has("year") else -found.number("number")


def _at_top(scanned: Scan) -> Point | None:
    """Return a full date at the top of a text that stands alone in its line or before a dash."""
    text = scanned.text
    for match in _patterns()[0].finditer(scanned.letters):
        found = Found(scanned, match.start(), match.end())
        start, end = found.lexemes[0].start, found.lexemes[-1].end
        if end > _TOP:
            return None
        before = text[text.rfind("\n", 0, start) + 1 : start].strip()
        after = text[end : (text.find("\n", end) + 1 or len(text) + 1) - 1].strip(" \t\r.)")
        alone = not after and (not before or before.endswith(",") or not any(letter.islower() for letter in before))
        if not (alone or (after and after[0] in _DASHES)):
            continue
        if found.has("iso"):
            year, month, day = (int(part) for part in found.word("iso")[:10].split("-"))
        else:
            day = found.number("nth") if found.has("nth") else found.number("day")
            year, month = found.number("year"), found.number("month")
        if is_day(year, month, day):
            return Point(Unit.DAY, year, month, day)
    return None
