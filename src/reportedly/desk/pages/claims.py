"""Claims: what is claimed across the reports of a ledger, the latest change first."""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what it calls.

import dataclasses
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from reportedly.claims.claim import Status
from reportedly.desk.life import life
from reportedly.desk.listing import Listed, Sought
from reportedly.desk.rendering import link, page
from reportedly.desk.room import LONGEST, AsAsked, Asked, moment
from reportedly.errors import UsageError
from reportedly.exchange.summary import counted
from reportedly.ledger.claim_records import ClaimRecord
from reportedly.ledger.moments import earliest, latest
from reportedly.values import Stance

ROUTER = APIRouter()
LIMIT, MOST = 25, 200
"""Rows of a page, unless another number is asked for, and at most."""
LONGEST_QUERY = 500


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters as the address has them. `origins` is a number at least, or `unknown`."""

    q: str = ""
    status: tuple[str, ...] = ()
    publisher: str = ""
    since: str = ""
    until: str = ""
    origins: str = ""

    @property
    def parameters(self) -> dict[str, str | tuple[str, ...]]:
        """The filters as parameters of an address."""
        return dataclasses.asdict(self)

    @property
    def any(self) -> bool:
        """Whether anything is filtered."""
        return any(self.parameters.values())

    @property
    def set(self) -> int:
        """How many are set beside the search."""
        return sum(bool(value) for name, value in self.parameters.items() if name != "q")

    def sought(self) -> Sought:
        """Return what is sought; UsageError where a date is none."""
        since, until = moment(self.since), moment(self.until)
        if self.origins and self.origins != "unknown" and not self.origins.isdecimal():
            msg = f"origins={self.origins} makes no sense: a number, or `unknown`"
            raise UsageError(msg)
        return Sought(
            line=self.q,
            status=self.status,
            publisher=self.publisher or None,
            after=earliest(since) if since else None,
            before=latest(until) if until else None,
            origins_from=int(self.origins) if self.origins.isdecimal() else None,
            unknown=True if self.origins == "unknown" else None,
        )


def filters(  # noqa: PLR0913 - one parameter for each of the address
    *,
    q: Annotated[str, Query(max_length=LONGEST_QUERY, description="As `reportedly search` takes it.")] = "",
    status: Annotated[list[Status] | None, Query(description="Any of these.")] = None,
    publisher: Annotated[str, Query(max_length=LONGEST_QUERY, description="Words of a publisher's name.")] = "",
    since: Annotated[str, Query(max_length=LONGEST, description="Last changed on or after this date.")] = "",
    until: Annotated[str, Query(max_length=LONGEST, description="First seen on or before this date.")] = "",
    origins: Annotated[str, Query(max_length=8, description="So many at the maximum, or `unknown`.")] = "",
) -> Filters:
    """Return the filters of a request."""
    chosen = tuple(each.value for each in status or ())
    return Filters(
        q=q.strip(),
        status=chosen,
        publisher=publisher.strip(),
        since=since.strip(),
        until=until.strip(),
        origins=origins.strip(),
    )


Filtered = Annotated[Filters, Depends(filters)]
After = Annotated[str | None, Query(max_length=200, description="The `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=MOST)]


def listed(asked: Asked, chosen: Filters, after: str | None, limit: int) -> Listed:
    """Return a page of the list."""
    return asked.room.listing.page(asked.ledger, chosen.sought(), as_of=asked.as_of, after=after or None, limit=limit)


def dated(row: ClaimRecord, at: str) -> bool:
    """Say whether some report states the time at which a claim began, or last changed."""
    return any(beat.stated for beat in row.life if beat.at == at)


def answers(row: ClaimRecord) -> list[str]:
    """Say in a few words what was answered."""
    counts = dict(row.responses)
    denials = counts.pop(Stance.DENIES, 0) + counts.pop(Stance.DISPUTES, 0)
    confirmations, retractions = counts.pop(Stance.CONFIRMS, 0), counts.pop(Stance.RETRACTS, 0)
    said = [(denials, "denial"), (confirmations, "confirmation"), (retractions, "retraction")]
    rest = sum(counts.values())
    return [*(counted(number, noun) for number, noun in said if number), *([f"{rest} left it open"] if rest else [])]


@ROUTER.get("/", include_in_schema=False)
def show(asked: AsAsked, chosen: Filtered, request: Request, after: After = None, limit: Limit = LIMIT) -> Response:
    """Show the page; where a script asked for it, say under which address it belongs into the history."""
    found = listed(asked, chosen, after, limit)
    as_of = request.query_params.get("as_of", "")
    asks_if_waiting = request.headers.get("hx-source") == "p#waiting"
    own = {**chosen.parameters, "limit": limit if limit != LIMIT else ""}
    here = link(as_of, "/", {**own, "after": after})
    shown = page(
        asked.room,
        request,
        "claims.html",
        listed=found,
        filters=chosen,
        statuses=[each.value for each in Status],
        lives={row.id: life(row.life) for row in found.claims},
        answers={row.id: answers(row) for row in found.claims},
        dated=dated,
        following=link(as_of, "/", {**own, "after": found.next}) if found.next else None,
        first=link(as_of, "/", own) if after else None,
        again=here,
        asks_if_waiting=asks_if_waiting,
        twin=link(as_of, "/api/claims", {**own, "after": after}),
    )
    if request.headers.get("hx-request") and not (asks_if_waiting or request.headers.get("hx-history-restore-request")):
        shown.headers["HX-Push-Url"] = here
    return shown


@ROUTER.get("/api/claims", tags=["claims"])
def twin(asked: AsAsked, chosen: Filtered, after: After = None, limit: Limit = LIMIT) -> Listed:
    """List the claims for which all filters hold, the latest change first; `next` is the `after` of the next page."""
    return listed(asked, chosen, after, limit)
