"""Which statement or question of a report a response answers, and why."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.complements import complement
from reportedly.reading.heading import headline_end
from reportedly.reading.likeness import shared, telling, words_of
from reportedly.reading.resolving import resolver
from reportedly.reading.statements import begins
from reportedly.reading.wordlists import word_list
from reportedly.values import MentionKind, Passage, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reading.lexicon import Matches
    from reportedly.values import Reading, Statement

LIKE = 0.34
"""The least share of common words of a response and what it answers."""
FEWEST = 2
"""Words they must share at least, where the shorter has so many."""
FARTHEST = 14
"""How many statements before a response are looked at."""
FAR = 2_500
"""Code points before a response within which what it answers stands, about three screens of news."""
NEAR = 700
"""Code points before a response within which one that only points back finds what it answers: two paragraphs."""
FEW = 3
"""Words that tell something of a response that is all about one thing: "declined to comment on the tests"."""
LEAST = 20
"""Code points of a content at least that can be answered; the shortest in `evals/gold/tune` has 21."""
LONG = 40
"""Code points of a content at least that tells what a report is about."""
SHORT = 8
"""Words of a content that only points."""
_BODIES = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION})
_TO_THE_MAIN = frozenset({Stance.CANNOT_CONFIRM, Stance.DECLINES_COMMENT, Stance.NO_RESPONSE})
_DEMONSTRATIVES = (["that"], ["this"], ["it"])
_BEING = (["is"], ["was"], ["isn't"], ["wasn't"])
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OF_OTHERS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})


class Answered(NamedTuple):
    """What is answered: a statement's id, or None where it is only a passage, its words, and why."""

    statement: str | None
    words: Passage
    reason: str


class Answering:
    """Looks for what the responses of one report answer."""

    def __init__(self, reading: Reading, questions: Matches) -> None:
        """Take a reading with stances and speakers, and where somebody is said to have been asked."""
        self._reading = reading
        self._text = reading.report.text
        self._statements = reading.statements
        self._by_content = {one.content.spans: one.id for one in reversed(reading.statements)}
        self._questions = questions

    def of(self, place: int) -> Answered | None:
        """Return what the statement at a place among the others answers; None rather than a guess."""
        statement = self._statements[place]
        before = list(self._before(place))
        content = _pointing(statement.content)
        return (
            self._question(statement)
            or self._inside(place)
            or self._alike(statement, before)
            or self._pointed(statement, content, before)
            or self._about(statement, content, before)
            or self._next(statement, before)
            or self._by_stance(statement, before)
            or self._main(statement, content)
        )

    def _before(self, place: int) -> Iterator[Statement]:
        """Yield the statements before one that it could answer, the nearest first."""
        statement = self._statements[place]
        start = begins(statement)
        for one in reversed(self._statements[max(0, place - FARTHEST) : place]):
            if begins(one) < start - FAR:
                return
            if _says(one) and one.id != statement.parent and not _silent(one):
                yield one

    def _question(self, statement: Statement) -> Answered | None:
        """Return the question that its sentence says was put: "Asked whether he would go, the mayor ..."."""
        sentence = self._reading.sentences.at(begins(statement))
        if sentence is None:
            return None
        for match in self._questions.within(sentence.start, begins(statement)):
            words = complement(self._reading, match.end)
            if words is None or words.end > begins(statement):
                continue
            put = Passage(self._text, (words,))
            return Answered(self._by_content.get(put.spans), put, "the question that was put")
        return None

    def _inside(self, place: int) -> Answered | None:
        """Return what stands within a response as somebody's words: "denied that the ministry had said ..."."""
        statement = self._statements[place]
        for one in self._statements[place + 1 : place + 1 + FEW]:
            answers = one.parent == statement.id and bool(one.source) and one.stance is not None
            if answers and _says(one) and not _silent(one) and _stance(statement) is not Stance.CONFIRMS:
                return Answered(one.id, one.content, "it stands in the response")
        return None

    def _alike(self, statement: Statement, before: Sequence[Statement]) -> Answered | None:
        """Return the statement that has most words in common with a response, if it has enough."""
        told = words_of(statement.content) - word_list("pointing", "sayings") - word_list("pointing", "asked")
        best: tuple[float, Statement] | None = None
        for distance, one in enumerate(before):
            words = words_of(one.content)
            few = min(FEWEST, len(told), len(words))
            if not few or _same_speaker(statement, one) or len(told & words) < few or shared(told, words) < LIKE:
                continue
            score = shared(told, words) - distance / (4 * FARTHEST)
            if best is None or score > best[0]:
                best = score, one
        return _answered(best[1], "they share words that tell something") if best is not None else None

    def _pointed(self, statement: Statement, content: Sequence[str], before: Sequence[Statement]) -> Answered | None:
        """Return what a response points to: the owner's words, the thing that is named, or what was said last."""
        sayings, things = word_list("pointing", "sayings"), word_list("pointing", "things")
        named = [low for low in content if low in things]
        if named and len(content) <= SHORT:
            for one in before:
                if set(named) & set(_low_words(one.source)) and not _same_speaker(statement, one):
                    return _answered(one, f"it is what the {named[0]!r} tells")
        owned = self._owner(statement, before) if set(content) & sayings and len(content) <= SHORT else None
        if owned is not None:
            return _answered(owned, "it is what the one it names has said")
        around = sayings | word_list("pointing", "around")
        points = len(content) <= SHORT and all(low in around for low in content)
        points = points or (content[:1] in _DEMONSTRATIVES and content[1:2] in _BEING) or _right(content)
        unanswered = _silent(statement) and not set(content) & sayings and "it" not in content and "so" not in content
        if not points or unanswered or (not content and _silent(statement)):
            return None
        return self._last(statement, before, "it points back to what was said last")

    def _owner(self, statement: Statement, before: Sequence[Statement]) -> Statement | None:
        """Return the last statement of the one whose words a response names: "rejected the company's account"."""
        span = statement.content.spans[0]
        words = self._reading.words.within(span.start, span.end)
        end = next((word.start for word in words if self._text[word.start : word.end] in _POSSESSIVE), span.start)
        if end <= span.start:
            return None
        owner = resolver(self._reading).speaker(Passage.of(self._text, [(span.start, end)]), statement).id
        return next((one for one in before if one.speaker is not None and one.speaker.id == owner), None)

    def _about(self, statement: Statement, content: Sequence[str], before: Sequence[Statement]) -> Answered | None:
        """Return what was said of the one who does not answer, or of the one thing that they do not speak of."""
        if not _silent(statement):
            return None
        told = telling(content) - word_list("pointing", "asked") - word_list("pointing", "sayings")
        if told and len(told) <= FEW:
            for one in before:
                if told <= words_of(one.content) and not _same_speaker(statement, one):
                    return _answered(one, "it tells of what they would not speak of")
        return None if told else self._naming(statement, before, "it tells of the one who does not answer")

    def _names(self, statement: Statement) -> list[str]:
        """Return the names of people and bodies in a source, people by their last name."""
        found: list[str] = []
        if statement.speaker is not None and statement.speaker.named and statement.speaker.name is not None:
            name = statement.speaker.name.value
            found.append(name.split()[-1] if statement.speaker.kind.value is SpeakerKind.PERSON else name)
        for span in statement.source.spans:
            for mention in self._reading.mentions.within(span.start, span.end):
                if mention.named and mention.kind in _OF_OTHERS:
                    shown = self._text[mention.start : mention.end]
                    found.append(shown.split()[-1] if mention.kind is MentionKind.PERSON else shown)
        return found

    def _next(self, statement: Statement, before: Sequence[Statement]) -> Answered | None:
        """Return the statement right before a denial that has at least one telling word in common with it."""
        if _stance(statement) not in {Stance.DENIES, Stance.CANNOT_CONFIRM}:
            return None
        last = next((one for one in before if not _same_speaker(statement, one)), None)
        if last is None or begins(statement) - begins(last) > NEAR:
            return None
        told = words_of(statement.content)
        around = [last, *(one for one in before if one.id == last.parent)]
        best = max(around, key=lambda one: len(told & words_of(one.content)))
        common = told & (words_of(best.content) | words_of(best.source))
        return _answered(best, f"{min(common)!r} stands in both") if common else None

    def _by_stance(self, statement: Statement, before: Sequence[Statement]) -> Answered | None:
        """Return what an outlet could not confirm, what somebody agreed with, or what was said of who denies it."""
        stance, speaker = _stance(statement), statement.speaker
        outlet = speaker is not None and speaker.kind.value is SpeakerKind.PUBLICATION
        if stance is Stance.CANNOT_CONFIRM and outlet:
            return self._last(statement, before, "it is what was said last")
        person = speaker is not None and speaker.kind.value is SpeakerKind.PERSON
        if stance is Stance.CONFIRMS and person and any(low.startswith("agree") for low in _low_words(statement.cue)):
            return self._last(statement, before, "it is what was said last")
        if stance is Stance.DENIES:
            return self._naming(statement, before, "it tells of the one who denies it")
        return None

    def _naming(self, statement: Statement, before: Sequence[Statement], reason: str) -> Answered | None:
        """Return the last statement nearby of somebody else that names the speaker of a statement."""
        names = self._names(statement)
        for one in before:
            if begins(statement) - begins(one) > NEAR:
                return None
            if not _same_speaker(statement, one) and any(name in one.content.text for name in names):
                return _answered(one, reason)
        return None

    def _main(self, statement: Statement, content: Sequence[str]) -> Answered | None:
        """Return the report's first statement, which a body is asked about where no more is said."""
        body = statement.speaker is not None and statement.speaker.kind.value in _BODIES
        told = not set(content) <= word_list("pointing", "asked") | word_list("pointing", "around")
        if not body or (told and _silent(statement)) or _stance(statement) not in _TO_THE_MAIN:
            return None
        first = self._first
        if first is None or begins(first) >= begins(statement) or _same_speaker(statement, first):
            return None
        return _answered(first, "it is what the report is about first")

    @functools.cached_property
    def _first(self) -> Statement | None:
        """The first statement below the headline that stands by itself and claims something."""
        end = headline_end(self._reading.report)
        return next((one for one in self._statements if begins(one) >= end and _claims(one)), None)

    def _last(self, statement: Statement, before: Sequence[Statement], reason: str) -> Answered | None:
        """Return what somebody else said last, if it is near; of an outer statement and one within it the inner."""
        for one in before:
            if begins(statement) - begins(one) > NEAR:
                return None
            if not _same_speaker(statement, one):
                return _answered(one, reason)
        return None


def _answered(one: Statement, reason: str) -> Answered:
    """Return a statement as what is answered."""
    return Answered(one.id, one.content, reason)


def _claims(one: Statement) -> bool:
    """Say whether a statement stands by itself and claims something at some length."""
    asserts = _stance(one) in {Stance.ASSERTS, Stance.PREDICTS, Stance.CONFIRMS, Stance.DENIES}
    return asserts and one.parent is None and bool(one.source) and len(one.content.text) >= LONG


def _says(one: Statement) -> bool:
    """Say whether a content is enough of a proposition to be answered: more than a name or a word."""
    return len(one.content.text) >= LEAST and len(words_of(one.content)) >= FEWEST


def _stance(statement: Statement) -> Stance | None:
    """Return a statement's stance."""
    return statement.stance.value if statement.stance is not None else None


def _silent(statement: Statement) -> bool:
    """Say whether a statement leaves open what was asked, so that there is nothing to answer in it."""
    return statement.stance is not None and statement.stance.value.unanswered


def _same_speaker(statement: Statement, one: Statement) -> bool:
    """Say whether two statements have the same speaker, and nobody else tells of the second."""
    if one.hedge is not None or (one.parent is not None and _stance(statement) is Stance.NOT_YET_CONFIRMED):
        return False
    return statement.speaker is not None and one.speaker is not None and statement.speaker.id == one.speaker.id


def _right(content: Sequence[str]) -> bool:
    """Say whether a content says that somebody is right: "He's absolutely right"."""
    return len(content) <= SHORT and bool({"right", "correct", "true", "wrong"} & set(content))


def _pointing(passage: Passage) -> list[str]:
    """Return the words of a content's first sentence, up to an "as" that says what it was taken for."""
    words = _low_words(Passage(passage.within, passage.spans[:1]))
    first = passage.texts[0].split(". ")[0].split() if passage else []
    words = words[: len(first)]
    return words[: words.index("as")] if "as" in words[1:] else words


def _low_words(passage: Passage) -> list[str]:
    """Return the words of a passage in small letters, without a possessive ending."""
    cleaned = (word.strip(".,;:!?\"'“”‘’()") for text in passage.texts for word in text.lower().split())
    return [word.removesuffix("'s").removesuffix("’s") for word in cleaned if word]
