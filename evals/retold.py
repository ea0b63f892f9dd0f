"""What is made of a dossier's reports without a ledger: stories with their claims, and where mentions are in them."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

from reportedly.claims.assembling import assemble
from reportedly.claims.propositions import propositions
from reportedly.claims.stories import Filed, Stories
from reportedly.claims.terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evals.truth import Dossier
    from reportedly.claims.assembling import Vectors
    from reportedly.claims.claim import Claim, Story
    from reportedly.claims.entry import Entry
    from reportedly.claims.proposition import Proposition
    from reportedly.values import Span

HALF = 0.5
"""The share of a mention or of a proposition that lies in the other from which on one is found in the other."""


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """Words of a report that mention a claim, or several in the same words, and the proposition they are found in."""

    report: str
    words: str
    stances: frozenset[str]
    claims: frozenset[str]
    proposition: Proposition | None


@dataclasses.dataclass(frozen=True, slots=True)
class Retold:
    """A dossier, its reports as entries, and the stories that were made of them."""

    dossier: Dossier
    entries: tuple[Entry, ...]
    stories: tuple[Story, ...]

    @property
    def claims(self) -> list[Claim]:
        """The claims of all stories."""
        return [claim for story in self.stories for claim in story.claims]

    @property
    def names(self) -> dict[str, str]:
        """What the dossier calls each report, by its id."""
        return {entry.id: str(entry.reading.report.external_id) for entry in self.entries}


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What was made of a dossier, with the places of its mentions."""

    retold: Retold
    placed: tuple[Placed, ...]

    @property
    def by_proposition(self) -> dict[str, Claim]:
        """The claim of each proposition that is in one, by the proposition's id."""
        return {member.proposition.id: claim for claim in self.retold.claims for member in claim.members}

    def claim_of(self, placed: Placed) -> Claim | None:
        """Return the claim that a mention was joined to."""
        return None if placed.proposition is None else self.by_proposition.get(placed.proposition.id)

    @property
    def standing_for(self) -> dict[str, Claim | None]:
        """For each claim of the truth, the claim with most of its mentions; of equal ones that with fewest members.

        None where no mention of it is in any claim.
        """
        out: dict[str, Claim | None] = {}
        by_proposition = self.by_proposition
        for true in self.retold.dossier.truth.claims:
            held = [
                by_proposition[each.proposition.id]
                for each in self.placed
                if true.id in each.claims and each.proposition is not None and each.proposition.id in by_proposition
            ]
            counts = collections.Counter(claim.id for claim in held)
            out[true.id] = min(held, key=lambda claim: (-counts[claim.id], len(claim.members), claim.id), default=None)
        return out

    @property
    def mentioned(self) -> dict[str, set[str]]:
        """Which claims of the truth have a mention in each claim, by its id; claims without any are left out."""
        out: dict[str, set[str]] = collections.defaultdict(set)
        for each in self.placed:
            claim = self.claim_of(each)
            if claim is not None:
                out[claim.id] |= each.claims
        return dict(out)


def grouped(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """Return the stories that reports tell, each the ids of its reports."""
    grouping = Stories()
    for entry in entries:
        grouping.add(Filed(entry.id, terms_of(entry.reading), entry.reading.report.published))
    return grouping.stories()


def retold(dossier: Dossier, entries: Sequence[Entry], stories: Iterable[Sequence[str]], vectors: Vectors) -> Retold:
    """Make the claims of each story, given as ids of its reports, as the book of a ledger does."""
    by_id = {entry.id: entry for entry in entries}
    made = [assemble([by_id[each] for each in story], vectors) for story in stories]
    return Retold(dossier, tuple(entries), tuple(made))


def found(made: Retold) -> Found:
    """Return what was made of a dossier with the places of its mentions; the same words are one place."""
    said = {made.names[entry.id]: propositions(entry.reading) for entry in made.entries}
    claims: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    stances: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for claim in made.dossier.truth.claims:
        for each in claim.mentions:
            claims[each.report, each.words].add(claim.id)
            stances[each.report, each.words].add(each.stance)
    placed = [
        Placed(
            report,
            words,
            frozenset(stances[report, words]),
            frozenset(ids),
            _saying(said.get(report, ()), made.dossier.place(report, words)),
        )
        for (report, words), ids in claims.items()
    ]
    return Found(made, tuple(placed))


def shared(spans: Iterable[Span], place: Span) -> int:
    """Return how many code points of a place some spans cover."""
    return sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in spans)


def _saying(said: Sequence[Proposition], place: Span) -> Proposition | None:
    """Return the proposition with the largest part in common with a place, the shortest of equal ones.

    None where neither half of the place nor half of the proposition is in common.
    """
    best = max(
        said,
        key=lambda each: (shared(each.spans, place), -_length(each), each.statement is not None, each.id),
        default=None,
    )
    if best is None or shared(best.spans, place) < HALF * min(len(place), _length(best)):
        return None
    return best if shared(best.spans, place) else None


def _length(proposition: Proposition) -> int:
    """Return how many code points a proposition has."""
    return sum(len(span) for span in proposition.spans)
