"""Make the claims of a story out of its reports: join what says the same, and tell of each claim all that follows.

The same reports and decisions give the same claims, in whatever order the reports come.
"""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

from reportedly.claims.claim import Claim, Member, Relation, Story
from reportedly.claims.coinciding import Coincidences
from reportedly.claims.decisions import Decisions
from reportedly.claims.derivation import derive
from reportedly.claims.drift import drifts
from reportedly.claims.grading import grade
from reportedly.claims.linking import average_link
from reportedly.claims.origins import origins
from reportedly.claims.outlets import Outlets
from reportedly.claims.people import People
from reportedly.claims.precedence import rank
from reportedly.claims.propositions import propositions
from reportedly.claims.provenance import Provenance
from reportedly.claims.responding import respond
from reportedly.claims.status import standing
from reportedly.claims.valuing import values
from reportedly.claims.within import matches_within, model
from reportedly.values import Stance, stable_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportedly.claims.claim import Origins, Response
    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.matching import Match
    from reportedly.claims.proposition import Proposition
    from reportedly.values import Moment

    Vectors = Callable[[Sequence[str]], NDArray[np.float32]]
    """Gives a row of length one for each text."""

FEWEST_WORDS, MOST_WORDS = 6, 40
"""Words of a wording that tells a claim best: fewer leave out what it is about, more say other things as well."""
FIRM = 0.5
"""The score of a pair from which on a member surely says the claim, so that whoever says so there counts as knowing."""
_NO_CLAIM = frozenset({Stance.ASKS, *(stance for stance in Stance if stance.unanswered)})
"""Stances of statements that claim nothing by themselves."""
_REFUSING = frozenset({Stance.DENIES, Stance.DISPUTES})


def assemble(
    entries: Sequence[Entry],
    vectors: Vectors,
    *,
    decisions: Decisions | None = None,
    known_by: Moment | None = None,
) -> Story:
    """Return the story of some reports, with its claims in the order of their first members.

    `vectors` gives the vectors of sentences; `known_by` is a time after which no report was published.
    """
    decided = decisions or Decisions()
    ordered = sorted(entries, key=lambda entry: rank(entry.reading.report, known_by))
    people, outlets = People(ordered, decided.speakers, decided.apart), Outlets(ordered)
    edges = derive(ordered, people, outlets, known_by=known_by, wrong=decided.wrong)
    said = [each for entry in ordered for each in propositions(entry.reading)]
    groups, found = _joined(said, vectors, decided)
    members = [_members(group, found, {entry.id: entry for entry in ordered}) for group in groups]
    place = {entry.id: number for number, entry in enumerate(ordered)}
    members = [_in_time(group, place) for group in members if _is_claim(group)]
    members.sort(key=lambda group: (place[group[0].proposition.report], group[0].proposition.id))
    by_id = {entry.id: entry for entry in ordered}
    provenance, coincidences = (
        Provenance(ordered, people, outlets, edges),
        Coincidences(by_id, edges, people.kept_apart),
    )
    answered = respond(members, by_id, _likeness(vectors))
    claims = [
        _claim(group, responses, ordered, edges, origins(_firm(group, found), provenance, people, coincidences))
        for group, responses in zip(members, answered, strict=True)
    ]
    return Story(
        id=stable_id("t", ordered[0].id) if ordered else "",
        entries=tuple(ordered),
        edges=tuple(edges),
        claims=tuple(claims),
    )


def _joined(
    said: Sequence[Proposition], vectors: Vectors, decided: Decisions
) -> tuple[list[list[Proposition]], Mapping[str, list[Match]]]:
    """Return propositions in groups that are one claim, and the pairs that tell why, by the ids of either."""
    rows = vectors([each.text for each in said])
    pairs = matches_within(said, rows)
    scores = {(pair.first, pair.second): pair.score for pair in pairs}
    # A statement of several clauses is known by its first.
    ids = {name: each.id for each in reversed(said) for name in (each.id, each.statement) if name}
    must, never = (
        [(ids[one], ids[other]) for one, other in sorted(chosen) if one in ids and other in ids]
        for chosen in (decided.must, decided.never)
    )
    groups = average_link(
        list(dict.fromkeys(ids.values())), scores, threshold=model().threshold, must=must, never=never
    )
    by_id = {each.id: each for each in said}
    found: dict[str, list[Match]] = collections.defaultdict(list)
    for pair in pairs:
        found[pair.first].append(pair)
        found[pair.second].append(pair)
    return [[by_id[one] for one in group] for group in groups], found


def _members(
    group: Sequence[Proposition], found: Mapping[str, Sequence[Match]], entries: Mapping[str, Entry]
) -> list[Member]:
    """Return the members of a claim: each with its best reason, and how it stands to the claim."""
    inside = {each.id for each in group}
    affirmed = any(not _refuses(each) for each in group)
    out = []
    for each in group:
        entry = entries[each.report]
        best = max(
            (pair for pair in found.get(each.id, ()) if {pair.first, pair.second} <= inside),
            key=lambda pair: (pair.score, pair.first, pair.second),
            default=None,
        )
        out.append(
            Member(
                proposition=each,
                relation=Relation.DENIES if affirmed and _refuses(each) else Relation.SAME,
                publisher=entry.publisher,
                known_from=entry.known_from,
                reasons=best.reasons if best is not None else (),
            )
        )
    return out


def _refuses(proposition: Proposition) -> bool:
    """Say whether it is said that it is not so."""
    return proposition.negated or proposition.stance in _REFUSING


def _in_time(group: Sequence[Member], place: Mapping[str, int]) -> list[Member]:
    """Return members in the order of time, and within a report in that of its text."""
    return sorted(
        group,
        key=lambda each: (
            place[each.proposition.report],
            not each.proposition.headline,
            each.proposition.spans[0].start,
            each.proposition.id,
        ),
    )


def _is_claim(group: Sequence[Member]) -> bool:
    """Say whether a group claims something: several places do, or somebody is quoted who stands for it."""
    claiming = [each.proposition for each in group if each.proposition.stance not in _NO_CLAIM]
    if not claiming:
        return False
    reports = {each.report for each in claiming}
    return len(reports) > 1 or any(
        each.statement is not None and len(each.text.split()) >= FEWEST_WORDS for each in claiming
    )


def _firm(group: Sequence[Member], found: Mapping[str, Sequence[Match]]) -> list[Member]:
    """Return the members that surely say the claim: those that some other member matches well."""
    inside = {each.proposition.id for each in group}
    out = [
        each
        for each in group
        if any(
            pair.score >= FIRM and {pair.first, pair.second} <= inside for pair in found.get(each.proposition.id, ())
        )
    ]
    return out or list(group)


def _likeness(vectors: Vectors) -> Callable[[str, str], float]:
    """Return what tells how alike two texts are, from 0 to 1."""

    def likeness(one: str, other: str) -> float:
        first, second = vectors([one, other])
        return max(0.0, float(first @ second))

    return likeness


def _claim(
    group: Sequence[Member],
    responses: Sequence[Response],
    ordered: Sequence[Entry],
    edges: Sequence[Edge],
    found: Origins,
) -> Claim:
    """Return a claim with all that follows from its members."""
    entries = {entry.id: entry for entry in ordered}
    reports = {each.proposition.report for each in group}
    own = [edge for edge in edges if edge.report in reports and edge.source in reports]
    about, held = values(group, entries)
    status = standing(group, responses, found, entries)
    return Claim(
        id=stable_id("c", group[0].proposition.id),
        clearest=_clearest(group),
        about=about,
        members=tuple(group),
        responses=tuple(responses),
        edges=tuple(own),
        origins=found,
        standing=status,
        values=held,
        drifts=drifts(group, own, entries),
        grade=grade(group, responses, found, status, entries),
    )


def _clearest(group: Sequence[Member]) -> Member:
    """Return the member whose words tell best what the claim is: a sentence of the body, neither short nor long.

    Of several it is the one that shares most words with the others, and of equal ones the first.
    """
    counts = collections.Counter(word for each in group for word in set(each.proposition.text.lower().split()))

    def fit(each: Member) -> tuple[bool, bool, bool, float]:
        words = set(each.proposition.text.lower().split())
        shared = sum(counts[word] - 1 for word in words) / max(1, len(words))
        fitting = FEWEST_WORDS <= len(each.proposition.text.split()) <= MOST_WORDS
        return each.relation is Relation.SAME, fitting, not each.proposition.headline, shared

    return max(group, key=fit)
