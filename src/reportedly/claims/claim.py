"""A claim: statements of one or many reports that say the same or deny it, with all that follows from them.

Every part leads back to words in a report. Nothing here is computed; what computes a part stands in a file of its own.
"""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.proposition import Proposition
    from reportedly.values import Bound, Certainty, Passage, Stance


class Relation(enum.StrEnum):
    """How what a report says stands to a claim."""

    SAME = "same"
    """It says the same, in whatever words, or with another value."""
    DENIES = "denies"
    """It says that it is not so."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A place in a report that says a claim or denies it, with the reasons for joining it, in words."""

    proposition: Proposition
    relation: Relation
    publisher: str | None
    known_from: str
    reasons: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What somebody answers to a claim: a confirmation, a denial, or no answer.

    `statement` and `report` are ids, `words` are the response's own: its content, or where it has none the words that
    say that nobody answered. There is no statement where the report answers in its own voice; then the speaker is its
    publisher, or nobody where somebody is quoted whom it does not name. `speaker` is the identity across reports,
    `name` how the report calls them. `narrower` says that it covers less than the claim; the reasons say why it is
    taken to answer this claim.
    """

    statement: str | None
    report: str
    publisher: str | None
    known_from: str
    stance: Stance
    speaker: str | None
    name: str
    named: bool
    words: Passage
    narrower: bool
    reasons: tuple[str, ...]


class RootKind(enum.StrEnum):
    """What an origin is."""

    SPEAKER = "speaker"
    DOCUMENT = "document"
    OUTLET = "outlet"
    """An outlet that is cited and that no report of the ledger leads beyond."""
    UNKNOWN = "unknown"
    """A report that does not say how it knows. It never counts as independent."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Somebody or something beyond which no report leads.

    `id` is the identity across reports where there is one; `name` how the first report that leads here calls it;
    `reports` and `propositions` are the ids of those that lead to it, in the order of time.
    """

    id: str
    kind: RootKind
    name: str
    named: bool
    reports: tuple[str, ...]
    propositions: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many of them know: at least `minimum`, at most `maximum`, and why.

    `one` are pairs of roots (their ids) that may be the same, each with the reason; they make the minimum smaller.
    `cycles` are reports that have it from one another, and from nobody else.
    """

    minimum: int
    maximum: int
    roots: tuple[Root, ...]
    one: tuple[tuple[str, str, str], ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    reasons: tuple[str, ...] = ()


class Status(enum.StrEnum):
    """How a claim stands, by what reports say of it."""

    UNCONFIRMED = "unconfirmed"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status, and who confirmed it, denied it, left it unanswered or withdrew it; each in the order of time."""

    status: Status
    confirmed: tuple[Response, ...] = ()
    denied: tuple[Response, ...] = ()
    unanswered: tuple[Response, ...] = ()
    withdrawn: tuple[Response, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a claim is about where it has a value: how many, in the words of one report, beside the interval."""

    words: Passage
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    counted: str
    proposition: str
    report: str
    known_from: str


class DriftKind(enum.StrEnum):
    """What changed on the way."""

    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_ADDED = "hedge-added"
    SURER = "surer"
    """It sounds surer, though no hedge of the reporter went."""
    LESS_SURE = "less-sure"
    RANGE_TO_NUMBER = "range-to-number"
    HEADLINE_SURER = "headline-surer"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A change on the way of a claim from one report to the next, or from a body to its headline: both words."""

    kind: DriftKind
    before: Passage
    after: Passage
    from_: str
    to: str
    """Ids of the two propositions."""
    before_certainty: Certainty
    after_certainty: Certainty
    reasons: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A proposed Admiralty grade: a letter A to F, a digit 1 to 6, the reasons of each and what would change it."""

    letter: str
    digit: int
    letter_reasons: tuple[str, ...]
    digit_reasons: tuple[str, ...]
    would_change: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim with its members in the order of time, and all that follows from them.

    `id` is made of its first member, and stays as long as that does. `clearest` is the member whose words tell best
    what the claim is. `about` is the word for what its values count, where it has values.
    """

    id: str
    clearest: Member
    about: str | None
    members: tuple[Member, ...]
    responses: tuple[Response, ...]
    edges: tuple[Edge, ...]
    origins: Origins
    standing: Standing
    values: tuple[Value, ...]
    drifts: tuple[Drift, ...]
    grade: Grade

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports with a member, in the order of time."""
        return tuple(dict.fromkeys(member.proposition.report for member in self.members))

    @property
    def publishers(self) -> tuple[str, ...]:
        """The publishers with a member, in the order of time; reports without one count for none."""
        return tuple(dict.fromkeys(member.publisher for member in self.members if member.publisher))

    @property
    def first_seen(self) -> str:
        """Since when anybody could know of it (UTC, ISO 8601)."""
        return self.members[0].known_from

    @property
    def last_change(self) -> str:
        """When the last report or response came (UTC, ISO 8601)."""
        said, answered = (each.known_from for each in self.members), (each.known_from for each in self.responses)
        return max((*said, *answered))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports of one event with how they came by one another, and what they claim.

    `id` is made of the first report's.
    """

    id: str
    entries: tuple[Entry, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]
