"""By which way a statement's words went outward, and through which outlet: read off the words around its content."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.values import Channel, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.lexicon import Lexicon, Match, Matches
    from reportedly.reading.phrases import Phrases
    from reportedly.values import Statement

_AIRED = re.compile(
    r"\b(?:TV|television|radio|channel|broadcast\w*|network|canal|cable|CNN|BBC|NPR|Sky|Al Jazeera)\b", re.IGNORECASE
)
"""What makes an outlet one that is heard or seen."""


@dataclasses.dataclass(frozen=True, slots=True)
class Way:
    """A way that words went: its channel, the words that tell it, and the outlet or the platform that they name."""

    channel: Channel
    words: Span
    hearer: Span | None = None
    """To whom it was said: an outlet, or anybody else."""
    outlet: Span | None = None
    platform: Span | None = None


class Ways:
    """Finds the ways of statements in one report."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Take the lexicon of channels, and what looks for phrases in the report."""
        self.phrases = phrases
        self._matches: Matches = lexicon.matches(phrases.text)
        self._rank = {id(entry): rank for rank, entry in enumerate(lexicon.entries)}

    def of(self, statement: Statement) -> list[Way]:
        """Return the ways that the words around a statement's content tell, the most telling first."""
        found = [match for start, end in self._around(statement) for match in self._matches.within(start, end)]
        return [self._way(match) for match in sorted(found, key=lambda match: self._rank[id(match.entry)])]

    def _around(self, statement: Statement) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the sentence of a statement's cue that are not its content."""
        if not statement.cue:
            return
        sentence = self.phrases.sentence(statement.cue.spans[0].start)
        if sentence is None:
            return
        place = sentence.start
        for span in statement.content.spans:
            if span.end <= sentence.start or span.start >= sentence.end:
                continue
            if place < span.start:
                yield place, span.start
            place = max(place, span.end)
        if place < sentence.end:
            yield place, sentence.end

    def _way(self, match: Match) -> Way:
        """Return the way that an entry tells."""
        flags, channel = match.entry.flags, Channel(match.entry.label)
        named = self.phrases.object(match.end) if {"hearer", "outlet", "platform"} & set(flags) else None
        words = Span(match.start, match.end)
        if "platform" in flags:
            return Way(channel, words, platform=self._proper(named) if named else None)
        if "platform within" in flags:
            last = self.phrases.words.before(match.end) - 1
            begin = last - (self.phrases.low(last) == "social")
            return Way(channel, words, platform=Span(self.phrases.words[begin].start, match.end))
        if "outlet" in flags:
            return Way(self._aired(channel, named), words, outlet=named)
        return Way(self._aired(channel, named), words, hearer=named)

    def _proper(self, named: Span) -> Span | None:
        """Return the proper name at the end of a noun phrase: "the messaging service | Lantern"."""
        words = self.phrases.words.within(named.start, named.end)
        first = len(words)
        while first and words[first - 1].pos == "PROPN":
            first -= 1
        return Span(words[first].start, words[-1].end) if first < len(words) else None

    def _aired(self, channel: Channel, named: Span | None) -> Channel:
        """Return the channel of an interview with an outlet: one that is heard or seen broadcasts it."""
        if channel is Channel.INTERVIEW and named and _AIRED.search(self.phrases.text, named.start, named.end):
            return Channel.BROADCAST
        return channel
