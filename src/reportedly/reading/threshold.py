"""The threshold stage: statements that are less sure than the caller wants are left out, whoever found them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.stage import Proposal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.values import Reading, Statement


class Threshold:
    """Leave out what is less sure."""

    name = "threshold"
    version = "1"
    needs = frozenset({"statements"})
    gives = frozenset({"sure"})

    def __init__(self, least: float) -> None:
        """Take the least confidence of a statement that is kept."""
        self._least = least

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements that are sure enough; one within another that is left out stands where that stood."""
        known = {statement.id: statement for statement in reading.statements}
        kept = [statement for statement in reading.statements if statement.confidence >= self._least]
        return Proposal(statements=tuple(dataclasses.replace(one, parent=self._around(one, known)) for one in kept))

    def _around(self, statement: Statement, known: Mapping[str, Statement]) -> str | None:
        """Return the id of the nearest statement around another that is kept."""
        parent = statement.parent
        while parent is not None and known[parent].confidence < self._least:
            parent = known[parent].parent
        return parent
