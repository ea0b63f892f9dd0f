"""Where the rows of the list of claims come from: the one place that knows how they are found.

They are made from the claims themselves, story by story, and kept as long as the ledger does not change.
"""

from __future__ import annotations

import collections
import dataclasses
import threading
from typing import TYPE_CHECKING

from reportedly.claims.book import Book
from reportedly.claims.claim import RootKind
from reportedly.errors import UsageError
from reportedly.exchange.register import UNDATED, Register
from reportedly.ledger import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.claims.claim import Claim, Story
    from reportedly.ledger import Ledger
    from reportedly.values import Moment

KEPT = 8
"""Questions whose rows are kept."""
_KEY = "~"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which claims are to be listed: those for which all of it holds.

    `words` is a query as `reportedly search` takes it. `publisher` are words of the name of a publisher that has it.
    `since` and `until` (UTC, ISO 8601) are the times between which something of it came: it last changed at or after
    the one, and was first seen before the other. `origins` is met by its maximum of origins; `unknown` says whether
    some of its reports do not say how they know.
    """

    words: str = ""
    status: tuple[str, ...] = ()
    publisher: str = ""
    since: str = ""
    until: str = ""
    origins: int = 0
    unknown: bool | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Beat:
    """A moment in the life of a claim: when a report that has it appeared, or a response came, and what it does.

    `at` is since when anybody could know of it (UTC, ISO 8601); `stated` says whether the report says so itself.
    `what` is the relation of the report to the claim (same, denies), or the stance of the response.
    """

    at: str
    stated: bool
    what: str
    response: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim as the list shows it. Each count says what it counts.

    `unknown` counts the reports that do not say how they know, `cycles` the groups that have it from one another alone;
    neither is an origin. `first_when` and `last_when` are `first_seen` and `last_change` for people, no more precisely
    than the reports state them. `current` says whether it follows from all reports and judgements that are there.
    """

    id: str
    story: str
    wording: str
    status: str
    reports: int
    publishers: tuple[str, ...]
    origins_min: int
    origins_max: int
    unknown: int
    cycles: int
    first_seen: str
    last_change: str
    first_when: str
    last_when: str
    responses: dict[str, int]
    life: tuple[Beat, ...]
    grade: str
    current: bool = True


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of rows: `next` is the key of the page after it, None on the last one.

    `total` counts all rows that are sought, None where nobody counted; `waiting` the stories that are yet to be told.
    """

    rows: tuple[Row, ...]
    next: str | None
    total: int | None
    waiting: int = 0


class Listing:
    """Gives pages of rows, the latest change first."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._kept: collections.OrderedDict[tuple[object, ...], tuple[Row, ...]] = collections.OrderedDict()
        self._lock = threading.Lock()  # the claims of a ledger are computed by one request at a time

    def page(
        self, ledger: Ledger, sought: Sought, *, as_of: Moment | None = None, after: str | None = None, limit: int
    ) -> Listed:
        """Return the rows after a key; UsageError where the key or the query makes no sense."""
        found = [row for row in self._rows(ledger, as_of, sought.words) if _holds(sought, row)]
        begin = _place(found, after) if after else 0
        rows = tuple(found[begin : begin + limit])
        more = begin + limit < len(found)
        return Listed(rows=rows, next=_key(rows[-1]) if more else None, total=len(found))

    def _rows(self, ledger: Ledger, as_of: Moment | None, words: str) -> tuple[Row, ...]:
        """Return all rows for a query in their order."""
        query = parse(words) if words.strip() else None
        with self._lock:
            book = Book(ledger, as_of)
            book.catch_up()
            stats, judged = ledger.view().stats(), len(ledger.decisions())
            key = (as_of, words.strip(), stats.reports, stats.statements, judged)
            if key not in self._kept:
                rows = (_row(story, claim) for story, claim in book.claims(query))
                self._kept[key] = tuple(sorted(rows, key=lambda row: (row.last_change, row.id), reverse=True))
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return self._kept[key]


def _row(story: Story, claim: Claim) -> Row:
    """Return a claim as the list shows it."""
    register = Register(story)
    life = sorted(_life(register, claim), key=lambda beat: beat.at)
    came = [(each.known_from, each.proposition.report) for each in claim.members]
    last = max([*came, *((each.known_from, each.report) for each in claim.responses)])
    return Row(
        id=claim.id,
        story=story.id,
        wording=claim.clearest.proposition.text,
        status=claim.standing.status.value,
        reports=len(claim.reports),
        publishers=claim.publishers,
        origins_min=claim.origins.minimum,
        origins_max=claim.origins.maximum,
        unknown=sum(len(root.reports) for root in claim.origins.roots if root.kind is RootKind.UNKNOWN),
        cycles=len(claim.origins.cycles),
        first_seen=claim.first_seen,
        last_change=claim.last_change,
        first_when=register.when(came[0][1]),
        last_when=register.when(last[1]),
        responses=dict(collections.Counter(each.stance.value for each in claim.responses)),
        life=tuple(life),
        grade=f"{claim.grade.letter}{claim.grade.digit}",
    )


def _life(register: Register, claim: Claim) -> Iterator[Beat]:
    """Yield what came, a beat for each report and each response."""
    seen: set[tuple[str, str]] = set()
    for member in claim.members:
        report, what = member.proposition.report, member.relation.value
        if (report, what) not in seen:
            seen.add((report, what))
            yield Beat(member.known_from, register.when(report) != UNDATED, what, response=False)
    for response in claim.responses:
        stated = register.when(response.report) != UNDATED
        yield Beat(response.known_from, stated, response.stance.value, response=True)


def _holds(sought: Sought, row: Row) -> bool:
    """Say whether a row is sought, its words aside."""
    return (
        (not sought.status or row.status in sought.status)
        and (not sought.publisher or _named(sought.publisher, row.publishers))
        and (not sought.since or row.last_change >= sought.since)
        and (not sought.until or row.first_seen < sought.until)
        and row.origins_max >= sought.origins
        and (sought.unknown is None or bool(row.unknown) is sought.unknown)
    )


def _named(words: str, publishers: Iterable[str]) -> bool:
    """Say whether some publisher's name has some words in it."""
    return any(words.casefold() in name.casefold() for name in publishers)


def _key(row: Row) -> str:
    """Return what the page after a row is asked for by."""
    return f"{row.last_change}{_KEY}{row.id}"


def _place(rows: list[Row], after: str) -> int:
    """Return where the page after a key begins, also where its row is gone; UsageError where it is no key."""
    change, found, identity = after.partition(_KEY)
    if not found or not identity:
        msg = f"there is no page after {after!r}; begin with the first"
        raise UsageError(msg)
    return next((index for index, row in enumerate(rows) if (row.last_change, row.id) < (change, identity)), len(rows))
