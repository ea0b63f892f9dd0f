"""What comes again and again ("every Monday", "daily", "15 a year"), and words for now, before and hereafter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex.durations import value
from reportedly.reading.timex.meaning import Part, repeated, unplaced
from reportedly.reading.timex.patterns import Rule
from reportedly.values import TimeType

if TYPE_CHECKING:
    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

_COUNTED = frozenset({"NOUN", "NUM", "SYM"})
_TIMES = frozenset({"once", "twice", "times", "%", "percent"})
_AGAIN = "it comes again and again"


def _every(found: Found, _: Context) -> list[Part] | None:
    """Read "every Monday", "each year", "every two weeks", "every morning"."""
    if found.has("unit"):
        place = found.where("unit")
        other = any(each.low == "other" for each in found.lexemes)
        count = 2.0 if other else found.part(found.first, place).count()
        if found.has("part") and count == 1:
            return _one(found, f"XXXX-XX-XXT{found.word('part')}")
        return _one(found, value(found.word("unit"), count))
    if found.has("weekday") or found.has("weekday_short"):
        number = found.number("weekday" if found.has("weekday") else "weekday_short")
        part = f"T{found.word('part')}" if found.has("part") else ""
        return _one(found, f"XXXX-WXX-{number}{part}")
    if found.has("month"):
        day = found.number("nth" if found.has("nth") else "day") if found.has("nth") or found.has("day") else 0
        return _one(found, f"XXXX-{found.number('month'):02}" + (f"-{day:02}" if day else ""))
    if found.has("season"):
        return _one(found, f"XXXX-{found.word('season')}")
    return _one(found, f"XXXX-XX-XXT{found.word('part')}")


def _per(found: Found, _: Context) -> list[Part] | None:
    """Read "per month"."""
    return _one(found, value(found.word("unit"), 1))


def _a_unit(found: Found, context: Context) -> list[Part] | None:
    """Read "a year" behind what is counted: "15 a year", "twice a week"."""
    before = found.low(found.first - 1)
    counted = context.pos_before(found) in _COUNTED or before in _TIMES
    if not counted or found.low(found.last - 1).endswith("s") or found.low(found.last) in {"ago", "later", "earlier"}:
        return None
    if not before or found.is_(found.last, "next_adverb") or found.is_(found.last, "past_adverb"):
        return None
    return _one(found, value(found.word("unit"), 1))


def _frequency(found: Found, _: Context) -> list[Part] | None:
    """Read "daily", "annually"."""
    return _one(found, found.word("frequency"))


def _weekdays(found: Found, _: Context) -> list[Part] | None:
    """Read "Mondays"."""
    return _one(found, f"XXXX-WXX-{found.number('weekdays')}")


def _reference(found: Found, context: Context) -> list[Part] | None:
    """Read "now", "recently", "the future"."""
    low = found.lexemes[0].low
    after = context.pos_after(found)
    if low in {"the present", "the moment", "this moment"} and (
        after in {"NOUN", "ADJ"} or found.is_(found.last, "of")
    ):
        return None
    if low == "the moment" and found.low(found.first - 1) not in {"at", "for"}:
        return None
    if low == "former" and (after not in {"NOUN", "ADJ", "PROPN", "NUM"} or found.low(found.first - 1) == ""):
        pass
    return [Part(found.first, found.last, unplaced(found.word("reference"), "no date is told", TimeType.DATE))]


def _one(found: Found, told: str) -> list[Part]:
    """Return a whole match as a set."""
    return [Part(found.first, found.last, repeated(told, _AGAIN))]


RULES = (
    Rule("every month and day", "every month (day | nth)", _every),
    Rule(
        "every",
        "every alternate? (NUM | ordinal)? (unit | weekday part? | weekday_short | month | season | part)",
        _every,
    ),
    Rule("per", "per unit", _per),
    Rule("a unit", "a unit", _a_unit),
    Rule("frequency", "frequency", _frequency),
    Rule("weekdays", "weekdays", _weekdays),
)
REFERENCES = (Rule("reference", "reference", _reference),)
