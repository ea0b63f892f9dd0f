"""The factuality stage: how much of a fact each predicate of a content is made to be.

The values are on the scale of FactBank (Saurí and Pustejovsky 2009) as unified by Stanovsky et al. (ACL 2017): from -3
(certainly not so) to 3 (certainly so), as far as the words commit whoever says them. The model says what is a
predicate, and what readers take it for; in news the words right before it tell more (docs/explanation/model.md).
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.stage import Proposal
from reportedly.values import MadeBy, Passage, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.engine import Engine, Marked
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Statement, Word

READERS = "uds_ih2"
"""The corpus whose scale the head's value is on: what readers took predicates for (UDS-IH2; Rudinger et al. 2018)."""
LIKELY = 0.5
"""The least chance at which a word is taken for a predicate."""
CERTAIN = 3.0
DIGITS = 2
BEFORE = 70
"""Code points before a predicate in which the words that weaken it must stand."""
_BETWEEN = frozenset(
    "be been being have has had is are was were do does did also still only even just ever yet always soon further "
    "a an the any it he she they we that".split()
)
"""Words that may stand between those and the predicate; adverbs in -ly may, too."""


class Factuality:
    """Say of each predicate of each content how much of a fact it is made to be."""

    name = "factuality"
    version = "1"
    needs = frozenset({"text", "words", "statements"})
    gives = frozenset({"factuality"})

    def __init__(self, engine: Engine) -> None:
        """Take a loaded engine, and open the lexicon."""
        self._engine = engine
        self._column = engine.config.scales.index(READERS)
        self._lexicon = Lexicon("factuality")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements with the predicates of their contents."""
        text = reading.report.text
        marked, matches = self._engine.mark(text), self._lexicon.matches(text)
        return Proposal(
            statements=tuple(
                dataclasses.replace(statement, factuality=self._predicates(reading, statement, marked, matches))
                for statement in reading.statements
            )
        )

    def _predicates(
        self, reading: Reading, statement: Statement, marked: Marked, matches: Matches
    ) -> tuple[Predicate, ...]:
        """Return the predicates of a statement's content."""
        words = [word for span in statement.content.spans for word in reading.words.within(span.start, span.end)]
        found = zip(words, self._told(words, marked), strict=True)
        text = reading.report.text
        return tuple(
            self._predicate(text, word, matches, chance, readers)
            for word, (chance, readers) in found
            if chance >= LIKELY and word.pos != "PUNCT"
        )

    def of(self, reading: Reading, word: Word) -> Predicate:
        """Return a word of a report as a predicate, whether it is likely one or not."""
        text = reading.report.text
        ((chance, readers),) = self._told([word], self._engine.mark(text))
        return self._predicate(text, word, self._lexicon.matches(text), chance, readers)

    def _told(self, words: Sequence[Word], marked: Marked) -> list[tuple[float, float]]:
        """Return for each word the chance that it is a predicate, and what readers take it for."""
        if not words:
            return []
        places = np.searchsorted(marked.pieces.starts, [word.start for word in words])
        chances = marked.understood.predicate[places].tolist()
        return list(zip(chances, marked.understood.factuality[places, self._column].tolist(), strict=True))

    def _predicate(self, text: str, word: Word, matches: Matches, chance: float, readers: float) -> Predicate:
        """Write one predicate down."""
        match = _weakening(text, word, matches)
        shown = (
            "nothing right before it weakens it" if match is None else f"{text[match.start : match.end]!r} before it"
        )
        return Predicate(
            words=Passage.of(text, [(word.start, word.end)]),
            value=CERTAIN if match is None else float(match.entry.label),
            readers=round(max(-CERTAIN, min(CERTAIN, readers)), DIGITS),
            made_by=MadeBy(self.name, self.version, self._engine.digest, round(chance, 4), shown),
        )


def _weakening(text: str, word: Word, matches: Matches) -> Match | None:
    """Return what stands right before a predicate and takes something away from it."""
    found = matches.within(max(0, word.start - BEFORE), word.start)
    for match in reversed(found):
        between = text[match.end : word.start].lower().split()
        if all(low in _BETWEEN or (low.endswith("ly") and low.isalpha()) for low in between):
            return match
    return None
