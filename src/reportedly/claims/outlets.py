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

        With `whole` one word of several is not enough: "board" is not Ward & Board.
        """
        shown = _POSSESSIVE.sub("", name.strip())
        if not shown or (of is not None and of.publisher and same_outlet(shown, of.publisher)):
            return None
        if whole and len(folded(shown).split()) == 1:
            found = [each for each in sorted(self._by) if key(each) == key(shown)]
        else:
            found = [each for each in sorted(self._by) if same_outlet(shown, each)]
        return found[0] if found else None

    def reports(self, publisher: str) -> Sequence[Entry]:
        """Return the reports of a publisher."""
        return self._by.get(publisher, ())

    def named(self, entry: Entry, start: int, end: int) -> Iterator[tuple[str, Passage]]:
        """Yield the other publishers that a stretch of a report's text names, each with the words."""
        text = entry.reading.report.text
        for found in _NAME.finditer(text, start, end):
            for piece in _pieces(found):
                publisher = self.publisher(text[piece.start : piece.end], of=entry)
                if publisher is not None:
                    yield publisher, Passage(text, (piece,))
                    break


def _pieces(found: re.Match[str]) -> Iterator[Span]:
    """Yield a run of names, and then what it ends with: "Minister Ferro and the Evening Post"."""
    start, end = found.span()
    shown = _POSSESSIVE.sub("", found.group())
    end = start + len(shown)
    yield Span(start, end)
    for gap in re.finditer(r" ", shown):
        if end > start + gap.end():
            yield Span(start + gap.end(), end)
