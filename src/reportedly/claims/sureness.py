"""How sure words are made to sound, as an order: what a retelling or a headline is compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.telling import told_by
from reportedly.values import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry

_LEVELS = {
    Certainty.STATED: 0,
    Certainty.PREDICTED: 0,
    Certainty.BELIEVED: 1,
    Certainty.SUSPECTED: 2,
    Certainty.POSSIBLE: 3,
    Certainty.CONDITIONAL: 3,
    Certainty.HEARSAY: 4,
    Certainty.DISPUTED: 5,
    Certainty.UNCLEAR: 5,
}
"""From the surest on, as `reading.headline` has them. What will be is no less sure than what is."""


def level(certainty: Certainty) -> int:
    """Return how far a certainty is from the surest; less is surer."""
    return _LEVELS[certainty]


def sureness(member: Member, entries: Mapping[str, Entry]) -> Certainty:
    """Return how sure the words of a member sound.

    The reporter's hedge weakens them. Of a headline that is nobody's statement the reading of the headline tells, and
    a question leaves open what it asks.
    """
    proposition = member.proposition
    statement = told_by(proposition, entries)
    if statement is not None:
        signs = [proposition.certainty, *([statement.hedge.value] if statement.hedge is not None else [])]
        return max(signs, key=level)
    entry = entries.get(proposition.report)
    if not proposition.headline or entry is None:
        return proposition.certainty
    if proposition.text.rstrip().endswith("?"):
        return Certainty.UNCLEAR
    headline = entry.reading.headline
    return headline.certainty if headline is not None else proposition.certainty
