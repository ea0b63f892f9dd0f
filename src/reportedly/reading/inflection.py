"""The forms of English verbs, as far as the lexicons need them."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib


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
    if (past and past[0] == verb + verb[-1] + "ed") or verb in {
        "put",
        "get",
        "set",
        "let",
        "run",
        "forget",
        "cut",
        "hit",
    }:
        return verb + verb[-1] + "ing"
    return verb + "ing"
