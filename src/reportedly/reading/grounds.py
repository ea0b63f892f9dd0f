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
_WITNESSES = [["i"], ["we"], ["he"], ["she"], ["they"]]
_MARKS = " ,\n\"'“”’‘—–-.();"
"""What may stand between a statement's parts and "citing"."""
_HEARERS = frozenset("me us him her them".split())
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

    def of(self, statement: Statement, *, accounts: bool) -> Iterator[Ground]:
        """Yield what tells of a statement's evidence: its source, the words around its content, its content.

        The content does so only where it `accounts` for something, and does not ask or promise it.
        """
        yield from self._source(statement)
        yield from self._around(statement)
        clause = self._known.of(statement.content) if accounts else None
        if clause is not None:
            yield from self._clause(statement, clause)

    def _source(self, statement: Statement) -> Iterator[Ground]:
        """Yield the evidence that a source is: a document, a picture, somebody who was there."""
        cue = self._cue(statement)
        if statement.parent is not None:
            return
        for span in statement.source.spans[:1]:
            found = self._thing(span.start, span.end, cited=False)
            if found is None:
                continue
            flags = found.entry.flags
            shows = bool(word_list("showing", "verbs") & set(cue)) or cue[:1] == ["according"]
            sees = bool(word_list("showing", "seeing") & set(cue))
            if ("shows" in flags and not shows) or ("seen" in flags and not sees) or self._people(statement, found):
                continue
            yield _ground(found, "is the source")

    def _people(self, statement: Statement, match: Match) -> bool:
        """Say whether a word that may mean people does: "leading figures suggested"."""
        return (
            "people" in match.entry.flags
            and statement.speaker is not None
            and statement.speaker.kind.value is not SpeakerKind.DOCUMENT
        )

    def _cue(self, statement: Statement) -> list[str]:
        """Return the words of a statement's cue, in small letters."""
        return self._lows(statement.cue.spans[0].start, statement.cue.spans[-1].end) if statement.cue else []

    def _around(self, statement: Statement) -> Iterator[Ground]:
        """Yield what words of citing tell in the cue's sentence, outside the statement's own parts."""
        sentence = self._reading.sentences.at(statement.cue.spans[0].start) if statement.cue else None
        if sentence is None or statement.parent is not None:
            return
        first = statement.cue.spans[0].start
        own = [*statement.source.spans, *statement.cue.spans, *statement.content.spans]
        ends = {span.end for span in own}
        for match in self._phrases.within(sentence.start, sentence.end):
            leads = match.start == sentence.start
            follows = any(end <= match.start and not self._text[end : match.start].strip(_MARKS) for end in ends)
            inside = any(span.start < match.end and match.start < span.end for span in own)
            added = any(span.start < match.start and match.end <= span.end for span in statement.cue.spans)
            beside = (leads or follows or "apart" in match.entry.flags) and not inside
            if "around" in match.entry.flags and match.start != first and (beside or added):
                yield from self._told(match, "beside the content")

    def _clause(self, statement: Statement, clause: Clause) -> Iterator[Ground]:
        """Yield what the main clause of a content tells of how the speaker knows."""
        for match in self._phrases.within(clause.start, clause.end):
            if "content" in match.entry.flags and not ("unless-named" in match.entry.flags and self._by(match)):
                yield from self._told(match, "in the content")
        if clause.frame is not None and word_list("showing", "verbs") & set(self._span(clause.frame)):
            yield from self._shown(clause.frame, "in the content")
        elif clause.subject is not None and clause.group is not None:
            if clause.verb in word_list("showing", "verbs"):
                yield from self._shown(clause.subject, f"before {clause.verb!r} in the content")
            elif clause.verb in word_list("showing", "telling") and self._anybody(clause):
                yield Ground(clause.subject.start, clause.group.end, EvidenceKind.UNNAMED_SOURCES, "told the speaker")
            elif self._witnessed(clause, clause.subject):
                yield Ground(clause.subject.start, clause.group.end, EvidenceKind.OWN_OBSERVATION, "in the content")
        elif self._presents(statement):
            yield from self._shown(statement.content.spans[0], "is what is presented", cited=True)
        yield from self._passed_on(statement, clause)

    def _presents(self, statement: Statement) -> bool:
        """Say whether a cue tells that a document is cited, or that an outlet publishes it."""
        cue = set(self._cue(statement))
        outlet = statement.speaker is not None and statement.speaker.kind.value is SpeakerKind.PUBLICATION
        return bool(word_list("showing", "citing") & cue) or (outlet and bool(word_list("showing", "presenting") & cue))

    def _by(self, match: Match) -> bool:
        """Say whether a phrase goes on to tell by whom: "was told by the minister"."""
        return self._lows(match.end, match.end + len(" by th"))[:1] == ["by"]

    def _shown(self, span: Span, where: str, *, cited: bool = False) -> Iterator[Ground]:
        """Yield what shows something, at the beginning of a span."""
        found = self._thing(span.start, span.end, cited=cited)
        if found is not None and "seen" not in found.entry.flags:
            yield _ground(found, where)

    def _witnessed(self, clause: Clause, subject: Span) -> bool:
        """Say whether a clause tells that "I", "he" or "they" saw something."""
        return (
            self._span(subject) in _WITNESSES
            and clause.negation is None
            and clause.modal in {"", "could"}
            and clause.verb in word_list("showing", "seeing")
            and not self._hearsay(clause)
        )

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
            if inner.parent != statement.id or kind is None or not inner.source:
                continue
            if self._tells(telling) and self._indefinite(inner):
                start, end = inner.source.spans[0].start, telling.end
                yield Ground(min(start, telling.start), max(end, inner.source.spans[0].end), kind, "told the speaker")

    def _tells(self, telling: _Telling) -> bool:
        """Say whether a cue is one of telling somebody something: "had told him", "described it to her"."""
        return bool(word_list("showing", "telling") & set(self._lows(telling.start, telling.end)))

    def _anybody(self, clause: Clause) -> bool:
        """Say whether in a clause just anybody tells the speaker something: "a foreman had told him"."""
        if clause.subject is None or clause.group is None:
            return False
        hearer = self._lows(clause.group.end, clause.group.end + len(" them "))[:1]
        return bool(hearer) and hearer[0] in _HEARERS and self._begins_indefinitely(clause.subject)

    def _indefinite(self, statement: Statement) -> bool:
        """Say whether a source is somebody in particular or just anybody: "a foreman", "two people"."""
        return self._begins_indefinitely(statement.source.spans[0])

    def _begins_indefinitely(self, span: Span) -> bool:
        """Say whether a noun phrase names nobody in particular."""
        words = self._reading.words.within(span.start, span.end)
        low = self._low(words[0]) if words else ""
        return bool(words) and (words[0].pos in {"NUM", "ADJ", "NOUN"} or low in word_list("showing", "indefinite"))

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
            kind = EvidenceKind(found.entry.label)
            seen = kind is EvidenceKind.OWN_OBSERVATION
            yield Ground(match.start, found.end, EvidenceKind.UNNAMED_SOURCES if seen else kind, where)

    def _thing(self, start: int, end: int, *, cited: bool) -> Match | None:
        """Return the entry that ends with the head of the noun phrase with which [start, end) begins."""
        head = self._head(self._reading.words.within(start, end))
        if head is None or (self._text[head.start].isupper() and head.start > start and not cited):
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

    def _span(self, span: Span) -> list[str]:
        """Return the words of a span, in small letters."""
        return self._lows(span.start, span.end)

    def _lows(self, start: int, end: int) -> list[str]:
        """Return the words that lie in [start, end), in small letters."""
        return [self._low(word) for word in self._reading.words.within(start, end)]

    def _low(self, word: Word) -> str:
        """Return a word in small letters."""
        return self._text[word.start : word.end].lower()


def _ground(match: Match, where: str) -> Ground:
    """Return what an entry tells by itself."""
    return Ground(match.start, match.end, EvidenceKind(match.entry.label), where)
