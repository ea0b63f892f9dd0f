"""What a temporal expression stands for, before its role is known."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.timex.notation import timex
from reportedly.values import TimeRole, TimeType

if TYPE_CHECKING:
    from reportedly.reading.timex.calendar import Point


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A type and a value of TIMEX3, with the point on the calendar where there is one, and why it is read so.

    `clock` is a time of day, as it stands behind the date ("T14:00Z", "TMO"). `role` is one that the expression itself
    tells, `uncertain` whether the choice among several points is a guess.
    """

    type: TimeType
    timex: str
    reason: str
    point: Point | None = None
    clock: str = ""
    role: TimeRole | None = None
    uncertain: bool = False


class Part(NamedTuple):
    """The lexemes [first, last) of a scan, and what they stand for."""

    first: int
    last: int
    meaning: Meaning


def dated(point: Point, reason: str, *, clock: str = "", uncertain: bool = False) -> Meaning:
    """Return the meaning of a point on the calendar."""
    return Meaning(
        type=TimeType.TIME if clock else TimeType.DATE,
        timex=timex(point) + clock,
        reason=reason,
        point=point,
        clock=clock,
        uncertain=uncertain,
    )


def unplaced(value: str, reason: str, kind: TimeType = TimeType.DATE, clock: str = "") -> Meaning:
    """Return the meaning of what cannot be placed on the calendar."""
    return Meaning(type=kind, timex=value, reason=reason, clock=clock)


def lasting(value: str, reason: str, role: TimeRole | None = None) -> Meaning:
    """Return the meaning of a duration."""
    return Meaning(type=TimeType.DURATION, timex=value, reason=reason, role=role)


def repeated(value: str, reason: str) -> Meaning:
    """Return the meaning of what comes again and again."""
    return Meaning(type=TimeType.SET, timex=value, reason=reason, role=TimeRole.REPEATED)
