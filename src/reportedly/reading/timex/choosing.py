"""Which Tuesday, which October: the one past or the one coming, by the tense of the verb, or the next one told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex.calendar import WEEK, Point, Unit, first_day, is_day, last_day, shift
from reportedly.reading.timex.context import Tense
from reportedly.reading.timex.holidays import on
from reportedly.reading.timex.meaning import Meaning, dated, unplaced
from reportedly.reading.timex.notation import shown
from reportedly.values import TimeRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

_LONG_PAST = 240
_SHORTLY = 75
"""Days. What would be months ago but comes within weeks is hardly told of in the past: "set a 3 June deadline"."""
_AHEAD = frozenset({TimeRole.UNTIL, TimeRole.BEFORE})
_TURN = 7
"""How many months back from the last named one a month is the next year's: January, behind December."""


def weekday(number: int, name: str, found: Found, context: Context) -> Meaning:
    """Return which day of a week's day (1 for Monday) is meant."""
    origin = context.seen
    if origin is None or origin.unit is not Unit.DAY:
        return unplaced(f"XXXX-WXX-{number}", f"no day is known from which to count to {name}")
    date = first_day(origin)
    if date is None:
        return unplaced(f"XXXX-WXX-{number}", f"the calendar has no days of the week for {name}")
    back = (date.isoweekday() - number) % WEEK
    if context.narrative and context.last is not None:
        point = shift(origin, (number - date.isoweekday()) % WEEK)
        return _or_unplaced(point, f"XXXX-WXX-{number}", f"the next {name} from the last day named before")
    tense = _tense(found, context)
    if tense is Tense.FUTURE:
        point = shift(origin, (number - date.isoweekday()) % WEEK)
        return _or_unplaced(
            point, f"XXXX-WXX-{number}", f"the first {name} from {shown(origin)} on, since {tense.value}"
        )
    reason = f"the last {name} up to {shown(origin)}, since {tense.value}"
    return _or_unplaced(shift(origin, -back), f"XXXX-WXX-{number}", reason, uncertain=tense is Tense.UNKNOWN)


def month(number: int, found: Found, context: Context) -> Meaning:
    """Return which month is meant."""
    return _recurring(f"XXXX-{number:02}", lambda year: Point(Unit.MONTH, year, number), "month", found, context)


def month_day(number: int, day: int, found: Found, context: Context) -> Meaning | None:
    """Return which day of a year is meant; None where no year has it."""
    # 2000 was a leap year: it has every day that any year has.
    if not is_day(2000, number, day):
        return None
    return _recurring(
        f"XXXX-{number:02}-{day:02}",
        lambda year: Point(Unit.DAY, year, number, day) if is_day(year, number, day) else None,
        "day",
        found,
        context,
    )


def season(name: str, number: int, found: Found, context: Context) -> Meaning:
    """Return which season is meant."""
    return _recurring(f"XXXX-{name}", lambda year: Point(Unit.SEASON, year, number), "season", found, context)


def quarter(number: int, found: Found, context: Context) -> Meaning:
    """Return which quarter is meant."""
    return _recurring(f"XXXX-Q{number}", lambda year: Point(Unit.QUARTER, year, number), "quarter", found, context)


def _recurring(value: str, of: Callable[[int], Point | None], name: str, found: Found, context: Context) -> Meaning:
    """Return which of the stretches that come every year is meant."""
    if context.hint is not None:
        year = context.hint.year
        behind = _month_of(of(year)) > _month_of(context.hint) > 0
        return _or_unplaced(of(year - behind), value, "the year stands with the date behind it")
    if context.narrative and context.last is not None:
        return _told(value, of, name, context)
    origin = context.seen
    if origin is None or origin.unit is Unit.YEAR:
        return unplaced(value, "no date is known that is precise enough to tell the year")
    earlier, later = _nearest(of, origin)
    if earlier is None or later is None:
        return _or_unplaced(earlier or later, value, f"the only such {name} near {shown(origin)}")
    if earlier == later:
        return dated(earlier, f"the {name} of {context.origin}, {shown(origin)}")
    return _by_tense((earlier, later), origin, _tense(found, context), name)


def _by_tense(both: tuple[Point, Point], origin: Point, tense: Tense, name: str) -> Meaning:
    """Return the one before or the one after the origin: by the tense, or the nearer where that does not tell."""
    earlier, later = both
    back, ahead = _days(earlier, origin), _days(origin, later)
    if tense is Tense.UNKNOWN or (tense is Tense.PAST and back > _LONG_PAST and ahead < _SHORTLY):
        nearer = earlier if back <= ahead else later
        return dated(nearer, f"the nearest such {name} to {shown(origin)}: a guess", uncertain=True)
    if tense is Tense.FUTURE:
        return dated(later, f"the first such {name} from {shown(origin)} on, since {tense.value}")
    return dated(earlier, f"the last such {name} up to {shown(origin)}, since {tense.value}")


def _told(value: str, of: Callable[[int], Point | None], name: str, context: Context) -> Meaning:
    """Return what comes next in a text that tells of one thing after another."""
    last = context.last
    if last is None:
        return unplaced(value, "no year is known")
    year = last.year
    before, now = _month_of(last), _month_of(of(year))
    if before and now and before - now >= _TURN:
        year += 1
    return _or_unplaced(of(year), value, f"the {name} told of after {shown(last)}")


def _nearest(of: Callable[[int], Point | None], origin: Point) -> tuple[Point | None, Point | None]:
    """Return the last that begins no later than the origin ends, and the first that ends no earlier than it begins."""
    begin, end = first_day(origin), last_day(origin)
    # A 29 February comes in four years at the latest, but for those around a century (eight).
    points = [point for year in range(origin.year - 8, origin.year + 9) if (point := of(year)) is not None]
    if begin is None or end is None:
        return None, None
    earlier = [point for point in points if (day := first_day(point)) is not None and day <= end]
    later = [point for point in points if (day := last_day(point)) is not None and day >= begin]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


def _tense(found: Found, context: Context) -> Tense:
    """Return the tense, as the role bends it: since is past, by and until look ahead where no verb is past."""
    role, tense = context.role(found), context.tense(found)
    if role is TimeRole.SINCE:
        return Tense.PAST
    return Tense.FUTURE if role in _AHEAD and tense is Tense.UNKNOWN else tense


def _or_unplaced(point: Point | None, value: str, reason: str, *, uncertain: bool = False) -> Meaning:
    """Return a point's meaning, or the value without a place where the calendar has no such point."""
    return unplaced(value, reason) if point is None else dated(point, reason, uncertain=uncertain)


def _month_of(point: Point | None) -> int:
    """Return the month in which a point begins; 0 for none."""
    if point is None or point.unit in {Unit.YEAR, Unit.DECADE, Unit.CENTURY}:
        return 0
    if point.unit in {Unit.DAY, Unit.MONTH}:
        return point.part
    date = first_day(point)
    return date.month if date is not None else 0


def _days(first: Point, second: Point) -> int:
    """Return how many days lie from one point's begin to another's."""
    begin, end = first_day(first), first_day(second)
    return (end - begin).days if begin is not None and end is not None else 0


def recurring_holiday(rule: str, found: Found, context: Context) -> Meaning:
    """Return which year's holiday is meant."""
    return _recurring("XXXX-XX-XX", lambda year: on(rule, year), "holiday", found, context)
