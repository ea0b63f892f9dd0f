"""Words that say how a number bounds what is counted: "more than 12", "up to 30", "12 or more"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.numbers.tables import table
from reportedly.values import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.surroundings import Token

NEARLY = "nearly"
"""About, and not quite."""
_TABLE = table("bounds")
_KINDS: dict[str, Bound] = {bound.value: bound for bound in Bound} | {NEARLY: Bound.ABOUT}
_BEFORE: dict[str, str] = {words: kind for kind, phrases in _TABLE["before"].items() for words in phrases}
_LAST = frozenset(words.split()[-1] for words in _BEFORE) | {"than"}
_LONGEST = max(len(words.split()) for words in _BEFORE)
_AFTER: dict[str, str] = {words: kind for kind, phrases in _TABLE["after"].items() for words in phrases}
_BEHIND = re.compile(
    r"(?:(?:[ \u00a0][a-z]+)?[ \u00a0](?=or |and |at )|(?:[ \u00a0](?=[a-z]))?)"
    rf"({'|'.join(re.escape(words) for words in sorted(_AFTER, key=len, reverse=True))})(?![^\W_])",
    re.IGNORECASE,
)
_STARTS = frozenset(" -+")
_ADDING = frozenset({"plus", "max"})
_DURING = frozenset(_TABLE["during"])
_LASTING = frozenset("for in takes took lasted lasting spent spanning of after just well".split())
_COMPARING: dict[str, str] = {word: kind for kind, words in _TABLE["comparing"].items() for word in words}
_NEGATED = {Bound.MORE_THAN.value: Bound.AT_MOST.value, Bound.LESS_THAN.value: Bound.AT_LEAST.value}
_OR_TWO = 3
"""Words of "a day or"."""
_SINGLE = frozenset({"a", "an", "one", "another", "that", "this"})
_COMPARED = 2
"""Words of "longer than"."""
_MOST = 3
"""Phrases that may stand in a row: "at least | an estimated | ..."."""


class Bounding(NamedTuple):
    """How a number is bounded: by the words at [start, end), to which it is `nearly` equal or not."""

    bound: Bound
    nearly: bool
    start: int
    end: int


def before(tokens: Sequence[Token], start: int, *, lasting: bool, small: bool) -> Bounding | None:
    """Return the bound that the words right before a number tell.

    `lasting` says that it is of time, `small` that it counts few.
    """
    found: Bounding | None = None
    place = len(tokens)
    if place >= _OR_TWO and tokens[-1].low == "or" and tokens[-_OR_TWO].low in _SINGLE and tokens[-2].low.isalpha():
        return Bounding(Bound.AT_MOST, nearly=False, start=tokens[-_OR_TWO].start, end=tokens[-1].end)
    if place > 1 and tokens[-1].low == "-" and tokens[-1].end == start:
        start, place = tokens[-1].start, place - 1  # "sub-7"
    for _ in range(_MOST):
        if place == 0 or not _touches(tokens[place - 1], start) or tokens[place - 1].low not in _LAST:
            break
        told = _phrase(tokens, place, lasting=lasting)
        if told is None or (small and told[1] == NEARLY and tokens[place - 1].low == "to"):
            break
        place, kind = told
        start = tokens[place].start
        end = tokens[-1].end if found is None else found.end
        if found is None or found.bound in {Bound.EXACTLY, Bound.ABOUT}:
            outer = _KINDS[kind]
            if found is None or outer is not Bound.EXACTLY:
                found = Bounding(outer, kind == NEARLY, start, end)
        else:
            break
    return found


def _touches(token: Token, start: int) -> bool:
    """Say whether only a blank, a hyphen or an opening bracket stands between a word and a number."""
    return start - token.end <= 1


def _phrase(tokens: Sequence[Token], place: int, *, lasting: bool) -> tuple[int, str] | None:
    """Return where the longest phrase that ends before `place` begins, and its kind."""
    for length in range(min(_LONGEST, place), 0, -1):
        words = " ".join(token.low for token in tokens[place - length : place])
        kind = _BEFORE.get(words)
        if kind is None:
            continue
        if lasting and words in _DURING and not (place > 1 and tokens[place - 2].low in _LASTING):
            return None
        return place - length, kind
    if place >= _COMPARED and tokens[place - 1].low == "than" and tokens[place - 2].low in _COMPARING:
        kind = _COMPARING[tokens[place - 2].low]
        first = place - _COMPARED
        if first > 0 and tokens[first - 1].low in {"no", "not"}:
            return first - 1, _NEGATED[kind]
        return first, kind
    return None


def behind(text: str, end: int, stop: int) -> Bounding | None:
    """Return the bound that the words right behind a number tell, before the next number at `stop`."""
    if text[end : end + 1] not in _STARTS or not text[end : end + 1]:
        return None
    found = _BEHIND.match(text, end, stop)
    if found is None:
        return None
    word = found[1].lower()
    if word in _ADDING and text[found.end() : found.end() + 1] == " ":
        return None  # "12 plus 3"
    return Bounding(_KINDS[_AFTER[word]], nearly=False, start=found.start(1), end=found.end(1))
