"""The search for the main clause of a sentence.

No parser is asked. The words' parts of speech and the forms of their verbs tell finite verbs from others; every word
that opens a subordinate clause owes one of them, and the first that nobody is owed is the main clause's.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.clause import Clause, Mood
from reportedly.reading.groups import Group, Tense, bare, finite, unfinished
from reportedly.reading.inflection import Shape, shape
from reportedly.reading.subordination import NOMINATIVES, close, conditional, joined, later_condition, opens
from reportedly.reading.wordlists import word_list
from reportedly.values import Span

if TYPE_CHECKING:
    from reportedly.reading.wording import Wording

_CALLS = frozenset({"please", "yes", "well", "so", "ok", "okay", "oh"})
_MARKS = frozenset({"PUNCT", "CCONJ", "INTJ"})
_BEFORE_SUBJECT = frozenset({"PUNCT", "ADV", "CCONJ", "INTJ"})
_NEGATIVE = frozenset({"no", "none", "nobody", "nothing", "neither", "nowhere", "no-one"})
_FIRST_PERSON = frozenset({"i", "we", "it", "there"})
_THIRD_PERSON = frozenset({"he", "she", "they"})
_SUBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "ADV"})
_NOWHERE = -9


def main_clause(wording: Wording) -> Clause:
    """Return the main clause of a sentence, as far as there is one."""
    return _Search(wording).clause()


class _Search:
    """The search in one sentence."""

    def __init__(self, wording: Wording) -> None:
        """Begin before the first word."""
        self._wording = wording
        self._condition: int | None = None

    def clause(self) -> Clause:
        """Return the main clause, what it frames, or what can be told of a fragment."""
        first = self._opening(0)
        found = self._main(first)
        return self._framed(first, *found) if found else self._fragment(first)

    def _opening(self, place: int) -> int:
        """Step over what opens a sentence: marks, a conjunction, the "that" of a content clause."""
        wording = self._wording
        place = self._marks(place)
        if wording.low(place) == "that" and wording.pos(place) != "PRON" and wording.pos(place + 1) not in {"AUX", ""}:
            place = self._marks(place + 1)
        return place

    def _marks(self, place: int) -> int:
        """Step over marks, conjunctions and calls."""
        wording = self._wording
        while place < len(wording) and (wording.pos(place) in _MARKS or wording.low(place) in _CALLS):
            place += 1
        return place

    def _main(self, first: int) -> tuple[int, Group] | None:
        """Return where the main clause begins and its verb group.

        Without one, the clause that the first word opens stands for it: "whether he left", "how many died".
        """
        wording = self._wording
        owed, opener, begin, infinitive = 0, _NOWHERE, first, False
        led = wording.pos(first) in {"ADP", "ADV"} or opens(wording, first, first)
        spare: Group | None = None
        place = first
        while place < len(wording):
            if wording.breaks(place):
                owed = 0 if self._ends_here(opener, place, first) else owed
                begin = place + 1 if led and begin == first and not owed else begin
            elif opens(wording, place, first):
                owed, opener = owed + 1, place
                if conditional(wording, place, first):
                    self._condition = place
            elif wording.low(place) == "to" and wording.pos(place) == "PART":
                infinitive = True
            elif group := finite(wording, place, opened=place == opener + 1):
                if not owed and not self._hangs(place, spare, infinitive=infinitive):
                    return self._anew(place, begin), group
                if owed:
                    spare, owed = spare or group, owed - 1
                place = group.last
            place += 1
        self._condition = None
        return (first, spare) if spare and opens(wording, first, first) else None

    def _ends_here(self, opener: int, place: int, first: int) -> bool:
        """Say whether a comma ends a clause that still lacks its verb: "if true, ..."."""
        ends = self._wording.pos(opener) in {"SCONJ", "AUX"} and place > opener + 1
        return ends and not opens(self._wording, place + 1, first)

    def _hangs(self, place: int, spare: Group | None, *, infinitive: bool) -> bool:
        """Say whether a verb that nobody is owed goes with one before: "who came and went", "to help him go"."""
        return (spare is not None and joined(self._wording, place)) or (infinitive and bare(self._wording, place))

    def _anew(self, place: int, begin: int) -> int:
        """Return where the clause of a verb begins: behind a comma with its pronoun, if there is one."""
        anew = self._wording.low(place - 1) in NOMINATIVES and self._wording.breaks(place - 2)
        return place - 1 if anew else begin

    def _fragment(self, first: int) -> Clause:
        """Return what can be told of words without a finite verb: an infinitive, a participle, or a mere noun."""
        wording = self._wording
        begin = first + 1 if opens(wording, first, first) else first
        if wording.pos(begin) in {"ADP", "PART"} and shape(wording.low(begin + 1)) is Shape.GERUND:
            begin += 1
        for place in range(begin, len(wording)):
            if opens(wording, place, begin):
                break
            group = unfinished(wording, place)
            if group and (place == begin or group.tense in {Tense.INFINITIVE, Tense.PARTICIPLE}):
                return self._told(first, first, group)
        start, end = wording.span(0, max(1, close(wording, first + 1)))
        return Clause(start=start, end=end, negation=self._at(self._negative(first, len(wording))))

    def _framed(self, first: int, begin: int, group: Group) -> Clause:
        """Return the clause, or the one that it only frames: of "I think he left" it is "he left"."""
        wording = self._wording
        place = group.last + 1
        if group.copula:
            while wording.pos(place) in {"ADV", "DET"}:
                place += 1
            place += 1
        if wording.pos(place) == "PRON" and wording.low(place + 1) == "that":
            place += 1
        if self._frames(begin, group, place) and wording.low(place) != "to":
            inner, condition = self._opening(place), self._condition
            found = self._main(inner)
            self._condition = condition
            if found and found[0] == inner and found[1].first > inner and wording.pos(inner) in _SUBJECTS:
                told = self._told(inner, *found)
                raised = group.negation if wording.low(group.last) in word_list("grammar", "raising") else None
                frame = Span(*wording.span(begin, place))
                return dataclasses.replace(
                    told, start=frame.start, frame=frame, negation=told.negation or self._at(raised)
                )
        return self._told(first, begin, group)

    def _frames(self, begin: int, group: Group, after: int) -> bool:
        """Say whether a clause may be a frame of what follows it from `after` on."""
        wording = self._wording
        subject = [place for place in range(begin, group.first) if wording.pos(place) not in {"PUNCT", "ADV"}]
        framer = wording.low(subject[0]) if len(subject) == 1 else ""
        words = word_list("grammar", "framing_words")
        if group.copula:
            return wording.low(after - 1) in words and framer in _FIRST_PERSON | _THIRD_PERSON
        verb, raising = wording.low(group.last), word_list("grammar", "raising")
        if verb in word_list("grammar", "showing"):
            return True
        if framer in _FIRST_PERSON:
            return verb in raising or verb in word_list("grammar", "framing")
        return framer in _THIRD_PERSON and (verb in raising or verb in words)

    def _told(self, first: int, begin: int, group: Group) -> Clause:
        """Write the clause down."""
        wording = self._wording
        subject = [place for place in range(begin, group.first) if wording.pos(place) != "PUNCT"]
        if group.subject:
            subject = list(range(*group.subject))
        condition = self._condition
        if condition is None and group.tense is not Tense.PAST:
            condition = later_condition(wording, group.last + 1)
        start, end = wording.span(begin, max(close(wording, group.last + 1), group.last + 1))
        return Clause(
            start=start,
            end=end,
            subject=Span(*wording.span(subject[0], subject[-1] + 1)) if subject else None,
            group=Span(*wording.span(group.first, group.last + 1)),
            verb=wording.low(group.last),
            modal=group.modal,
            tense=group.tense,
            mood=self._mood(first, group),
            perfect=group.perfect,
            progressive=group.progressive,
            passive=group.passive,
            copula=group.copula,
            negation=self._at(self._negation(begin, group)),
            condition=self._at(condition),
        )

    def _at(self, place: int | None) -> Span | None:
        """Return the span of one word."""
        return None if place is None else Span(*self._wording.span(place, place + 1))

    def _mood(self, first: int, group: Group) -> Mood:
        """Tell what kind of sentence it is."""
        wording = self._wording
        if wording.asks:
            return Mood.ASKS
        begins = group.first == first and group.tense in {Tense.PRESENT, Tense.PAST}
        bids = begins and (bare(wording, first) or (wording.low(first) == "do" and group.last > first))
        return Mood.BIDS if bids or group.tense is Tense.BARE else Mood.TELLS

    def _negation(self, begin: int, group: Group) -> int | None:
        """Return the word that negates a clause: in its verb group, its subject or right behind the verb."""
        if group.negation is not None:
            return group.negation
        subject = self._negative(*(group.subject or (begin, group.first)))
        if subject is not None:
            return subject
        place = group.last + 1
        while self._wording.pos(place) in {"ADV", "PART"}:
            place += 1
        return self._negative(place, place + 1)

    def _negative(self, first: int, last: int) -> int | None:
        """Return the negative word with which some words begin."""
        wording = self._wording
        place = first
        while place < last and wording.pos(place) in _BEFORE_SUBJECT and wording.low(place) not in _NEGATIVE:
            place += 1
        denies = place < last and wording.low(place) in _NEGATIVE
        return place if denies and wording.low(place + 1) not in word_list("grammar", "no_negation") else None
