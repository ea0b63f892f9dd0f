"""Whom and what a report speaks of: one referent for all names of one person, body or state."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.genders import Gender, gender
from reportedly.reading.naming import Naming
from reportedly.reading.people import people
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportedly.reading.naming import Name
    from reportedly.reading.nominals import Nominal
    from reportedly.reading.script import Script

_BODIES = frozenset({Naming.ORGANISATION, Naming.GOVERNMENT, Naming.PUBLICATION, Naming.DOCUMENT})
_MANY = 30
"""Names alike that are compared, phrases that are kept: more would cost time that grows with their square."""
_SHORT = 6
"""Words up to which a bracket stands behind the name that it shortens, when not all of the name was found."""
_KINDS = {
    Naming.PERSON: SpeakerKind.PERSON,
    Naming.ORGANISATION: SpeakerKind.ORGANISATION,
    Naming.GOVERNMENT: SpeakerKind.GOVERNMENT,
    Naming.PUBLICATION: SpeakerKind.PUBLICATION,
    Naming.DOCUMENT: SpeakerKind.DOCUMENT,
    Naming.STATE: SpeakerKind.GOVERNMENT,
    Naming.PLACE: SpeakerKind.GOVERNMENT,
    Naming.NATIONALITY: SpeakerKind.GROUP,
}


@dataclasses.dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something, as far as the report has been read: it is filled while that goes on.

    `name` are the words [first, last) of the fullest name, or, of somebody unnamed, of the phrase that brought them in.
    `described` are the noun phrases that refer to it, in order; `merged` is the referent that it turned out to be.
    """

    kind: SpeakerKind
    naming: Naming | None
    name: tuple[int, int]
    gender: Gender | None = None
    described: list[Nominal] = dataclasses.field(default_factory=list)
    country: str | None = None
    count: int | None = None
    group: Referent | None = None
    """The group that somebody unnamed is one of."""
    merged: Referent | None = None

    def describe(self, each: Nominal) -> None:
        """Take in a noun phrase that refers to it. Of very many only the first tell more."""
        if len(self.described) < _MANY:
            self.described.append(each)

    def turn_out(self, other: Referent) -> None:
        """Be another one from now on, who is described so as well."""
        self.merged = other
        other.described += self.described[: max(0, _MANY - len(other.described))]
        other.gender = other.gender or self.gender

    @property
    def person(self) -> bool:
        """Say whether it is one person."""
        return self.kind in {SpeakerKind.PERSON, SpeakerKind.UNNAMED_PERSON}

    @property
    def plural(self) -> bool:
        """Say whether it is several."""
        return self.kind in {SpeakerKind.GROUP, SpeakerKind.UNNAMED_GROUP}

    @property
    def itself(self) -> Referent:
        """The referent that it turned out to be."""
        referent = self
        while referent.merged is not None:
            referent = referent.merged
        return referent


def referents(script: Script, names: Sequence[Name]) -> list[Referent]:
    """Return the referent of each name. Names of one person, body or state share it."""
    clusters = people(script, names)
    clusters |= _bodies(script, names, clusters)
    made: dict[int, Referent] = {}
    out: list[Referent] = []
    for index, name in enumerate(names):
        cluster = clusters.get(index, index)
        referent = made.get(cluster)
        naming = Naming.PERSON if cluster in clusters and names[cluster].naming is Naming.PERSON else name.naming
        if referent is None:
            referent = made[cluster] = Referent(_KINDS[naming], naming, (name.first, name.last))
        elif _fuller(script, (name.first, name.last), referent.name):
            referent.name = (name.first, name.last)
        if name.country and naming is not Naming.PERSON:
            referent.country = referent.country or name.country.code
        if naming is Naming.PERSON and name.last - name.first > 1:
            referent.gender = referent.gender or gender(script.low[name.first])
        out.append(referent)
    return out


def _fuller(script: Script, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether a name is fuller than another: it has more words, or a headline's capitals less."""
    more = (one[1] - one[0]) - (other[1] - other[0])
    loud = script.shown(*other).isupper() and not script.shown(*one).isupper() and other[1] - other[0] > 1
    return more > 0 or (more == 0 and loud)


def _bodies(script: Script, names: Sequence[Name], people: Mapping[int, int]) -> dict[int, int]:
    """Return for each name of a body, a state or a place the first of those that name the same, by their indices.

    Letters in brackets behind a name ("Alliance of Ports (AP)") stand for it from then on.
    """
    bracketed: dict[str, int] = {}
    first: dict[str, int] = {}
    longer: dict[str, list[int]] = collections.defaultdict(list)
    for index, name in enumerate(names):
        if index in people:
            continue
        if name.key not in first:
            first[name.key] = index
            before = index - 1
            if before >= 0 and before not in people and _brackets(script, names[before], name):
                bracketed[name.key] = first[names[before].key]
            words = name.key.split()
            if len(words) > 1 and name.naming in _BODIES:
                longer[words[-1]].append(index)
                longer[words[0]].append(index)
                longer[_initials(words)].append(index)
    alias = {key: bracketed.get(key, _alias(names, index, longer)) for key, index in first.items()}
    return {index: alias[name.key] for index, name in enumerate(names) if index not in people}


def _brackets(script: Script, before: Name, name: Name) -> bool:
    """Say whether a name stands in brackets right behind another one, and is short for it."""
    near = 0 < name.first - before.last <= _SHORT and script.low[name.first - 1] == "("
    return near and script.shown(name.first, name.last).isupper() and before.naming in _BODIES


def _alias(names: Sequence[Name], index: int, longer: Mapping[str, Sequence[int]]) -> int:
    """Return the longer name that a short one stands for, if there is just one: "the Gazette", "KCNA"; else itself."""
    name = names[index]
    words = name.key.split()
    if name.naming not in _BODIES:
        return index
    found = {
        other
        for word in {words[0], words[-1]}
        for other in longer.get(word, ())[:_MANY]
        if len(names[other].key.split()) > len(words)
        and (
            set(words) < set(names[other].key.split())
            or (len(words) == 1 and word == _initials(names[other].key.split()))
        )
        and names[other].naming is name.naming
        and _one_country(name, names[other])
    }
    keys = {names[other].key for other in found}
    return min(found) if len(keys) == 1 else index


def _one_country(name: Name, other: Name) -> bool:
    """Say whether two names are not of two countries."""
    return name.country is None or other.country is None or name.country.code == other.country.code


def _initials(words: Iterable[str]) -> str:
    """Return the first letters of a name's longer words: of "Korean Central News Agency" they are "kcna"."""
    return "".join(word[0] for word in words if word not in {"of", "the", "and", "for", "&", "to", "on", "in"})
