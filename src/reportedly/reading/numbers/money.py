"""Money: the sign, the code or the name before or behind a number, as an ISO 4217 code."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.reading.numbers.tables import table

_TABLE = table("currencies")
_BEFORE: dict[str, str] = _TABLE["before"]
_BEHIND: dict[str, str] = _TABLE["behind"]
_NAMES: dict[str, str] = {name.lower(): code for name, code in _TABLE["names"].items()}
_LARGE: dict[str, dict[str, float | str]] = _TABLE["large"]


def _any(words: dict[str, str]) -> str:
    """Return an expression for any of some words, the longest first; a blank may stand before a sign within."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGNED = re.compile(
    rf"(?<![^\W_])(?:({_any(_BEFORE)})|(US|U\.S\.|HK|NZ|NT|A|C|S|AU|CA) \$|([£€¥₹₽₴₪₩₺₦฿₫₱$]))"
    r"(?: |\u00a0)?([-\u2212–])?$"
)
"""What stands before a number; a blank may part "US" from its sign."""
_SPACED = {"US": "USD", "U.S.": "USD", "HK": "HKD", "NZ": "NZD", "NT": "TWD", "A": "AUD", "AU": "AUD", "C": "CAD"} | {
    "CA": "CAD",
    "S": "SGD",
}
_AFTER = re.compile(rf" ?(?:({_any(_BEHIND)})(?![^\W_])=?)|[- \u00a0\n]({_any(_NAMES)})(?![^\W_])", re.IGNORECASE)
_AFTER_LARGE = re.compile(rf"[- \u00a0\n]({'|'.join(_LARGE)})(?![^\W_])")
_COUNTRY = re.compile(r" ?(?:US|U\.S\.)(?![^\W_])(?! ?(?:\$|[a-z]{3,}s\b))")
"""What may follow an amount in dollars: "$76 US a barrel"."""
_SIGNS = frozenset("$£€")
"""What stands before a number more often than behind one."""
_LONGEST = max(map(len, _BEFORE)) + len("US  -")


class Money(NamedTuple):
    """What makes a number one of money: its ISO 4217 code, None where no country is told, and where it stands."""

    code: str | None
    start: int
    end: int
    negative: bool = False


def before(text: str, start: int) -> Money | None:
    """Return the money that the words right before a number tell."""
    if start == 0 or text[start - 1].isdigit():
        return None
    found = _SIGNED.search(text, max(0, start - _LONGEST), start)
    if found is None:
        return None
    sign = found[1] or found[3]
    if sign == "US" and found[0].endswith(" "):
        return None
    return Money(_SPACED[found[2]] if found[2] else _BEFORE[sign], found.start(), start, found[4] is not None)


def behind(text: str, end: int, value: float) -> Money | None:
    """Return the money that the words right behind a number tell."""
    if found := _AFTER_LARGE.match(text, end):
        large = _LARGE[found[1]]
        if value >= float(large["from"]):
            return Money(str(large["code"]), end, found.end())
    found = _AFTER.match(text, end)
    if found is None:
        return None
    if found[2] is not None:
        return Money(_NAMES[found[2].lower()] or None, end, found.end())
    return Money(_BEHIND[found[1]] or None, end, found.end()) if _is_sign(text, end, found[1], found.end()) else None


def _is_sign(text: str, start: int, shown: str, end: int) -> bool:
    """Say whether what stands behind a number, in the case in which it does, is its money's."""
    if shown not in _BEHIND or (shown == "c" and text[start].isspace()):
        return False
    if shown == "p" and text.startswith((".m", " m", "m"), end):
        return False  # "7 p.m."
    return shown not in _SIGNS or not text[end : end + 1].isdigit()


def country(text: str, end: int) -> int:
    """Return where an amount in dollars ends, with the country that may follow it."""
    found = _COUNTRY.match(text, end)
    return end if found is None else found.end()
