"""Countries as the news names them: by name, people, capital, seat of government or a place that tells the country."""

from __future__ import annotations

import enum
import functools
import importlib.resources
import tomllib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Calling(enum.Enum):
    """In what way words point to a country."""

    NAME = enum.auto()
    """"Norway"."""
    PEOPLE = enum.auto()
    """"Norwegian"."""
    CAPITAL = enum.auto()
    """"Oslo": a place, and its government when it speaks."""
    SEAT = enum.auto()
    """"the Storting": a body of the state, or a building that stands for one."""
    PLACE = enum.auto()
    """"Bergen": a place that tells the country."""
    TELLS = enum.auto()
    """Those whom news calls so without their country: "Tories"."""


class Country(NamedTuple):
    """A country by its ISO 3166-1 alpha-2 code, and how some words call it."""

    code: str
    calling: Calling


class _Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One country of the lexicon."""

    code: str
    names: tuple[str, ...]
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon's file."""

    about: str
    country: tuple[_Listed, ...]


@functools.cache
def _listed() -> tuple[_Listed, ...]:
    """Read `lexicons/countries.toml`."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "countries.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(raw), _File).country


@functools.cache
def _titles() -> Mapping[str, str]:
    """Return the offices that only one country calls so, with its code."""
    return {title: listed.code for listed in _listed() for title in listed.titles}


def of_title(title: str) -> str | None:
    """Return the country whose office alone has a title, in small letters; None where several have it."""
    return _titles().get(title)


@functools.cache
def _called() -> Mapping[str, tuple[Country, ...]]:
    """Return every way in which the lexicon calls a country, with the countries it may mean."""
    called: dict[str, dict[str, Calling]] = {}
    for listed in _listed():
        for calling, words in (
            (Calling.NAME, listed.names),
            (Calling.PEOPLE, [each for one in listed.people for each in _people(one)]),
            (Calling.CAPITAL, listed.capital),
            (Calling.SEAT, listed.seats),
            (Calling.PLACE, listed.places),
            (Calling.TELLS, listed.tells),
        ):
            for word in words:
                called.setdefault(word, {}).setdefault(listed.code, calling)
    return {words: tuple(Country(code, how) for code, how in codes.items()) for words, codes in called.items()}


def _people(word: str) -> tuple[str, ...]:
    """Return what one and several of a people are called."""
    if word.endswith("man"):
        return word, word.removesuffix("man") + "men"
    return (word,) if word.endswith(("ese", "sh", "ch", "ss", "ois")) else (word, word + "s")


def called(words: str) -> tuple[Country, ...]:
    """Return the countries that words call, with how; none for other words. Capitals count, a "the" does not.

    Words in capitals alone, as in a dateline ("OSLO"), count as well; a few names ("Georgia") are of several countries.
    """
    found = _called().get(words)
    if found is None and words[:4] in {"the ", "The "}:
        found = _called().get(words[4:])
    if found is None and len(words) > _SHORTEST and words.isupper():
        found = _called().get(words.title())
    return found or ()


_SHORTEST = 3
"""Letters of words in capitals that are no dateline's but an abbreviation."""


def choose(countries: Iterable[Country], votes: Mapping[str, int]) -> Country | None:
    """Choose among the countries that words may call: the one that the report names most often."""
    return max(countries, key=lambda country: votes.get(country.code, 0), default=None)
