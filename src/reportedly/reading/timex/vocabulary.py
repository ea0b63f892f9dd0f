"""The words that temporal expressions are made of, by their kinds."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import NamedTuple

import msgspec

from reportedly.reading.timex.lexing import lexemes

Value = int | str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon's file."""

    about: str
    values: dict[str, dict[str, Value]]
    lists: dict[str, tuple[str, ...]]
    filters: dict[str, str]


class Vocabulary(NamedTuple):
    """What each word or phrase, in small letters, stands for in each of its kinds.

    `phrases` has for the first and the second word the phrases of several words that they begin, the longest first, as
    the words behind the first and the whole phrase.
    """

    kinds: dict[str, dict[str, Value]]
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]
    filters: dict[str, frozenset[str]]


@functools.cache
def vocabulary() -> Vocabulary:
    """Read `lexicons/timex.toml`."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "timex.toml").read_text("utf-8")
    file = msgspec.convert(tomllib.loads(raw), _File)
    kinds: dict[str, dict[str, Value]] = {}
    for kind, values in file.values.items():
        for words, value in values.items():
            kinds.setdefault(words, {})[kind] = value
    for kind, listed in file.lists.items():
        for words in listed:
            kinds.setdefault(words, {})[kind] = words
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for words in kinds:
        first, *rest = [low for _, _, low in lexemes(words)]
        if rest:
            same = phrases.setdefault(first, {}).setdefault(rest[0], [])
            same.append((tuple(rest), words))
            same.sort(key=lambda each: -len(each[0]))
    return Vocabulary(
        kinds,
        phrases,
        {name: frozenset(words.split()) for name, words in file.filters.items()},
    )
