"""The answers stage: what a denial, a confirmation or a non-answer answers, and whether it is narrower than that.

Only what the words show is linked: words in common, words that point back ("denied the report"), a question that was
put ("asked whether ..."), the name of who is silent in what was said of them. Else it is nothing, which is no guess.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.answering import Answering
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.likeness import shared, telling, words_of
from reportedly.reading.stage import Proposal
from reportedly.values import Answer, MadeBy, Stance

if TYPE_CHECKING:
    from reportedly.reading.answering import Answered
    from reportedly.reading.lexicon import Matches
    from reportedly.values import Reading, Statement

RESPONSES = frozenset(
    {
        Stance.CONFIRMS,
        Stance.DENIES,
        Stance.DISPUTES,
        Stance.CANNOT_CONFIRM,
        Stance.NOT_YET_CONFIRMED,
        Stance.DECLINES_COMMENT,
        Stance.NO_RESPONSE,
        Stance.DEFLECTS,
    }
)
"""Stances that answer others. Who corrects or retracts takes back words of their own."""
_TAKES = frozenset({Stance.DENIES, Stance.DISPUTES, Stance.CONFIRMS})
"""Of these it can be told whether they cover less than what they answer."""


class Answers:
    """Find what each response answers."""

    name = "answers"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions", "speakers", "stances"})
    gives = frozenset({"answers"})

    def __init__(self) -> None:
        """Open the lexicons: of words that narrow, and of words that ask."""
        self._narrowing = Lexicon("narrowing")
        self._asking = Lexicon("questions")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with what they answer."""
        if not any(_responds(statement) for statement in reading.statements):
            return Proposal()
        text = reading.report.text
        narrowing = self._narrowing.matches(text)
        answering = Answering(reading, self._asking.matches(text))
        out = list(reading.statements)
        for place, statement in enumerate(reading.statements):
            if _responds(statement) and (found := answering.of(place)) is not None:
                out[place] = dataclasses.replace(statement, answers=self._answer(statement, found, narrowing))
        return Proposal(statements=tuple(out))

    def _answer(self, statement: Statement, found: Answered, narrowing: Matches) -> Answer:
        """Write down what a response answers."""
        narrow = self._narrow(statement, found, narrowing)
        reason = found.reason if narrow is None else f"{found.reason}; {narrow!r} narrows it"
        made_by = MadeBy(self.name, self.version, reason=reason)
        return Answer(statement=found.statement, words=found.words, narrower=narrow is not None, made_by=made_by)

    def _narrow(self, statement: Statement, found: Answered, narrowing: Matches) -> str | None:
        """Return the words of a response by which it covers less than what it answers."""
        if statement.stance is None or statement.stance.value not in _TAKES:
            return None
        told = words_of(found.words)
        text = statement.content.within
        for span in statement.content.spans:
            for match in narrowing.within(span.start, span.end):
                words = text[match.start : match.end]
                if not shared(telling([words]), told):
                    return words
        return None


def _responds(statement: Statement) -> bool:
    """Say whether a statement answers something."""
    return statement.stance is not None and statement.stance.value in RESPONSES
