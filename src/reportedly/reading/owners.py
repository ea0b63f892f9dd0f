"""Whose the words at a place of a report are: which statements have them in their source, cue or content."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, NamedTuple

from reportedly.values import Along

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportedly.values import Span, Statement


class _Piece(NamedTuple):
    """A piece [start, end) of a part of a statement."""

    start: int
    end: int
    statement: Statement


class Owners:
    """The statements of one report, found by their places."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Take statements."""
        self._sources = Along(_pieces((one, one.source.spans) for one in statements))
        self._cues = Along(_pieces((one, one.cue.spans) for one in statements))
        self._contents = Along(_pieces((one, one.content.spans) for one in statements))
        self._inside: collections.defaultdict[str, set[str]] = collections.defaultdict(set)
        for one in statements:
            if one.parent is not None:
                self._inside[one.parent].add(one.id)

    def of_source(self, start: int, end: int) -> list[Statement]:
        """Return those whose source shares words with [start, end), that of the longest first."""
        return _statements(self._sources, start, end)

    def of_cue(self, start: int, end: int) -> list[Statement]:
        """Return those whose cue shares words with [start, end), those that stand in no other one first."""
        return sorted(_statements(self._cues, start, end), key=lambda one: one.parent is not None)

    def of_content(self, start: int, end: int) -> list[Statement]:
        """Return those whose content shares words with [start, end)."""
        return _statements(self._contents, start, end)

    def around(self, start: int, end: int) -> Statement | None:
        """Return the one with the shortest piece of content that holds [start, end)."""
        holding = [piece for piece in self._contents.touching(start, end) if piece.start <= start and end <= piece.end]
        return min(holding, key=lambda piece: piece.end - piece.start).statement if holding else None

    def touching(self, span: Span) -> list[Statement]:
        """Return those of which any part shares words with a span."""
        parts = (self._sources, self._cues, self._contents)
        return list({one.id: one for part in parts for one in _statements(part, span.start, span.end)}.values())

    def contained(self, span: Span) -> list[Statement]:
        """Return those that stand within a span with all their parts."""
        return [one for one in self.touching(span) if _contains(span, one)]

    def all_contained(self, span: Span) -> bool:
        """Say whether all that share words with a span stand within it."""
        return all(_contains(span, one) for one in self.touching(span))

    def inside(self, statement: Statement) -> set[str]:
        """Return the ids of those that stand in a statement's content."""
        return self._inside.get(statement.id, set())


def _contains(span: Span, one: Statement) -> bool:
    """Say whether all parts of a statement stand within a span."""
    return all(span.contains(each) for part in (one.source, one.cue, one.content) for each in part.spans)


def _pieces(parts: Iterable[tuple[Statement, Sequence[Span]]]) -> list[_Piece]:
    """Return the pieces of some parts."""
    return [_Piece(span.start, span.end, one) for one, spans in parts for span in spans]


def _statements(pieces: Along[_Piece], start: int, end: int) -> list[Statement]:
    """Return the statements of the pieces that share words with [start, end), each once."""
    return list({piece.statement.id: piece.statement for piece in pieces.touching(start, end)}.values())
