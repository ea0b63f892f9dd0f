"""Things that may be evidence, where a noun phrase names them: a memo, satellite images, a poll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.wordlists import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Word

_NOMINAL = frozenset({"NOUN", "PROPN"})
_LEADING = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "PUNCT", "ADV", "SYM", "X"})
_VERBAL = frozenset({"AUX", "ADV", "PART"})


class Things:
    """Looks for things in one report."""

    def __init__(self, reading: Reading, matches: Matches) -> None:
        """Take a reading with words, and where the entries of the lexicon of things stand."""
        self._words = reading.words
        self._text = reading.report.text
        self._matches = matches

    def first(self, start: int, end: int, *, cited: bool = False) -> Match | None:
        """Return the entry that ends with the head of the noun phrase with which [start, end) begins.

        Entries that only count where they are cited are looked for where that is told.
        """
        words = self._words.within(start, end)
        place = self._head(words)
        if place is None or (not cited and place > 0 and self._text[words[place].start].isupper()):
            return None
        head = words[place]
        found = (match for match in self._matches.within(start, head.end) if match.end == head.end)
        return next((match for match in found if cited or "cited" not in match.entry.flags), None)

    def showing(self, start: int, end: int) -> Match | None:
        """Return the thing with which [start, end) begins, where the next verb says that it shows something."""
        words = self._words.within(start, end)
        place = self._head(words)
        if place is None:
            return None
        verb = next((word for word in words[place + 1 :] if word.pos not in _VERBAL), None)
        shows = verb is not None and self._low(verb) in word_list("showing", "verbs")
        return self.first(start, end) if shows else None

    def lows(self, start: int, end: int) -> list[str]:
        """Return the words that lie in [start, end), in small letters."""
        return [self._low(word) for word in self._words.within(start, end)]

    def _head(self, words: Sequence[Word]) -> int | None:
        """Return which word heads the noun phrase with which some words begin; of "copies of letters" "letters"."""
        head: int | None = None
        for place, word in enumerate(words):
            if word.pos in _NOMINAL:
                head = place
            elif head is None and word.pos == "VERB":
                continue
            elif word.pos not in _LEADING or (head is not None and word.pos in {"PUNCT", "DET"}):
                parts = word_list("showing", "parts")
                if head is None or self._low(words[head]) not in parts or self._low(word) != "of":
                    break
        return head

    def _low(self, word: Word) -> str:
        """Return a word in small letters."""
        return self._text[word.start : word.end].lower()
