"""A report as claims take it."""

from __future__ import annotations

import pytest

from reportedly.claims.entry import Entry
from tests.claims.papers import paper


@pytest.mark.parametrize(
    ("published", "known", "expected", "stated"),
    [
        ("2025-03-01", None, "2025-03-01T00:00:00Z", True),
        ("2025-03-01T08:00Z", "2025-03-01T08:00:00Z", "2025-03-01T08:00:00Z", True),
        (None, "2025-03-05T10:00:00Z", "2025-03-05T10:00:00Z", False),
        (None, None, "", False),
    ],
)
def test_since_when_a_report_was_known(published: str | None, known: str | None, expected: str, stated: bool) -> None:  # noqa: FBT001 - a case's value
    """From when it says that it was published, else from when the ledger says that it came; then nothing is stated."""
    reading = paper("Evening Post", published, "Herring was cheap.")
    entry = Entry.of(reading, known)
    assert (entry.known_from, entry.stated) == (expected, stated)
    assert (entry.id, entry.publisher) == (reading.report.id, "Evening Post")
