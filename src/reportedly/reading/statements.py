"""Write statements down: their ids, and their order in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import Statement, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.values import MadeBy, Passage, Report


def state(  # noqa: PLR0913 - a statement has so many parts
    report: Report,
    source: Passage,
    cue: Passage,
    content: Passage,
    *,
    parent: str | None,
    confidence: float,
    made_by: MadeBy,
) -> Statement:
    """Write a statement down. Its id is the same wherever the same words of the same report are read."""
    identity = stable_id("s", report.id, source.pairs, cue.pairs, content.pairs)
    return Statement(identity, source, cue, content, parent, confidence, made_by)


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements by where they begin, of those that begin together the longer first; each id once."""
    unique: dict[str, Statement] = {}
    for statement in statements:
        unique.setdefault(statement.id, statement)
    return tuple(sorted(unique.values(), key=_place))


def begins(statement: Statement) -> int:
    """Return where a statement begins."""
    return min(part.spans[0].start for part in (statement.source, statement.cue, statement.content) if part)


def _place(statement: Statement) -> tuple[int, int]:
    """Return where a statement begins and, negative, where it ends."""
    parts = (statement.source, statement.cue, statement.content)
    return begins(statement), -max(part.spans[-1].end for part in parts if part)
