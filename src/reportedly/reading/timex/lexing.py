"""The lexemes of a text, as temporal expressions need them: "14:00" or "28th" is one, "5pm" and "12-year" are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEXEME = re.compile(
    r"""
      [0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-])
    | [0-9]{1,4}/[0-9]{1,2}/[0-9]{2,4}(?![\w/])
    | [0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}(?!\w)
    | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])
    | [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])
    | [0-9]+\.[0-9]+
    | [0-9]+(?:st|nd|rd|th)(?!\w)
    | ['’]?[0-9]+['’]?s(?!\w)
    | [0-9]+
    | [^\W\d_]\.(?:[^\W\d_]\.)+ | [^\W\d_]\.[^\W\d_](?!\w)
    | o['’]clock(?!\w)
    | [^\W\d_]+
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def lexemes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each lexeme begins and ends, and what it is in small letters, with straight apostrophes."""
    if "’" in text:
        for found in _LEXEME.finditer(text):
            yield found.start(), found.end(), found[0].lower().replace("’", "'")
        return
    for found in _LEXEME.finditer(text):
        yield found.start(), found.end(), found[0].lower()
