"""How well a response fits each claim of a story: by what it says, by what its report links it to, by its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.narrowing import negated_nouns
from reportedly.claims.vocabulary import Vocabulary
from reportedly.reading.likeness import telling
from reportedly.reading.wordlists import word_list
from reportedly.values import Passage, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.claims.replies import Reply

SAYING = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.DISPUTES, Stance.CORRECTS, None})
"""Stances whose words say what they answer, and not only what it is about."""

# What each sign weighs. Set by hand on three invented stories; their order matters, their exact size hardly.
_MEMBER = 3.0
"""The response is a member of the claim."""
_ANSWERED = 1.0
"""The reading of its report says that it answers a member."""
_WORDS = 0.6
"""Its own words are the claim's."""
_ALIKE = 0.4
"""It means about the same as a member."""
_NOUN = 0.3
"""The noun which it says not to be is the claim's: "no letter reached us"."""
_SENTENCE = 0.25
"""The words of the sentence around are the claim's."""
_BEFORE = 0.15
"""The words before it in its paragraph are the claim's."""
_NEAR = 0.3
"""The claim is told just before."""
_HERE, _HERE_ASKED = 0.15, 0.25
"""The claim is told in the same report at all; more for who does not answer, and is asked of what a report tells."""
_NOT_HERE = 0.6
"""What all else weighs for who does not answer where the claim is not told in the report."""
_MAIN = 0.1
"""The headline tells the claim."""
_SAID = 0.4
"""What all that stands around weighs where the response says itself what it answers."""
_POINTS = 2.0
"""What it weighs where the response only points, or says nothing of what it answers."""
_OWN = 0.34
"""The share of a non-answer's own words that must be some claim's, for them to tell what it is about."""
_BY_DISTANCE = (1.0, 0.7, 0.35, 0.2)
"""How near a claim is that was told last in the same paragraph, in the one before, and so on."""
_HEADLINE = 0.25
"""The same of one that the headline tells, however far above."""
_ELSEWHERE = 0.8
"""What it weighs that the words which a response answers are the claim's, though no member stands there."""
_END = re.compile(r"[.!?][\"”’)]*\s")
_POINTING_TOO = frozenset(
    {"anything", "nothing", "something", "telephone", "going", "other", "others", "confirm", "know", "way", "tell"}
)
"""Words of a non-answer that tell nothing of what it was about, beside those of the reading."""


class Fit(NamedTuple):
    """How well a response fits a claim, and why, in words."""

    score: float
    reasons: tuple[str, ...]


class Fitting:
    """Tells how well responses fit the claims of one story."""

    def __init__(
        self,
        claims: Sequence[Sequence[Member]],
        entries: Mapping[str, Entry],
        likeness: Callable[[str, str], float],
    ) -> None:
        """Take the members of each claim, the reports by their ids, and what tells how alike two texts are (0 to 1)."""
        self._claims = claims
        self._entries = entries
        self._likeness = likeness
        self._vocabulary = Vocabulary(claims)

    def fits(self, reply: Reply) -> list[Fit]:
        """Return how well a response fits each claim.

        Where its own words are no claim's, what a non-answer is about is sought in the question that was put before it,
        and in the sentence around it.
        """
        own = _own_words(reply, reply.about)
        known = self._vocabulary.known(own)
        if reply.stance is not None and reply.stance.unanswered and (not known or len(known) < _OWN * len(own)):
            own = next((words for around in _asked(reply) if (words := self._around(reply, around))), known)
        elif reply.stance is not None and not known:
            own = known
        places = range(len(self._claims))
        shares = [self._vocabulary.share(own, place, reply.report) for place in places]
        weight = _weight(reply, own, max(shares, default=0.0))
        return [self._fit(reply, place, own, weight) for place in places]

    def _around(self, reply: Reply, words: Passage) -> frozenset[str]:
        """Return the words around a response that are any claim's."""
        return self._vocabulary.known(_own_words(reply, words))

    def _fit(self, reply: Reply, place: int, own: frozenset[str], weight: float) -> Fit:
        """Return how well a response fits one claim."""
        score, reasons = self._linked(reply, place)
        shared = self._vocabulary.share(own, place, reply.report)
        if shared:
            score += _WORDS * shared
            reasons.append("shared words: " + ", ".join(self._vocabulary.common(own, place)))
        if own and (shared or reply.stance is not None):
            text = reply.about.text
            score += _ALIKE * max((self._likeness(text, each) for each in self._vocabulary.texts(place)), default=0.0)
        if reply.stance is None:
            if any(self._vocabulary.most(noun, place) for noun in negated_nouns(reply.about.text)):
                score += _NOUN
                reasons.append("it says that there is none of what the claim tells of")
            return Fit(score, tuple(reasons))
        near = self._nearness(reply, place)
        if near:
            reasons.append("the claim is told before it in the report")
        here = any(member.proposition.report == reply.report for member in self._claims[place])
        if reply.stance.unanswered and not here:
            score *= _NOT_HERE
        return Fit(score + weight * self._place(reply, place, near), tuple(reasons))

    def _linked(self, reply: Reply, place: int) -> tuple[float, list[str]]:
        """Return what it weighs that a response is a member of a claim, or is read as the answer to one, and why."""
        score, reasons = 0.0, []
        if reply.member is not None and any(reply.member is member for member in self._claims[place]):
            score += _MEMBER
            reasons.append("it tells of the same")
        if answered := self._answered(reply, place):
            score += _ANSWERED * answered
            reasons.append("in its report it answers what tells of the claim")
        return score, reasons

    def _place(self, reply: Reply, place: int, near: float) -> float:
        """Return how well the place of a response fits a claim."""
        sentence = _sentence(reply)
        begins = sentence.spans[0].start
        before = telling([sentence.within[sentence.within.rfind("\n", 0, begins) + 1 : begins]])
        here = [each.proposition for each in self._claims[place] if each.proposition.report == reply.report]
        told = (_HERE if reply.stance in SAYING else _HERE_ASKED) * bool(here)
        main = _MAIN * any(proposition.headline for proposition in here)
        around = _SENTENCE * self._vocabulary.share(telling(sentence.texts), place, reply.report)
        return told + main + around + _BEFORE * self._vocabulary.share(before, place, reply.report) + _NEAR * near

    def _answered(self, reply: Reply, place: int) -> float:
        """Return how far what the reading says a response answers is told by members of a claim."""
        if reply.answers is None:
            return 0.0
        for member in self._claims[place]:
            proposition = member.proposition
            if proposition.report != reply.report:
                continue
            if reply.answers.statement is not None and proposition.statement == reply.answers.statement:
                return 1.0
            if any(span.overlaps(own) for span in reply.answers.words.spans for own in proposition.spans):
                return 1.0
        words = telling(reply.answers.words.texts)
        return _ELSEWHERE * self._vocabulary.share(words, place, reply.report)

    def _nearness(self, reply: Reply, place: int) -> float:
        """Return how near before a response a claim is told in its report, from 0 to 1."""
        report = self._entries[reply.report].reading.report
        own = _paragraph(report.paragraphs, reply.start)
        best = 0.0
        for member in self._claims[place]:
            proposition = member.proposition
            if proposition.report != reply.report or member is reply.member or proposition.words.within != report.text:
                continue
            start = proposition.spans[0].start
            if start >= reply.start:
                continue
            distance = own - _paragraph(report.paragraphs, start)
            if proposition.headline:
                best = max(best, _HEADLINE)
            elif distance < len(_BY_DISTANCE):
                best = max(best, _BY_DISTANCE[distance])
        return best


def _weight(reply: Reply, own: frozenset[str], share: float) -> float:
    """Return what all that stands around a response weighs: the less, the more of its own words are some claim's."""
    if not own:
        return _POINTS
    return _SAID if reply.stance in SAYING else 1 - (1 - _SAID) * share


def _own_words(reply: Reply, words: Passage) -> frozenset[str]:
    """Return the words of a response that tell what it answers; none where it only points or says nothing."""
    pointing = word_list("pointing", "asked") | word_list("pointing", "around") | _POINTING_TOO
    told = telling(words.texts) - telling(pointing)
    if reply.stance in SAYING:
        return told
    return told - telling(word_list("pointing", "sayings")) - telling([reply.name])


def _asked(reply: Reply) -> Iterator[Passage]:
    """Yield where what somebody was asked may stand who does not answer: a question before it, then its sentence."""
    sentence = _sentence(reply)
    text, begins = sentence.within, sentence.spans[0].start
    line = text.rfind("\n", 0, begins) + 1
    questions = [match for match in _END.finditer(text, line, begins) if match.group().startswith("?")]
    if questions:
        end = questions[-1].start()
        start = max((match.end() for match in _END.finditer(text, line, end)), default=line)
        yield Passage(text, (Span(start, end),))
    yield sentence


def _sentence(reply: Reply) -> Passage:
    """Return the sentence that a response stands in."""
    text, last = reply.words.within, reply.words.spans[-1].end
    first = text.rfind("\n", 0, reply.start) + 1
    begins = max((match.end() for match in _END.finditer(text, first, reply.start)), default=first)
    end, line = _END.search(text, last - 1), text.find("\n", last)
    ends = min(end.start() if end is not None else len(text), line if line >= 0 else len(text))
    return Passage(text, (Span(begins, max(ends, last)),))


def _paragraph(paragraphs: Sequence[Span], place: int) -> int:
    """Return the number of the paragraph that holds a place, or of the last that begins before it."""
    return sum(1 for span in paragraphs if span.start <= place)
