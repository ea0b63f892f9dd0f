"""One claim: how it stands, who answers it, and the tree of its origins with the words of every report."""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what it calls.

import dataclasses
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.claims.claim import Claim, DriftKind, Relation, RootKind, Story
from reportedly.claims.edge import EdgeKind
from reportedly.desk.rendering import link, page
from reportedly.desk.room import AsAsked, Asked
from reportedly.exchange.claim_wording import DRIFTS, EDGES, ROOTS, interval, somebody
from reportedly.exchange.claims import encode_claim

ROUTER = APIRouter()
Plain = dict[str, Any]
ANSWERED = (
    ("confirmed_by", "Confirmed by", "confirms"),
    ("denied_by", "Denied by", "denies"),
    ("unanswered_by", "Left open by", "open"),
    ("withdrawn_by", "Withdrawn by", "withdrawn"),
)
"""The groups of those who answer: the key of the contract, its heading, and the class of its look."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How the report of a telling came by it: in words, whether that is sure, the shared passage, and the reasons."""

    said: str
    sure: bool
    passage: str
    reasons: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A place in a report that says the claim or denies it, with how the report came by it.

    `statement` is the statement of the contract.
    """

    statement: Plain
    ways: tuple[Way, ...]
    copied: bool

    @property
    def denies(self) -> bool:
        """Whether it says that it is not so."""
        return bool(self.statement["relation"] == Relation.DENIES)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An origin with those who have it from there; `copies` only repeat the words of a report."""

    name: str
    kind: str
    said: str
    named: bool
    reasons: tuple[str, ...]
    tellings: tuple[Telling, ...]
    copies: tuple[Telling, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page shows: the claim in the contract's form, and the tree, the values and the drift made of it.

    `others` stand under no origin: who denies it, and whom nothing leads to one.
    """

    claim: Plain
    origins: tuple[Origin, ...]
    others: tuple[Telling, ...]
    pairs: tuple[tuple[str, str, str], ...]
    values: tuple[tuple[Plain, str], ...]
    drifts: tuple[tuple[str, Plain], ...]


def found(asked: Asked, identity: str) -> tuple[Story, Claim]:
    """Return a claim with its story and its grade; UsageError where the ledger has none of that id."""
    book = asked.book()
    story, claim = book.claim(identity)
    return story, book.graded(claim)


def shown(story: Story, claim: Claim) -> Shown:
    """Return what the page shows of a claim."""
    plain = encode_claim(story, claim)
    ways = _ways(plain["edges"], set(claim.reports))
    tellings = {
        each["id"]: Telling(
            statement=each,
            ways=tuple(way for way, _ in ways.get(each["report"]["id"], ())),
            copied=any(kind == EdgeKind.COPIES for _, kind in ways.get(each["report"]["id"], ())),
        )
        for each in plain["statements"]
    }
    roots = plain["origins"]["roots"]
    names = {root["id"]: somebody(root["name"]) for root in roots}
    under = _under(plain)
    return Shown(
        claim=plain,
        origins=tuple(
            _origin(root, [each for name, each in tellings.items() if under.get(name) == place])
            for place, root in enumerate(roots)
        ),
        others=tuple(each for name, each in tellings.items() if name not in under),
        pairs=tuple(
            (*(names.get(each, each) for each in pair["roots"]), pair["reason"])
            for pair in plain["origins"]["may_be_one"]
        ),
        values=tuple(
            (value, interval(each.low, each.high, each.bound))
            for value, each in zip(plain["values"], claim.values, strict=True)
        ),
        drifts=tuple((DRIFTS[DriftKind(each["kind"])], each) for each in plain["drift"]),
    )


def _under(plain: Plain) -> dict[str, int]:
    """Return under which root, by its place, each telling stands; a denial, and what no edge leads to, under none.

    What leads to a root itself stands there. All else of a report stands where the report does: with the root that it
    leads to first, or with the report that it copies or cites.
    """
    own: dict[str, int] = {}
    reports: dict[str, int] = {}
    for place, root in enumerate(plain["origins"]["roots"]):
        own.update(dict.fromkeys((each for each in root["statements"] if each not in own), place))
        for report in root["reports"]:
            reports.setdefault(report["id"], place)
    directed = [
        (edge["from"]["id"], edge["report"]["id"]) for edge in plain["edges"] if EdgeKind(edge["kind"]).directed
    ]
    reached = list(reports)
    for source in reached:
        for at, report in directed:
            if at == source and report not in reports:
                reports[report] = reports[source]
                reached.append(report)
    for each in plain["statements"]:
        at = reports.get(each["report"]["id"])
        if each["relation"] == Relation.SAME and at is not None:
            own.setdefault(each["id"], at)
    return own


def _ways(edges: Sequence[Plain], reports: set[str]) -> dict[str, list[tuple[Way, str]]]:
    """Return how each report of a claim came by it, and the kind of each way."""
    known: dict[str, list[tuple[Way, str]]] = {}
    for edge in edges:
        if edge["report"]["id"] not in reports:
            continue
        source = edge["from"]
        said = f"{EDGES[EdgeKind(edge['kind'])]} {source['publisher'] or source['name'] or 'a report'}"
        if edge["kind"] == EdgeKind.COPIES:
            said += ", credited" if edge["credited"] else ", without credit"
        passage = edge["passages"][0]["words"] if edge["passages"] else ""
        way = Way(said=said, sure=edge["sure"], passage=passage, reasons=tuple(edge["reasons"]))
        known.setdefault(edge["report"]["id"], []).append((way, edge["kind"]))
    return known


def _origin(root: Plain, here: Sequence[Telling]) -> Origin:
    """Return an origin with those who have it from there."""
    first = [each for each in here if not each.copied]
    return Origin(
        name=somebody(root["name"]),
        kind=root["kind"],
        said=ROOTS[RootKind(root["kind"])],
        named=root["named"],
        reasons=tuple(root["reasons"]),
        tellings=tuple(first or here),
        copies=tuple(each for each in here if each.copied) if first else (),
    )


@ROUTER.get("/claims/{identity}", include_in_schema=False)
def show(asked: AsAsked, identity: str, request: Request) -> Response:
    """Show the page."""
    story, claim = found(asked, identity)
    as_of = request.query_params.get("as_of", "")
    return page(
        asked.room,
        request,
        "claim.html",
        shown=shown(story, claim),
        clearest=claim.clearest,
        unknown=sum(root.kind is RootKind.UNKNOWN for root in claim.origins.roots),
        answered=ANSWERED,
        twin=link(as_of, f"/api/claims/{claim.id}"),
    )


@ROUTER.get("/api/claims/{identity}", tags=["claims"])
def twin(asked: AsAsked, identity: str) -> Plain:
    """Return a claim in the JSON of the reference: its statements, origins, edges, responses, values, drift and grade.

    The id may be a claim's, its beginning, or that of a statement in it.
    """
    return encode_claim(*found(asked, identity))
