"""What is kept of how claims are made, over SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger import Ledger
from tests.ledger.told import bridge

if TYPE_CHECKING:
    from pathlib import Path

PACKED = bytes(range(256))


def test_vectors_come_back_as_they_were(ledger: Ledger) -> None:
    """To whoever made them; what is made anew by another takes their place."""
    report = ledger.writer().add(bridge()).report
    workings = ledger.workings()
    assert workings.vectors(report, "one") is None
    workings.keep_vectors(report, "one", PACKED)
    assert workings.vectors(report, "one") == PACKED
    workings.keep_vectors(report, "other", b"")
    assert workings.vectors(report, "one") is None
    assert workings.vectors(report, "other") == b""


def test_claims_are_found_by_their_ids(ledger: Ledger) -> None:
    """By how an id begins, in order and no more than asked for; signs of patterns mean themselves."""
    report = ledger.writer().add(bridge()).report
    workings = ledger.workings()
    workings.keep_claims([("cab", "p1", report), ("ca", "p2", report), ("cb", "p3", report)])
    assert workings.claims("ca", 9) == [("ca", "p2", report), ("cab", "p1", report)]
    assert workings.claims("c", 2) == [("ca", "p2", report), ("cab", "p1", report)]
    assert workings.claims("c_", 9) == []
    assert workings.claims("%", 9) == []


def test_a_claim_is_kept_once(ledger: Ledger) -> None:
    """Told again, it stays as it was."""
    report = ledger.writer().add(bridge()).report
    for _ in range(2):
        ledger.workings().keep_claims([("c1", "p1", report)])
    assert ledger.workings().claims("c1", 9) == [("c1", "p1", report)]


def test_who_only_reads_keeps_nothing(tmp_path: Path) -> None:
    """The error names the ledger; keeping no claims writes nothing."""
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, create=True) as ledger:
        report = ledger.writer().add(bridge()).report
    with Ledger.open(path, read_only=True) as ledger:
        ledger.workings().keep_claims([])
        with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
            ledger.workings().keep_claims([("c1", "p1", report)])
        with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
            ledger.workings().keep_vectors(report, "one", PACKED)
