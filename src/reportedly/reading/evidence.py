"""The evidence stage: what a speaker is said to rest on, where the words say so."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.stage import Proposal
from reportedly.values import EvidenceKind, Finding, MadeBy, Passage, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Statement

_SILENT = 60
"""Code points of the main clause in which a content tells what its speaker rests on; later words are its topic."""
_SAW = frozenset("saw seen see watched watching witnessed heard found counted observed".split())


class Evidence:
    """Find what the speaker of each statement is said to rest on."""

    name = "evidence"
    version = "1"
    needs = frozenset({"text", "statements", "sentences", "speakers"})
    gives = frozenset({"evidence"})

    def __init__(self) -> None:
        """Open the lexicons."""
        self._sources = Lexicon("evidence_sources")
        self._lexicon = Lexicon("evidence")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their evidence."""
        text = reading.report.text
        sources, matches = self._sources.matches(text), self._lexicon.matches(text)
        return Proposal(
            statements=tuple(
                dataclasses.replace(statement, evidence=self._of(reading, statement, sources, matches))
                for statement in reading.statements
            )
        )

    def _of(
        self, reading: Reading, statement: Statement, sources: Matches, matches: Matches
    ) -> tuple[Finding[EvidenceKind], ...]:
        """Return each kind of evidence once, with the first words that tell it."""
        if statement.speaker is None or (statement.stance is not None and statement.stance.value.unanswered):
            return ()
        found: dict[str, Match] = {}
        for match in _telling(reading, statement, sources, matches):
            found.setdefault(match.entry.label, match)
        text = reading.report.text
        return tuple(
            Finding(
                EvidenceKind(label),
                Passage.of(text, [(match.start, match.end)]),
                MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
            )
            for label, match in found.items()
        )


def _telling(reading: Reading, statement: Statement, sources: Matches, matches: Matches) -> Iterator[Match]:
    """Yield the entries that stand where they count: in the source, around the content, or early in the content."""
    for span in statement.source.spans:
        yield from (match for match in sources.within(span.start, span.end) if _is_source(statement, match))
    for start, end in _around(reading, statement):
        yield from (match for match in matches.within(start, end) if "cue" in match.entry.flags)
    for span in statement.content.spans[:1]:
        for match in matches.within(span.start, min(span.end, span.start + _SILENT)):
            if "content" in match.entry.flags:
                yield match


def _is_source(statement: Statement, match: Match) -> bool:
    """Say whether a word in a source is what speaks: a document does, an office of records does not."""
    if "seen" in match.entry.flags:
        return bool(_SAW & set(statement.cue.text.lower().split()))
    return statement.speaker is not None and statement.speaker.kind.value is SpeakerKind.DOCUMENT


def _around(reading: Reading, statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the cue's sentence that are neither content nor source."""
    if not statement.cue or statement.parent is not None:
        return
    sentence = reading.sentences.at(statement.cue.spans[0].start)
    if sentence is None:
        return
    place = sentence.start
    for span in sorted([*statement.content.spans, *statement.source.spans]):
        if span.end > sentence.start and span.start < sentence.end:
            if place < span.start:
                yield place, span.start
            place = max(place, span.end)
    if place < sentence.end:
        yield place, sentence.end
