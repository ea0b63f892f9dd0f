"""Which origins bear one another out: two that know by themselves, and whose numbers can both be so."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reportedly.claims.knowing import by_itself
from reportedly.claims.valuing import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportedly.claims.claim import Member, Root, Value
    from reportedly.claims.entry import Entry


def agreeing(
    roots: Iterable[Root], members: Sequence[Member], entries: Mapping[str, Entry]
) -> tuple[Root, Root] | None:
    """Return the first two origins that know a claim by themselves and agree on its value; None where no two do.

    Who gives no number, or of whose numbers over time one is the other's, does not disagree.
    """
    knowing = [root for root in roots if by_itself(root, members, entries)]
    _, found = values(members, entries)
    for one, other in itertools.combinations(knowing, 2):
        ours, theirs = (
            [value for value in found if value.proposition in set(root.propositions)] for root in (one, other)
        )
        if not ours or not theirs or any(_meet(value, their) for value in ours for their in theirs):
            return one, other
    return None


def _meet(one: Value, other: Value) -> bool:
    """Say whether two intervals have a number in common."""
    lows = [value.low for value in (one, other) if value.low is not None]
    highs = [value.high for value in (one, other) if value.high is not None]
    return not lows or not highs or max(lows) <= min(highs)
