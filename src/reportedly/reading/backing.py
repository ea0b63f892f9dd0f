"""The backing stage: who or what else is said to agree with a statement ("confirmed by three other officials")."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.phrases import Phrases
from reportedly.reading.resolving import resolver
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import begins
from reportedly.reading.wordlists import word_list
from reportedly.values import Backing, MadeBy, Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading, Speaker, Statement

NEAR = 400
"""Code points before "the account was confirmed by" within which stands what it confirms: its paragraph or the last."""
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
_POINTING = frozenset({"it", "this"})
_THINGS = frozenset({SpeakerKind.DOCUMENT})


class Backings:
    """Find who or what is said to back each statement's content."""

    name = "backing"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions", "speakers"})
    gives = frozenset({"backing"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("backing")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with what backs them."""
        matches = list(self._lexicon.matches(reading.report.text))
        if not matches or not reading.statements:
            return Proposal()
        phrases = Phrases(reading.report.text, reading.words, reading.sentences)
        outer = [one for one in reading.statements if one.parent is None and one.source and one.content]
        found: collections.defaultdict[str, list[Backing]] = collections.defaultdict(list)
        for match in matches:
            whom = phrases.object(match.end)
            backed = None if whom is None else _backed(match, phrases, outer)
            if whom is not None and backed is not None and _tells(match, whom, phrases):
                found[backed.id].append(self._backing(reading, backed, match, whom))
        return Proposal(
            statements=tuple(
                dataclasses.replace(one, backing=tuple(found[one.id])) if one.id in found else one
                for one in reading.statements
            )
        )

    def _backing(self, reading: Reading, statement: Statement, match: Match, whom: Span) -> Backing:
        """Write one backing down."""
        text = reading.report.text
        return Backing(
            words=Passage(text, (Span(match.start, whom.end),)),
            cue=Passage(text, (Span(match.start, match.end),)),
            speaker=_somebody(resolver(reading).speaker(Passage(text, (whom,)), statement)),
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
        )


def _backed(match: Match, phrases: Phrases, outer: Sequence[Statement]) -> Statement | None:
    """Return the statement that an entry says is backed: the one beside it, or the one that a noun before points to."""
    sentence = phrases.sentence(match.start)
    if sentence is None:
        return None
    place = phrases.words.before(match.start)
    while place > sentence.first and phrases.words[place - 1].pos in _BETWEEN:
        place -= 1
    low = phrases.low(place - 1) if place > sentence.first else ""
    before = [one for one in outer if begins(one) < match.start and not _is_cue(one, match)]
    beside = [one for one in before if one.cue and sentence.start <= one.cue.spans[0].start < sentence.end]
    if low == "," and beside and match.entry.label == "by":
        return beside[-1]
    if low not in _POINTING and low not in word_list("pointing", "sayings"):
        return None
    last = (beside or before)[-1:]
    return next((one for one in last if match.start - _end(one) <= NEAR), None)


def _is_cue(statement: Statement, match: Match) -> bool:
    """Say whether an entry stands in a statement's own cue."""
    return any(span.start < match.end and match.start < span.end for span in statement.cue.spans)


def _end(statement: Statement) -> int:
    """Return where a statement ends."""
    return max(part.spans[-1].end for part in (statement.source, statement.cue, statement.content) if part)


def _tells(match: Match, whom: Span, phrases: Phrases) -> bool:
    """Say whether what something is consistent "with" tells something itself."""
    if match.entry.label == "by":
        return True
    words = phrases.words.within(whom.start, whom.end)
    head = phrases.text[words[-1].start : words[-1].end].lower() if words else ""
    return head in word_list("pointing", "sayings") | word_list("pointing", "things")


def _somebody(speaker: Speaker) -> Speaker | None:
    """Return a speaker, or None for a thing that nobody would call one: photographs, assessments."""
    return None if speaker.kind.value in _THINGS and not speaker.named else speaker
