"""Times that are told from another: "last week", "the next day", "three years ago", "two days later"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex import choosing
from reportedly.reading.timex.calendar import SEASONS, WEEK, Point, Unit, around, first_day, shift
from reportedly.reading.timex.context import Tense, is_named
from reportedly.reading.timex.meaning import Meaning, Part, dated, unplaced
from reportedly.reading.timex.notation import shown
from reportedly.reading.timex.patterns import Rule
from reportedly.reading.timex.vocabulary import vocabulary
from reportedly.values import TimeType

if TYPE_CHECKING:
    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

UNITS = {
    "D": Unit.DAY,
    "W": Unit.WEEK,
    "2W": Unit.WEEK,
    "E": Unit.WEEKEND,
    "M": Unit.MONTH,
    "Q": Unit.QUARTER,
    "Y": Unit.YEAR,
    "0Y": Unit.DECADE,
    "00Y": Unit.CENTURY,
}
_SIZES = {
    Unit.DAY: 0,
    Unit.WEEKEND: 1,
    Unit.WEEK: 1,
    Unit.MONTH: 2,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 4,
    Unit.YEAR: 5,
    Unit.DECADE: 6,
    Unit.CENTURY: 7,
}
"""What is known only to the coarser one tells nothing of the finer."""
_MOST = 9999
"""Years of more than four digits are told by nobody."""
_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_STEPS = {-1: "before", 0: "of", 1: "after"}
_ENDS = frozenset({"comma", "dot", "dash", "close", "and", "quote"})


def moved(origin: Point | None, unit: Unit, number: int) -> Point | None:
    """Return the unit of a point, some of them later; None where the point is too coarse for it."""
    if origin is None or _SIZES[unit] < _SIZES[origin.unit]:
        return None
    whole = around(origin, unit)
    return None if whole is None else shift(whole, number)


def _steps(found: Found, context: Context) -> tuple[Point | None, int, str]:
    """Return what "last", "next", "previous" is told from, how many steps away, and that in words."""
    if found.has("told"):
        return context.told, found.number("told"), context.told_origin
    number = found.number("seen")
    if found.is_(found.where("seen") - 1, "the") or (found.lexemes[-1].values.get("unit") == "D" and number >= 0):
        return context.told, number, context.told_origin
    return context.seen, number, context.origin


def _unit(found: Found, context: Context) -> list[Part] | None:
    """Read "last week", "this year", "the next day", "the same month"."""
    code = found.word("unit")
    low = found.lexemes[-1].low
    if low.endswith("s") or code == "N":
        return None
    origin, number, name = _steps(found, context)
    if found.low(found.where("seen" if found.has("seen") else "told")) == "past":
        return None
    unit = UNITS.get(code)
    if unit is None or (code == "D" and low == "day" and found.has("seen") and number < 0):
        return None
    point = moved(origin, unit, number)
    if point is None:
        return _one(found, unplaced(_REFS[number], f"no date is known that is precise enough for the {unit}"))
    return _one(found, dated(point, f"the {unit} {_STEPS[number]} {name}, {shown(origin or point)}"))


def _weekend(found: Found, context: Context) -> list[Part] | None:
    """Read "the weekend"."""
    if found.word("unit") != "E":
        return None
    tense = context.tense(found)
    point = moved(context.seen, Unit.WEEKEND, 0)
    if point is None or context.seen is None:
        return _one(found, unplaced("XXXX-WXX-WE", "no day is known from which to count"))
    begin, now = first_day(point), first_day(context.seen)
    if tense is not Tense.FUTURE and begin is not None and now is not None and begin > now:
        point = shift(point, -1) or point
    return _one(found, dated(point, f"{tense.value}", uncertain=tense is Tense.UNKNOWN))


def _weekday(found: Found, context: Context) -> list[Part] | None:
    """Read "Tuesday", "last Tuesday", "next Tuesday", "late on Tuesday"."""
    number = found.number("weekday")
    low = found.lexemes[-1].low.capitalize()
    if found.low(found.first - 1) in vocabulary().filters["named_days"]:
        return None
    if not (found.has("seen") or found.has("told")):
        return _one(found, choosing.weekday(number, low, found, context))
    origin, step, name = _steps(found, context)
    day = moved(origin, Unit.DAY, 0)
    date = first_day(day) if day is not None else None
    if day is None or date is None:
        return _one(found, unplaced(f"XXXX-WXX-{number}", f"no day is known from which to count to {low}"))
    if step == 0 and context.tense(found) is not Tense.PAST:
        point = shift(day, (number - date.isoweekday()) % WEEK)
    elif step > 0:
        point = shift(day, (number - date.isoweekday()) % WEEK or WEEK)
    else:
        back = (date.isoweekday() - number) % WEEK
        point = shift(day, -(back or (WEEK if step else 0)))
    # "Next Friday" on a Wednesday is this week's for some and the next week's for others.
    return (
        None
        if point is None
        else _one(found, dated(point, f"{low} {_STEPS[step]} {name}, {shown(day)}", uncertain=step > 0))
    )


def _named(found: Found, context: Context) -> list[Part] | None:
    """Read "last October", "next summer", "this April"."""
    origin, step, name = _steps(found, context)
    if found.has("month"):
        unit, number, value = Unit.MONTH, found.number("month"), f"XXXX-{found.number('month'):02}"
    else:
        code = found.word("season")
        unit, number, value = Unit.SEASON, SEASONS.index(code) + 1, f"XXXX-{code}"
    if origin is None or (_SIZES[origin.unit] > _SIZES[unit] and step):
        return _one(found, unplaced(value, "no date is known from which to count"))
    point = Point(unit, origin.year, number)
    whole = moved(origin, unit, 0)
    begin, now = first_day(point), None if whole is None else first_day(whole)
    if begin is not None and now is not None:
        if step < 0 and begin >= now:
            point = point._replace(year=point.year - 1)
        elif step > 0 and begin <= now:
            point = point._replace(year=point.year + 1)
    return _one(found, dated(point, f"the {unit} {_STEPS[step]} {name}, {shown(origin)}"))


def _part(found: Found, context: Context) -> list[Part] | None:
    """Read "this morning", "last night", "the next morning", "that afternoon"."""
    origin, step, name = _steps(found, context)
    part = found.word("part")
    clock = f"T{part}"
    if found.lexemes[-1].low.endswith("s"):
        return None
    day = moved(origin, Unit.DAY, step)
    if day is None:
        return _one(found, unplaced(f"XXXX-XX-XX{clock}", "no day is known from which to count", TimeType.TIME, clock))
    return _one(found, dated(day, f"of the day {_STEPS[step]} {name}, {shown(origin or day)}", clock=clock))


def _deictic(found: Found, context: Context) -> list[Part] | None:
    """Read "today", "yesterday", "tonight"."""
    step = found.number("deictic")
    if is_named(found, context):
        return None
    clock = "TNI" if found.has("tonight") else ""
    kind = TimeType.TIME if clock else TimeType.DATE
    origin = context.seen
    point = moved(origin, Unit.DAY, step)
    if point is None or (context.narrative and not step):
        value = f"XXXX-XX-XX{clock}" if clock else _REFS[(step > 0) - (step < 0)]
        return _one(found, unplaced(value, "no day is known from which to count", kind, clock))
    return _one(found, dated(point, f"told from {context.origin}, {shown(origin or point)}", clock=clock))


def _away(found: Found, context: Context) -> list[Part] | None:
    """Read "three years ago", "two days later", "a week earlier", "months before"."""
    code = found.word("unit")
    place = max(place for place in range(found.first, found.last) if found.is_(place, "unit"))
    ago, later = found.has("ago"), found.has("next_adverb") or found.has("hence")
    adverb = found.low(found.last - 1) in {"before", "after", "following", "prior"}
    if adverb and not _ends(found):
        return None
    sign = 1 if later else -1
    plain = place == found.first
    count = None if plain else found.part(found.first, place).count()
    origin = context.seen if ago or found.has("hence") else context.told
    name = context.origin if ago else context.told_origin
    unit = UNITS.get(code)
    if unit is None or count is None or count != int(count):
        kind = TimeType.TIME if code.startswith("T") else TimeType.DATE
        return _one(found, unplaced(_REFS[sign], "how long before or after is not told precisely", kind))
    number = int(count) * sign * (2 if code == "2W" else 1)
    point = moved(origin, unit, number)
    if point is None or abs(point.year) > _MOST:
        return _one(found, unplaced(_REFS[sign], f"no date is known that is precise enough for the {unit}"))
    return _one(found, dated(point, f"told from {name}, {shown(origin or point)}"))


def _day_after(found: Found, context: Context) -> list[Part] | None:
    """Read "the day after", "the day before", where nothing follows that they are told from."""
    unit = UNITS.get(found.word("unit"))
    if unit is None or not _ends(found):
        return None
    step = 1 if found.has("next_adverb") else -1
    point = moved(context.told, unit, step)
    if point is None:
        return _one(found, unplaced(_REFS[step], "no day is known from which to count"))
    return _one(found, dated(point, f"the {unit} {_STEPS[step]} {context.told_origin}"))


def _same(found: Found, context: Context) -> list[Part] | None:
    """Read "the same month a year ago", "the same period last year"."""
    if found.has("period"):
        unit = Unit.YEAR if context.last is None else context.last.unit
    else:
        code = found.word("unit")
        unit = UNITS.get(code, Unit.YEAR)
    years = -1
    if found.has("seen") and found.number("seen") >= 0:
        return None
    if found.has("ago") or found.has("past_adverb"):
        where = max(place for place in range(found.first, found.last) if found.is_(place, "unit"))
        if found.scan.lexemes[where].values["unit"] != "Y":
            return None
        start = found.where("period") if found.has("period") else found.where("unit")
        count = found.part(start + 1, where).count()
        years = -int(count) if count is not None else -1
    origin = context.told
    base = moved(origin, unit, 0)
    if base is None:
        return None
    return _one(found, dated(base._replace(year=base.year + years), f"as the last {unit} named, in another year"))


def _ends(found: Found) -> bool:
    """Say whether a clause may end behind a match."""
    lexemes = found.scan.lexemes
    return found.last >= len(lexemes) or not lexemes[found.last].low or bool(_ENDS & set(lexemes[found.last].values))


def _one(found: Found, meaning: Meaning) -> list[Part]:
    """Return a whole match with its meaning."""
    return [Part(found.first, found.last, meaning)]


RULES = (
    Rule("same period", "the? told (period | unit) (QTY unit (ago | past_adverb) | seen the_year)", _same),
    Rule("ago", "QTY? period_adjective? unit (ago | hence)", _away),
    Rule("later", "QTY? period_adjective? unit (next_adverb | past_adverb)", _away),
    Rule("the day after", "the unit (next_adverb | past_adverb)", _day_after),
    Rule("the day following", "the unit told", _day_after),
    Rule("this part of a day", "FUZZY? the? SHIFTED part", _part),
    Rule("this weekday", "FUZZY? the? SHIFTED weekday", _weekday),
    Rule("this month by name", "FUZZY? the? SHIFTED (month | season)", _named),
    Rule("this unit", "FUZZY? the? SHIFTED unit", _unit),
    Rule("deictic", "FUZZY? deictic", _deictic),
    Rule("weekday", "FUZZY? weekday", _weekday),
    Rule("the weekend", "the unit", _weekend),
)
