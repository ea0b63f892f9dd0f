"""The hedges stage: sentences that the report hedges in its own voice, which are statements with an empty source."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.complements import complement
from reportedly.reading.edges import trim
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.owners import Owners
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import in_order, state
from reportedly.reading.subjects import Subjects
from reportedly.values import MadeBy, Passage, Span

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading, Sentence, Statement

CONFIDENCE = 0.95
"""Of 180 that were added to news (PolNeAR train, BASIL, LGL, GeoVirus, ECB+, Helsinki), a reader found 9 wrong."""
_QUESTION = re.compile(
    r"(?:exactly |precisely |just |even |yet |in |to |from |at |for )?"
    r"(?:whether|if|that|who|whom|whose|what|when|where|why|how|which)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("this these those there what which who that it".split())
_NAMING = frozenset({" for", " as ", " to "})
"""Behind "known" these tell what somebody is called."""
_CONCEDING = frozenset("while although though as since because if".split())
"""Behind these an entry's clause ends at a comma, behind which the main clause begins."""
_DESCRIBES = frozenset({"DET", "ADJ", "NUM", "ADP"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})
_WITHIN = frozenset({"AUX", "ADV", "PART"})
_VERBAL = 3
"""Words behind an adverb among which the verb that it hedges must be."""


class Hedges:
    """Find the hedged sentences of a report that are no statements yet."""

    name = "hedges"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences"})
    gives = frozenset({"hedges"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("hedges")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with those that were missed, and what stands within these under them."""
        matches = list(self._lexicon.matches(reading.report.text))
        if not matches:
            return Proposal()
        owners = Owners(reading.statements)
        hedged = _Hedged(reading, owners)
        parents: dict[str, str] = {}
        found: list[Statement] = []
        for match in matches:
            made = self._made(reading, hedged, match)
            if made is not None:
                found.append(made)
                parents.update((one.id, made.id) for span in made.content.spans for one in owners.contained(span))
        kept = [
            dataclasses.replace(one, parent=parents[one.id]) if one.parent is None and one.id in parents else one
            for one in reading.statements
        ]
        return Proposal(statements=in_order([*kept, *found]))

    def _made(self, reading: Reading, hedged: _Hedged, match: Match) -> Statement | None:
        """Write down what an entry hedges; None where it is part of another statement, or hedges nothing."""
        source, cue, content = hedged.of(match)
        if not content:
            return None
        text = reading.report.text
        return state(
            reading.report,
            Passage(text, () if source is None else (source,)),
            Passage(text, (cue,)),
            Passage(text, content),
            parent=None,
            confidence=CONFIDENCE,
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
        )


class _Hedged:
    """Looks for what the entries hedge in one report."""

    def __init__(self, reading: Reading, owners: Owners) -> None:
        """Take a reading with words and sentences, and whose its words are."""
        self._reading = reading
        self._text = reading.report.text
        self._subjects = Subjects(reading)
        self._owners = owners

    def of(self, match: Match) -> tuple[Span | None, Span, tuple[Span, ...]]:
        """Return the source, if there is one, the cue and the content; an empty content where nothing is hedged."""
        flags = set(match.entry.flags)
        cue = Span(match.start, match.end)
        sentence = self._reading.sentences.at(match.start)
        if sentence is None or self._owners.touching(cue) or self._text[sentence.end - 1] == "?":
            return None, cue, ()
        if "adverb" in flags:
            return None, cue, self._around(match, sentence)
        if "divided" in flags:
            subject = self._subject(match, sentence)
            return subject, cue, self._behind(match) if subject is not None else ()
        if flags & {"clause", "question"}:
            return None, cue, self._behind(match)
        return (None, *self._before(match, sentence))

    def _before(self, match: Match, sentence: Sentence) -> tuple[Span, tuple[Span, ...]]:
        """Return the cue and the content of an entry that has its subject before it: that, and with "to" the verb."""
        cue = Span(match.start, match.end)
        subject = self._subject(match, sentence)
        if subject is None:
            return cue, ()
        if "passive" not in match.entry.flags:
            named = self._text[match.end : match.end + len(" for")] in _NAMING
            return cue, () if named else (subject,)
        verb = self._reading.words[self._reading.words.before(match.end) - 1]
        rest = complement(self._reading, verb.start, wide=True)
        if rest is None or self._owners.touching(rest):
            return cue, ()
        return Span(match.start, trim(self._text, match.start, verb.start)[1]), (subject, rest)

    def _subject(self, match: Match, sentence: Sentence) -> Span | None:
        """Return the subject of an entry; of a clause that is one, "whether he left is unclear", all of it."""
        words = self._reading.words
        last = words.before(match.start) - 1
        if "subject" in match.entry.flags and _QUESTION.match(self._text, sentence.start) and last > sentence.first:
            return Span(sentence.start, words[last].end)
        found = self._subjects.of(match.start, match.end)
        if found is None or found.span.end > match.start or (found.shared and "passive" not in match.entry.flags):
            return None
        empty = self._text[found.span.start : found.span.end].lower() in _PRONOUNS
        return None if empty or self._owners.touching(found.span) else found.span

    def _behind(self, match: Match) -> tuple[Span, ...]:
        """Return the clause behind an entry; a question, where it must be one."""
        words = self._reading.words
        place = words.before(match.start)
        hangs = place > 0 and self._text[words[place - 1].start : words[place - 1].end].lower() in _CONCEDING
        found = complement(self._reading, match.end, wide=not hangs)
        if found is None or not self._owners.all_contained(found):
            return ()
        asks = "question" in match.entry.flags
        return () if asks and not _QUESTION.match(self._text, found.start) else (found,)

    def _around(self, match: Match, sentence: Sentence) -> tuple[Span, ...]:
        """Return the clause in which an adverb stands, without the adverb."""
        words = self._reading.words
        place = words.before(match.start)
        before, following = words[max(place - 1, sentence.first)], words[min(place + 1, sentence.last - 1)]
        opens = place == sentence.first
        if following.pos == "PUNCT":
            if not opens or self._text[following.start] != ",":
                return ()
            match = match._replace(end=following.end)
        ground = before.pos == "ADP" and self._text[following.start : following.end].endswith("ing")
        behind = complement(self._reading, match.end, wide=not ground)
        if behind is None or self._owners.touching(behind):
            return ()
        if opens or ground:
            return (behind,)
        if before.pos in _DESCRIBES or (following.pos in _NOMINAL and before.pos != "AUX"):
            return ()
        return self._clause(match, sentence, behind)

    def _clause(self, match: Match, sentence: Sentence, behind: Span) -> tuple[Span, ...]:
        """Return the clause whose verb an adverb goes with: its subject, its auxiliaries and what stands behind."""
        words = self._reading.words
        place = words.before(match.start)
        verb = next((word for word in words[place + 1 : place + 1 + _VERBAL] if word.pos in {"VERB", "AUX"}), None)
        first = place
        while first > sentence.first and words[first - 1].pos in _WITHIN:
            first -= 1
        subject = self._subjects.of(words[first].start, words[place - 1].end if verb is None else verb.end)
        if subject is None or self._owners.touching(subject.span) or subject.span.end > match.start:
            return ()
        auxiliaries = (Span(words[first].start, words[place - 1].end),) if first < place else ()
        if auxiliaries and auxiliaries[0].start - subject.span.end <= 1:
            return Span(subject.span.start, auxiliaries[0].end), behind
        return (subject.span, *auxiliaries, behind)
