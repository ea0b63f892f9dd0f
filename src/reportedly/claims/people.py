"""Everybody who speaks in the reports of a story, and who of them are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.identifying import Who, grouped
from reportedly.claims.titles import Titles
from reportedly.ledger.identities import folded, identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.sides import Side
    from reportedly.values import Speaker

_DEFINITE = ("the ", "its ", "his ", "her ", "their ", "that ")
"""How words begin that take it as known who is meant."""
_LONGEST = max(map(len, _DEFINITE))


class People:
    """Who is who across the reports of a story.

    `leaders` are the identities that people joined, and `apart` the pairs of whom they decided that they are two.
    """

    def __init__(
        self, entries: Sequence[Entry], leaders: Mapping[str, str] | None = None, apart: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Take the reports of a story."""
        self._leaders = leaders or {}
        self._apart = {frozenset(self._leaders.get(each, each) for each in pair) for pair in apart}
        self._who: dict[tuple[str, str], Who] = {}
        self.anonymous: set[tuple[str, str]] = set()
        """Those, as (report, id), for whom the report gives a reason for not naming them."""
        titles = Titles(entries)
        for entry in entries:
            for speaker, words in _speakers(entry):
                self._take(entry, speaker, words, titles)
        self._first = grouped(list(self._who.values()), self._apart)

    def who(self, report: str, speaker: Speaker) -> Who:
        """Return a speaker of a report as others are compared with it."""
        return self._who[report, speaker.id]

    def leader(self, who: Who) -> Who:
        """Return who stands for a speaker all over the story."""
        return self._who[self._first[who.report, who.id]]

    def all_of(self, who: Who) -> list[Who]:
        """Return everybody in the story who is surely the same as a speaker."""
        first = self._first[who.report, who.id]
        return [self._who[each] for each, leader in self._first.items() if leader == first]

    def kept_apart(self, one: Side, other: Side) -> bool:
        """Say whether somebody decided that two origins are two, or that some of those whom they are called by are."""
        pairs = ((who, another) for who in one.whos for another in other.whos)
        return any(frozenset((who.identity, another.identity)) in self._apart for who, another in pairs)

    def of(self, report: str) -> list[Who]:
        """Return who speaks in a report."""
        return [who for (where, _), who in self._who.items() if where == report]

    def _take(self, entry: Entry, speaker: Speaker, words: str, titles: Titles) -> None:
        """Take a speaker in, with the words that mean them; those that take them as known tell more."""
        if speaker.anonymity is not None:
            self.anonymous.add((entry.id, speaker.id))
        definite = words.lower().startswith(_DEFINITE) or _behind_article(speaker)
        known = self._who.get((entry.id, speaker.id))
        if known is not None and (known.definite or not definite):
            return
        one = identity(speaker, entry.id)
        self._who[entry.id, speaker.id] = Who.of(
            speaker,
            self._leaders.get(one, one),
            entry.id,
            definite=definite,
            role=titles.of(speaker.name.value) if speaker.named and speaker.name else "",
            called=folded(words),
        )


def _speakers(entry: Entry) -> Iterator[tuple[Speaker, str]]:
    """Yield all speakers of a report with the words for them, those of hops included."""
    for statement in entry.reading.statements:
        if statement.speaker is not None:
            yield statement.speaker, statement.source.text
        yield from ((hop.speaker, hop.words.text) for hop in statement.chain)


def _behind_article(speaker: Speaker) -> bool:
    """Say whether the words that name a speaker stand behind a definite article."""
    if speaker.name is None or not speaker.name.words.spans:
        return False
    start = speaker.name.words.spans[0].start
    return speaker.name.words.within[max(0, start - _LONGEST) : start].lower().endswith(_DEFINITE)
