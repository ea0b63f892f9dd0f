"""Noun phrases before a verb and what stands behind one, by parts of speech: for statements that the model missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Along, Sentence, Word

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM", "X"})
_WITHIN = frozenset({"ADJ", "DET", "PART"}) | _NOMINAL
_BETWEEN = frozenset("of for at from in on with near to and & -".split())
"""What may stand between the nouns of one phrase."""
_PARTS = frozenset({"ADJ", "PRON", "DET"})
"""What may stand before an "of" beside a noun: "the oldest of", "one of", "some of"."""
_ARTICLES = frozenset("the a an this that these those his her its their our my your".split())
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_SKIPPED = frozenset({"ADV", "AUX"})
_OBJECT = frozenset({"DET", "ADJ"}) | _NOMINAL
_JOINING = frozenset({"'s", "’s", "of", "&", "-"})
_SHORT = 9
"""Words of a phrase behind a verb at most."""
_LONGEST = 24
"""Words that a phrase may have, its appositions included."""
_APPOSED = 16
"""Words that an apposition may have."""


class Phrases:
    """Looks for phrases in the words of one report."""

    def __init__(self, text: str, words: Along[Word], sentences: Along[Sentence]) -> None:
        """Take a report's text, its words and its sentences."""
        self.text = text
        self.words = words
        self.sentences = sentences

    def low(self, place: int) -> str:
        """Return a word in small letters."""
        word = self.words[place]
        return self.text[word.start : word.end].lower()

    def sentence(self, offset: int) -> Sentence | None:
        """Return the sentence that holds a code point."""
        return self.sentences.at(offset)

    def subject(self, offset: int) -> Span | None:
        """Return the noun phrase that ends right before the verb group at `offset`; None where none does."""
        sentence = self.sentence(offset)
        if sentence is None:
            return None
        place = self.words.before(offset)
        while place > sentence.first and self.words[place - 1].pos in _SKIPPED:
            place -= 1
        first = self._begin(place, sentence.first)
        if first is None:
            return None
        last = place - 1
        if self.low(last) == ",":
            last -= 1
        return Span(self.words[first].start, self.words[last].end)

    def _begin(self, place: int, floor: int) -> int | None:
        """Return where the phrase begins that ends before the word at `place`, with an apposition between commas."""
        if place <= floor:
            return None
        if self.low(place - 1) == ",":
            opening = next((i for i in range(place - 2, max(floor, place - _APPOSED), -1) if self.low(i) == ","), None)
            return None if opening is None else self._core(opening, floor)
        return self._core(place, floor)

    def _core(self, place: int, floor: int) -> int | None:
        """Return where the words of one noun phrase begin that ends before `place`."""
        first = place
        floor = max(floor, place - _LONGEST)
        while first > floor:
            word, low = self.words[first - 1], self.low(first - 1)
            if word.pos == "PRON" and first == place:
                return first - 1
            if low in _ARTICLES and word.pos != "SCONJ":
                first -= 1
                if not self._linked(first, floor):
                    break
            elif word.pos in _WITHIN or low in _POSSESSIVE or self._describes(first - 1, place):
                first -= 1
            elif first < place and self._linked(first, floor):
                first -= 2
            else:
                break
        while first < place and (self.low(first) in _POSSESSIVE or self.words[first].pos == "PUNCT"):
            first += 1
        return first if any(self.words[i].pos in _NOMINAL for i in range(first, place)) else None

    def _linked(self, first: int, floor: int) -> bool:
        """Say whether what stands before a word joins it to a noun phrase before: "an envoy of | the ministry"."""
        if first <= floor + 1 or self.low(first - 1) not in _BETWEEN:
            return False
        return self._noun(first - 2) or (self.low(first - 1) == "of" and self.words[first - 2].pos in _PARTS)

    def _noun(self, place: int) -> bool:
        """Say whether a word is one that a noun phrase can end with."""
        return self.words[place].pos in _NOMINAL

    def _describes(self, place: int, end: int) -> bool:
        """Say whether a participle describes the noun behind it: "a retired officer"."""
        low = self.low(place)
        return (
            self.words[place].pos == "VERB"
            and low.endswith(("ed", "ing", "en"))
            and place + 1 < end
            and self._noun(place + 1)
            and place > 0
            and (self.low(place - 1) in _ARTICLES or self.words[place - 1].pos in {"ADJ", "NUM"})
        )

    def object(self, offset: int) -> Span | None:
        """Return the noun phrase that begins at `offset`, without an article; None where none does."""
        words = self.words
        first = place = words.before(offset)
        while place < len(words) and place - first < _SHORT:
            word, low = words[place], self.low(place)
            if word.pos not in _OBJECT and low not in _JOINING:
                break
            if word.pos == "DET" and place > first:
                break
            place += 1
        if first < place and self.low(first) in {"the", "a", "an"}:
            first += 1
        while place > first and words[place - 1].pos not in _NOMINAL:
            place -= 1
        return Span(words[first].start, words[place - 1].end) if first < place else None

    def rest(self, offset: int, limit: int | None = None) -> Span | None:
        """Return what stands between `offset` and the end of its sentence, or `limit`; None where that is nothing.

        It ends before a comma that sets the attribution off, before a quotation mark, and before the final marks.
        """
        sentence = self.sentence(offset)
        if sentence is None:
            return None
        first = self.words.before(offset)
        last = sentence.last if limit is None else min(sentence.last, self.words.before(limit))
        while first < last and self.words[first].pos == "PUNCT":
            first += 1
        while last > first and self.words[last - 1].pos == "PUNCT":
            last -= 1
        return Span(self.words[first].start, self.words[last - 1].end) if first < last else None

    def until(self, span: Span, stops: Sequence[str]) -> Span:
        """Cut a span before the first of some words (marks among them) that stands in it, but not at its beginning."""
        first, last = self.words.before(span.start), self.words.before(span.end)
        for place in range(first + 1, last):
            if self.low(place) in stops:
                end = self.words[place - 1].end
                return Span(span.start, end) if end > span.start else span
        return span
