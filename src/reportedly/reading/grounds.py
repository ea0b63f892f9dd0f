"""What words tell of the evidence of a statement, by where they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.things import Things
from reportedly.reading.wordlists import word_list
from reportedly.values import Along, EvidenceKind, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.clause import Clause
    from reportedly.reading.clauses import Clauses
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Statement

_TOLD_BY = {
    SpeakerKind.UNNAMED_PERSON: EvidenceKind.UNNAMED_SOURCES,
    SpeakerKind.UNNAMED_GROUP: EvidenceKind.UNNAMED_SOURCES,
    SpeakerKind.PUBLICATION: EvidenceKind.OTHER_MEDIA,
    SpeakerKind.GOVERNMENT: EvidenceKind.OFFICIAL_STATEMENT,
}
"""What it is to have been told something by one of these."""
_WITNESSES = [["i"], ["we"], ["he"], ["she"], ["they"]]
_HEARERS = frozenset("me us him her them".split())
_INDEFINITE = frozenset({"NUM", "ADJ", "NOUN"})
_MARKS = " ,\n\"'“”‘’—–-.();"
"""What may stand between a statement's parts and "citing"."""
_CITED = 12
"""Words behind "citing" among which what is cited must be named."""
_NEXT = 12
"""Code points behind a verb in which the next word ends."""
_LATER = 40
"""Code points behind a verb of hearing in which it shows whether that was only what others said."""


class Ground(NamedTuple):
    """Words at [start, end) that tell of a kind of evidence, and where they stand."""

    start: int
    end: int
    kind: EvidenceKind
    where: str


class _Telling(NamedTuple):
    """A cue at [start, end), and the statement that it belongs to."""

    start: int
    end: int
    statement: Statement


class Grounds:
    """Looks for the evidence of the statements of one report."""

    def __init__(self, reading: Reading, known: Clauses, things: Matches, phrases: Matches) -> None:
        """Take a reading, its main clauses, and where the entries of both lexicons stand."""
        self._reading = reading
        self._text = reading.report.text
        self._known = known
        self._things = Things(reading, things)
        self._phrases = phrases
        self._cues = Along(_Telling(span.start, span.end, one) for one in reading.statements for span in one.cue.spans)

    def of(self, statement: Statement, *, accounts: bool) -> Iterator[Ground]:
        """Yield what tells of a statement's evidence: its source, the words around its content, its content.

        The content does so only where it `accounts` for something, and does not ask or promise it.
        """
        yield from self._source(statement)
        yield from self._around(statement)
        if accounts and statement.content:
            clause = self._known.of(statement.content)
            if clause is not None:
                yield from self._phrased(clause)
                yield from self._clause(statement, clause)

    def _source(self, statement: Statement) -> Iterator[Ground]:
        """Yield the evidence that a source is: a document, a picture, somebody who was there."""
        if statement.parent is not None or not statement.source:
            return
        span = statement.source.spans[0]
        found = self._things.first(span.start, span.end)
        if found is None or self._people(statement, found):
            return
        cue = self._cue(statement)
        shows = bool(word_list("showing", "verbs") & set(cue)) or cue[:1] == ["according"]
        sees = bool(word_list("showing", "seeing") & set(cue))
        if ("shows" not in found.entry.flags or shows) and ("seen" not in found.entry.flags or sees):
            yield _ground(found, "is the source")

    def _people(self, statement: Statement, match: Match) -> bool:
        """Say whether a word that may mean people does: "leading figures suggested"."""
        speaker = statement.speaker
        return "people" in match.entry.flags and speaker is not None and speaker.kind.value is not SpeakerKind.DOCUMENT

    def _cue(self, statement: Statement) -> list[str]:
        """Return the words of a statement's cue, in small letters."""
        return self._things.lows(statement.cue.spans[0].start, statement.cue.spans[-1].end) if statement.cue else []

    def _around(self, statement: Statement) -> Iterator[Ground]:
        """Yield what words of citing tell in the cue's sentence: beside the statement's own parts, or added to its cue.

        "The paper reported, citing police, ..." has them in the cue; "he said, citing police" behind it.
        """
        sentence = self._reading.sentences.at(statement.cue.spans[0].start) if statement.cue else None
        if sentence is None or statement.parent is not None:
            return
        first = statement.cue.spans[0].start
        own = [*statement.source.spans, *statement.cue.spans, *statement.content.spans]
        ends = {span.end for span in own}
        for match in self._phrases.within(sentence.start, sentence.end):
            if "around" not in match.entry.flags or match.start == first:
                continue
            leads = match.start == sentence.start or "apart" in match.entry.flags
            follows = any(end <= match.start and not self._text[end : match.start].strip(_MARKS) for end in ends)
            inside = any(span.start < match.end and match.start < span.end for span in own)
            added = any(span.start < match.start and match.end <= span.end for span in statement.cue.spans)
            if added or ((leads or follows) and not inside):
                yield from self._told(match, "beside the content")

    def _phrased(self, clause: Clause) -> Iterator[Ground]:
        """Yield what phrases tell in the main clause of a content."""
        for match in self._phrases.within(clause.start, clause.end):
            by = "unless-named" in match.entry.flags and self._next(match.end) == ["by"]
            if "content" in match.entry.flags and not by:
                yield from self._told(match, "in the content")

    def _told(self, match: Match, where: str) -> Iterator[Ground]:
        """Yield what a phrase tells: its own label, or the kind of what is cited behind it."""
        if match.entry.label != "cited":
            yield Ground(match.start, match.end, EvidenceKind(match.entry.label), where)
            return
        sentence = self._reading.sentences.at(match.start)
        if sentence is None:
            return
        words = self._reading.words
        first = words.before(match.end)
        behind = words[first : min(first + _CITED, sentence.last)]
        found = self._things.first(match.end, behind[-1].end, cited=True) if behind else None
        if found is not None:
            kind = EvidenceKind(found.entry.label)
            kind = EvidenceKind.UNNAMED_SOURCES if kind is EvidenceKind.OWN_OBSERVATION else kind
            yield Ground(match.start, found.end, kind, where)

    def _clause(self, statement: Statement, clause: Clause) -> Iterator[Ground]:
        """Yield what the main clause of a content tells of how the speaker knows."""
        span = statement.content.spans[0]
        shown = self._things.showing(span.start, span.end)
        if shown is None and clause.subject is not None and clause.verb in word_list("showing", "verbs"):
            shown = self._things.first(clause.subject.start, clause.subject.end)
        if shown is None and clause.group is None and self._presents(statement):
            shown = self._things.first(span.start, span.end, cited=True)
        if shown is not None and "seen" not in shown.entry.flags:
            yield _ground(shown, "in the content")
        elif clause.subject is not None and clause.group is not None:
            place = clause.subject.start, clause.group.end
            if self._anybody_told(clause.subject, clause.group, clause.verb):
                yield Ground(*place, EvidenceKind.UNNAMED_SOURCES, "told the speaker")
            elif self._witnessed(clause.subject, clause.group, clause):
                yield Ground(*place, EvidenceKind.OWN_OBSERVATION, "in the content")
        yield from self._passed_on(statement, clause)

    def _presents(self, statement: Statement) -> bool:
        """Say whether a cue tells that a document is cited, or that an outlet publishes it."""
        cue = set(self._cue(statement))
        outlet = statement.speaker is not None and statement.speaker.kind.value is SpeakerKind.PUBLICATION
        return bool(word_list("showing", "citing") & cue) or (outlet and bool(word_list("showing", "presenting") & cue))

    def _anybody_told(self, subject: Span, group: Span, verb: str) -> bool:
        """Say whether just anybody tells the speaker something: "a foreman had told him"."""
        hearer = self._next(group.end)
        tells = verb in word_list("showing", "telling") and bool(_HEARERS & set(hearer))
        return tells and self._indefinite(subject)

    def _indefinite(self, span: Span) -> bool:
        """Say whether a noun phrase names nobody in particular."""
        words = self._reading.words.within(span.start, span.end)
        low = self._things.lows(span.start, span.end)[:1]
        return bool(words) and (words[0].pos in _INDEFINITE or low[0] in word_list("showing", "indefinite"))

    def _witnessed(self, subject: Span, group: Span, clause: Clause) -> bool:
        """Say whether a clause tells that "I", "he" or "they" saw something, and not what others said."""
        behind = self._things.lows(group.end, group.end + _LATER)[:4]
        return (
            self._things.lows(subject.start, subject.end) in _WITNESSES
            and clause.negation is None
            and clause.modal in {"", "could"}
            and clause.verb in word_list("showing", "seeing")
            and not word_list("showing", "hearsay") & set(behind)
        )

    def _passed_on(self, statement: Statement, clause: Clause) -> Iterator[Ground]:
        """Yield who told the speaker, where that is a statement within and the main clause of the content."""
        cues = self._cues.touching(clause.group.start, clause.group.end) if clause.group is not None else ()
        for telling in cues:
            inner = telling.statement
            kind = _TOLD_BY.get(inner.speaker.kind.value) if inner.speaker is not None else None
            tells = word_list("showing", "telling") & set(self._things.lows(telling.start, telling.end))
            if inner.parent != statement.id or kind is None or not tells or not inner.source:
                continue
            source = inner.source.spans[0]
            if self._indefinite(source):
                yield Ground(min(source.start, telling.start), max(source.end, telling.end), kind, "told the speaker")

    def _next(self, place: int) -> list[str]:
        """Return the word right behind a place, in a list of its own; none where it is too long to matter."""
        return self._things.lows(place, place + _NEXT)[:1]


def _ground(match: Match, where: str) -> Ground:
    """Return what an entry tells by itself."""
    return Ground(match.start, match.end, EvidenceKind(match.entry.label), where)
