"""Places that are pointed to without their name: "the country's northern coast", of the country that was named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.toponyms.wordlists import PLACE_WORDS
from reportedly.values import Feature, Passage, Place, PlaceRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportedly.values import MadeBy, Reading

_COUNTRY = ("the", "country")
_OWNS = frozenset({"'s", "’s"})


def pointed(reading: Reading, named: Sequence[Place], made_by: Callable[[str, float], MadeBy]) -> list[Place]:
    """Return the parts of a country that a report points to, each with the country that it named last before."""
    text, words = reading.report.text, reading.words
    if "he country" not in text:
        return []
    found: list[Place] = []
    for first in range(len(words) - 3):
        if tuple(text[word.start : word.end].lower() for word in words[first : first + 2]) != _COUNTRY:
            continue
        last = _part([text[word.start : word.end] for word in words[first + 2 : first + 6]])
        country = _before(named, words[first].start)
        if last and country is not None and country.place is not None:
            found.append(
                Place(
                    words=Passage.of(text, [(words[first].start, words[first + 1].end)]),
                    place=country.place,
                    others=(),
                    role=PlaceRole.AT,
                    part=Passage.of(text, [(words[first + 3].start, words[first + 1 + last].end)]),
                    made_by=made_by("the country that was named last", country.place.score),
                )
            )
    return found


def _part(following: Sequence[str]) -> int:
    """Return how many words behind "the country" tell a part of it; 0 for none."""
    if not following or following[0] not in _OWNS:
        return 0
    last = 1
    while last < len(following) and following[last].lower() in PLACE_WORDS["parts"]:
        last += 1
    if last < len(following) and following[last].lower() in PLACE_WORDS["of_parts"]:
        last += 1
    return last if last > 1 else 0


def _before(named: Iterable[Place], start: int) -> Place | None:
    """Return the country that was named last before a place of the text."""
    last = None
    for one in named:
        if one.words.pairs[0][0] >= start:
            break
        if one.place is not None and one.place.feature is Feature.COUNTRY:
            last = one
    return last
