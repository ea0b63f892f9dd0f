"""The reports, statements and speakers of a story, to be looked up by their ids."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from reportedly.ledger.identities import identity

if TYPE_CHECKING:
    from reportedly.claims.claim import Story
    from reportedly.claims.entry import Entry
    from reportedly.values import Passage, Speaker, Statement

UNDATED = "undated"
"""Stands where a report does not say when it was published."""


class Register:
    """Looks up what the ids in a story stand for. What is not in the story is None."""

    def __init__(self, story: Story) -> None:
        """Take a story."""
        self.story = story
        self._entries = {entry.id: entry for entry in story.entries}

    @functools.cached_property
    def _speakers(self) -> dict[str, Speaker]:
        """The speakers by their identities, gathered when the first is looked for: a story may have many reports."""
        found: dict[str, Speaker] = {}
        for entry in self.story.entries:
            for statement in entry.reading.statements:
                for speaker in (statement.speaker, *(hop.speaker for hop in statement.chain)):
                    if speaker is not None:
                        found.setdefault(identity(speaker, entry.id), speaker)
        return found

    def entry(self, report: str) -> Entry | None:
        """Return the entry of a report."""
        return self._entries.get(report)

    def statement(self, report: str, statement: str | None) -> Statement | None:
        """Return a statement of a report by its id; a sentence in the report's own voice has none."""
        entry = self.entry(report)
        return next((one for one in entry.reading.statements if one.id == statement), None) if entry else None

    def speaker(self, identity: str | None) -> Speaker | None:
        """Return a speaker by the identity across reports, as the first report of the story has them."""
        return self._speakers.get(identity or "")

    def publisher(self, report: str) -> str | None:
        """Return the publisher of a report, as it states it."""
        entry = self.entry(report)
        return entry.publisher if entry else None

    def words_in(self, report: str, words: Passage) -> str:
        """Say what the spans of words are places in: "text", or "title" where a headline is not in the text."""
        entry = self.entry(report)
        return "title" if entry is not None and words.within != entry.reading.report.text else "text"

    def when(self, report: str) -> str:
        """Return when a report appeared, for people: no more precisely than it says, a time of day in UTC."""
        entry = self.entry(report)
        return (entry.when if entry is not None else None) or UNDATED
