"""Which quantity another is a part of: "twelve, three of them children", "12 people, including two guards"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.surroundings import Token

_TABLE = table("counted")
_INCLUDING = tuple(f" {words}" for words in _TABLE["including"])
_AMONG = re.compile(rf"[ \u00a0](?:{'|'.join(re.escape(words) for words in _TABLE['among'])})(?![^\W_])", re.IGNORECASE)
_OF = re.compile(
    r"[ \u00a0]of[ \u00a0](?:(?:the|those|these|all|its|their|his|her|a|an)[ \u00a0])?(?:[a-z]+[ \u00a0]){0,2}$"
)
_REACH = 40
"""Code points between a part and the whole that follows it: "two-thirds of the combined "."""


def of_before(text: str, end: int, before: Sequence[Token]) -> bool:
    """Say whether a number is a part of one that stands before it."""
    return bool(_AMONG.match(text, end)) or (" " + " ".join(token.low for token in before)).endswith(_INCLUDING)


def among(text: str, end: int) -> int:
    """Return where "of them" ends behind a number; `end` where it does not follow."""
    found = _AMONG.match(text, end)
    return end if found is None else found.end()


def of_behind(text: str, end: int, start: int) -> bool:
    """Say whether a number that ends at `end` is a part of the one that begins at `start`."""
    return 0 < start - end <= _REACH and _OF.fullmatch(text, end, start) is not None
