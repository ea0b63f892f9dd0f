"""Who did not answer, in which words, and about what, where an entry of the lexicon of responses stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.complements import complement
from reportedly.reading.phrases import Phrases
from reportedly.reading.subjects import Subjects
from reportedly.reading.wordlists import word_list
from reportedly.values import MentionKind, Span

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading, Statement, Word

_WORD = re.compile(r"[\w'’-]+")
_SOMEBODY = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.STATE,
        MentionKind.DOCUMENT,
        MentionKind.NATIONALITY,
    }
)
_PRONOUNS = frozenset("he she they it neither none nobody both".split())
_OWN = frozenset("i we you me us".split())
_NOBODY = frozenset({"this", "that", "these", "those", "which", "there", "what", "nothing", "one", "anyone"})
_NEGATIVE = frozenset("no neither none nobody".split())
_OTHERWISE = re.compile(r"(?:him|her|it|them|my|your|our)sel(?:f|ves)\b|(?:with|as)\b", re.IGNORECASE)
"""Behind a verb of naming these tell of something else: "would not identify himself", "does not identify with"."""
_REACHING = frozenset({"reach", "contact", "locate", "interview"})
_TO_WHOM = frozenset({"to", "for", "with", "at", "from"})
_ABOUT = frozenset("on about regarding seeking requesting asking over concerning for after by".split())
"""Words behind the name of whom a message went to that do not belong to the name."""
_QUESTIONS = frozenset("whether if who what which when where why how".split())
_TIMED = 4
"""Words behind a cue among which its question begins: "would not say | on Tuesday | whether"."""
_ASKED_WITHIN = 12
"""Words behind a cue among which that stands to which nobody answered."""


class Silence(NamedTuple):
    """A non-answer: who did not answer, the words that say so, and what it was about."""

    source: Span
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Silences:
    """Reads the non-answers of one report."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading with words, sentences and mentions."""
        self._reading = reading
        self._text = reading.report.text
        self._subjects = Subjects(reading)
        self._phrases = Phrases(self._text, reading.words, reading.sentences)

    def of(self, match: Match) -> Silence | None:
        """Return what an entry tells where it stands by itself; None where nobody is told to have been asked."""
        if "from" in match.entry.flags:
            return self._from(match)
        subject = self._subjects.of(match.start, match.end)
        return None if subject is None else self._read(match, subject.span)

    def told(self, match: Match, around: Statement) -> Silence | None:
        """Return what an entry tells in the content of a statement: somebody else than its speaker did not answer."""
        if {"from", "plain"} & set(match.entry.flags) or not around.source:
            return None
        piece = next(span for span in around.content.spans if span.start <= match.start < span.end)
        subject = self._subjects.of(match.start, match.end, piece.start)
        if subject is None or subject.shared or subject.span.start < piece.start:
            return None
        shown = self._text[subject.span.start : subject.span.end].lower()
        return None if shown in _PRONOUNS else self._read(match, subject.span)

    def _read(self, match: Match, source: Span) -> Silence | None:
        """Return the non-answer of a subject, if an entry's conditions hold."""
        flags = match.entry.flags
        shown = _WORD.findall(self._text[source.start : source.end].lower())
        if not shown or shown[0] in _OWN or shown[0] in _NOBODY or source.end > match.start:
            return None
        if "message" in flags:
            return self._message(match, source)
        if "negative" in flags and shown[0] not in _NEGATIVE:
            return None
        if "somebody" in flags and not self._somebody(source, shown):
            return None
        return self._silence(match, source)

    def _silence(self, match: Match, source: Span) -> Silence | None:
        """Return the non-answer with what it is about."""
        flags = match.entry.flags
        behind = self._behind(match.end)
        if "ends" in flags and not self._nothing(match.end, behind):
            return None
        if "object" in flags:
            cue = self._verb_end(match)
            topic = complement(self._reading, cue)
            return None if topic is None else Silence(source, (Span(match.start, cue),), (topic,))
        topic = complement(self._reading, match.end) if {"topic", "question", "asked"} & set(flags) else None
        if "asked" in flags and not (topic and word_list("asking", "messages") & self._lows(behind)):
            return None
        if "question" in flags:
            topic = self._question(match.end, topic, behind)
            if topic is None:
                return None
        if topic is not None and _OTHERWISE.match(self._text, topic.start):
            return None
        return Silence(source, (Span(match.start, match.end),), (topic,) if topic else ())

    def _question(self, place: int, topic: Span | None, behind: tuple[Word, ...]) -> Span | None:
        """Return a topic that begins like a question, without the words of time before it; None for any other."""
        if topic is None or self._low(behind[0]) not in word_list("asking", "openers"):
            return None
        later = (word for word in behind[:_TIMED] if word.start > place and self._low(word) in _QUESTIONS)
        found = next((complement(self._reading, word.start) for word in later), None)
        return found or topic

    def _message(self, match: Match, subject: Span) -> Silence | None:
        """Return who did not answer a message that is the subject: "Calls to the harbour office went unanswered"."""
        words = self._reading.words.within(subject.start, subject.end)
        lows = [self._low(word) for word in words]
        reach = next((i for i, low in enumerate(lows) if low in _REACHING), None)
        if reach is not None and reach + 1 < len(words) and word_list("asking", "efforts") & set(lows[:reach]):
            end = next((i for i in range(reach + 2, len(words)) if lows[i] in _ABOUT), len(words))
            source = Span(words[reach + 1].start, words[end - 1].end)
            return Silence(source, (Span(words[0].start, words[reach].end), Span(match.start, match.end)), ())
        for place in range(1, len(words) - 1):
            if lows[place] in _TO_WHOM and lows[place + 1] not in word_list("asking", "wanted"):
                sent = word_list("asking", "messages") - word_list("asking", "efforts") & set(lows[:place])
                if not sent or words[place + 1].pos == "VERB":
                    return None
                end = next((i for i in range(place + 2, len(words)) if self._leaves(words[i])), len(words))
                source = Span(words[place + 1].start, words[end - 1].end)
                what = Span(words[0].start, words[place - 1].end)
                return Silence(source, (Span(match.start, match.end),), (what,))
        return None

    def _leaves(self, word: Word) -> bool:
        """Say whether a word behind a name begins something else: "Woodward | left with the paper"."""
        return self._low(word) in _ABOUT or word.pos == "VERB"

    def _from(self, match: Match) -> Silence | None:
        """Return who did not answer behind the words of an entry: "no immediate comment from the palace"."""
        whom = complement(self._reading, match.end)
        if whom is None:
            return None
        words = self._reading.words.within(whom.start, whom.end)
        end = next((i for i in range(1, len(words)) if self._low(words[i]) in _ABOUT), len(words))
        source = Span(whom.start, words[end - 1].end)
        if not self._somebody(source, _WORD.findall(self._text[source.start : source.end].lower())):
            return None
        rest = complement(self._reading, words[end].end) if end < len(words) - 1 else None
        return Silence(source, (Span(match.start, match.end),), (rest,) if rest else ())

    def _somebody(self, source: Span, shown: list[str]) -> bool:
        """Say whether words name a person, a body or a state, or stand for one."""
        words = self._reading.words.within(source.start, source.end)
        end = next((word.start for word in words[1:] if self._low(word) in {"of", "on", "about"}), source.end)
        mentions = self._reading.mentions.touching(source.start, end)
        named = bool(words) and words[0].pos == "PROPN"
        return (
            named
            or bool(_PRONOUNS & set(shown[:1]))
            or any(mention.kind in _SOMEBODY or mention.named for mention in mentions)
        )

    def _verb_end(self, match: Match) -> int:
        """Return where the verb ends whose object an entry holds."""
        for word in self._reading.words.within(match.start, match.end):
            if self._low(word) in word_list("asking", "verbs"):
                return word.end
        return match.end

    def _nothing(self, place: int, behind: tuple[Word, ...]) -> bool:
        """Say whether nothing, or only words of time and what is joined on, stands behind a place."""
        if not behind or behind[0].pos == "PUNCT" or "\n" in self._text[place : behind[0].start]:
            return True
        low = self._low(behind[0])
        timed = low != "in" or self._low(behind[min(1, len(behind) - 1)]) == "time"
        return low in word_list("asking", "behind") and timed

    def _behind(self, place: int) -> tuple[Word, ...]:
        """Return some words behind a place, of the same sentence."""
        sentence = self._reading.sentences.at(place - 1)
        words = self._reading.words
        first = words.before(place)
        return words[first : min(first + _ASKED_WITHIN, sentence.last)] if sentence else ()

    def _lows(self, words: tuple[Word, ...]) -> set[str]:
        """Return words in small letters."""
        return {self._low(word) for word in words}

    def _low(self, word: Word) -> str:
        """Return a word in small letters."""
        return self._text[word.start : word.end].lower()
