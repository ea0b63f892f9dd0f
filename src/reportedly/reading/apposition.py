"""Which name stands beside a noun phrase, so that the two speak of the same: "the lawyer, Ana Ferro"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.naming import Naming
from reportedly.reading.nominals import complement
from reportedly.reading.nouns import noun
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.naming import Name
    from reportedly.reading.nominals import Nominal
    from reportedly.reading.referents import Referent
    from reportedly.reading.script import Script

BODIES = frozenset({Naming.ORGANISATION, Naming.GOVERNMENT, Naming.PUBLICATION})
OWNERS = frozenset(
    "owner operator maker manufacturer organiser organizer developer publisher supplier partner rival".split()
)
"""Nouns for people that bodies are called as well."""
_TITLES = 5
"""Words of titles that may stand between a comma and a name."""
_CLOSES = frozenset({",", ".", ";", ":", ")", "—", "–", "-", "”", '"', "’", "!", "?", "who", "whose"})
_SERVED = frozenset("served serves serving worked works working acted acts acting".split())
_BACK = 6
"""Words between a name and "as" in "who served as"."""


class Appositions:
    """The names of a report, looked for beside its noun phrases."""

    def __init__(
        self, script: Script, names: Sequence[Name], name_at: Sequence[int], referents: Sequence[Referent]
    ) -> None:
        """Take the words of a report, its names, the index of the name at each word, and the referent of each name."""
        self._script = script
        self._names = names
        self._name_at = name_at
        self._referents = referents

    def beside(self, each: Nominal) -> int | None:
        """Return the index of the name that a noun phrase describes; None where it stands by itself."""
        if each.noun.plural or (each.many or 1) > 1:
            return None
        index = self._before(each)
        return self._behind(each) if index is None else index

    def _compatible(self, each: Nominal, index: int) -> bool:
        """Say whether a noun can describe what a name names."""
        referent = self._referents[index]
        if referent.kind is SpeakerKind.PERSON:
            return each.noun.person
        if self._names[index].naming not in BODIES:
            return False
        if each.noun.kind is referent.kind or each.noun.singular in OWNERS:
            return True
        named = {each.noun.kind, referent.kind}
        return SpeakerKind.ORGANISATION in named and not each.noun.person and each.noun.kind is not SpeakerKind.DOCUMENT

    def _before(self, each: Nominal) -> int | None:
        """Return the name that stands before: "Ana Ferro, 40, a lawyer", "Ana Ferro, who served as a judge"."""
        script = self._script
        comma = each.first - 1
        if comma > 1 and script.low[comma] == "as" and script.low[comma - 1] in _SERVED:
            who = next((w for w in range(comma - 1, max(0, comma - _BACK), -1) if script.low[w] == "who"), 0)
            comma = who - 1 if who > 1 and script.low[who - 1] == "," else who
        elif comma > 1 and script.pos[comma] == "ADV" and script.low[comma - 1] == ",":
            comma -= 1
        if comma < 1 or script.low[comma] not in {",", "(", "who"}:
            return None
        last = comma - 1
        if script.pos[last] == "NUM" and last > 1 and script.low[last - 1] == ",":
            last -= 2
        index = self._name_at[last]
        if index < 0 or not self._compatible(each, index):
            return None
        end = complement(script, each.last)
        speaks = end < len(script) and script.pos[end] in {"VERB", "AUX"}
        return None if speaks and self._governed(self._names[index].first) else index

    def _behind(self, each: Nominal) -> int | None:
        """Return the name that follows: "lawyer Ana Ferro", "the lawyer, Ana Ferro,", "the envoy to Norway Jo Berg"."""
        script, name_at = self._script, self._name_at
        after = each.last
        if after < len(script) and name_at[after] >= 0:
            return name_at[after] if self._compatible(each, name_at[after]) else None
        end = complement(script, each.last)
        for place in range(each.last + 1, end):
            index = name_at[place]
            if index >= 0 and self._names[index].first == place and name_at[place - 1] >= 0:
                return index if self._compatible(each, index) and each.noun.person else None
        return self._behind_comma(each, end)

    def _behind_comma(self, each: Nominal, end: int) -> int | None:
        """Return the name behind the comma at `end`, where it closes an apposition or the phrase is a subject."""
        script, name_at = self._script, self._name_at
        if end >= len(script) or script.low[end] != ",":
            return None
        begin = end + 1
        while begin < min(end + _TITLES, len(script)) and name_at[begin] < 0 and self._titled(begin):
            begin += 1
        index = name_at[begin] if begin < len(script) else -1
        if index < 0 or not self._compatible(each, index):
            return None
        name = self._names[index]
        if name.first != begin or script.sentence[begin] != script.sentence[each.first]:
            return None
        closes = name.last >= len(script) or script.low[name.last] in _CLOSES
        return index if closes or not self._governed(each.first) else None

    def _titled(self, word: int) -> bool:
        """Say whether a word can belong to a title before a name: "former Vice President"."""
        return self._script.pos[word] == "ADJ" or noun(self._script.low[word : word + 1]) is not None

    def _governed(self, first: int) -> bool:
        """Say whether a preposition stands before a phrase: it is not what its sentence is about."""
        before = first - 1
        while before > 0 and self._script.pos[before] in {"DET", "ADJ", "NOUN"}:
            before -= 1
        return (before >= 0 and self._script.pos[before] in {"ADP", "SCONJ"}) or self._script.low[
            max(before, 0)
        ] == "to"
