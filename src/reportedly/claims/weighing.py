"""Weighs what may show an edge between two reports: a logistic regression for each kind, with named weights.

The weights are in `edges.json`, made by `training/train_edges.py`.
"""

from __future__ import annotations

import functools
import importlib.resources
import math
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from reportedly.claims.edge import Edge, EdgeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportedly.claims.evidence import Evidence

FILE = "edges.json"
SURE = 0.7
"""The chance from which on two are sure to stand beside one another."""
PASSAGES = 4
"""Passages that an edge shows at most: those that tell most."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of a kind by feature, what is added, and the chance from which on there is an edge."""

    features: dict[str, float]
    bias: float
    threshold: float


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of all kinds."""

    version: str
    kinds: dict[EdgeKind, Weights]


class Weighed(NamedTuple):
    """A piece of evidence, and the chance that it shows an edge."""

    chance: float
    evidence: Evidence


@functools.cache
def model() -> Model:
    """Return the packaged model."""
    raw = importlib.resources.files("reportedly.claims").joinpath(FILE).read_bytes()
    return msgspec.json.decode(raw, type=Model)


def weighed(found: Iterable[Evidence], weights: Weights) -> Mapping[tuple[str, str], list[Weighed]]:
    """Return the evidence for each pair of report and source, what tells most first."""
    pairs: dict[tuple[str, str], list[Weighed]] = {}
    for evidence in found:
        told = math.fsum(weight * evidence.numbers[name] for name, weight in weights.features.items()) + weights.bias
        chance = 1 / (1 + math.exp(-max(-50.0, min(50.0, told))))
        pairs.setdefault((evidence.report, evidence.source), []).append(Weighed(round(chance, 4), evidence))
    for each in pairs.values():
        each.sort(key=lambda one: (-one.chance, one.evidence.words.pairs, one.evidence.told))
    return pairs


def edge(kind: EdgeKind, found: list[Weighed], wire: str | None, threshold: float) -> Edge | None:
    """Return the edge that the evidence for a pair shows; None where its chance is too small."""
    best = found[0].evidence
    if found[0].chance < threshold:
        return None
    kept = {each.evidence.words: each.evidence for each in reversed(found[:PASSAGES]) if each.chance >= threshold}
    shown = sorted(kept.values(), key=lambda each: each.words.pairs)
    originals = tuple(each.original for each in shown if each.original is not None)
    sure = best.sure if kind.directed else found[0].chance >= SURE
    open_ = () if sure or kind.directed else ("the words leave open whether it was one",)
    return Edge(
        report=best.report,
        source=best.source,
        kind=kind,
        wire=wire,
        credited=kind is EdgeKind.CITES,
        sure=sure,
        passages=tuple(each.words for each in shown),
        reasons=(*best.told, *open_),
        originals=originals if len(originals) == len(shown) else (),
    )
