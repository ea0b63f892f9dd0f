"""Patterns over the kinds of lexemes: "the? month day comma? year", each name any lexeme that may be of that kind.

Names in capitals are pieces that several patterns share. Blanks part the names; ( ), |, ?, * and + are those of regular
expressions, into which a pattern is turned over the letters of a scan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.timex.scanning import OTHER, letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.reading.timex.context import Context
    from reportedly.reading.timex.found import Found
    from reportedly.reading.timex.meaning import Part

_PIECE = re.compile(r"[A-Z_]+|[a-z_]+|[()|]|[?*+]|\{[^}]*\}")
_NAME = re.compile(r"[A-Z_]+|[a-z_]+")

SHARED = {
    "NUM": "(amount | number | cardinal (hyphen? cardinal){0,4})",
    "SPAN": "(NUM ((to | and | hyphen) NUM)?)",
    "QTY": "(approx? approx? (SPAN few? | SPAN and a? half | half a? | another SPAN? | a | few))",
    "DAY": "(day | nth)",
    "MONTH": "(month_short dot | month)",
    "RANGE": "(hyphen | to | and | dash)",
    "SHIFTED": "(seen | told)",
    "THATYEAR": "(the? (seen | told) the_year)",
    "OFYEAR": "(comma? year ERA? | of the? the_year? year | comma? number ERA | of number ERA | of? THATYEAR)",
    "WEEKDAY": "((weekday | weekday_short dot?) comma? the?)",
    "EARLY": "(the? early (hyphen | in | on | of)? the?)",
    "EDGE": "(the? (edge | ordinal half) of the?)",
    "CIRCA": "(circa dot?)",
    "FUZZY": "(CIRCA | EDGE EARLY? | EARLY)",
    "ERA": "(era_before | era_after)",
}


class Rule(NamedTuple):
    """A pattern with what reads its matches; None from there lets other rules try."""

    name: str
    pattern: str
    read: Callable[[Found, Context], list[Part] | None]


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the regular expression over letters for a pattern."""
    return re.compile(expression(pattern))


def expression(pattern: str) -> str:
    """Return a pattern as a regular expression over letters, without groups that capture."""
    return _NAME.sub(_letters, pattern).replace(" ", "").replace("(", "(?:")


def _letters(name: re.Match[str]) -> str:
    """Return what stands for a name."""
    if name[0] in SHARED:
        return f"({_NAME.sub(_letters, SHARED[name[0]])})"
    return OTHER if name[0] == "other" else f"[{letters().having(name[0])}]"


def beginnings(pattern: str) -> frozenset[str]:
    """Return all letters that a match of a pattern can begin with."""
    return frozenset(_first(_PIECE.findall(pattern))[0])


def _first(pieces: list[str]) -> tuple[set[str], bool]:
    """Return what some alternatives can begin with, and whether they match nothing at all; takes their pieces away."""
    found: set[str] = set()
    empty = False
    passed = True
    while pieces:
        piece = pieces.pop(0)
        if piece == ")":
            break
        if piece == "|":
            empty, passed = empty or passed, True
            continue
        letters_, optional = _first(pieces) if piece == "(" else _of_name(piece)
        if pieces and pieces[0][0] in "?*+{":
            optional = pieces.pop(0)[:2] in {"?", "*", "{0"} or optional
        if passed:
            found |= letters_
        passed = passed and optional
    return found, empty or passed


def _of_name(name: str) -> tuple[set[str], bool]:
    """Return what a name can begin with, and whether it matches nothing at all."""
    if name in SHARED:
        return _first(_PIECE.findall(SHARED[name]))
    return ({OTHER} if name == "other" else set(letters().having(name))), False
