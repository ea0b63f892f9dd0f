"""How a name is looked up: without accents, case, stops and hyphens, so that one key serves every way to write it."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata

HASH_BYTES = 8
"""Bytes of a hash. Of a million names, two share one with a chance of one in thirty million."""

_STOPS = str.maketrans(
    {".": ""} | dict.fromkeys("’‘\u02bc`", "'") | dict.fromkeys("-\u2010\u2011–,", " ")  # a letter apostrophe, hyphens
)
_BLANKS = re.compile(r"\s+")
_APART = {"\u0131": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae"}
"""Letters that Unicode does not take apart into a plain one and an accent."""
_APART_TABLE = str.maketrans(_APART)
_SHORTENED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
"""First words that news writes in full and in short, as GeoNames has them in short."""
_LENGTHENED = {"n": "north", "s": "south", "e": "east", "w": "west"}
"""First words that news writes in short, as GeoNames has them in full: "W. Columbia"."""
_LAST = {"co": "county", "twp": "township"}
"""Last words that news writes in short: "Loudon Co."."""


@functools.lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Return the key of a name; empty where it has no letter or digit."""
    plain = name.translate(_STOPS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_APART_TABLE))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _BLANKS.sub(" ", plain).strip().casefold().split(" ")
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1:
        words[0] = _SHORTENED.get(words[0]) or _LENGTHENED.get(words[0], words[0])
        words[-1] = _LAST.get(words[-1], words[-1])
    return " ".join(words)


def hashed(made: str) -> int:
    """Return the number under which a key stands in the file."""
    return int.from_bytes(hashlib.blake2b(made.encode("utf-8", "replace"), digest_size=HASH_BYTES).digest(), "big")
