"""A text as a string of one letter per lexeme, which tells of what kinds it is; patterns are searched in that string.

To search so costs next to nothing: most of news is no word of time, and all such words are one and the same letter.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.timex.lexing import lexemes
from reportedly.reading.timex.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.timex.vocabulary import Value
    from reportedly.values import Span

OTHER = "x"
BREAK = "|"
_FIRST = 0xE000
"""The first code point for private use (Unicode): the letters of combinations of kinds."""
_DIGITS = 4
"""A number of more digits is no year, and counts no days that anybody means."""
_MARKS = {
    ",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "dash", "(": "open", ")": "close", "'": "apostrophe",
    "‘": "apostrophe", "+": "plus", '"': "quote", "“": "quote", "”": "quote",
}  # fmt: skip
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?")
_HHMM = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_SIGNS = frozenset("#@_")
_DIGITAL = frozenset("0123456789'")
_YEARS = range(1000, 2200)
_DAYS = range(1, 32)
_MINUTES = range(60)


class Lexeme(NamedTuple):
    """A word, a phrase, a number or a mark at [start, end): in small letters, and what it stands for in each kind."""

    start: int
    end: int
    low: str
    values: dict[str, Value]


_NOTHING: dict[str, Value] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class Scan:
    """The lexemes of a text, and the letter of each."""

    text: str
    lexemes: Sequence[Lexeme]
    letters: str


class Letters:
    """The letters for combinations of kinds. A new combination gets the next letter."""

    def __init__(self) -> None:
        """Take every combination that words and numbers can be of."""
        self._by_kinds: dict[frozenset[str], str] = {}
        for values in vocabulary().kinds.values():
            self.of(values)
        for sample in (
            "5",
            "0",
            "12",
            "00",
            "45",
            "480",
            "1990",
            "0730",
            "1900",
            "1,200",
            "2.5",
            "7.30",
            "5th",
            "1990s",
            "07:30",
        ):
            self.of(_number(sample))
        for sample in ("2023-08-12", "03/04/2023"):
            self.of(_number(sample))
        for mark in _MARKS.values():
            self.of({mark: mark})

    def of(self, values: dict[str, Value]) -> str:
        """Return the letter for what a word stands for."""
        kinds = frozenset(values)
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = chr(_FIRST + len(self._by_kinds))
        return self._by_kinds[kinds]

    def having(self, kind: str) -> str:
        """Return all letters of what may be of a kind; KeyError where nothing is."""
        found = "".join(letter for kinds, letter in self._by_kinds.items() if kind in kinds)
        if not found:
            raise KeyError(kind)
        return found


@functools.cache
def letters() -> Letters:
    """Return the letters that scans and patterns share."""
    return Letters()


@functools.cache
def _table() -> dict[str, tuple[str, dict[str, Value]]]:
    """Return the letter of every word and mark, with what it stands for."""
    known = {word: (letters().of(values), values) for word, values in vocabulary().kinds.items()}
    marks: dict[str, tuple[str, dict[str, Value]]] = {
        mark: (letters().of({kind: kind}), {kind: kind}) for mark, kind in _MARKS.items()
    }
    return known | marks


def scan(text: str, paragraphs: Sequence[Span]) -> Scan:
    """Return a text's lexemes with their letters. A break stands before every paragraph but the first."""
    table, phrases = _table(), vocabulary().phrases
    raw = list(lexemes(text))
    breaks = iter([*(span.start for span in paragraphs[1:]), len(text) + 1])
    following = next(breaks)
    found: list[Lexeme] = []
    kinds: list[str] = []
    make = Lexeme._make
    place = 0
    while place < len(raw):
        start, end, low = raw[place]
        if start >= following:
            following = next(each for each in breaks if each > start)
            found.append(make((start, start, "", _NOTHING)))
            kinds.append(BREAK)
        place += 1
        if low in phrases and place < len(raw):
            for rest, phrase in phrases[low].get(raw[place][2], ()):
                if tuple(each[2] for each in raw[place : place + len(rest)]) == rest:
                    low, place = phrase, place + len(rest)
                    end = raw[place - 1][1]
                    break
        letter, values = OTHER, _NOTHING
        if low in table:
            letter, values = _known(text, start, low, table[low])
        elif (low[0] in _DIGITAL or low[-1] in _DIGITAL) and not _within(text, start, low):
            values = _number(low)
            letter = letters().of(values) if values else OTHER
        found.append(make((start, end, low, values)))
        kinds.append(letter)
    return Scan(text, found, "".join(kinds))


def _known(text: str, start: int, low: str, told: tuple[str, dict[str, Value]]) -> tuple[str, dict[str, Value]]:
    """Return the letter of a known word and what it stands for here: "may" is no month, "#Friday" no time at all."""
    if _within(text, start, low):
        return OTHER, _NOTHING
    if low not in vocabulary().filters["capitalised"] or text[start].isupper():
        return told
    values = {kind: value for kind, value in told[1].items() if not kind.startswith(("month", "weekday"))}
    return (letters().of(values) if values else OTHER), values


def _within(text: str, start: int, low: str) -> bool:
    """Say whether a lexeme is only a piece of some name: "#Friday", "@one", "AB2023"."""
    if not start:
        return False
    before = text[start - 1]
    return before in _SIGNS or (before.isalpha() and low[0].isdigit() and not _is_quarter(text, start))


def _is_quarter(text: str, start: int) -> bool:
    """Say whether a digit stands behind a "Q" that begins a word."""
    return text[start - 1] in "qQ" and not text[max(0, start - 2) : start - 1].isalnum()


@functools.lru_cache(maxsize=1024)
def _number(low: str) -> dict[str, Value]:
    """Return what a lexeme with digits stands for."""
    if low.isdecimal() and low.isascii():
        return _plain(low)
    if low.endswith(("s", "st", "nd", "rd", "th")):
        return _ending(low)
    if _CLOCK.fullmatch(low):
        hours, _, rest = low.partition(":")
        return {"clock": f"T{int(hours):02}:{rest[:2]}"}
    if "-" in low:
        return {"iso": low}
    if "/" in low or low.count(".") > 1:
        return {"slashed": low}
    return _pointed(low) if low.isascii() and low[-1].isdigit() else {}


def _plain(low: str) -> dict[str, Value]:
    """Return what digits stand for."""
    if len(low) > _DIGITS:
        return {"amount": low}
    value = int(low)
    values: dict[str, Value] = {"number": value}
    if len(low) <= len("31"):
        values |= {"day": value} if value in _DAYS else {}
        values |= {"two": value} if len(low) == len("45") else {}
    if value in _YEARS and len(low) == _DIGITS:
        values["year"] = value
    if len(low) == _DIGITS and _HHMM.fullmatch(low):
        values["hhmm"] = f"T{low[:2]}:{low[2:]}"
    return values


def _ending(low: str) -> dict[str, Value]:
    """Return what "1990s" or "28th" stands for."""
    plural = low.endswith("s")
    digits = low.strip("'s") if plural else low[:-2]
    if not (digits.isdecimal() and digits.isascii()) or len(digits) > _DIGITS:
        return {}
    if plural:
        return {"decade": int(digits)} if digits.endswith("0") and len(digits) > 1 else {}
    return {"nth": int(digits)} if len(digits) <= len("21") else {}


def _pointed(low: str) -> dict[str, Value]:
    """Return what "2.5", "1,200" or "7.30" stands for."""
    hours, stop, rest = low.partition(".")
    values: dict[str, Value] = {"amount": low}
    if stop and len(hours) <= len("12") and len(rest) == len("30") and int(rest) in _MINUTES:
        values["pointed"] = f"T{int(hours):02}:{rest}"
    return values
