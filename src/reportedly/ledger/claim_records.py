"""What a list of claims is asked for, and what it answers with: typed, frozen, and read from rows that were kept."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims a list is to show: those for which all of it holds. Nothing given asks nothing.

    `words` are words and phrases, each of which must stand in some wording of the claim or in a publisher's name.
    `status` are the statuses it may have. `publisher` are words of the name of a publisher that has it. `after` and
    `before` (UTC, ISO 8601) are the times between which something of it came: it last changed at or after the one, and
    was first seen before the other. `origins_from` is met by its maximum of origins, `origins_to` by its minimum;
    `unknown` says whether some of its reports do not say how they know.
    """

    words: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    publisher: str | None = None
    after: str | None = None
    before: str | None = None
    origins_from: int | None = None
    origins_to: int | None = None
    unknown: bool | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Beat:
    """A moment in the life of a claim: when a report that has it appeared, or a response to it came, and what it does.

    `at` is since when anybody could know of it (UTC, ISO 8601). `what` is the relation of the report to the claim
    (same, denies), or the stance of the response (confirms, no-response, ...); `response` tells the two apart.
    `stated` says whether the report states a time itself; else `at` is when it came into the ledger.
    """

    at: str
    what: str
    response: bool
    stated: bool = True


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim as a list shows it. Each count says what it counts.

    `wording` is its clearest wording: the proposition `clearest` of a `report`, at `spans` of its text, or of its title
    where `words_in` says so. `about` is the word for what its values count, None where it has none; `low` and `high`
    are the interval around all of them, in `unit`, where None is open. `names` are its publishers in the order of time.
    `unknown` counts the reports' roots that do not say how they know, `cycles` the groups that have it from one
    another alone; neither is an origin. `first_when` and `last_when` are `first_seen` and `last_change` for people, no
    more precisely than the report states them. `responses` are their counts by stance; `life` is all that came, in the
    order of time. `grade` is the one that is proposed, without the record of who stands for it.

    `current` says whether it still follows from all reports and judgements; where it does not, it is what followed
    before, and its story waits to be told anew.
    """

    id: str
    story: str
    wording: str
    clearest: str
    report: str
    spans: tuple[tuple[int, int], ...]
    words_in: str
    about: str | None
    unit: str | None
    low: float | None
    high: float | None
    status: str
    reports: int
    publishers: int
    names: tuple[str, ...]
    origins_min: int
    origins_max: int
    unknown: int
    cycles: int
    first_seen: str
    last_change: str
    first_when: str
    last_when: str
    responses: tuple[tuple[str, int], ...]
    life: tuple[Beat, ...]
    grade: str
    current: bool = True


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """A page of a list of claims: `next` is the key of the page after it, None on the last one.

    `waiting` counts the stories, and reports without a story yet, that wait to be told: while it is not 0, claims may
    be missing, and some of those shown may not be current.
    """

    claims: tuple[ClaimRecord, ...]
    next: str | None
    waiting: int
