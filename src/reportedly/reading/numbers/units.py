"""Units of measure behind a number, by their names in pint."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.reading.numbers.tables import table

_TABLE = table("units")
TIME: frozenset[str] = frozenset(_TABLE["time"])
OURS: frozenset[str] = frozenset(_TABLE["ours"])
"""Units that pint lacks."""
POINTS = OURS - {"part_per_billion"}
PERCENT = "percent"


def _inverted(*names: str) -> dict[str, str]:
    """Return the unit of each word of some tables."""
    return {word: unit for name in names for unit, words in _TABLE[name].items() for word in words}


_WORDS = {word.lower(): unit for word, unit in _inverted("words", "ours").items()}
_SYMBOLS = _inverted("symbols")
_GLUED = _inverted("glued")


def _any(words: dict[str, str]) -> str:
    """Return an expression for any of some words, the longest first."""
    options = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return options.replace(r"\ ", r"(?:[ \u00a0]|\n(?!\s))").replace(r"\-", "[-\u2010\u2011 ]")


_TAIL = r"(?![^\W_])(?!-(?!old|long|an?-|per-|owned|wide|high|deep|tall|thick|range|plus)[^\W\d_])"
"""A hyphen behind a unit makes another word of it ("two second-half goals"), these aside."""
_WORD = re.compile(rf"(?:[ \u00a0\u202f]|\n(?!\s)|[-\u2010\u2011] ?)?({_any(_WORDS)}){_TAIL}", re.IGNORECASE)
_SYMBOL = re.compile(rf"(?:[ \u00a0\u202f-]?({_any(_SYMBOLS)})|({_any(_GLUED)}))(?![^\W_])")
_DIVIDING = re.compile(
    rf"(?:[- ](?:per|an?)[- ]|/)((?:{_any(_WORDS)}|{'|'.join(_TABLE['dividing'])}|square (?:foot|metre|meter|mile)"
    r"|km|kg|kWh|mmBTU|tonne|sq m|ounce|barrel))(?![^\W_])",
    re.IGNORECASE,
)
_OLD = re.compile(r"[-\u2010\u2011 ]?(?:olds?|of[ -]age)(?![^\W_])", re.IGNORECASE)


class Unit(NamedTuple):
    """A unit that ends at `end`: its name, and whether it is one of age ("12-year-old")."""

    name: str
    end: int
    age: bool = False


def unit(text: str, end: int) -> Unit | None:
    """Return the unit behind a number that ends at `end`."""
    follows = text[end : end + 1]
    if not follows or follows in ".,;:!?)":
        return None
    if found := _WORD.match(text, end):
        name = _WORDS[_plain(found[1])]
        if name in TIME and (old := _OLD.match(text, found.end())):
            return Unit(name, old.end(), age=True)
        return _divided(text, Unit(name, found.end()))
    found = _SYMBOL.match(text, end)
    if found is None:
        return None
    return _divided(text, Unit(_SYMBOLS[found[1]] if found[1] else _GLUED[found[2]], found.end()))


def _plain(word: str) -> str:
    """Return a word as the table has it, by its letters."""
    low = " ".join(word.lower().split())
    return next((form for form in (low, low.replace(" ", "-"), _hyphened(low)) if form in _WORDS), low)


def _hyphened(word: str) -> str:
    """Return a word with plain hyphens, or blanks for them."""
    plain = word.replace("\u2010", "-").replace("\u2011", "-")
    return plain if plain in _WORDS else plain.replace("-", " ")


def per(text: str, end: int) -> tuple[str, int] | None:
    """Return what an amount is parted by ("per barrel", "a day", "/year"), and where that ends."""
    found = _DIVIDING.match(text, end)
    if found is None:
        return None
    low = found[1].lower()
    return _WORDS.get(low, low.replace(" ", "_")), found.end()


def _divided(text: str, whole: Unit) -> Unit:
    """Return a unit parted by another, where one follows."""
    if whole.name == PERCENT or whole.name in TIME or text[whole.end : whole.end + 1] not in {" ", "-", "/"}:
        return whole
    parted = per(text, whole.end)
    return whole if parted is None else Unit(f"{whole.name} / {parted[0]}", parted[1])
