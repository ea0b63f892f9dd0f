"""The words around a number, within its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Along, Sentence, Word

REACH = 72
"""Code points before or behind a number in which words that tell something of it are looked for."""
_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark at [start, end), in small letters."""

    start: int
    end: int
    low: str


class Surroundings:
    """Looks around in the text of one report. Without sentences, the reach alone limits the view."""

    def __init__(self, text: str, words: Along[Word], sentences: Along[Sentence]) -> None:
        """Take a report's text, its words and its sentences."""
        self.text = text
        self.words = words
        self.sentences = sentences
        self._extent = (0, -1)

    def extent(self, place: int) -> tuple[int, int]:
        """Return where the sentence at a place begins and ends; where it is in none, the reach on both sides."""
        start, end = self._extent
        if not start <= place < end:
            number = self.sentences.before(place + 1) - 1
            sentence = self.sentences[number] if number >= 0 else None
            if sentence is None or sentence.end <= place:
                return max(0, place - REACH), min(len(self.text), place + REACH)
            self._extent = start, end = sentence.start, sentence.end
        return start, end

    def before(self, place: int, known: int | None = None) -> Sequence[Token]:
        """Return the words before a place within the reach and the sentence; `known` lies in that sentence."""
        start = max(self.extent(place if known is None else known)[0], place - REACH)
        text = self.text
        # A word that the reach cuts is left out.
        while 0 < start < place and text[start - 1].isalnum() and text[start].isalnum():
            start += 1
        return [Token(found.start(), found.end(), found[0].lower()) for found in _TOKEN.finditer(text, start, place)]

    def limit(self, place: int) -> int:
        """Return how far one may look behind a place."""
        return min(self.extent(place)[1], place + REACH)

    def pos(self, place: int) -> str:
        """Return the part of speech of the word that holds a code point; empty where none does."""
        number = self.words.before(place + 1) - 1
        return self.words[number].pos if number >= 0 and self.words[number].end > place else ""
