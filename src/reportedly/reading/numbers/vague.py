"""Words for a number that they do not tell: "dozens", "tens of thousands", "several hundred", "a handful"."""

from __future__ import annotations

import re

import msgspec

from reportedly.reading.numbers.numeral import Form, Numeral
from reportedly.reading.numbers.tables import table


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a vague word is read: the ends of its interval, why, and what has to stand behind it."""

    words: str
    low: float
    of: str
    because: str
    high: float | None = None
    ours: bool = False


READINGS = msgspec.convert(table("vague_numbers")["reading"], tuple[Reading, ...])
_BY_WORD = {reading.words.split()[-1]: reading for reading in READINGS}
BEGIN = frozenset(_BY_WORD)
"""The words that tell a vague number, articles aside."""
_SCALES: dict[str, int] = table("numerals")["scales"]
_SCALE = re.compile(rf"[ \u00a0](?:of[ \u00a0])?({'|'.join(_SCALES)})s?(?![^\W_]|-)", re.IGNORECASE)
_BEHIND = {
    "any": re.compile(""),
    "noun": re.compile(r"[ \u00a0\n]+[^\W\d_]"),
    "of": re.compile(r"[ \u00a0\n]+(?:more[ \u00a0])?of(?![^\W_])", re.IGNORECASE),
    "scale": re.compile(r"[ \u00a0\n]+(?:more[ \u00a0])?of(?![^\W_])", re.IGNORECASE),
}
_ARTICLE = re.compile(r"(?<![^\W_])a[ \u00a0]$", re.IGNORECASE)
_MOST_SCALES = 2
"""Scales that may stand behind a vague word: "hundreds of thousands of millions" has too many."""


def vague(text: str, start: int, word: str) -> Numeral | None:
    """Return the vague number that a word (in small letters) tells; None where it tells none."""
    reading = _BY_WORD[word]
    end = start + len(word)
    if " " in reading.words:
        article = _ARTICLE.search(text, max(0, start - len("  a ")), start)
        if article is None:
            return None
        start = article.start()
    factor = 1.0
    for _ in range(_MOST_SCALES):
        found = _SCALE.match(text, end)
        if found is None:
            break
        factor, end = factor * _SCALES[found[1].lower()], found.end()
    if factor == 1.0 and not _BEHIND[reading.of].match(text, end):
        return None
    return Numeral(
        start,
        end,
        None,
        Form.VAGUE,
        factor,
        low=reading.low * factor,
        high=None if reading.high is None else reading.high * factor,
        because=f"a reading of ours, {reading.because}" if reading.ours else reading.because,
    )
