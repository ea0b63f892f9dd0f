"""What joins reports: the same story, the same claim, how each report came by it, and who knows.

    import reportedly
    from reportedly.claims import Book

    with reportedly.Ledger.open("ledger.sqlite") as ledger:
        book = Book(ledger)
        book.catch_up()
        for story, claim in book.claims():
            print(claim.clearest.proposition.text, claim.origins.minimum, claim.origins.maximum)

Everything public is in `__all__`, and is imported when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.claims.book import Book
    from reportedly.claims.claim import (
        Claim,
        Drift,
        DriftKind,
        Grade,
        Member,
        Origins,
        Relation,
        Response,
        Root,
        RootKind,
        Standing,
        Status,
        Story,
        Value,
    )
    from reportedly.claims.edge import Edge, EdgeKind
    from reportedly.claims.proposition import Proposition
    from reportedly.ledger.claim_records import Beat, ClaimPage, ClaimQuery, ClaimRecord

_HOMES = {
    "reportedly.claims.book": ("Book",),
    "reportedly.claims.claim": (
        "Claim",
        "Drift",
        "DriftKind",
        "Grade",
        "Member",
        "Origins",
        "Relation",
        "Response",
        "Root",
        "RootKind",
        "Standing",
        "Status",
        "Story",
        "Value",
    ),
    "reportedly.claims.edge": ("Edge", "EdgeKind"),
    "reportedly.claims.proposition": ("Proposition",),
    "reportedly.ledger.claim_records": ("Beat", "ClaimPage", "ClaimQuery", "ClaimRecord"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Beat",
    "Book",
    "Claim",
    "ClaimPage",
    "ClaimQuery",
    "ClaimRecord",
    "Drift",
    "DriftKind",
    "Edge",
    "EdgeKind",
    "Grade",
    "Member",
    "Origins",
    "Proposition",
    "Relation",
    "Response",
    "Root",
    "RootKind",
    "Standing",
    "Status",
    "Story",
    "Value",
]


if not TYPE_CHECKING:  # else any misspelt name would pass for one

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for: the book brings the model's runtime."""
        if name not in _HOME:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value: object = getattr(importlib.import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
