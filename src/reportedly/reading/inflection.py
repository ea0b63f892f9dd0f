"""The forms of English verbs, as far as the lexicons need them."""

from __future__ import annotations

import enum
import functools
import importlib.resources
import re
import tomllib

_VOWEL = re.compile("[aeiouy]")
_DOUBLING = frozenset(
    "begin bet bid cut dig forbid forget get hit let put run set shed shut sit spin split swim upset win".split()
)
"""Irregular verbs that double their last letter before -ing."""


def forms(verb: str) -> tuple[str, ...]:
    """Return a verb, its third person, past, past participle and -ing form: "deny" gives denies, denied, denying.

    The irregular ones, and those that double their last letter, are listed in `lexicons/verbs.toml`. Of several words
    ("rule out") the first is inflected.
    """
    first, space, rest = verb.partition(" ")
    told = _irregular().get(first)
    past = told or (_past(first),)
    return tuple(f"{form}{space}{rest}" for form in dict.fromkeys((first, _third(first), *past, _present(first))))


@functools.cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Read the table of irregular verbs."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "verbs.toml").read_text("utf-8")
    table = tomllib.loads(raw)
    doubled = {verb: (verb + verb[-1] + "ed",) for verb in table["doubling"]}
    return doubled | {verb: tuple(past) for verb, past in table["irregular"].items()}


class Shape(enum.Enum):
    """What a verb's form can be, by its letters alone."""

    PRESENT = enum.auto()
    """A present, an infinitive or an imperative: "deny", "denies"."""
    PAST = enum.auto()
    """A simple past and nothing else: "took"."""
    PARTICIPLE = enum.auto()
    """A past participle and nothing else: "taken"."""
    EITHER = enum.auto()
    """Past or past participle: "denied", "told"."""
    GERUND = enum.auto()
    """A form in -ing."""


@functools.lru_cache(maxsize=4096)
def shape(verb: str) -> Shape:
    """Return what a form of a verb, in small letters, can be."""
    known = _shapes().get(verb)
    if known is not None:
        return known
    if verb.endswith("ing") and _VOWEL.search(verb[:-3]):
        return Shape.GERUND
    return Shape.EITHER if verb.endswith("ed") and _VOWEL.search(verb[:-2]) else Shape.PRESENT


@functools.cache
def _shapes() -> dict[str, Shape]:
    """Return what the irregular forms can be."""
    known: dict[str, Shape] = dict.fromkeys(("need", "exceed", "proceed", "succeed", "bleed", "breed"), Shape.PRESENT)
    for verb, (past, *others) in _irregular().items():
        alone = others and past not in others and not past.endswith("ed")
        known[past] = Shape.PAST if alone else Shape.EITHER
        for other in set(others) - {verb, past}:
            known[other] = Shape.EITHER if other.endswith("t") else Shape.PARTICIPLE
    return known | {"were": Shape.PAST, "am": Shape.PRESENT, "are": Shape.PRESENT}


def _third(verb: str) -> str:
    """Return the form that goes with "she"."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return {"be": "is", "have": "has"}.get(verb, verb + "s")


def _past(verb: str) -> str:
    """Return the regular past."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _present(verb: str) -> str:
    """Return the -ing form."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    past = _irregular().get(verb, ())
    if (past and past[0] == verb + verb[-1] + "ed") or verb in _DOUBLING:
        return verb + verb[-1] + "ing"
    return verb + "ing"
