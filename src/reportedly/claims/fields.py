"""Which field somebody speaks from, by the words that they are called by: the police, medicine, a company."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "fields.toml"


@functools.cache
def _known() -> Mapping[str, frozenset[str]]:
    """Return the fields of each word."""
    raw = importlib.resources.files("reportedly.claims").joinpath(FILE).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for field, words in tomllib.loads(raw).items():
        for word in words.split():
            found.setdefault(word, set()).add(field)
    return {word: frozenset(fields) for word, fields in found.items()}


def fields_of(words: Iterable[str]) -> frozenset[str]:
    """Return the fields that some folded words are of; words of no field are passed by."""
    known = _known()
    return frozenset(field for word in words for field in known.get(word, ()))
