"""Noun phrases that refer without a name: where they begin and end, their determiner, number and owner.

"Two former officials of the ministry" has the head "officials", the count 2, the core "Two former officials" and the
complement "of the ministry". No parser is asked: parts of speech around the head tell it.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportedly.reading.nouns import Noun
    from reportedly.reading.script import Script

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 9
"""Words before a head that are looked at; of a complement twice as many."""
_BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "X"})
_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset(
    "a an another some any one several many few other each every no neither either more most".split()
)
OWN = frozenset("his her its their my our your whose".split())
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"both": 2, "neither": 2, "couple": 2, "pair": 2}
_ARTICLES = _DEFINITE | frozenset({"a", "an"})
_ADPOSITIONS = frozenset(
    "of for at from in with on to near inside within across behind under by around outside".split()
)
_COMPLEMENT = frozenset("of for at by from in with on to near inside within across behind under around outside".split())
_CLOSE = frozenset("familiar close privy aware responsible knowledgeable loyal involved sympathetic opposed".split())
"""Adjectives behind a noun that go on with a preposition: "people familiar with the matter"."""
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow week month year day morning night afternoon evening "
    "hour time statement interview email e-mail response tweet post condition court remarks".split()
)
"""What makes a prepositional phrase say when or how something was said, not who says it."""


class Determiner(enum.Enum):
    """How a noun phrase begins."""

    DEFINITE = enum.auto()
    INDEFINITE = enum.auto()
    OWNED = enum.auto()
    BARE = enum.auto()


class Nominal(NamedTuple):
    """The core [first, last) of a noun phrase, its head being its last word."""

    first: int
    last: int
    begin: int
    """Where it begins without article and number."""
    determiner: Determiner
    noun: Noun
    length: int
    """How many words the noun has."""
    many: int | None
    """How many they are said to be."""
    owner: tuple[int, int] | None
    """The words [first, last) of whom it belongs to, without the "'s"."""

    @property
    def head(self) -> int:
        """The last word."""
        return self.last - 1


def nominal(script: Script, noun: Noun, length: int, head: int) -> Nominal:
    """Return the noun phrase up to the head word `head`, whose last `length` words are the noun."""
    low, pos = script.low, script.pos
    first = head - length + 1
    owner: tuple[int, int] | None = None
    determiner = Determiner.BARE
    floor = max(0, head - _LONGEST, script.first[script.sentence[head]])
    begin = first
    many: int | None = None
    place = first - 1
    while place >= floor:
        word = low[place]
        if word in POSSESSIVE and place > floor and pos[place - 1] in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
            owner_first = _owner(script, place, floor)
            owner, first, determiner = (owner_first, place), owner_first, Determiner.OWNED
            break
        if word in OWN:
            owner, first, determiner = (place, place + 1), place, Determiner.OWNED
            break
        if word in _DEFINITE and pos[place] in {"DET", "PRON"}:
            first, determiner = place, Determiner.DEFINITE
            break
        if word in _INDEFINITE or pos[place] == "DET":
            many = _NUMBERS.get(word, many) if word in {"both", "neither"} else many
            first = place
            determiner = determiner if determiner is Determiner.DEFINITE else Determiner.INDEFINITE
            begin = place if word in {"other", "another", "no", "neither"} else begin
            place -= 1
            if word in _ARTICLES:
                break
            continue
        if word in _NUMBERS or (pos[place] == "NUM" and word.isdecimal() and low[place + 1] not in {"-", "–"}):
            many = _NUMBERS.get(word) or min(int(word), _MOST)
            first = place
            place -= 1
            continue
        if pos[place] in _BEFORE or _participle(script, place) or hyphen(script, place):
            first = begin = place
            place -= 1
            continue
        break
    if many is not None and determiner is Determiner.BARE:
        determiner = Determiner.INDEFINITE
    begin = min(begin, head - length + 1)
    return Nominal(first, head + 1, begin + (script.pos[begin] == "PUNCT"), determiner, noun, length, many, owner)


_MOST = 1_000_000_000
"""The highest count that is kept as it is; nobody counts more people."""


def _owner(script: Script, mark: int, floor: int) -> int:
    """Return where the owner begins that ends before a "'s"."""
    first = mark
    while first > floor:
        word = script.low[first - 1]
        joins = word in _ARTICLES | OWN | {"of", "and", "&"} or hyphen(script, first - 1)
        if script.pos[first - 1] not in _BEFORE and not joins:
            break
        if word in {"of", "and", "&"} and not (script.capital(first) and script.capital(first - 2)):
            break
        first -= 1
        if word in _ARTICLES | OWN:
            break
    return first


def hyphen(script: Script, word: int) -> bool:
    """Say whether a word is a hyphen within another: "three-judge"."""
    return 0 < word < len(script) and script.low[word] in {"-", "–"} and script.end[word - 1] == script.start[word]


def _participle(script: Script, word: int) -> bool:
    """Say whether a verb only describes the noun behind it: "a retired officer", "the governing party"."""
    low = script.low[word]
    if script.pos[word] not in {"VERB", "ADV"} or not low.endswith(("ed", "ing", "en", "ly")):
        return False
    if word == 0:
        return True
    before = script.low[word - 1]
    return before in _ARTICLES | OWN | POSSESSIVE | _INDEFINITE or before in _NUMBERS or script.begins(word)


def complement(script: Script, last: int, limit: int | None = None) -> int:
    """Return where a noun phrase ends whose core ends at `last`: behind "of the ministry", "close to the talks"."""
    sentence = script.sentence[last - 1]
    limit = min(len(script), last + 2 * _LONGEST) if limit is None else limit
    end = place = last
    while place < limit and script.sentence[place] == sentence:
        low = script.low[place]
        if low in _CLOSE and place + 1 < limit and script.low[place + 1] in _ADPOSITIONS:
            place += 1
        elif low not in _COMPLEMENT:
            break
        after = _object(script, place + 1, limit)
        if after == place + 1 or any(script.low[word] in _TIMES for word in range(place + 1, after)):
            break
        end = place = after
    return end


def _object(script: Script, place: int, limit: int) -> int:
    """Return where the noun phrase ends that begins at `place` behind a preposition."""
    low, pos = script.low, script.pos
    nouns = False
    while place < limit:
        if pos[place] in {"NOUN", "PROPN", "NUM", "SYM", "X"}:
            nouns = True
        elif (low[place] == "both" and not nouns) or (
            pos[place] in {"DET", "ADJ"} and not (nouns and low[place - 1] not in POSSESSIVE)
        ):
            pass
        elif pos[place] == "PRON" and (low[place] in OWN or not nouns) and low[place] not in {"who", "which", "that"}:
            nouns = low[place] not in OWN
        elif (low[place] in POSSESSIVE and nouns) or low[place] in {"-", "–", "&"}:
            nouns = False
        elif (
            low[place] == "and"
            and nouns
            and place + 1 < limit
            and script.capital(place + 1)
            and script.capital(place - 1)
        ) or (pos[place] == "VERB" and not nouns and low[place].endswith(("ing", "ed"))):
            pass
        else:
            break
        place += 1
    return place
