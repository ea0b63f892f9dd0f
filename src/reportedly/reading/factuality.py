"""The factuality stage: how much of a fact each predicate of a content is made to be.

The values are on the scale of FactBank (Saurí and Pustejovsky 2009) as unified by Stanovsky et al. (ACL 2017): from -3
(certainly not so) to 3 (certainly so), as far as the words commit whoever says them.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.stage import Proposal
from reportedly.values import MadeBy, Passage, Predicate

if TYPE_CHECKING:
    from reportedly.engine import Engine, Marked
    from reportedly.values import Reading, Statement, Word

SCALE = "meantime"
"""The corpus whose scale is given: its targets are the events of news (NewsReader MEANTIME, LREC 2016)."""
LIKELY = 0.5
"""The least chance at which a word is taken for a predicate."""
HIGHEST = 3.0
DIGITS = 2


class Factuality:
    """Say of each predicate of each content how much of a fact it is made to be."""

    name = "factuality"
    version = "1"
    needs = frozenset({"text", "words", "statements"})
    gives = frozenset({"factuality"})

    def __init__(self, engine: Engine) -> None:
        """Take a loaded engine."""
        self._engine = engine
        self._column = engine.config.scales.index(SCALE)

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements with the predicates of their contents."""
        marked = self._engine.mark(reading.report.text)
        return Proposal(
            statements=tuple(
                dataclasses.replace(statement, factuality=self._predicates(reading, statement, marked))
                for statement in reading.statements
            )
        )

    def _predicates(self, reading: Reading, statement: Statement, marked: Marked) -> tuple[Predicate, ...]:
        """Return the predicates of a statement's content."""
        words = [word for span in statement.content.spans for word in reading.words.within(span.start, span.end)]
        if not words:
            return ()
        places = np.searchsorted(marked.pieces.starts, [word.start for word in words])
        chances = marked.understood.predicate[places].tolist()
        values = marked.understood.factuality[places, self._column].tolist()
        return tuple(
            self._predicate(reading.report.text, word, chance, value)
            for word, chance, value in zip(words, chances, values, strict=True)
            if chance >= LIKELY and word.pos != "PUNCT"
        )

    def _predicate(self, text: str, word: Word, chance: float, value: float) -> Predicate:
        """Write one predicate down."""
        return Predicate(
            words=Passage.of(text, [(word.start, word.end)]),
            value=round(max(-HIGHEST, min(HIGHEST, value)), DIGITS),
            made_by=MadeBy(self.name, self.version, self._engine.digest, round(chance, 4)),
        )
