"""The reports of a story as they are held against one another: their pages, and what is known of all together."""

from __future__ import annotations

import datetime
import functools
import math
import re
from typing import TYPE_CHECKING

from reportedly.claims.bodies import speaking_bodies
from reportedly.claims.edge import EdgeKind
from reportedly.claims.pages import Page
from reportedly.claims.precedence import rank
from reportedly.claims.rarity import Rarity
from reportedly.claims.terms import terms
from reportedly.ledger.identities import folded
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.identifying import Who
    from reportedly.claims.outlets import Outlets
    from reportedly.claims.people import People
    from reportedly.values import Moment

_HOUR = 3600.0
_DAY = len("2025-03-04")
_SLIGHT = 0.05
"""The chance of a citation below which it is none."""
_INITIAL = 2
"""Letters up to which a word of a name is no surname."""


class Pages:
    """The reports of a story, those before first, and what is known of all together."""

    def __init__(
        self,
        entries: Sequence[Entry],
        people: People,
        outlets: Outlets,
        copied: Sequence[Edge] = (),
        known_by: Moment | None = None,
    ) -> None:
        """Take the reports, in any order, and what they copy."""
        ordered = sorted({each.id: each for each in entries}.values(), key=lambda e: rank(e.reading.report, known_by))
        self.known_by = known_by
        self.people = people
        self.pages = [Page(entry) for entry in ordered]
        self.page = {page.id: page for page in self.pages}
        self.rank = {page.id: place for place, page in enumerate(self.pages)}
        self.rarity = Rarity(self.pages)
        self.bodies = speaking_bodies(entries, outlets)
        self.publishers: dict[str, list[Page]] = {}
        self.first_term: dict[str, str] = {}
        """The report that has a term first."""
        self.first_value: dict[float, str] = {}
        """The report that has a number first."""
        for page in self.pages:
            if page.entry.publisher:
                self.publishers.setdefault(page.entry.publisher, []).append(page)
            for term in page.terms:
                self.first_term.setdefault(term, page.id)
            for value in page.values:
                self.first_value.setdefault(value, page.id)
        self._naming = {each: frozenset(terms(each)) for each in self.publishers}
        self.copied = {(each.report, each.source) for each in copied if each.kind is EdgeKind.COPIES}
        self._taking: dict[str, list[tuple[int, int]]] = {}
        for each in copied:
            if each.kind is EdgeKind.COPIES:
                spans = self._taking.setdefault(each.report, [])
                spans += [(span.start, span.end) for passage in each.passages for span in passage.spans]
        self._leaders: dict[tuple[str, str], Who] = {}
        self._speakers = {page.id: self._speaking(page) for page in self.pages}
        self._cited: dict[str, dict[str, float]] = {}

    def cite(self, chances: Mapping[tuple[str, str], float]) -> None:
        """Take the chances that a report cites another, by report and source."""
        self._cited = {}
        for (report, source), chance in sorted(chances.items()):
            if chance >= _SLIGHT:
                self._cited.setdefault(report, {})[source] = chance

    def citing(self, one: Page, other: Page) -> float:
        """Return the chance that one of two reports cites the other."""
        ours, theirs = (self._cited.get(page.id, {}) for page in (one, other))
        return max(ours.get(other.id, 0.0), theirs.get(one.id, 0.0))

    def citing_alike(self, one: Page, other: Page) -> float:
        """Return the chance of a third report that both cite."""
        ours, theirs = (self._cited.get(page.id, {}) for page in (one, other))
        return max((min(ours[each], theirs[each]) for each in ours.keys() & theirs.keys()), default=0.0)

    def by(self, publisher: str) -> Sequence[Page]:
        """Return the reports of a publisher."""
        return self.publishers.get(publisher, ())

    def naming_terms(self, publisher: str) -> frozenset[str]:
        """Return the terms of a publisher's name."""
        return self._naming[publisher]

    def copies_from(self, report: str) -> bool:
        """Say whether a report copies another."""
        return report in self._taking

    def is_copied(self, report: str, start: int, end: int) -> bool:
        """Say whether words of a report stand in what it copies."""
        return any(first < end and start < last for first, last in self._taking.get(report, ()))

    def hours(self, one: Page, other: Page) -> float:
        """Return the logarithm of the hours between two reports; 0 where that is not known."""
        return math.log1p(self.apart(one, other))

    def apart(self, one: Page, other: Page) -> float:
        """Return the hours between two reports; 0 where that is not known."""
        if not (one.entry.stated and other.entry.stated):
            return 0.0
        first, second = (datetime.datetime.fromisoformat(each.entry.known_from) for each in (one, other))
        return abs((first - second).total_seconds()) / _HOUR

    def same_day(self, one: Page, other: Page) -> bool:
        """Say whether two reports appeared on one day."""
        first, second = (each.entry.known_from[:_DAY] for each in (one, other))
        return one.entry.stated and other.entry.stated and first == second

    def speaking(self, report: str) -> Mapping[int, frozenset[tuple[str, str]]]:
        """Return who speaks in each line of a report, as (report, id) of who stands for them."""
        return self._speakers[report]

    def speaker_name(self, leader: tuple[str, str]) -> str:
        """Return what somebody is called who stands for others."""
        return self._leaders[leader].name or ""

    def is_person(self, leader: tuple[str, ...]) -> bool:
        """Say whether somebody who stands for others is a person with a name."""
        who = self._leaders[leader[0], leader[1]]
        return who.named and who.kind is SpeakerKind.PERSON

    def speaker_words(self, page: Page, number: int, key: tuple[str, ...]) -> tuple[int, int]:
        """Return where the words for a speaker stand in a line: the name, or else the whole line."""
        span = page.lines[number].span
        name = self.speaker_name((key[1], key[2])) if key[0] == "leader" else key[1]
        shown = folded(name).split()
        line = page.text[span.start : span.end]
        found = re.search(rf"\b{re.escape(shown[-1])}\b", line, re.IGNORECASE) if shown else None
        return (span.start + found.start(), span.start + found.end()) if found else (span.start, span.end)

    def share_lines(self, one: Page, lines: Iterable[int], other: Page, others: Iterable[int]) -> bool:
        """Say whether somebody speaks in some lines of one report and in some of another."""
        here, there = (
            frozenset[tuple[str, str]]().union(*(self._speakers[page.id].get(number, ()) for number in numbers))
            for page, numbers in ((one, lines), (other, others))
        )
        return not here.isdisjoint(there)

    @functools.cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the names of people who speak."""
        return frozenset(
            last
            for page in self.pages
            for who in self.people.of(page.id)
            if who.named and who.kind is SpeakerKind.PERSON and who.name
            for last in folded(who.name).split()[-1:]
            if len(last) > _INITIAL
        )

    def _speaking(self, page: Page) -> dict[int, frozenset[tuple[str, str]]]:
        """Return who speaks in each line of a report."""
        found: dict[int, set[tuple[str, str]]] = {}
        for statement in page.entry.reading.statements:
            if len(statement.chain) > 1:
                who = self.people.leader(self.people.who(page.id, statement.chain[-1].speaker))
                self._leaders[who.report, who.id] = who
                for number in page.of(statement):
                    found.setdefault(number, set()).add((who.report, who.id))
        return {number: frozenset(each) for number, each in found.items()}
