"""Words that were searched for, in bold where they stand: without case, accents and endings, as the index has them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

SOUGHT = "bold"
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ies|ied|ing|edly|ed|es|s|ly|y|e)$")
_SHORTEST = 3
"""Letters of a word at least that stay when its ending is taken off."""


def bold(text: Text, phrases: Iterable[str]) -> Text:
    """Return the text with every occurrence of a phrase in bold.

    The index takes endings off more carefully (Porter's stemmer); what is found here may be a little more or less.
    """
    words = [(found.start(), found.end(), _stem(found.group())) for found in _WORD.finditer(text.plain)]
    stems = [stem for _, _, stem in words]
    marked = text.copy()
    for phrase in phrases:
        wanted = [_stem(word) for word in _WORD.findall(phrase)]
        for first in _places(stems, wanted):
            marked.stylize(SOUGHT, words[first][0], words[first + len(wanted) - 1][1])
    return marked


def _places(stems: Sequence[str], wanted: Sequence[str]) -> Iterable[int]:
    """Return where words stand one after the other."""
    if not wanted:
        return ()
    return (place for place in range(len(stems)) if stems[place : place + len(wanted)] == wanted)


def _stem(word: str) -> str:
    """Return a word as it is compared."""
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    stem = _ENDING.sub("", plain)
    return stem if len(stem) >= _SHORTEST else plain
