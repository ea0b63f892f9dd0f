"""Some words of a report by their number, with the tagger's mistakes that grammar shows put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.inflection import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Word

MODALS = {
    "will": "will", "wo": "will", "'ll": "will", "shall": "will", "sha": "will", "would": "would", "can": "can",
    "ca": "can", "cannot": "can", "could": "could", "may": "may", "might": "might", "must": "must", "should": "should",
    "ought": "should",
}  # fmt: skip
"""Modal verbs in all their forms; what "n't" leaves of them, too ("wo", "ca")."""
BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m"})
HAVE = frozenset({"have", "has", "had", "'ve", "having"})
NOT = frozenset({"not", "n't", "never", "hardly", "neither", "cannot"})
QUOTES = frozenset("\"'“”‘’")
_DO = frozenset({"do", "does", "did"})
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "…"})
_BETWEEN = frozenset({"ADV", "PART"})


class Wording:
    """Some words of a text, by their number; whatever is asked about a place that is none is empty."""

    __slots__ = ("_lows", "_parts", "_words", "asks")

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        """Take words in the order in which they are read."""
        self._words = words
        self._lows = [text[word.start : word.end].lower().replace("’", "'") for word in words]
        self._parts = [word.pos for word in words]
        self.asks = "?" in self._lows[-2:]
        for place, low in enumerate(self._lows):
            self._mend(place, low)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._words)

    def low(self, place: int) -> str:
        """Return a word in small letters."""
        return self._lows[place] if 0 <= place < len(self._lows) else ""

    def pos(self, place: int) -> str:
        """Return a word's part of speech."""
        return self._parts[place] if 0 <= place < len(self._parts) else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words [first, last) begin and end in the text."""
        return self._words[first].start, self._words[last - 1].end

    def breaks(self, place: int) -> bool:
        """Say whether a mark stands there that may part two clauses; a hyphen within words does not."""
        low = self.low(place)
        return low in _BREAKS or (low == "-" and self._words[place].start > self._words[place - 1].end)

    def _mend(self, place: int, low: str) -> None:
        """Put right what a tagger that looks at few words confuses: auxiliaries and verbs, verbs and what follows them.

        Whatever follows a form of "be" is a verb only as a participle; whatever follows a modal and could be one is.
        """
        part = self._parts[place]
        if low in BE:
            self._parts[place] = "AUX"
        elif part == "PROPN" and low == "let" and self.low(place + 1) in {"'s", "us"}:
            self._parts[place] = "VERB"
        elif part == "VERB" and low in HAVE | _DO:
            after = self._after(place)
            done = self.pos(after) in {"VERB", "AUX"} and (low in _DO) == (shape(self.low(after)) is Shape.PRESENT)
            if done or self.low(after) == "been":
                self._parts[place] = "AUX"
        elif part == "VERB" and shape(low) is Shape.PRESENT and self.low(self._before(place)) in BE:
            self._parts[place] = "ADJ"
        elif part == "NOUN" and self.low(self._before(place)) in MODALS and self.pos(self._before(place)) == "AUX":
            self._parts[place] = "VERB"

    def _after(self, place: int) -> int:
        """Return the next place that holds neither an adverb nor a particle."""
        place += 1
        while self.pos(place) in _BETWEEN:
            place += 1
        return place

    def _before(self, place: int) -> int:
        """Return the last place before that holds neither an adverb nor a particle."""
        place -= 1
        while self.pos(place) in _BETWEEN:
            place -= 1
        return place
