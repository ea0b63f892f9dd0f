"""A claim as a list shows it, and the words by which it is found."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

from reportedly.claims.claim import RootKind
from reportedly.ledger.claim_records import Beat, ClaimRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.claims.claim import Claim, Story, Value
    from reportedly.claims.entry import Entry


def listed(story: Story, claim: Claim) -> ClaimRecord:
    """Return a claim as lists show it."""
    entries = {entry.id: entry for entry in story.entries}
    said = claim.clearest.proposition
    changes = [(each.known_from, each.proposition.report) for each in claim.members]
    changes += [(each.known_from, each.report) for each in claim.responses]
    low, high = _around(claim.values)
    return ClaimRecord(
        id=claim.id,
        story=story.id,
        wording=said.text,
        clearest=said.id,
        report=said.report,
        spans=tuple((span.start, span.end) for span in said.spans),
        words_in="text" if said.words.within == entries[said.report].reading.report.text else "title",
        about=claim.about,
        unit=claim.values[0].unit if claim.values else None,
        low=low,
        high=high,
        status=claim.standing.status.value,
        reports=len(claim.reports),
        publishers=len(claim.publishers),
        names=claim.publishers,
        origins_min=claim.origins.minimum,
        origins_max=claim.origins.maximum,
        unknown=sum(root.kind is RootKind.UNKNOWN for root in claim.origins.roots),
        cycles=len(claim.origins.cycles),
        first_seen=claim.first_seen,
        last_change=claim.last_change,
        first_when=_when(entries, *changes[0]),
        last_when=_when(entries, *max(changes)),
        responses=tuple(sorted(collections.Counter(each.stance.value for each in claim.responses).items())),
        life=_life(claim),
        grade=f"{claim.grade.letter}{claim.grade.digit}",
    )


def words(claim: Claim) -> str:
    """Return all wordings of a claim, each once, in the order of time: what it is found by."""
    return "\n".join(dict.fromkeys(member.proposition.text for member in claim.members))


def _around(values: tuple[Value, ...]) -> tuple[float | None, float | None]:
    """Return the interval around all values; None is open."""
    lows, highs = [each.low for each in values], [each.high for each in values]
    low = min((each for each in lows if each is not None), default=None)
    high = max((each for each in highs if each is not None), default=None)
    return None if None in lows else low, None if None in highs else high


def _when(entries: Mapping[str, Entry], known_from: str, report: str) -> str:
    """Return when a report appeared, as precisely as it says, or else the day from which it is known."""
    return entries[report].when or known_from.partition("T")[0]


def _life(claim: Claim) -> tuple[Beat, ...]:
    """Return what came in the order of time: each report once, by the first place that has the claim; each response."""
    first = {member.proposition.report: member for member in reversed(claim.members)}
    said = [Beat(each.known_from, each.relation.value, response=False) for each in first.values()]
    answered = [Beat(each.known_from, each.stance.value, response=True) for each in claim.responses]
    return tuple(sorted((*said, *answered), key=lambda beat: (beat.at, beat.response, beat.what)))
