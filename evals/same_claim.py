"""Score whether mentions of one claim are joined, and whether look-alikes are kept apart."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

from evals.share import Scored, Share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evals.retold import Found, Placed
    from evals.share import Row


def same_claim(found: Found) -> Scored:
    """Return B-cubed of the mentions (Bagga and Baldwin 1998), the mentions found, and the look-alikes joined.

    `same claim precision` is the average over mentions of the share of those joined with it that mention a claim that
    it mentions; `same claim recall` that of the share of those that mention its claim that are joined with it. A
    mention in no claim is alone. `look-alikes joined` are the pairs to be kept apart for which some claim has mentions
    of both; a proposition that itself holds mentions of both joins nothing.
    """
    joined = {number: found.claim_of(each) for number, each in enumerate(found.placed)}
    clusters = [claim.id if (claim := joined[number]) is not None else str(number) for number in joined]
    precision, recall = b_cubed([each.claims for each in found.placed], clusters)
    pairs = list(found.retold.dossier.truth.apart)
    by_claim: dict[str, list[Placed]] = collections.defaultdict(list)
    for each, claim in zip(found.placed, joined.values(), strict=True):
        if claim is not None:
            by_claim[claim.id].append(each)
    wrong: list[Row] = []
    for one, other, why in pairs:
        claims = [claim for claim, placed in by_claim.items() if _both(placed, one, other)]
        if claims:
            wrong.append(_row(found, "look-alikes joined", pair=[one, other], why=why, claims=claims))
    return Scored(
        {
            "same claim precision": precision,
            "same claim recall": recall,
            "mentions found": Share(sum(claim is not None for claim in joined.values()), len(joined)),
            "look-alikes joined": Share(len(wrong), len(pairs)),
        },
        (*wrong, *_split(found, by_claim)),
    )


def b_cubed(gold: Sequence[frozenset[str]], clusters: Sequence[str]) -> tuple[Share, Share]:
    """Return precision and recall; each item has one cluster, and one true class or several."""
    numbers = range(len(gold))
    precision = recall = 0.0
    for one in numbers:
        together = [other for other in numbers if clusters[other] == clusters[one]]
        alike = [other for other in numbers if gold[other] & gold[one]]
        right = sum(1 for other in together if gold[other] & gold[one])
        precision += right / len(together)
        recall += right / len(alike)
    return Share(precision, len(gold)), Share(recall, len(gold))


def _both(placed: Sequence[Placed], one: str, other: str) -> bool:
    """Say whether some propositions mention one claim only, and others the other only."""
    said: dict[str, set[str]] = collections.defaultdict(set)
    for each in placed:
        if each.proposition is not None:
            said[each.proposition.id] |= each.claims & {one, other}
    return {one} in said.values() and {other} in said.values()


def _split(found: Found, by_claim: Mapping[str, Sequence[Placed]]) -> list[Row]:
    """Return a row for each claim that is in several pieces, lost in part, or together with others."""
    out = []
    members = {claim.id: claim for claim in found.retold.claims}
    inside = {each for placed in by_claim.values() for each in placed}
    for true in found.retold.dossier.truth.claims:
        pieces = {
            claim: [[each.report, each.words] for each in placed if true.id in each.claims]
            for claim, placed in by_claim.items()
            if any(true.id in each.claims for each in placed)
        }
        lost = [[each.report, each.words] for each in found.placed if true.id in each.claims and each not in inside]
        others = {
            claim: [
                [*sorted(each.claims), each.report, each.words]
                for each in by_claim[claim]
                if true.id not in each.claims
            ]
            for claim in pieces
        }
        if len(pieces) != 1 or lost or any(others.values()):
            texts = {claim: [each.proposition.text for each in members[claim].members] for claim in pieces}
            row = _row(found, "same claim", claim=true.id, gist=true.gist, pieces=pieces, lost=lost)
            out.append({**row, "others": others, "members": texts})
    return out


def _row(found: Found, what: str, **values: object) -> Row:
    """Return a row of differences."""
    return {"dossier": found.retold.dossier.name, "what": what, **values}
