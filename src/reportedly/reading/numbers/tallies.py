"""Whether a count is of all or of those that were added, and when it held: "another 12", "as of Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.numbers.tables import table
from reportedly.values import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.surroundings import Surroundings, Token

_TABLE = table("counted")
_NEW_BEFORE = tuple(f" {words}" for words in _TABLE["new_before"])
_TOTAL_BEFORE = tuple(f" {words}" for words in _TABLE["total_before"])


def _any(words: Sequence[str]) -> str:
    """Return an expression for any of some words."""
    return "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))


_NEW_BEHIND = re.compile(rf"[ \u00a0](?:{_any(_TABLE['new_behind'])})(?![^\W_])(?! than)", re.IGNORECASE)
_TOTAL_BEHIND = re.compile(rf"(?<![^\W_])(?:{_any(_TABLE['total_behind'])})(?![^\W_])", re.IGNORECASE)
_FILLING = frozenset(
    "has have had been is are was were killed died found reached risen rose stood at , to the about over".split()
)
_FILLED = 3
"""Words that may stand between "so far" and the number: "has so far killed 12"."""
_AS_OF = re.compile(r"(?<![^\W_])as (?:of|at) ((?:[^\W_][\w'’.:]*[ \u00a0]?){1,4})", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:(?:early|late|mid)[ -]?|(?:this|last|yesterday|today|now|noon|midnight|the end of"
    r"|[0-9]{1,2}[:.]?[0-9]{0,2} ?[ap]\.?m\.?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[0-9]{1,4}|morning|afternoon|evening|night|week|month|year"
    r"|local time|on|GMT|of)(?![^\W_])\.?[ \u00a0]?)+",
    re.IGNORECASE,
)


def tally(around: Surroundings, before: Sequence[Token], end: int, stop: int) -> Tally | None:
    """Return what a count is of; `end` is where its number ends, `stop` where the next one begins."""
    words = " " + " ".join(token.low for token in before)
    if words.endswith(_NEW_BEFORE) or _NEW_BEHIND.match(around.text, end):
        return Tally.NEW
    if words.endswith(_TOTAL_BEFORE):
        return Tally.CUMULATIVE
    filled = list(before)
    for _ in range(_FILLED):
        if not filled or filled[-1].low not in _FILLING:
            break
        filled.pop()
        if (" " + " ".join(token.low for token in filled)).endswith(_TOTAL_BEFORE):
            return Tally.CUMULATIVE
    found = _TOTAL_BEHIND.search(around.text, end, min(stop, around.limit(end - 1)))
    return Tally.CUMULATIVE if found is not None else None


def as_of(text: str) -> list[tuple[int, int]]:
    """Return where times stand behind "as of", in order."""
    found = []
    for match in _AS_OF.finditer(text):
        when = _WHEN.match(text, match.start(1))
        if when is not None:
            found.append((when.start(), when.start() + len(when[0].rstrip())))
    return found
