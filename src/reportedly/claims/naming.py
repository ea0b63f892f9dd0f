"""How a report names the publishers of a story: in full, in short, by initials, or by what they are."""

from __future__ import annotations

import collections
import enum
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.agencies import same_outlet
from reportedly.ledger.identities import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportedly.claims.pages import Page

_WORD = re.compile(r"[^\W_]+(?:[.&’'-][^\W_]+)*")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_LEGAL = frozenset("ab as asa ag se gmbh sa nv plc inc ltd llc limited spa oy".split())
"""What stands behind a company's name and is left out of it in the news."""
_EMPTY = frozenset("the a an of and for in on at to de del la le el do da das der die".split())
_DULL = _EMPTY | frozenset(
    "news newspaper online tv radio wire agency press media group service services com daily weekly state national "
    "republic public international department district provincial regional central north south east west northern "
    "southern eastern western new local city county town evening morning breaking action".split()
)
"""Words of a publisher's name that do not stand for it by themselves."""
_LETTERS = 2
"""Letters of initials at least."""
_KINDS: tuple[tuple[str, str], ...] = (
    (r"(?:local |regional |evening |town |city )?(?:news)?paper|daily|tabloid|gazette", "paper"),
    (r"television|tv (?:station|channel)|broadcaster", "tv"),
    (r"radio(?: station)?|broadcaster", "radio"),
    (r"(?:news )?agency|news service|wire service|wires?", "agency"),
    (r"blog(?:ger)?|newsletter|website|site|channel|aggregator|account|portal", "blog"),
)
_GENERIC = tuple(
    (
        re.compile(
            rf"\b(?:an?|the|one|another|local|anonymous|same|[A-Z]\w+)\s+(?:(?:local|anonymous|small|regional|\w+)\s+){{0,2}}?(?:{words})\b"
            rf"|\blocal (?:{words}|media|press)\b",
            re.IGNORECASE,
        ),
        kind,
    )
    for words, kind in _KINDS
)
_TYPES: Mapping[str, frozenset[str]] = {
    "tv": frozenset("tv television channel kanal canal kanalen televisión".split()),
    "radio": frozenset("radio fm am broadcasting".split()),
    "agency": frozenset("agency press wire newswire service telegram telegraph dienst".split()),
    "blog": frozenset("blog newsletter watch leaks analytics account online".split()),
}
_OFFICES = frozenset(
    "ministry police council municipality department institute directorate authority presidency embassy command "
    "bank airline club hospital school university trust board commission inspectorate court prosecutor company "
    "operator association union agency service centre center office army coastguard government mission".split()
)
"""Nouns by which a body is meant without its name."""
_FIRMS = re.compile(
    r"\b(?:the|its|their)\s+(?:company|firm|operator|owners?|producer|manufacturer|maker|airline|insurer|bank|club|mill"
    r"|shipping company|group|builder|carrier|developer|organi[sz]ation|charity)\b",
    re.IGNORECASE,
)
"""Nouns by which a company is meant without its name."""


class Manner(enum.StrEnum):
    """How a publisher is named."""

    FULL = "full"
    SHORT = "short"
    """By several words of its name."""
    INITIALS = "initials"
    WORD = "word"
    """By one word of its name."""
    OFFICE = "office"
    """By the noun for what it is: "the municipality"."""
    KIND = "kind"
    """By what sort of outlet it is: "a local paper"."""
    FIRM = "firm"
    """As "the company", and its like."""
    OWN = "own"
    """As itself: "this newspaper", "our report of Monday"."""


class Naming(NamedTuple):
    """Words of a report by which it may mean a publisher."""

    publisher: str
    manner: Manner
    start: int
    end: int


class _Token(NamedTuple):
    """A word of a text: as it is compared, as it is written, and where it stands."""

    low: str
    shown: str
    start: int
    end: int


class _Called(NamedTuple):
    """What a publisher is called: its names as words, their initials, and what sort of outlet it is."""

    publisher: str
    names: tuple[tuple[str, ...], ...]
    initials: frozenset[str]
    kind: str
    body: bool


class Namings:
    """Finds how reports name the publishers of a story; bodies are those that speak for themselves."""

    def __init__(self, publishers: Sequence[str], bodies: frozenset[str] | set[str]) -> None:
        """Take the publishers."""
        self._called = [_called(each, body=each in bodies) for each in sorted(set(publishers))]
        self._first: dict[str, list[tuple[_Called, tuple[str, ...], int]]] = collections.defaultdict(list)
        self._initials: dict[str, list[_Called]] = collections.defaultdict(list)
        self._having = collections.Counter(
            word for called in self._called for word in {word for name in called.names for word in name}
        )
        for called in self._called:
            for name in called.names:
                for place, word in enumerate(name):
                    self._first[word].append((called, name, place))
            for each in called.initials:
                self._initials[each].append(called)

    def of(self, page: Page) -> list[Naming]:
        """Return the words of a report that may mean a publisher, in their order."""
        tokens = [_token(found) for found in _WORD.finditer(page.text)]
        found: dict[tuple[str, int], Naming] = {}
        for naming in (*self._by_name(tokens), *self._by_kind(page)):
            key = naming.publisher, page.at(naming.start)
            best = found.get(key)
            if best is None or _RANK[naming.manner] < _RANK[best.manner]:
                found[key] = naming
        own = page.entry.publisher
        kept = [each for each in found.values() if own is None or not same_outlet(each.publisher, own)]
        return sorted(kept, key=lambda each: (each.start, each.end, each.publisher))

    def _by_name(self, tokens: Sequence[_Token]) -> Iterator[Naming]:
        """Yield those by a name or a part of it."""
        for place, token in enumerate(tokens):
            for called in self._initials.get(token.low, ()) if token.shown.isupper() else ():
                yield Naming(called.publisher, Manner.INITIALS, token.start, token.end)
            for called, name, first in self._first.get(token.low, ()):
                if first and place and tokens[place - 1].low == name[first - 1]:
                    continue  # the run began before
                length = _run(tokens, place, name, first)
                manner = self._manner(called, name, first, length, tokens[place : place + length])
                if manner is not None:
                    yield Naming(called.publisher, manner, token.start, tokens[place + length - 1].end)

    def _manner(
        self, called: _Called, name: tuple[str, ...], first: int, length: int, tokens: Sequence[_Token]
    ) -> Manner | None:
        """Return how a run of a name's words names a publisher; None where it need not."""
        capital = any(token.shown[:1].isupper() for token in tokens)
        if length == len(name):
            return Manner.FULL if capital or (called.body and length > 1) else None
        if length == 1 and called.body and tokens[0].low in _OFFICES:
            return Manner.OFFICE
        telling = [token for token in tokens if token.low not in _DULL]
        if not telling:
            return None
        if not capital:
            return None
        if length > 1:
            return Manner.SHORT
        ends = first + length == len(name)
        return Manner.WORD if ends or self._having[tokens[0].low] == 1 else None

    def _by_kind(self, page: Page) -> Iterator[Naming]:
        """Yield those by what they are."""
        for pattern, kind in _GENERIC:
            fitting = [called for called in self._called if called.kind == kind and not called.body]
            for found in pattern.finditer(page.text):
                for called in fitting:
                    yield Naming(called.publisher, Manner.KIND, *found.span())
        firms = [called for called in self._called if called.body]
        for found in _FIRMS.finditer(page.text):
            for called in firms:
                yield Naming(called.publisher, Manner.FIRM, *found.span())


_RANK = {manner: place for place, manner in enumerate(Manner)}


def _called(publisher: str, *, body: bool) -> _Called:
    """Return what a publisher is called."""
    inside = [each.group(1) for each in _BRACKETS.finditer(publisher)]
    plain = _BRACKETS.sub("", publisher)
    whole = _parts(plain)
    names = [whole]
    if len(whole) > 1 and whole[-1] in _LEGAL:
        names.append(whole[:-1])
    capitals = {each for each in (*inside, *plain.split()) if each.isupper() and len(each) >= _LETTERS}
    long = [word for word in whole if word not in _EMPTY and word not in _LEGAL]
    initials = {folded(each) for each in capitals} | {folded(each.split("-")[0]) for each in capitals}
    for words in (whole, tuple(long)):
        if len(words) >= _LETTERS:
            initials.add("".join(word[0] for word in words))
    having = {*whole, *(word for each in inside for word in folded(each).split())}
    kind = next((kind for kind, known in _TYPES.items() if known & having), "paper")
    if any(word in " ".join(inside) for word in ("newsletter", "blog", "channel", "account")):
        kind = "blog"
    return _Called(publisher, tuple(name for name in names if name), frozenset(initials), kind, body)


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name as those of a text are compared."""
    return tuple(folded(found.group()) for found in _WORD.finditer(re.sub(r"(?i)^the ", "", name)))


def _token(found: re.Match[str]) -> _Token:
    """Return a word of a text, without a possessive."""
    shown = re.sub(r"['’]s?$", "", found.group())
    return _Token(folded(shown), shown, found.start(), found.start() + len(shown))


def _run(tokens: Sequence[_Token], place: int, name: tuple[str, ...], first: int) -> int:
    """Return how many words of a name stand in a row from a place on."""
    length = 0
    while place + length < len(tokens) and first + length < len(name):
        if tokens[place + length].low != name[first + length]:
            break
        length += 1
    return length
