"""Which phrases name the speaker within the words of a source: the first that is no mere part, or several together."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reportedly.reading.naming import Naming
from reportedly.reading.nominals import POSSESSIVE, complement, hyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.antecedents import Spoken
    from reportedly.reading.discourse import Discourse

_AND = frozenset({"and", "&"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_MOST = 30
"""Phrases of a source that are looked at; a source with more is no source."""
_VERBS = frozenset({"VERB", "AUX"})


class Heads:
    """The phrases of one report that speak of somebody, as its sources have them."""

    def __init__(self, discourse: Discourse) -> None:
        """Take who is spoken of."""
        self._discourse = discourse
        self._script = discourse.script

    def within(self, first: int, last: int) -> list[Spoken]:
        """Return the phrases within [first, last) that speak of somebody, without those that are part of a later one.

        A place before a comma is where somebody is, where anybody follows.
        """
        self._discourse.complete(first, last)
        out: list[Spoken] = []
        for word in range(first, last):
            spoken = self._discourse.at.get(word)
            pronoun = self._discourse.name_at[word] < 0 and word not in self._discourse.nominals
            if spoken is not None and not pronoun:
                while out and out[-1].first >= spoken.first:
                    out.pop()
                out.append(spoken)
        del out[_MOST:]
        found = [each for each, after in itertools.zip_longest(out, out[1:]) if not self._owns(each, after)]
        where = len(found) > 1 and found[0].referent.itself.naming is Naming.PLACE
        return found[1:] if where and self._script.low[found[0].last] == "," else found

    def _owns(self, each: Spoken, after: Spoken | None) -> bool:
        """Say whether a phrase only says whose the next one is: "Norway" of "Norway's Ministry of Defence"."""
        if after is None:
            return False
        between = self._script.pos[each.last + 1 : after.first]
        owner = self._script.low[each.last] in POSSESSIVE and all(pos in _NOMINAL for pos in between)
        return owner or hyphen(self._script, each.last)

    def together(self, heads: Sequence[Spoken]) -> list[Spoken]:
        """Return the phrases that are named together, from the first on: "Ana Ferro, Jo Berg and the union"."""
        items = list(heads[:1])
        if self._apposed(heads):
            return items
        for place, head in enumerate(heads[1:], 2):
            before = items[-1]
            if any(pos in _VERBS for pos in self._script.pos[before.last : head.first]):
                break
            again = head.referent.itself is before.referent.itself
            if self._joined(before, head, heads[place:]) and not again and not self._belongs(before, head):
                items.append(head)
        return items

    def _apposed(self, heads: Sequence[Spoken]) -> bool:
        """Say whether what follows the first phrase only describes it: "Ana Ferro, the founder and owner"."""
        if len(heads) == 1:
            return True
        comma = complement(self._script, heads[0].last)
        party = heads[1].referent.itself.naming is Naming.NATIONALITY and heads[0].referent.itself.person
        noun = party or self._discourse.name_at[heads[1].last - 1] < 0
        return noun and heads[1].first == comma + 1 and self._script.low[comma] == ","

    def _joined(self, before: Spoken, head: Spoken, after: Sequence[Spoken]) -> bool:
        """Say whether an "and" stands before a phrase, or a comma within a list of names that goes on to an "and"."""
        low = self._script.low
        word = head.first - 1
        while word > before.last and self._discourse.titled(word):
            word -= 1
        if low[word] in _AND:
            return True
        named = before.referent.itself.naming is not None and head.referent.itself.naming is not None
        goes_on = any(low[later.first - 1] in _AND for later in after)
        return low[word] == "," and word == before.last and named and goes_on

    def _belongs(self, before: Spoken, head: Spoken) -> bool:
        """Say whether an "and" belongs to what stands behind a noun: "a spokesman for the port and the railway"."""
        end = complement(self._script, before.last)
        ends_there = end == head.first - 1 > before.last
        return end > head.first or (ends_there and before.referent.itself.person and not head.referent.itself.person)
