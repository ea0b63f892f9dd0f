"""Fractions in words: "two-thirds", "a quarter of", "half", "half a million", "one in three"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.numbers.numeral import Form, Numeral
from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS: dict[str, int] = table("numerals")["parts"]
_SCALES: dict[str, int] = table("numerals")["scales"]
_PART = re.compile(rf"([ -])({'|'.join(_PARTS)})(s)?(?![^\W_])", re.IGNORECASE)
_OF_SCALE = re.compile(rf"(?:[ -]of)?[ -]an?[ -]({'|'.join(_SCALES)})(?![^\W_]|-)", re.IGNORECASE)
_OF = re.compile(r"[ \u00a0]of(?![^\W_])", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:-|[ \u00a0])(?:of|the|a|an|its|their|his|her|our|your|my|all|those|these|that)(?![^\W_])", re.IGNORECASE
)
_BEFORE = re.compile(r"([A-Za-z]+)[ -]$")
_ARTICLE = re.compile(r"(?<![^\W_])(?:a|one)[ -]$", re.IGNORECASE)
_ORDERED = frozenset("first second other last latter final top bottom better each that this third fourth early".split())
_ROUGH = frozenset(
    "nearly almost about over than around roughly least under just exactly only some approximately".split()
)
_RATIO = re.compile(r"[ \u00a0](?:(out[ \u00a0]of|of[ \u00a0]every)|in)[ \u00a0](?:every[ \u00a0])?", re.IGNORECASE)
_LOOKBACK = 16
"""Code points in which the word before one is looked for."""


def with_part(text: str, numeral: Numeral) -> Numeral:
    """Return a number in words with the part that follows it ("two-thirds"), or as it is."""
    found = _PART.match(text, numeral.end)
    if found is None or numeral.value is None or numeral.scale != 1.0:
        return numeral
    part = found[2].lower()
    plural = found[3] is not None
    if plural != (numeral.value > 1) or (part == "half" and numeral.value > 1):
        return numeral
    if plural and part == "quarter" and numeral.value != _PARTS[part] - 1:
        return numeral  # "two quarters" are half a year
    if not plural and found[1] == " " and not _OF.match(text, found.end()):
        return numeral
    return _scaled(text, numeral.start, found.end(), numeral.value / _PARTS[part])


def part(text: str, start: int, word: str) -> Numeral | None:
    """Return the fraction that a word for a part makes by itself: "a third of", "half the"."""
    end = start + len(word)
    if word == "half":
        return _half(text, start, end)
    article = _ARTICLE.search(text, max(0, start - len(" one ")), start)
    if article is None or not _OF.match(text, end):
        return None
    return _scaled(text, article.start(), end, 1 / _PARTS[word])


def _half(text: str, start: int, end: int) -> Numeral | None:
    """Return a half, where it is one of something."""
    before = _BEFORE.search(text, max(0, start - _LOOKBACK), start)
    word = before[1].lower() if before else ""
    if text[start - 1 : start] == "-" or word in _ORDERED:
        return None
    if _OF_SCALE.match(text, end):
        return _scaled(text, start, end, 0.5)
    if not _WHOLE.match(text, end) and not (word in _ROUGH and text[end : end + 1] != "-"):
        return None
    return Numeral(start, end, 0.5, Form.FRACTION)


def _scaled(text: str, start: int, end: int, value: float) -> Numeral:
    """Return a fraction, or the number that it makes of a scale: "half a million", "a quarter of a million"."""
    found = _OF_SCALE.match(text, end)
    if found is None:
        return Numeral(start, end, value, Form.FRACTION)
    scale = float(_SCALES[found[1].lower()])
    return Numeral(start, found.end(), value * scale, Form.WORDS, scale)


def ratios(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """Join two numbers that are one fraction: "one in three", "nine out of 10"."""
    out: list[Numeral] = []
    for numeral in numerals:
        before = out[-1] if out else None
        if before is not None and _is_ratio(text, before, numeral):
            out[-1] = Numeral(before.start, numeral.end, (before.value or 0.0) / (numeral.value or 1.0), Form.FRACTION)
        else:
            out.append(numeral)
    return out


def _is_ratio(text: str, one: Numeral, other: Numeral) -> bool:
    """Say whether two numbers are so many of so many."""
    if other.start - one.end > _LOOKBACK or one.value is None or other.value is None:
        return False
    if not 0 < one.value < other.value or one.form is Form.FRACTION or other.form is Form.FRACTION:
        return False
    joint = _RATIO.fullmatch(text, one.end, other.start)
    if joint is None or (other.plain and len(other.digits) == len("2019") and one.value > 1):
        return False
    return joint[1] is not None or ((one.value == 1 or other.value in _ROUND) and not _TIME.match(text, other.end))


_ROUND = frozenset({10.0, 100.0, 1000.0})
_TIME = re.compile(r"[ \u00a0-](?:second|minute|hour|day|week|month|year|game|match|attempt)", re.IGNORECASE)
