"""The hedges stage: sentences that the report hedges in its own voice, which are statements with an empty source."""

from __future__ import annotations

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

CONFIDENCE = 0.8
"""Of thirty that were read by eye in news, five were part of a larger statement that the model had missed."""
_STOPS = (",", ";", "but", "—", "–")
_RELATIVES = frozenset({"who", "which", "that", "what", "whom"})


class Hedges:
    """Find the hedged sentences of a report that are no statements yet."""

    name = "hedges"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences"})
    gives = frozenset({"hedges"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("hedges")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with those that were missed."""
        text = reading.report.text
        matches = list(self._lexicon.matches(text))
        if not matches:
            return Proposal()
        phrases = Phrases(text, reading.words, reading.sentences)
        taken = Taken(reading.statements)
        found = [made for match in matches if (made := self._made(reading, phrases, taken, match)) is not None]
        return Proposal(statements=in_order([*reading.statements, *found]))

    def _made(self, reading: Reading, phrases: Phrases, taken: Taken, match: Match) -> Statement | None:
        """Write down what an entry hedges; None where it is part of another statement, or hedges nothing."""
        sentence = phrases.sentence(match.start)
        if sentence is None or taken.any(match.start, match.end):
            return None
        if "adverb" in match.entry.flags and taken.any(sentence.start, sentence.end):
            return None
        text = reading.report.text
        content = [span for span in _content(phrases, match) if not taken.cue(span.start, span.end)]
        if not content:
            return None
        cue = match.end - len(" to") if "passive" in match.entry.flags else match.end
        return state(
            reading.report,
            Passage(text),
            Passage(text, (Span(match.start, cue),)),
            Passage(text, tuple(content)),
            parent=None,
            confidence=CONFIDENCE,
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
        )


def _content(phrases: Phrases, match: Match) -> list[Span]:
    """Return what an entry hedges, in the order of the text."""
    flags = match.entry.flags
    behind = phrases.rest(match.end - len("to") if "passive" in flags else match.end)
    if "clause" in flags:
        return [behind] if behind else []
    if "adverb" in flags:
        sentence = phrases.sentence(match.start)
        before = phrases.rest(sentence.start, match.start) if sentence else None
        return [span for span in (before, behind) if span is not None]
    subject = phrases.subject(match.start)
    if subject is None or phrases.text[subject.start : subject.end].lower() in _RELATIVES:
        return []
    return [subject] if behind is None else [subject, phrases.until(behind, _STOPS)]
