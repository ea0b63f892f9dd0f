"""The names in a report, told by their capitals alone: a reading that comes back from a ledger has no mentions."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from reportedly.ledger.identities import folded
from reportedly.values import Along, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.values import Report

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_BEGINS = re.compile(r"""(?:^|[.!?:;…\n]["'”’)\]]*\s*|\s[-–—]\s*)["'“‘(\[*•\s]*$""")
"""What stands before the first word of a sentence."""
_LOOK_BACK = 12
"""Code points before a word that are looked at for the end of the sentence before."""
_TITLED = 0.7
"""The share of a paragraph's longer words with a capital from which on a capital tells nothing."""
_LONGER = 4
"""Letters of the words that are counted for it."""
_CALENDAR = frozenset(
    name.lower()
    for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)
    for name in names
    if name
)
_NEVER = _CALENDAR | frozenset({"i", "i'm", "mr", "mrs", "ms", "dr", "st", "the", "a", "an"})
"""Words whose capital is no name's. Days and months are times."""


class Names:
    """The names of one report, to be asked for by place."""

    def __init__(self, report: Report) -> None:
        """Find the names of a report.

        A capital inside a sentence is a name's. A sentence's first word, and every word of a headline in capitals, is
        one only where the report has it inside a sentence elsewhere, and nowhere in small letters.
        """
        text = report.text
        words = [Span(*found.span()) for found in _WORD.finditer(text)]
        titled = Along(span for span in report.paragraphs if _in_capitals(text[span.start : span.end]))
        doubtful = {word for word in words if _begins(text, word) or titled.touching(word.start, word.end)}
        small = {text[word.start : word.end] for word in words if text[word.start].islower()}
        self._known = {
            shown
            for word in words
            if word not in doubtful and _capital(shown := text[word.start : word.end]) and shown.lower() not in small
        }
        self._text = text
        kept = (
            word
            for word in words
            if _capital(shown := text[word.start : word.end]) and (word not in doubtful or shown in self._known)
        )
        self._names = Along(_runs(text, kept))

    def within(self, spans: Iterable[Span], without: Iterable[Span] = ()) -> tuple[str, ...]:
        """Return the folded names in some places, in order; those that touch the places in `without` are left out."""
        left_out = Along(without)
        found = {
            folded(self._text[name.start : name.end])
            for span in spans
            for name in self._names.within(span.start, span.end)
            if not left_out.touching(name.start, name.end)
        }
        return tuple(sorted(found))

    def in_title(self, title: str) -> tuple[str, ...]:
        """Return the folded names of a title that stands outside the text: the words that the text knows as names."""
        known = (
            span for found in _WORD.finditer(title) if found.group() in self._known for span in [Span(*found.span())]
        )
        return tuple(sorted({folded(title[name.start : name.end]) for name in _runs(title, known)}))


def _runs(text: str, words: Iterable[Span]) -> Iterator[Span]:
    """Join words that only a blank parts."""
    run: Span | None = None
    for word in words:
        if run is not None and text[run.end : word.start] == " ":
            run = Span(run.start, word.end)
            continue
        if run is not None:
            yield run
        run = word
    if run is not None:
        yield run


def _capital(shown: str) -> bool:
    """Say whether a word is written as names are."""
    return shown[0].isupper() and shown.lower() not in _NEVER


def _begins(text: str, word: Span) -> bool:
    """Say whether a word is the first of its sentence or of its line."""
    start = max(0, word.start - _LOOK_BACK)
    found = _BEGINS.search(text[start : word.start])
    return found is not None and (start == 0 or found.start() > 0)


def _in_capitals(shown: str) -> bool:
    """Say whether a paragraph's longer words begin with capitals, as in a title."""
    longer = [found.group() for found in _WORD.finditer(shown) if len(found.group()) >= _LONGER]
    return len(longer) > 0 and sum(word[0].isupper() for word in longer) >= _TITLED * len(longer)
