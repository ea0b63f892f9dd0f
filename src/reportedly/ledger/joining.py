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
    """Return for every speaker that was joined with others the one that stands for all of them.

    A later decision on a pair goes before an earlier one; who is one by way of a third stays so.
    """
    leader: dict[str, str] = {}

    def find(one: str) -> str:
        """Return who stands for a speaker."""
        while leader.get(one, one) != one:
            one = leader[one]
        return one

    for pair in _decided(connection, JOIN):
        first, second = sorted(map(find, pair))
        leader[second] = first
        leader.setdefault(first, first)
    return {one: find(one) for one in leader}


def kept_apart(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return the pairs of speakers of whom it was decided that they are two, each in order."""
    return frozenset(_decided(connection, APART))


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
    """Return the pairs, each in order, of whom the last decision that nobody took back is of a sort."""
    columns = JUDGEMENTS.c
    asked = sa.select(columns.id, columns.subject, columns.decision, columns.undoes).order_by(columns.key)
    every = connection.execute(asked).all()
    undone = {row.undoes for row in every if row.undoes}
    last: dict[tuple[str, str], str] = {}
    for row in every:
        if row.id in undone:
            continue
        for sort, other in json.loads(row.decision).items():
            if sort in {JOIN, APART} and isinstance(other, str):
                first, second = sorted((row.subject, other))
                last[first, second] = sort
    return [pair for pair, sort in last.items() if sort == key]
