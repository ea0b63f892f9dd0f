"""What was read in one report."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values.report import Report
    from reportedly.values.statement import Statement


@dataclasses.dataclass(frozen=True, slots=True)
class Caution:
    """Something a reader should know before trusting a reading: a short stable code, and a sentence for people."""

    code: str
    message: str


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """A report with its statements, in the order of the text, and what should be known about the reading."""

    report: Report
    statements: tuple[Statement, ...] = ()
    warnings: tuple[Caution, ...] = ()

    def statement(self, identity: str) -> Statement:
        """Return the statement with this id; KeyError where there is none."""
        for statement in self.statements:
            if statement.id == identity:
                return statement
        raise KeyError(identity)

    def depth(self, statement: Statement) -> int:
        """Return in how many other statements' contents a statement stands (0 for one that stands by itself)."""
        depth = 0
        while statement.parent is not None:
            statement = self.statement(statement.parent)
            depth += 1
        return depth
