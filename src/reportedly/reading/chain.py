"""The chain stage: by which hops a statement's words came to the report, from the publisher inward."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.channels import Ways, joined
from reportedly.reading.imprint import Imprint
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.outlets import is_outlet, owner
from reportedly.reading.phrases import Phrases
from reportedly.reading.relays import Relays
from reportedly.reading.resolving import resolver
from reportedly.reading.stage import Proposal
from reportedly.values import (
    Certainty,
    Channel,
    Finding,
    Hop,
    MadeBy,
    Passage,
    Span,
    Speaker,
    SpeakerKind,
    stable_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.channels import Way
    from reportedly.reading.lexicon import Match
    from reportedly.reading.resolving import Resolver
    from reportedly.values import Reading, Statement

_UNVERIFIED = re.compile(
    r"(?:not|unable to|n['’]t)\b.*\b(?:verify|confirm|corroborate|authenticate)\s*\Z", re.IGNORECASE
)
"""What only a report's own newsroom says of itself: "could not independently verify"."""
_QUOTES = frozenset("\"“‘'")
_BEHIND = 60
"""Code points behind a source in which it is told who passed the document on."""
_NEAR = 12
"""Code points beside a cue in which the report doubts it: "reportedly told", "told the council, reportedly"."""


class Chains:
    """Find the hops of each statement."""

    name = "chain"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions", "speakers"})
    gives = frozenset({"chains"})

    def __init__(self) -> None:
        """Open the lexicons."""
        self.channels = Lexicon("channels")
        self.citing = Lexicon("citing")
        self.passing = Lexicon("passing")
        self.written = Lexicon("written")
        self.doubting = Lexicon("doubting")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their chains."""
        trace = _Trace(reading, self)
        return Proposal(statements=tuple(trace.traced(statement) for statement in reading.statements))


class _Trace:
    """Follows the statements of one report, in the order of the text."""

    def __init__(self, reading: Reading, stage: Chains) -> None:
        """Take a reading, and the stage for its lexicons."""
        text = reading.report.text
        self._reading, self._text = reading, text
        self._phrases = Phrases(text, reading.words, reading.sentences)
        self._imprint = Imprint(reading.report)
        self._ways = Ways(stage.channels, self._phrases, self._is_outlet, reading.statements)
        self._relays = Relays(self._phrases, stage.citing.matches(text))
        self._passing = stage.passing.matches(text)
        self._written = stage.written.matches(text)
        self._doubting = stage.doubting.matches(text)
        self._resolver: Resolver = resolver(reading)
        self._nothing = Passage(text)
        self._publisher = _hop(self._resolver.publisher, self._nothing, self._nothing, "the publisher")
        self._known: dict[str, Statement] = {}
        self._statements = {statement.id: statement for statement in reading.statements}
        self._last: Statement | None = None

    def traced(self, statement: Statement) -> Statement:
        """Return a statement with its chain."""
        waiting = [statement]
        while waiting[-1].parent is not None and waiting[-1].parent not in self._known:
            waiting.append(self._statements[waiting[-1].parent])
        for one in reversed(waiting):
            if one.id not in self._known:
                self._known[one.id] = dataclasses.replace(one, chain=self._chain(one))
        traced = self._known[statement.id]
        if statement.parent is None and statement.speaker is not None:
            self._last = traced
        return traced

    def _chain(self, statement: Statement) -> tuple[Hop, ...]:
        """Return the hops of a statement, behind those of the one around it."""
        outer = self._known[statement.parent].chain if statement.parent is not None else (self._publisher,)
        speaker = statement.speaker
        if speaker is None or (len(outer) > 1 and outer[-1].speaker.id == speaker.id):
            return outer
        if self._itself(statement, speaker):
            own = _hop(speaker, statement.source, statement.cue, "the publisher speaks for itself")
            return (*outer[:-1], own) if len(outer) == 1 else outer
        return (*outer, *self._inner(statement, speaker))

    def _inner(self, statement: Statement, speaker: Speaker) -> Iterator[Hop]:
        """Yield those who pass a statement's words on, and its speaker."""
        way, outlet = joined(self._ways.of(statement))
        relay = self._relays.outlet(statement)
        if way is None and relay is None and (before := self._before(statement)) is not None:
            yield from before.chain[1:-1]
            yield dataclasses.replace(
                self._spoken(statement, speaker, None),
                channel=before.chain[-1].channel,
                platform=before.chain[-1].platform,
            )
            return
        found = [(relay, "who quotes the speaker", statement.cue)]
        if outlet is not None and way is not None:
            found.append((outlet, "the outlet that it was said to or through", Passage(self._text, (way.words,))))
        if speaker.kind.value is SpeakerKind.DOCUMENT:
            found.append((self._passed_on(statement), "who passed the document on", self._nothing))
        told: set[str] = {speaker.id}
        for named, reason, cue in found:
            passer = self._passer(named) if named is not None else None
            if passer is not None and passer.id not in told:
                told.add(passer.id)
                yield _hop(passer, Passage(self._text, (named,)) if named else self._nothing, cue, reason)
        spoken = self._spoken(statement, speaker, way)
        if relay is not None and spoken.channel is None:
            spoken = self._by(spoken, Channel.OTHER_OUTLET, statement.cue)
        yield spoken

    def _passer(self, named: Span) -> Speaker | None:
        """Return who passes words on; None where that is the publisher, or the report's own copy."""
        shown = self._shown(named)
        if self._imprint.own(shown):
            return None
        if self._text[max(0, named.start - 1) : named.start] in _QUOTES:
            return self._programme(named)
        passer = self._resolver.speaker(Passage(self._text, (named,)))
        outlet = passer.kind.value is SpeakerKind.PUBLICATION
        if passer.id == self._resolver.publisher.id:
            return None
        if outlet and passer.name is not None and self._imprint.own(passer.name.value):
            return None
        if outlet or not self._is_outlet(named):
            return passer
        words = Passage(self._text, (named,))
        made_by = MadeBy(Chains.name, Chains.version, reason="words came through it")
        kind = Finding(SpeakerKind.PUBLICATION, words, made_by)
        return dataclasses.replace(passer, kind=kind, named=self._is_named(named) or shown[:1].isupper())

    def _programme(self, named: Span) -> Speaker:
        """Return a programme as a speaker; its name in quotes goes back to nobody before."""
        words = Passage(self._text, (named,))
        made_by = MadeBy(Chains.name, Chains.version, reason="a programme's name in quotes")
        return Speaker(
            id=stable_id("p", self._reading.report.id, SpeakerKind.PUBLICATION, words.text.lower()),
            name=Finding(words.text, words, made_by),
            kind=Finding(SpeakerKind.PUBLICATION, words, made_by),
            named=True,
        )

    def _spoken(self, statement: Statement, speaker: Speaker, way: Way | None) -> Hop:
        """Return the speaker's own hop, with the channel by which the words went."""
        hop = _hop(speaker, statement.source, statement.cue, "the speaker")
        if (doubt := self._doubted(statement)) is not None:
            words = Passage(self._text, (Span(doubt.start, doubt.end),))
            made_by = MadeBy(Chains.name, Chains.version, reason=f"{words.text!r} beside the cue")
            hop = dataclasses.replace(hop, certainty=Finding(Certainty(doubt.entry.label), words, made_by))
        if way is not None and (way.platform is not None or not self._is_document(speaker)):
            own = way.direct and way.outlet is not None and self._imprint.own(self._shown(way.outlet))
            channel = Channel.INTERVIEW if own else way.channel
            return self._by(hop, channel, Passage(self._text, (way.words,)), way.platform)
        if self._is_document(speaker):
            bearer = self._bearer(statement)
            if bearer is not None:
                words = Passage(self._text, (Span(bearer.start, bearer.end),))
                return self._by(hop, Channel(bearer.entry.label), words)
        return hop

    def _bearer(self, statement: Statement) -> Match | None:
        """Return the noun for what bears the words, in a source or a cue: no "Post" of a newspaper, and no verb."""
        words = self._phrases.words
        for span in (*statement.source.spans, *statement.cue.spans):
            for match in self._written.within(span.start, span.end):
                place = words.before(match.start)
                noun = place < len(words) and words[place].pos in {"NOUN", "ADJ"}
                if noun or (match.start == span.start and words[min(place, len(words) - 1)].pos == "PROPN"):
                    return match
        return None

    def _shown(self, span: Span) -> str:
        """Return the words of a span."""
        return self._text[span.start : span.end]

    def _is_document(self, speaker: Speaker) -> bool:
        """Say whether a speaker is something written, or an outlet, whose articles are."""
        return speaker.kind.value in {SpeakerKind.DOCUMENT, SpeakerKind.PUBLICATION}

    def _by(self, hop: Hop, channel: Channel, words: Passage, platform: Span | None = None) -> Hop:
        """Return a hop with its channel and its platform."""
        made_by = MadeBy(Chains.name, Chains.version, reason=f"{words.text!r}")
        where = None if platform is None else Passage(self._text, (platform,))
        return dataclasses.replace(
            hop,
            channel=Finding(channel, words, made_by),
            platform=None if where is None else Finding(where.text, where, made_by),
        )

    def _doubted(self, statement: Statement) -> Match | None:
        """Return the words beside a cue, or within it, by which the report doubts that it was said."""
        return next(
            (
                match
                for span in statement.cue.spans
                for match in self._doubting.within(max(0, span.start - _NEAR), span.end + _NEAR)
                if not any(piece.start <= match.start < piece.end for piece in statement.content.spans)
            ),
            None,
        )

    def _is_outlet(self, span: Span) -> bool:
        """Say whether some words name an outlet, or the publisher."""
        shown = self._shown(span)
        return is_outlet(self._phrases, self._reading.mentions, span) or (
            shown[:1].isupper() and self._imprint.own(shown)
        )

    def _passed_on(self, statement: Statement) -> Span | None:
        """Return who is named as having passed a document on, in the words for it or right behind them."""
        for span in statement.source.spans:
            stop = self._stop(statement, span)
            for match in self._passing.within(span.start, stop):
                named = self._phrases.object(match.end)
                if named is None or named.end > stop or not self._text[named.end - 1].isalnum():
                    continue
                outlet = next((each for each in (owner(self._phrases, named), named) if self._is_outlet(each)), None)
                if outlet is not None or (match.entry.label == "by" and self._is_named(named)):
                    return outlet or named
        return None

    def _stop(self, statement: Statement, span: Span) -> int:
        """Return up to where it may be told who passed on the document that a span names."""
        sentence = self._phrases.sentence(span.start)
        end = min(span.end + _BEHIND, sentence.end if sentence else span.end)
        behind = (each.start for each in (*statement.cue.spans, *statement.content.spans) if each.start >= span.end)
        return min(end, min(behind, default=end))

    def _is_named(self, span: Span) -> bool:
        """Say whether some words name somebody by a proper name."""
        return any(mention.named for mention in self._reading.mentions.within(span.start, span.end))

    def _before(self, statement: Statement) -> Statement | None:
        """Return the statement before in the same paragraph, where its speaker goes on from an outlet's words."""
        last = self._last
        if last is None or statement.parent is not None or last.speaker is None or statement.speaker is None:
            return None
        if last.speaker.id != statement.speaker.id or not last.cue or not statement.cue:
            return None
        if len(last.chain) <= 2:  # noqa: PLR2004 - publisher and speaker: nobody passed it on
            return None
        if not any(self._relays.of("said", span.start, span.end) for span in statement.cue.spans):
            return None
        start, end = last.cue.spans[0].start, statement.cue.spans[0].start
        return last if start < end and "\n\n" not in self._text[start:end] else None

    def _itself(self, statement: Statement, speaker: Speaker) -> bool:
        """Say whether the publisher speaks for itself."""
        if speaker.id == self._resolver.publisher.id:
            return True
        outlet = speaker.kind.value is SpeakerKind.PUBLICATION
        own = speaker.name is not None and self._imprint.own(speaker.name.value)
        unverified = bool(statement.cue) and _UNVERIFIED.search(statement.cue.text) is not None
        return (own and (outlet or unverified)) or (outlet and unverified)


def _hop(speaker: Speaker, words: Passage, cue: Passage, reason: str) -> Hop:
    """Write a hop down."""
    made_by = MadeBy(Chains.name, Chains.version, reason=reason)
    return Hop(speaker=speaker, words=words, cue=cue, made_by=made_by)
