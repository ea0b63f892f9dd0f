"""The statements of a reading in the order in which people are shown them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Reading, Statement


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its number (from 1), how deep it stands in others' contents, and the number of the next one up.

    `within` is None where `depth` is 0.
    """

    number: int
    depth: int
    within: int | None
    statement: Statement


def outline(reading: Reading) -> list[Entry]:
    """Return every statement once, in the order of the text, each followed by those within its content.

    A statement whose parent is not in the reading stands by itself, and so does the first of a circle of parents.
    """
    known = {statement.id for statement in reading.statements}
    children: dict[str | None, list[Statement]] = {}
    for statement in reading.statements:
        parent = statement.parent if statement.parent in known else None
        children.setdefault(parent, []).append(statement)
    entries: list[Entry] = []
    seen: set[str] = set()
    for root in (*children.get(None, ()), *reading.statements):
        waiting: list[tuple[Statement, int, int | None]] = [(root, 0, None)]
        while waiting:
            statement, depth, within = waiting.pop()
            if statement.id in seen:
                continue
            seen.add(statement.id)
            number = len(entries) + 1
            entries.append(Entry(number, depth, within, statement))
            waiting += [(child, depth + 1, number) for child in reversed(children.get(statement.id, []))]
    return entries
