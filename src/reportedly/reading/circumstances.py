"""Which of a report's circumstances are a statement's: those that stand in its words."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Passage, Statement


class Worded(Protocol):
    """Whatever was read from some words."""

    @property
    def words(self) -> Passage:
        """The words."""


Circumstance = TypeVar("Circumstance", bound=Worded)


def of_statement(statement: Statement, found: Sequence[Circumstance]) -> tuple[Circumstance, ...]:
    """Return those whose words lie wholly in pieces of a statement's source, cue or content.

    `found` stands in the order of the text, so that only those between the statement's begin and its end are looked at.
    """
    pieces = [span for part in (statement.source, statement.cue, statement.content) for span in part.spans]
    if not pieces:
        return ()
    first = bisect.bisect_left(found, min(piece.start for piece in pieces), key=_start)
    last = bisect.bisect_left(found, max(piece.end for piece in pieces), first, key=_start)
    return tuple(
        one
        for one in found[first:last]
        if all(any(piece.contains(span) for piece in pieces) for span in one.words.spans)
    )


def _start(one: Worded) -> int:
    """Return where the words begin."""
    return one.words.spans[0].start
