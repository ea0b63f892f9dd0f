"""The stage of words: what the report's words and sentences are, each word with its part of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.sentences import sentences
from reportedly.reading.stage import Proposal
from reportedly.reading.tokens import words
from reportedly.values import Along

if TYPE_CHECKING:
    from reportedly.engine import Engine
    from reportedly.values import Reading


class Words:
    """Find the words and the sentences of a report."""

    name = "words"
    version = "1"
    needs = frozenset({"text"})
    gives = frozenset({"words", "sentences"})

    def __init__(self, engine: Engine) -> None:
        """Take a loaded engine."""
        self._engine = engine

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the words and sentences of a reading's report."""
        report = reading.report
        marked = self._engine.mark(report.text)
        names = self._engine.config.parts
        parts = [names[label] for label in marked.understood.parts.argmax(1).tolist()]
        found = Along(words(report.text, marked.pieces, parts))
        return Proposal(words=found, sentences=Along(sentences(report.text, found, report.paragraphs)))
