"""The words of a text with their places, and its shingles: every run of a few words, as a number.

Two texts share a shingle where they run alike for that many words, whatever their case, their marks of quotation, their
punctuation and their white space. The numbers are the same on every machine and in every process.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

VERSION = "1"
"""Which words are alike, and how they are numbered. Numbers of different versions do not compare."""
SIZE = 8
"""Words of a shingle: the 8-grams by which reuse is commonly measured."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans("’", "'")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""Odd, and without a pattern in its bits: 2 to the 64th over the golden ratio, as SplitMix64 has it (Steele 2014)."""
_MIXING = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_LAST_SHIFT = np.uint64(31)
"""The finalizer of SplitMix64."""
_WORDS_KEPT = 1 << 17
"""Numbers of words that are remembered."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """The words of a text, in its order: word `i` is `text[starts[i]:ends[i]]`, and alike words have the same number.

    All three arrays are as long as there are words: `starts` and `ends` in code points, `words` 64 bits each.
    """

    text: str = dataclasses.field(repr=False)
    starts: Places
    ends: Places
    words: Hashes
    _kept: dict[int, Hashes] = dataclasses.field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.words)

    def shingles(self, size: int = SIZE) -> Hashes:
        """Return the number of the shingle that begins at each word; none where fewer words follow."""
        # A text is compared with many others.
        if size not in self._kept:
            self._kept[size] = _mixed(self.words, size)
        return self._kept[size]


def shingled(text: str) -> Shingled:
    """Return the words of any text."""
    found = list(_WORD.finditer(text))
    return Shingled(
        text,
        np.array([each.start() for each in found], dtype=np.int64),
        np.array([each.end() for each in found], dtype=np.int64),
        np.array([_number(each.group()) for each in found], dtype=np.uint64),
    )


@functools.lru_cache(maxsize=_WORDS_KEPT)
def _number(word: str) -> int:
    """Return the number of a word: 64 bits of a digest, since `hash` differs from process to process."""
    plain = word.translate(_APOSTROPHES).casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=8).digest(), "little")


def _mixed(words: Hashes, size: int) -> Hashes:
    """Return a number for every run of `size` words that depends on their order."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        total = total * _MULTIPLIER + words[offset : offset + count]
        for shift, factor in _MIXING:
            total = (total ^ (total >> shift)) * factor
        total ^= total >> _LAST_SHIFT
    return total
