"""Who speaks or is named in two reports of a story, and what each has of them."""

from __future__ import annotations

import collections
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.ledger.identities import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportedly.claims.pages import Page
    from reportedly.claims.story_pages import Pages

    Key = tuple[str, ...]
    """By whom two reports are held together: ("leader", report, id), ("name", a surname) or ("role", what they are)."""

MOST = 20
"""Reports beside each of which one that has the same speaker is looked at: those before it in time."""
RUN = 5
"""Words in a row that two share by which they quote the same."""
_ROLES = re.compile(
    r"\b(?:(?:vice|deputy|prime) )?(?:governor|minister|collector|commissioner|prosecutor|mayor|prefect|premier"
    r"|president|chief|chair(?:man|woman)?|director|chief executive|spokes(?:man|woman|person)|army|general staff"
    r"|police|coast ?guard|envoy|bishop|sheriff|captain|superintendent)\b",
    re.IGNORECASE,
)
"""What those are who speak on occasions, by which one may be meant without a name."""


class Heard(NamedTuple):
    """What a report has of somebody: the lines, whether it quotes them, and what stands there and about it."""

    page: Page
    lines: tuple[int, ...]
    quoted: bool
    said: frozenset[str]
    around: frozenset[str]
    values: frozenset[float]
    names: frozenset[str]
    text: str
    words: tuple[int, int]


class Both(NamedTuple):
    """Somebody of whom two reports have something, the earlier one first; `having` is how many reports have it."""

    key: Key
    first: Heard
    second: Heard
    having: int


def both_heard(story: Pages) -> Iterator[Both]:
    """Yield who speaks or is named in two reports."""
    told: dict[Key, list[Heard]] = collections.defaultdict(list)
    for page in story.pages:
        for key, lines in _lines(story, page).items():
            told[key].append(_heard(story, page, key, lines))
    for key in sorted(told):
        heard = told[key]
        for place, second in enumerate(heard):
            yield from (Both(key, first, second, len(heard)) for first in heard[max(0, place - MOST) : place])


def beside(story: Pages, one: Page, other: Page) -> dict[str, float]:
    """Return what a model looks at of two reports, whatever they may share."""
    ours, theirs = one.entry, other.entry
    return {
        "whole alike": story.rarity.shared(one.terms, other.terms),
        "hours": story.hours(one, other),
        "same day": float(story.same_day(one, other)),
        "times open": float(not (ours.stated and theirs.stated)),
        "same publisher": float(ours.publisher is not None and ours.publisher == theirs.publisher),
        "takes": float(story.copies_from(one.id) or story.copies_from(other.id)),
        "copies": float((one.id, other.id) in story.copied or (other.id, one.id) in story.copied),
        "cites": story.citing(one, other),
        "cites alike": story.citing_alike(one, other),
    }


def in_a_row(one: str, other: str) -> bool:
    """Say whether two texts share words in a row."""
    words, others = folded(one).split(), folded(other).split()
    runs = {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
    return any(tuple(others[place : place + RUN]) in runs for place in range(len(others) - RUN + 1))


def _lines(story: Pages, page: Page) -> dict[Key, set[int]]:
    """Return the lines in which a report quotes somebody, names them, or says what they are."""
    found: dict[Key, set[int]] = collections.defaultdict(set)
    speaking = story.speaking(page.id)
    for number, line in enumerate(page.lines):
        for name in line.names & story.surnames:
            found["name", name].add(number)
        for leader in speaking.get(number, ()):
            found["leader", *leader].add(number)
        for role in _ROLES.finditer(page.text, line.span.start, line.span.end):
            found["role", folded(role.group())].add(number)
    return found


def _heard(story: Pages, page: Page, key: Key, lines: Collection[int]) -> Heard:
    """Return what a report has of somebody."""
    near = sorted({each for number in lines for each in page.around(number)})
    own = frozenset(key[1:2])
    return Heard(
        page,
        tuple(sorted(lines)),
        _quoted(story, page, key, lines),
        frozenset[str]().union(*(page.lines[number].terms for number in lines)) - own,
        frozenset[str]().union(*(page.lines[number].terms for number in near)) - own,
        frozenset[float]().union(*(page.lines[number].values for number in near)),
        frozenset[str]().union(*(page.lines[number].names for number in near)),
        page.shown(*near),
        story.speaker_words(page, min(lines), key),
    )


def _quoted(story: Pages, page: Page, key: Key, lines: Collection[int]) -> bool:
    """Say whether somebody speaks in some lines, as far as what they are held together by tells."""
    sort, shown, *_ = key
    speaking = story.speaking(page.id)
    if sort == "name":
        return any(
            shown in folded(story.speaker_name(who)).split() for number in lines for who in speaking.get(number, ())
        )
    return sort == "leader" or any(number in speaking for number in lines)
