"""The backing stage: who or what else is said to back a content ("confirmed by three other officials")."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.phrases import Phrases
from reportedly.reading.resolving import resolver
from reportedly.reading.stage import Proposal
from reportedly.values import Backing, MadeBy, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Statement


class Backings:
    """Find who or what is said to back each statement's content."""

    name = "backing"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions", "speakers"})
    gives = frozenset({"backing"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("backing")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with what backs them."""
        matches = self._lexicon.matches(reading.report.text)
        if not list(matches):
            return Proposal()
        phrases = Phrases(reading.report.text, reading.words, reading.sentences)
        return Proposal(
            statements=tuple(
                dataclasses.replace(statement, backing=tuple(self._of(reading, statement, matches, phrases)))
                for statement in reading.statements
            )
        )

    def _of(self, reading: Reading, statement: Statement, matches: Matches, phrases: Phrases) -> Iterator[Backing]:
        """Yield what backs one statement, outside its cue and its source."""
        if statement.parent is not None or not statement.cue:
            return
        sentence = phrases.sentence(statement.cue.spans[0].start)
        if sentence is None:
            return
        taken = [*statement.cue.spans, *statement.source.spans]
        for match in matches.within(sentence.start, sentence.end):
            whom = phrases.object(match.end)
            if whom is not None and not any(span.start < match.end and match.start < span.end for span in taken):
                yield self._backing(reading, statement, match, whom)

    def _backing(self, reading: Reading, statement: Statement, match: Match, whom: Span) -> Backing:
        """Write down one backing."""
        text = reading.report.text
        return Backing(
            words=Passage(text, (Span(match.start, whom.end),)),
            cue=Passage(text, (Span(match.start, match.end),)),
            speaker=resolver(reading).speaker(Passage(text, (whom,)), statement),
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
        )
