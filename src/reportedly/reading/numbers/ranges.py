"""Ranges: "between 20 and 24", "from 12 to 14", "20-24", "three or four", "$1 million to $2 million"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.inflection import forms
from reportedly.reading.numbers.numeral import Form
from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.amounts import Amount
    from reportedly.reading.numbers.surroundings import Token

FARTHEST = 12
"""Code points that may stand between the ends of a range: " and to- " and signs."""
_JOINT = re.compile(
    r"\s?(?:(?P<dash>[-–—\u2011])|(?P<to>(?<!-)to|through)[ -]|(?P<and>and)|(?P<or>or))\s?", re.IGNORECASE
)
_NOUN = r"[ \u00a0-]"
_SCORES = frozenset(table("designations")["scores"].split())
_BEHIND = re.compile(r"[ \u00a0]([A-Za-z]+)")
_CHANGING = frozenset(
    form
    for kind in ("up", "down")
    for key in ("any", "scaled")
    for verb in table("trends")[kind][key]
    for form in forms(verb)
) | frozenset("rise fall drop increase decrease decline change changed up down rebound growth drop".split())
_NEAR = 6
"""Words before "from" among which a verb of change is looked for."""
_BOUND = 3
"""Words of "from up to"."""
_SCORE = 200
"""Numbers of a score are below this."""
_NEXT = 2.0
""" "three or four", "ten or twenty": an "or" joins a number with one at most so many times as large."""


class Range(NamedTuple):
    """A range from one amount to another; `lead` are the code points where "between" or "from" begins, if any."""

    low: float
    high: float
    start: int
    end: int
    last: Amount


def joined(text: str, one: Amount, other: Amount, before: Sequence[Token]) -> Range | None:
    """Return the range that two amounts make, of which `before` are the words before the first."""
    if not 0 < other.start - one.end <= FARTHEST or one.value is None or other.value is None:
        return None
    joint = _JOINT.fullmatch(text, one.end, other.start)
    if joint is None or one.numeral.form is Form.FRACTION or other.numeral.form is Form.FRACTION:
        return None
    lead = before[-1].low if before and one.start - before[-1].end <= 1 else ""
    if (
        not _fits(joint, lead, one, other)
        or (lead == "from" and _changes(before))
        or (joint["to"] and _from_bound(before))
    ):
        return None
    low = one.value
    if (not one.cash and not one.unit and other.numeral.scale > 1.0 == one.numeral.scale) or _shares_scale(one, other):
        low = low * other.numeral.scale if low < other.numeral.mantissa else low
    high = other.value
    if high < low < 0:
        low, high = high, low
    if not low < high or (joint["or"] and high > low * _NEXT):
        return None
    if joint["dash"] and _is_score(text, one, other):
        return None
    start = before[-1].start if lead in {"between", "from"} else one.start
    return Range(low, high, start, other.end, other)


def _shares_scale(one: Amount, other: Amount) -> bool:
    """Say whether the scale behind the second number is one of both: "$89 to $93 billion"."""
    return one.cash and one.numeral.scale == 1.0 < other.numeral.scale


def _fits(joint: re.Match[str], lead: str, one: Amount, other: Amount) -> bool:
    """Say whether the words between two amounts, and their units, can be those of a range."""
    if joint["and"] and lead != "between":
        return False
    if joint["or"] and (one.unit or one.cash):
        return False
    if one.age and not other.age:
        return False
    same = one.unit == other.unit or (other.unit or "").startswith(f"{one.unit} / ")
    return one.bare or (same and one.cash == other.cash) or (one.cash and other.bare)


def _from_bound(before: Sequence[Token]) -> bool:
    """Say whether a bound stands between "from" and a number: "from up to 12 to 20" is no range."""
    lows = [token.low for token in before[-_BOUND:]]
    return "from" in lows[:-1] and lows[-1] in {"to", "about", "around", "than", "nearly", "roughly"}


def _changes(before: Sequence[Token]) -> bool:
    """Say whether "from ... to ..." tells a change and no range: "rose from 12 to 20"."""
    return any(token.low in _CHANGING for token in before[-1 - _NEAR : -1])


def _is_score(text: str, one: Amount, other: Amount) -> bool:
    """Say whether two whole numbers with a dash are a score, a count of votes or a code."""
    if not (one.bare and other.bare and one.numeral.plain and other.numeral.plain):
        return False
    behind = _BEHIND.match(text, other.end)
    if behind is None:
        return text[other.end : other.end + 1] not in {" ", "-"} and (other.value or 0) < _SCORE
    return behind[1].lower() in _SCORES


def twins(text: str, one: Amount, other: Amount) -> bool:
    """Say whether two numbers with a dash that are no range count nothing: "2-1", "555-1234", "2-to-1"."""
    dash = text[one.end : other.start] in {"-", "–", "\u2011", "\u2212", "-to-"}
    return dash and one.bare and other.bare and one.numeral.plain and other.numeral.plain
