"""Which claim each response answers, across reports: "denied reports that it will close" answers another outlet."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.claim import Relation, Response
from reportedly.claims.narrowing import narrower, negated_noun
from reportedly.claims.replies import replies
from reportedly.ledger.identities import folded
from reportedly.reading.likeness import telling
from reportedly.reading.wordlists import word_list
from reportedly.values import Passage, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.claims.replies import Reply

ENOUGH = 0.34
"""The score from which on a response is taken to answer a claim."""
ENOUGH_UNANSWERED = 0.24
"""The same of who does not answer: most often what is told around it is all there is to go by."""
ENOUGH_UNREAD = 0.5
"""The same where only a negation shows that something is answered: it must be nearly the claim's own words."""
_OWN, _ANSWERED, _OBJECT, _ALIKE, _AROUND, _NEAR = 3.0, 1.0, 0.6, 0.4, 0.15, 0.3
"""What it weighs that a response is a member, that the reading of its report says what it answers, that its own words
are the claim's, that they say about the same, that the words around are the claim's, and that the claim was told just
before. Set by hand on three invented dossiers; only their order matters much."""
_SENTENCE = 0.25
"""What it weighs that the words of the sentence around a response are the claim's."""
_END = re.compile(r"[.!?][\"”’)]*\s")
_POINTING_TOO = frozenset({"anything", "nothing", "something", "telephone", "going", "other", "others"})
"""Words of a non-answer that tell nothing of what it was about, beside the reading's."""
_POINTS = 2.0
"""How much more the words around and the place weigh of a response that has no words of its own for what it answers."""
_BY_DISTANCE = (1.0, 0.7, 0.35, 0.2)
"""How near a claim is that was told last in the same paragraph, in the one before, and so on."""
_HEADLINE = 0.25
"""The same of one that only the headline tells."""
_KNOWN_ELSEWHERE = 0.8
"""What a word of the claim weighs that stands in other reports of it, beside one of the same report."""
_COMMON = 0.3
"""What it weighs if only the answers so far have it, and no report that says the claim."""


_HERE, _ASKED_HERE, _MAIN = 0.15, 0.25, 0.1
"""What it weighs that the claim is told in the response's report at all, the same of who does not answer, and that it is
told in the headline."""
_SAID = 0.4
"""How much less the words around and the place weigh of a response that says itself what it answers."""
_NOUN = 0.3
"""What it weighs that the noun which is said not to be is the claim's: "no letter reached us"."""
_UNKNOWN = 0.5
"""What a word that no claim has weighs beside one that only one claim has."""
_ONE_RESPONSE = 0.8
"""The likeness from which on the words of one speaker in two reports are one response."""


class _Scored(NamedTuple):
    """How well a response fits a claim, and why."""

    score: float
    reasons: tuple[str, ...]


def respond(
    claims: Sequence[Sequence[Member]], entries: Mapping[str, Entry], likeness: Callable[[str, str], float]
) -> list[tuple[Response, ...]]:
    """Return the responses to each of a story's claims, in the order of time; each answers the claim it fits best.

    `claims` are their members, `likeness` tells from 0 to 1 how alike two texts are. A response is a member that denies
    the claim, or confirms it as such; a statement that the reading of its report links to a member; or one whose own
    words are the claim's, or which stands right behind it. Every report's copy of a response is one of its own:
    count by `speaker` to count who answers. What fits no claim well enough answers none of them.
    """
    return _Responding(claims, entries, likeness).done()


class _Responding:
    """Attaches the responses of one story."""

    def __init__(
        self,
        claims: Sequence[Sequence[Member]],
        entries: Mapping[str, Entry],
        likeness: Callable[[str, str], float],
    ) -> None:
        """Take a story's claims and reports."""
        self._claims = [list(claim) for claim in claims]
        self._entries = entries
        self._likeness = likeness
        self._profiles = [_Profile(claim) for claim in claims]
        holders = [set(profile.words) for profile in self._profiles]
        every = {word for words in holders for word in words}
        self._weights = {word: _weight(sum(word in words for words in holders), len(holders)) for word in every}
        self._unknown = _UNKNOWN * _weight(1, max(len(holders), 2))

    def done(self) -> list[tuple[Response, ...]]:
        """Return the responses to each claim."""
        found: list[list[tuple[Reply, Response]]] = [[] for _ in self._claims]
        given = [
            reply
            for entry in sorted(self._entries.values(), key=lambda entry: (entry.known_from, entry.id))
            for reply in self._replies(entry)
        ]
        scored = [self._scores(reply) for reply in given]
        for number, reply in enumerate(given):
            echoes = [other for other in range(len(given)) if other != number and self._echo(reply, given[other])]
            best = _best([(given[one], scored[one]) for one in (number, *echoes)])
            if best is not None:
                reasons = scored[number][best].reasons or ("it was answered so in another report",)
                found[best].append((reply, self._response(reply, best, reasons)))
        return [tuple(response for _, response in _each_once(answers)) for answers in found]

    def _echo(self, one: Reply, other: Reply) -> bool:
        """Say whether two reports carry one response: of one speaker, of one kind, in words that are alike."""
        if one.report == other.report or _kind(one.stance) is not _kind(other.stance):
            return False
        names = set(folded(one.name).split()), set(folded(other.name).split())
        if not names[0] or not names[1] or not (names[0] <= names[1] or names[1] <= names[0]):
            return False
        texts = one.about.text, other.about.text
        return texts[0] == texts[1] or (bool(all(texts)) and self._likeness(*texts) >= _ONE_RESPONSE)

    def _replies(self, entry: Entry) -> Iterable[Reply]:
        """Return what may answer a claim in a report."""
        here = [member for claim in self._claims for member in claim if member.proposition.report == entry.id]
        by_statement = {m.proposition.statement: m for m in here if m.proposition.statement is not None}
        own = {m.proposition.spans: m for m in here if m.proposition.statement is None}
        return replies(entry, by_statement, own)

    def _scores(self, reply: Reply) -> list[_Scored]:
        """Return how well a response fits each claim."""
        own = self._own_words(reply, reply.about)
        if reply.stance is not None and not own & self._weights.keys():
            around = self._own_words(reply, _sentence(reply)) & self._weights.keys()
            own = around if reply.stance.unanswered else frozenset()
        return [self._score(reply, place, own) for place in range(len(self._claims))]

    def _score(self, reply: Reply, place: int, own: frozenset[str]) -> _Scored:
        """Return how well a response fits a claim."""
        claim, profile = self._claims[place], self._profiles[place]
        score, reasons = 0.0, []
        if reply.member is not None and any(reply.member is member for member in claim):
            score += _OWN
            reasons.append("it says so itself" if reply.stance is Stance.CONFIRMS else "it is about the same")
        if (answered := self._answered(reply, place)) > 0:
            score += _ANSWERED * answered
            reasons.append("it answers what is told there")
        if own and (shared := self._share(own, place, reply.report)):
            score += _OBJECT * shared
            reasons.append("shared words: " + ", ".join(sorted(own & profile.words.keys())))
        if own:
            score += _ALIKE * profile.likest(reply.about.text, self._likeness)
        if reply.stance is None:
            noun = negated_noun(reply.about.text)
            if noun is not None and noun in profile.words and profile.frequency(noun) >= self._most(noun):
                score += _NOUN
                reasons.append("it says that there is none of what the claim tells of")
            return _Scored(score, tuple(reasons))
        says = reply.stance in _SAYING
        points = (_SAID if says else 1.0) if own else _POINTS
        sentence, before = _around(reply)
        near = self._nearness(reply, claim)
        here = [member.proposition for member in claim if member.proposition.report == reply.report]
        score += points * (
            (_HERE if says else _ASKED_HERE) * bool(here) + _MAIN * any(proposition.headline for proposition in here)
        )
        score += points * _SENTENCE * self._share(sentence, place, reply.report)
        score += points * _AROUND * self._share(before, place, reply.report)
        score += points * _NEAR * near
        if near:
            reasons.append("the claim is told just before")
        return _Scored(score, tuple(reasons))

    def _own_words(self, reply: Reply, words: Passage) -> frozenset[str]:
        """Return the words of a response that tell what it answers; none where it only points or says nothing."""
        pointing = word_list("pointing", "asked") | word_list("pointing", "around") | _POINTING_TOO
        told = telling(words.texts) - telling(pointing)
        if reply.stance in _SAYING:
            return told
        return told - telling(word_list("pointing", "sayings")) - telling([reply.name])

    def _share(self, words: frozenset[str], place: int, report: str) -> float:
        """Return the share of words that are a claim's, each by how much it tells among the claims of the story."""
        profile = self._profiles[place]
        total = sum(self._weights.get(word, self._unknown) for word in sorted(words))
        known = 0.0
        for word in sorted(words & profile.words.keys()):
            most = self._most(word)
            relative = profile.frequency(word) / most if most else 0.0
            known += self._weights[word] * profile.of(word, report) * (1 + relative) / 2
        return known / total if total else 0.0

    def _most(self, word: str) -> float:
        """Return the share of wordings that have a word in the claim where most do."""
        return max(profile.frequency(word) for profile in self._profiles)

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
        return _KNOWN_ELSEWHERE * self._share(words, place, reply.report) if words else 0.0

    def _nearness(self, reply: Reply, claim: Sequence[Member]) -> float:
        """Return how near before a response a claim is told in its report, from 0 to 1."""
        report = self._entries[reply.report].reading.report
        own = _paragraph(report.paragraphs, reply.start)
        best = 0.0
        for member in claim:
            proposition = member.proposition
            if proposition.report != reply.report or member is reply.member or proposition.words.within != report.text:
                continue
            start = proposition.spans[0].start
            if start >= reply.start:
                continue
            distance = own - _paragraph(report.paragraphs, start)
            if distance < len(_BY_DISTANCE):
                best = max(best, _BY_DISTANCE[distance] if not proposition.headline else _HEADLINE)
            elif proposition.headline:
                best = max(best, _HEADLINE)
        return best

    def _response(self, reply: Reply, place: int, reasons: tuple[str, ...]) -> Response:
        """Write a response down."""
        entry = self._entries[reply.report]
        why = narrower(reply, self._claims[place], self._entries)
        return Response(
            statement=reply.statement,
            report=reply.report,
            publisher=entry.publisher,
            known_from=entry.known_from,
            stance=reply.stance if reply.stance is not None else Stance.DENIES,
            speaker=reply.speaker,
            name=reply.name,
            named=reply.named,
            words=reply.words,
            narrower=why is not None,
            reasons=(*reasons, *((f"it is narrower: {why}",) if why is not None else ())),
        )


_SAYING = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.DISPUTES, Stance.CORRECTS, None})
"""Stances whose words say what they answer, and not only what it is about."""


def _by_place(text: str) -> dict[str, float]:
    """Return the words of a text with their weights: what it tells of stands at its beginning more often."""
    out: dict[str, float] = {}
    words = text.split()
    for place, shown in enumerate(words):
        for word in telling([shown]):
            out.setdefault(word, 1 - place / (2 * len(words)))
    return out


def _kind(stance: Stance | None) -> Stance | None:
    """Return the stance that stands for those which may be read from one response."""
    if stance is None or stance is Stance.DISPUTES:
        return Stance.DENIES
    if stance.unanswered:
        return Stance.NO_RESPONSE
    return Stance.RETRACTS if stance is Stance.CORRECTS else stance


def _best(answers: Sequence[tuple[Reply, Sequence[_Scored]]]) -> int | None:
    """Return the claim that one response, as reports carry it, fits best; None where it fits none well enough."""
    if not answers[0][1]:
        return None
    places = range(len(answers[0][1]))
    place = max(places, key=lambda place: math.fsum(scored[place].score for _, scored in answers))
    enough = any(scored[place].score >= _enough(reply.stance) for reply, scored in answers)
    return place if enough else None


def _enough(stance: Stance | None) -> float:
    """Return the score from which on a response is taken to answer a claim."""
    if stance is None:
        return ENOUGH_UNREAD
    return ENOUGH_UNANSWERED if stance.unanswered else ENOUGH


class _Profile:
    """The words of a claim, and which reports have them."""

    def __init__(self, claim: Sequence[Member]) -> None:
        """Take the members of a claim."""
        self._texts = sorted({member.proposition.text for member in claim})
        self.words: dict[str, set[str]] = {}
        self._counts: dict[str, float] = {}
        for text in self._texts:
            for word, weight in _by_place(text).items():
                self._counts[word] = self._counts.get(word, 0.0) + weight
        self._said: set[str] = set()
        for member in claim:
            for word in telling(member.proposition.words.texts):
                self.words.setdefault(word, set()).add(member.proposition.report)
                if member.relation is Relation.SAME:
                    self._said.add(word)

    def frequency(self, word: str) -> float:
        """Return the share of the members' wordings that have a word."""
        return self._counts.get(word, 0) / len(self._texts) if self._texts else 0.0

    def of(self, word: str, report: str) -> float:
        """Return how much a word is the claim's for a report."""
        if word not in self._said:
            return _COMMON
        return 1.0 if report in self.words[word] else _KNOWN_ELSEWHERE

    def likest(self, text: str, likeness: Callable[[str, str], float]) -> float:
        """Return how alike a text is to the member that is most like it."""
        return max((likeness(text, each) for each in self._texts), default=0.0)


def _sentence(reply: Reply) -> Passage:
    """Return the sentence that a response stands in, up to its end."""
    text = reply.words.within
    first = text.rfind("\n", 0, reply.start) + 1
    begins = max((match.end() for match in _END.finditer(text, first, reply.start)), default=first)
    end = _END.search(text, reply.words.spans[-1].end - 1)
    line = text.find("\n", reply.words.spans[-1].end)
    ends = min(end.start() if end is not None else len(text), line if line >= 0 else len(text))
    return Passage(text, (Span(begins, max(ends, reply.words.spans[-1].end)),))


def _around(reply: Reply) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the sentence that a response stands in, and those before it in its paragraph."""
    sentence = _sentence(reply)
    begins = sentence.spans[0].start
    first = sentence.within.rfind("\n", 0, begins) + 1
    return telling(sentence.texts), telling([sentence.within[first:begins]])


def _weight(holders: int, claims: int) -> float:
    """Return how much a word tells that so many of the claims have: one that all have tells next to nothing."""
    return math.log(1 + claims / (holders + 0.5))


def _paragraph(paragraphs: Sequence[Span], place: int) -> int:
    """Return the number of the paragraph that holds a place, or of the last that begins before it."""
    return sum(1 for span in paragraphs if span.start <= place)


def _each_once(answers: Sequence[tuple[Reply, Response]]) -> list[tuple[Reply, Response]]:
    """Return responses without those whose words lie in another's of the same report and stance."""
    kept: list[tuple[Reply, Response]] = []
    for reply, response in answers:
        twin = next((each for each in kept if _twins(each[1], response)), None)
        if twin is None:
            kept.append((reply, response))
        elif twin[0].stance is None and reply.stance is not None:
            kept[kept.index(twin)] = (reply, response)
    return kept


def _twins(one: Response, other: Response) -> bool:
    """Say whether two responses are read from the same words of one report."""
    same = one.report == other.report and one.stance is other.stance
    return same and any(span.overlaps(own) for span in one.words.spans for own in other.words.spans)
