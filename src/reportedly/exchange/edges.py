"""An edge between reports in the JSON of docs/reference/claims.md, which is a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.exchange.register import Register
from reportedly.values import Passage

if TYPE_CHECKING:
    from reportedly.claims.claim import Story
    from reportedly.claims.edge import Edge

Plain = dict[str, Any]


def encode_edge(story: Story, edge: Edge) -> Plain:
    """Return an edge of a story as plain values, in the order and with the keys of the contract."""
    return edge_of(Register(story), edge)


def edge_of(register: Register, edge: Edge) -> Plain:
    """Return an edge as plain values, its ends looked up in a register."""
    originals = edge.originals or tuple(Passage("") for _ in edge.passages)
    return {
        "report": reference(register, edge.report),
        "from": source(register, edge.source),
        "kind": edge.kind.value,
        "wire": edge.wire,
        "credited": edge.credited,
        "sure": edge.sure,
        "passages": [
            {"report": passage.pairs, "from": original.pairs, "words": passage.text}
            for passage, original in zip(edge.passages, originals, strict=True)
        ],
        "reasons": list(edge.reasons),
    }


def reference(register: Register, report: str) -> Plain:
    """Return which report it is: its id, the id that it came with, and its publisher."""
    entry = register.entry(report)
    external = entry.reading.report.external_id if entry else None
    return {"id": report, "external_id": external, "publisher": register.publisher(report)}


def source(register: Register, identity: str) -> Plain:
    """Return from which report, or from whom, an edge has it."""
    speaker = None if register.entry(identity) else register.speaker(identity)
    known = reference(register, identity)
    name = speaker.name.value if speaker and speaker.name else None
    return {**known, "kind": "report" if register.entry(identity) else "speaker", "name": name}
