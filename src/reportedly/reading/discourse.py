"""A report gone through once, from its first word to its last: which words speak of whom.

Names find their referent beforehand. A noun phrase is somebody new, or goes back to somebody; one beside a name ("Ana
Ferro, a lawyer", "harbour master Jo Berg") describes whom it names. Every step looks only at what lies near, so that
the time grows with the length of the report alone.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from reportedly.reading.antecedents import Antecedents, Number, Pronoun, Spoken
from reportedly.reading.apposition import BODIES, Appositions
from reportedly.reading.genders import Gender, told
from reportedly.reading.names import OF
from reportedly.reading.naming import Naming, naming
from reportedly.reading.newcomers import Beginning
from reportedly.reading.nominals import POSSESSIVE, Nominal, complement, hyphen, nominal
from reportedly.reading.nouns import LONGEST, ending, guessed, noun
from reportedly.reading.reference import Reference
from reportedly.reading.referents import Referent, referents
from reportedly.reading.script import script
from reportedly.values import MentionKind, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportedly.reading.naming import Name
    from reportedly.values import Along, Mention, Passage, Report, Sentence, Word

_PRONOUNS: dict[str, tuple[Number, Gender | None]] = {
    "he": (Number.PERSON, Gender.MALE),
    "she": (Number.PERSON, Gender.FEMALE),
    "it": (Number.THING, None),
    "they": (Number.SEVERAL, None),
}
_OF_MENTION = {
    MentionKind.PERSON: SpeakerKind.UNNAMED_PERSON,
    MentionKind.ORGANISATION: SpeakerKind.ORGANISATION,
    MentionKind.DOCUMENT: SpeakerKind.DOCUMENT,
}
_LIKELY = 0.6
"""The score from which on a mention's noun is taken for one of a kind, where no lexicon has it."""
_HEADLINE = 20
"""Words of the longest first sentence that is taken for a headline although it ends with a stop."""
_APPOSED = 15
"""Words of an apposition over which a verb is looked for."""
_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "ant")
"""How words for people end that no lexicon has."""
_ABOVE = frozenset({"prime minister", "vice president", "vice premier", "deputy prime minister", "vice chancellor"})
"""Offices that are not called by their last word alone: "the minister" is no prime minister."""


class Discourse:
    """Who is spoken of where in one report."""

    def __init__(
        self,
        report: Report,
        words: Along[Word],
        sentences: Along[Sentence],
        mentions: Along[Mention],
        statements: Sequence[tuple[Passage, Passage]],
    ) -> None:
        """Go through a report with its words, sentences and mentions, and its statements' sources and contents."""
        self.script = script(report, words, sentences)
        self.names = naming(self.script, mentions)
        self.referents = referents(self.script, self.names)
        self.antecedents = Antecedents(self.script)
        self.at: dict[int, Spoken] = {}
        """Who is spoken of by the phrase with its head (a name's last word) there."""
        self.nominals: dict[int, Nominal] = {}
        """The noun phrases by their heads."""
        self.name_at = [-1] * len(self.script)
        for index, name in enumerate(self.names):
            self.name_at[name.first : name.last] = [index] * (name.last - name.first)
        self.sources = self._numbers(source for source, _ in statements)
        """The words of sources, each with the number of its statement."""
        self._first_of: dict[int, Referent] = {}
        """Whom a source names first, by its number."""
        self._contents = {
            word: [self.words(span.start, span.end) for span in content.spans]
            for source, content in statements
            for word in self._pronouns(source)
        }
        self._guessed = {
            mention.end: mention.kind
            for mention in mentions
            if not mention.named and mention.score >= _LIKELY and mention.kind in _OF_MENTION
        }
        appositions = Appositions(self.script, self.names, self.name_at, self.referents)
        self._beginning = Beginning(self.script, self._end_of_headline(report))
        self.reference = Reference(self.script, self.antecedents, self.at, self.referents, appositions, self._beginning)
        self.pairs: dict[int, Referent] = {}
        """Two people who are named together, by the first word of the first one's name."""
        self._named: dict[int, list[tuple[int, int]]] = {}
        for name, referent in zip(self.names, self.referents, strict=True):
            self._named.setdefault(id(referent), []).append((name.first, name.last))
        self._titles()
        self._go()

    def words(self, start: int, end: int) -> tuple[int, int]:
        """Return the words [first, last) that touch [start, end) of the text."""
        script = self.script
        return bisect.bisect_right(script.end, start), bisect.bisect_left(script.start, end)

    def _numbers(self, passages: Iterable[Passage]) -> dict[int, int]:
        """Return the words of passages, each with the number of the passage it is in."""
        return {
            word: number
            for number, passage in enumerate(passages)
            for span in passage.spans
            for word in range(*self.words(span.start, span.end))
        }

    def _pronouns(self, passage: Passage) -> list[int]:
        """Return the pronouns in a passage."""
        return [
            word
            for span in passage.spans
            for word in range(*self.words(span.start, span.end))
            if self.script.low[word] in _PRONOUNS
        ]

    def _end_of_headline(self, report: Report) -> int:
        """Return the word before which the headline ends: a first paragraph of a short sentence, or without a stop."""
        paragraphs = report.paragraphs
        if len(paragraphs) < 2:  # noqa: PLR2004 - it and a body
            return 0
        first, last = self.words(paragraphs[0].start, paragraphs[0].end)
        if last <= first:
            return 0
        stopped = report.text[paragraphs[0].end - 1] in '.!?"”'
        short = last - first <= _HEADLINE and self.script.sentence[first] == self.script.sentence[last - 1]
        return last if short or not stopped else 0

    def _titles(self) -> None:
        """Let titles before names tell genders: "Mr Ferro", "spokeswoman Ana Ferro"."""
        for name, referent in zip(self.names, self.referents, strict=True):
            if name.first and referent.person and referent.gender is None:
                found = noun(self.script.low[name.first - 1 : name.first])
                if found:
                    referent.gender = told(found[0].flags)

    def _go(self) -> None:
        """Go through the words."""
        script = self.script
        for word in range(len(script)):
            index = self.name_at[word]
            if index >= 0:
                if self.names[index].first == word:
                    self._name(self.names[index], self.referents[index])
                continue
            low, pos = script.low[word], script.pos[word]
            if low in _PRONOUNS:
                if low != "it" or word in self.sources:
                    self._pronoun(word, low)
            elif pos in {"NOUN", "PROPN"} or (pos in {"ADJ", "PRON"} and self._headless(word)):
                self._noun(word)
        self._beginning.end()

    def _headless(self, word: int) -> bool:
        """Say whether an adjective or a pronoun stands without a noun, so that it may be one: "the accused"."""
        following = self.script.pos[word + 1] if word + 1 < len(self.script) else "PUNCT"
        before = self.script.pos[word - 1] if word else "PUNCT"
        begins = self.script.pos[word] == "PRON" or before in {"DET", "ADJ", "NUM", "PROPN"}
        return begins and following not in {"NOUN", "PROPN", "ADJ", "NUM"}

    def _name(self, name: Name, referent: Referent) -> None:
        """Take in a name."""
        self._speak(name.first, name.last, referent)
        self._pair(name, referent)
        if (
            name.first in self.sources
            and self._named[id(referent)][0] == (name.first, name.last)
            and self._is_alone(name)
        ):
            self._beginning.alone(name.first, referent)
        if name.naming in BODIES and referent.name == (name.first, name.last):
            end = next((w for w in range(name.first + 1, name.last) if self.script.low[w] in OF), name.last)
            found = ending(self.script.low[max(name.first, end - LONGEST) : end])
            if found:
                self._call(found[0].singular, referent)

    def _pair(self, name: Name, referent: Referent) -> None:
        """Take in two people who are named together: "Ana Ferro and Jo Berg"."""
        script = self.script
        index = self.name_at[name.first - 2] if name.first > 1 and script.low[name.first - 1] == "and" else -1
        if index < 0 or referent.kind is not SpeakerKind.PERSON:
            return
        other = self.referents[index]
        if other.kind is SpeakerKind.PERSON and other is not referent and name.first - 2 == self.names[index].last - 1:
            first = self.names[index].first
            both = Referent(SpeakerKind.GROUP, Naming.PERSON, (first, name.last), count=2)
            self.pairs[first] = both
            self.antecedents.speak(
                Spoken(first, name.last, both, self._subject(first, name.last), first in self.sources)
            )

    def _is_alone(self, name: Name) -> bool:
        """Say whether a full name is a subject with no word about who that is."""
        script = self.script
        before = script.pos[name.first - 1] if name.first else "PUNCT"
        full = name.last - name.first > 1 and name.last < len(script)
        return full and before in {"PUNCT", "SCONJ", "CCONJ"} and script.pos[name.last] in {"VERB", "AUX"}

    def _speak(self, first: int, last: int, referent: Referent, end: int | None = None) -> None:
        """Take in that words speak of somebody; their noun phrase ends at `end`."""
        script = self.script
        title = last < len(script) and script.pos[last] == "PROPN" and self.name_at[last] < 0
        owner = title or (last < len(script) and (script.low[last] in POSSESSIVE or script.pos[last] == "NOUN"))
        source = self.sources.get(first)
        if source is not None and not owner:
            source = source if self._first_of.setdefault(source, referent) is referent else None
        subject = self._subject(first, end or last)
        spoken = Spoken(first, last, referent, subject=subject, source=source is not None, owner=owner)
        self.at[last - 1] = spoken
        self.antecedents.speak(spoken)

    def _subject(self, first: int, last: int) -> bool:
        """Say whether words are the subject of a verb behind them, perhaps behind an apposition."""
        script = self.script
        if last >= len(script) or (first and script.pos[first - 1] == "ADP"):
            return False
        place = last
        if script.low[place] == ",":
            comma = next(
                (w for w in range(place + 1, min(place + _APPOSED, len(script))) if script.low[w] == ","), None
            )
            if comma is None:
                return False
            place = comma + 1
        if place < len(script) and script.pos[place] == "ADV":
            place += 1
        return place < len(script) and script.pos[place] in {"VERB", "AUX"}

    def _pronoun(self, word: int, low: str) -> None:
        """Take in whom a pronoun stands for."""
        number, gender = _PRONOUNS[low]
        found = self.antecedents.pronoun(Pronoun(word, number, gender, self._contents.get(word, ())))
        if found is not None:
            if found.only and gender is not None and found.referent.gender is None:
                found.referent.gender = gender
            self._speak(word, word + 1, found.referent)

    def _noun(self, word: int) -> None:
        """Take in a noun phrase, if the word is the head of one that may speak of somebody."""
        if self._goes_on(word + 1):
            return
        script = self.script
        found = noun(script.low[max(0, word - LONGEST + 1) : word + 1])
        if found is None:
            kind = self._guessed.get(script.end[word])
            of = word > 0 and script.low[word - 1] == "of"
            if kind is None or script.pos[word] != "NOUN" or of:
                return
            found = guessed(script.low[word], _OF_MENTION[kind]), 1
        if "address" in found[0].flags:
            return
        each = nominal(script, *found, word)
        self.nominals[word] = each
        referent = self.reference.of(each)
        if referent.person and referent.gender is None:
            referent.gender = told(each.noun.flags)
        referent.describe(each)
        self._call(each.noun.singular, referent)
        self._speak(each.first, each.last, referent, end=complement(script, each.last))
        if word in self.sources:
            self._beginning.speaks(each, referent)

    def _goes_on(self, after: int) -> bool:
        """Say whether a compound goes on at `after`: behind "police" of "police chief", "state" of "state-run"."""
        script = self.script
        if hyphen(script, after):
            return True
        if after >= len(script) or self.name_at[after] >= 0 or script.pos[after] not in {"NOUN", "PROPN"}:
            return False
        return script.pos[after] == "NOUN" or noun(script.low[max(0, after - LONGEST + 1) : after + 1]) is not None

    def _call(self, noun: str, referent: Referent) -> None:
        """Take in by which noun somebody was called, and by its last word."""
        self.antecedents.call(noun, referent)
        if " " in noun and noun not in _ABOVE:
            self.antecedents.call(noun.rpartition(" ")[2], referent)

    def complete(self, first: int, last: int) -> None:
        """Take in the noun phrase with which words begin, where its noun is one that nothing told to be somebody."""
        script = self.script
        head = -1
        for word in range(first, last):
            if self.name_at[word] >= 0 and head >= 0:
                break
            if script.pos[word] in {"NOUN", "PROPN"} and self.name_at[word] < 0 and not self.titled(word):
                head = word
            elif script.pos[word] not in {"DET", "ADJ", "NUM", "PROPN", "PRON"} and script.low[word] not in POSSESSIVE:
                break
        if head < 0 or head in self.at:
            return
        found = noun(script.low[max(first, head - LONGEST + 1) : head + 1])
        if found is None:
            person = script.low[head].removesuffix("s").endswith(_PEOPLE)
            named = head + 1 < len(script) and self.name_at[head + 1] >= 0
            kind = SpeakerKind.UNNAMED_PERSON if person or named else SpeakerKind.DOCUMENT
            found = guessed(script.low[head], kind), 1
        each = nominal(script, *found, head)
        self.nominals[head] = each
        referent = self.reference.of(each)
        referent.describe(each)
        self.at[head] = Spoken(each.first, each.last, referent, source=True)

    def titled(self, word: int) -> bool:
        """Say whether a word is a form of address: "Dr" before a name."""
        found = noun(self.script.low[word : word + 1])
        return found is not None and "address" in found[0].flags

    def named(self, referent: Referent) -> list[tuple[int, int]]:
        """Return the words [first, last) of every place of a referent's names."""
        return self._named.get(id(referent), [])
