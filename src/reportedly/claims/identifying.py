"""Who is who across the reports of a story: speakers who are surely one, and those who may be.

Unsure stays apart, and is told with its reason: that is what makes the number of origins a range.
"""

from __future__ import annotations

import collections
import dataclasses
import itertools
from typing import TYPE_CHECKING

from reportedly.ledger.identities import folded
from reportedly.reading.nouns import noun
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reportedly.values import Speaker

GENERAL = frozenset("official officials source sources person people insider aide figure somebody someone".split())
"""Nouns that tell no more than that somebody is not named."""
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION})
_NAMELESS = frozenset({SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP, SpeakerKind.GROUP})
_FULL = 2
"""Words of a full name at least."""
COMMON = frozenset("report statement study document documents message post article".split())
"""Words for documents of which there may be several on one matter."""
_VAGUE = frozenset("authority authorities".split())
"""Words that may mean any official."""
_BEHIND = frozenset("of at in with close for from familiar on to who near within inside".split())
"""Words with which begins what stands behind a noun."""
NOBODY = frozenset("country world town village street nation anyone anybody everyone everybody nobody none".split())
"""Nouns for nobody in particular: "half the country says so"."""
_EMPTY = frozenset("the a an of for and in at to s on".split())


@dataclasses.dataclass(frozen=True, slots=True)
class Who:
    """A speaker of one report as others are compared with it. `head` is the noun that tells what they are."""

    report: str
    id: str
    identity: str
    kind: SpeakerKind
    named: bool
    name: str
    head: str
    words: frozenset[str]
    affiliation: frozenset[str]
    country: str | None
    definite: bool = False
    called: str = ""
    shown: str = ""

    @classmethod
    def of(  # noqa: PLR0913 - all that others are compared with
        cls, speaker: Speaker, identity: str, report: str, *, definite: bool = False, role: str = "", called: str = ""
    ) -> Who:
        """Take a speaker of a report, with the identity across reports.

        `definite` says that the report takes it as known who is meant ("the minister"); `role` is what other reports
        call the same name, where this one gives it none.
        """
        name = folded(speaker.name.value) if speaker.name else ""
        role = folded(speaker.role.value) if speaker.role else role
        described = role or name
        return cls(
            report=report,
            id=speaker.id,
            identity=identity,
            kind=speaker.kind.value,
            named=speaker.named,
            name=name,
            head=_head(described),
            words=_telling(name),
            affiliation=_telling(folded(speaker.affiliation.value)) if speaker.affiliation else frozenset(),
            country=speaker.country.value if speaker.country else None,
            definite=definite,
            called=called,
            shown=speaker.name.value if speaker.name else called or speaker.kind.value.value,
        )


def surely(one: Who, other: Who) -> bool:
    """Say whether two speakers of a story are one."""
    if one.identity == other.identity or any(_mean(*pair) for pair in ((one, other), (other, one))):
        return True
    alike = one.kind is other.kind or (one.kind in _BODIES and other.kind in _BODIES)
    if not alike or (one.country and other.country and one.country != other.country):
        return False
    if one.kind is SpeakerKind.DOCUMENT:
        return one.head == other.head and is_document(one.head) and one.head not in COMMON
    if one.kind in _BODIES:
        same = one.named and other.named and bool(one.words) and one.words == other.words
        return same or _shortened(one, other) or _shortened(other, one)
    people = one.named and other.named and one.kind is SpeakerKind.PERSON
    return people and (_surname(one, other) or _surname(other, one))


def is_document(head: str) -> bool:
    """Say whether a noun is one for documents."""
    known = noun([head])
    return known is not None and known[0].kind is SpeakerKind.DOCUMENT


def described(who: Who, everybody: Sequence[Who]) -> Who | None:
    """Return whom a definite description means: the only named person of the story who has that role.

    "The minister" of one report is Minister Ferro of another, unless there are two ministers. None where it is open.
    """
    if (
        who.named
        or not who.definite
        or who.kind is not SpeakerKind.UNNAMED_PERSON
        or not who.head
        or who.head in GENERAL
    ):
        return None
    found = [
        each for each in everybody if each.named and each.kind is SpeakerKind.PERSON and same_head(each.head, who.head)
    ]
    return found[0] if len({each.identity for each in found}) == 1 else None


def maybe(one: Who, other: Who) -> str | None:
    """Return why two speakers may be one; None where they are not, or surely are."""
    if one.country and other.country and one.country != other.country:
        return None
    if one.kind in _NAMELESS and other.kind in _NAMELESS:
        return _nameless(one, other)
    if one.kind in _BODIES and other.kind in _BODIES:
        shared = _within(one.words, other.words) or _within(other.words, one.words)
        return f"{one.shown!r} and {other.shown!r} share a name" if shared else None
    if one.kind is other.kind is SpeakerKind.DOCUMENT:
        return f"both are called {one.head}" if one.head and one.head == other.head else None
    if one.kind is other.kind is SpeakerKind.PERSON:
        shared = one.name == other.name or _surname(one, other) or _surname(other, one)
        return f"{one.shown!r} may be {other.shown!r}" if shared else None
    return _between(one, other) or _between(other, one)


def _issued(document: Who, body: Who) -> bool:
    """Say whether a document is called somebody's: "Bulletin No. 4 of the Directorate", "the ministry's statement"."""
    if not any(is_document(word) for word in document.name.split()) or body.kind is SpeakerKind.DOCUMENT:
        return False
    words = frozenset(document.called.split()) | frozenset(document.name.split())
    return (
        body.named
        and bool(body.words)
        and (body.words <= words or (len(body.words) > 1 and body.name.split()[-1] in words))
    )


def _between(person: Who, other: Who) -> str | None:
    """Return why somebody may be another of another kind: who speaks for a body, or has the role of a name."""
    if person.head in _VAGUE and (other.kind is SpeakerKind.GOVERNMENT or other.affiliation or other.head):
        return f"{person.shown!r} may be {other.shown!r}"
    if other.kind in _BODIES and person.kind not in _BODIES and _within(person.affiliation, other.words):
        return f"{person.shown!r} speaks for {other.shown!r}"
    if person.kind not in _NAMELESS or other.kind is not SpeakerKind.PERSON or person.head in GENERAL:
        return None
    if same_head(person.head, other.head) or person.head in other.words:
        return f"{other.shown!r} is a {person.head} as well"
    return None


def _nameless(one: Who, other: Who) -> str | None:
    """Return why two who are not named may be one."""
    if one.report == other.report:
        return None
    if (one.kind is SpeakerKind.UNNAMED_PERSON) != (other.kind is SpeakerKind.UNNAMED_PERSON):
        return None
    if one.affiliation and other.affiliation and not one.affiliation & other.affiliation:
        return None
    if same_head(one.head, other.head) or (one.head in GENERAL and other.head in GENERAL):
        return f"neither is named, and {one.shown!r} may be {other.shown!r}"
    return None


def _surname(short: Who, full: Who) -> bool:
    """Say whether a name is the end of another: "Ferro" of "Ana Ferro"."""
    words, others = short.name.split(), full.name.split()
    return 0 < len(words) < len(others) and others[-len(words) :] == words


def _mean(one: Who, other: Who) -> bool:
    """Say whether somebody means another: by a full name within, as a document that they issued, or as a spokesman."""
    speaks = one.head.startswith("spokes") and other.kind in _BODIES and _within(one.affiliation, other.words)
    return _longer(other, one) or _issued(one, other) or (speaks and other.words <= one.affiliation)


def _longer(short: Who, full: Who) -> bool:
    """Say whether a full name ends what somebody is called: "Ana Ferro" of "forty reporters Ana Ferro"."""
    words, others = short.name.split(), full.called.split()
    if not short.named or short.kind is not SpeakerKind.PERSON or len(words) < _FULL:
        return False
    return len(words) < len(others) and others[-len(words) :] == words


def same_head(one: str, other: str) -> bool:
    """Say whether two nouns are one, or one the end of the other: "minister" of "health minister"."""
    return bool(one and other) and (one == other or one.endswith(f" {other}") or other.endswith(f" {one}"))


def _shortened(short: Who, full: Who) -> bool:
    """Say whether a body is called by the end of its name as one that is known, or by several of its words in order.

    "The Directorate" is the Emergency Directorate, and the Dunmarsh police the Dunmarsh District Police.
    """
    words, others = short.name.split(), full.name.split()
    if not 0 < len(words) < len(others):
        return False
    left = iter(others)
    in_order = len(words) >= _FULL and words[-1] == others[-1] and all(word in left for word in words)
    return in_order or (short.definite and others[-len(words) :] == words)


def _within(words: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether all of some words are among others."""
    return bool(words) and words <= others


def _telling(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    return frozenset(name.split()) - _EMPTY


def _head(described: str) -> str:
    """Return the noun that tells what somebody is: of "senior official close to the board" the official."""
    words = list(itertools.takewhile(lambda word: word not in _BEHIND, described.split()))
    if not words:
        return ""
    known = noun(words)
    return known[0].singular if known is not None else words[-1]


def _longer_first(who: Who) -> int:
    """Return what puts full names before surnames, and both before what only ends with them."""
    words = len(who.name.split())
    return -words if who.kind is SpeakerKind.PERSON else words


def grouped(everybody: Sequence[Who], apart: Collection[frozenset[str]] = ()) -> dict[tuple[str, str], tuple[str, str]]:
    """Return for each speaker (report, id) the first of those who are surely the same.

    `apart` are pairs of identities of whom somebody decided that they are two.
    """
    leaders: list[Who] = []
    inside: dict[str, set[str]] = collections.defaultdict(set)
    out: dict[tuple[str, str], tuple[str, str]] = {}
    for who in sorted(everybody, key=lambda each: (not each.named, _longer_first(each), each.report, each.id)):
        # The fullest names first, so that a surname finds the one whose it is; of two it is nobody's.
        free = [
            leader
            for leader in leaders
            if not any(frozenset((one, who.identity)) in apart for one in inside[leader.identity])
        ]
        meant = described(who, free)
        found = [leader for leader in free if surely(leader, who)] or ([meant] if meant else [])
        if len({leader.identity for leader in found}) == 1:
            out[who.report, who.id] = out[found[0].report, found[0].id]
            inside[found[0].identity].add(who.identity)
        else:
            leaders.append(who)
            out[who.report, who.id] = (who.report, who.id)
            inside[who.identity].add(who.identity)
    return out
