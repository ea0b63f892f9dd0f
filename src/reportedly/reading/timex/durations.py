"""How long: "three weeks", "a 90-minute", "the past two years", and how old: "12-year-old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex.calendar import Unit
from reportedly.reading.timex.meaning import Part, dated, lasting, unplaced
from reportedly.reading.timex.patterns import Rule
from reportedly.values import TimeRole, TimeType

if TYPE_CHECKING:
    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

_BARE = frozenset(
    "for within in after over during before until many takes took taking spend spent lasted lasts".split()
)
"""Words before a bare "days", "years"."""
_BEFORE = frozenset({"ADP", "VERB", "ADV", "SCONJ", "PUNCT", "CCONJ", ""})
"""Parts of speech before "a day" that lasts: "for a day", "took a day", but not "it was a day"."""
_YEARS = {"Y": 1, "0Y": 10, "00Y": 100, "000Y": 1000}
_CODES = frozenset({"D", "W", "M", "Q"})


def value(code: str, count: float | None) -> str:
    """Return the value of TIMEX3 for so many of a unit; X for a number that is not told."""
    if code.startswith("T"):
        return f"PT{_number(count)}{code[1]}"
    if code in _YEARS:
        return f"P{_number(None if count is None else count * _YEARS[code])}Y"
    if code == "2W":
        return f"P{_number(None if count is None else count * 2)}W"
    return f"P{_number(count)}{code if code in _CODES else {'N': 'TNI', 'E': 'WE'}[code]}"


def _number(count: float | None) -> str:
    """Return a number as it is written in values."""
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:g}"


def _duration(found: Found, context: Context) -> list[Part] | None:
    """Read "three weeks", "50-year", "nearly five months"."""
    unit = found.where("unit")
    code = found.word("unit")
    low = found.low(unit)
    if low in {"second", "seconds", "min", "minute", "minutes", "hr"} and not _many(found, unit):
        return None
    if low == "second" or (code == "N" and found.has("a")):
        return None
    middle = unit - 1
    plain = found.first <= middle and not found.scan.lexemes[middle].values
    if plain and (context.pos(found, middle) != "ADJ" or found.has("a")):
        return None
    single = found.is_(found.first, "a") or (found.low(found.first) == "one" and code == "D")
    lone = single and found.first + 1 == unit == found.last - 1
    if (lone and context.pos_before(found) not in _BEFORE) or (single and found.is_(found.first + 1, "hyphen")):
        return None
    half = any(found.is_(place, "half") for place in range(unit, found.last))
    count = found.part(found.first, unit).count()
    if low.endswith("s") and found.is_(unit - 1, "a"):
        count = None
    if found.has("hyphen") and found.is_(found.first, "a"):
        found = found.part(found.first + 1, found.last)
    if count is not None and half:
        count += 0.5
    if (
        found.has("a")
        and unit - found.where("a") == 1
        and code not in {"D", "W", "M", "Y", "0Y", "00Y", "TH", "TM", "2W"}
    ):
        return None
    return _one(found, value(code, count), context)


def _many(found: Found, unit: int) -> bool:
    """Say whether a number stands before a unit."""
    before = found.part(found.first, unit)
    return any(before.has(kind) for kind in ("number", "amount", "cardinal", "few", "a", "half", "another"))


def _one(found: Found, told: str, context: Context) -> list[Part]:
    """Return a whole match as a duration."""
    role = context.role(found)
    keeps = {TimeRole.AFTER, TimeRole.BEFORE, TimeRole.SINCE, TimeRole.UNTIL}
    after = found.low(found.last)
    if role is None and after in {"after", "before"}:
        role = TimeRole(after)
    return [
        Part(
            found.first,
            found.last,
            lasting(told, "as it is counted", role if role in keeps else TimeRole.LASTING),
        )
    ]


def _age(found: Found, _: Context) -> list[Part] | None:
    """Read "12-year-old", "18 years old"."""
    place = found.where("unit")
    count = found.part(found.first, place).count()
    return [Part(found.first, found.last, lasting(value(found.word("unit"), count), "an age", TimeRole.AGE))]


def _bare(found: Found, context: Context) -> list[Part] | None:
    """Read "for days", "within weeks", "decades-long"."""
    low = found.lexemes[0].low
    code = found.word("unit")
    if found.has("long"):
        return _one(found, value(code, None if low.endswith("s") else 1), context)
    if not low.endswith("s") or code in {"N", "E", "Q", "TS"} or _before(found) not in _BARE:
        return None
    return _one(found, value(code, None), context)


def _before(found: Found) -> str:
    """Return the word before a match, but for "just" and "only"."""
    low = found.low(found.first - 1)
    return found.low(found.first - 2) if low in {"just", "only", "mere"} else low


def _stretch(found: Found, context: Context) -> list[Part] | None:
    """Read "the past three weeks", "the next few months", "the first ten months of 1914"."""
    place = found.where("unit")
    code = found.word("unit")
    low = found.low(place)
    if code in {"N", "TS"}:
        return None
    several = low.endswith("s")
    counted = found.part(found.first, place)
    told = any(counted.has(kind) for kind in ("number", "cardinal", "few", "amount"))
    if not told and not found.has("the_past") and low.endswith("s") and not found.has("the"):
        return None
    whole = found.has("the_past") or found.has("of") or _is_stretch(found, context)
    if not told and not several and not whole:
        return None
    count = counted.count() if told else (None if several else 1)
    if found.has("ordinal") and not told:
        count = None if several else 1
    meaning = lasting(value(code, count), "as it is counted", context.role(found) or TimeRole.LASTING)
    return [Part(found.first, found.last, meaning)]


def _is_stretch(found: Found, context: Context) -> bool:
    """Say whether "the last week" is one up to now, "the next year" one from now on, and not one of the calendar's."""
    if not (found.is_(found.first, "the") and found.has("seen") and found.word("unit") != "D"):
        return False
    before = context.role(found)
    return (
        before is TimeRole.LASTING
        or found.low(found.first - 1) in {"over", "during", "throughout"}
        or (found.number("seen") < 0 and found.low(found.first - 1) == "in" and not context.narrative)
    )


def _overnight(found: Found, context: Context) -> list[Part] | None:
    """Read "overnight"."""
    origin = context.seen
    if context.pos_after(found) == "NOUN":
        return None
    if origin is None or origin.unit is not Unit.DAY:
        return [Part(found.first, found.last, unplaced("XXXX-XX-XXTNI", "no day is known", TimeType.TIME, "TNI"))]
    return [Part(found.first, found.last, dated(origin, f"the night of {context.origin}", clock="TNI"))]


_MIDDLE = "(period_adjective | other)?"
RULES = (
    Rule("age", "approx? approx? NUM hyphen? unit hyphen? old", _age),
    Rule(
        "stretch of a date",
        "the first_last SPAN? period_adjective? unit of (MONTH OFYEAR? | the? the_year? year | THATYEAR)",
        _stretch,
    ),
    Rule("stretch", "(the? first_last | the? SHIFTED | the_past) QTY? period_adjective? unit", _stretch),
    Rule("stretch turned", "the QTY told unit", _stretch),
    Rule("half", "approx? a? half hyphen? a? unit", _duration),
    Rule("and a half", "QTY hyphen? unit hyphen? and hyphen? a? hyphen? half (hyphen? long)?", _duration),
    Rule("duration", f"QTY hyphen? {_MIDDLE} unit (hyphen? long)?", _duration),
    Rule("bare duration", "unit (hyphen long)?", _bare),
)
OVERNIGHT = (Rule("overnight", "overnight", _overnight),)
