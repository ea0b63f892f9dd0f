"""Why a name was taken for a place and not for another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.toponyms.context import FEATURES

if TYPE_CHECKING:
    from reportedly.reading.toponyms.ranking import Choice

TOLD = 2
"""Reasons that are given, at most."""
_LEAST = 0.1
"""Points of the score below which a difference is none."""

WORDS = {
    "inhabitants": "more people live there",
    "most inhabitants": "of all places of that name it has the most inhabitants",
    "share of inhabitants": "most of those who live in a place of that name live there",
    "capital": "it is a capital",
    "country": "it is a country",
    "first-level division": "it is a first-level division of a country",
    "second-level division": "it is a second-level division of a country",
    "other than a town or division": "it is a well-known region or water",
    "other name": "it is also called so",
    "short name": "news calls it so for short",
    "people": "its people are called so",
    "abbreviation": "it is abbreviated so",
    "called a division and is one": "the words beside call it a division, which it is",
    "called a town and is one": "the words beside call it a town, which it is",
    "in the place behind the comma": "it lies in the place that is named behind it",
    "not in the place behind the comma": "the others do not lie in the place that is named behind it",
    "its division is named": "the report also names the division that it lies in",
    "its country is named": "the report also names the country that it lies in",
    "capital of a country that is named": "it is the capital of a country that the report names",
    "holds other places": "other places that the report names lie in it",
    "share of places in its country": "other places that the report names are in the same country",
    "share of places in its division": "other places that the report names are in the same division",
    "near others": "other places that the report names are near",
    "near another": "another place that the report names is near",
    "publisher's country": "the publisher is in the same country",
}
"""What each feature says when it decided; for a feature that counts against a place, what it says of the others."""
AGAINST = {
    "other name": "the other is seldom called so",
    "short name": "the other is only called so for short",
    "people": "the other's people are called so",
    "abbreviation": "the other is only abbreviated so",
    "second-level division": "the other is a county or district",
    "not in the place behind the comma": "it lies in the place that is named behind it",
}

INSTEAD = {
    "town": "a town and the division around it are called so, and no word beside says that the division is meant",
    "division": "a town and the division around it are called so, and the words beside say that the division is meant",
}


def why(choice: Choice) -> str:
    """Say what decided between the likeliest place and the next."""
    if choice.instead:
        return INSTEAD[choice.instead]
    if len(choice.places) == 1:
        return "the gazetteer has one place of that name"
    parts = choice.weights * (choice.features[0] - choice.features[1])
    told: list[str] = []
    for index in np.argsort(-parts).tolist():
        if parts[index] < _LEAST or len(told) == TOLD:
            break
        name = FEATURES[index]
        less = choice.features[0, index] < choice.features[1, index]
        words = AGAINST.get(name) if less else WORDS[name]
        if words and words not in told:
            told.append(words)
    return "; ".join(told) or "nothing decides between several places of that name; the first is a guess"
