"""The statement behind what a report says in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.claims.entry import Entry
    from reportedly.claims.proposition import Proposition
    from reportedly.values import Statement


def told_by(proposition: Proposition, entries: Mapping[str, Entry]) -> Statement | None:
    """Return the statement whose content a proposition is; None where the report says it in its own voice."""
    entry = entries.get(proposition.report)
    if proposition.statement is None or entry is None:
        return None
    return next((one for one in entry.reading.statements if one.id == proposition.statement), None)
