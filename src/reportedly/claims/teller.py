"""Tells the stories of a ledger as it is, and keeps what was told: a story is told once, until something touches it.

What is kept follows from the reports of a story and from the judgements on them, by the rules and models of this
version. Whatever changes one of these touches the story: a report that comes opens its neighbourhood when it is filed,
a judgement touches the stories of what it is about, and another version all of them. What was touched is told again
before anybody is told that it is so.
"""

from __future__ import annotations

import collections
import time
import zlib
from typing import TYPE_CHECKING

from reportedly.claims.assembling import assemble
from reportedly.claims.decisions import Decisions, decided, touched_by
from reportedly.claims.entry import Entry
from reportedly.claims.keeping import plain_story, restored_story
from reportedly.claims.listing import listed, words
from reportedly.claims.made_by import made_by
from reportedly.claims.meanings import Meanings
from reportedly.claims.propositions import propositions
from reportedly.claims.shelf import Shelf
from reportedly.ledger import rows
from reportedly.values import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.claim import Story
    from reportedly.ledger import Ledger
    from reportedly.ledger.tellings import Telling

HELD = 4
"""Stories that stay in memory, the last ones: of one story claim after claim is asked for."""
_MINUTE = "2025-03-04T14:00"


class Teller:
    """Tells stories, as of a moment or as they are; only those as they are, are kept in the ledger."""

    def __init__(self, ledger: Ledger, as_of: Moment | None = None) -> None:
        """Look through a ledger; nothing is told before somebody asks."""
        self._ledger = ledger
        self._as_of = as_of
        self._view = ledger.view(as_of)
        self._shelf = Shelf(ledger, as_of)
        self._tellings = ledger.tellings()
        self._meanings = Meanings(ledger)
        self._made_by = f"{made_by()} {self._shelf.made_by}"
        self._held: collections.OrderedDict[tuple[str, ...], Story] = collections.OrderedDict()
        self._judged = -1
        self._decisions = Decisions()

    @property
    def decisions(self) -> Decisions:
        """What people decided, as of now; what was told by less is forgotten."""
        count = self._ledger.judged()
        if count != self._judged:
            self._held.clear()
            self._decisions = decided(self._ledger.decisions(), self._ledger.leaders(), self._ledger.kept_apart())
            self._judged = count
        return self._decisions

    def story(self, report: str) -> Story:
        """Return the story of a report; where it is kept and current, as it was told."""
        if self._as_of is not None:
            return self._told(self._shelf.story_of(report))
        self.refresh()
        telling = self._tellings.of(report)
        if telling is None or telling.open:
            self._place(report)
            telling = self._tellings.of(report)
        if telling is None or telling.open:  # not filed, or another report is just coming in
            return self._told(self._shelf.story_of(report))
        return self._kept(telling)

    def tell(self, budget_s: float | None) -> int:
        """Tell stories that are to be told, the latest first, and begin none after so many seconds; return how many."""
        until = None if budget_s is None else time.monotonic() + budget_s
        count = 0
        for _ in self._shelf.catch_up():
            if until is not None and time.monotonic() >= until:
                return count
        without = iter(self._tellings.without())
        while until is None or time.monotonic() < until:
            self.refresh()
            placed = self._place_next(without)
            telling = self._tellings.next_to_tell()
            if telling is not None:
                self._kept(telling)
                count += 1
            elif not placed:
                break
        return count

    def waiting(self) -> int:
        """Return how many stories are to be told or looked for anew, and how many reports have none yet."""
        self.refresh()
        return self._tellings.waiting()

    def refresh(self) -> None:
        """Touch what judgements were made on since, and what another version told."""
        if self._tellings.settled(self._made_by):
            return
        every = self._ledger.decisions()
        new = self._tellings.not_taken_up()
        if new:
            self._tellings.take_up(new, touched_by(every, new))
        self._tellings.forget_others(self._made_by)

    def _place_next(self, without: Iterator[str]) -> bool:
        """Find the stories around a report that has none yet, or whose story is open; return whether there was any."""
        opened = self._tellings.next_open()
        if opened is not None and self._place(self._tellings.placed_in(opened.key)):
            return True
        return any(self._tellings.of(report) is None and self._place(report) for report in without)

    def _place(self, report: str) -> bool:
        """Find the stories around a report, and keep which they are; return False where it is not filed."""
        upto = self._tellings.last_filed()
        found = self._shelf.neighbourhood(report)
        if found is None:
            return False
        self._tellings.place(found.level, found.inside, found.stories, upto=upto, made_by=self._made_by)
        return True

    def _kept(self, telling: Telling) -> Story:
        """Return a story as it was kept; tell it, and keep it, where that is not current."""
        if telling.current and telling.packed is not None:
            return self._restored(telling.reports, telling.packed)
        story = self._told(telling.reports)
        self._tellings.keep(
            telling,
            self._made_by,
            rows.squeezed(plain_story(story)),
            [(listed(story, claim), words(claim)) for claim in story.claims],
            [each.id for entry in story.entries for each in propositions(entry.reading)],
        )
        return story

    def _restored(self, reports: tuple[str, ...], packed: bytes) -> Story:
        """Return a story from what was kept of it; where that is damaged, tell it."""
        _ = self.decisions  # what is held was told by these
        if reports not in self._held:
            try:
                plain = rows.opened(packed)
                self._hold(reports, restored_story(plain, [self._entry(report) for report in plain["reports"]]))
            except (zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError):
                return self._told(reports)
        return self._held[reports]

    def _told(self, reports: tuple[str, ...]) -> Story:
        """Tell the story of some reports."""
        decisions = self.decisions
        if reports not in self._held:
            self._meanings.forget()
            entries = [self._entry(report) for report in reports]
            for entry in entries:
                self._meanings.learn(entry)
            story = assemble(entries, self._meanings, decisions=decisions, known_by=self._known_by(reports))
            self._ledger.workings().keep_claims(
                (claim.id, claim.members[0].proposition.id, claim.members[0].proposition.report)
                for claim in story.claims
            )
            self._hold(reports, story)
        return self._held[reports]

    def _hold(self, reports: tuple[str, ...], story: Story) -> None:
        """Keep a story in memory, and let go of the one that was asked for longest ago."""
        self._held[reports] = story
        while len(self._held) > HELD:
            self._held.popitem(last=False)

    def _known_by(self, reports: Sequence[str]) -> Moment:
        """Return when all of some reports were at hand: none of them was published after it, whatever it says."""
        return Moment(max(self._view.added_at(report) for report in reports)[: len(_MINUTE)] + "Z")

    def _entry(self, report: str) -> Entry:
        """Return a report as claims take it."""
        return Entry.of(self._view.report(report), self._view.known_from(report))
