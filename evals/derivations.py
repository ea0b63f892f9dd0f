"""Find which of the Helsinki articles have their words from which, beside how much of their 8-grams they share.

Containment is a hint and no gold: index pages share a caption and nothing else, and the states of one wire story share
little. So nothing here is a score; the table says where the two part, and the edges are there to be read.
"""

from __future__ import annotations

import collections
import json
import time
from typing import TYPE_CHECKING

from evals.evaluation import PERCENT, Outcome
from evals.folders import digest
from reportedly.claims.copying import copies
from reportedly.values import Moment, Reading, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from reportedly.claims.edge import Edge

    Pair = frozenset[str]

_STEPS = (0.9, 0.7, 0.5, 0.3, 0.2, 0.1)
"""Lower ends of the classes of containment; no pair with less is listed."""


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:  # noqa: ARG001 - reads nothing, see below
    """Find the copies, write every edge, and set pairs beside their containment; figures are in percent.

    The reports are not read: agencies that are on the list are known by their names, and reading takes minutes.
    """
    folder = folders.dataset("helsinki")
    readings = [Reading(each) for each in _reports(folder / "docs.jsonl")]
    names = {each.report.id: str(each.report.external_id) for each in readings}
    start = time.perf_counter()
    edges = copies(readings)
    seconds = time.perf_counter() - start
    every = copies(readings, every=True)
    nearest = {(edge.report, edge.source) for edge in edges}
    with (out / "derivations.jsonl").open("w", encoding="utf-8") as file:
        for edge in every:
            row = _row(edge, names, nearest=(edge.report, edge.source) in nearest)
            file.write(json.dumps(row) + "\n")
    pairs = {frozenset((names[edge.report], names[edge.source])) for edge in every}
    listed = _listed(folder / "silver_pairs.jsonl")
    half = {pair for pair, containment in listed.items() if containment >= _STEPS[2]}
    figures = {
        "pairs of half containment": PERCENT * len(half & pairs) / max(len(half), 1),
        "found pairs that are listed": PERCENT * len(pairs & listed.keys()) / max(len(pairs), 1),
    }
    lines = [
        f"{len(readings)} reports, {len(edges)} edges to the nearest, found in {seconds:.1f} s; {len(every)} in all",
        "",
        *_kinds(edges),
        "",
        *_classes(pairs, listed),
        "",
        f"{len(pairs - listed.keys())} of the {len(pairs)} pairs found are not listed, having less containment",
    ]
    return Outcome(data="Helsinki", digest=digest(folder), figures=figures, table="\n".join(lines))


def _reports(path: Path) -> Iterable[Report]:
    """Yield the articles; when they were fetched stands for when they were published."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Report(
            text=row["text"], external_id=row["id"], publisher=row["publisher"], published=Moment(row["scraped"])
        )


def _row(edge: Edge, names: dict[str, str], *, nearest: bool) -> dict[str, object]:
    """Return an edge in ids and numbers."""
    return {
        "report": names[edge.report],
        "source": names[edge.source],
        "kind": edge.kind,
        "wire": edge.wire,
        "credited": edge.credited,
        "sure": edge.sure,
        "nearest": nearest,
        "passages": [passage.pairs for passage in edge.passages],
        "originals": [passage.pairs for passage in edge.originals],
    }


def _listed(path: Path) -> dict[Pair, float]:
    """Return the containment of each pair that is listed."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {frozenset((row["a"], row["b"])): row["containment8"] for row in rows}


def _kinds(edges: Sequence[Edge]) -> list[str]:
    """Return how many edges to the nearest there are of each kind."""
    counts = collections.Counter((str(edge.kind), edge.credited, edge.sure) for edge in edges)
    lines = [f"{'kind':12}{'credited':>10}{'sure':>8}{'edges':>8}"]
    for (kind, credited, sure), count in sorted(counts.items()):
        lines.append(f"{kind:12}{'yes' if credited else 'no':>10}{'yes' if sure else 'no':>8}{count:8}")
    return lines


def _classes(pairs: set[Pair], listed: dict[Pair, float]) -> list[str]:
    """Return, for each class of containment, how many pairs are listed and how many of them were found."""
    lines = [f"{'containment':14}{'listed':>8}{'found':>8}{'share':>8}"]
    upper = 1.01
    for lower in _STEPS:
        inside = {pair for pair, containment in listed.items() if lower <= containment < upper}
        found = len(inside & pairs)
        lines.append(f"from {lower:<9}{len(inside):8}{found:8}{PERCENT * found / max(len(inside), 1):8.1f}")
        upper = lower
    return lines
