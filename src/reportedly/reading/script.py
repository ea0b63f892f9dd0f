"""A report's words as the rules about its speakers look at them: in small letters, in sentences, quoted or not."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.values import Passage, Span

if TYPE_CHECKING:
    from reportedly.values import Along, Report, Sentence, Word

_OPENING = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"'}
_SHARE = 0.7
"""Share of the longer words of a sentence with a capital from which on it is a headline in capitals."""
_LONGER = 3
_FEWEST = 4
_FEWEST_STOPPED = 8
"""Longer words of such a headline at least, and of one that ends with a full stop as other sentences do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Script:
    """The words of a report. `start`, `end`, `low`, `pos`, `quoted` and `sentence` have one entry for each word."""

    text: str
    start: list[int]
    end: list[int]
    low: list[str]
    pos: list[str]
    quoted: list[bool]
    """Whether a word stands in quotation marks."""
    sentence: list[int]
    """The number of a word's sentence; sentences that are marks alone have the number of the one before."""
    first: list[int]
    """The first word of each sentence."""
    headed: frozenset[int]
    """The sentences whose words nearly all have a capital."""

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.low)

    def capital(self, word: int) -> bool:
        """Say whether a word begins with a capital."""
        return self.text[self.start[word]].isupper()

    def shown(self, first: int, last: int) -> str:
        """Return the words [first, last) as they stand in the report."""
        return self.text[self.start[first] : self.end[last - 1]] if first < last else ""

    def plain(self, first: int, last: int) -> str:
        """Return the words [first, last) with plain blanks and apostrophes, to be looked up."""
        return " ".join(self.shown(first, last).replace("’", "'").split())

    def passage(self, first: int, last: int) -> Passage:
        """Return the words [first, last) as a passage."""
        return (
            Passage(self.text, (Span(self.start[first], self.end[last - 1]),)) if first < last else Passage(self.text)
        )

    def begins(self, word: int) -> bool:
        """Say whether a word is the first of its sentence, behind marks."""
        first = self.first[self.sentence[word]]
        while first < word and self.pos[first] == "PUNCT":
            first += 1
        return first == word or (word > 0 and self.low[word - 1] in _QUOTES)


_QUOTES = frozenset('"“„«‘:')


def script(report: Report, words: Along[Word], sentences: Along[Sentence]) -> Script:
    """Prepare the words of a report."""
    text = report.text
    low = [text[word.start : word.end].lower() for word in words[:]]
    sentence: list[int] = []
    first = [each.first for each in sentences] or [0]
    headed: set[int] = set()
    for number, each in enumerate(sentences):
        after = first[number + 1] if number + 1 < len(first) else len(low)
        sentence += [number] * (after - len(sentence))
        longer = [
            text[word.start].isupper() for word in words[each.first : each.last] if word.end - word.start > _LONGER
        ]
        fewest = _FEWEST_STOPPED if text[each.end - 1] == "." else _FEWEST
        if len(longer) >= fewest and sum(longer) >= _SHARE * len(longer):
            headed.add(number)
    return Script(
        text,
        [word.start for word in words[:]],
        [word.end for word in words[:]],
        low,
        [word.pos for word in words[:]],
        _quoted(report, words, low),
        sentence or [0] * len(low),
        first,
        frozenset(headed),
    )


def _quoted(report: Report, words: Along[Word], low: list[str]) -> list[bool]:
    """Say of each word whether it stands in quotation marks; none stay open over a paragraph."""
    out = [False] * len(low)
    paragraphs = iter(report.paragraphs)
    paragraph = next(paragraphs, None)
    closing = ""
    for index, word in enumerate(words[:]):
        while paragraph is not None and word.start >= paragraph.end:
            paragraph, closing = next(paragraphs, None), ""
        mark = low[index]
        if closing:
            out[index] = True
            if mark == closing:
                closing = ""
        elif mark in _OPENING:
            closing = _OPENING[mark]
    return out
