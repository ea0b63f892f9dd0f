"""What is found across reports, in the words in which people are shown it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import DriftKind, RootKind
from reportedly.claims.edge import EdgeKind
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line
from reportedly.exchange.whereabouts import number
from reportedly.values import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.claim import Claim, Origins, Value

DRIFTS = {
    DriftKind.HEDGE_DROPPED: "a hedge was dropped",
    DriftKind.HEDGE_ADDED: "a hedge was added",
    DriftKind.SURER: "it sounds surer",
    DriftKind.LESS_SURE: "it sounds less sure",
    DriftKind.RANGE_TO_NUMBER: "a range became a number",
    DriftKind.HEADLINE_SURER: "the headline sounds surer than the body",
}

EDGES = {
    EdgeKind.COPIES: "copies",
    EdgeKind.CITES: "cites",
    EdgeKind.SAME_WIRE: "the same wire as",
    EdgeKind.SAME_OCCASION: "the same occasion as",
    EdgeKind.SAME_DOCUMENT: "the same document as",
}

ROOTS = {
    RootKind.SPEAKER: "",
    RootKind.DOCUMENT: "document",
    RootKind.OUTLET: "an outlet beyond which no report leads",
    RootKind.UNKNOWN: "does not say how it knows",
}

SOMEBODY = "somebody"
"""Whom a report leaves without any words for them."""


def counts(claim: Claim) -> list[str]:
    """Say how many reports and publishers have a claim, and how many of them know."""
    publishers = len(claim.publishers)
    return [
        counted(len(claim.reports), "report"),
        counted(publishers, "publisher") if publishers else "publisher unknown",
        origins(claim.origins),
    ]


def origins(found: Origins) -> str:
    """Say how many of them know: `2 origins`, `1 to 3 origins`; reports that do not say how they know are none."""
    if all(root.kind is RootKind.UNKNOWN for root in found.roots):
        return "no origin: a cycle" if found.cycles and not found.roots else "origin unknown"
    if found.minimum == found.maximum:
        return counted(found.minimum, "origin")
    return f"{found.minimum} to {counted(found.maximum, 'origin')}"


def interval(low: float | None, high: float | None, bound: Bound) -> str:
    """Return an interval in words: `12`, `12 to 20`, `at least 12`, `about 20 (18 to 22)`."""
    if low is None or high is None:
        known = high if low is None else low
        signs = {Bound.MORE_THAN: "more than ", Bound.LESS_THAN: "less than "}
        return "open" if known is None else signs.get(bound, "up to " if low is None else "at least ") + number(known)
    if low == high:
        return f"about {number(low)}" if bound is Bound.ABOUT else number(low)
    both = f"{number(low)} to {number(high)}"
    return f"about {both}" if bound is Bound.ABOUT else both


def about(values: Sequence[Value]) -> str:
    """Return what values count: the unit, and the word for what is counted, as the first of them has it."""
    return one_line(" ".join(each for each in (values[0].unit, values[0].counted) if each))


def somebody(name: str) -> str:
    """Return what somebody is called, in one line."""
    return one_line(name) or SOMEBODY
