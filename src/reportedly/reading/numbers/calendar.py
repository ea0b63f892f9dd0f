"""Numbers of the calendar and the clock, which count nothing: "12 May", "in 2019", "5am", "1990s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.amounts import Amount
    from reportedly.reading.numbers.numeral import Numeral
    from reportedly.reading.numbers.surroundings import Token

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z]))"
)
_AFTER_MONTH = re.compile(rf"(?<![^\W_]){_MONTH}\.?,? (?:the )?$")
_BEFORE_MONTH = re.compile(rf"(?:st|nd|rd|th)?(?:-|[ \u00a0](?:of )?){_MONTH}(?![^\W_])")
_AFTER_DAY = re.compile(rf"(?<![^\W_])(?:{_MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,?|[0-9]{{1,2}} {_MONTH}\.?,?) $")
_CLOCK = re.compile(r"[ \u00a0]?(?:[ap]\.?m\b|o['’]clock|GMT\b|BST\b|UTC\b|[CEMP][SDE]T\b|hrs?\b(?! ))")
_ON_CLOCK = re.compile(r"[0-9]{1,2}[.][0-5][0-9]")
_PLURAL = re.compile(r"[ \u00a0](?:[a-z]+[ \u00a0])?(?:[a-z]{3,}s|people|men|women|children|troops)(?![^\W_])")
_LOOKBACK = 24
_DAYS = 31
_CENTURIES = (1500, 2199)
"""Years that news speaks of in four digits alone; before them there is a word for the era."""
_MODERN = 1900
_DATING = frozenset(
    """in since of until till from between by during before after around circa year years early late mid the spring
    summer autumn fall winter for and to january february march april may june july august september october november
    december last next end back""".split()
)
"""Words before a number of four digits that make it a year."""
_ROUND = 100
_JOINTS = frozenset({"-", "–", "—", "/", " and ", " or ", " to ", " & ", " - ", " – ", " through "})


def is_date(text: str, made: Amount, before: Sequence[Token]) -> bool:
    """Say whether a number without a unit is one of the calendar or the clock."""
    numeral = made.numeral
    if not numeral.digits or numeral.scale != 1.0:
        return False
    start, end = numeral.start, numeral.end
    if _CLOCK.match(text, end) and (numeral.plain or _ON_CLOCK.fullmatch(numeral.digits)):
        return True
    if not numeral.plain:
        return False
    value, year = int(numeral.digits), len(numeral.digits) == len("2019")
    if value <= _DAYS and _BEFORE_MONTH.match(text, end):
        return True
    after_month = (value <= _DAYS or year) and _AFTER_MONTH.search(text, max(0, start - _LOOKBACK), start) is not None
    return after_month or (year and _is_year(text, start, end, value, before))


def _is_year(text: str, start: int, end: int, value: int, before: Sequence[Token]) -> bool:
    """Say whether four digits are a year."""
    if not _CENTURIES[0] <= value <= _CENTURIES[1]:
        return False
    if _AFTER_DAY.search(text, max(0, start - _LOOKBACK), start):
        return True
    counted = _PLURAL.match(text, end) is not None
    dating = bool(before) and before[-1].low in _DATING
    if value >= _MODERN and value % _ROUND:
        return True
    return not counted if dating else value >= _MODERN and not counted


def joined(text: str, last: int, numeral: Numeral) -> bool:
    """Say whether a number goes on with what ended before it: "3-5 May", "2014 and 2017"."""
    if text[last : numeral.start] not in _JOINTS:
        return False
    year = len(numeral.digits) == len("2019") and _CENTURIES[0] <= int(numeral.digits) <= _CENTURIES[1]
    return year or not _PLURAL.match(text, numeral.end)
