"""Weighs what may show an edge."""

from __future__ import annotations

from reportedly.claims.citations import CITES
from reportedly.claims.edge import EdgeKind
from reportedly.claims.evidence import Evidence
from reportedly.claims.occasions import OCCASIONS
from reportedly.claims.papers import PAPERS
from reportedly.claims.weighing import Weights, edge, model, weighed
from reportedly.values import Passage, Span

WEIGHTS = Weights(features={"same": 4.0}, bias=-2.0, threshold=0.5)


def evidence(same: float, *, start: int = 0, sure: bool = True) -> Evidence:
    """Return a piece of evidence with one number."""
    return Evidence("b", "a", {"same": same}, Passage("one two", (Span(start, start + 3),)), None, ("why",), sure)


def test_the_packaged_weights_are_of_what_is_looked_at() -> None:
    """Every weight belongs to a number that is there, and every number has one."""
    told = {kind: set(weights.features) for kind, weights in model().kinds.items()}
    assert told == {
        EdgeKind.CITES: set(CITES),
        EdgeKind.SAME_OCCASION: set(OCCASIONS),
        EdgeKind.SAME_DOCUMENT: set(PAPERS),
    }


def test_the_evidence_that_tells_most_decides() -> None:
    """A pair has the chance of its best evidence; what is below the threshold is not shown."""
    (found,) = weighed([evidence(0.0), evidence(1.0, start=4)], WEIGHTS).values()
    assert [each.chance for each in found] == [0.8808, 0.1192]
    shown = edge(EdgeKind.CITES, found, "Post", 0.5)
    assert shown is not None
    assert ([passage.text for passage in shown.passages], shown.wire, shown.sure) == (["two"], "Post", True)
    assert edge(EdgeKind.CITES, found, "Post", 0.9) is None


def test_what_is_little_likelier_than_not_is_not_sure() -> None:
    """Two that may have been on one occasion stand side by side, and the words leave it open."""
    (found,) = weighed([evidence(0.6)], WEIGHTS).values()
    shown = edge(EdgeKind.SAME_OCCASION, found, None, 0.5)
    assert shown is not None
    assert (shown.sure, shown.reasons) == (False, ("why", "the words leave open whether it was one"))
