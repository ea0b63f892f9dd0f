"""Publishers that speak for themselves: a ministry, a company, whose own statements are among the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.outlets import Outlets

_BODIES = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION})


def speaking_bodies(entries: Sequence[Entry], outlets: Outlets) -> frozenset[str]:
    """Return the publishers whom other reports quote as a body, and none as an outlet."""
    bodies: set[str] = set()
    quoted: set[str] = set()
    for entry in entries:
        for statement in entry.reading.statements:
            for hop in statement.chain[1:]:
                if hop.speaker.name is None:
                    continue
                publisher = outlets.publisher(hop.speaker.name.value, of=entry, whole=True)
                if publisher is not None:
                    (bodies if hop.speaker.kind.value in _BODIES else quoted).add(publisher)
    return frozenset(bodies - quoted)
