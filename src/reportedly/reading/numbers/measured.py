"""From numerals to what they say: amounts that are quantities, with their range, their bound and their trend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.numbers import bounds, calendar, designations, ranges, trends
from reportedly.reading.numbers.amounts import amount
from reportedly.reading.numbers.numeral import Form
from reportedly.reading.numbers.units import TIME
from reportedly.values import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reading.numbers.amounts import Amount
    from reportedly.reading.numbers.bounds import Bounding
    from reportedly.reading.numbers.numeral import Numeral
    from reportedly.reading.numbers.ranges import Range
    from reportedly.reading.numbers.surroundings import Surroundings, Token
    from reportedly.values import Trend

_LASTS = re.compile(r"[-\u2010\u2011][a-z]+$")
"""A time that describes something ("a five-year plan") is left to the stage of times."""
_SPREAD = 2.0
"""The ends of what something changed "by" are hardly farther apart."""
_FEW = 10
"""Fewer are "close to two countries" by their place."""
_QUIET = frozenset({Bound.EXACTLY})


class Measured(NamedTuple):
    """An amount with what it says: the interval, the bound and the trend, and the words that tell so."""

    amount: Amount
    spans: tuple[tuple[int, int], ...]
    low: float | None
    high: float | None
    value: float | None
    bound: Bound
    trend: Trend | None
    reason: str
    before: Sequence[Token]
    """The words before all of it."""

    @property
    def end(self) -> int:
        """Where its number ends, with its unit."""
        return self.amount.end


class _Kept(NamedTuple):
    """An amount that counts something, and the words before it."""

    amount: Amount
    before: Sequence[Token]


def measured(around: Surroundings, numerals: Sequence[Numeral], dated: Sequence[tuple[int, int]]) -> Iterator[Measured]:
    """Yield what the numerals of a text say, in order; `dated` are the places of its dates, in order."""
    kept = _kept(around, numerals, dated)
    text = around.text
    place, done = 0, 0
    while place < len(kept):
        one, before = kept[place]
        place += 1
        span: Range | None = None
        if place < len(kept):
            other = kept[place].amount
            span = ranges.joined(text, one, other, before)
            if span is not None and _levels(text, one, span, before):
                span = None
            if span is not None:
                place += 1
            elif ranges.twins(text, one, other):
                place += 1
                continue
        stop = kept[place].amount.start if place < len(kept) else len(text)
        made = _made(text, one, span, before, (done, stop))
        done = made.spans[-1][1]
        yield made


def _levels(text: str, one: Amount, span: Range, before: Sequence[Token]) -> bool:
    """Say whether the second of two numbers is what a change leads to: "fell 10 cents to 50 cents", "by 30 to 120"."""
    if not before or before[-1].low in {"from", "between"} or trends.trend(text, one, before) is None:
        return False
    if before[-1].low == "by":
        return span.last.bare and span.high > _SPREAD * span.low
    return one.unit is not None or one.cash


def _kept(around: Surroundings, numerals: Sequence[Numeral], dated: Sequence[tuple[int, int]]) -> list[_Kept]:
    """Return the amounts that are quantities: no dates, no names, no pronouns."""
    kept: list[_Kept] = []
    text, last_date, turn = around.text, -1, 0
    named: set[str] = set()
    for numeral in numerals:
        made = amount(text, numeral, kept[-1].amount if kept else None)
        while turn < len(dated) and dated[turn][1] <= numeral.start:
            turn += 1
        if made is None:
            continue
        before = around.before(made.start, numeral.start)
        if made.bare:
            told = turn < len(dated) and dated[turn][0] < numeral.end
            follows = numeral.plain and calendar.joined(text, last_date, numeral)
            if told or follows or calendar.is_date(text, made, before):
                last_date = numeral.end
                continue
            if designations.names(around, made, before) or designations.counts_nothing(around, made, before):
                named.add(numeral.digits)
                continue
            if numeral.digits in named and around.pos(made.end + 1) == "PROPN":
                continue  # "the Pono 11 Pro and 11 Max"
        elif made.unit in TIME and not made.age and _LASTS.match(text[numeral.end : made.end]):
            continue
        kept.append(_Kept(made, before))
    return kept


def _made(text: str, one: Amount, span: Range | None, before: Sequence[Token], own: tuple[int, int]) -> Measured:
    """Return what an amount, or a range of two, says in its own part of the text, up to the numbers beside it."""
    done, stop = own
    start, last = (one.start, one) if span is None else (span.start, span.last)
    tokens = [token for token in before if done <= token.start and token.end <= start]
    told = bounds.before(tokens, start, lasting=last.unit in TIME, small=one.bare and (one.value or 0) < _FEW)
    follows = None
    if told is not None:
        start = told.start
        tokens = [token for token in tokens if token.end <= start]
    if told is None or told.bound in _QUIET:
        follows = bounds.behind(text, last.end, stop)
    found = follows or told
    low, high, value, bound = _interval(one, span, found)
    trend = trends.trend(text, one, tokens)
    spans = [(start, last.end)]
    if follows is not None:
        spans = [(start, follows.end)] if follows.start - last.end <= 1 else [*spans, (follows.start, follows.end)]
    whole = last._replace(start=start, numeral=one.numeral)
    reason = _reason(text, one, found, None if trend is None else trend[1], ranged=span is not None)
    return Measured(whole, tuple(spans), low, high, value, bound, None if trend is None else trend[0], reason, tokens)


def _interval(
    one: Amount, span: Range | None, told: Bounding | None
) -> tuple[float | None, float | None, float | None, Bound]:
    """Return the ends of the interval, the number as written and the bound."""
    bound = Bound.EXACTLY if told is None else told.bound
    if one.numeral.form is Form.VAGUE:
        low, high = one.numeral.low, one.numeral.high
        if bound in {Bound.LESS_THAN, Bound.AT_MOST}:
            return None, high, None, bound
        return low, high, None, Bound.AT_LEAST if high is None else Bound.BETWEEN
    value = one.value
    low, high = (value, value) if span is None else (span.low, span.high)
    if bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        high = None
    elif bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        low = None
    elif span is not None:
        bound = Bound.BETWEEN if bound is Bound.EXACTLY else bound
    elif bound is Bound.ABOUT:
        low, high = None, high if told is not None and told.nearly else None
    return low, high, value if span is None else None, bound


def _reason(text: str, one: Amount, told: Bounding | None, trend: str | None, *, ranged: bool) -> str:
    """Return one sentence that says from which words the interval was read."""
    shown = text[one.numeral.start : one.numeral.end]
    if one.numeral.form is Form.VAGUE:
        read = f"{shown!r} is a number that is not told: {one.numeral.because}"
    elif ranged:
        read = f"a range that begins with {shown!r}"
    else:
        read = f"{shown!r} is a number"
    if told is not None:
        read += f", bounded by {text[told.start : told.end]!r}"
    if trend is not None:
        read += f", the amount of a change by {trend!r}"
    return f"{read}."
