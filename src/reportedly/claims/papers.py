"""Where two reports may rest on one document: a paper, a numbered bulletin, a letter, somebody's post or pictures."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.document_words import (
    HAS,
    HAVING,
    PAPER,
    POST,
    REACH,
    SORTS,
    WEB,
    document_numbers,
    networks,
)
from reportedly.claims.evidence import Evidence
from reportedly.claims.heard import beside, both_heard, in_a_row
from reportedly.claims.occasions import ALONE, MET
from reportedly.ledger.identities import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from re import Pattern

    from reportedly.claims.heard import Both, Heard
    from reportedly.claims.pages import Page
    from reportedly.claims.story_pages import Pages

__all__ = ["HAVING", "PAPERS", "REACH", "papers"]

MOST = 40
"""Reports beside each of which one that speaks of a document of a sort is looked at: those before it in time."""
PLACES = 6
"""Places of a report that are looked at for a sort of document."""
NAMES = 4.0
"""Names beyond which more tell no more."""
NEAREST = 3
"""Places of two reports that are weighed: those that are most alike."""
PAPERS = (
    *(f"both {sort}" for sort, _ in SORTS),
    "same word",
    "number same",
    "number differs",
    "has both",
    "has one",
    "around alike",
    "line alike",
    "wide alike",
    "whole alike",
    "values",
    "values many",
    "names",
    "names rare",
    "speaker shared",
    "person named",
    "hours",
    "same day",
    "times open",
    "same publisher",
    "takes",
    "copies",
    "one is body",
    "both bodies",
    "is the paper",
    "common",
    "quoted words",
    "post and names",
    "paper and has",
    "alike and sort",
    "number and alike",
    "values and alike",
    "post and person",
    "cites",
    "cites alike",
    "by speaker",
    "post both",
    "post one",
    "same network",
    "paper both",
    "paper one",
    "spoken of",
    "leader",
    "role",
    "alone one",
    "met one",
    "network and alike",
    "post and alike",
    "post and leader",
    "quoted both",
    "named person",
    "body and titled",
)
"""What the model looks at."""


class _Place(NamedTuple):
    """Where a report speaks of a document: the line, the words, and what stands about them."""

    page: Page
    number: int
    start: int
    end: int
    word: str
    terms: frozenset[str]
    wide: frozenset[str]
    values: frozenset[float]
    names: frozenset[str]
    text: str


def papers(story: Pages) -> Iterator[Evidence]:
    """Yield the documents, and the people with a post or a letter, by which reports of a story may rest on one."""
    numbers = {page.id: document_numbers(page.text) for page in story.pages}
    for sort, pattern in SORTS:
        by = [places for page in story.pages if (places := list(_places(page, pattern)))]
        for place, second in enumerate(by):
            for first in by[max(0, place - MOST) : place]:
                for one, other in _nearest(story, first, second):
                    common = _common(story, one, other, numbers) | {"common": len(by) / len(story.pages)}
                    yield _of_a_sort(story, sort, one, other, common)
    for both in both_heard(story):
        found = _by_speaker(story, both, numbers)
        if found is not None:
            yield found


def _places(page: Page, pattern: Pattern[str]) -> Iterator[_Place]:
    """Yield the first places at which a report speaks of documents of a sort, one in a line."""
    seen: set[int] = set()
    for found in pattern.finditer(page.text):
        number = page.at(found.start())
        if number in seen or len(seen) == PLACES:
            continue
        seen.add(number)
        near, wide = page.around(number, 1, 2), page.around(number, 4, 6)
        yield _Place(
            page,
            number,
            *found.span(),
            folded(found.group()).rstrip("s"),
            frozenset[str]().union(*(page.lines[each].terms for each in near)),
            frozenset[str]().union(*(page.lines[each].terms for each in wide)),
            frozenset[float]().union(*(page.lines[each].values for each in wide)),
            frozenset[str]().union(*(page.lines[each].names for each in near)),
            page.shown(*near),
        )


def _nearest(story: Pages, first: Sequence[_Place], second: Sequence[_Place]) -> Sequence[tuple[_Place, _Place]]:
    """Return the places of two reports that are most alike."""

    def fit(pair: tuple[_Place, _Place]) -> tuple[float, int, int]:
        return -story.rarity.shared(pair[0].terms, pair[1].terms), pair[0].start, pair[1].start

    return sorted(itertools.product(first, second), key=fit)[:NEAREST]


def _of_a_sort(story: Pages, sort: str, one: _Place, other: _Place, common: Mapping[str, float]) -> Evidence:
    """Return what may show that two places speak of one document."""
    rarity = story.rarity
    near = [each.page.around(each.number, 1, 2) for each in (one, other)]
    lines = [each.page.lines[each.number].terms for each in (one, other)]
    n = dict.fromkeys(PAPERS, 0.0) | beside(story, one.page, other.page) | dict(common)
    n |= {
        f"both {sort}": 1.0,
        "same word": float(one.word == other.word),
        "around alike": rarity.shared(one.terms, other.terms),
        "line alike": rarity.shared(*lines),
        "wide alike": rarity.shared(one.wide, other.wide),
        "speaker shared": float(story.share_lines(one.page, near[0], other.page, near[1])),
        "person named": float(not (one.names & other.names).isdisjoint(story.surnames)),
        "is the paper": float(one.number == 0 or other.number == 0),
    }
    web = float(sort in WEB)
    n |= {
        "post and names": web * n["names rare"],
        "post and person": web * n["person named"],
        "paper and has": (1 - web) * n["has both"],
        "alike and sort": n["around alike"] * n["same word"],
        "number and alike": n["number same"] * n["around alike"],
        "values and alike": n["values"] * n["around alike"],
        "body and titled": n["one is body"] * n["is the paper"],
    }
    words, original = other.page.passage(other.start, other.end), one.page.passage(one.start, one.end)
    return Evidence(
        other.page.id, one.page.id, n, words, original, (f"both speak of a {sort}: {words.text!r}", *_reasons(n))
    )


def _by_speaker(story: Pages, both: Both, numbers: Mapping[str, frozenset[str]]) -> Evidence | None:
    """Return what may show that two have somebody's words from one post or paper; None where neither says so."""
    first, second = both.first, both.second
    post, other_post = (POST.search(each.text) is not None for each in (first, second))
    paper, other_paper = (PAPER.search(each.text) is not None for each in (first, second))
    if not (post or other_post or paper or other_paper):
        return None
    rarity, sort = story.rarity, both.key[0]
    ours, theirs = (networks(each.text) for each in (first, second))
    n = dict.fromkeys(PAPERS, 0.0) | beside(story, first.page, second.page) | _common(story, first, second, numbers)
    n |= {
        "by speaker": 1.0,
        "post both": float(post and other_post),
        "post one": float(post != other_post),
        "paper both": float(paper and other_paper),
        "paper one": float(paper != other_paper),
        "same network": float(not ours.isdisjoint(theirs)),
        "spoken of": both.having / len(story.pages),
        "leader": float(sort == "leader"),
        "role": float(sort == "role"),
        "named person": float(sort == "name" or (sort == "leader" and story.is_person(both.key[1:]))),
        "alone one": float(any(ALONE.search(each.text) for each in (first, second))),
        "met one": float(any(MET.search(each.text) for each in (first, second))),
        "quoted both": float(first.quoted and second.quoted),
        "around alike": rarity.shared(first.around, second.around),
        "line alike": rarity.shared(first.said, second.said),
    }
    n |= {
        "network and alike": n["same network"] * n["around alike"],
        "post and alike": n["post both"] * max(n["around alike"], n["line alike"]),
        "post and leader": n["post both"] * n["leader"],
    }
    words, original = second.page.passage(*second.words), first.page.passage(*first.words)
    told = f"both have words of {words.text!r}, {'posted' if post or other_post else 'in writing'}"
    return Evidence(second.page.id, first.page.id, n, words, original, (told, *_reasons(n)))


def _common(
    story: Pages, one: _Place | Heard, other: _Place | Heard, numbers: Mapping[str, frozenset[str]]
) -> dict[str, float]:
    """Return what both sorts of evidence have: numbers, names, and how the reports have the document."""
    rarity = story.rarity
    ours, theirs = numbers[one.page.id], numbers[other.page.id]
    has = [HAS.search(each.text) is not None for each in (one, other)]
    names = one.names & other.names
    bodies = [each.page.entry.publisher in story.bodies for each in (one, other)]
    return {
        "number same": float(not ours.isdisjoint(theirs)),
        "number differs": float(bool(ours and theirs) and ours.isdisjoint(theirs)),
        "has both": float(all(has)),
        "has one": float(any(has)),
        "values": rarity.values(one.values, other.values),
        "values many": rarity.telling(one.values & other.values),
        "names": min(NAMES, float(len(names))),
        "names rare": max(map(rarity.name, names), default=0.0),
        "one is body": float(bodies[0] != bodies[1]),
        "both bodies": float(all(bodies)),
        "quoted words": float(in_a_row(one.text, other.text)),
    }


def _reasons(numbers: Mapping[str, float]) -> Iterator[str]:
    """Yield in words what else speaks for one document."""
    if numbers["number same"]:
        yield "both call it by the same number"
    if numbers["quoted words"]:
        yield "both use the same words"
    elif numbers["values many"]:
        yield "both have the same numbers"
