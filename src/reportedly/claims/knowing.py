"""How an origin knows what it says: told, induced, deduced, witnessed, or nobody can judge (OpenCTI's scale)."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.claim import Relation, RootKind
from reportedly.claims.sureness import level, sureness
from reportedly.claims.telling import told_by
from reportedly.values import Certainty, EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.claim import Member, Root
    from reportedly.claims.entry import Entry


class Knowing(enum.StrEnum):
    """How an origin knows, after the objective scale of OpenCTI."""

    WITNESSED = "witnessed"
    """It saw or did it itself."""
    INDUCED = "induced"
    """It rests on something that can be looked at: imagery, an intercept, data, a document."""
    DEDUCED = "deduced"
    """It believes, suspects or holds possible."""
    TOLD = "told"
    """It has it from others: unnamed sources, other media, hearsay."""
    UNJUDGED = "cannot be judged"
    """No report says how it knows."""


class Known(NamedTuple):
    """How an origin knows, and why it is said to."""

    how: Knowing
    reason: str


_SEEN = frozenset({EvidenceKind.OWN_OBSERVATION})
_LOOKED_AT = frozenset({EvidenceKind.IMAGERY, EvidenceKind.INTERCEPT, EvidenceKind.DATA, EvidenceKind.DOCUMENT})
_FROM_OTHERS = frozenset({EvidenceKind.UNNAMED_SOURCES, EvidenceKind.OTHER_MEDIA})
_FLATLY = level(Certainty.STATED)
_HEARD = level(Certainty.HEARSAY)


def knows(root: Root, members: Sequence[Member], entries: Mapping[str, Entry]) -> Known:
    """Return how an origin knows, by the statements that lead to it.

    The best evidence that any report tells counts; where there is none, the surest of its words.
    """
    ours = [
        member
        for member in members
        if member.relation is Relation.SAME and member.proposition.id in set(root.propositions)
    ]
    told = [told_by(member.proposition, entries) for member in ours]
    kinds = {found.value: found for statement in told if statement is not None for found in statement.evidence}
    for how, among in ((Knowing.WITNESSED, _SEEN), (Knowing.INDUCED, _LOOKED_AT), (Knowing.TOLD, _FROM_OTHERS)):
        for kind in sorted(among & kinds.keys()):
            return Known(how, f"a report tells what it rests on: {kinds[kind].words.text or kind.value!r}")
    if not ours or root.kind is RootKind.UNKNOWN:
        return Known(Knowing.UNJUDGED, "no report says how it knows")
    best = min((sureness(member, entries) for member in ours), key=level)
    if level(best) == _FLATLY:
        return Known(Knowing.UNJUDGED, "it says so flatly, and no report tells what it rests on")
    if level(best) >= _HEARD:
        return Known(Knowing.TOLD, f"its surest words are {best.value}")
    return Known(Knowing.DEDUCED, f"its surest words are {best.value}")


def by_itself(root: Root, members: Sequence[Member], entries: Mapping[str, Entry]) -> bool:
    """Say whether an origin speaks from own knowledge, as far as reports tell.

    It is a speaker or a document beyond which no report leads, says so flatly or shows what it rests on, and does not
    have it from others. An outlet that is only cited, and a report that does not say how it knows, never do.
    """
    if root.kind not in {RootKind.SPEAKER, RootKind.DOCUMENT}:
        return False
    ours = set(root.propositions)
    flatly = any(
        member.proposition.id in ours and level(sureness(member, entries)) == _FLATLY
        for member in members
        if member.relation is Relation.SAME
    )
    how = knows(root, members, entries).how
    return how in {Knowing.WITNESSED, Knowing.INDUCED} or (how is Knowing.UNJUDGED and flatly)
