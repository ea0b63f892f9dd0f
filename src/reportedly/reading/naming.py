"""What each name in a report names: a person, a body, a state, an outlet, a place.

A name's own words tell it (a country, a body's last word), or what stands before it ("Judge", "the newspaper"); where
they do not, the entities stage's votes on all places of the name are added up.
"""

from __future__ import annotations

import collections
import dataclasses
import enum
import functools
import importlib.resources
import tomllib
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from reportedly.reading.countries import Calling, called, choose
from reportedly.reading.genders import gender
from reportedly.reading.names import OF, names
from reportedly.reading.nouns import LONGEST, ending, noun
from reportedly.values import MentionKind, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.reading.countries import Country
    from reportedly.reading.script import Script
    from reportedly.values import Along, Mention


class Naming(enum.Enum):
    """What a name names."""

    PERSON = enum.auto()
    ORGANISATION = enum.auto()
    GOVERNMENT = enum.auto()
    """A body of a state."""
    PUBLICATION = enum.auto()
    DOCUMENT = enum.auto()
    STATE = enum.auto()
    PLACE = enum.auto()
    NATIONALITY = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    """The words [first, last) of a report that name something, without title and article.

    `key` is the same for the same name wherever it stands; `country` is the state that its words point to.
    """

    first: int
    last: int
    key: str
    naming: Naming
    country: Country | None = None


_OF_SPEAKER = {
    SpeakerKind.ORGANISATION: Naming.ORGANISATION,
    SpeakerKind.GOVERNMENT: Naming.GOVERNMENT,
    SpeakerKind.PUBLICATION: Naming.PUBLICATION,
    SpeakerKind.DOCUMENT: Naming.DOCUMENT,
    SpeakerKind.UNNAMED_PERSON: Naming.PERSON,
}
_OF_MENTION = {
    MentionKind.PERSON: Naming.PERSON,
    MentionKind.ORGANISATION: Naming.ORGANISATION,
    MentionKind.STATE: Naming.STATE,
    MentionKind.PLACE: Naming.PLACE,
    MentionKind.DOCUMENT: Naming.PUBLICATION,
    MentionKind.NATIONALITY: Naming.NATIONALITY,
}
_OF_CALLING = {
    Calling.NAME: Naming.STATE,
    Calling.PEOPLE: Naming.NATIONALITY,
    Calling.CAPITAL: Naming.PLACE,
    Calling.PLACE: Naming.PLACE,
    Calling.SEAT: Naming.GOVERNMENT,
    Calling.TELLS: Naming.NATIONALITY,
}
_NOUN_BEFORE = 4.0
"""The weight of a noun right before a name ("the website Harbour Notes"), where a mention's vote is its score."""
_REPORTING = frozenset({"reported", "reports", "quoted", "quotes", "published", "citing", "quoting"})
_ADJECTIVE = 1.5
"""The weight of a part of speech: an adjective with a capital is of a people or a creed."""
_REPORTED = 1.0
"""The weight of "reported" and the like behind a name."""
_TELLING = frozenset({"told", "tells"})
_TOLD = 0.8
"""The weight of "told" before a name: to whom it was told, where that is no person."""
_GIVEN = 1.5
"""The weight of a given name before another word."""
_EVENTS = frozenset(
    "summit conference convention games cup olympics festival war championship tournament ceremony awards prize "
    "protocol day operation crisis treaty agreement act pact award expo parade march massacre".split()
)
"""Last words of names for what happens or is given: nobody who could say something."""
_PLACES = frozenset(
    "city town county province region district borough state republic kingdom federation emirate".split()
)
"""Nouns that are bodies of a state as such, and places in names: "Mexico City"."""
_COUNTED = frozenset({Calling.NAME, Calling.PEOPLE, Calling.CAPITAL})


Votes: TypeAlias = "collections.defaultdict[Naming, float]"
"""How much speaks for each thing that a name can name."""


def naming(script: Script, mentions: Along[Mention]) -> list[Name]:
    """Return the names in a report, in order, and what each names."""
    spans = names(script, mentions)
    keys = [_key(script, first, last) for first, last in spans]
    votes: dict[str, Votes] = collections.defaultdict(lambda: collections.defaultdict(float))
    for key, (first, last) in zip(keys, spans, strict=True):
        _vote(script, mentions, first, last, votes[key])
    ways = {key: called(script.plain(*span)) for key, span in zip(keys, spans, strict=True)}
    told = collections.Counter(
        way.code for key in keys for way in ways[key] if len(ways[key]) == 1 and way.calling in _COUNTED
    )
    settled = {key: _settle(script, span, votes[key]) for key, span in zip(keys, spans, strict=True)}
    surnames = {key for key, naming in settled.items() if naming is Naming.PERSON and " " not in key}
    for key, span in zip(keys, spans, strict=True):
        if settled[key] is Naming.ORGANISATION and key.rpartition(" ")[2] in surnames and not _told(script, *span):
            settled[key] = Naming.PERSON
    return [
        Name(first, last, key, settled[key], _country(script, (first, last), ways[key], told, settled[key]))
        for key, (first, last) in zip(keys, spans, strict=True)
    ]


def _key(script: Script, first: int, last: int) -> str:
    """Return what is the same for one name wherever it stands."""
    return " ".join(script.low[first:last]).replace("’", "'")


def _vote(script: Script, mentions: Along[Mention], first: int, last: int, votes: Votes) -> None:
    """Add the votes of one place of a name: the mentions there, and the noun or title right before it."""
    start, end = script.start[first], script.end[last - 1]
    for mention in mentions.touching(start, end):
        if mention.named:
            shared = min(end, mention.end) - max(start, mention.start)
            votes[_OF_MENTION[mention.kind]] += mention.score * shared / (end - start)
    found = noun(script.low[max(0, first - LONGEST) : first]) if first else None
    if found and not found[0].plural and (found[0].person or script.pos[first - 1] == "NOUN"):
        votes[_OF_SPEAKER[found[0].kind]] += _NOUN_BEFORE
    if last > first + 1 and gender(script.low[first]):
        votes[Naming.PERSON] += _GIVEN
    if last == first + 1 and script.pos[first] == "ADJ":
        votes[Naming.NATIONALITY] += _ADJECTIVE
    if script.low[last : last + 1] and script.low[last] in _REPORTING:
        votes[Naming.PUBLICATION] += _REPORTED
    if first and script.low[first - 1 - (script.low[first - 1] == "the")] in _TELLING:
        votes[Naming.PUBLICATION] += _TOLD


def _settle(script: Script, span: tuple[int, int], votes: Votes) -> Naming:
    """Tell what a name names by its words or, where they do not tell, by the votes."""
    first, last = span
    plain = script.plain(first, last)
    known = _known().get(plain)
    if known is not None:
        return known
    if script.low[last - 1] in _EVENTS:
        return Naming.PLACE
    ways = called(plain)
    if ways:
        person = votes.get(Naming.PERSON, 0.0)
        return Naming.PERSON if person > sum(votes.values()) / 2 + 1 else _OF_CALLING[ways[0].calling]
    found = _body(script, first, last)
    if found is not None and not (last == first + 2 and gender(script.low[first])):
        return found
    best = max(votes, key=lambda kind: votes[kind], default=None)
    if best is None or votes[best] == 0:
        return Naming.PERSON if last > first + 1 and not plain.isupper() else Naming.ORGANISATION
    return best


def _told(script: Script, first: int, last: int) -> bool:
    """Say whether a name's own words tell what it names."""
    return script.plain(first, last) in _known() or _body(script, first, last) is not None


def _body(script: Script, first: int, last: int) -> Naming | None:
    """Tell what kind of body a name's last word before "of" or "for" names; None where it names none."""
    low = script.low
    end = next((word for word in range(first + 1, last) if low[word] in OF), last)
    found = ending(low[max(first, end - LONGEST) : end])
    if found is None or (last == first + found[1] and not noun(low[first:last])):
        the = first > 0 and low[first - 1] == "the"
        return _OF_SPEAKER[found[0].kind] if found and the else None
    return Naming.PLACE if found[0].singular in _PLACES else _OF_SPEAKER[found[0].kind]


def _country(
    script: Script, span: tuple[int, int], ways: tuple[Country, ...], told: Mapping[str, int], naming: Naming
) -> Country | None:
    """Return the country that a name is, is of, or has among its words ("Danish Food Authority")."""
    first, last = span
    if naming is Naming.PERSON:
        return None
    if ways:
        return choose(ways, told)
    if naming in {Naming.PUBLICATION, Naming.DOCUMENT}:
        return None
    for begin in range(first, last):
        for end in range(min(last, begin + 3), begin, -1):
            inner = called(script.plain(begin, end))
            if inner and (inner[0].calling is not Calling.PLACE or end - begin > 1 or end < last):
                return choose(inner, told)
    return None


class Home(NamedTuple):
    """The state that a report is about at home: by its seats and parties, and by all that is named of any state."""

    by_bodies: str | None
    by_all: str | None


def home(names: Sequence[Name]) -> Home:
    """Return the states that most of a report's names are of; None where none stands out."""
    return Home(_most(names, _WEIGHTS), _most(names, dict.fromkeys(Calling, 1)))


def _most(names: Sequence[Name], weights: Mapping[Calling, int]) -> str | None:
    """Return the state that has most of what names weigh."""
    counts: collections.Counter[str] = collections.Counter()
    for name in names:
        if name.country is not None:
            counts[name.country.code] += weights.get(name.country.calling, 0)
    total = counts.total()
    if total < _FEWEST:
        return None
    code, count = counts.most_common(1)[0]
    return code if count >= _MOST * total else None


_WEIGHTS = {Calling.SEAT: 1, Calling.TELLS: 1}
_FEWEST = 2
_MOST = 0.6
"""The share of all that is named of any state."""


class _Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some names of the lexicon of one kind."""

    kind: SpeakerKind
    words: tuple[str, ...]
    example: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon's file."""

    about: str
    name: tuple[_Listed, ...]


@functools.cache
def _known() -> Mapping[str, Naming]:
    """Return what the names of `lexicons/known.toml` name."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "known.toml").read_text("utf-8")
    listed = msgspec.convert(tomllib.loads(raw), _File).name
    return {words: _OF_SPEAKER[each.kind] for each in listed for words in each.words}
