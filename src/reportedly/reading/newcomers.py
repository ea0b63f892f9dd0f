"""What a noun phrase without a name makes of a speaker, and whom a report speaks of before it names them.

A headline or a first sentence says "a city judge"; the name comes later. Where a later name is called by the same noun,
or comes in alone, without a word about who that is, it is theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.nominals import Determiner
from reportedly.reading.nouns import LONGEST, noun
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from reportedly.reading.nominals import Nominal
    from reportedly.reading.referents import Referent
    from reportedly.reading.script import Script

_SEVERAL = frozenset(
    "group number dozen handful majority couple pair crowd team score series handful bunch minority".split()
)
"""Nouns of which, with "of", only the number counts: "a group of parents"."""
_OF_STATE = frozenset("military army navy police state federal national royal air government municipal".split())
"""Words that make a school or an agency one of the state: "military academy"."""
_WITHIN = 2
"""Sentences after somebody unnamed within which a name that comes in alone is theirs."""
_COMMON = frozenset(
    "official officer source man woman person member worker expert resident leader head chief director aide adviser "
    "politician lawmaker analyst activist soldier executive partner".split()
)
"""Nouns of which a report has too many for the one to be the other."""


def kind(script: Script, each: Nominal) -> SpeakerKind:
    """Return what a noun phrase without a name makes of a speaker."""
    named = each.noun
    if named.singular in _SEVERAL and each.last < len(script) and script.low[each.last] == "of":
        counted = _counted(script, each.last + 1)
        if counted:
            return SpeakerKind.UNNAMED_GROUP
    several = named.plural or (each.many or 1) > 1
    definite = each.determiner is Determiner.DEFINITE
    if named.person:
        if not several:
            return SpeakerKind.UNNAMED_PERSON
        return (
            SpeakerKind.GROUP if ("crowd" in named.flags or definite) and not each.many else SpeakerKind.UNNAMED_GROUP
        )
    if named.plural and named.kind in {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}:
        return SpeakerKind.GROUP if definite or each.first < each.last - each.length - 1 else SpeakerKind.UNNAMED_GROUP
    if named.kind is SpeakerKind.ORGANISATION and _OF_STATE & set(script.low[each.first : each.last - 1]):
        return SpeakerKind.GOVERNMENT
    return named.kind


def _counted(script: Script, place: int) -> bool:
    """Say whether a noun for several people begins soon after a place."""
    for word in range(place, min(place + LONGEST, len(script))):
        if script.pos[word] in {"NOUN", "PROPN"}:
            found = noun(script.low[max(place, word - LONGEST + 1) : word + 1])
            if found and found[0].person and found[0].plural:
                return True
        elif script.pos[word] not in {"ADJ", "DET", "NUM", "PROPN"}:
            return False
    return False


class Beginning:
    """Whom a report speaks of before it names them."""

    def __init__(self, script: Script, headline: int) -> None:
        """Take a report's words, and the word before which its headline ends."""
        self._script = script
        self._headline = headline
        self._headed: dict[str, Referent] = {}
        self._by_noun: dict[str, Referent] = {}
        self._latest: tuple[int, Referent] | None = None
        self._pairs: list[tuple[Referent, Referent]] = []
        lead = script.sentence[headline] if headline < len(script) else 0
        self._end = next((first for first in script.first[lead + 1 :]), len(script))

    def new(self, each: Nominal, referent: Referent) -> None:
        """Take in somebody new: the one whom the headline spoke of by the same noun, if there is one."""
        if each.first < self._headline:
            self._headed.setdefault(each.noun.singular, referent)
        else:
            ahead = self._headed.pop(each.noun.singular, None)
            if ahead is not None and ahead.merged is None and ahead.kind is referent.kind:
                ahead.merged = referent
        if each.first < self._end:
            self._by_noun.setdefault(each.noun.singular, referent)

    def called(self, each: Nominal, referent: Referent) -> None:
        """Take in that somebody with a name is called by a noun: so was whom the beginning spoke of."""
        if each.determiner is Determiner.INDEFINITE or each.first < self._headline:
            return
        singular = each.noun.singular
        ahead = self._by_noun.get(singular) or self._by_noun.get(_ALIKE.get(singular, ""))
        ahead = ahead.itself if ahead is not None else None
        if ahead is None or ahead.merged is not None or ahead is referent:
            return
        if ahead.kind is SpeakerKind.UNNAMED_PERSON and referent.kind is SpeakerKind.PERSON and singular not in _COMMON:
            _merge(ahead, referent)

    def speaks(self, each: Nominal, referent: Referent) -> None:
        """Take in that somebody unnamed says something: a name that comes in next may be theirs."""
        told = each.determiner is not Determiner.DEFINITE and "plain" not in each.noun.flags
        if referent.kind is SpeakerKind.UNNAMED_PERSON and told and each.noun.singular not in _COMMON:
            self._latest = each.first, referent

    def alone(self, first: int, referent: Referent) -> None:
        """Take in that somebody who says something is named for the first time, without a word about who that is."""
        if self._latest is None:
            return
        place, ahead = self._latest
        self._latest = None
        if self._script.sentence[first] - self._script.sentence[place] <= _WITHIN:
            self._pairs.append((ahead, referent))

    def end(self) -> None:
        """Let those who came in alone be those who spoke before, where nothing else tells who they are."""
        for ahead, referent in self._pairs:
            if ahead.merged is None and not referent.described and referent.kind is SpeakerKind.PERSON:
                _merge(ahead, referent)


_ALIKE = {"justice": "judge", "judge": "justice", "attorney": "lawyer", "lawyer": "attorney", "mp": "lawmaker"}


def _merge(ahead: Referent, referent: Referent) -> None:
    """Let somebody unnamed be somebody with a name, unless one is a woman and the other a man."""
    if ahead.gender is None or referent.gender in {None, ahead.gender}:
        ahead.turn_out(referent)
