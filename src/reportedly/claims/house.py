"""What a publisher has on page after page, whatever the story: found by its recurring, where its look does not tell."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims.shingles import SIZE
from reportedly.claims.wording import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reportedly.claims.shingles import Hashes
    from reportedly.claims.wording import Wording

PAGES = 3
"""Pages of one publisher on which a passage recurs, and of no other, that is taken for the house's."""
QUOTING = 2
"""Publishers that have words in quotation marks, from which on they are taken for quoted wherever they stand."""
ALIKE = 0.3
"""Share of its own shingles from which on a page is the same story once more, and no other page."""


def without_house(wordings: Sequence[Wording]) -> list[Wording]:
    """Return the wordings, where what publishers repeat on pages of different stories stands around the story."""
    shingles = [each.words.shingles() for each in wordings]
    pages: dict[str, list[int]] = collections.defaultdict(list)
    for number, each in enumerate(wordings):
        pages[each.report.publisher or ""].append(number)
    everywhere = _publishers(pages, shingles)
    out = list(wordings)
    for publisher, numbers in sorted(pages.items()):
        if not publisher or len(numbers) < PAGES:
            continue
        apart = _apart(numbers, shingles)
        counts = collections.Counter(one for number in apart for one in set(shingles[number].tolist()))
        house = np.array(
            sorted(one for one, count in counts.items() if count >= PAGES and everywhere[one] == 1), dtype=np.uint64
        )
        for number in numbers:
            mine = wordings[number]
            out[number] = mine.standing_in(Standing.HOUSE, _covered(shingles[number], house, len(mine.words)))
    return out


def without_quoted(wordings: Sequence[Wording]) -> list[Wording]:
    """Return the wordings, where what several publishers have in quotation marks is quoted in every report.

    A page shows a post without marks that others quote.
    """
    by: dict[int, set[str]] = collections.defaultdict(set)
    shingles = [each.words.shingles() for each in wordings]
    for each, mine in zip(wordings, shingles, strict=True):
        for one in mine[each.all_in(Standing.QUOTED)].tolist():
            by[one].add(each.report.publisher or each.report.id)
    quoted = np.array(sorted(one for one, publishers in by.items() if len(publishers) >= QUOTING), dtype=np.uint64)
    return [
        each.standing_in(Standing.QUOTED, _covered(mine, quoted, len(each.words)))
        for each, mine in zip(wordings, shingles, strict=True)
    ]


def _publishers(pages: dict[str, list[int]], shingles: Sequence[Hashes]) -> collections.Counter[int]:
    """Return with how many publishers each shingle stands."""
    counts: collections.Counter[int] = collections.Counter()
    for numbers in pages.values():
        counts.update({one for number in numbers for one in shingles[number].tolist()})
    return counts


def _apart(numbers: Sequence[int], shingles: Sequence[Hashes]) -> list[int]:
    """Return pages of which none is the same story as another."""
    kept: list[int] = []
    for number in sorted(numbers, key=lambda each: (-len(shingles[each]), shingles[each].tolist())):
        mine = shingles[number]
        if all(np.isin(mine, shingles[other]).sum() < ALIKE * max(len(mine), SIZE) for other in kept):
            kept.append(number)
    return kept


def _covered(shingles: Hashes, house: Hashes, words: int) -> NDArray[np.bool_]:
    """Return which words stand in a shingle of the house."""
    covered = np.zeros(words, dtype=bool)
    for start in np.flatnonzero(np.isin(shingles, house)):
        covered[start : start + SIZE] = True
    return covered
