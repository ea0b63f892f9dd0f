"""What speaks for and against two propositions being one claim, in words."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reportedly.claims.comparison import Comparison, Kinship

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIKE = 0.6
"""The cosine of vectors from which on wordings are said to be alike."""
_COMMON = 0.5
"""The cosine of weighed terms from which on words are said to be the same."""


def reasons(comparison: Comparison, *, opposite: bool) -> tuple[str, ...]:
    """Say what speaks against two propositions being one claim, then what for it, and whether they contradict."""
    last = ("one says that it is so, the other that it is not",) if opposite else ()
    return (*itertools.chain(_against(comparison), _circumstances(comparison), _wording(comparison)), *last)


def _against(comparison: Comparison) -> Iterator[str]:
    """Say what tells them apart."""
    place, time = comparison.place, comparison.time
    if place.kinship is Kinship.APART:
        yield f"another place: {place.first} against {place.second}"
    if place.kinship is Kinship.ABROAD:
        yield f"another country: {place.first} against {place.second}"
    if time.kinship is Kinship.APART:
        yield f"another day: {time.first} against {time.second}"
    if comparison.others:
        yield "other names"


def _circumstances(comparison: Comparison) -> Iterator[str]:
    """Say where, when and how many they share."""
    place, time, amount = comparison.place, comparison.time, comparison.amount
    if place.kinship is Kinship.SAME:
        yield f"same place: {place.first}"
    elif place.kinship is Kinship.AROUND:
        yield f"places that fit: {place.first} and {place.second}"
    if time.kinship is Kinship.SAME:
        yield f"same time: {time.first}"
    if amount.kinship is Kinship.SAME:
        yield f"same amount: {amount.first}"
    elif amount.kinship is not Kinship.UNKNOWN:
        yield f"amounts side by side: {amount.first} and {amount.second}"


def _wording(comparison: Comparison) -> Iterator[str]:
    """Say which names, words and meanings they share."""
    if comparison.shared:
        yield f"same names: {', '.join(comparison.shared)}"
    if comparison.same_speaker:
        yield "same speaker"
    if comparison.alike is not None and comparison.alike >= _LIKE:
        yield f"alike in meaning: {comparison.alike:.2f}"
    if comparison.words >= _COMMON:
        yield f"same words: {comparison.words:.2f}"
