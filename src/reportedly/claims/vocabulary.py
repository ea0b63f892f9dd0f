"""The words of a story's claims: how much each tells which claim it is about."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportedly.claims.claim import Relation
from reportedly.reading.likeness import telling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from reportedly.claims.claim import Member

_ELSEWHERE = 0.8
"""What a word of a claim weighs that stands in other reports of it, beside one of the same report."""
_ANSWERS_ONLY = 0.3
"""What it weighs if only denials of the claim have it."""
_UNKNOWN = 0.5
"""What a word that no claim has weighs beside one that only one claim has."""


class Vocabulary:
    """The words of the claims of one story."""

    def __init__(self, claims: Sequence[Sequence[Member]]) -> None:
        """Take the members of each claim."""
        self._claims = [_Words(claim) for claim in claims]
        every = {word for claim in self._claims for word in claim.reports}
        self._weights = {
            word: _weight(sum(word in claim.reports for claim in self._claims), len(claims)) for word in every
        }
        self._most = {word: max(claim.frequency(word) for claim in self._claims) for word in every}
        self._unknown = _UNKNOWN * _weight(1, max(len(claims), 2))

    def texts(self, claim: int) -> tuple[str, ...]:
        """Return the wordings of a claim's members, each once."""
        return self._claims[claim].texts

    def known(self, words: AbstractSet[str]) -> frozenset[str]:
        """Return those of some words that any claim has."""
        return frozenset(words & self._weights.keys())

    def common(self, words: AbstractSet[str], claim: int) -> list[str]:
        """Return those of some words that a claim has, in order."""
        return sorted(words & self._claims[claim].reports.keys())

    def most(self, word: str, claim: int) -> bool:
        """Say whether a word is a claim's, and no other claim has it more often."""
        own = self._claims[claim].frequency(word)
        return own > 0 and own >= self._most[word]

    def share(self, words: AbstractSet[str], claim: int, report: str) -> float:
        """Return the share of words that are a claim's, from 0 to 1.

        A word tells the more the fewer claims have it, and the more often this one does beside the others; in the same
        report it tells more than in another.
        """
        own = self._claims[claim]
        total = math.fsum(self._weights.get(word, self._unknown) for word in words)
        known = math.fsum(
            self._weights[word] * own.known(word, report) * (1 + own.frequency(word) / self._most[word]) / 2
            for word in words & own.reports.keys()
        )
        return known / total if total else 0.0


class _Words:
    """The words of one claim, and which reports have them."""

    def __init__(self, claim: Sequence[Member]) -> None:
        """Take the members of a claim."""
        self.texts = tuple(sorted({member.proposition.text for member in claim}))
        self.reports: dict[str, set[str]] = {}
        self._said: set[str] = set()
        for member in claim:
            words = telling([member.proposition.text])
            for word in words:
                self.reports.setdefault(word, set()).add(member.proposition.report)
            if member.relation is Relation.SAME:
                self._said |= words
        weights: dict[str, list[float]] = {}
        for text in self.texts:
            for word, weight in _by_place(text).items():
                weights.setdefault(word, []).append(weight)
        self._frequencies = {word: math.fsum(found) / len(self.texts) for word, found in weights.items()}

    def frequency(self, word: str) -> float:
        """Return the share of the wordings that have a word, those in which it stands first counted most."""
        return self._frequencies.get(word, 0.0)

    def known(self, word: str, report: str) -> float:
        """Return how much a word is the claim's for a report, from 0 to 1."""
        if word not in self._said:
            return _ANSWERS_ONLY
        return 1.0 if report in self.reports[word] else _ELSEWHERE


def _by_place(text: str) -> dict[str, float]:
    """Return the words of a text with weights from 1 down to a half: what it tells of stands at its beginning."""
    out: dict[str, float] = {}
    shown = text.split()
    for place, each in enumerate(shown):
        for word in telling([each]):
            out.setdefault(word, 1 - place / (2 * len(shown)))
    return out


def _weight(holders: int, claims: int) -> float:
    """Return how much a word tells that so many of the claims have: one that all have tells next to nothing."""
    return math.log(1 + claims / (holders + 0.5))
