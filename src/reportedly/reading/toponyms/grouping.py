"""Names that mean one place within a report: those that are written alike and have the same place behind a comma."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.gazetteer import key
from reportedly.reading.toponyms.wordlists import PLACE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.gazetteer import Found
    from reportedly.reading.toponyms.recognising import Named

_WITHIN = re.compile(r"\s*(?:,|\(|,? in(?: the)?|, in the)\s*")
"""What stands between a place and the one that it lies in: "Paris, Texas", "Paris (Texas)", "Paris in Texas"."""
_FARTHEST = 12
"""Code points between the two at most."""


class Group(NamedTuple):
    """Names that mean one place.

    `members` are their places in the list of names, `within` the numbers of the groups of the places behind the comma.
    `division` and `town` say whether the words beside call it one.
    """

    key: str
    found: Found | None
    members: tuple[int, ...]
    within: tuple[int, ...]
    division: bool
    town: bool


def groups(text: str, low: Sequence[str], names: Sequence[Named]) -> list[Group]:
    """Return the groups of the names of places in a report, in the order of their first members."""
    keys = [key(text[one.spotted.start : one.spotted.end]) for one in names]
    behind = _behind(text, names)
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    of_name: list[int] = []
    for place, made in enumerate(keys):
        outer = tuple(keys[each] for each in behind[place])
        of_name.append(numbers.setdefault((made, outer), len(numbers)))
    members: list[list[int]] = [[] for _ in numbers]
    for place, number in enumerate(of_name):
        members[number].append(place)
    return [
        Group(
            key=keys[own[0]],
            found=names[own[0]].spotted.found,
            members=tuple(own),
            within=tuple(of_name[each] for each in behind[own[0]]),
            division=any(_called(low, names[each], "divisions") for each in own),
            town=any(_called(low, names[each], "towns") for each in own),
        )
        for own in members
    ]


def _behind(text: str, names: Sequence[Named]) -> list[tuple[int, ...]]:
    """Return for each name the names that stand behind it as what it lies in."""
    found: list[tuple[int, ...]] = [()] * len(names)
    for place in range(len(names) - 2, -1, -1):
        end, start = names[place].spotted.end, names[place + 1].spotted.start
        if start - end <= _FARTHEST and _WITHIN.fullmatch(text, end, start) and names[place + 1].spotted.found:
            found[place] = (place + 1, *found[place + 1])
    return found


def _called(low: Sequence[str], name: Named, what: str) -> bool:
    """Say whether the word behind a name says what it is, or "the city of" before it does."""
    spotted, words = name.spotted, PLACE_WORDS[what]
    if spotted.last < len(low) and low[spotted.last] in words:
        return True
    if low[spotted.last - 1] in words and spotted.last - spotted.first > 1:
        return True
    before = low[max(0, spotted.first - 2) : spotted.first]
    return before[-1:] == ["of"] and before[0] in words
