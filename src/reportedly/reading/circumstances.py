"""Which of a report's circumstances are a statement's: those that stand in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.values import Passage, Statement


class Worded(Protocol):
    """Whatever was read from some words."""

    @property
    def words(self) -> Passage:
        """The words."""


Circumstance = TypeVar("Circumstance", bound=Worded)


def of_statement(statement: Statement, found: Iterable[Circumstance]) -> tuple[Circumstance, ...]:
    """Return those whose words lie wholly in one piece of a statement's source, cue or content."""
    pieces = [span for part in (statement.source, statement.cue, statement.content) for span in part.spans]
    return tuple(one for one in found if all(any(piece.contains(span) for piece in pieces) for span in one.words.spans))
