"""`reportedly verify`."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from reportedly.ledger.schema import REPORTS, STATEMENTS
from tests.cli.asked import BRIDGE, ask, harm, ledger, table


def test_a_whole_ledger_is_said_to_be_whole(filled: str) -> None:
    """How much was checked stands below the table, and otherwise on standard error."""
    said = "Checked the texts of 5 reports, the words of 7 statements, and all kept bytes. All is as it was written."
    assert table("verify", where=filled) == [said]
    result = ask("verify", where=filled)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"reportedly: {said}\n")


def test_every_fault_is_named(where: str) -> None:
    """A text that was changed no longer has its digest, nor its statement its words; the exit code is 1."""
    ledger(where)
    harm(where, sa.update(REPORTS).where(REPORTS.c.id == BRIDGE.report.id).values(text="x" + BRIDGE.report.text))
    result = ask("verify", "-f", "table", where=where)
    assert result.exit_code == 1
    first, *_ = result.stdout.splitlines()
    assert first == f"! report {BRIDGE.report.id}: its text is not the one of its digest"
    assert result.stdout.endswith(" faults.\n")
    faults = [json.loads(line) for line in ask("verify", where=where).stdout.splitlines()]
    assert faults[0] == {"what": f"report {BRIDGE.report.id}", "reason": "its text is not the one of its digest"}
    assert len(faults) == 4


@pytest.mark.parametrize("change", [sa.update(STATEMENTS).values(plain=b"\0"), sa.text("DROP TABLE bytes")], ids=str)
def test_what_cannot_even_be_checked_is_a_fault(where: str, change: sa.Executable) -> None:
    """A row that makes no sense, or a table that is not there, ends with 1 and words, never with a traceback."""
    ledger(where)
    harm(where, change)
    result = ask("verify", "-f", "jsonl", where=where)
    assert result.exit_code == 1
    assert json.loads(result.stdout.splitlines()[-1])["reason"]
    assert "All is as it was written" not in result.stderr
