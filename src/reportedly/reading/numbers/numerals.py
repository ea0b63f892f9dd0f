"""Every numeral of a text, in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.numbers import spelled, vague
from reportedly.reading.numbers.digits import in_digits
from reportedly.reading.numbers.fractions import part, ratios, with_part
from reportedly.reading.numbers.numeral import Form, Numeral
from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS: dict[str, float] = table("numerals")["signs"]
_TOKEN = re.compile(rf"[0-9](?:[0-9.,:/\u2044]*[0-9])?|[^\W\d_]+|[{''.join(_SIGNS)}]")
_PARTS = frozenset(table("numerals")["parts"])
_ZERO = "zero"
_TRIGGERS = {_ZERO} | spelled.BEGIN | vague.BEGIN | frozenset(spelled.SCALES) | _PARTS
_LONGEST_WORD = max(map(len, _TRIGGERS))


def numerals(text: str) -> list[Numeral]:
    """Return the numerals of a text. None overlaps another; what dates and names hold is among them."""
    return ratios(text, list(_found(text)))


def _found(text: str) -> Iterator[Numeral]:
    """Yield the numerals, each as long as it goes."""
    done = 0
    triggers, longest = _TRIGGERS, _LONGEST_WORD
    for token in _TOKEN.finditer(text):
        shown = token[0]
        if shown[0].isalpha():
            # Nearly every word is looked at no further.
            if len(shown) > longest or (word := shown.lower()) not in triggers:
                continue
            start = token.start()
            found = _word(text, start, word) if start >= done and _alone(text, start, token.end()) else None
        elif token.start() < done:
            continue
        elif shown in _SIGNS:
            found = Numeral(token.start(), token.end(), _SIGNS[shown], Form.FRACTION)
        else:
            found = in_digits(text, token.start(), shown)
        if found is not None and found.start >= done:
            done = found.end
            yield found


def _alone(text: str, start: int, end: int) -> bool:
    """Say whether no digit or underscore is glued to a word."""
    return not (
        text[start - 1 : start].isdigit() or text[end : end + 1].isdigit() or "_" in text[max(0, start - 1) : end + 1]
    )


def _word(text: str, start: int, word: str) -> Numeral | None:
    """Return the numeral that a word begins or ends."""
    if word == _ZERO:
        return Numeral(start, start + len(word), 0.0, Form.WORDS)
    if word in vague.BEGIN:
        return vague.vague(text, start, word)
    if word in spelled.BEGIN or word in spelled.SCALES:
        found = spelled.in_words(text, start, word)
        return None if found is None else with_part(text, found)
    return part(text, start, word)
