"""Who passes on what somebody else says: the one that quotes or cites, where the words are another's.

"The Evening Post reported, citing two officials" and "the weekly quoted a supplier as saying" have the officials' and
the supplier's words. Whoever reports them is on the way to the report, and is no source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.values import Span

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.reading.phrases import Phrases
    from reportedly.values import Passage, Statement

_BE = frozenset("is are was were been being be".split())
_BY = re.compile(r"\s*,?\s*by\s+", re.IGNORECASE)
_STOP = re.compile(r"[,;:—–()\n]|\s(?:that|who|which|whom|whose)\s|[.!?](?:\s|\Z)", re.IGNORECASE)
"""Where the words for somebody cited end."""
_YEAR = re.compile(r"\d{4}\s+")
_SAYING = 200
"""Code points behind "quoted" in which "as saying" must stand."""
_APART = 40
"""Code points between "reported" and "citing": "reported on Monday, citing"."""


class Quoted(NamedTuple):
    """Somebody quoted "as saying": who quotes them (None where nobody is told to), the verb, and "as saying"."""

    cited: Span
    outlet: Span | None
    verb: Span
    saying: Span

    @property
    def start(self) -> int:
        """Where the attribution begins."""
        return min(self.cited.start, self.verb.start, self.outlet.start if self.outlet else self.verb.start)


class Relays:
    """Finds in one report who quotes or cites somebody."""

    def __init__(self, phrases: Phrases, matches: Matches) -> None:
        """Take what looks for phrases, and where the lexicon's entries stand."""
        self.phrases = phrases
        self._matches = matches

    def of(self, label: str, start: int, end: int) -> list[Match]:
        """Return the entries of a label within [start, end)."""
        return [match for match in self._matches.within(start, end) if match.entry.label == label]

    def quoted(self, match: Match) -> Quoted | None:
        """Return who is quoted by a verb; None where the sentence tells of nobody's words."""
        phrases = self.phrases
        sentence = phrases.sentence(match.start)
        if sentence is None:
            return None
        saying = next(iter(self.of("saying", match.end, min(sentence.end, match.end + _SAYING))), None)
        if saying is None:
            return None
        told = Span(saying.start, saying.end)
        place = phrases.words.before(match.start) - 1
        while place > sentence.first and phrases.words[place].pos == "ADV":
            place -= 1
        if place >= sentence.first and phrases.low(place) in _BE:
            begin = phrases.words[place].start
            cited = self.subject(begin)
            by = _BY.match(phrases.text, match.end, saying.start)
            outlet = phrases.object(by.end()) if by else None
            return None if cited is None else Quoted(cited, outlet, Span(begin, match.end), told)
        cited = stripped(phrases.text, match.end, saying.start)
        outlet = self.subject(match.start)
        if cited is None or outlet is None:
            return None
        return Quoted(cited, outlet, Span(match.start, match.end), told)

    def cited(self, match: Match) -> Span | None:
        """Return whom or what "citing" names, up to the next mark; None where nothing stands behind it."""
        sentence = self.phrases.sentence(match.start)
        if sentence is None:
            return None
        stop = _STOP.search(self.phrases.text, match.end + 1, sentence.end)
        return stripped(self.phrases.text, match.end, stop.start() if stop else sentence.end)

    def reporting(self, match: Match) -> Match | None:
        """Return the verb of saying that "citing" follows: "the Evening Post reported on Monday, citing"."""
        sentence = self.phrases.sentence(match.start)
        if sentence is None:
            return None
        verbs = self.of("said", max(sentence.start, match.start - _APART), match.start)
        between = self.phrases.text[verbs[-1].end : match.start] if verbs else ""
        return verbs[-1] if verbs and between.rstrip().endswith(",") and between.count(",") == 1 else None

    def outlet(self, statement: Statement) -> Span | None:
        """Return who passes on the words of somebody whom they quote or cite; None for nobody.

        The source is whom the cue quotes or cites; one that does the citing itself speaks for itself.
        """
        source = statement.source.extent
        for span in statement.cue.spans if source else ():
            for match in self._matches.within(span.start, span.end):
                if match.entry.label == "quoted" and (found := self.quoted(match)) is not None:
                    return found.outlet
                if match.entry.label == "citing" and source is not None and source.start >= match.end:
                    return self._citing(statement.cue, match)
        return None

    def group(self, start: int) -> int:
        """Return where the verb group begins that a verb at `start` ends: "has reported"."""
        place = self.phrases.words.before(start)
        while place > 0 and self.phrases.words[place - 1].pos == "AUX":
            place -= 1
        return self.phrases.words[place].start

    def subject(self, start: int) -> Span | None:
        """Return the subject of the verb at `start`, without a year before it: "In 2007 the mayor was quoted"."""
        found = self.phrases.subject(start)
        year = _YEAR.match(self.phrases.text, found.start, found.end) if found else None
        return Span(year.end(), found.end) if found and year else found

    def _citing(self, cue: Passage, match: Match) -> Span | None:
        """Return the subject of the verb that goes together with "citing"."""
        verbs = [verb for span in cue.spans for verb in self.of("said", span.start, span.end)]
        verb = verbs[0] if verbs else self.reporting(match)
        if verb is not None:
            return self.subject(verb.start)
        place = self.phrases.words.before(match.start)
        comma = place > 0 and self.phrases.low(place - 1) == ","
        return self.subject(self.phrases.words[place - 1].start) if comma else None


def stripped(text: str, start: int, end: int) -> Span | None:
    """Return what stands in [start, end) without blanks and commas at its edges; None where that is nothing."""
    shown = text[start:end]
    start += len(shown) - len(shown.lstrip(" \t\n\r,:"))
    end = start + len(text[start:end].rstrip(" \t\n\r,:"))
    return Span(start, end) if start < end else None
