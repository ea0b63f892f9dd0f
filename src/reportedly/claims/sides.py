"""An origin as it is compared with the others of its claim: who leads to it, how it is called, what is said."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import re
from typing import TYPE_CHECKING

from reportedly.claims.claim import RootKind
from reportedly.claims.edge import EdgeKind
from reportedly.claims.fields import fields_of
from reportedly.claims.identifying import GENERAL, maybe, same_head
from reportedly.ledger.identities import folded
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.identifying import Who

SAME = (
    "names differ",
    "names alike",
    "role same",
    "role in words",
    "roles differ",
    "words shared",
    "same report",
    "pronoun",
    "both unnamed",
    "one unnamed",
    "two documents",
    "document of a person",
    "document of a body",
    "body and person",
    "two bodies",
    "outlet",
    "value same",
    "value differs",
    "said alike",
    "same occasion",
    "same document",
    "one has it from the other",
    "named there",
    "named beside",
    "told of the name",
    "one field",
    "other fields",
    "may be",
    "country differs",
    "same publisher",
    "affiliation same",
    "general",
)
"""What is looked at of two origins that are somebody."""
LEADS = (
    "source named",
    "outlet named",
    "cites",
    "beside",
    "value same",
    "value differs",
    "said alike",
    "later",
    "a day later",
    "same publisher",
    "document",
    "only one",
    "how many",
    "body",
    "outlet",
)
"""What is looked at of a report that does not say how it knows, beside an origin of the same claim."""
_PRONOUNS = frozenset("he she it they who i we his her their him them you".split())
_EMPTY = _PRONOUNS | frozenset(
    "the a an of for and in at to s on by with from mr mrs ms dr said its our my this that one some former senior "
    "local".split()
)
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION})
_SHORT = 4
"""Letters of a name's word from which on another spelling of it is looked for."""
_SPELLED = 0.78
"""How alike two words are (difflib's ratio) that may be one name in two spellings: "Kulvekar" and "Kulwekar"."""
_FULL = 2
"""Words of a full name at least."""
_BREATH = 4
"""Words between two names in one breath, at most."""
_AROUND = 8
"""Words before and behind a name in which it is told who that is."""
_MANY = 5
"""What the number of origins is divided by."""


@dataclasses.dataclass(frozen=True, eq=False)
class Side:
    """An origin of a claim, with those who lead to it; `leader` is None where a report does not say how it knows."""

    kind: RootKind
    leader: Who | None
    whos: tuple[Who, ...]
    members: tuple[Member, ...]

    @functools.cached_property
    def reports(self) -> frozenset[str]:
        """The reports that lead to it."""
        return frozenset(each.proposition.report for each in self.members)

    @functools.cached_property
    def publishers(self) -> frozenset[str]:
        """Their publishers."""
        return frozenset(each.publisher for each in self.members if each.publisher)

    @functools.cached_property
    def first(self) -> str:
        """Since when the first of them was known."""
        return min(each.known_from for each in self.members)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The names that it goes by."""
        return frozenset(who.name for who in self.whos if who.named and who.name)

    @functools.cached_property
    def people(self) -> frozenset[str]:
        """Those of them that are people's."""
        return frozenset(who.name for who in self.whos if who.named and who.name and who.kind is SpeakerKind.PERSON)

    @functools.cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of its names."""
        return frozenset(name.split()[-1] for name in self.names)

    @functools.cached_property
    def heads(self) -> frozenset[str]:
        """The nouns that tell what it is, but for those that tell nothing."""
        return frozenset(who.head for who in self.whos if who.head and who.head not in _PRONOUNS | GENERAL)

    @functools.cached_property
    def called(self) -> frozenset[str]:
        """All words by which it is called."""
        told = (words for who in self.whos for words in (who.name, who.called, who.head, *who.affiliation))
        return frozenset(word for words in told for word in words.split()) - _EMPTY

    @functools.cached_property
    def fields(self) -> frozenset[str]:
        """The fields that its words are of: the police, medicine, and so on."""
        return fields_of(self.called)

    @functools.cached_property
    def affiliation(self) -> frozenset[str]:
        """The words of what it belongs to."""
        return frozenset(word for who in self.whos for word in who.affiliation)

    @functools.cached_property
    def values(self) -> frozenset[tuple[float | None, float | None]]:
        """The amounts that its members tell."""
        return frozenset((each.low, each.high) for one in self.members for each in one.proposition.quantities)

    @functools.cached_property
    def said(self) -> tuple[frozenset[str], ...]:
        """The words of each member."""
        return tuple(frozenset(folded(each.proposition.text).split()) - _EMPTY for each in self.members)

    @property
    def named(self) -> bool:
        """Whether anybody gives it a name."""
        return any(who.named for who in self.whos)

    @property
    def body(self) -> bool:
        """Whether it is a body."""
        return any(who.kind in _BODIES for who in self.whos)

    @property
    def person(self) -> bool:
        """Whether it is one person."""
        return any(who.kind in {SpeakerKind.PERSON, SpeakerKind.UNNAMED_PERSON} for who in self.whos)

    @property
    def pronoun(self) -> bool:
        """Whether only a pronoun means it."""
        return bool(self.whos) and all(who.called in _PRONOUNS for who in self.whos)

    @property
    def general(self) -> bool:
        """Whether it is called "an official", or as little."""
        return any(who.head in GENERAL for who in self.whos)


class Beside:
    """Tells what two origins of a claim show beside one another, in the reports of a story."""

    def __init__(self, entries: Mapping[str, Entry], edges: Sequence[Edge]) -> None:
        """Take the reports of a story by their ids, and how they came by one another."""
        self._entries = entries
        self._edges: dict[tuple[str, str], set[EdgeKind]] = {}
        for edge in edges:
            self._edges.setdefault((edge.report, edge.source), set()).add(edge.kind)
        self._texts: dict[str, str] = {}
        self._around: dict[str, frozenset[str]] = {}

    def same(self, one: Side, other: Side) -> dict[str, float]:
        """Return what speaks for or against two origins being one, by the names in `SAME`."""
        alike = any(_alike(name, another) for name in one.names for another in other.names)
        role = any(same_head(head, another) for head in one.heads for another in other.heads)
        mentioned = _in_words(one, other) or _in_words(other, one)
        report = bool(one.reports & other.reports)
        documents = [each.kind is RootKind.DOCUMENT for each in (one, other)]
        paper = any(documents) and not all(documents)
        person = one.person or other.person
        value = bool(one.values & other.values)
        kinds = self._between(one, other) | self._between(other, one)
        fields = one.fields & other.fields
        told = {
            "names differ": bool(one.people and other.people) and not alike,
            "names alike": alike,
            "role same": role,
            "role in words": mentioned and not role,
            "roles differ": bool(one.heads and other.heads) and not role and not mentioned,
            "words shared": len(one.called & other.called) / max(1, min(len(one.called), len(other.called))),
            "same report": report,
            "pronoun": report and (one.pronoun or other.pronoun),
            "both unnamed": not one.named and not other.named,
            "one unnamed": one.named != other.named,
            "two documents": all(documents),
            "document of a person": paper and person,
            "document of a body": paper and not person and (one.body or other.body),
            "body and person": _speaks(one, other) or _speaks(other, one),
            "two bodies": one.body and other.body,
            "outlet": RootKind.OUTLET in {one.kind, other.kind},
            "value same": value,
            "value differs": bool(one.values and other.values) and not value,
            "said alike": _said_alike(one, other),
            "same occasion": EdgeKind.SAME_OCCASION in kinds,
            "same document": EdgeKind.SAME_DOCUMENT in kinds,
            "one has it from the other": any(kind.directed for kind in kinds),
            "named there": self._names(one, other) or self._names(other, one),
            "named beside": self._near(one, other),
            "told of the name": max(self._told_of(one, other), self._told_of(other, one)),
            "one field": bool(fields),
            "other fields": bool(one.fields and other.fields) and not fields,
            "may be": may_be(one, other) is not None,
            "country differs": _abroad(one, other),
            "same publisher": bool(one.publishers & other.publishers) and not report,
            "affiliation same": bool(
                one.affiliation & (other.affiliation | other.called)
                or other.affiliation & (one.affiliation | one.called)
            ),
            "general": one.general or other.general,
        }
        return {name: float(value) for name, value in told.items()}

    def leads(self, silent: Side, root: Side, roots: int) -> dict[str, float]:
        """Return what speaks for or against a report having it from an origin, by the names in `LEADS`.

        `silent` is the report that does not say how it knows, `roots` the number of the claim's origins that are
        somebody.
        """
        texts = [self._text(report) for report in sorted(silent.reports)]
        names = root.surnames | root.heads
        kinds = self._between(silent, root)
        beside = (kinds | self._between(root, silent)) & {kind for kind in EdgeKind if not kind.directed}
        value = bool(silent.values & root.values)
        told = {
            "source named": any(_word(name, text) for text in texts for name in names),
            "outlet named": any(_word(folded(each), text) for text in texts for each in root.publishers),
            "cites": EdgeKind.CITES in kinds,
            "beside": bool(beside),
            "value same": value,
            "value differs": bool(silent.values and root.values) and not value,
            "said alike": _said_alike(silent, root),
            "later": silent.first > root.first,
            "a day later": silent.first[:10] > root.first[:10],
            "same publisher": bool(silent.publishers & root.publishers),
            "document": root.kind is RootKind.DOCUMENT,
            "only one": roots == 1,
            "how many": roots / _MANY,
            "body": root.body,
            "outlet": root.kind is RootKind.OUTLET,
        }
        return {name: float(value) for name, value in told.items()}

    def _between(self, one: Side, other: Side) -> set[EdgeKind]:
        """Return the kinds of edges from the reports of one to those of another."""
        pairs = ((report, source) for report in one.reports for source in other.reports)
        return {kind for pair in pairs for kind in self._edges.get(pair, ())}

    def _names(self, one: Side, other: Side) -> bool:
        """Say whether a report that does not name one origin has the name of another in it."""
        if one.named:
            return False
        return any(_word(name, self._text(report)) for report in sorted(one.reports) for name in other.surnames)

    def _near(self, one: Side, other: Side) -> bool:
        """Say whether some report of the story names two origins in one breath: "Ana Ferro, who runs the hospital"."""
        names, others = one.surnames, other.surnames or other.heads
        if not names:
            names, others = other.surnames, one.heads
        pairs = [(name, another) for name in sorted(names) for another in sorted(others) if name != another]
        return any(
            re.search(rf" {first} (?:\S+ ){{0,{_BREATH}}}{second} ", self._text(report)) is not None
            for name, another in pairs
            for first, second in ((name, another), (another, name))
            for report in self._entries
        )

    def _told_of(self, named: Side, other: Side) -> float:
        """Return the share of the words for one origin that stand around another's name anywhere in the story."""
        words = other.called - named.called
        if not named.people or not words:
            return 0.0
        around: set[str] = set()
        for surname in sorted({name.split()[-1] for name in named.people}):
            if surname not in self._around:
                self._around[surname] = self._words_around(surname)
            around |= self._around[surname]
        return len(words & around) / len(words)

    def _words_around(self, surname: str) -> frozenset[str]:
        """Return the words around a name in all reports."""
        found: set[str] = set()
        for report in self._entries:
            words = self._text(report).split()
            for place, word in enumerate(words):
                if word == surname:
                    found.update(words[max(0, place - _AROUND) : place + _AROUND + 1])
        return frozenset(found)

    def _text(self, report: str) -> str:
        """Return the text of a report as it is compared."""
        if report not in self._texts:
            self._texts[report] = f" {folded(self._entries[report].reading.report.text)} "
        return self._texts[report]


def called(side: Side) -> str:
    """Return what an origin is called."""
    return side.leader.shown if side.leader is not None and side.leader.shown else "somebody"


def are_two(one: Side, other: Side) -> bool:
    """Say whether two are surely not one: people of two full names that share no word in any spelling."""
    ours, theirs = ([name for name in each.people if len(name.split()) >= _FULL] for each in (one, other))
    return bool(ours and theirs) and not any(_alike(name, another) for name in one.names for another in other.names)


def may_be(one: Side, other: Side) -> str | None:
    """Return why two may be one by the rules for speakers; None where they may not."""
    return None if one.leader is None or other.leader is None else maybe(one.leader, other.leader)


def _word(words: str, text: str) -> bool:
    """Say whether folded words stand in a folded text."""
    return bool(words) and f" {words} " in text


def _alike(name: str, other: str) -> bool:
    """Say whether two names share a word, or nearly: "Kulvekar" and "Kulwekar"."""
    pairs = ((one, two) for one in name.split() for two in other.split())
    return any(
        min(len(one), len(two)) >= _SHORT
        and (
            one == two
            or difflib.SequenceMatcher(None, min(one, two), max(one, two), autojunk=False).ratio() >= _SPELLED
        )
        for one, two in pairs
    )


def _in_words(one: Side, other: Side) -> bool:
    """Say whether the noun for one origin is among the words for another: "the collector", "Collector Ana Ferro"."""
    return any(head.split()[-1] in other.called for head in one.heads)


def _speaks(body: Side, person: Side) -> bool:
    """Say whether one is a body and the other somebody."""
    return body.body and person.person and not person.body


def _said_alike(one: Side, other: Side) -> float:
    """Return the largest share of words that what two say has in common (Jaccard's), from 0 to 1."""
    pairs = ((words, others) for words in one.said for others in other.said)
    return max((len(words & others) / max(1, len(words | others)) for words, others in pairs), default=0.0)


def _abroad(one: Side, other: Side) -> bool:
    """Say whether two origins are known to be of different countries."""
    ours, theirs = ({who.country for who in each.whos if who.country} for each in (one, other))
    return bool(ours and theirs) and not ours & theirs
