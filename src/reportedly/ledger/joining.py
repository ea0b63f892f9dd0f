"""Which speakers are one, and which are not, by what people decided; and which may be one, as a suggestion."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from reportedly.ledger.identities import folded
from reportedly.ledger.schema import JUDGEMENTS, SPEAKERS
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

JOIN, APART = "join", "apart"
"""The keys of a decision about two speakers: its subject is one, the value the other."""
MOST = 5000
"""Speakers among whom suggestions are looked for, those with the most reports first."""


@dataclasses.dataclass(frozen=True, slots=True)
class Suggestion:
    """Two speakers who may be one, and why; nothing is joined before somebody says so."""

    first: str
    second: str
    names: tuple[str, str]
    reason: str


def joined(connection: Connection) -> dict[str, str]:
    """Return for every speaker that was joined with others the one that stands for all of them."""
    leader: dict[str, str] = {}

    def find(one: str) -> str:
        """Return who stands for a speaker."""
        while leader.get(one, one) != one:
            one = leader[one]
        return one

    for subject, other in _decided(connection, JOIN):
        first, second = sorted((find(subject), find(other)))
        leader[second] = first
        leader.setdefault(first, first)
    return {one: find(one) for one in leader}


def suggestions(connection: Connection) -> Iterator[Suggestion]:
    """Yield pairs of speakers who may be one: a surname alone beside one full name that ends with it, in one country.

    Pairs that somebody joined or kept apart are not suggested again.
    """
    columns = SPEAKERS.c
    name, country = sa.func.max(columns.name), sa.func.max(columns.country)
    asked = (
        sa.select(columns.identity, name.label("name"), country.label("country"))
        .where(columns.kind == SpeakerKind.PERSON.value, columns.named == 1, columns.name.is_not(None))
        .group_by(columns.identity)
        .order_by(sa.func.count().desc(), columns.identity)
        .limit(MOST)
    )
    found = connection.execute(asked).all()
    decided = {frozenset(pair) for key in (JOIN, APART) for pair in _decided(connection, key)}
    full: dict[str, list[Any]] = {}
    for row in found:
        words = folded(row.name).split()
        if len(words) > 1:
            full.setdefault(words[-1], []).append(row)
    for row in found:
        words = folded(row.name).split()
        others = full.get(words[0], []) if len(words) == 1 else []
        if len(others) != 1 or frozenset((row.identity, others[0].identity)) in decided:
            continue
        (other,) = others
        if row.country and other.country and row.country != other.country:
            continue
        reason = f"{row.name!r} alone is the surname of one person only, {other.name!r}"
        yield Suggestion(row.identity, other.identity, (row.name, other.name), reason)


def _decided(connection: Connection, key: str) -> list[tuple[str, str]]:
    """Return the pairs of a sort of decision that nobody took back."""
    columns = JUDGEMENTS.c
    asked = sa.select(columns.id, columns.subject, columns.decision, columns.undoes).order_by(columns.key)
    every = connection.execute(asked).all()
    undone = {row.undoes for row in every if row.undoes}
    return [
        (row.subject, other)
        for row in every
        if row.id not in undone and isinstance(other := json.loads(row.decision).get(key), str)
    ]
