"""The main clauses of passages of a report, each looked for once for whoever asks."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

from reportedly.reading.inflection import Shape, shape
from reportedly.reading.main_clause import main_clause
from reportedly.reading.wording import Wording
from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reading.clause import Clause
    from reportedly.values import Along, Passage, Word

_STOPS = frozenset({".", "!", "?", "…", "..."})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did"})
_GROUNDS = frozenset({"for", "of", "with", "over"})
"""Prepositions behind which an act is a ground: "blamed him for leaving", "charged with stealing"."""
_LONGEST = 120
"""Words of a sentence that are looked at. No main verb stands later in prose that anybody printed."""


class Clauses:
    """The main clauses of passages of one report."""

    def __init__(self, text: str, words: Along[Word]) -> None:
        """Take a report's text and its words."""
        self._text = text
        self._words = words
        self._known: dict[tuple[Span, ...], Clause | None] = {}

    def of(self, passage: Passage) -> Clause | None:
        """Return the main clause of a passage's first sentence with a verb, or of its first; None without any words."""
        if passage.spans not in self._known:
            self._known[passage.spans] = self._find(passage.spans)
        return self._known[passage.spans]

    def head(self, passage: Passage) -> Span | None:
        """Return the noun that heads a passage without a main verb: the last before what describes it."""
        head: Word | None = None
        for word, _ in self._first(passage):
            if word.pos in _NOUNS:
                head = word
            elif head is not None and word.pos not in {"PART", "ADJ"}:
                break
        return None if head is None else Span(head.start, head.end)

    def past(self, passage: Passage) -> bool:
        """Say whether a passage without a main verb has a verb that tells of the past: "four cases that he won"."""
        clause = False
        for word, low in self._first(passage):
            clause = clause or word.pos in {"PRON", "SCONJ"}
            if word.pos in {"VERB", "AUX"}:
                tells = clause and word.pos == "VERB" and shape(low) is Shape.EITHER
                if tells or low in _PAST_AUXILIARIES or shape(low) is Shape.PAST:
                    return True
        return False

    def charged(self, passage: Passage) -> bool:
        """Say whether a passage names an act as the ground for something: "him for leaving"."""
        lows = [low for _, low in self._first(passage)]
        return any(
            low in _GROUNDS and (after == "not" or (shape(after) is Shape.GERUND and after != "being"))
            for low, after in itertools.pairwise(lows)
        )

    def _first(self, passage: Passage) -> Iterator[tuple[Word, str]]:
        """Yield the first words of a passage, each with its small letters."""
        words = itertools.chain.from_iterable(self._between(span) for span in passage.spans)
        for word in itertools.islice(words, _LONGEST):
            yield word, self._text[word.start : word.end].lower()

    def _between(self, span: Span) -> Sequence[Word]:
        """Return the words that begin in a span."""
        return self._words[self._words.before(span.start) : self._words.before(span.end)]

    def _find(self, spans: Sequence[Span]) -> Clause | None:
        """Look through a passage's sentences for one with a verb."""
        fragment: Clause | None = None
        for wording in self._sentences(spans):
            clause = main_clause(wording)
            if clause.verb:
                return clause
            fragment = fragment or clause
        return fragment

    def _sentences(self, spans: Sequence[Span]) -> Iterator[Wording]:
        """Yield the sentences of a passage, whose pieces are read as one; marks alone are none."""
        held: list[Word] = []
        for word in itertools.chain.from_iterable(self._between(span) for span in spans):
            held.append(word)
            if word.pos == "PUNCT" and self._text[word.start : word.end] in _STOPS:
                if any(each.pos != "PUNCT" for each in held):
                    yield Wording(self._text, held[:_LONGEST])
                held = []
        if any(each.pos != "PUNCT" for each in held):
            yield Wording(self._text, held[:_LONGEST])


@functools.lru_cache(maxsize=2)
def clauses(text: str, words: Along[Word]) -> Clauses:
    """Return what finds the main clauses of a report; stages that read one report share it."""
    return Clauses(text, words)
