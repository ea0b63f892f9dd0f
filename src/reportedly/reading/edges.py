"""Where a span begins and ends: white space, punctuation and quotation marks at the edges of a run."""

from __future__ import annotations

import re

CLOSING = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"'}
"""Opening quotation marks and what closes them."""
_MARKS = frozenset('“”«»„"')
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'))
"""The marks that are mended; the others are apostrophes too, or close with what opens another pair."""
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
"""A mark within a word closes nothing."""
_TAIL = ".,;:—–-"
_HEAD = ",;:.—–)]"
_ABBREVIATION = re.compile(r"(?:\b(?:\w\.){2,}|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|No|St|Mr|Mrs|Dr|Gen|Sen|Rep|Gov)\.)\Z")

_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?:,? [A-Z][A-Za-z.’'-]+){0,4}(?:,? (?:[A-Z][a-z]{2,8}\.? )?\d{1,2})?(?: \([A-Z][^()\n]{1,40}\))?"
    r" ?(?:[–—]|--?(?= ))\s*"
)
"""A place in capitals, perhaps with more of its name, a date and an agency, before a dash."""
_LONGEST_DATELINE = 120
"""Code points from the beginning of a line within which a dateline may still go on."""

_RELATIVE = re.compile(r",?\s+(?:who|which|whose)\Z")
"""A relative clause that was cut off after its first word."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a content's piece without what frames it: white space, outer quotation marks, final punctuation.

    A question mark or an exclamation mark stays, and so does the full stop of an abbreviation. Quotation marks within
    stay balanced: a lone one at an edge is left out, and one whose partner stands right behind the end takes it in.
    """
    start = _dateline(text, start, end)
    before = (-1, -1)
    while (start, end) != before and start < end:
        before = (start, end)
        start, end = _space(text, start, end)
        start, end = _quotes(text, start, end)
        start, end = _punctuation(text, start, end)
    return start, end


def _dateline(text: str, start: int, end: int) -> int:
    """Return where a piece begins behind a dateline that opens its line, or from within it: "LIMA, Oct 9 -"."""
    line = text.rfind("\n", 0, start) + 1
    found = _DATELINE.match(text, line, end) if start - line <= _LONGEST_DATELINE else None
    return max(start, found.end()) if found else start


def narrow(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a source or a cue without what stands loose at its edges: white space, marks, a relative pronoun."""
    if found := _RELATIVE.search(text, start, end):
        end = found.start()
    while start < end and (text[start].isspace() or text[start] in _HEAD or _lone(text, start, end, start)):
        start += 1
    while start < end and (
        text[end - 1].isspace()
        or (text[end - 1] in _TAIL and not _ABBREVIATION.search(text, start, end))
        or _lone(text, start, end, end - 1)
    ):
        end -= 1
    return start, end


def _space(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _punctuation(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out punctuation that belongs to the sentence around."""
    while start < end and (text[start] in _HEAD or text[start : start + 2] == "- "):
        start += 1
    while start < end and text[end - 1] in _TAIL and not _ABBREVIATION.search(text, start, end):
        end -= 1
    return start, end


def _quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off a pair that frames the whole, and mend marks that have lost their partner."""
    if end - start < 2:  # noqa: PLR2004 - a pair needs two
        return (start, start) if end > start and text[start] in _MARKS else (start, end)
    first, last = text[start], text[end - 1]
    body = text[start + 1 : end - 1]
    if CLOSING.get(first) == last and first not in body and last not in _APOSTROPHE.sub("", body):
        return start + 1, end - 1
    for opening, closing in _PAIRS:
        mended = _mend(text, start, end, opening, closing)
        if mended != (start, end):
            return mended
    return start, end


def _mend(text: str, start: int, end: int, opening: str, closing: str) -> tuple[int, int]:
    """Balance one pair of marks at the edges: leave a lone one out, or take in the partner that stands right behind."""
    inside = text[start:end]
    if opening == closing:
        opened = closed = inside.count(opening) % 2 == 1
    else:
        opened = inside.count(opening) > inside.count(closing)
        closed = inside.count(opening) < inside.count(closing)
    if opened and text[start] == opening:
        return start + 1, end
    if closed and text[end - 1] == closing:
        return start, end - 1
    if opened and text[end : end + 1] == closing:
        return start, end + 1
    if opened and text[end : end + 1] in ".,?!" and text[end + 1 : end + 2] == closing:
        return start, end + 2
    return start, end


def _lone(text: str, start: int, end: int, place: int) -> bool:
    """Say whether the mark at `place` has no partner between start and end."""
    mark = text[place]
    if mark not in _MARKS:
        return False
    inside = text[start:end]
    if mark == '"':
        return inside.count('"') % 2 == 1
    partners = {"“": "”„", "”": "“„", "«": "»", "»": "«", "„": "“”"}[mark]
    return not any(partner in inside for partner in partners)
