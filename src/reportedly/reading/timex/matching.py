"""Where rules match in a scanned text, read in its order; what one rule will not have is offered to the next."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from reportedly.reading.timex import clocks, dates, durations, eras, relative, sets
from reportedly.reading.timex.calendar import Point, Unit
from reportedly.reading.timex.found import Found
from reportedly.reading.timex.patterns import Rule, beginnings, expression
from reportedly.reading.timex.scanning import BREAK, OTHER, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.meaning import Part
    from reportedly.reading.timex.scanning import Scan

RULES: tuple[Rule, ...] = (
    *clocks.RULES,
    *dates.RULES[:2],
    *eras.RULES[:2],
    *dates.RULES[2:6],
    *eras.RULES[2:],
    *dates.RULES[6:10],
    *relative.RULES[:1],
    *durations.RULES[:3],
    *sets.RULES,
    *relative.RULES[1:],
    *durations.RULES[3:],
    *dates.RULES[10:],
    *clocks.LATE_RULES,
    *eras.LATE_RULES,
    *durations.OVERNIGHT,
    *sets.REFERENCES,
)
_CORE = (
    "month", "weekday", "weekday_short", "weekdays", "season", "part", "noon", "deictic", "unit", "decade", "ampm",
    "holiday", "frequency", "reference", "iso", "slashed", "clock", "hhmm", "year", "era_before", "era_after", "oclock",
    "overnight", "two", "nth", "quarter_letter", "zone", "number",
)  # fmt: skip
"""Kinds without which there is no temporal expression."""
_JOINTS = frozenset({"and", "to", "hyphen", "comma", "dash", "open", "close"})
_HINT_REACH = 8
"""Lexemes within which the year of the next date stands."""
_HINTING = frozenset({"day", "nth", "comma", "of", "the", "season", "early", "edge", "and", "to", "in", "role"})
"""What may stand between."""


@functools.cache
def _machine() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return what finds a stretch of words of time, what finds a match in it, and each rule by itself."""
    core = "".join(letters().having(kind) for kind in _CORE)
    # A rule may span one word of no kind ("ten brutal months"), so stretches do, too.
    known = f"[^{OTHER}{re.escape(BREAK)}]"
    stretch = re.compile(f"{known}+(?:{OTHER}{known}+)*")
    each = tuple(re.compile(expression(rule.pattern)) for rule in RULES)
    first = frozenset[str]().union(*(beginnings(rule.pattern) for rule in RULES))
    alone = "".join(letters().of({kind: kind}) for kind in ("the", "quote"))
    whole = "|".join(f"(?P<r{number}>{one.pattern})" for number, one in enumerate(each))
    # Most places are none where a rule can begin: to say so first halves the cost.
    whole = f"(?=[{''.join(sorted(first))}])(?![{alone}]{OTHER})(?:{whole})"
    return stretch, re.compile(f"[{core}]"), re.compile(whole), each


def parts_of(scanned: Scan, context: Context) -> Iterator[Part]:
    """Yield the parts of a scan that are temporal expressions, in order, each told from those before."""
    stretch, core, anything, each = _machine()
    text = scanned.letters
    place = 0
    for run in stretch.finditer(text):
        if core.search(text, run.start(), run.end()) is None:
            continue
        place = max(place, run.start())
        while place < run.end():
            match = anything.search(text, place, run.end())
            if match is None:
                break
            parts = _read(scanned, match, each, context)
            if parts is None:
                place = match.start() + 1
                continue
            yield from parts
            place = parts[-1].last


def _read(scanned: Scan, match: re.Match[str], each: Sequence[re.Pattern[str]], context: Context) -> list[Part] | None:
    """Return what the first rule reads that will have a match; None where none will."""
    first = int((match.lastgroup or "r0")[1:])
    for number in range(first, len(RULES)):
        one = match if number == first else each[number].match(scanned.letters, match.start(), match.endpos)
        if one is None or one.end() == one.start():
            continue
        found = Found(scanned, one.start(), one.end())
        context.hint = _hint(found)
        parts = RULES[number].read(found, context)
        if parts is not None:
            return parts
    return None


def _hint(found: Found) -> Point | None:
    """Return the date with a year that stands right behind a day or a month without one: "in May and June 1940"."""
    if not (found.has("month") or found.has("season") or found.has("nth") or found.has("day")) or found.has("year"):
        return None
    place = found.last
    if not any(found.is_(place, kind) for kind in _JOINTS):
        return None
    month = 0
    for at in range(place + 1, place + _HINT_REACH):
        if found.is_(at, "year") and (month or found.has("season")):
            year = Found(found.scan, at, at + 1).number("year")
            return Point(Unit.MONTH, year, month) if month else Point(Unit.YEAR, year)
        if found.is_(at, "month"):
            if month:
                return None
            month = Found(found.scan, at, at + 1).number("month")
        elif not any(found.is_(at, kind) for kind in _HINTING):
            return None
    return None
