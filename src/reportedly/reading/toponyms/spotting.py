"""Spot what may be the name of a place: runs of words that the gazetteer has, or that the model takes for a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.gazetteer import Found, NameKind, key
from reportedly.reading.countries import Calling, called
from reportedly.reading.toponyms.wordlists import PLACE_WORDS
from reportedly.values import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.gazetteer import Gazetteer
    from reportedly.values import Reading, Word

LONGEST = 5
"""Words of a name that is looked up, at most."""
PLACES = frozenset({MentionKind.PLACE, MentionKind.STATE, MentionKind.NATIONALITY})


class Spotted(NamedTuple):
    """A possible name at [start, end) of the text, of the words [first, last); `found` is None for an unknown name."""

    start: int
    end: int
    first: int
    last: int
    found: Found | None


class Spotter:
    """Looks names up. What was looked up once is remembered, as the same few thousand names fill the news."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Look up in a gazetteer."""
        self._gazetteer = gazetteer
        self._known: dict[str, Found | None] = {}

    def find(self, name: str) -> Found | None:
        """Return the places of a name, by itself or without a last word that only says what it is."""
        if name in self._known:
            return self._known[name]
        found = self._gazetteer.find(name)
        if found is None:
            *words, what = name.split(" ")
            if words and what.rstrip(".").lower() in PLACE_WORDS["left_out"]:
                found = self._gazetteer.find(" ".join(words))
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[name] = found
        return found

    def spot(self, reading: Reading) -> list[Spotted]:
        """Return the possible names of a reading's report, in order; they may overlap."""
        found = {(one.first, one.last): one for one in self._unknown_names(reading)}
        found |= {(one.first, one.last): one for one in self._known_names(reading)}
        return [found[place] for place in sorted(found)]

    def _known_names(self, reading: Reading) -> Iterator[Spotted]:
        """Yield runs of words that the gazetteer has."""
        text, words = reading.report.text, tuple(reading.words)
        capital = [_capital(text, word) for word in words]
        count = len(words)
        for first in range(count):
            if not capital[first]:
                continue
            last = first
            ends = []
            while last < count and last - first < LONGEST and _goes_on(text, words, capital, first, last):
                last += 1
                if capital[last - 1]:
                    ends.append(last)
            for last in ends:
                start, end = words[first].start, words[last - 1].end
                name = text[start:end]
                found = self.find(name)
                if found is None and end < len(text) and text[end] == "." and last - first == 1:
                    found, end = self.find(name + "."), end + 1
                if found is not None and _plausible(name, found):
                    yield Spotted(start, end, first, last, _as_written(name, found))

    def _unknown_names(self, reading: Reading) -> Iterator[Spotted]:
        """Yield what the model takes for a place by name, whether the gazetteer has it or not."""
        for mention in reading.mentions:
            if mention.named and mention.kind in PLACES:
                first, last = reading.words.before(mention.start), reading.words.before(mention.end)
                if last > first and last - first <= LONGEST:
                    name = reading.report.text[mention.start : mention.end]
                    found = self.find(name)
                    written = _as_written(name, found) if found else None
                    yield Spotted(mention.start, mention.end, first, last, written)


_NO_PLACES = frozenset({Calling.SEAT, Calling.TELLS})
_NEVER_ALONE = PLACE_WORDS["institutions"] | PLACE_WORDS["bodies"] | PLACE_WORDS["parts"]
_REMEMBERED = 50_000
"""Names that are remembered; then all are forgotten, so that memory stays bounded."""


def _capital(text: str, word: Word) -> bool:
    """Say whether a word begins with a capital."""
    return text[word.start].isupper()


def _goes_on(text: str, words: Sequence[Word], capital: Sequence[bool], first: int, last: int) -> bool:
    """Say whether a name that begins at `first` can have the word `last`.

    It is joined to the word before by no more than a blank, and has a capital or stands between two that have.
    """
    if last == first:
        return True
    before, word = words[last - 1], words[last]
    gap = word.start - before.end
    if gap > 1 or (gap == 1 and text[before.end] == "\n"):
        return False
    shown = text[word.start : word.end]
    return capital[last] or shown in {"-", "'", "’"} or shown.lower() in PLACE_WORDS["between"]


def _as_written(name: str, found: Found) -> Found:
    """Return the places that a name means as it is written: "EU" is an abbreviation if it can be one, "Eu" is none."""
    short = found.kinds == NameKind.ABBREVIATION
    capitals = name.isupper() and len(name) <= _LONGEST_CODE
    kept = short if capitals else ~short
    if name.endswith(".") or not short.any() or not kept.any():
        return found
    return Found(found.places[kept], found.kinds[kept])


_LONGEST_CODE = 5
"""Letters and stops of a name in capitals that may be an abbreviation."""


def _plausible(name: str, found: Found) -> bool:
    """Say whether a name can be one as it is written: an abbreviation needs its capitals or its stop.

    What stands for a government in news is none, though a town may be called so: "Congress", "the White House".
    """
    if name.lower() in _NEVER_ALONE or any(one.calling in _NO_PLACES for one in called(name)):
        return False
    if not all(kind == NameKind.ABBREVIATION for kind in found.kinds.tolist()):
        return len(key(name)) > 1
    letters = [letter for letter in name if letter.isalpha()]
    return name.endswith(".") or (len(letters) > 1 and all(letter.isupper() for letter in letters))
