"""The claims of a ledger: joined as they are asked for, as they are or as of any time."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from reportedly.claims.claim import Grade, RootKind
from reportedly.claims.records import Judged, records
from reportedly.claims.reliability import letter
from reportedly.claims.shelf import Shelf
from reportedly.claims.teller import Teller
from reportedly.errors import UsageError
from reportedly.ledger.claim_records import ClaimQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportedly.claims.claim import Claim, Story
    from reportedly.claims.edge import Edge
    from reportedly.claims.records import Record
    from reportedly.ledger import Ledger, Query
    from reportedly.ledger.claim_records import ClaimPage
    from reportedly.values import Moment

MOST_MATCHED = 5000
"""Statements that a query is followed to, the best matches first."""
MOST_OF_SPEAKER = 200
"""Reports of a speaker that a record is made from, the latest."""
_SEVERAL = 2
"""Claims with one beginning that are looked up: enough to see that it may be several."""
_NOT_JUDGED = 6
"""The digit of the Admiralty code for what cannot be judged."""


class Book:
    """The claims of a ledger, as of a moment or as they are."""

    def __init__(self, ledger: Ledger, as_of: Moment | None = None) -> None:
        """Look through a ledger; nothing is joined before somebody asks."""
        self._ledger = ledger
        self._as_of = as_of
        self._view = ledger.view(as_of)
        self._teller = Teller(ledger, as_of)

    def catch_up(self, done: Callable[[str], None] | None = None) -> int:
        """Find the stories of reports that were added since; return how many they were.

        `done` is called with each report's id. Raises LedgerError where the ledger cannot be written.
        """
        count = 0
        for report in Shelf(self._ledger).catch_up():
            count += 1
            if done is not None:
                done(report)
        return count

    def stories(self, query: Query | None = None) -> Iterator[Story]:
        """Yield the stories, the latest first; with a query those with a statement for which it holds."""
        seen: set[str] = set()
        for report in self._reports(query):
            if report not in seen:
                story = self._story(report)
                seen.update(entry.id for entry in story.entries)
                yield story

    def claims(self, query: Query | None = None) -> Iterator[tuple[Story, Claim]]:
        """Yield the claims, story by story, those of a story by how many reports say so, the latest change first.

        With a query, those that a statement for which it holds says or answers.
        """
        wanted: set[str] | None = None
        if query is not None:
            wanted = {one.id for one in itertools.islice(self._view.statements(query), MOST_MATCHED)}
        for story in self.stories(query):
            found = [claim for claim in story.claims if wanted is None or wanted & _statements(claim)]
            for claim in sorted(found, key=_weightiest_first):
                yield story, claim

    def listed(self, query: ClaimQuery | None = None, *, after: str | None = None, limit: int = 50) -> ClaimPage:
        """Return a page of the claims for which a query holds, the latest change first, from what is kept of them.

        It computes no claim, however large the ledger: what was told before is looked up. A claim whose story has
        changed since is there as it was, and says that it is not current; `tell` brings it up to date. `after` is the
        `next` of the page before. No claim is shown twice or left out between two pages unless it changed meanwhile.

        Raises:
            UsageError: `after` is no key of a page, the limit is not above 0, or the book is as of a time: such lists
                are computed by `claims`.
            LedgerError: Judgements or another version came since, which has to be noted, and the ledger cannot be
                written.
        """
        if self._as_of is not None:
            msg = f"a list as of {self._as_of} is not kept; `claims` computes it"
            raise UsageError(msg)
        self._teller.refresh()
        return self._ledger.claims(query or ClaimQuery(), after=after, limit=limit)

    def tell(self, budget_s: float | None = None) -> int:
        """Tell stories that wait to be told, the latest first, and keep their claims for lists; return how many.

        No story is begun after so many seconds, so that it takes about a story's time longer; None tells all. Reports
        that were added since are filed first. Several may tell at once. Raises LedgerError where the ledger cannot be
        written.
        """
        return self._teller.tell(budget_s)

    def waiting(self) -> int:
        """Return how many stories, and reports without a story yet, wait to be told."""
        return self._teller.waiting()

    def claim(self, identity: str) -> tuple[Story, Claim]:
        """Return a claim and its story, by its id, the beginning of it, or the id of a statement in it.

        Raises:
            UsageError: There is none, or there are several.
        """
        if identity.startswith("s"):
            reading, statement = self._view.statement(identity)
            story = self._story(reading.report.id)
            found = [claim for claim in story.claims if statement in _statements(claim)]
            if not found:
                msg = f"the statement {identity} is part of no claim"
                raise UsageError(msg)
            return story, found[0]
        known = self._ledger.workings().claims(identity, _SEVERAL) if identity.startswith("c") else []
        if len(known) > 1 and known[0][0] != identity:
            msg = f"{identity!r} could be several claims"
            raise UsageError(msg)
        for _, first, report in known[:1]:
            if not self._view.holds(report):
                break
            story = self._story(report)
            for claim in story.claims:
                if first in {member.proposition.id for member in claim.members}:
                    return story, claim
        msg = f"there is no claim {identity!r}; `reportedly claims` lists them with their ids"
        raise UsageError(msg)

    def edges(self, reports: Sequence[str] = ()) -> Iterator[tuple[Story, Edge]]:
        """Yield the edges between reports; of some reports, by their ids or beginnings, those that touch them."""
        if not reports:
            for story in self.stories():
                yield from ((story, edge) for edge in story.edges)
            return
        wanted = [self._view.report(report).report.id for report in reports]
        seen: set[str] = set()
        for report in wanted:
            story = self._story(report)
            if story.id not in seen:
                seen.add(story.id)
                yield from ((story, edge) for edge in story.edges if {edge.report, edge.source} & set(wanted))

    def graded(self, claim: Claim) -> Claim:
        """Return a claim with its grade seen beside the record of the first who stands for it, without this claim.

        To look up a record takes all stories of a speaker, so that lists of claims do without.
        """
        roots = [root for root in claim.origins.roots if root.kind is not RootKind.UNKNOWN and root.named]
        record = self._record(roots[0].id, claim.id) if roots else None
        if record is None:
            return claim
        proposed = letter(record)
        would_change = tuple(dict.fromkeys((*claim.grade.would_change, *proposed.would_change)))
        return dataclasses.replace(
            claim,
            grade=dataclasses.replace(
                claim.grade, letter=proposed.sign, letter_reasons=proposed.reasons, would_change=would_change
            ),
        )

    def speaker_grade(self, identity: str) -> Grade:
        """Return the proposed grade of a speaker across reports, by what became of the claims that they stood for.

        A speaker has a letter only; the digit stays 6. Raises UsageError where nobody has that identity.
        """
        if not self._view.reports_of(identity, 1):
            msg = f"there is no speaker {identity!r}; `reportedly speakers` lists them with their ids"
            raise UsageError(msg)
        proposed = letter(self._record(identity, None))
        return Grade(
            letter=proposed.sign,
            digit=_NOT_JUDGED,
            letter_reasons=proposed.reasons,
            digit_reasons=("a digit is a claim's, not a speaker's",),
            would_change=proposed.would_change,
        )

    def _record(self, identity: str, without: str | None) -> Record | None:
        """Return the record of a speaker over the latest of their stories, without one claim."""
        seen: set[str] = set()
        judged: list[Judged] = []
        for report in self._view.reports_of(identity, MOST_OF_SPEAKER):
            if report not in seen:
                story = self._story(report)
                seen.update(entry.id for entry in story.entries)
                judged += [Judged(claim.id, claim.origins, claim.standing) for claim in story.claims]
        return records(judged, without).get(self._teller.decisions.speakers.get(identity, identity))

    def _reports(self, query: Query | None) -> Iterator[str]:
        """Yield the ids of reports, the latest first; with a query those of its statements, the best match first."""
        if query is None:
            yield from (record.id for record in self._view.reports())
        else:
            yield from (record.report for record in self._view.statements(query))

    def _story(self, report: str) -> Story:
        """Return the story of a report."""
        return self._teller.story(report)


def _statements(claim: Claim) -> set[str]:
    """Return the ids of the statements that say or answer a claim."""
    said = {member.proposition.statement for member in claim.members if member.proposition.statement is not None}
    answered = {response.statement for response in claim.responses}
    return {each for each in said | answered if each is not None}


def _weightiest_first(claim: Claim) -> tuple[int, str, str]:
    """Return what puts the claims that most reports make first."""
    return -len(claim.reports), _backwards(claim.last_change), claim.id


def _backwards(stamp: str) -> str:
    """Return what sorts times backwards."""
    return "".join(chr(0x10FFFF - ord(sign)) for sign in stamp)
