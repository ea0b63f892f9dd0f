"""Where the rows of the list of claims come from: the one place that knows how they are found.

The list as it is comes from what the ledger keeps of its claims, which computes none of them. Where the ledger keeps
no list, as of a time and for filters on statements, the claims are computed, and kept as long as the ledger does not
change.
"""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what is returned.

import collections
import dataclasses
import threading
import time

from reportedly.claims.book import Book
from reportedly.claims.listing import listed
from reportedly.errors import UsageError
from reportedly.ledger import Ledger, Query, parse
from reportedly.ledger.claim_records import ClaimQuery, ClaimRecord
from reportedly.values import Moment

KEPT = 8
"""Questions whose computed rows are kept."""
TELLS_S = 1.5
"""Seconds a request spends at most on bringing the kept list up to date before it answers with what there is."""
FIRST_S = 8.0
"""Seconds that it takes instead where nothing at all could be shown before."""
_KEY = "~"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which claims are to be listed: those for which all of it holds.

    `line` is a query as `reportedly search` takes it; the others are as in `ClaimQuery`.
    """

    line: str = ""
    status: tuple[str, ...] = ()
    publisher: str | None = None
    after: str | None = None
    before: str | None = None
    origins_from: int | None = None
    unknown: bool | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of claims: `next` is the key of the page after it, None on the last one.

    `total` counts all that are sought, None where nobody counted. `waiting` counts the stories that are yet to be told:
    while it is not 0, claims may be missing, and some may not be current.
    """

    claims: tuple[ClaimRecord, ...]
    next: str | None
    total: int | None
    waiting: int


class Listing:
    """Gives pages of claims, the latest change first."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._kept: collections.OrderedDict[tuple[object, ...], tuple[ClaimRecord, ...]] = collections.OrderedDict()
        self._one_computes = threading.Lock()
        self._one_tells = threading.Lock()

    def page(
        self, ledger: Ledger, sought: Sought, *, as_of: Moment | None = None, after: str | None = None, limit: int
    ) -> Listed:
        """Return the claims after a key; UsageError where the key or the query makes no sense."""
        query = parse(sought.line)
        if as_of is None and query == Query(phrases=query.phrases):
            return self._looked_up(ledger, sought, query.phrases, after, limit)
        asks = query if sought.line.strip() else None
        found = [row for row in self._computed(ledger, as_of, sought.line.strip(), asks) if _holds(sought, row)]
        begin = _place(found, after) if after else 0
        rows = tuple(found[begin : begin + limit])
        more = begin + limit < len(found)
        return Listed(claims=rows, next=_key(rows[-1]) if more else None, total=len(found), waiting=0)

    def _looked_up(
        self, ledger: Ledger, sought: Sought, words: tuple[str, ...], after: str | None, limit: int
    ) -> Listed:
        """Return a page of what the ledger keeps, first brought up to date as far as a moment's time allows."""
        book = Book(ledger)
        self._tell(book)
        asks = ClaimQuery(
            words=words,
            status=sought.status,
            publisher=sought.publisher,
            after=sought.after,
            before=sought.before,
            origins_from=sought.origins_from,
            unknown=sought.unknown,
        )
        found = book.listed(asks, after=after, limit=limit)
        return Listed(claims=found.claims, next=found.next, total=None, waiting=found.waiting)

    def _tell(self, book: Book) -> None:
        """Bring what the ledger keeps up to date, as far as time allows, unless another request does."""
        if not self._one_tells.acquire(blocking=False):
            return
        try:
            until = time.monotonic() + FIRST_S
            book.tell(TELLS_S)
            while time.monotonic() < until and (found := book.listed(limit=1)).waiting and not found.claims:
                book.tell(TELLS_S)
        finally:
            self._one_tells.release()

    def _computed(
        self, ledger: Ledger, as_of: Moment | None, line: str, query: Query | None
    ) -> tuple[ClaimRecord, ...]:
        """Return all claims for a query in their order."""
        with self._one_computes:
            book = Book(ledger, as_of)
            book.catch_up()
            stats, judged = ledger.view().stats(), len(ledger.decisions())
            key = (as_of, line, stats.reports, stats.statements, judged)
            if key not in self._kept:
                rows = (listed(story, claim) for story, claim in book.claims(query))
                self._kept[key] = tuple(sorted(rows, key=lambda row: (row.last_change, row.id), reverse=True))
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def _holds(sought: Sought, row: ClaimRecord) -> bool:
    """Say whether a row is sought, its words aside."""
    named = (sought.publisher or "").casefold()
    return (
        (not sought.status or row.status in sought.status)
        and (not named or any(named in name.casefold() for name in row.names))
        and (not sought.after or row.last_change >= sought.after)
        and (not sought.before or row.first_seen < sought.before)
        and row.origins_max >= (sought.origins_from or 0)
        and (sought.unknown is None or bool(row.unknown) is sought.unknown)
    )


def _key(row: ClaimRecord) -> str:
    """Return what the page after a row is asked for by."""
    return f"{row.last_change}{_KEY}{row.id}"


def _place(rows: list[ClaimRecord], after: str) -> int:
    """Return where the page after a key begins, also where its row is gone; UsageError where it is no key."""
    change, found, identity = after.partition(_KEY)
    if not found or not identity:
        msg = f"there is no page after {after!r}; begin with the first"
        raise UsageError(msg)
    return next((index for index, row in enumerate(rows) if (row.last_change, row.id) < (change, identity)), len(rows))
