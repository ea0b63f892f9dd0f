"""Any words of a report that name somebody, resolved into a speaker."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.anonymity import anonymity
from reportedly.reading.antecedents import Number, Pronoun
from reportedly.reading.designation import trimmed
from reportedly.reading.discourse import Discourse
from reportedly.reading.genders import Gender
from reportedly.reading.nominals import complement
from reportedly.reading.profiles import STAGE, VERSION, Profiles
from reportedly.reading.referents import Referent
from reportedly.reading.sourcing import Heads
from reportedly.values import Finding, MadeBy, Passage, Span, Speaker, SpeakerKind, stable_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.antecedents import Spoken
    from reportedly.values import Along, Mention, Reading, Report, Sentence, Statement, Word

_THIRD: dict[str, tuple[Number, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), (Number.PERSON, Gender.MALE)),
    **dict.fromkeys(("she", "her", "hers", "herself"), (Number.PERSON, Gender.FEMALE)),
    **dict.fromkeys(("it", "its", "itself"), (Number.THING, None)),
    **dict.fromkeys(("they", "them", "their", "themselves"), (Number.SEVERAL, None)),
}
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_FIRST_OF_MANY = frozenset({"we", "us", "our", "ours", "ourselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_ONE = frozenset({"one", "another", "each", "neither", "either"})
_PLURAL = frozenset({"some", "many", "most", "several", "others", "few", "all", "both", "those", "more", "none"})
_BEFORE_PRONOUN = frozenset({"PUNCT", "ADV", "DET"})
_NEAR = 4
"""Sentences before a quotation without a statement in which its speaker is looked for."""
_PAIR = 2


class Found(NamedTuple):
    """Whom some words name, and why, where a pronoun takes its antecedent."""

    who: Referent | Speaker
    reason: str | None = None


class Attributed(NamedTuple):
    """What bears on who is meant of a statement: it is the same before and after later stages."""

    id: str
    source: Passage
    content: Passage


class Resolver:
    """Resolves passages of one report into speakers."""

    def __init__(self, report: Report, discourse: Discourse, statements: Sequence[Attributed]) -> None:
        """Take a report, who is spoken of in it, and what is attributed in it."""
        self._discourse = discourse
        self._script = discourse.script
        self._report = report
        self._statements = sorted((each for each in statements if each.source), key=_length, reverse=True)
        self._profiles = Profiles(report, discourse, anonymity(discourse))
        self._heads = Heads(discourse)
        self._of: dict[str, Found] = {}
        self._held = self._holding()

    def _holding(self) -> list[int]:
        """Return for each word the number of the statement with the shortest content that holds it; -1 for none."""
        held = [-1] * len(self._script)
        for number, statement in enumerate(self._statements):
            for span in statement.content.spans:
                first, last = self._discourse.words(span.start, span.end)
                held[first:last] = [number] * (last - first)
        return held

    @property
    def publisher(self) -> Speaker:
        """The publisher, as the report names it."""
        return self._profiles.publisher()

    def source(self, statement: Statement) -> Speaker | None:
        """Return the speaker of a statement; None where it has no source."""
        return self._shown(self._source(statement)) if statement.source else None

    def speaker(self, passage: Passage, statement: Statement | Attributed | None = None) -> Speaker:
        """Return the speaker whom some words of the report name, as the source of a statement or elsewhere.

        Raises ValueError where the passage has no words.
        """
        if not passage:
            msg = "a passage without words names nobody"
            raise ValueError(msg)
        return self._shown(self._resolve(passage, statement))

    def _source(self, statement: Statement | Attributed) -> Found:
        """Return whom a statement's source names.

        All are worked out at the first call, those with the longest contents first: a source in another's content may
        be that one's speaker.
        """
        if not self._of:
            self._of = {each.id: Found(self._nobody(each.source)) for each in self._statements}
            for each in self._statements:
                self._of[each.id] = self._resolve(each.source, each)
        return self._of.get(statement.id) or self._resolve(statement.source, statement)

    def _shown(self, found: Found) -> Speaker:
        """Return the speaker that was found, with the reason why a pronoun goes back to it."""
        speaker = found.who if isinstance(found.who, Speaker) else self._profiles.of(found.who)
        if found.reason is None or speaker.name is None:
            return speaker
        made_by = MadeBy(STAGE, VERSION, reason=found.reason)
        return dataclasses.replace(speaker, name=dataclasses.replace(speaker.name, made_by=made_by))

    def _resolve(self, passage: Passage, statement: Statement | Attributed | None) -> Found:
        """Return whom a passage names, and why where it takes a pronoun's antecedent."""
        for span in passage.spans:
            first, last = self._discourse.words(span.start, span.end)
            heads = self._heads.within(first, last)
            pronoun = self._pronoun(first, heads[0].first if heads else last, statement)
            if pronoun is not None:
                return pronoun
            if heads:
                return self._named(self._heads.together(heads))
        return Found(self._nobody(passage), "nothing tells who it is")

    def _named(self, items: Sequence[Spoken]) -> Found:
        """Return whom one phrase, or several together, name."""
        if len(items) == 1:
            index = self._discourse.nominals.get(items[0].last - 1)
            here = index is not None and index.first < index.last and self._script.low[index.first] in {"this", "our"}
            if here and items[0].referent.itself.kind is SpeakerKind.PUBLICATION:
                return Found(self.publisher, "the report's own outlet")
            return Found(items[0].referent.itself)
        pair = self._discourse.pairs.get(items[0].first)
        return Found(pair) if pair is not None and len(items) == _PAIR else Found(self._group(items))

    def _group(self, items: Sequence[Spoken]) -> Speaker:
        """Return several as one speaker, their names joined as the report has them."""
        speakers = [self._profiles.of(item.referent) for item in items]
        start, end = self._script.start[items[0].first], self._script.end[items[-1].last - 1]
        words = trimmed(Passage(self._script.text, (Span(start, end),)))
        named = [speaker.named for speaker in speakers]
        people = all(item.referent.itself.person for item in items)
        made_by = MadeBy(STAGE, VERSION, reason="several who speak together")
        return Speaker(
            id=stable_id("p", self._report.id, [speaker.id for speaker in speakers]),
            name=Finding(words.text, words, made_by),
            kind=Finding(SpeakerKind.GROUP if any(named) else SpeakerKind.UNNAMED_GROUP, words, made_by),
            country=_same([speaker.country for speaker in speakers]),
            named=all(named),
            count=Finding(len(speakers), words, made_by) if people else None,
        )

    def _pronoun(self, first: int, last: int, statement: Statement | Attributed | None) -> Found | None:
        """Return whom a pronoun names with which words begin; None where they begin with none."""
        low, pos = self._script.low, self._script.pos
        for word in range(first, last):
            if low[word] in _THIRD:
                return self._third(word, statement)
            if low[word] in _FIRST or low[word] in _FIRST_OF_MANY:
                return self._own(word, statement)
            if low[word] in _RELATIVE and low[word + 1 : word + 2] and low[word + 1] not in _THIRD:
                return self._relative(word)
            if low[word] in _ONE and low[word + 1 : word + 2] == ["of"] and low[word + 2 : word + 3] == ["them"]:
                return self._one_of(word)
            if pos[word] not in _BEFORE_PRONOUN and low[word] not in _RELATIVE:
                return None
        return None

    def _third(self, word: int, statement: Statement | Attributed | None) -> Found | None:
        """Return whom "he", "it" or "they" goes back to."""
        content = [self._discourse.words(span.start, span.end) for span in statement.content.spans] if statement else []
        pronoun = Pronoun(word, *_THIRD[self._script.low[word]], content)
        around = self._around(word, statement)
        quoted = self._script.quoted[word]
        if around is not None:
            said = self._source(around).who
            speaker = said.itself if isinstance(said, Referent) else None
            within = self._discourse.words(around.content.spans[0].start, around.content.spans[-1].end)
            pronoun = pronoun._replace(favoured=None if quoted else speaker, within=within)
        else:
            speaker = self._nearby(word, 1) if quoted else None
            spoken = self._discourse.at.get(word)
            if spoken is not None and spoken.referent.itself is not speaker:
                return Found(
                    spoken.referent.itself, f"'{self._script.low[word]}' goes back to the likeliest one before"
                )
        if quoted and speaker is not None:
            pronoun = pronoun._replace(without=frozenset({id(speaker)}))
        best = self._discourse.antecedents.pronoun(pronoun)
        return (
            Found(best.referent, f"'{self._script.low[word]}' goes back to the likeliest one before") if best else None
        )

    def _around(self, word: int, statement: Statement | Attributed | None) -> Attributed | None:
        """Return the statement with a source in whose content a word stands."""
        held = self._held[word]
        around = self._statements[held] if held >= 0 else None
        return None if around is None or (statement is not None and around.id == statement.id) else around

    def _own(self, word: int, statement: Statement | Attributed | None) -> Found:
        """Return whom "I" or "we" names: who is quoted, the body they speak for, or the publisher."""
        low = self._script.low[word]
        around = self._around(word, statement)
        speaker = self._source(around).who if around else None
        if speaker is None and self._script.quoted[word]:
            speaker = self._nearby(word, _NEAR)
        if speaker is None:
            return Found(self.publisher, f"'{low}' outside quotations is the publisher")
        if low in _FIRST_OF_MANY and isinstance(speaker, Referent) and speaker.itself.person:
            affiliation = self._profiles.affiliations.of(speaker)
            if affiliation is not None and affiliation.referent is not None and not affiliation.referent.person:
                return Found(affiliation.referent, f"'{low}' is the body of whoever is quoted")
        return Found(speaker, f"'{low}' is whoever is quoted")

    def _nearby(self, word: int, near: int) -> Referent | None:
        """Return the last person who was a source before a word of a quotation."""
        for spoken in self._discourse.antecedents.before(word):
            if self._script.sentence[word] - self._script.sentence[spoken.first] > near:
                return None
            if spoken.source and spoken.referent.itself.person:
                return spoken.referent.itself
        return None

    def _relative(self, word: int) -> Found | None:
        """Return whom a relative pronoun goes back to: the one whose phrase ends right before it."""
        script = self._script
        nearest: Referent | None = None
        for spoken in self._discourse.antecedents.before(word):
            if script.sentence[spoken.first] != script.sentence[word]:
                break
            referent = spoken.referent.itself
            if spoken.owner or (script.low[word] == "who" and not (referent.person or referent.plural)):
                continue
            nearest = nearest or referent
            if complement(script, spoken.last) >= word - 1:
                nearest = referent
                break
        return Found(nearest, f"'{script.low[word]}' goes back to the one right before") if nearest else None

    def _one_of(self, word: int) -> Found | None:
        """Return one of a group: "one of them"."""
        best = self._discourse.antecedents.pronoun(Pronoun(word, Number.SEVERAL))
        if best is None:
            return None
        one = Referent(SpeakerKind.UNNAMED_PERSON, None, best.referent.name, described=list(best.referent.described))
        return Found(one, f"'{self._script.low[word]}' is one of those")

    def _nobody(self, passage: Passage) -> Speaker:
        """Return a speaker of whom no more is known than the words."""
        words = trimmed(Passage(passage.within, passage.spans[:1]))
        shown = words.text.lower().split()
        several = any(word.isdecimal() for word in shown) or any(word in _PLURAL for word in shown[-1:])
        plural = several or (bool(shown) and shown[-1].endswith("s") and not shown[-1].endswith("ss"))
        kind = SpeakerKind.UNNAMED_GROUP if plural else SpeakerKind.UNNAMED_PERSON
        made_by = MadeBy(STAGE, VERSION)
        return Speaker(
            id=stable_id("p", self._report.id, words.pairs),
            name=Finding(words.text, words, made_by),
            kind=Finding(kind, words, made_by),
            named=False,
        )


def _length(statement: Attributed) -> int:
    """Return how long a content is, from its first word to its last."""
    extent = statement.content.extent
    return len(extent) if extent else 0


def _same(countries: Sequence[Finding[str] | None]) -> Finding[str] | None:
    """Return the country that all have."""
    first = countries[0]
    return first if first and all(each is not None and each.value == first.value for each in countries) else None


def resolver(reading: Reading) -> Resolver:
    """Return what resolves the passages of a reading's report; stages that read one report share the work."""
    parts = tuple(Attributed(statement.id, statement.source, statement.content) for statement in reading.statements)
    return _resolver(reading.report, reading.words, reading.sentences, reading.mentions, parts)


@functools.lru_cache(maxsize=2)
def _resolver(
    report: Report,
    words: Along[Word],
    sentences: Along[Sentence],
    mentions: Along[Mention],
    parts: tuple[Attributed, ...],
) -> Resolver:
    """Go through a report once, however many stages ask."""
    spoken = [(part.source, part.content) for part in parts]
    return Resolver(report, Discourse(report, words, sentences, mentions, spoken), parts)
