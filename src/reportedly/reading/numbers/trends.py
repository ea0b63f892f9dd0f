"""Whether a number is how much something rose or fell: "up 19 per cent", "rose by 3", "cut jobs by 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.inflection import forms
from reportedly.reading.numbers.tables import table
from reportedly.reading.numbers.units import PERCENT, POINTS
from reportedly.values import Trend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.amounts import Amount
    from reportedly.reading.numbers.surroundings import Token

_TABLE = table("trends")
_ADVERBS = frozenset({"v", "up", "down", "upward", "upwards", "downward", "downwards", "higher", "lower"})


def _all(kind: str) -> dict[str, Trend]:
    """Return every form of the verbs of a kind."""
    return {
        form: trend
        for trend in Trend
        for verb in _TABLE[trend.value][kind]
        for form in ((verb,) if verb in _ADVERBS else forms(verb))
    }


_ANY = _all("any")
_SCALED = _all("scaled")
_NOUNS: dict[str, Trend] = {words: trend for trend in Trend for words in _TABLE["nouns"][trend.value]}
_PHRASAL = frozenset(form for verb in _TABLE["verbs"]["phrasal"] for form in forms(verb)) - frozenset(
    form for verb in _TABLE["verbs"]["standing"] for form in forms(verb)
)
_SKIPPED = frozenset(
    "another additional further a an as much whopping staggering massive modest sharp record extra even".split()
)
_FAR = 8
"""Words between a verb and the "by" of its amount: "cut its forecast of growth by"."""


def trend(text: str, made: Amount, before: Sequence[Token]) -> tuple[Trend, str] | None:
    """Return which way an amount went, and the words that tell; None where it is no amount of a change."""
    if made.signed:
        return (Trend.UP if made.signed == "+" else Trend.DOWN), made.signed
    place = len(before)
    while place and (before[place - 1].low in _SKIPPED or _manner(before[place - 1].low)):
        place -= 1
    if not place:
        return None
    last = before[place - 1].low
    if last == "by":
        return _by(before, place - 1)
    pair = f"{before[place - 2].low} {last}" if place > 1 else ""
    if pair in _NOUNS:
        return _NOUNS[pair], pair
    verb = pair if pair in _ANY or pair in _SCALED else last
    if verb in {"up", "down"} and place > 1 and before[place - 2].low in _PHRASAL:
        return None
    found = _ANY.get(verb) or (_SCALED.get(verb) if _scaled(text, made) else None)
    return None if found is None else (found, verb)


def _by(before: Sequence[Token], place: int) -> tuple[Trend, str] | None:
    """Return the trend of the verb whose amount stands behind a "by"."""
    for i in range(place - 1, max(-1, place - 1 - _FAR), -1):
        low = before[i].low
        pair = f"{low} {before[i + 1].low}"
        found = _ANY.get(pair) or _SCALED.get(pair) or _ANY.get(low) or _SCALED.get(low)
        if found is not None:
            return found, low
        if low in {",", ";", ":"}:
            return None
    return None


def _scaled(text: str, made: Amount) -> bool:
    """Say whether an amount is a share, points, or of money that is counted in parts."""
    if made.bare:
        return text.startswith(" point", made.end)
    return made.unit == PERCENT or made.unit in POINTS or (made.cash and made.unit is None)


def _manner(word: str) -> bool:
    """Say whether a word is an adverb of manner or degree."""
    return word.endswith("ly") and word not in {"rally", "only"}
