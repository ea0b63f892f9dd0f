"""What a place is to what is said, and which part of it is meant, by the words beside its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.gazetteer import NameKind
from reportedly.reading.toponyms.wordlists import PLACE_WORDS
from reportedly.values import MentionKind, Passage, PlaceRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.toponyms.spotting import Spotted
    from reportedly.values import Reading

_ARTICLES = frozenset({"the", "a", "an"})
_ROLES = (
    ("from", PlaceRole.FROM),
    ("to", PlaceRole.TO),
    ("through", PlaceRole.THROUGH),
    ("target", PlaceRole.TARGET),
    ("at", PlaceRole.AT),
)


class Use(NamedTuple):
    """How a name is used: its role, and the words for the part of the place that is meant."""

    role: PlaceRole | None
    part: Passage


class Uses:
    """Reads how names of places are used in one report."""

    def __init__(self, reading: Reading, low: Sequence[str]) -> None:
        """Take a reading and its words in small letters."""
        self._reading, self._low = reading, low

    def of(self, one: Spotted, before: Use | None) -> Use:
        """Return how a name is used; `before` is the use of the name that it stands behind with a comma, if any."""
        left, parts = self._left(one.first)
        parts += self._right(one.last)
        words = self._reading.words
        part = Passage.of(
            self._reading.report.text, [(words[first].start, words[last - 1].end) for first, last in parts]
        )
        return Use(self._role(one, left, before), part)

    def _left(self, place: int) -> tuple[int, list[tuple[int, int]]]:
        """Return where what stands before a name with its articles and parts ends, and the words for parts."""
        low, parts = self._low, []
        last = place
        while place > 0 and (low[place - 1] in PLACE_WORDS["parts"] or (low[place - 1] == "-" and place < last)):
            place -= 1
        if place < last:
            parts.append((place, last))
        while place > 0 and low[place - 1] in _ARTICLES:
            place -= 1
        if place > 1 and low[place - 1] == "of" and low[place - 2] in PLACE_WORDS["of_parts"]:
            end = place - 1
            place -= 2
            while place > 0 and low[place - 1] in PLACE_WORDS["parts"]:
                place -= 1
            parts.insert(0, (place, end))
            while place > 0 and low[place - 1] in _ARTICLES:
                place -= 1
        return place, parts

    def _right(self, place: int) -> list[tuple[int, int]]:
        """Return the words for a part behind a name: "'s northern coast"."""
        low = self._low
        if place < len(low) and low[place] in {"'s", "’s"}:
            place += 1
        first = place
        while place < len(low) and low[place] in PLACE_WORDS["parts"]:
            place += 1
        if place < len(low) and low[place] in PLACE_WORDS["of_parts"]:
            place += 1
        elif place == first or not self._noun(place):
            return []
        return [(first, place)]

    def _noun(self, place: int) -> bool:
        """Say whether a word is a common noun."""
        return place < len(self._reading.words) and self._reading.words[place].pos == "NOUN"

    def _role(self, one: Spotted, left: int, before: Use | None) -> PlaceRole | None:
        """Return the role that the words beside a name give it."""
        low, words = self._low, self._reading.words
        people = one.found is not None and all(kind == NameKind.PEOPLE for kind in one.found.kinds.tolist())
        if people:
            return PlaceRole.ORIGIN
        if before is not None:
            return before.role
        word = low[left - 1] if left else ""
        earlier = low[left - 2] if left > 1 else ""
        follows = one.last < len(words) and words[one.last].start - words[one.last - 1].end <= 1
        if follows and low[one.last] in {"'s", "’s"} and not self._right(one.last):
            return PlaceRole.ORIGIN
        if follows and self._noun(one.last) and low[one.last] not in PLACE_WORDS["divisions"] | PLACE_WORDS["towns"]:
            return PlaceRole.ORIGIN if not self._right(one.last) else self._by_preposition(word, earlier)
        if word == "of" and left > 1 and self._somebody(left - 2):
            return PlaceRole.ORIGIN
        return self._by_preposition(word, earlier)

    def _by_preposition(self, word: str, earlier: str) -> PlaceRole | None:
        """Return the role that a preposition or a verb before a name gives it."""
        if word in PLACE_WORDS["attacks"] or (word in {"on", "at"} and earlier in PLACE_WORDS["attacks"]):
            return PlaceRole.TARGET
        return next((role for name, role in _ROLES if word in PLACE_WORDS[name]), None)

    def _somebody(self, place: int) -> bool:
        """Say whether a word is a person or a body: "the president of France"."""
        word = self._reading.words[place]
        return any(
            mention.kind in {MentionKind.PERSON, MentionKind.ORGANISATION}
            for mention in self._reading.mentions.touching(word.start, word.end)
        )
