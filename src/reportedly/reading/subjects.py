"""Who does what a verb tells of: the subject of a verb that stands anywhere in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.main_clause import main_clause
from reportedly.reading.wording import Wording
from reportedly.reading.wordlists import word_list
from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.clause import Clause
    from reportedly.values import Reading, Sentence

_BOUNDARIES = frozenset(
    ", ; : — – ― - ( [ but and or nor while though although whereas because since after when as that".split()
)
"""Behind these a clause with a subject of its own may begin."""
_CONDITIONS = frozenset("if unless whether why how should lest".split())
"""Behind these nothing is said to have happened."""
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "what"})
_GROUNDS = frozenset("by for of without from in with at after before about to against".split())
"""Behind these a verb in -ing only tells of something else: "blamed him for refusing"."""
_EDGES = frozenset({"ADV", "AUX", "PUNCT", "CCONJ", "SCONJ", "PART", "INTJ"})
_CUTS = frozenset({"—", "–", "―", "--", "but", ";", ":"})
"""Marks and words of which none stands within a subject."""
_COUNTING = frozenset("neither both at as up about around nearly almost only more less over".split())
"""What may begin a subject that is no noun: "at least two men", "as many as ten"."""
_LEADS = frozenset({"ADP", "ADV", "SCONJ", "VERB"})
"""What leads into a sentence before its subject: "In May, ...", "Despite the storm, ..."."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_ASIDE = 3
"""Words between commas behind a subject that are an aside and no apposition: "the firm, for instance, would not"."""
_SEEN = 40
"""Words before a verb among which its clause must begin, and words behind it that are looked at to tell its form."""


class Subject(NamedTuple):
    """Who does it; `shared` tells that the verb shares its subject with one before it: "left and would not say"."""

    span: Span
    shared: bool


class Subjects:
    """Looks for subjects in one report."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading with words and sentences."""
        self._text = reading.report.text
        self._words = reading.words
        self._sentences = reading.sentences

    def of(self, start: int, end: int, floor: int = 0) -> Subject | None:
        """Return the subject of the verb group that begins [start, end); None where none is found, or under an "if".

        Nothing before `floor` is looked at: a content's beginning, where the verb stands in it.
        """
        sentence = self._sentences.at(start)
        if sentence is None:
            return None
        verb = self._words.before(start)
        if verb >= sentence.last:
            return None
        first = max(sentence.first, self._words.before(floor), verb - _SEEN)
        if verb > first and self._low(verb - 1) in _RELATIVES:
            return self._antecedent(first, verb - 1)
        if self._low(verb).endswith("ing"):
            return self._participle(sentence, first, verb)
        for begin in self._begins(first, verb):
            clause = self._clause(begin, sentence, verb)
            if clause is not None and clause.group and clause.group.start < end and start < clause.group.end:
                return self._told(begin, first, sentence, clause)
        return None

    def _low(self, place: int) -> str:
        """Return a word in small letters."""
        word = self._words[place]
        return self._text[word.start : word.end].lower()

    def _clause(self, begin: int, sentence: Sentence, verb: int) -> Clause | None:
        """Return the main clause of the words from `begin` on; None under a condition."""
        if begin >= sentence.last or self._low(begin) in _CONDITIONS:
            return None
        return main_clause(Wording(self._text, self._words[begin : min(sentence.last, verb + _SEEN)]))

    def _begins(self, first: int, verb: int) -> Iterator[int]:
        """Yield where the clause of a verb may begin, the widest first."""
        yield first
        for place in range(first, verb):
            if self._low(place) in _BOUNDARIES and self._low(place + 1) not in _BOUNDARIES:
                yield place + 1

    def _told(self, begin: int, first: int, sentence: Sentence, clause: Clause) -> Subject | None:
        """Return the subject of a clause, or where it has none, that of the clause it is joined to."""
        if clause.subject is not None and not self._joined(clause.subject):
            span = self._trimmed(clause.subject)
            return None if span is None else Subject(span, shared=False)
        if begin == first:
            return None
        before = self._clause(first, sentence, begin)
        span = self._trimmed(before.subject) if before and before.subject else None
        return None if span is None else Subject(span, shared=True)

    def _joined(self, subject: Span) -> bool:
        """Say whether a conjunction stands at the end of what looks like a subject, so that it is none."""
        last = self._words.before(subject.end) - 1
        while last > 0 and self._words[last].pos in {"ADV", "PUNCT"}:
            last -= 1
        return self._words[last].pos == "CCONJ" and self._low(last) not in {"both", "neither"}

    def _participle(self, sentence: Sentence, first: int, verb: int) -> Subject | None:
        """Return the subject of a verb in -ing: that of the clause it goes with, not the one that it is a ground of."""
        if verb > first and self._low(verb - 1) in _GROUNDS:
            return None
        clause = self._clause(first, sentence, verb)
        span = self._trimmed(clause.subject) if clause and clause.subject else None
        if span is None or span.end > self._words[verb].start > span.start:
            return None
        return Subject(span, shared=True)

    def _antecedent(self, first: int, relative: int) -> Subject | None:
        """Return the noun phrase before a relative and its comma."""
        last = relative - 1 if relative > first and self._low(relative - 1) == "," else relative
        begin = last
        while begin > first and self._nominal(begin - 1):
            begin -= 1
        if last in {relative, begin}:
            return None
        return Subject(Span(self._words[begin].start, self._words[last - 1].end), shared=False)

    def _nominal(self, place: int) -> bool:
        """Say whether a word may belong to a noun phrase."""
        return self._words[place].pos in {"NOUN", "PROPN", "DET", "ADJ", "NUM", "PART"} or self._low(place) in {
            "of",
            "for",
            "-",
            "'s",
            "’s",
        }

    def _trimmed(self, subject: Span) -> Span | None:
        """Return a subject without what only stands beside it: "The firm, again, also", "the palace on Monday"."""
        first, last = self._words.before(subject.start), self._words.before(subject.end)
        first = next((i + 1 for i in range(last - 1, first, -1) if self._low(i) in _CUTS), first)
        first = self._without_lead(first, last)
        while (
            first < last and self._words[first].pos in _EDGES - {"AUX"} and self._low(first) not in {"neither", "both"}
        ):
            first += 1
        while True:
            shorter = self._without_time(first, self._without_aside(first, last))
            while shorter > first and self._words[shorter - 1].pos in _EDGES:
                shorter -= 1
            if shorter == last:
                break
            last = shorter
        if not any(self._words[place].pos in _NOMINAL for place in range(first, last)):
            return None
        return Span(self._words[first].start, self._words[last - 1].end)

    def _without_lead(self, first: int, last: int) -> int:
        """Return where a subject begins behind words and a comma that lead into its sentence: "Last month, ..."."""
        leads = (
            self._words[first].pos in _LEADS and self._low(first + 1) not in {"least", "most", "many"}
        ) or self._low(first) in {"last", "next", "earlier", "late"}
        if not leads and self._low(first) not in word_list("asking", "times"):
            return first
        return next((i + 1 for i in range(first + 1, last - 1) if self._low(i) == ","), first)

    def _without_aside(self, first: int, last: int) -> int:
        """Return where a subject ends before an aside behind a comma."""
        for place in range(last - 1, max(first, last - 2 - _ASIDE), -1):
            if self._low(place) == ",":
                named = any(self._words[i].pos in {"PROPN", "NUM", "NOUN"} for i in range(place + 1, last))
                return last if named and self._low(place + 1) != "for" else place
        return last

    def _without_time(self, first: int, last: int) -> int:
        """Return where a subject ends before words of time: "on Monday", "for three months", "Tuesday"."""
        times = word_list("asking", "times")
        if last - first < 2 or self._low(last - 1) not in times:  # noqa: PLR2004 - a subject and a word of time
            return last
        place = last - 1
        while place > first and self._words[place].pos in {"NUM", "DET", "ADJ", "NOUN"} and self._low(place) in times:
            place -= 1
        place = last - 1
        while place > first and self._words[place - 1].pos in {"NUM", "DET", "ADJ"}:
            place -= 1
        if place > first and self._words[place - 1].pos == "ADP" and self._low(place - 1) != "of":
            return place - 1
        return last - 1 if self._words[last - 1].pos == "PROPN" and self._words[last - 2].pos != "ADP" else last
