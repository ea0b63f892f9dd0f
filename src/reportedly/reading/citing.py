"""The citing stage: statements of one who only quotes or cites another are that other's.

The model takes "the Evening Post reported, citing two officials" and "the weekly quoted a supplier as saying" for the
newspapers' statements, and where it sees "citing" it may lose what was said. Both are put right here.
"""

from __future__ import annotations

import bisect
import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.edges import trim
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.outlets import is_outlet
from reportedly.reading.phrases import Phrases
from reportedly.reading.relays import Relays
from reportedly.reading.sayers import can_say
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import in_order, state
from reportedly.values import MadeBy, MentionKind, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading, Statement

CONFIDENCE = 0.85
"""What a rule finds that the model did not: of twenty-two that were read by eye in news, two were not whole."""
_SOMEBODY = ("someone", "somebody", "people", "those")
_QUOTES = {"”": "“", '"': '"', "»": "«"}
_ADJECTIVES = 24
"""Code points of what may stand before the noun of somebody cited: "a current and former official"."""
_FAR = 1500
"""Code points before a sentence in which a quotation that ends in it may begin, and in which statements are near."""
_MOST = 24
"""Statements near a place that are looked at."""


class _Repair(NamedTuple):
    """A statement to put down, and those in whose place it stands."""

    source: Span
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    instead: tuple[Statement, ...]
    reason: str
    around: str | None = None
    """The statement in whose content it stands, where it takes no other's place."""


class Citing:
    """Give the words of those who are quoted or cited to them."""

    name = "citing"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions"})
    gives = frozenset({"citing"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("citing")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with those of the quoted and the cited."""
        matches = self._lexicon.matches(reading.report.text)
        wanted = [match for match in matches if match.entry.label in {"citing", "quoted"}]
        if not wanted:
            return Proposal()
        phrases = Phrases(reading.report.text, reading.words, reading.sentences)
        search = _Search(reading, Relays(phrases, matches))
        statements = {statement.id: statement for statement in reading.statements}
        within: dict[str, list[str]] = {}
        for statement in reading.statements:
            if statement.parent is not None:
                within.setdefault(statement.parent, []).append(statement.id)
        for match in wanted:
            repair = search.quoted(match) if match.entry.label == "quoted" else search.citing(match)
            if repair is None or (repair.around is not None and repair.around not in statements):
                continue
            if all(one.id in statements for one in repair.instead):
                self._put(reading, statements, within, repair)
        return Proposal(statements=in_order(statements.values()))

    def _put(
        self, reading: Reading, statements: dict[str, Statement], within: dict[str, list[str]], repair: _Repair
    ) -> None:
        """Put a repaired statement in the place of others, with what stands in their contents under it."""
        text = reading.report.text
        gone = {one.id for one in repair.instead}
        made = state(
            reading.report,
            Passage(text, (repair.source,)),
            Passage(text, tuple(sorted(repair.cue))),
            Passage(text, repair.content),
            parent=None,
            confidence=max((one.confidence for one in repair.instead), default=CONFIDENCE),
            made_by=MadeBy(self.name, self.version, reason=repair.reason),
        )
        parent = statements[repair.instead[0].id].parent if repair.instead else repair.around
        while parent is not None and (parent in gone | {made.id} or not _holds(statements[parent], made)):
            parent = statements[parent].parent
        for identity in gone:
            del statements[identity]
        inside = [
            inner for outer in gone for inner in within.pop(outer, ()) if inner in statements and inner != made.id
        ]
        for identity in inside:
            above = made.id if _holds(made, statements[identity]) else parent
            statements[identity] = dataclasses.replace(statements[identity], parent=above)
            if above is not None:
                within.setdefault(above, []).append(identity)
        statements[made.id] = dataclasses.replace(made, parent=parent)
        if parent is not None:
            within.setdefault(parent, []).append(made.id)


class _Search:
    """Looks for what is to be put right in one report."""

    def __init__(self, reading: Reading, relays: Relays) -> None:
        """Take a reading."""
        self._reading = reading
        self._text = reading.report.text
        self._relays = relays
        self._phrases = relays.phrases
        self._statements = sorted((one for one in reading.statements if one.cue), key=_place)
        self._places = [_place(one) for one in self._statements]

    def _near(self, offset: int) -> list[Statement]:
        """Return the statements whose cues stand near a place in its sentence."""
        sentence = self._phrases.sentence(max(0, offset - 1))
        start, end = (sentence.start, sentence.end) if sentence else (offset, offset)
        first = bisect.bisect_left(self._places, max(start, offset - _FAR))
        return self._statements[first : bisect.bisect_left(self._places, min(end, offset + _FAR))][:_MOST]

    def quoted(self, match: Match) -> _Repair | None:
        """Return the statement of somebody who is quoted as saying something."""
        found = self._relays.quoted(match)
        sentence = self._phrases.sentence(match.start)
        if found is None or sentence is None:
            return None
        taken = Span(found.start, found.saying.end)
        instead = tuple(
            one
            for one in self._near(match.start)
            if any(cue.overlaps(found.verb) or cue.overlaps(found.saying) for cue in one.cue.spans)
        )
        content = self._trimmed(piece for one in instead[:1] for piece in _outside(one.content, taken))
        if not any(piece.start >= taken.end for piece in content):
            behind = self._phrases.rest(taken.end)
            behind = behind and Span(*trim(self._text, behind.start, behind.end)) if behind else None
            content = (behind,) if behind is not None else content or self._before(taken.start)
        around = None if instead else self._around(Span(found.start, found.saying.end))
        if around is not None:
            end = around.content.spans[-1].end
            content = self._trimmed(Span(piece.start, min(piece.end, end)) for piece in content if piece.start < end)
        if not content:
            return None
        cue, outer = _joined(self._text, found.verb, found.saying), around.id if around else None
        return _Repair(found.cited, cue, content, instead, "quoted as saying", outer)

    def citing(self, match: Match) -> _Repair | None:
        """Return the statement that goes together with "citing"."""
        sentence = self._phrases.sentence(match.start)
        if sentence is None:
            return None
        near = self._near(match.start)
        ours = tuple(one for one in near if any(cue.overlaps(Span(match.start, match.end)) for cue in one.cue.spans))
        cited = self._relays.cited(match)
        speaks = cited is not None and self._speaks(cited)
        said = self._said(match, [one for one in near if one not in ours], ours)
        if said is not None:
            relays = speaks and self._relayed(said, match) and not any(self._within(one, near) for one in ours)
            if (
                not relays
                or cited is None
                or any(piece.overlaps(cited) for piece in (*said.cue.spans, *said.content.spans))
            ):
                return None
            cue = (*said.cue.spans, Span(match.start, match.end))
            return _Repair(cited, cue, said.content.spans, (said, *ours), "an outlet that cites somebody")
        return self._lost(match, ours, cited if speaks else None)

    def _lost(self, match: Match, ours: tuple[Statement, ...], cited: Span | None) -> _Repair | None:
        """Return the statement that was lost before "citing": "The dam may fail, Ferro said, citing survivors"."""
        verb = self._relays.reporting(match)
        source = self._relays.subject(verb.start) if verb is not None else None
        if verb is None or source is None:
            return None
        botched = [one for one in ours if one.content.spans[-1].end <= source.start]
        content = tuple(piece for one in botched for piece in one.content.spans) or self._before(source.start)
        if not content:
            return None
        said = Span(self._relays.group(verb.start), verb.end)
        if cited is not None and is_outlet(self._phrases, self._reading.mentions, source):
            cue = (said, Span(match.start, match.end))
            return _Repair(cited, cue, content, ours, "an outlet that cites somebody")
        return _Repair(source, (said,), content, ours if cited is not None else tuple(botched), "said before 'citing'")

    def _said(self, match: Match, near: list[Statement], ours: tuple[Statement, ...]) -> Statement | None:
        """Return the statement whose speaker does the citing: the same one's, nearest before or else behind."""
        found = [
            one
            for one in near
            if any(self._relays.of("said", cue.start, cue.end) for cue in one.cue.spans)
            and not _around(one, match)
            and all(one.parent != other.id or _around(other, match) for other in near)
            and all(one.source.spans == other.source.spans for other in ours)
        ]
        before = [one for one in found if one.cue.spans[0].start < match.start]
        return before[-1] if before else next(iter(found), None)

    def _relayed(self, said: Statement, match: Match) -> bool:
        """Say whether a statement is an outlet's that stands close to "citing"."""
        return any(is_outlet(self._phrases, self._reading.mentions, span) for span in said.source.spans) and all(
            abs(span.start - match.start) <= _FAR for span in said.cue.spans
        )

    def _speaks(self, cited: Span) -> bool:
        """Say whether somebody or something is cited that can tell, and no mere reason."""
        mentions = self._reading.mentions
        core = self._phrases.object(cited.start)
        if core is not None:
            return can_say(self._phrases, mentions, core)
        near = (each for each in mentions.within(cited.start, cited.end) if each.start - cited.start <= _ADJECTIVES)
        somebody = self._text[cited.start : cited.end].lower().startswith(_SOMEBODY)
        return somebody or any(each.kind is MentionKind.PERSON and not each.named for each in near)

    def _within(self, one: Statement, near: Iterable[Statement]) -> bool:
        """Say whether another statement stands within the content of one."""
        return any(other.parent == one.id for other in near)

    def _around(self, taken: Span) -> Statement | None:
        """Return the statement with the shortest content that holds a span, among those of its sentence."""
        found = [one for one in self._near(taken.start) if any(piece.contains(taken) for piece in one.content.spans)]
        return min(found, key=lambda one: sum(map(len, one.content.spans)), default=None)

    def _before(self, end: int) -> tuple[Span, ...]:
        """Return what stands in a sentence before `end`, from where its quotation begins; nothing that is taken."""
        sentence = self._phrases.sentence(max(0, end - 1))
        if sentence is None or sentence.start >= end:
            return ()
        start = sentence.start
        shown = self._text[start:end].rstrip(" ,\n")
        opening = _QUOTES.get(shown[-1:])
        if opening is not None and opening not in shown[:-1]:
            begun = self._text.rfind(opening, max(0, start - _FAR), start)
            start = begun if begun >= 0 and "\n\n" not in self._text[begun:start] else start
        content = self._trimmed([Span(start, end)])
        taken = any(
            piece.overlaps(span)
            for one in self._near(end)
            for piece in (*one.source.spans, *one.cue.spans, *one.content.spans)
            for span in content
            if one.parent is None
        )
        return () if taken else content

    def _trimmed(self, pieces: Iterable[Span]) -> tuple[Span, ...]:
        """Return pieces of a content with clean edges."""
        clean = (trim(self._text, piece.start, piece.end) for piece in pieces)
        return tuple(Span(start, end) for start, end in clean if any(map(str.isalnum, self._text[start:end])))


def _place(statement: Statement) -> int:
    """Return where a statement's cue begins."""
    return statement.cue.spans[0].start


def _around(one: Statement, match: Match) -> bool:
    """Say whether some words stand within a statement's content."""
    return any(piece.start <= match.start < piece.end for piece in one.content.spans)


def _outside(content: Passage, taken: Span) -> list[Span]:
    """Return what of a content lies outside a span."""
    out: list[Span] = []
    for piece in content.spans:
        if piece.start < taken.start:
            out.append(Span(piece.start, min(piece.end, taken.start)))
        if piece.end > taken.end:
            out.append(Span(max(piece.start, taken.end), piece.end))
    return out


def _joined(text: str, verb: Span, saying: Span) -> tuple[Span, ...]:
    """Return the words of a cue in one piece, where nothing stands between them."""
    end = saying.start + len(text[saying.start : saying.end].lower().removesuffix(" that").rstrip())
    between = text[verb.end : saying.start]
    return (Span(verb.start, end),) if between.isspace() else (verb, Span(saying.start, end))


def _holds(outer: Statement, inner: Statement) -> bool:
    """Say whether a statement's content lies within another's."""
    around, inside = outer.content.extent, inner.content.extent
    return around is not None and inside is not None and around.contains(inside)
