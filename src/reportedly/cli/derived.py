"""What edges between reports look like: which report has what from which, how, and what shows it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.claims.edge import EdgeKind
from reportedly.cli.answers import Layout
from reportedly.cli.claimed import quoted
from reportedly.cli.explain import BEGINNING
from reportedly.cli.table import DEVIATION, NAME, QUIET
from reportedly.cli.whose import source, whose
from reportedly.cli.wrapping import flow, wrap
from reportedly.exchange.register import Register
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.claims.claim import Story
    from reportedly.claims.edge import Edge
    from reportedly.values import Passage

FROM, BESIDE = "← ", "↔ "
"""The signs before the other end: where a report has it from, or what it stands beside."""

MOST_SPANS = 3
"""Shared passages whose places are shown; the line says how many more there are."""

FIRST_WORDS = 160
"""Code points of the first shared passage that are shown."""

ROW = (
    "report",
    "external_id",
    "publisher",
    "from",
    "from_external_id",
    "from_publisher",
    "kind",
    "wire",
    "credited",
    "sure",
    "passages",
    "words",
    "reasons",
)
"""The columns of an edge in CSV."""


def row(edge: dict[str, Any]) -> dict[str, Any]:
    """Return an encoded edge as a row of CSV; passages are their spans in the report."""
    report, source, passages = edge["report"], edge["from"], edge["passages"]
    return {
        **{key: edge[key] for key in ("kind", "wire", "credited", "sure", "reasons")},
        "report": report["id"],
        "external_id": report["external_id"],
        "publisher": report["publisher"],
        "from": source["id"],
        "from_external_id": source["external_id"],
        "from_publisher": source["publisher"] or source["name"],
        "passages": [f"{start}-{end}" for each in passages for start, end in each["report"]],
        "words": passages[0]["words"] if passages else None,
    }


def derived() -> Layout[tuple[Story, Edge]]:
    """Return how edges look."""
    return Layout(
        noun="edge",
        row=lambda found, width: _lines(*found, width),
        nothing="No report is known to have anything from another.",
        apart=True,
        most=0,
    )


def _lines(story: Story, edge: Edge, width: int) -> Iterator[Text]:
    """Give both ends, how one came by the other, where the shared words stand, how they begin, and the reasons."""
    register = Register(story)
    sign = FROM if edge.kind.directed else BESIDE
    yield from _end(register, edge.report, "", width)
    yield from _end(register, edge.source, sign, width)
    yield from flow(list(_how(edge)), width)
    if edge.passages:
        yield from flow([Text(each, QUIET) for each in _places(edge.passages)], width)
        words = one_line(edge.passages[0].text)
        yield from wrap(Text(quoted(words[:FIRST_WORDS] + " …" if len(words) > FIRST_WORDS else words)), width)
    for reason in edge.reasons:
        yield from wrap(Text(one_line(reason), QUIET), width)


def _end(register: Register, identity: str, sign: str, width: int) -> Iterator[Text]:
    """Give a report with its time and id, or a speaker."""
    if register.entry(identity) is None:
        pieces = [Text(source(register, identity), NAME)]
    else:
        pieces = [*whose(register, identity, NAME), Text(register.when(identity), QUIET)]
    pieces[0] = Text.assemble((sign, QUIET), pieces[0])
    room = width - BEGINNING - 2
    for index, line in enumerate(flow(pieces, room)):
        margin = " " * (room - line.cell_len + 2) + identity[:BEGINNING]
        yield line if index else Text.assemble(line, (margin, QUIET))


def _how(edge: Edge) -> Iterator[Text]:
    """Say what kind of edge it is, whose copy it is, whether that is credited, and whether it is sure."""
    yield Text(edge.kind.value)
    if edge.wire:
        yield Text(one_line(edge.wire))
    if edge.kind in {EdgeKind.COPIES, EdgeKind.SAME_WIRE}:  # the others name it, or have nothing to name
        yield Text("credited") if edge.credited else Text("not credited", DEVIATION)
    if not edge.sure:
        yield Text("unsure", DEVIATION)


def _places(passages: tuple[Passage, ...]) -> Iterator[str]:
    """Say how much is shared, and where it stands in the report, in code points."""
    size = sum(len(span) for passage in passages for span in passage.spans)
    yield f"{counted(len(passages), 'passage')}, {counted(size, 'character')}"
    spans = (span for passage in passages for span in passage.spans)
    yield from (f"{span.start}–{span.end}" for span in itertools.islice(spans, MOST_SPANS))
    if more := sum(1 for _ in spans):
        yield f"and {more} more"
