"""Numbers in digits: "12", "10,000", "1.5 million", "40bn", ".001", "1/16", "1.99x10^30"."""

from __future__ import annotations

import re

from reportedly.reading.numbers.numeral import Form, Numeral
from reportedly.reading.numbers.tables import table

LONGEST = 24
"""Signs of the longest number that is read: more digits than any count in the news has."""
_WRITTEN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?")
_OVER = re.compile(r"([0-9]{1,3})[/\u2044]([0-9]{1,4})")
_POWER = re.compile(r"\s?[\u00d7x]\s?10(?:\^|\*\*)?([-\u2212–]?[0-9]{1,2})(?![0-9])")
_SPACED = re.compile(r"(?:[\u00a0\u2009\u202f][0-9]{3}| 000)+(?![0-9.,])")
"""Groups of three digits behind blanks: "10 000"."""
_BLANKS = re.compile(r"\s")
_THOUSAND = 3
"""Digits before the first group, at most."""
_NUMERALS = table("numerals")
_SCALES: dict[str, float] = {**_NUMERALS["scales"], **_NUMERALS["suffixes"]}
_SUFFIX = re.compile(rf"(?:{'|'.join(sorted(_NUMERALS['suffixes'], key=len, reverse=True))})(?![^\W_])")
_SCALE = re.compile(
    rf"(?:[ \u00a0\u202f]|\n(?!\s)|-)?({'|'.join(_NUMERALS['scales'])}|mn|mln|bn|bln|tn|trn)(?![^\W_])", re.IGNORECASE
)
_SIGN = re.compile("[" + "".join(_NUMERALS["signs"]) + "]")
_MOST_SCALES = 2
""" "4 hundred million" has two."""


def in_digits(text: str, start: int, token: str) -> Numeral | None:
    """Return the number that begins with a run of digits and the marks in it; None for dates, times and codes."""
    end = start + len(token)
    if len(token) > LONGEST:
        return None
    if fraction := _OVER.fullmatch(token):
        over, under = int(fraction[1]), int(fraction[2])
        return Numeral(start, end, over / under, Form.FRACTION, digits=token) if 0 < over < under else None
    if not _WRITTEN.fullmatch(token):
        return None
    if len(token) <= _THOUSAND and (spaced := _SPACED.match(text, end)):
        token, end = token + _BLANKS.sub("", spaced[0]), spaced.end()
    value = float(token.replace(",", ""))
    if start > 0 and text[start - 1] == "." and not text[start - 2 : start - 1].strip(" ($£€"):
        start, value = start - 1, float(f"0.{token}") if token.isdecimal() else value
    if found := _SIGN.match(text, end):
        value, end = value + _NUMERALS["signs"][found[0]], found.end()
    if text[end : end + 1] in {"\u00d7", " ", "x"} and (found := _POWER.match(text, end)):
        power = int(found[1].replace("\u2212", "-").replace("–", "-"))
        return Numeral(start, found.end(), value * 10.0**power, Form.DIGITS, digits=token)
    scale, end = _scaled(text, end)
    return Numeral(start, end, value * scale, Form.DIGITS, scale, token)


def _scaled(text: str, end: int) -> tuple[float, int]:
    """Return what the words or letters behind digits multiply them by, and where those end."""
    if found := _SUFFIX.match(text, end):
        return float(_SCALES[found[0]]), found.end()
    scale = 1.0
    for _ in range(_MOST_SCALES):
        if not (found := _SCALE.match(text, end)):
            break
        scale, end = scale * _SCALES[found[1].lower()], found.end()
    return scale, end
