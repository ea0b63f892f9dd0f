"""What words tell of the evidence of a statement, by where they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.wordlists import word_list
from reportedly.values import Along, EvidenceKind, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.clause import Clause
    from reportedly.reading.clauses import Clauses
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Reading, Statement, Word

_NOMINAL = frozenset({"NOUN", "PROPN"})
_LEADING = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "PUNCT", "ADV", "SYM", "X"})
_TOLD_BY = {
    SpeakerKind.UNNAMED_PERSON: EvidenceKind.UNNAMED_SOURCES,
    SpeakerKind.UNNAMED_GROUP: EvidenceKind.UNNAMED_SOURCES,
    SpeakerKind.PUBLICATION: EvidenceKind.OTHER_MEDIA,
    SpeakerKind.GOVERNMENT: EvidenceKind.OFFICIAL_STATEMENT,
}
"""What it is to have been told something by one of these."""
_HEARERS = frozenset("me us him her them".split())
_WITNESSES = frozenset("i we he she they".split())
_CITED = 12
"""Words behind "citing" among which what is cited must be named."""


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
        self._things = things
        self._phrases = phrases
        self._cues = Along(
            _Telling(span.start, span.end, one) for one in reading.statements for span in one.cue.spans
        )

    def of(self, statement: Statement) -> Iterator[Ground]:
        """Yield what tells of a statement's evidence: its source, the words around its content, its content."""
        yield from self._source(statement)
        yield from self._around(statement)
        clause = self._known.of(statement.content)
        if clause is not None:
            yield from self._clause(statement, clause)

    def _source(self, statement: Statement) -> Iterator[Ground]:
        """Yield the evidence that a source is: a document, a picture, somebody who was there."""
        cue = self._lows(statement.cue.spans[0].start, statement.cue.spans[-1].end) if statement.cue else []
        for span in statement.source.spans[:1]:
            found = self._thing(span.start, span.end, cited=False)
            if found is None:
                continue
            flags = found.entry.flags
            shows = bool(word_list("showing", "verbs") & set(cue)) or cue[:1] == ["according"]
            if ("shows" in flags and not shows) or ("seen" in flags and not word_list("showing", "seeing") & set(cue)):
                continue
            yield _ground(found, "is the source")

    def _around(self, statement: Statement) -> Iterator[Ground]:
        """Yield what words of citing tell in the cue's sentence, outside the statement's own parts."""
        sentence = self._reading.sentences.at(statement.cue.spans[0].start) if statement.cue else None
        if sentence is None or statement.parent is not None:
            return
        own = [*statement.source.spans, *statement.cue.spans, *statement.content.spans]
        for match in self._phrases.within(sentence.start, sentence.end):
            if "around" in match.entry.flags and not any(s.start < match.end and match.start < s.end for s in own):
                yield from self._told(match, "beside the content")

    def _clause(self, statement: Statement, clause: Clause) -> Iterator[Ground]:
        """Yield what the main clause of a content tells of how the speaker knows."""
        for match in self._phrases.within(clause.start, clause.end):
            if "content" in match.entry.flags:
                yield from self._told(match, "in the content")
        if clause.group is None or clause.subject is None:
            return
        subject = self._lows(clause.subject.start, clause.subject.end)
        if clause.verb in word_list("showing", "verbs"):
            found = self._thing(clause.subject.start, clause.subject.end, cited=False)
            if found is not None and "seen" not in found.entry.flags:
                yield _ground(found, f"'{clause.verb}' in the content")
        elif len(subject) == 1 and subject[0] in _WITNESSES and clause.negation is None:
            if clause.verb in word_list("showing", "seeing") and not self._hearsay(clause):
                words = Span(clause.subject.start, clause.group.end)
                yield Ground(words.start, words.end, EvidenceKind.OWN_OBSERVATION, "in the content")
        yield from self._passed_on(statement, clause)

    def _hearsay(self, clause: Clause) -> bool:
        """Say whether what was heard or seen is only what somebody said: "heard that", "heard from", "seen reports"."""
        if clause.group is None:
            return False
        behind = self._lows(clause.group.end, clause.group.end + 40)[:4]
        return bool(word_list("showing", "hearsay") & set(behind))

    def _passed_on(self, statement: Statement, clause: Clause) -> Iterator[Ground]:
        """Yield who told the speaker, where that is all that the main clause of a content says."""
        if clause.group is None:
            return
        for telling in self._cues.touching(clause.group.start, clause.group.end):
            inner = telling.statement
            kind = _TOLD_BY.get(inner.speaker.kind.value) if inner.speaker is not None else None
            behind = self._lows(clause.group.end, clause.group.end + 20)[:1]
            to_speaker = bool(behind) and (behind[0] in _HEARERS or behind[0] == "to")
            if inner.parent == statement.id and kind is not None and inner.source and (to_speaker or self._vague(kind)):
                yield Ground(inner.source.spans[0].start, clause.group.end, kind, "told the speaker")

    def _vague(self, kind: EvidenceKind) -> bool:
        """Say whether somebody of a kind counts who is not said to have told the speaker: an unnamed one does."""
        return kind is EvidenceKind.UNNAMED_SOURCES

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
        found = self._thing(match.end, behind[-1].end, cited=True) if behind else None
        if found is not None:
            yield Ground(match.start, found.end, EvidenceKind(found.entry.label), where)

    def _thing(self, start: int, end: int, *, cited: bool) -> Match | None:
        """Return the entry that ends with the head of the noun phrase with which [start, end) begins."""
        head = self._head(self._reading.words.within(start, end))
        if head is None:
            return None
        for match in self._things.within(start, head.end):
            if match.end == head.end and (cited or "cited" not in match.entry.flags):
                return match
        return None

    def _head(self, words: tuple[Word, ...]) -> Word | None:
        """Return the head of the noun phrase with which some words begin; of "copies of letters" it is "letters"."""
        head: Word | None = None
        for word in words:
            if word.pos in _NOMINAL:
                head = word
            elif head is None and word.pos == "VERB":
                continue
            elif word.pos not in _LEADING or (head is not None and word.pos in {"PUNCT", "DET"}):
                part = head is not None and self._low(head) in word_list("showing", "parts") and self._low(word) == "of"
                if not part:
                    break
        return head

    def _lows(self, start: int, end: int) -> list[str]:
        """Return the words that lie in [start, end), in small letters."""
        return [self._low(word) for word in self._reading.words.within(start, end)]

    def _low(self, word: Word) -> str:
        """Return a word in small letters."""
        return self._text[word.start : word.end].lower()


def _ground(match: Match, where: str) -> Ground:
    """Return what an entry tells by itself."""
    return Ground(match.start, match.end, EvidenceKind(match.entry.label), where)
