"""How alike two passages are: by the words that tell something, without their endings."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.values import Passage

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an the and or but of in on at to for from by with about as than that this these those which who whom whose what "
    "when where why how whether if is are was were be been being am do does did has have had having will would can "
    "could may might shall should must not no nor it its he him his she her they them their we us our you your i me my "
    "there here so also just only even still more most some any all each every one s t ve re ll d m said say says "
    "told mr mrs ms dr sir".split()
)
_ENDINGS = ("ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s", "e", "y")
_STEM = 4
"""Letters that are left of a word at least when its ending is taken off."""


def telling(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words of some texts that tell something."""
    return frozenset(
        stem(low) for text in texts for found in _WORD.finditer(text) if (low := found.group().lower()) not in _EMPTY
    )


@functools.lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return a word without its ending, so that "shelled" and "shelling" are alike."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller one's words that the other has too, from 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


@functools.lru_cache(maxsize=1024)
def words_of(passage: Passage) -> frozenset[str]:
    """Return the stems of a passage's words that tell something."""
    return telling(passage.texts)
