"""Which names in a report are one person's: full names, surnames, first names."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

from reportedly.reading.genders import Gender, gender, told
from reportedly.reading.naming import Naming
from reportedly.reading.nouns import noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.naming import Name
    from reportedly.reading.script import Script

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SURE = frozenset({Naming.STATE, Naming.GOVERNMENT, Naming.NATIONALITY, Naming.PUBLICATION})
"""What a single word names for sure, so that it is nobody's surname as well."""
_MANY = 30
"""Names alike that are compared: more would cost time that grows with their square."""
_FULL = 2
"""Words of a full name at least."""
_LATEST = 1.5
"""What being named in full last counts, in times of being named in full."""


def people(script: Script, names: Sequence[Name]) -> dict[int, int]:
    """Return for each name of a person the first full name of the same person, by their indices.

    A name that fits nobody is its own.
    """
    return _People(script, names).same


class _People:
    """The people of one report, by the words of their names."""

    def __init__(self, script: Script, names: Sequence[Name]) -> None:
        """Look at the full names first, then at single words."""
        self._script = script
        self.same: dict[int, int] = {}
        self._full: dict[int, list[str]] = {}
        self._called: collections.defaultdict[str, list[int]] = collections.defaultdict(list)
        self._alone: dict[str, int] = {}
        for index, name in enumerate(names):
            words = _words(name)
            if name.naming is Naming.PERSON and len(words) >= _FULL:
                self._in_full(index, words)
        counts = collections.Counter(self.same.values())
        latest: dict[str, int] = {}
        for index, name in enumerate(names):
            words = _words(name)
            if index in self.same:
                latest[words[-1]] = latest[words[0]] = self.same[index]
            elif len(words) == 1 and name.naming not in _SURE:
                self._by_word(index, name, counts, latest.get(words[0]))

    def _in_full(self, index: int, words: list[str]) -> None:
        """Take in a full name: somebody new, or somebody known by a longer or a shorter one."""
        alike = self._called[words[-1]][:-_MANY:-1]
        known = next((known for known in alike if _one_person(self._full[known], words)), None)
        self.same[index] = index if known is None else known
        if known is None:
            self._full[index] = words
            for word in dict.fromkeys((words[-1], words[0])):
                self._called[word].append(index)
        elif len(words) > len(self._full[known]):
            self._full[known] = words

    def _by_word(self, index: int, name: Name, counts: collections.Counter[int], latest: int | None) -> None:
        """Take in a single word: somebody's surname, else somebody's first name, else all that is told of somebody.

        Of several it is the one whom the report names most in full; who was named so last counts a bit more.
        """
        word = _words(name)[0]
        if word in self._called and (name.naming is Naming.PERSON or name.country is None):
            addressed = self._addressed(name)
            fitting = [known for known in self._called[word][:_MANY] if _can_be(self._full[known], addressed)]
            by_surname = [known for known in fitting if self._full[known][-1] == word] or fitting
            if by_surname:
                self.same[index] = max(by_surname, key=lambda known: counts[known] + _LATEST * (known == latest))
                return
        if name.naming is Naming.PERSON:
            self.same[index] = self._alone.setdefault(word, index)

    def _addressed(self, name: Name) -> Gender | None:
        """Return the gender that the title before a name tells: "Mrs Ferro"."""
        found = noun(self._script.low[name.first - 1 : name.first]) if name.first else None
        return told(found[0].flags) if found else None


def _words(name: Name) -> list[str]:
    """Return the words of a name that tell people apart."""
    words = name.key.split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words


def _can_be(full: Sequence[str], addressed: Gender | None) -> bool:
    """Say whether somebody with a full name can be addressed so. A given name in -a that is not listed is a woman's."""
    guess = gender(full[0]) or (Gender.FEMALE if full[0].endswith("a") else None)
    return addressed is None or guess in {None, addressed}


def _one_person(known: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether two full names with the same surname are one person's."""
    if known[-1] != words[-1]:
        return False
    one, other = known[0].rstrip("."), words[0].rstrip(".")
    if one == other or (1 in {len(one), len(other)} and one[:1] == other[:1]):
        return True
    return set(words) < set(known) or set(known) < set(words)
