"""The nested stage: statements within another's content that the model missed ("said a foreman had told him so")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.hearsay import Hearsay
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

CONFIDENCE = 0.85
"""Of seventy that were read by eye in news, eight were not what a careful reader would write down."""


class Nested:
    """Find the statements within the contents of others that are no statements yet."""

    name = "nested"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions"})
    gives = frozenset({"nested"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("nested")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with those that were missed inside them."""
        text = reading.report.text
        phrases = Phrases(text, reading.words, reading.sentences)
        hearsay = Hearsay(phrases, reading.mentions)
        taken = Taken(reading.statements)
        found: list[Statement] = []
        for parent, piece, match in _inside(reading.statements, self._lexicon.matches(text)):
            told = None if taken.cue(match.start, match.end) else hearsay.told(match, piece)
            if told is None or any(taken.cue(span.start, span.end) for span in (told.cue, told.source) if span):
                continue
            found.append(
                state(
                    reading.report,
                    Passage(text, (told.source,) if told.source else ()),
                    Passage(text, (told.cue,)),
                    Passage(text, (told.content,)),
                    parent=parent.id,
                    confidence=CONFIDENCE,
                    made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r} in a content"),
                )
            )
        return Proposal(statements=in_order([*reading.statements, *found]))


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
    return sum(map(len, statement.content.spans))
