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
    "parliament secretariat municipality authority prosecutor consulate presidency inspectorate institute "
    "administration prefecture governorate railway railways hospital hospitals university club union federation "
    "association city mission emergency disaster coastguard guard".split()
)
"""Words of a publisher's name by which it is an office or another body, and no outlet."""
_FIRMS = frozenset(
    "as asa ab se ltd limited plc inc corp corporation llc gmbh ag sa spa nv bv oy oyj company holdings".split()
)
"""Words with which the names of firms end."""
_PRESS = re.compile(
    r"(?:news|press|wire|online)\Z"
    r"|\A(?:radio|radyo|voz|telegram|watch|tv|television|channel|broadcasting|blog|notes|kanal|tele)\Z"
)
"""Words, or ends of words, of the names of outlets that are in no lexicon as nouns by themselves."""
_NOTICE = re.compile(
    r"\A\W*(?:\w+ ){0,2}?(?:statement|communiqu[eé]|bulletin|notice|announcement|press release|media release|advisory"
    r"|situation report|sitrep)\b",
    re.IGNORECASE,
)
"""How the title of a notice begins, which somebody publishes of their own matter."""
_OF_ITS_OWN = re.compile(r"\((?:official|account|press office)", re.IGNORECASE)
"""How a catalogue of reports names somebody's own page."""


def speaking_bodies(entries: Sequence[Entry], outlets: Outlets) -> frozenset[str]:
    """Return the publishers that are bodies: by name, by their notices, or as others quote them, and no outlets."""
    named = {entry.publisher for entry in entries if entry.publisher and _speaks(entry)}
    bodies: set[str] = set()
    quoted: set[str] = set()
    for entry in entries:
        for statement in entry.reading.statements:
            for hop in statement.chain[1:]:
                if hop.speaker.name is None:
                    continue
                publisher = outlets.publisher(hop.speaker.name.value, of=entry, whole=True)
                if publisher is not None and hop.speaker.kind.value in _BODIES:
                    bodies.add(publisher)
                elif publisher is not None and hop.speaker.kind.value is SpeakerKind.PUBLICATION:
                    quoted.add(publisher)
    speaking = {entry.publisher for entry in entries if entry.publisher and _of_itself(entry)}
    return frozenset(named | {each for each in (bodies - quoted) & speaking if not _outlet(each)})


def _speaks(entry: Entry) -> bool:
    """Say whether a report is a body's own, by the name of its publisher or because it is a notice."""
    publisher = entry.publisher or ""
    words = folded(publisher).split()
    if _OF_ITS_OWN.search(publisher):
        return True
    if not words or any(_PRESS.search(word) for word in words):
        return False
    last = ending(words)
    if last is not None and last[0].kind is SpeakerKind.PUBLICATION:
        return False
    if _OFFICES.intersection(words) or words[-1] in _FIRMS:
        return True
    return not _outlet(publisher) and _NOTICE.match(entry.reading.report.title or "") is not None


def _of_itself(entry: Entry) -> bool:
    """Say whether a report speaks of its publisher by name, as notices do and articles seldom."""
    name = folded(entry.publisher or "").split()
    text = f" {folded(entry.reading.report.text)} "
    return bool(name) and f" {' '.join(name[:2])} " in text


def _outlet(publisher: str) -> bool:
    """Say whether a publisher's name has a word that only outlets have."""
    words = folded(publisher).split()
    known = [noun(words[:length]) for length in range(1, len(words) + 1)] + [ending(words)]
    kinds = {found[0].kind for found in known if found is not None}
    return SpeakerKind.PUBLICATION in kinds or any(_PRESS.search(word) for word in words)
