"""The tagger: the temporal expressions of a report, neighbours joined ("5 p.m." and "Tuesday"), with their roles."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.timex.anchoring import anchor
from reportedly.reading.timex.calendar import Unit
from reportedly.reading.timex.context import Context
from reportedly.reading.timex.found import Found
from reportedly.reading.timex.matching import parts_of
from reportedly.reading.timex.meaning import Meaning, Part, dated
from reportedly.reading.timex.notation import edtf
from reportedly.reading.timex.scanning import scan
from reportedly.values import TimeRole, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.timex.calendar import Point
    from reportedly.reading.timex.governing import Governing
    from reportedly.reading.timex.scanning import Scan
    from reportedly.values import Report

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_TOUCHING = frozenset({"", ",", ", the"})
_NOON = 12
_EVENING = 5
"""From 6 on the hours of a night are before midnight."""
_FAR = 10
"""Years. Whatever is told of further off than a decade is a look back or ahead, from which the text comes back."""
_HOUR_SIGN = len("T18:40+08")


class Tagged(NamedTuple):
    """A temporal expression at [start, end) of a text."""

    start: int
    end: int
    meaning: Meaning
    edtf: str | None
    role: TimeRole | None


def tagged(report: Report, governing: Governing) -> Iterator[Tagged]:
    """Yield the temporal expressions of a report, in order; none overlaps another."""
    scanned = scan(report.text, report.paragraphs)
    told = anchor(report, scanned)
    context = Context(told.published, governing, narrative=told.narrative)
    context.before_christ = told.before_christ
    for part in _joined(scanned, context):
        yield _tagged(scanned, part, governing)


def _joined(scanned: Scan, context: Context) -> Iterator[Part]:
    """Yield the parts, those that make one time together as one."""
    kept: Part | None = None
    for part in parts_of(scanned, context):
        whole = None if kept is None else _join(scanned, kept, part)
        if whole is not None:
            kept = whole
        else:
            if kept is not None:
                yield _on(scanned, kept, part)
            kept = part
        _remember(scanned, kept, context)
    if kept is not None:
        yield kept


def _join(scanned: Scan, first: Part, second: Part) -> Part | None:
    """Return a date and a time of its day as one; None where they are not that."""
    between = scanned.text[scanned.lexemes[first.last - 1].end : scanned.lexemes[second.first].start]
    gap = " ".join(between.split()).lower()
    if "\n" in between:
        return None
    date, clock = (first, second) if second.meaning.clock else (second, first)
    if first.meaning.clock and second.meaning.clock and gap in _TOUCHING:
        return _in_part(first, second)
    if not clock.meaning.clock or not _is_day(date.meaning):
        return None
    if gap not in _TOUCHING and not (gap in {"of", "of the"} and clock is first):
        return None
    # "Friday night" has its own day, and so has "16:00 today".
    return Part(first.first, second.last, _with_clock(date.meaning, clock.meaning))


def _in_part(first: Part, second: Part) -> Part | None:
    """Return "6 o'clock this evening" as one: the hours of an afternoon and an evening count from noon."""
    part, clock = second.meaning, first.meaning.clock
    if part.clock not in {"TMO", "TAF", "TEV", "TNI"} or not clock[1:3].isdigit() or part.point is None:
        return None
    hours = int(clock[1:3])
    late = hours < _NOON and (part.clock in {"TAF", "TEV"} or (part.clock == "TNI" and hours > _EVENING))
    told = f"T{hours + _NOON * late:02}{clock[3:]}"
    return Part(first.first, second.last, dated(part.point, part.reason, clock=told, uncertain=part.uncertain))


def _on(scanned: Scan, part: Part, following: Part) -> Part:
    """Return a time of day on the day that stands behind it: "at 5 p.m. on Tuesday"."""
    between = scanned.text[scanned.lexemes[part.last - 1].end : scanned.lexemes[following.first].start]
    if not part.meaning.clock or between.strip().lower() != "on" or not _is_day(following.meaning):
        return part
    return part._replace(meaning=_with_clock(following.meaning, part.meaning))


def _is_day(meaning: Meaning) -> bool:
    """Say whether a meaning is a day, or a weekday that cannot be placed."""
    if meaning.type is not TimeType.DATE:
        return False
    return meaning.point.unit is Unit.DAY if meaning.point is not None else meaning.timex.startswith("XXXX-")


def _with_clock(date: Meaning, clock: Meaning) -> Meaning:
    """Return the meaning of a day with a time of day."""
    if date.point is None:
        return dataclasses.replace(date, type=TimeType.TIME, timex=date.timex + clock.clock, clock=clock.clock)
    return dated(date.point, date.reason, clock=clock.clock, uncertain=date.uncertain)


def _remember(scanned: Scan, part: Part, context: Context) -> None:
    """Keep the last time that was named; a year that only describes something is none ("the 1991 agreement")."""
    point = part.meaning.point
    if point is None or part.meaning.type not in {TimeType.DATE, TimeType.TIME}:
        return
    found = Found(scanned, part.first, part.last)
    coarse = point.unit in {Unit.YEAR, Unit.DECADE, Unit.CENTURY} and context.last is not None
    if coarse and (point.unit is not Unit.YEAR or not _tells_on(scanned, found, point, context)):
        return
    context.last = point


def _tells_on(scanned: Scan, found: Found, point: Point, context: Context) -> bool:
    """Say whether what follows is told from a bare year: no "1991 agreement", no look at a time far from the last."""
    begins = scanned.text[max(0, found.lexemes[0].start - 1) : found.lexemes[0].start] in {"", "\n"}
    if begins or context.last is None:
        return True
    if context.pos_after(found) in _NOUNS:
        return False
    return 0 < abs(point.year - context.last.year) <= _FAR


def _tagged(scanned: Scan, part: Part, governing: Governing) -> Tagged:
    """Return a part with its role and its EDTF."""
    found = Found(scanned, part.first, part.last)
    meaning = part.meaning
    role = meaning.role
    if role is None and meaning.type in {TimeType.DATE, TimeType.TIME}:
        role = governing.role(found)
        if role is TimeRole.LASTING:
            role = TimeRole.AT
        described = governing.pos_after(found) in _NOUNS or found.is_(part.last, "apostrophe")
        if role is None and not described and found.low(part.first - 1) != "from":
            role = TimeRole.AT
    told = None
    if meaning.point is not None and meaning.type in {TimeType.DATE, TimeType.TIME}:
        told = edtf(
            meaning.point,
            role,
            clock=_clock(meaning.clock) if not found.has("circa") else "",
            approximate=found.has("approx") or found.has("circa"),
            uncertain=meaning.uncertain,
        )
    return Tagged(found.lexemes[0].start, found.lexemes[-1].end, meaning, told, role)


def _clock(clock: str) -> str:
    """Return a time of day as EDTF has it; nothing for a part of the day or the day's end, which it does not know."""
    if not clock[1:2].isdigit() or clock.startswith("T24"):
        return ""
    return f"{clock}:00" if len(clock) == _HOUR_SIGN else clock
