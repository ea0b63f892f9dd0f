"""Numbers in words: "twelve", "twenty-five", "two hundred thousand", "one and a half million", "a dozen"."""

from __future__ import annotations

import re

from reportedly.reading.numbers.numeral import Form, Numeral
from reportedly.reading.numbers.tables import table

_NUMERALS = table("numerals")
_ONES: dict[str, int] = _NUMERALS["ones"]
_TEENS: dict[str, int] = _NUMERALS["teens"]
_TENS: dict[str, int] = _NUMERALS["tens"]
SCALES: dict[str, int] = _NUMERALS["scales"]
BEGIN = frozenset({*_ONES, *_TEENS, *_TENS})
"""Words that a number in words begins with, articles aside."""
_HUNDRED = 100
_LONGEST = 14
"""Words of the longest number that is read: "nine hundred and ninety-nine thousand nine hundred and ninety-nine"."""
_NEXT = re.compile(r"(?:[ \u00a0]|\n(?!\s)|-)(and[ \u00a0\n])?([A-Za-z]+)(?![^\W_])")
_HALF = re.compile(r"[ -]and[ -]a[ -]half(?![^\W_])", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![^\W_])(?:a|an)[ -]$", re.IGNORECASE)


class _Sum:
    """A number as it grows word by word. `add` refuses a word that cannot follow."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.scale = 1.0
        self.room = 0
        """What may be added to the group has to be below this: 10 after "twenty", 100 after "hundred"."""
        self.last_scale = 0.0

    def value(self) -> float:
        return self.total + self.group

    def add(self, word: str) -> bool:
        number = _ONES.get(word) or _TEENS.get(word) or _TENS.get(word)
        if number is not None:
            return self._number(number, word)
        scale = SCALES.get(word)
        if scale is None or not self.group or (scale == _HUNDRED and self.group >= _HUNDRED):
            return False
        if scale <= _HUNDRED:
            self.group *= scale
            self.room = scale if scale == _HUNDRED else 0
        elif self.last_scale and scale >= self.last_scale:
            return False
        else:
            self.total += self.group * scale
            self.group, self.room, self.last_scale = 0.0, scale, scale
        self.scale = float(scale)
        return True

    def _number(self, number: int, word: str) -> bool:
        if self.value() and number >= self.room:
            return False
        self.group += number
        self.room = 10 if word in _TENS else 0
        self.scale = 1.0
        return True


def in_words(text: str, start: int, first: str) -> Numeral | None:
    """Return the number that begins with a word (in small letters), with the article before a bare scale."""
    made = _Sum()
    end = start + len(first)
    if first in SCALES:
        article = _ARTICLE.search(text, max(0, start - len(" an ")), start)
        if article is None:
            return None
        made.add("one")
        start = article.start()
    if not made.add(first):
        return None
    for _ in range(_LONGEST):
        if half := _HALF.match(text, end):
            made.group += 0.5
            end = half.end()
            made.room = 0
            continue
        found = _NEXT.match(text, end)
        if found is None:
            break
        word = found[2].lower()
        if found[1] and (made.scale == 1.0 or word in SCALES or _opens_another(text, found)):
            break
        if not made.add(word):
            break
        end = found.end()
    value = made.value()
    return Numeral(start, end, value, Form.WORDS, made.scale if value >= made.scale else 1.0)


def _opens_another(text: str, found: re.Match[str]) -> bool:
    """Say whether what follows "and" is a number of its own: "one hundred | and two hundred"."""
    behind = _NEXT.match(text, found.end())
    return behind is not None and behind[2].lower() in SCALES
