"""What a number counts: the noun behind it with its modifiers, by parts of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from reportedly.reading.numbers.surroundings import Surroundings

_TABLE = table("counted")
_SKIPPED = frozenset(_TABLE["skipped"])
_PEOPLE = frozenset(_TABLE["people"])
_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
_LONGEST = 8
"""Words of a phrase at most."""
_HYPHENS = frozenset("-\u2010\u2011")
_POINTING = frozenset("them whom which those these us you it".split())
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ARTICLES = frozenset({"DET", "PRON"})


def counted(around: Surroundings, end: int, *, direct: bool = True) -> tuple[int, int] | None:
    """Return where the words for what is counted stand, behind a number that ends at `end`.

    They follow directly or over "of"; for a measure (not `direct`) only over "of".
    """
    text, words = around.text, around.words
    limit = around.limit(end - 1)
    place = words.before(end)
    if direct:
        while place < len(words) and words[place].end <= limit and _low(around, place) in _SKIPPED:
            place += 1
        if place < len(words) and text[words[place].start] in _HYPHENS and words[place].start == end:
            place += 1
    if place < len(words) and _low(around, place) == "of":
        place += 1
        while place < len(words) and words[place].pos in _ARTICLES and _low(around, place) not in _POINTING:
            place += 1
    elif not direct:
        return None
    return _phrase(around, place, limit)


def _phrase(around: Surroundings, first: int, limit: int) -> tuple[int, int] | None:
    """Return where the noun phrase without an article stands that begins with a word."""
    words = around.words
    place = first
    last = -1
    while place < len(words) and place - first < _LONGEST and words[place].end <= limit:
        word = words[place]
        if word.pos in _MODIFIERS:
            if word.pos == "PROPN" and last == place - 1 >= first and words[last].pos == "NOUN":
                break  # "12 people Monday"
            if word.pos in _NOUNS:
                last = place
        elif _low(around, place) in _POSSESSIVE and last == place - 1:
            place += 1
            continue
        elif not (_hyphen(around, place) or (last != place - 1 and _describes(around, place))):
            break
        if place > first and not _near(around, place):
            break
        place += 1
    if last < first:
        return _nominal(around, first, limit)
    return words[first].start, words[last].end


def _nominal(around: Surroundings, place: int, limit: int) -> tuple[int, int] | None:
    """Return an adjective that stands for people: "12 dead"."""
    if place >= len(around.words) or around.words[place].end > limit or _low(around, place) not in _PEOPLE:
        return None
    return around.words[place].start, around.words[place].end


def _near(around: Surroundings, place: int) -> bool:
    """Say whether nothing but a blank stands before a word."""
    return around.words[place].start - around.words[place - 1].end <= 1


def _hyphen(around: Surroundings, place: int) -> bool:
    """Say whether a word is a hyphen within another: "first-team players"."""
    words = around.words
    return (
        around.text[words[place].start] in _HYPHENS
        and 0 < place < len(words) - 1
        and words[place - 1].end == words[place].start
        and words[place].end == words[place + 1].start
    )


def _describes(around: Surroundings, place: int) -> bool:
    """Say whether a participle, or a word of a hyphened one, describes the noun behind it: "wounded soldiers"."""
    words = around.words
    if place + 1 >= len(words):
        return False
    low = _low(around, place)
    follows = words[place + 1].pos in _MODIFIERS
    return (words[place].pos in {"VERB", "ADV"} and low.endswith(("ed", "ing", "en", "ly")) and follows) or (
        words[place].pos in {"ADV", "VERB", "ADP"} and _hyphen(around, place + 1)
    )


def _low(around: Surroundings, place: int) -> str:
    """Return a word in small letters."""
    word = around.words[place]
    return around.text[word.start : word.end].lower()
