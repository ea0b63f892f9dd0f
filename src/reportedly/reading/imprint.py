"""The names under which a report speaks of its own publisher: "the Post" of the Evening Post.

They come from what the report says of itself and from its dateline. Where it says nothing, its heading may ("The
Evening Post, 3 May"), and so do the acts of a newsroom: only the publisher "could not independently verify".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Report

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "the a an of and news newspaper newspapers daily com net org www media group online inc ltd llc agency".split()
)
"""Words that do not tell one outlet from another."""
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[\w-]+)\.(?:\w+\.?){1,3}(?:/\S*)?\Z")
_DATELINE = re.compile(r"\A[^\n()]{0,60}\((?P<name>[A-Z][^()\n]{1,40})\)\s*[-–—:]")
"""A dateline with its agency: "LIMA, Oct 9 (Meridional) -"."""
_HEADING = re.compile(
    r"^(?P<name>[A-Z][\w’'&.-]*(?: (?:of |and |the )?[A-Z][\w’'&.-]*){0,4}),? (?:\w+day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})(?:,? \d{4})?$",
    re.MULTILINE,
)
"""A line with an outlet and a date: "The Evening Post, 3 May"."""
_NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,4})"
_ASKING = r"(?:requests?|questions?|inquir(?:y|ies)|quer(?:y|ies)|calls?|emails?|messages?)"
_BEHIND = (
    re.compile(rf"\b{_ASKING} (?:for comment )?(?:sent )?(?:from|by) {_NAME}"),
    re.compile(rf"\b(?:seen|reviewed|obtained|viewed|heard) (?:exclusively )?by {_NAME}"),
)
"""What is told of a report's own newsroom, whose name stands behind: "a letter seen by the Evening Post"."""
_BEFORE = re.compile(
    r"(?: (?:could|was|has|had|did)(?: not|n['’]t)?(?: \w+)?(?: not| unable to)? "
    r"(?:verif|authenticat|(?:independently|immediately) (?:confirm|corroborat))"
    r"|['’]s (?:\w+ )?(?:requests? for|questions|inquiries|queries|reporters?|correspondents?)\b)"
)
"""The same where the name stands before: "the Evening Post could not verify it"."""
_NAME_BEFORE = re.compile(_NAME + r"\Z")
_LONGEST = 60
"""Code points before an act in which the name stands."""
_HEAD = 6
"""Paragraphs among which heading and dateline stand."""
_TELLING = 4
"""Letters of a short name that ends an address: "the Post" of denverpost.com."""
_LINE = 400
"""Code points of a paragraph that are looked at for them."""


class Imprint:
    """Knows a report's publisher by any of its names."""

    def __init__(self, report: Report) -> None:
        """Take a report."""
        self._names = [key for key in _names(report) if key]

    def own(self, name: str) -> bool:
        """Say whether a name is the publisher's, in full or in short."""
        key = _key(name)
        return bool(key) and any(_same(key, known) for known in self._names)


def _names(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield the words of each name of the publisher."""
    text = report.text
    head = [text[each.start : min(each.end, each.start + _LINE)] for each in report.paragraphs[:_HEAD]]
    datelines = [found["name"] for shown in head if (found := _DATELINE.match(shown))]
    yield from map(_key, datelines)
    if report.publisher:
        yield _key(report.publisher)
    elif not datelines:
        headings = [found["name"] for shown in head for found in _HEADING.finditer(shown)]
        yield from map(_key, headings)
        if not headings:
            yield from map(_key, _at_work(text))


def _at_work(text: str) -> Iterator[str]:
    """Yield the names of those whose newsroom is told of."""
    for act in _BEHIND:
        yield from (found["name"] for found in act.finditer(text))
    for found in _BEFORE.finditer(text):
        if named := _NAME_BEFORE.search(text, max(0, found.start() - _LONGEST), found.start()):
            yield named["name"]


def _key(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others; of a web address its name."""
    domain = _DOMAIN.match(name.strip())
    words = [word.lower() for word in _WORD.findall(domain["name"] if domain else name)]
    return tuple(word for word in words if word not in _EMPTY) or tuple(words)


def _same(key: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Say whether two names are of one outlet: one is part of the other, or its address or initials."""
    if set(key) <= set(known) or (len(known) > 1 and set(known) <= set(key)):
        return True
    return _written_together(key, known) or _written_together(known, key)


def _written_together(key: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Say whether one word is another name's words or initials: "denverpost", "nytimes", "bbc"."""
    if len(known) != 1:
        return False
    if len(key) == 1:
        return len(key[0]) >= _TELLING and known[0].endswith(key[0])
    initials = "".join(word[0] for word in key)
    return known[0] in {"".join(key), initials, initials[:-1] + key[-1]}
