"""Which report of a story somebody means who names its publisher: "the Echo reported", "a Dispatch report"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.claims.agencies import key, same_outlet
from reportedly.ledger.identities import folded
from reportedly.values import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.entry import Entry

_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of |and |the |& )?[A-Z][\w’'&-]*){0,5}")
_ARTICLE = re.compile(r"[Tt]he ")
_BEHIND = re.compile(r"['’]s\b| (?:report|story|article|account|exclusive|interview|investigation)\b")
"""What shows behind a short name that an outlet is meant: "a Dispatch report"."""
_EMPTY = frozenset("news newspaper online tv radio wire agency press media group service com daily weekly".split())
"""Words of an outlet's name that are often left out."""
_POSSESSIVE = re.compile(r"['’]s?\Z")


class Outlets:
    """The publishers of some reports, to be asked for by any of their names."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take the reports of a story."""
        self._by: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry.publisher:
                self._by.setdefault(entry.publisher, []).append(entry)

    def publisher(self, name: str, *, of: Entry | None = None, whole: bool = False) -> str | None:
        """Return the publisher that goes by a name; never that of the report `of`, which speaks of itself.

        Of several whose name ends so ("the Post" where there are two) it is none, unless it is the whole of one's. With
        `whole` one word of several is not enough: "board" is not Ward & Board.
        """
        shown = _POSSESSIVE.sub("", name.strip())
        if not shown or (of is not None and of.publisher and same_outlet(shown, of.publisher)):
            return None
        found = [each for each in sorted(self._by) if _called(shown, each, whole=whole)]
        exact = [each for each in found if key(each) == key(shown)]
        return (exact or found)[0] if exact or len(set(map(key, found))) == 1 else None

    def reports(self, publisher: str) -> Sequence[Entry]:
        """Return the reports of a publisher."""
        return self._by.get(publisher, ())

    def named(self, entry: Entry, start: int, end: int) -> Iterator[tuple[str, Passage]]:
        """Yield the other publishers that a stretch of a report's text names, each with the words."""
        text = entry.reading.report.text
        for found in _NAME.finditer(text, start, end):
            for piece in _pieces(found):
                shown = text[piece.start : piece.end]
                short = _ARTICLE.match(shown) is None and _BEHIND.match(text, piece.end) is None
                publisher = self.publisher(shown, of=entry, whole=short)
                if publisher is not None:
                    yield publisher, Passage(text, (piece,))
                    break


def _called(name: str, publisher: str, *, whole: bool) -> bool:
    """Say whether a name is a publisher's: in full, by its initials, or by how it ends ("the Echo" of the Osk Echo).

    How it begins is mostly a place's name, and tells no outlet from the next, unless only a word such as "News" is left
    out. A body may be called by the first words of its name, of which there must be several.
    """
    if key(name) == key(publisher):
        return True
    words, others = _words(name), _words(publisher)
    if name.isupper() and key(name) == "".join(word[0] for word in others):
        return True
    if not words or len(words) >= len(others) or (len(words) == 1 and whole):
        return False
    ends = others[-len(words) :] == words
    begins = others[: len(words)] == words and (len(words) > 1 or set(others[1:]) <= _EMPTY)
    return ends or begins


def _words(name: str) -> list[str]:
    """Return the words of a name, without an article."""
    words = folded(name).split()
    return words[1:] if len(words) > 1 and words[0] in {"the", "la", "le", "el", "il", "der", "die", "das"} else words


def _pieces(found: re.Match[str]) -> Iterator[Span]:
    """Yield a run of names, and then what it ends with: "Minister Ferro and the Evening Post"."""
    start = found.start()
    shown = _POSSESSIVE.sub("", found.group())
    end = start + len(shown)
    yield Span(start, end)
    for gap in re.finditer(r" ", shown):
        yield Span(start + gap.end(), end)
