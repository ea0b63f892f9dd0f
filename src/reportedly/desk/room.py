"""What every request of a desk shares: the settings, the open ledger, who may come in, and how pages are written."""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what it calls.

import dataclasses
from typing import Annotated

from fastapi import Depends, Query, Request

from reportedly.claims.book import Book
from reportedly.desk.access import Access
from reportedly.desk.csrf import Csrf
from reportedly.desk.listing import Listing
from reportedly.desk.settings import Settings
from reportedly.errors import UsageError
from reportedly.ledger import Ledger, View
from reportedly.ledger.query import until
from reportedly.values import Moment

LONGEST = 40
"""Code points of a moment in an address: more is none."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is made once when the desk opens."""

    settings: Settings
    ledger: Ledger
    access: Access
    csrf: Csrf
    listing: Listing


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A ledger as one request sees it: as it is, or as of the moment that `?as_of=` names."""

    room: Room
    as_of: Moment | None

    @property
    def ledger(self) -> Ledger:
        """The open ledger."""
        return self.room.ledger

    def view(self) -> View:
        """Return what the ledger holds, or held."""
        return self.room.ledger.view(self.as_of)

    def book(self) -> Book:
        """Return the claims of the ledger; a book is one request's own."""
        return Book(self.room.ledger, self.as_of)


def room(request: Request) -> Room:
    """Return the room of the application that is asked."""
    found: Room = request.app.state.room
    return found


def asked(
    request: Request,
    as_of: Annotated[
        str | None,
        Query(
            max_length=LONGEST,
            description="Answer with what was known then (2025, 2025-03, 2025-03-04, 2025-03-04T14:00Z).",
        ),
    ] = None,
) -> Asked:
    """Return the ledger as a request asks for it; UsageError where the moment is none."""
    return Asked(room=room(request), as_of=moment(as_of))


def moment(words: str | None) -> Moment | None:
    """Return the moment that an address names; UsageError where it is none."""
    if words is None or not words.strip():
        return None
    try:
        made = Moment(words.strip())
        until(made)
    except (ValueError, OverflowError) as error:
        msg = f"{words!r} is no date; write 2025, 2025-03, 2025-03-04 or 2025-03-04T14:00Z"
        raise UsageError(msg) from error
    return made


InRoom = Annotated[Room, Depends(room)]
AsAsked = Annotated[Asked, Depends(asked)]
