"""The times stage: when things happen, how long and how often, told from the publication or the text's own dates.

A time is never more precise than its wording, and what cannot be placed is left unplaced: without a date of publication
"on Tuesday" is some Tuesday ("XXXX-WXX-2").
"""

from __future__ import annotations

import bisect
import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.circumstances import of_statement
from reportedly.reading.stage import Proposal
from reportedly.reading.timex.governing import Governing
from reportedly.reading.timex.tagging import tagged
from reportedly.values import MadeBy, Passage, TimeRole, TimeType, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.timex.tagging import Tagged
    from reportedly.values import Reading, Span, Statement, Word

_NOUNS = frozenset({"NOUN", "PROPN"})
_BESIDE = 4
"""So many words at most stand between a cue or its source and when it was said: "told two reporters on Monday"."""
_SAID = frozenset({TimeType.DATE, TimeType.TIME})
_WHENEVER = frozenset({TimeRole.SINCE, TimeRole.UNTIL, TimeRole.BEFORE, TimeRole.AFTER, TimeRole.AS_OF})
"""A time in such a role bounds what is told, and is not when somebody says so."""


class Times:
    """Find the temporal expressions of a report, what happens then, and when each statement was made."""

    name = "times"
    version = "1"
    needs = frozenset({"text", "words", "sentences", "statements"})
    gives = frozenset({"times"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the times of a reading, and its statements with theirs."""
        text = reading.report.text
        governing = Governing(text, reading.words, reading.sentences)
        contents = _Contents(reading.statements)
        found: list[When] = []
        verbs: list[int | None] = []
        for each in tagged(reading.report, governing):
            around = contents.around(each.start, each.end)
            event, verb = _event(each, around, governing, reading)
            verbs.append(verb)
            found.append(self._when(text, each, event))
        places = [one.words.spans[0].start for one in found]
        return Proposal(
            times=tuple(found),
            statements=tuple(
                dataclasses.replace(
                    statement,
                    times=of_statement(statement, found),
                    said_at=_said_at(statement, found, verbs, places, reading),
                )
                for statement in reading.statements
            ),
        )

    def _when(self, text: str, each: Tagged, event: Word | None) -> When:
        """Write one time down."""
        return When(
            words=Passage.of(text, [(each.start, each.end)]),
            type=each.meaning.type,
            timex=each.meaning.timex,
            edtf=each.edtf,
            role=each.role,
            event=Passage.of(text, [(event.start, event.end)] if event is not None else []),
            made_by=MadeBy(self.name, self.version, reason=each.meaning.reason),
        )


class _Contents:
    """The pieces of all contents, asked for the narrowest around a place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Take the statements of a reading."""
        pieces = [(span, one) for one in statements for span in one.content.spans]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0].start, -piece[0].end))
        self._starts = [span.start for span, _ in self._pieces]
        # An outer content may reach over many that begin later: the end of the farthest so far says when to stop.
        self._reach: list[int] = []
        for span, _ in self._pieces:
            self._reach.append(max(span.end, self._reach[-1] if self._reach else 0))

    def around(self, start: int, end: int) -> tuple[Span, Statement] | None:
        """Return the narrowest piece of a content around [start, end), with its statement."""
        place = bisect.bisect_right(self._starts, start) - 1
        while place >= 0 and self._reach[place] >= end:
            if self._pieces[place][0].end >= end:
                return self._pieces[place]
            place -= 1
        return None


def _event(
    each: Tagged, around: tuple[Span, Statement] | None, governing: Governing, reading: Reading
) -> tuple[Word | None, int | None]:
    """Return the word of what happens at a time, and the index of the verb that governs it; None where not clear.

    A noun behind the time is it where it is a predicate of the content: "Tuesday's explosion".
    """
    if each.role is TimeRole.AGE:
        return None, None
    words = reading.words
    within = (around[0].start, around[0].end) if around is not None else None
    verb = governing.verb(each.start, each.end, within)
    if around is not None:
        predicates = {span.start for one in around[1].factuality for span in one.words.spans}
        for word in words[words.before(each.end) : words.before(each.end) + 2]:
            if word.pos in _NOUNS and word.start in predicates:
                return word, verb
    if verb is None or each.role is None:
        return None, verb
    place = governing.event(each.start, each.end, within)
    return (None if place is None else words[place]), verb


def _said_at(
    statement: Statement, found: Sequence[When], verbs: Sequence[int | None], places: Sequence[int], reading: Reading
) -> When | None:
    """Return the time that belongs to the saying: in the cue's sentence, outside the content, beside cue or source."""
    extent = statement.cue.extent
    if extent is None:
        return None
    number = reading.sentences.before(extent.start + 1) - 1
    if number < 0:
        return None
    sentence = reading.sentences[number]
    best: tuple[int, When] | None = None
    for place in range(bisect.bisect_left(places, sentence.start), bisect.bisect_left(places, sentence.end)):
        when, verb = found[place], verbs[place]
        if when.type not in _SAID or when.role in _WHENEVER or _touches(when, statement.content.spans):
            continue
        governs = verb is not None and _holds(statement.cue.spans, reading.words[verb])
        distance = _distance(when, statement, reading)
        if (governs or (distance <= _BESIDE and not _is_verbal(statement, reading))) and (
            best is None or distance < best[0]
        ):
            best = distance, when
    return None if best is None else best[1]


def _touches(when: When, spans: Sequence[Span]) -> bool:
    """Say whether a time stands in some pieces."""
    return any(span.overlaps(piece) for span in when.words.spans for piece in spans)


def _holds(spans: Sequence[Span], word: Word) -> bool:
    """Say whether a word stands in some pieces."""
    return any(span.start <= word.start < span.end for span in spans)


def _is_verbal(statement: Statement, reading: Reading) -> bool:
    """Say whether a verb stands in a statement's cue."""
    return any(
        word.pos == "VERB" for span in statement.cue.spans for word in reading.words.within(span.start, span.end)
    )


def _distance(when: When, statement: Statement, reading: Reading) -> int:
    """Return how many words stand between a time and the nearer of cue and source."""
    words = reading.words
    start, end = words.before(when.words.spans[0].start), words.before(when.words.spans[-1].end)
    return min(
        max(words.before(span.start) - end, start - words.before(span.end), 0)
        for part in (statement.cue, statement.source)
        for span in part.spans
    )
