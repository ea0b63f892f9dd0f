"""Score how many independent origins a claim is said to have, how it is said to stand, and the circles found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.share import Scored, Share, together
from reportedly.claims.claim import Member, Relation
from reportedly.claims.coinciding import Coincidences
from reportedly.claims.derivation import derive
from reportedly.claims.origins import origins
from reportedly.claims.outlets import Outlets
from reportedly.claims.people import People
from reportedly.claims.precedence import rank
from reportedly.claims.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evals import truth
    from evals.retold import Found
    from evals.share import Row
    from reportedly.claims.claim import Origins
    from reportedly.claims.proposition import Proposition

_REFUSING = frozenset({"denies", "disputes"})


def origin_counts(found: Found) -> Scored:
    """Return the claims whose origins are right, their status and the circles of reports.

    `origins` are the claims whose smallest and largest number are both right, `origins min` and `origins max` those
    where one is, each looked up in the claim that has most of the mentions. `status` are the claims whose status is
    right there. `cycles found` are the circles of the truth that some claim shows; `cycles right` are the circles which
    the truth knows, of those shown by claims with a mention.
    """
    true = found.retold.dossier.truth.claims
    made = found.standing_for
    joined = [_count(found, each, claim.origins if (claim := made[each.id]) else None) for each in true]
    return together([*joined, _status(found), _cycles(found)])


def traced(found: Found) -> Scored:
    """Return the claims whose origins are right when the truth says what mentions them: this leaves joining out.

    Members are the propositions in which the mentions are found, in one story of all reports.
    """
    counted = _traced(found)
    return together(_count(found, each, counted[each.id]) for each in found.retold.dossier.truth.claims)


def _count(found: Found, true: truth.Claim, got: Origins | None) -> Scored:
    """Score the number of origins of one claim."""
    least = got is not None and got.minimum == true.origins.min
    most = got is not None and got.maximum == true.origins.max
    right = {"origins": least and most, "origins min": least, "origins max": most}
    shares = {name: Share(int(each), 1) for name, each in right.items()}
    if least and most:
        return Scored(shares)
    row: Row = {
        "dossier": found.retold.dossier.name,
        "what": "origins",
        "claim": true.id,
        "gist": true.gist,
        "true": [true.origins.min, true.origins.max, true.origins.roots],
        "why": true.why,
        "got": None if got is None else _shown(got, found.retold.names),
    }
    return Scored(shares, (row,))


def _shown(got: Origins, names: Mapping[str, str]) -> Row:
    """Return origins as they are written down."""
    called = {root.id: root.name for root in got.roots}
    return {
        "min": got.minimum,
        "max": got.maximum,
        "roots": [[root.kind, root.name, [names[each] for each in root.reports], root.reasons] for root in got.roots],
        "may be one": [[called[one], called[other], reason] for one, other, reason in got.one],
        "cycles": [[names[each] for each in cycle] for cycle in got.cycles],
    }


def _traced(found: Found) -> dict[str, Origins]:
    """Return the origins of each claim of the truth, with its own mentions as members."""
    entries = sorted(found.retold.entries, key=lambda entry: rank(entry.reading.report))
    people, outlets = People(entries), Outlets(entries)
    edges = derive(entries, people, outlets)
    provenance = Provenance(entries, people, outlets, edges)
    coincidences = Coincidences({entry.id: entry for entry in entries}, edges, people.kept_apart)
    members = members_given(found)
    return {name: origins(given, provenance, people, coincidences) for name, given in members.items()}


def members_given(found: Found) -> dict[str, list[Member]]:
    """Return the members of each claim of the truth: the propositions of its mentions, in the order of time."""
    entries = sorted(found.retold.entries, key=lambda entry: rank(entry.reading.report))
    place = {entry.id: number for number, entry in enumerate(entries)}
    out = {}
    for true in found.retold.dossier.truth.claims:
        affirmed: dict[str, bool] = {}
        said: dict[str, Proposition] = {}
        for each in found.placed:
            if true.id in each.claims and each.proposition is not None:
                said[each.proposition.id] = each.proposition
                affirmed[each.proposition.id] = (
                    affirmed.get(each.proposition.id, False) or not each.stances <= _REFUSING
                )
        out[true.id] = [
            Member(
                proposition=one,
                relation=Relation.SAME if affirmed[name] else Relation.DENIES,
                publisher=entries[place[one.report]].publisher,
                known_from=entries[place[one.report]].known_from,
            )
            for name, one in sorted(
                said.items(), key=lambda item: (place[item[1].report], item[1].spans[0].start, item[0])
            )
        ]
    return out


def _status(found: Found) -> Scored:
    """Score how claims stand."""
    shares: list[Scored] = []
    for true in found.retold.dossier.truth.claims:
        claim = found.standing_for[true.id]
        got = None if claim is None else claim.standing.status
        row: Row = {
            "dossier": found.retold.dossier.name,
            "what": "status",
            "claim": true.id,
            "gist": true.gist,
            "true": true.status,
            "got": got,
            "reasons": () if claim is None else claim.standing.reasons,
        }
        shares.append(Scored({"status": Share(int(got == true.status), 1)}, () if got == true.status else (row,)))
    return together(shares)


def _cycles(found: Found) -> Scored:
    """Score the circles of reports."""
    names, mentioned = found.retold.names, found.mentioned
    true = {frozenset(cycle) for cycle in found.retold.dossier.truth.cycles}
    got = {
        frozenset(names[each] for each in cycle)
        for claim in found.retold.claims
        if claim.id in mentioned
        for cycle in claim.origins.cycles
    }
    row: Row = {
        "dossier": found.retold.dossier.name,
        "what": "cycles",
        "true": sorted(map(sorted, true)),
        "got": sorted(map(sorted, got)),
    }
    shares = {"cycles found": Share(len(true & got), len(true)), "cycles right": Share(len(true & got), len(got))}
    return Scored(shares, () if true == got else (row,))
