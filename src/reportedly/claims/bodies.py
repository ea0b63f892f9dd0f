"""Publishers that speak for themselves: a ministry, a company, whose own statements are among the reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.ledger.identities import folded
from reportedly.reading.nouns import ending, noun
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.entry import Entry
    from reportedly.claims.outlets import Outlets

_BODIES = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION})
_OFFICES = frozenset(
    "ministry embassy police government department army forces staff commission council court office directorate "
    "parliament secretariat municipality authority prosecutor consulate".split()
)
"""Words of a publisher's name by which it is an office, and no outlet."""
_PRESS = frozenset("news press wire newswire radio tv television channel broadcasting".split())
"""Words of the names of outlets that are in no lexicon as nouns by themselves."""
_OF_ITS_OWN = re.compile(r"\((?:official|account|press office)", re.IGNORECASE)
"""How a catalogue of reports names somebody's own page."""


def speaking_bodies(entries: Sequence[Entry], outlets: Outlets) -> frozenset[str]:
    """Return the publishers that are offices by name, or whom other reports quote as a body and never as an outlet."""
    named = {entry.publisher for entry in entries if entry.publisher and _speaks(entry.publisher)}
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
    return frozenset(named | {each for each in bodies - quoted if not _outlet(each)})


def _speaks(publisher: str) -> bool:
    """Say whether a publisher's name is that of an office, or of somebody's own page."""
    if _OF_ITS_OWN.search(publisher):
        return True
    return not _outlet(publisher) and bool(_OFFICES.intersection(folded(publisher).split()))


def _outlet(publisher: str) -> bool:
    """Say whether a publisher's name has a word that only outlets have."""
    words = folded(publisher).split()
    known = [noun(words[:length]) for length in range(1, len(words) + 1)] + [ending(words)]
    kinds = {found[0].kind for found in known if found is not None}
    return SpeakerKind.PUBLICATION in kinds or bool(_PRESS.intersection(words))
