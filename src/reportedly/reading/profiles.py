"""What a report tells of a speaker, put together from all that it says of them anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.affiliations import BODIES, Affiliations
from reportedly.reading.designation import designation
from reportedly.reading.homelands import Homelands
from reportedly.reading.naming import Naming
from reportedly.reading.nominals import Determiner, complement
from reportedly.values import Finding, MadeBy, Passage, Span, Speaker, SpeakerKind, stable_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.reading.discourse import Discourse
    from reportedly.reading.referents import Referent
    from reportedly.values import Report

STAGE = "speakers"
VERSION = "1"
_RELIABLE = re.compile(
    r"\b(?:(?:usually|generally|normally|often|highly|previously|more|most|very) )?"
    r"(?:(?:un)?reliable|trustworthy|credible|well-placed|well-informed|trusted|dependable)\b",
    re.IGNORECASE,
)


class Profiles:
    """The speakers of one report, each put together once."""

    def __init__(self, report: Report, discourse: Discourse, anonymity: Mapping[int, Passage]) -> None:
        """Take a report, who is spoken of in it, and the stated reasons for not naming, by the ids of referents."""
        self._report = report
        self._discourse = discourse
        self._script = discourse.script
        self._anonymity = anonymity
        self._known: dict[int, Speaker] = {}
        self.affiliations = Affiliations(discourse)
        self._homelands = Homelands(discourse, self.affiliations, MadeBy(STAGE, VERSION))

    def publisher(self) -> Speaker:
        """Return the publisher as a speaker; without a name where the report has none."""
        name, nowhere = self._report.publisher, Passage(self._report.text)
        made_by = MadeBy(STAGE, VERSION, reason="the report's publisher")
        return Speaker(
            id=self._id(SpeakerKind.PUBLICATION, name or ""),
            name=Finding(name, nowhere, made_by) if name else None,
            kind=Finding(SpeakerKind.PUBLICATION, nowhere, made_by),
            named=name is not None,
        )

    def of(self, referent: Referent) -> Speaker:
        """Return a referent as a speaker."""
        referent = referent.itself
        known = self._known.get(id(referent))
        if known is None:
            known = self._known[id(referent)] = self._speaker(referent)
        return known

    def _id(self, *identity: object) -> str:
        """Return the id of a speaker by what tells them from the others of the report."""
        return stable_id("p", self._report.id, *(str(each).lower().removeprefix("the ") for each in identity))

    def _speaker(self, referent: Referent) -> Speaker:
        """Put a speaker together."""
        name = designation(self._discourse, referent)
        kind = referent.kind
        if self._publishes(referent, name.text):
            identity = self._id(SpeakerKind.PUBLICATION, self._report.publisher)
        else:
            identity = self._id(kind, name.text if referent.naming is not None else name.pairs)
        affiliation = self.affiliations.of(referent)
        reason = "the fullest name" if referent.naming is not None else "no name: the words for them"
        return Speaker(
            id=identity,
            name=Finding(name.text, name, MadeBy(STAGE, VERSION, reason=reason)),
            kind=Finding(kind, name, MadeBy(STAGE, VERSION)),
            role=_read(self.affiliations.role(referent)),
            affiliation=_read(affiliation.words if affiliation else None),
            country=self._homelands.of(referent),
            named=self._named(referent),
            count=self._count(referent),
            reliability=_read(self._reliability(referent)),
            anonymity=_read(self._anonymity.get(id(referent))),
        )

    def _publishes(self, referent: Referent, name: str) -> bool:
        """Say whether a referent is the report's publisher: "the Gazette" of the Merrow Gazette."""
        if referent.kind is not SpeakerKind.PUBLICATION or referent.naming is None or not self._report.publisher:
            return False
        short, full = name.lower().split(), self._report.publisher.lower().split()
        return short == full[-len(short) :]

    def _named(self, referent: Referent) -> bool:
        """Say whether a referent is named, or so definite that there is only one."""
        if referent.naming is not None or not referent.described:
            return True
        each = referent.described[0]
        if referent.kind in BODIES:
            return each.determiner is not Determiner.INDEFINITE
        if referent.kind is not SpeakerKind.DOCUMENT:
            return False
        owned = each.owner is not None and self._discourse.name_at[each.owner[1] - 1] >= 0
        return owned or (each.determiner is Determiner.DEFINITE and "unique" in each.noun.flags)

    def _count(self, referent: Referent) -> Finding[int] | None:
        """Return how many they are, where the report says so."""
        if not referent.plural or referent.count is None:
            return None
        first, last = referent.name
        if referent.naming is Naming.PERSON or not referent.described:
            words, reason = self._script.passage(first, last), "so many are named together"
        else:
            each = referent.described[0]
            words, reason = self._script.passage(each.first, each.last), "the number before the noun"
        return Finding(referent.count, words, MadeBy(STAGE, VERSION, reason=reason))

    def _reliability(self, referent: Referent) -> Passage | None:
        """Return how the report describes a source as such: "usually reliable"."""
        script = self._script
        for each in referent.described:
            end = script.end[complement(script, each.last) - 1]
            if found := _RELIABLE.search(script.text, script.start[each.first], end):
                return Passage(script.text, (Span(found.start(), found.end()),))
        return None


def _read(passage: Passage | None) -> Finding[str] | None:
    """Return words as a value that was read from them."""
    return Finding(passage.text, passage, MadeBy(STAGE, VERSION)) if passage else None
