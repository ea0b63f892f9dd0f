"""Reads the news and keeps the record of who says so.

    import reportedly

    reading = reportedly.read("article.html")
    reading.statements[0].content.text

Everything public is in `__all__`, and is imported when it is first used: `import reportedly` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.errors import BundleError, LedgerError, ReportedlyError, ReportError, RunError, UsageError
    from reportedly.exchange.summary import Summary
    from reportedly.formats import FORMATS, Given
    from reportedly.intake import read, read_sources, read_text
    from reportedly.ledger import Ledger, Retrieval
    from reportedly.values import (
        Answer,
        Backing,
        Bound,
        Candidate,
        Caution,
        Certainty,
        Channel,
        EvidenceKind,
        Feature,
        Finding,
        Headline,
        Hop,
        MadeBy,
        Moment,
        Orientation,
        Passage,
        Place,
        PlaceRole,
        Polarity,
        Predicate,
        Quantity,
        QuantityRole,
        Reading,
        Report,
        Span,
        Speaker,
        SpeakerKind,
        Stance,
        Statement,
        Tally,
        TimeRole,
        TimeType,
        Trend,
        Voice,
        When,
    )

    __version__: str

_HOMES = {
    "reportedly.errors": ("BundleError", "LedgerError", "ReportError", "ReportedlyError", "RunError", "UsageError"),
    "reportedly.exchange.summary": ("Summary",),
    "reportedly.formats": ("FORMATS", "Given"),
    "reportedly.intake": ("read", "read_sources", "read_text"),
    "reportedly.ledger": ("Ledger", "Retrieval"),
    "reportedly.values": (
        "Answer",
        "Backing",
        "Bound",
        "Candidate",
        "Caution",
        "Certainty",
        "Channel",
        "EvidenceKind",
        "Feature",
        "Finding",
        "Headline",
        "Hop",
        "MadeBy",
        "Moment",
        "Orientation",
        "Passage",
        "Place",
        "PlaceRole",
        "Polarity",
        "Predicate",
        "Quantity",
        "QuantityRole",
        "Reading",
        "Report",
        "Span",
        "Speaker",
        "SpeakerKind",
        "Stance",
        "Statement",
        "Tally",
        "TimeRole",
        "TimeType",
        "Trend",
        "Voice",
        "When",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "FORMATS",
    "Answer",
    "Backing",
    "Bound",
    "BundleError",
    "Candidate",
    "Caution",
    "Certainty",
    "Channel",
    "EvidenceKind",
    "Feature",
    "Finding",
    "Given",
    "Headline",
    "Hop",
    "Ledger",
    "LedgerError",
    "MadeBy",
    "Moment",
    "Orientation",
    "Passage",
    "Place",
    "PlaceRole",
    "Polarity",
    "Predicate",
    "Quantity",
    "QuantityRole",
    "Reading",
    "Report",
    "ReportError",
    "ReportedlyError",
    "Retrieval",
    "RunError",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "Summary",
    "Tally",
    "TimeRole",
    "TimeType",
    "Trend",
    "UsageError",
    "Voice",
    "When",
    "__version__",
    "read",
    "read_sources",
    "read_text",
]


if not TYPE_CHECKING:  # else any misspelt name would pass for one

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for."""
        if name == "__version__":
            from importlib.metadata import version  # noqa: PLC0415 - slow to import, and seldom asked for

            value: object = version("reportedly")
        elif name in _HOME:
            value = getattr(importlib.import_module(_HOME[name]), name)
        else:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
