"""Amounts: numerals with their sign, their money or their unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.numbers import money, units
from reportedly.reading.numbers.numeral import Form
from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from reportedly.reading.numbers.numeral import Numeral

_SUFFIXES: dict[str, float] = table("numerals")["money_suffixes"]
_SUFFIX = re.compile(rf" ?([{''.join(_SUFFIXES)}])(?![^\W_])")
_PLURAL = re.compile(r"[ \u00a0](?:[a-z-]+[ \u00a0])?(?:[a-z]+s|people|men|women|children)(?![^\W_])")
_GLUED = re.compile(r"[^\W_]")
_MINUS = re.compile(r"(?<![^\W_])(?:minus[ -]|[-\u2212])$", re.IGNORECASE)
_PLUS = re.compile(r"(?<![^\W_])\+$")
_ARTICLE = re.compile(r" an?(?= )", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[^\W\d_][ \u00a0]$")
_WORD_BEHIND = re.compile(r"\s(?!to [-\u2212])[^\W\d_]")
"""A dash before a count is none of its sign."""
_BEFORE_MINUS = frozenset("-\u2212 ")
_TIMES = re.compile(r"[xX\u00d7](?![^\W_])")
""" "10x" is ten times."""
_DASHES = frozenset({"-", "\u2013", " - ", " \u2013 ", " to "})
_SCREENS = frozenset({"4K", "8K", "5K"})
_LOOKBACK = 8
"""Code points in which a sign is looked for: "minus-" has six."""


class Amount(NamedTuple):
    """A number at [start, end) with its sign and whatever says of what it is.

    `unit` is as `Quantity` has it; `cash` says that it is money, also where that has no unit. `signed` is "+" or "-"
    where the sign is that of a change ("Dow +0.2%").
    """

    start: int
    end: int
    value: float | None
    numeral: Numeral
    unit: str | None = None
    cash: bool = False
    age: bool = False
    signed: str = ""

    @property
    def bare(self) -> bool:
        """Say whether nothing but what follows can tell what it counts."""
        return self.unit is None and not self.cash


def amount(text: str, numeral: Numeral, last: Amount | None = None) -> Amount | None:
    """Return a numeral with what belongs to it; None where letters are glued to it that make it something else.

    `last` is the amount before it, whose money it may share: "£1.5-2m".
    """
    start, end = numeral.start, numeral.end
    cash = None if numeral.form is Form.FRACTION else money.before(text, start)
    if cash is None and (text[start - 1 : start].isalnum() or text[start - 1 : start] == "_"):
        return None
    if (cash is not None and _is_console(text, numeral, cash)) or _is_screen(text, numeral, cash):
        return None
    if numeral.scale == 1.0 and numeral.form is Form.DIGITS and (suffix := _SUFFIX.match(text, end)):
        if cash is None and last is not None and last.cash and text[last.end : start] in _DASHES:
            cash = money.Money(last.unit, start, start)
        if cash is not None or (suffix[0][0] != " " and suffix[1] != "T" and _PLURAL.match(text, suffix.end())):
            scale, end = _SUFFIXES[suffix[1]], suffix.end()
            numeral = numeral._replace(value=(numeral.value or 0.0) * scale, scale=scale)
    made = _of(text, numeral, end, cash)
    if made.bare and (times := _TIMES.match(text, end)):
        made = made._replace(end=times.end())
    elif made.bare and _GLUED.match(text, end):
        return None
    return _signed(text, made._replace(start=start if cash is None else cash.start), cash)


def _is_console(text: str, numeral: Numeral, cash: money.Money) -> bool:
    """Say whether "PS" before a number is no mangled pound sign: "PS5"."""
    mangled = text.startswith("PS", cash.start) and numeral.plain and len(numeral.digits) == 1
    return mangled and not _SUFFIX.match(text, numeral.end)


def _is_screen(text: str, numeral: Numeral, cash: money.Money | None) -> bool:
    """Say whether a number is that of a screen's pixels: "4K"."""
    return cash is None and text[numeral.start : numeral.end] in _SCREENS


def _of(text: str, numeral: Numeral, end: int, cash: money.Money | None) -> Amount:
    """Return a number with its money or its unit."""
    made = Amount(numeral.start, end, numeral.value, numeral)
    if cash is not None:
        code, end = cash.code, money.country(text, end)
        return _parted(text, made._replace(end=end, unit=code, cash=True))
    look = end
    if numeral.form is Form.VAGUE and text.startswith(" of ", end):
        look = end + len(" of")
    elif numeral.form is Form.FRACTION and (article := _ARTICLE.match(text, end)):
        look = article.end()
    paid = money.behind(text, look, numeral.value or numeral.low or 0.0)
    if paid is not None:
        return _parted(text, made._replace(end=paid.end, unit=paid.code, cash=True))
    found = units.unit(text, look)
    if found is None:
        return made
    return made._replace(end=found.end, unit=found.name, age=found.age)


def _parted(text: str, made: Amount) -> Amount:
    """Return money with what it is paid for: "per barrel", "a month"."""
    parted = units.per(text, made.end) if text[made.end : made.end + 1] in {" ", "/", "-"} else None
    if parted is None:
        return made
    return made._replace(end=parted[1], unit=None if made.unit is None else f"{made.unit} / {parted[0]}")


def _signed(text: str, made: Amount, cash: money.Money | None) -> Amount:
    """Return an amount with its sign. Before a share that follows a name, the sign is that of a change."""
    start = made.start
    if made.value is None or made.numeral.form is Form.FRACTION:
        return made
    if cash is not None and cash.negative:
        return made._replace(value=-made.value)
    if text[start - 1 : start] == "+" and _PLUS.search(text, max(0, start - _LOOKBACK), start):
        return made._replace(start=start - 1, signed="+")
    found = None
    if text[start - 1 : start] in _BEFORE_MINUS:
        found = _MINUS.search(text, max(0, start - _LOOKBACK), start)
    glued = found is not None and len(found[0]) == 1
    if found is None or (glued and made.bare and _WORD_BEHIND.match(text, made.end)):
        return made
    before = max(0, found.start() - _LOOKBACK)
    if glued and made.unit == units.PERCENT and _WORD_BEFORE.search(text, before, found.start()):
        return made._replace(start=found.start(), signed="-")
    return made._replace(start=found.start(), value=-made.value)
