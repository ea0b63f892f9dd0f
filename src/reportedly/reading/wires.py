"""The wires stage: whose copy a report says that it uses ("With reporting from ...", a dateline's agency)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.phrases import Phrases
from reportedly.reading.stage import Proposal
from reportedly.values import Finding, MadeBy, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.lexicon import Match
    from reportedly.values import Reading

_DATELINE = re.compile(r"\A[A-Z][^\n()]{0,58}\((?P<name>[A-Z][^()\n]{1,40})\)\s*(?:[-–—:]|\n)")
"""A paragraph that opens with a place, perhaps a date, and an agency: "LIMA, Oct 9 (Meridional) -"."""
_BARE = re.compile(r"\A\((?P<name>[A-Z][^()\n]{1,40})\)\s*(?:[-–—:]|\n)")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:\d{4}\s*)?(?:by\s+)?(?P<name>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,4})"
)
_NAME = re.compile(r"\s*(?:the\s+)?(?P<name>[A-Z][\w’'&.-]*(?:\s(?:of |and )?[A-Z][\w’'&.-]*){0,5})")
_MOST = 160
"""Code points of a line that tells whose copy it is."""


class Wires:
    """Find whose copy a report says that it uses."""

    name = "wires"
    version = "1"
    needs = frozenset({"text", "words", "sentences"})
    gives = frozenset({"wires"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("wires")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the names."""
        found: dict[str, Finding[str]] = {}
        for span, reason in sorted(self._spans(reading), key=lambda each: each[0]):
            words = Passage(reading.report.text, (span,))
            if words.text.lower() == (reading.report.publisher or "").lower():
                continue
            made_by = MadeBy(self.name, self.version, reason=reason)
            found.setdefault(words.text.lower(), Finding(words.text, words, made_by))
        return Proposal(wires=tuple(found.values()))

    def _spans(self, reading: Reading) -> Iterator[tuple[Span, str]]:
        """Yield where names stand, each with the reason."""
        text = reading.report.text
        for paragraph in reading.report.paragraphs:
            shown = text[paragraph.start : min(paragraph.end, paragraph.start + _MOST)]
            for sign, reason in ((_DATELINE, "a dateline"), (_BARE, "a dateline"), (_COPYRIGHT, "a copyright line")):
                found = sign.match(shown)
                if found:
                    yield Span(paragraph.start + found.start("name"), paragraph.start + found.end("name")), reason
        phrases = Phrases(text, reading.words, reading.sentences)
        for match in self._lexicon.matches(text):
            span = _named(text, phrases, match)
            if span is not None:
                yield span, f"{text[match.start : match.end]!r}"


def _named(text: str, phrases: Phrases, match: Match) -> Span | None:
    """Return the name that an entry gives."""
    if "before" in match.entry.flags:
        return phrases.subject(match.start)
    within = "within" in match.entry.flags
    found = _NAME.match(text, match.start + text[match.start : match.end].find("from") + 4 if within else match.end)
    return Span(found.start("name"), found.end("name")) if found else None
