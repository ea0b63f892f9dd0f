"""Whose copy a report says that it carries: by its dateline, its byline, a copyright line, or in a line of thanks."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.claims.agencies import PATTERN, key, same_outlet, usual
from reportedly.values import MentionKind, Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Finding, Reading

_WHOLE = frozenset({"a dateline", "a copyright line", "a byline"})
"""The wires stage's reasons for which the report as a whole is the wire's."""
_OWNERS = frozenset({"a copyright line"})
"""Those that as often name who owns the publisher."""
_LONGEST = 160
"""Code points of a line that credits."""
_HEAD = 3
"""Paragraphs among which "Jo Berg, Island Press" is a byline, and not the credit of a picture."""
_WORDS = re.compile(r"[^\W\d_]{2}")
_NAMED = re.compile(rf"(?<![A-Z-])(?P<name>(?:[Tt]he )?{PATTERN})(?![\w-])")
_DATELINE = re.compile(rf"(?:[A-Z][^\n()]{{0,58}})?\((?P<name>{PATTERN})\)\s*(?:[-–—:]|\n)")
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Updated|Posted)"
)
_BEGINS = re.compile(
    rf"\W*(?:[Bb]y|[Ff]rom|[Ss]ource:)?\s*(?P<name>(?:[Tt]he )?{PATTERN})\s*(?:$|[|,•·–—-]|\(?\d|{_DAY})"
)
_BY = re.compile(rf"\b[Bb]y (?P<name>(?:[Tt]he )?{PATTERN})(?![\w-])")
_ENDS = re.compile(
    r"(?:.*\b[Bb]y\s.+?|.+\sand\s.+?|.+\|\s*|[A-Z][A-Z .,'’-]+?\s+)"
    rf"[\s,|–—-]*(?P<name>(?:[Tt]he )?{PATTERN})\W*$"
)
_STAFF = re.compile(
    rf"(?<![A-Z-])(?P<name>{PATTERN}) (?:[A-Z][a-z]+ ){{0,3}}(?:Writer|Reporter|Correspondent|Editor)s?\W*$"
)
_THANKS = re.compile(r"\bcontribut|\b(?:reporting|material|files|information) (?:by|from)\b", re.IGNORECASE)
"""What makes a line one of thanks, after which the report is not all the agency's."""
_PERSON = re.compile(rf"(?:[A-Z][\w.’'-]+ ){{1,3}}?[A-Z][\w’'-]+, (?P<name>(?:[Tt]he )?{PATTERN})\W*$")
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)\W*(?:\d{{4}})?,?\s*(?:by )?(?P<name>(?:[Tt]he )?{PATTERN})(?![\w-])"
)
_PICTURES = re.compile(
    r"\b(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Pp]ool|[Ff]ile|[Vv]ia|FILE)|/ ?(?:AP|AFP|Reuters)"
)
"""What makes a line the credit of a picture."""


@dataclasses.dataclass(frozen=True, slots=True)
class Credit:
    """A name that a report credits, and its words; `whole` where all of the report is said to be its copy.

    `key` is the same for one outlet under any of its names.
    """

    key: str
    name: str
    words: Passage
    whole: bool


def wires(reading: Reading) -> dict[str, Credit]:
    """Return the outlets whose copy a report says that it carries, by key; never its own publisher."""
    publisher = reading.report.publisher
    found: dict[str, Credit] = {}
    for credit in sorted(_credits(reading), key=lambda each: (not each.whole, each.words.pairs)):
        if publisher is None or not same_outlet(credit.name, publisher):
            found.setdefault(credit.key, credit)
    return found


def is_wire(reading: Reading) -> bool:
    """Say whether a report is its publisher's own wire copy: its dateline or byline credits the publisher itself."""
    publisher = reading.report.publisher
    return publisher is not None and any(
        credit.whole and same_outlet(credit.name, publisher) for credit in _credits(reading)
    )


def relayed(reading: Reading) -> frozenset[str]:
    """Return the names of the outlets that stand in a report's chains, as those whose word it passes on."""
    hops = (hop.speaker for statement in reading.statements for hop in statement.chain[1:])
    return frozenset(
        each.name.value for each in hops if each.name is not None and each.kind.value is SpeakerKind.PUBLICATION
    )


def _credits(reading: Reading) -> Iterator[Credit]:
    """Yield what is credited: what the wires stage found, and the lines under a heading that it leaves out."""
    text = reading.report.text
    for wire in reading.wires:
        whole = wire.made_by.reason in _WHOLE
        known = usual(wire.value)
        inside = list(_within(wire.words))
        if known is None and (inside or not _is_wire(reading, wire)):
            # People stand beside the agency that they work for; without one they are no wire.
            yield from (_credit(text, found, whole=whole) for found in inside)
            continue
        yield Credit(key(wire.value), known or wire.value, wire.words, whole)
    if reading.report.byline and (found := _NAMED.search(reading.report.byline)):
        words = Passage(reading.report.byline, (Span(*found.span("name")),))
        yield Credit(key(found["name"]), usual(found["name"]) or found["name"], words, whole=True)
    for number, paragraph in enumerate(reading.report.paragraphs):
        start = paragraph.start
        if found := _DATELINE.match(text, start, min(paragraph.end, start + _LONGEST)):
            yield _credit(text, Span(*found.span("name")), whole=True)
        for line in text[start : paragraph.end].splitlines(keepends=True):
            if len(line) <= _LONGEST and _THANKS.search(line):
                found = _NAMED.search(line)
                if found:
                    yield _credit(text, Span(start + found.start("name"), start + found.end("name")), whole=False)
            elif found := _byline(line, head=number < _HEAD):
                yield _credit(text, Span(start + found.start("name"), start + found.end("name")), whole=True)
            start += len(line)


def _credit(text: str, span: Span, *, whole: bool) -> Credit:
    """Return the credit of some words that are an agency's name."""
    words = Passage(text, (span,))
    return Credit(key(words.text), usual(words.text) or words.text, words, whole)


def _within(words: Passage) -> Iterator[Span]:
    """Yield the agencies that are named in some words."""
    for span in words.spans:
        yield from (Span(*found.span("name")) for found in _NAMED.finditer(words.within, span.start, span.end))


def _byline(line: str, *, head: bool) -> re.Match[str] | None:
    """Return the agency that a line of its own credits."""
    shown = line.rstrip()
    if not shown or len(" ".join(shown.split())) > _LONGEST:
        return None
    if (found := _COPYRIGHT.search(shown)) or _PICTURES.search(shown):
        return found
    person = _PERSON.match(shown) if head else None
    return _BEGINS.match(shown) or _ENDS.match(shown) or _BY.search(shown) or _STAFF.search(shown) or person


def _is_wire(reading: Reading, found: Finding[str]) -> bool:
    """Say whether a name that is on no list is a wire's: not an owner's in a copyright line, not a dateline's city."""
    return (
        found.made_by.reason in _WHOLE - _OWNERS
        and bool(_WORDS.search(found.value))
        and not any(
            mention.kind is MentionKind.PLACE
            for span in found.words.spans
            for mention in reading.mentions.touching(span.start, span.end)
        )
    )
