"""Nouns for people, bodies and documents, as heads of what names a speaker: lexicons with their words' plurals."""

from __future__ import annotations

import dataclasses
import functools
import importlib.resources
import tomllib
from typing import TYPE_CHECKING

import msgspec

from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 5
"""Words of the longest noun in the lexicons ("state-run news agency" is five with its hyphen)."""

_KINDS = {
    "roles": SpeakerKind.UNNAMED_PERSON,
    "bodies": SpeakerKind.ORGANISATION,
    "documents": SpeakerKind.DOCUMENT,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Noun:
    """A noun: its singular, what it makes of a speaker who is only called so, and what the lexicon says of it."""

    singular: str
    kind: SpeakerKind
    plural: bool
    flags: frozenset[str]

    @property
    def person(self) -> bool:
        """Say whether it is a word for a person."""
        return self.kind is SpeakerKind.UNNAMED_PERSON


class _Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some nouns of a lexicon that are alike."""

    words: tuple[str, ...]
    example: str
    kind: SpeakerKind | None = None
    flags: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lexicon's file."""

    about: str
    noun: tuple[_Listed, ...]


@functools.cache
def _listed() -> tuple[Mapping[str, Noun], Mapping[str, Noun]]:
    """Return the nouns of all lexicons by their forms, and those that only make a name as its last word.

    A word of several lists has the kind of the first, and all their flags. What is listed is no other noun's plural.
    """
    nouns: dict[str, Noun] = {}
    final: dict[str, Noun] = {}
    plurals: list[tuple[dict[str, Noun], str, Noun]] = []
    for name, kind in _KINDS.items():
        raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
        for listed in msgspec.convert(tomllib.loads(raw), _File).noun:
            flags = frozenset(listed.flags)
            into = final if "final" in flags else nouns
            for words in listed.words:
                singular, _, told = words.partition("/")
                each = Noun(singular, listed.kind or kind, "several" in flags, flags)
                _add(into, singular, each)
                plurals.append((into, told or _plural(singular), dataclasses.replace(each, plural=True)))
    for into, form, each in plurals:
        if form not in into or into[form].plural:
            _add(into, form, each)
    return nouns, final


def _add(nouns: dict[str, Noun], form: str, each: Noun) -> None:
    """Take a noun in; one that is known by this form only gets its flags, if it is of the same kind."""
    known = nouns.setdefault(form, each)
    if known is not each and known.kind is each.kind:
        nouns[form] = dataclasses.replace(known, flags=known.flags | each.flags)


def _plural(singular: str) -> str:
    """Return a regular plural; of several words the last one's."""
    if singular.endswith(("s", "x", "z", "ch", "sh")):
        return singular + "es"
    if singular.endswith("y") and singular[-2:-1] not in "aeiou":
        return singular[:-1] + "ies"
    return singular + "s"


def noun(words: Sequence[str]) -> tuple[Noun, int] | None:
    """Return the noun that some words in small letters end with, the longest there is, and how many words it has."""
    nouns, _ = _listed()
    return _longest(nouns, words)


def ending(words: Sequence[str]) -> tuple[Noun, int] | None:
    """Return the noun that ends a body's name: one that only ends names ("Merrow Line"), or one for a body."""
    nouns, final = _listed()
    found = _longest(nouns, words)
    last = _longest(final, words)
    if last and (found is None or found[0].person or found[1] <= last[1]):
        return last
    return None if found and found[0].person else found


def guessed(word: str, kind: SpeakerKind) -> Noun:
    """Return a noun that no lexicon has, of a kind that something else tells."""
    plural = word.endswith("s") and not word.endswith("ss")
    return Noun(word[:-1] if plural else word, kind, plural, frozenset())


def _longest(nouns: Mapping[str, Noun], words: Sequence[str]) -> tuple[Noun, int] | None:
    """Return the longest noun that some words end with."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        found = nouns.get(" ".join(words[-length:]).replace(" - ", "-") if length > 1 else words[-1])
        if found is not None:
            return found, length
    return None
