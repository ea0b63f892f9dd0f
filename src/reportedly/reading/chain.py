"""The chain stage: by which hops a statement's words came to the report, from the publisher inward."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.channels import Way, Ways
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.phrases import Phrases
from reportedly.reading.resolving import resolver
from reportedly.reading.stage import Proposal
from reportedly.values import Channel, Finding, Hop, MadeBy, Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.resolving import Resolver
    from reportedly.values import Reading, Speaker, Statement

_WORD = re.compile(r"\w+")
_EMPTY = frozenset("the a an of and news agency newspaper daily".split())
_PASSED_ON = re.compile(
    r"\b(?:published|released|issued|provided|carried|leaked)\b[^.;]{0,40}?\bby\s+",
    re.IGNORECASE,
)
"""How the words after a document name who passed it on."""
_OWN_EYES = re.compile(
    r"\b(?:seen|reviewed|obtained|viewed|verified)\s+(?:exclusively\s+)?by\s+(?:the\s+)?", re.IGNORECASE
)
"""How a report names its own publisher: "a letter seen by the Evening Post"."""
_UNVERIFIED = re.compile(r"(?:verify|confirm|corroborate)\s*\Z", re.IGNORECASE)
_TOLD = frozenset({"tell", "tells", "told", "telling"})
_CITING = re.compile(r",?\s*\b(?:citing|quoting)\s+", re.IGNORECASE)
_DATELINE = re.compile(r"\A[^\n]{0,60}?\((?P<agency>[^()\n]{2,40})\)\s*[-–—]")
"""A dateline with its agency: "LIMA, Oct 9 (Meridional) -"."""
_OF_DOCUMENT = (
    (re.compile(r"\b(?:report|study|survey|poll|review|audit|assessment|paper)\b", re.IGNORECASE), Channel.REPORT),
    (re.compile(r"\bletters?\b", re.IGNORECASE), Channel.LETTER),
    (re.compile(r"\be-?mails?\b", re.IGNORECASE), Channel.EMAIL),
    (re.compile(r"\bstatements?\b", re.IGNORECASE), Channel.STATEMENT),
    (
        re.compile(r"\b(?:posts?|tweets?|videos?|photographs|pictures|footage)\b.*\bposted\b", re.IGNORECASE),
        Channel.POST,
    ),
)
"""What a document is by its own word; any other is a document."""


class Chains:
    """Find the hops of each statement."""

    name = "chain"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions", "speakers"})
    gives = frozenset({"chains"})

    def __init__(self) -> None:
        """Open the lexicon of channels."""
        self._channels = Lexicon("channels")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their chains."""
        trace = _Trace(reading, Ways(self._channels, Phrases(reading.report.text, reading.words, reading.sentences)))
        return Proposal(statements=tuple(trace.traced(statement) for statement in reading.statements))


class _Trace:
    """Follows the statements of one report, in the order of the text."""

    def __init__(self, reading: Reading, ways: Ways) -> None:
        """Take a reading, and what finds the ways of its statements."""
        self._reading = reading
        self._text = reading.report.text
        self._ways = ways
        self._resolver: Resolver = resolver(reading)
        self._publisher = self._hop(self._resolver.publisher, Passage(self._text), Passage(self._text), "the publisher")
        self._own = frozenset(_names_of_publisher(reading))
        self._known: dict[str, Statement] = {}
        self._statements = {statement.id: statement for statement in reading.statements}
        self._last: Statement | None = None

    def traced(self, statement: Statement) -> Statement:
        """Return a statement with its chain, and with the speaker that it has when its outlet only relays."""
        if statement.id in self._known:
            return self._known[statement.id]
        parent = self._statements.get(statement.parent or "")
        outer = self.traced(parent).chain if parent is not None else (self._publisher,)
        traced = dataclasses.replace(statement, chain=(*outer, *self._inner(statement, outer)))
        speaker = traced.chain[-1].speaker if statement.speaker is not None and len(traced.chain) > len(outer) else None
        if speaker is not None and statement.speaker is not None and speaker.id != statement.speaker.id:
            traced = dataclasses.replace(traced, speaker=speaker)
        self._known[statement.id] = traced
        if statement.parent is None:
            self._last = traced
        return traced

    def _inner(self, statement: Statement, outer: tuple[Hop, ...]) -> Iterator[Hop]:
        """Yield the hops of a statement behind those of the one around it."""
        speaker = statement.speaker
        if speaker is None or self._itself(statement, speaker):
            return
        if outer[-1].speaker.id == speaker.id and len(outer) > 1:
            return
        cited = self._cited(statement) if speaker.kind.value is SpeakerKind.PUBLICATION else None
        if cited is not None:
            yield self._hop(speaker, statement.source, statement.cue, "an outlet that cites somebody")
            yield self._hop(*cited, "whom the outlet cites")
            return
        ways = self._ways.of(statement)
        way = next((each for each in ways if self._public(each)), None)
        outlet = next((found for each in ways if (found := self._outlet(each)) is not None), None)
        if outlet is None and way is None and (before := self._before(statement)) is not None:
            yield from (hop for hop in before.chain[1:-1])
            spoken = before.chain[-1]
            yield dataclasses.replace(
                self._hop(speaker, statement.source, statement.cue, "as in the sentence before"),
                channel=spoken.channel if len(before.chain) > 2 else None,  # noqa: PLR2004 - publisher and speaker
                platform=spoken.platform if len(before.chain) > 2 else None,  # noqa: PLR2004 - as above
            )
            return
        passed = self._passed_on(statement) if speaker.kind.value is SpeakerKind.DOCUMENT else None
        for passer in (outlet, passed):
            if passer is not None and not self._is_own(passer[0]):
                yield self._hop(*passer, Passage(self._text), "who passes it on")
        yield self._spoken(statement, speaker, way)

    def _spoken(self, statement: Statement, speaker: Speaker, way: Way | None) -> Hop:
        """Return the speaker's own hop, with the channel by which the words went."""
        hop = self._hop(speaker, statement.source, statement.cue, "the speaker")
        if speaker.kind.value is SpeakerKind.DOCUMENT:
            channel = next(
                (each for sign, each in _OF_DOCUMENT if sign.search(statement.source.text)), Channel.DOCUMENT
            )
            platform = way.platform if way is not None and way.channel is Channel.POST else None
            channel = Channel.POST if platform else channel
            return self._by(hop, channel, statement.source, platform)
        if way is None or not self._public(way):
            return hop
        return self._by(hop, way.channel, Passage(self._text, (way.words,)), way.platform)

    def _by(self, hop: Hop, channel: Channel, words: Passage, platform: Span | None) -> Hop:
        """Return a hop with its channel and its platform."""
        made_by = MadeBy(Chains.name, Chains.version, reason=f"{words.text!r}")
        where = None if platform is None else Passage(self._text, (platform,))
        return dataclasses.replace(
            hop,
            channel=Finding(channel, words, made_by),
            platform=None if where is None else Finding(where.text, where, made_by),
        )

    def _public(self, way: Way) -> bool:
        """Say whether a way led outward: who told somebody something told an outlet only if that one is an outlet."""
        told = way.outlet is None and self._text[way.words.start : way.words.end].lower() in _TOLD
        return not told or (way.hearer is not None and self._heard(way.hearer))

    def _heard(self, hearer: Span) -> bool:
        """Say whether somebody who was told something is an outlet."""
        speaker = self._resolver.speaker(Passage(self._text, (hearer,)))
        return speaker.kind.value is SpeakerKind.PUBLICATION or self._names(hearer) in self._own

    def _outlet(self, way: Way) -> tuple[Speaker, Passage] | None:
        """Return the outlet by which words came; None where there is none."""
        named = way.outlet or way.hearer
        if named is None or (way.outlet is None and not self._heard(named)):
            return None
        words = Passage(self._text, (named,))
        return self._resolver.speaker(words), words

    def _cited(self, statement: Statement) -> tuple[Speaker, Passage, Passage] | None:
        """Return whom an outlet cites in a statement's sentence: the words behind "citing" that are not its content."""
        if not statement.cue:
            return None
        sentence = self._reading.sentences.at(statement.cue.spans[0].start)
        if sentence is None:
            return None
        for found in _CITING.finditer(self._text, sentence.start, sentence.end):
            named = self._ways.phrases.object(found.end())
            inside = any(span.start <= found.start() < span.end for span in statement.content.spans)
            if named is not None and not inside:
                words, cue = Passage(self._text, (named,)), Passage.of(self._text, [_stripped(found)])
                return self._resolver.speaker(words), words, cue
        return None

    def _passed_on(self, statement: Statement) -> tuple[Speaker, Passage] | None:
        """Return who is told to have passed a document on."""
        for span in statement.source.spans:
            found = _PASSED_ON.search(self._text, span.start, span.end)
            named = self._ways.phrases.object(found.end()) if found else None
            if named is not None and named.end <= span.end:
                words = Passage(self._text, (named,))
                return self._resolver.speaker(words), words
        return None

    def _before(self, statement: Statement) -> Statement | None:
        """Return the statement before in the same paragraph, where the same speaker goes on."""
        last = self._last
        if last is None or statement.parent is not None or last.speaker is None or statement.speaker is None:
            return None
        if last.speaker.id != statement.speaker.id or not last.cue or not statement.cue:
            return None
        between = self._text[last.cue.spans[0].start : statement.cue.spans[0].start]
        return None if "\n\n" in between else last

    def _itself(self, statement: Statement, speaker: Speaker) -> bool:
        """Say whether the publisher speaks for itself."""
        if speaker.id == self._resolver.publisher.id:
            return True
        unverified = bool(statement.cue) and _UNVERIFIED.search(statement.cue.text) is not None
        return speaker.kind.value is SpeakerKind.PUBLICATION and (unverified or self._is_own(speaker))

    def _is_own(self, speaker: Speaker) -> bool:
        """Say whether a speaker is the publisher by another form of its name."""
        return speaker.name is not None and _key(speaker.name.value) in self._own

    def _names(self, span: Span) -> frozenset[str]:
        """Return the words of a name that tell it from others."""
        return _key(self._text[span.start : span.end])

    def _hop(self, speaker: Speaker, words: Passage, cue: Passage, reason: str) -> Hop:
        """Write a hop down."""
        made_by = MadeBy(Chains.name, Chains.version, reason=reason)
        return Hop(speaker=speaker, words=words, cue=cue, made_by=made_by)


def _stripped(found: re.Match[str]) -> tuple[int, int]:
    """Return where a match's words stand, without what surrounds them."""
    shown = found.group()
    start = found.start() + len(shown) - len(shown.lstrip(" ,\n"))
    return start, start + len(shown.strip(" ,\n"))


def _key(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    found = frozenset(word.lower() for word in _WORD.findall(name))
    return found - _EMPTY or found


def _names_of_publisher(reading: Reading) -> Iterator[frozenset[str]]:
    """Yield the names under which a report speaks of its own publisher."""
    text = reading.report.text
    if reading.report.publisher:
        yield _key(reading.report.publisher)
    for paragraph in reading.report.paragraphs[:4]:
        if found := _DATELINE.search(text[paragraph.start : paragraph.end]):
            yield _key(found["agency"])
    for found in _OWN_EYES.finditer(text):
        name = re.match(r"(?:[A-Z][\w'’-]*\s?)+", text[found.end() : found.end() + 60])
        if name:
            yield _key(name.group())
