"""The wires stage: whose copy a report says that it uses ("With reporting from ...", a dateline's agency)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.outlets import is_outlet, known
from reportedly.reading.phrases import Phrases
from reportedly.reading.stage import Proposal
from reportedly.values import Finding, MadeBy, MentionKind, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading

_DASH = r"\s*(?:[-–—:]|\n)"
_DATELINE = re.compile(rf"(?:[A-Z][^\n()]{{0,58}})?\((?P<name>[A-Z][^()\n]{{1,40}})\){_DASH}")
"""A paragraph that opens with an agency, perhaps behind a place and a date: "LIMA, Oct 9 (Meridional) -"."""
_WORD = r"[A-Z][\w’'&-]*"
_NAME = re.compile(rf"\s*(?:the\s+)?(?P<name>{_WORD}(?:\s(?:(?:of|and|for|the)\s)?{_WORD}){{0,6}})")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|Copyright)\s*(?:Copyright\s*)?(?:©\s*)?(?:\d{4},?\s*)?(?:by\s+)?")
_RIGHTS = re.compile(r",?\s+(?:Inc|Ltd|LLC|All|Rights)\b")
_BYLINE = re.compile(
    r"By\s[^\n]{0,60}?(?:[-–—|,/]\s*|(?<=By\s))(?P<name>(?:The\s)?[A-Z][\w’'& .-]{1,40})$", re.MULTILINE
)
"""A byline that an agency's name ends: "By Ana Ferro | Meridional News", "By Meridional News"."""
_BEGINS = re.compile(r"\b[A-Z]")
_LONGEST = 40
"""Code points of the longest known name of an outlet."""
_MOST = 160
"""Code points of a line that tells whose copy it is."""
_HEAD = 8
"""Paragraphs among which a byline stands."""


class Wires:
    """Find whose copy a report says that it uses."""

    name = "wires"
    version = "2"
    needs = frozenset({"text", "words", "sentences", "mentions"})
    gives = frozenset({"wires"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("wires")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the names."""
        credits_ = _Credits(reading)
        spans = [
            *credits_.lines(),
            *(each for match in self._lexicon.matches(reading.report.text) for each in credits_.named(match)),
        ]
        found: dict[str, Finding[str]] = {}
        for span, reason in sorted(spans, key=lambda each: each[0]):
            words = Passage(reading.report.text, (span,))
            made_by = MadeBy(self.name, self.version, reason=reason)
            found.setdefault(words.text.lower().removeprefix("the "), Finding(words.text, words, made_by))
        return Proposal(wires=tuple(found.values()))


class _Credits:
    """Reads the credits of one report."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading."""
        self._reading = reading
        self._text = reading.report.text
        self._phrases = Phrases(self._text, reading.words, reading.sentences)

    def lines(self) -> Iterator[tuple[Span, str]]:
        """Yield the names in datelines, bylines and copyright lines, each with the reason."""
        for number, paragraph in enumerate(self._reading.report.paragraphs):
            end = min(paragraph.end, paragraph.start + _MOST)
            if found := _DATELINE.match(self._text, paragraph.start, end):
                yield Span(*found.span("name")), "a dateline"
            if (found := _COPYRIGHT.match(self._text, paragraph.start, end)) and (span := self._name(found.end())):
                yield span, "a copyright line"
            if number < _HEAD and (found := _BYLINE.match(self._text, paragraph.start, end)):
                span = Span(found.start("name"), found.start("name") + len(found["name"].rstrip(" .")))
                if self._outlet(span):
                    yield self._fitted(span), "a byline"

    def named(self, match: Match) -> Iterator[tuple[Span, str]]:
        """Yield the name that an entry gives: the outlets in it, or else all of it."""
        before = "before" in match.entry.flags
        span = self._phrases.subject(match.start) if before else self._name(match.end)
        if span is None or (not self._text[span.start].isupper() and not before):
            return
        mentions = self._reading.mentions.within(span.start, span.end)
        named = [Span(mention.start, mention.end) for mention in mentions if mention.named]
        outlets = [self._fitted(each) for each in ([span] if self._outlet(span) else named) if self._outlet(each)]
        spans = outlets or ([] if "outlet" in match.entry.flags else [span])
        yield from ((each, f"{self._text[match.start : match.end]!r}") for each in spans)

    def _name(self, offset: int) -> Span | None:
        """Return the name that begins at a place, without what lawyers add to it."""
        found = _NAME.match(self._text, offset)
        if found is None:
            return None
        rights = _RIGHTS.search(self._text, found.start("name"), found.end("name"))
        return Span(found.start("name"), rights.start() if rights else found.end("name"))

    def _fitted(self, span: Span) -> Span:
        """Return the outlet's own name, where a person's stands before it: "By Ana Ferro Island Press"."""
        shown = self._text[max(0, span.end - _LONGEST) : span.end]
        for found in _BEGINS.finditer(shown):
            if " ".join(shown[found.start() :].split()) in known():
                return Span(span.end - len(shown) + found.start(), span.end)
        mentions = self._reading.mentions.within(span.start, span.end)
        outlet = next((each for each in mentions if each.end == span.end and each.kind is MentionKind.DOCUMENT), None)
        return span if outlet is None else Span(outlet.start, outlet.end)

    def _outlet(self, span: Span) -> bool:
        """Say whether a name is an outlet's."""
        return is_outlet(self._phrases, self._reading.mentions, span)
