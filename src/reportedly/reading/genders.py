"""The gender that given names, titles and pronouns tell, as far as news writes "he" or "she" of somebody."""

from __future__ import annotations

import enum
import functools
import importlib.resources
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Gender(enum.Enum):
    """How a report speaks of somebody."""

    FEMALE = "she"
    MALE = "he"


@functools.cache
def _given() -> Mapping[str, Gender]:
    """Return the given names of `lexicons/given_names.toml`."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "given_names.toml").read_text("utf-8")
    table = tomllib.loads(raw)
    told = dict.fromkeys(table["female"], Gender.FEMALE)
    return told | dict.fromkeys(table["male"], Gender.MALE)


def gender(given: str) -> Gender | None:
    """Return the gender that a given name in small letters tells, or its first half before a hyphen; else None."""
    return _given().get(given) or _given().get(given.partition("-")[0])


def told(flags: Iterable[str]) -> Gender | None:
    """Return the gender that a noun's flags tell."""
    if "female" in flags:
        return Gender.FEMALE
    return Gender.MALE if "male" in flags else None
