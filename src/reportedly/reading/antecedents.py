"""Which earlier somebody a pronoun or a definite noun phrase goes back to.

Pronouns go to the likeliest of those spoken of in the sentences before: subjects and speakers rather than others, the
near ones rather than the far (after the preferences of Lappin and Leass, Computational Linguistics 1994). Noun phrases
go back by their noun: "the minister" to whoever was called a minister last.
"""

from __future__ import annotations

import bisect
import collections
import enum
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.genders import Gender, told
from reportedly.reading.naming import Naming
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reading.nominals import Nominal
    from reportedly.reading.referents import Referent
    from reportedly.reading.script import Script

FARTHEST = 8
"""Sentences back to which a pronoun can reach."""
_MOST = 60
"""Places that are looked at for one antecedent; where more lie near, the text is a list."""
_FAR = 0.8
_SUBJECT = 1.0
_SOURCE = 1.2
_OWNER = -1.2
_OTHERS_QUOTE = -1.5
_OWN_CONTENT = -1.5
_GENDER = 0.6
_NUMBER = 0.6
_AGAIN = 0.15
_FAVOURED = 0.3
_WITHIN = 1.8
_NAMED = 0.3
_KIN = -1.0
"""Weights, set on half of GUM news."""
_TRIED = 8
"""Earlier ones of the same noun that a definite phrase is compared with."""
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION, SpeakerKind.DOCUMENT})
_LOOSE = frozenset(
    "senior former same first second third new top leading unnamed anonymous own local alleged late said two three "
    "four embattled outgoing incoming veteran then newly elected young old elderly".split()
)
"""Adjectives that do not tell one minister from another."""


class Number(enum.Enum):
    """What a pronoun can stand for."""

    PERSON = enum.auto()
    THING = enum.auto()
    SEVERAL = enum.auto()


class Pronoun(NamedTuple):
    """A pronoun at the word `place`, and what bears on whom it stands for."""

    place: int
    number: Number
    gender: Gender | None = None
    content: Sequence[tuple[int, int]] = ()
    """The words [first, last) of what it is the source of."""
    without: frozenset[int] = frozenset()
    """The ids of referents that it cannot be."""
    favoured: Referent | None = None
    """One whose words it stands in."""
    within: tuple[int, int] | None = None
    """Those words [first, last)."""


class Spoken(NamedTuple):
    """The words [first, last) of a report that speak of somebody, and how they stand in their sentence."""

    first: int
    last: int
    referent: Referent
    subject: bool = False
    source: bool = False
    owner: bool = False
    """Whether they only describe: "Ferro's lawyer", "a Norwegian officer"."""


class Found(NamedTuple):
    """An antecedent, and whether there was any other that could have been meant."""

    referent: Referent
    only: bool


class Antecedents:
    """Who was spoken of so far, in order."""

    def __init__(self, script: Script) -> None:
        """Begin with nobody."""
        self._script = script
        self.spoken: list[Spoken] = []
        self._ends: list[int] = []
        self._called: collections.defaultdict[str, list[tuple[int, Referent]]] = collections.defaultdict(list)

    def speak(self, spoken: Spoken) -> None:
        """Take in who is spoken of next."""
        self.spoken.append(spoken)
        self._ends.append(spoken.last)

    def call(self, noun: str, referent: Referent) -> None:
        """Take in by which noun somebody is called next."""
        known = self._called[noun]
        if not known or known[-1][1] is not referent:
            known.append((self._ends[-1] if self._ends else 0, referent))

    def before(self, place: int) -> Iterator[Spoken]:
        """Yield those spoken of before a word, the nearest first, and of very many only the nearest."""
        end = bisect.bisect_right(self._ends, place)
        for index in range(end - 1, max(end - _MOST, 0) - 1, -1):
            yield self.spoken[index]

    def pronoun(self, pronoun: Pronoun) -> Found | None:
        """Return whom a pronoun stands for; None where nobody near fits."""
        sentence = self._script.sentence[pronoun.place]
        scores: dict[int, float] = {}
        found: dict[int, Referent] = {}
        for spoken in self.before(pronoun.place):
            if sentence - self._script.sentence[spoken.first] > FARTHEST:
                break
            referent = spoken.referent.itself
            score = self._score(pronoun, spoken, referent)
            if score is None:
                continue
            known = scores.get(id(referent))
            scores[id(referent)] = score if known is None else max(score, known) + _AGAIN
            found[id(referent)] = referent
        if not scores:
            return None
        best = max(scores, key=lambda identity: scores[identity])
        return Found(found[best], len(scores) == 1)

    def _score(self, pronoun: Pronoun, spoken: Spoken, referent: Referent) -> float | None:
        """Return how likely a pronoun stands for who is spoken of at some place; None where it cannot."""
        if id(referent) in pronoun.without or not _fits(referent, pronoun):
            return None
        if referent.naming is Naming.NATIONALITY and spoken.owner:
            return None
        script = self._script
        quoted = script.quoted[spoken.first]
        score = -_FAR * (script.sentence[pronoun.place] - script.sentence[spoken.first])
        score += _SUBJECT * (spoken.subject or spoken.source) + _SOURCE * spoken.source + _OWNER * spoken.owner
        score += _GENDER * (pronoun.gender is not None and referent.gender is pronoun.gender)
        score += _NUMBER * (pronoun.number is Number.SEVERAL and referent.plural)
        score += _NAMED * (referent.naming is not None) + _KIN * _related(referent)
        score += _FAVOURED * (referent is pronoun.favoured)
        if any(first <= spoken.first < last for first, last in pronoun.content):
            return None if quoted else score + _OWN_CONTENT
        if quoted and not script.quoted[pronoun.place]:
            score += _OTHERS_QUOTE
        if pronoun.within and pronoun.within[0] <= spoken.first < pronoun.within[1]:
            score += _WITHIN
        return score

    def definite(self, nominal: Nominal, place: int) -> Referent | None:
        """Return the last one before a word that a definite noun phrase can go back to by its noun, if any."""
        noun = nominal.noun
        names = [noun.singular]
        if "speaks" in noun.flags and noun.singular.startswith("spokes"):
            names += ["spokesman", "spokeswoman", "spokesperson"]
        wanted = self.modifiers(nominal)
        for name in names:
            called = self._called[name]
            end = bisect.bisect_right(called, place, key=_first)
            found = [
                known
                for _, referent in called[max(0, end - _TRIED) : end][::-1]
                if self._suits(known := referent.itself, nominal, wanted)
            ]
            if found:
                return found[0] if wanted or self._just_now(found[0], place) else self._plainest(found, name)
        return None

    def _just_now(self, referent: Referent, place: int) -> bool:
        """Say whether somebody was spoken of, as one who does or says something, in this sentence or the one before."""
        for spoken in self.before(place):
            if self._script.sentence[place] - self._script.sentence[spoken.first] > 1:
                return False
            if spoken.referent.itself is referent and (spoken.subject or spoken.source):
                return True
        return False

    def _plainest(self, found: Sequence[Referent], noun: str) -> Referent:
        """Return the one who is called by a bare noun, where others are called so only with a word more.

        "The president" is the one who was "President Ferro" before, and not the "Norwegian President".
        """
        for referent in dict.fromkeys(found):
            plain = (each for each in referent.described if each.noun.singular == noun and each.owner is None)
            if any(each.begin == each.last - each.length for each in plain):
                return referent
        return found[0]

    def _suits(self, referent: Referent, nominal: Nominal, wanted: frozenset[str]) -> bool:
        """Say whether a noun phrase can speak of a referent that was called by the same noun."""
        if referent.plural != nominal.noun.plural and nominal.noun.kind is not SpeakerKind.PUBLICATION:
            return False
        gender = told(nominal.noun.flags)
        if gender is not None and referent.gender not in {None, gender}:
            return False
        if not wanted:
            return True
        known = frozenset(self._script.low[referent.name[0] : referent.name[1]])
        known = known.union(*(self.modifiers(each) for each in referent.described))
        return wanted <= known or (not known and referent.kind is SpeakerKind.PERSON)

    def modifiers(self, nominal: Nominal) -> frozenset[str]:
        """Return the words before the noun that tell one of its kind from another."""
        words = self._script.low[nominal.begin : nominal.last - nominal.length]
        return frozenset(words) - _LOOSE

    def latest(self, kind: SpeakerKind, place: int, naming: Naming | None) -> Referent | None:
        """Return the last one of a kind before a place, by a name of some sort or by none."""
        for spoken in self.before(place):
            referent = spoken.referent.itself
            if referent.kind is kind and referent.naming is naming and not spoken.owner:
                return referent
        return None


def _first(called: tuple[int, Referent]) -> int:
    """Return where somebody was called so."""
    return called[0]


def _related(referent: Referent) -> bool:
    """Say whether somebody unnamed is spoken of as somebody's relative only."""
    return referent.naming is None and any("kin" in each.noun.flags for each in referent.described[:1])


def _fits(referent: Referent, pronoun: Pronoun) -> bool:
    """Say whether a pronoun can stand for a referent at all."""
    if pronoun.number is Number.PERSON:
        return referent.person and (pronoun.gender is None or referent.gender in {None, pronoun.gender})
    if pronoun.number is Number.THING:
        return referent.kind in _BODIES
    body = referent.kind in _BODIES and referent.kind is not SpeakerKind.DOCUMENT
    return referent.plural or (body and referent.naming not in {Naming.STATE, Naming.PLACE})
