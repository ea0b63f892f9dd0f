"""The evidence stage: what a speaker is said to rest on, where the words say so.

Three things tell it: the source itself, where it is no somebody ("satellite images show"); words of citing around the
content ("he said, citing court filings"); and the main clause of the content, where it tells how the speaker knows
("she said tests had shown", "he said he had seen", "one said a foreman had told him").
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.clauses import clauses
from reportedly.reading.grounds import Grounds
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.stage import Proposal
from reportedly.values import EvidenceKind, Finding, MadeBy, Passage, Stance

if TYPE_CHECKING:
    from reportedly.reading.grounds import Ground
    from reportedly.values import Reading, Statement

_NO_ACCOUNT = frozenset({Stance.ASKS, Stance.PROMISES, Stance.THREATENS})
"""Who asks or promises says nothing that would rest on anything."""


class Evidence:
    """Find what the speaker of each statement is said to rest on."""

    name = "evidence"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "speakers", "stances"})
    gives = frozenset({"evidence"})

    def __init__(self) -> None:
        """Open the lexicons."""
        self._things = Lexicon("evidence_sources")
        self._phrases = Lexicon("evidence")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their evidence."""
        text = reading.report.text
        grounds = Grounds(
            reading, clauses(text, reading.words), self._things.matches(text), self._phrases.matches(text)
        )
        return Proposal(
            statements=tuple(
                dataclasses.replace(statement, evidence=self._of(statement, grounds))
                for statement in reading.statements
            )
        )

    def _of(self, statement: Statement, grounds: Grounds) -> tuple[Finding[EvidenceKind], ...]:
        """Return each kind of evidence once, with the first words that tell it."""
        stance = statement.stance.value if statement.stance is not None else None
        if not statement.source or (stance is not None and stance.unanswered):
            return ()
        found: dict[EvidenceKind, Ground] = {}
        for ground in grounds.of(statement, accounts=stance not in _NO_ACCOUNT):
            found.setdefault(ground.kind, ground)
        text = statement.content.within
        return tuple(
            Finding(
                kind,
                Passage.of(text, [(ground.start, ground.end)]),
                MadeBy(self.name, self.version, reason=f"{text[ground.start : ground.end]!r} {ground.where}"),
            )
            for kind, ground in found.items()
        )
