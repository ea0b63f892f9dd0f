"""Years with what says which: "480 BC", "that year"; decades and centuries; halves and quarters of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.timex import choosing
from reportedly.reading.timex.calendar import Point, Unit
from reportedly.reading.timex.meaning import Part, dated
from reportedly.reading.timex.patterns import Rule

if TYPE_CHECKING:
    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found

_WRITTEN = "as it is written"
_CENTURY = 100
_DECADE = 10
_QUARTERS = 4


def year_of(found: Found, context: Context) -> tuple[int | None, str]:
    """Return the year that stands in a match, and how it is told; None where there is none."""
    if found.has("era_before"):
        return 1 - _before_era(found, "era_before"), _WRITTEN
    if found.has("era_after"):
        return _before_era(found, "era_after"), _WRITTEN
    if found.has("the_year") and found.has("seen"):
        if context.seen is not None:
            return context.seen.year + found.number("seen"), f"of the year told from {context.origin}"
    elif found.has("the_year") and found.has("told"):
        if context.told is not None:
            return context.told.year + found.number("told"), f"of the year told from {context.told_origin}"
    elif found.has("year"):
        return found.number("year"), _WRITTEN
    return None, ""


def _before_era(found: Found, era: str) -> int:
    """Return the number that stands right before an era."""
    place = found.where(era)
    return found.part(place - 1, place).number("number")


def _year(found: Found, context: Context) -> list[Part] | None:
    """Read "480 BC", "AD 43"."""
    place = found.where("era_before" if found.has("era_before") else "era_after")
    if place == found.first:
        if found.has("era_before") or not found.scan.text[found.lexemes[0].start].isupper():
            return None
        return [Part(found.first, found.last, dated(Point(Unit.YEAR, found.number("number")), _WRITTEN))]
    year, reason = year_of(found, context)
    if not year:
        return None
    return [Part(found.first, found.last, dated(Point(Unit.YEAR, year), reason))]


def _years(found: Found, context: Context) -> list[Part] | None:
    """Read "499-493 BC"."""
    last, reason = year_of(found, context)
    first = found.number("number")
    if last is None:
        return None
    first = 1 - first if found.has("era_before") else first
    place = found.where("number")
    behind = next(at for at in range(place + 1, found.last) if found.is_(at, "number"))
    return [
        Part(found.first, place + 1, dated(Point(Unit.YEAR, first), reason)),
        Part(behind, found.last, dated(Point(Unit.YEAR, last), reason)),
    ]


def _bare_before(found: Found, context: Context) -> list[Part] | None:
    """Read "in 490" in a text about the years before Christ."""
    number = found.number("number")
    if not context.before_christ or number < _CENTURY or number >= 10 * _CENTURY or context.pos_after(found) == "NOUN":
        return None
    if found.low(found.first - 1) not in {
        "in",
        "since",
        "until",
        "by",
        "of",
        "from",
        "to",
        "before",
        "after",
        "during",
    }:
        return None
    return [Part(found.first, found.last, dated(Point(Unit.YEAR, 1 - number), "the text tells of years BC"))]


def _decade(found: Found, context: Context) -> list[Part] | None:
    """Read "the late 1990s", "the 70s", "the nineties", "the 480s BC"."""
    number = found.number("decade")
    if found.has("era_before"):
        point = Point(Unit.DECADE, number, era=True)
    elif number >= 10 * _CENTURY:
        point = Point(Unit.DECADE, number)
    elif number < _CENTURY:
        if not (
            found.has("the") or found.has("early") or found.low(found.first - 1) in {"and", "or", "to", "mid", "-"}
        ):
            return None
        # Nobody calls a decade by its tens alone that is more than a century off.
        origin = context.seen.year if context.seen is not None else 2000
        year = origin // _CENTURY * _CENTURY + number
        point = Point(Unit.DECADE, year if year <= origin else year - _CENTURY)
    else:
        return None
    if found.low(found.first - 1) in {"his", "her", "their", "in"} and number < _CENTURY and not found.has("the"):
        return None
    return [Part(found.first, found.last, dated(point, _WRITTEN))]


def _century(found: Found, _: Context) -> list[Part] | None:
    """Read "the 19th century", "the fourth century BC"."""
    if found.word("unit") != "00Y":
        return None
    ordinal = found.number("nth") if found.has("nth") else found.number("ordinal")
    point = Point(Unit.CENTURY, (ordinal - 1) * _CENTURY, era=found.has("era_before"))
    if ordinal < 1 or (ordinal < _DECADE and not found.has("era_before") and not found.has("nth")):
        return None
    return [Part(found.first, found.last, dated(point, _WRITTEN))]


def _quarter(found: Found, context: Context) -> list[Part] | None:
    """Read "the third quarter of this year", "Q3 2023"."""
    if found.has("unit") and not found.word("unit").startswith("Q"):
        return None
    if found.has("quarter_letter"):
        if not found.glued(found.where("quarter_letter") + 1):
            return None
        number = found.number("day")
    else:
        number = found.number("nth") if found.has("nth") else found.number("ordinal")
    if not 1 <= number <= _QUARTERS:
        return None
    year, reason = year_of(found, context)
    if year is not None:
        return [Part(found.first, found.last, dated(Point(Unit.QUARTER, year, number), reason))]
    return [Part(found.first, found.last, choosing.quarter(number, found, context))]


def _half(found: Found, context: Context) -> list[Part] | None:
    """Read "the first half of 2023", "the second half of the year"."""
    year, reason = year_of(found, context)
    number = found.number("ordinal")
    if year is None and found.has("the_year") and context.seen is not None:
        year, reason = context.seen.year, f"of the year of {context.origin}"
    if year is None or number not in {1, 2}:
        return None
    return [Part(found.first, found.last, dated(Point(Unit.HALF, year, number), reason))]


RULES = (
    Rule("half of a year", "the? ordinal hyphen? half (of? year | of? THATYEAR | of the the_year)", _half),
    Rule("quarter", "the? (ordinal | nth) hyphen? unit (of? year | of? THATYEAR | of the the_year)?", _quarter),
    Rule("Q3", "quarter_letter day (comma? year)?", _quarter),
    Rule("years of an era", "FUZZY? number RANGE number ERA", _years),
    Rule("year of an era", "FUZZY? number ERA", _year),
    Rule("era and year", "era_after number", _year),
    Rule("decade", "FUZZY? the? early? hyphen? decade ERA?", _decade),
    Rule("century", "FUZZY? the? early? hyphen? (nth | ordinal) hyphen? unit ERA?", _century),
)
LATE_RULES = (Rule("bare year BC", "number", _bare_before),)
