"""The nested stage: statements within another's content that the model missed ("said a foreman had told him so")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.phrases import Phrases
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import in_order, state
from reportedly.reading.taken import Taken
from reportedly.values import MadeBy, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Statement

CONFIDENCE = 0.75
"""Of sixty that were read by eye in news, fifteen were not what a careful reader would write down."""
_OWN = frozenset(
    {
        "i",
        "we",
        "you",
        "who",
        "which",
        "that",
        "it",
        "what",
        "there",
        "people",
        "anyone",
        "everyone",
        "one",
        "nobody",
        "none",
        "nothing",
    }
)
"""Subjects of which no statement of somebody else is told."""
_PRONOUNS = frozenset({"he", "she", "they"})
_UNREAL = frozenset(
    {"would", "could", "might", "may", "should", "must", "will", "can", "if", "not", "n't", "n’t", "to", "never"}
)
"""Before a verb, these tell that nothing was said."""
_OBJECTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "when", "where", "who", "what"})
_STOPS = (";", "—", "–")
_SOON = 9
"""Words behind a verb among which the verb of a clause that it opens must be."""
_NEAR = 3
"""Words before a verb that may be its auxiliaries."""


class Nested:
    """Find the statements within the contents of others that are no statements yet."""

    name = "nested"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences"})
    gives = frozenset({"nested"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("nested")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with those that were missed inside them."""
        text = reading.report.text
        phrases = Phrases(text, reading.words, reading.sentences)
        matches = self._lexicon.matches(text)
        taken = Taken(reading.statements)
        found = [
            made
            for statement, piece, match in _inside(reading.statements, matches)
            if not taken.cue(match.start, match.end)
            and (made := self._made(reading, phrases, statement, piece, match)) is not None
        ]
        return Proposal(statements=in_order([*reading.statements, *found]))

    def _made(
        self, reading: Reading, phrases: Phrases, parent: Statement, piece: Span, match: Match
    ) -> Statement | None:
        """Write down what somebody in a content is told to have said; None where that is not what is told."""
        text = reading.report.text
        if not _told(phrases, match):
            return None
        source = phrases.subject(match.start)
        if source is None or source.start < piece.start:
            return None
        low = text[source.start : source.end].lower()
        if low in _OWN or ("attitude" in match.entry.flags and low in _PRONOUNS):
            return None
        content = _complement(phrases, match, piece)
        if content is None:
            return None
        passive = match.entry.label == "passive"
        return state(
            reading.report,
            Passage(text, () if passive else (source,)),
            Passage(text, (Span(match.start, match.end),)),
            Passage(text, (content,)),
            parent=parent.id,
            confidence=CONFIDENCE,
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r} within a content"),
        )


def _inside(statements: tuple[Statement, ...], matches: Matches) -> Iterator[tuple[Statement, Span, Match]]:
    """Yield the entries within the contents of statements, each with the innermost statement that holds it."""
    seen: set[int] = set()
    for statement in sorted(statements, key=_size):
        for piece in statement.content.spans:
            for match in matches.within(piece.start, piece.end):
                if match.start not in seen:
                    seen.add(match.start)
                    yield statement, piece, match


def _size(statement: Statement) -> int:
    """Return how long a statement's content is."""
    return sum(len(span) for span in statement.content.spans)


def _told(phrases: Phrases, match: Match) -> bool:
    """Say whether an entry is a verb of a plain clause: it happened, and nobody is only asked to."""
    place = phrases.words.before(match.start)
    if not any(word.pos in {"VERB", "AUX"} for word in phrases.words.within(match.start, match.end)):
        return False
    return not any(phrases.low(before) in _UNREAL for before in range(max(0, place - _NEAR), place))


def _complement(phrases: Phrases, match: Match, piece: Span) -> Span | None:
    """Return what is said, behind the verb and whoever it was said to; None where no clause stands there."""
    words = phrases.words
    place, last = words.before(match.end), words.before(piece.end)
    label = match.entry.label
    if label == "hearer":
        begun = place
        while place < last and words[place].pos in _OBJECTS and phrases.low(place) not in _OPENERS:
            place += 1
            if (
                words[place - 1].pos in {"PRON", "PROPN", "NOUN"}
                and place < last
                and words[place].pos in {"DET", "PRON"}
            ):
                break
        if place == begun:
            return None
    if place >= last:
        return None
    low = phrases.low(place)
    if "that" in match.entry.flags and low != "that":
        return None
    if label in {"passive", "hearer"} and not (low in _OPENERS or low == "to" or _clause(phrases, place, last)):
        return None
    if label == "clause" and low not in _OPENERS and not _clause(phrases, place, last):
        return None
    span = phrases.rest(words[place].start, piece.end)
    return phrases.until(span, _STOPS) if span is not None else None


def _clause(phrases: Phrases, place: int, last: int) -> bool:
    """Say whether what begins at a word is a clause: a noun phrase, and soon a verb."""
    words = phrases.words
    if words[place].pos not in {"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    return any(words[after].pos in {"AUX", "VERB"} for after in range(place + 1, min(last, place + _SOON)))
