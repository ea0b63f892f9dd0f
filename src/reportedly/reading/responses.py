"""The responses stage: non-answers that the model missed, which are statements even where nothing is attributed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.phrases import Phrases
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import in_order, state
from reportedly.reading.taken import Taken
from reportedly.values import MadeBy, Passage, Span

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading, Statement

CONFIDENCE = 0.9
"""Such phrases are hardly ever anything else: of forty in news that was read by eye, all but two were non-answers."""
_TO_WHOM = re.compile(r"\b(?:to|for|with|by)\s+\Z")
_STOPS = (",", ";", "but", "and", "—", "–", "after", "when", "while", "because", "despite", "(")
_LEAVING = frozenset({"which", "that", "who", "it", "this", "there"})
"""Subjects of which a phrase tells something else than that somebody was asked."""


class Responses:
    """Find the non-answers of a report that are no statements yet."""

    name = "responses"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences"})
    gives = frozenset({"responses"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("responses")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with those that were missed."""
        matches = list(self._lexicon.matches(reading.report.text))
        if not matches:
            return Proposal()
        phrases = Phrases(reading.report.text, reading.words, reading.sentences)
        taken = Taken(reading.statements)
        found = [
            made
            for match in matches
            if not (taken.cue(match.start, match.end) or taken.content(match.start, match.end))
            and (made := self._made(reading, phrases, match)) is not None
        ]
        return Proposal(statements=in_order([*reading.statements, *found]))

    def _made(self, reading: Reading, phrases: Phrases, match: Match) -> Statement | None:
        """Write down the non-answer that an entry tells of; None where nobody is told to have been asked."""
        text = reading.report.text
        source = phrases.subject(match.start)
        if source is not None and "passive" in match.entry.flags:
            source = _addressee(text, source) or source
        if source is None or text[source.start : source.end].lower() in _LEAVING:
            return None
        content = phrases.rest(match.end) if "topic" in match.entry.flags else None
        return state(
            reading.report,
            Passage(text, (source,)),
            Passage(text, (Span(match.start, match.end),)),
            Passage(text, () if content is None else (phrases.until(content, _STOPS),)),
            parent=None,
            confidence=CONFIDENCE,
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
        )


def _addressee(text: str, source: Span) -> Span | None:
    """Return to whom the message went that a passive has for its subject: "Calls to the harbour office"."""
    for place in range(source.start, source.end):
        if _TO_WHOM.search(text, source.start, place):
            return Span(place, source.end)
    return None
