"""Non-answers that the model found, with the words that say that nobody answered wholly in the cue."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.complements import complement
from reportedly.reading.edges import trim
from reportedly.reading.statements import state
from reportedly.values import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportedly.reading.lexicon import Match
    from reportedly.reading.owners import Owners
    from reportedly.reading.silences import Silences
    from reportedly.values import Reading, Statement

_NO_SOURCE = frozenset({"", "this", "that"})
"""Sources of the model that name nobody who could have been asked."""
_TOPIC = frozenset({"topic", "question", "asked"})


class Mending:
    """The statements of one report while some of them are mended."""

    def __init__(self, reading: Reading, owners: Owners, silences: Silences) -> None:
        """Take a reading, whose its words are, and what reads its non-answers."""
        self._reading = reading
        self._owners = owners
        self._silences = silences
        self._above = {one.id: one.parent for one in reading.statements}
        self._made: dict[str, Statement | None] = {}

    def mend(self, known: Sequence[Statement], match: Match) -> None:
        """Mend the first of the statements at whose cue an entry stands, and leave out the doubles of it."""
        first, *others = known
        doubles = {one.id for one in others if one.source.spans == first.source.spans}
        if first.id in self._made:
            return
        made = self._whole(first, match)
        if made is not None:
            self._made[first.id] = made
            self._made.update(dict.fromkeys(doubles))

    def statements(self, added: Iterable[Statement] = ()) -> list[Statement]:
        """Return all statements, mended, and those added; what stands within a mended one is under it still."""
        out: list[Statement] = []
        for one in (*self._reading.statements, *added):
            made = self._made.get(one.id, one)
            if made is not None:
                out.append(dataclasses.replace(made, parent=self._parent(made)))
        return out

    def _parent(self, statement: Statement) -> str | None:
        """Return the id of a statement's parent now that some are mended: the next that still holds its content."""
        parent, extent = statement.parent, (statement.content or statement.cue).extent
        while parent is not None and parent in self._made:
            made = self._made[parent]
            around = made.content.extent if made is not None else None
            if made is not None and around is not None and extent is not None and around.contains(extent):
                return made.id
            parent = made.parent if made is not None else self._above[parent]
        return parent

    def _whole(self, statement: Statement, match: Match) -> Statement | None:
        """Return a statement with all of an entry in its cue, and with a source; None where nothing is to be mended."""
        text = self._reading.report.text
        silence = self._silences.of(match) if statement.source.text.lower() in _NO_SOURCE else None
        source = Passage(text, (silence.source,)) if silence is not None else statement.source
        parted = self._parted(statement, match)
        if parted is None and silence is None:
            return None
        cue, content = parted or (statement.cue, statement.content)
        if any(each.overlaps(span) for each in source.spans for span in (*cue.spans, *content.spans)):
            return None
        reason = f"{text[match.start : match.end]!r} is one cue"
        made_by = dataclasses.replace(statement.made_by, reason=reason)
        parent, confidence = statement.parent, statement.confidence
        return state(self._reading.report, source, cue, content, parent=parent, confidence=confidence, made_by=made_by)

    def _parted(self, statement: Statement, match: Match) -> tuple[Passage, Passage] | None:
        """Return the cue and the content of a statement whose content begins with words of an entry; else None."""
        text = self._reading.report.text
        cue, content = statement.cue.spans[-1], statement.content.spans
        flags = set(match.entry.flags)
        joined = bool(content) and cue.start <= match.start < cue.end < match.end and content[0].start < match.end
        if not joined or text[cue.end : content[0].start].strip() or flags & {"object", "negative"}:
            return None
        whole = Passage(text, (*statement.cue.spans[:-1], Span(cue.start, match.end)))
        return whole, Passage(text, self._behind(content, match.end) if flags & _TOPIC else ())

    def _behind(self, content: Sequence[Span], place: int) -> tuple[Span, ...]:
        """Return what of a content stands behind a place and belongs to the verb before it."""
        text = self._reading.report.text
        found = complement(self._reading, place)
        out: list[Span] = []
        for span in content:
            end = min(span.end, found.end) if found is not None and span.start <= found.start < span.end else span.end
            start, end = trim(text, max(span.start, place), end)
            if any(map(str.isalnum, text[start:end])):
                out.append(Span(start, end))
        return tuple(out)
