"""`reportedly verify`."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.cli.asked import BRIDGE, ask, ledger, table

if TYPE_CHECKING:
    from pathlib import Path


def test_a_whole_ledger_is_said_to_be_whole(tmp_path: Path) -> None:
    """How much was checked stands below the table, and otherwise on standard error."""
    where = ledger(tmp_path)
    said = "Checked the texts of 5 reports, the words of 7 statements, and all kept bytes. All is as it was written."
    assert table("verify", where=where) == [said]
    result = ask("verify", where=where)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"reportedly: {said}\n")


def test_every_fault_is_named(tmp_path: Path) -> None:
    """A text that was changed no longer has its digest, nor its statement its words; the exit code is 1."""
    where = ledger(tmp_path)
    with sqlite3.connect(where) as connection:
        connection.execute("UPDATE reports SET text = 'x' || text WHERE id = ?", [BRIDGE.report.id])
    result = ask("verify", "-f", "table", where=where)
    assert result.exit_code == 1
    first, *_ = result.stdout.splitlines()
    assert first == f"! report {BRIDGE.report.id}: its text is not the one of its digest"
    assert result.stdout.endswith(" faults.\n")
    faults = [json.loads(line) for line in ask("verify", where=where).stdout.splitlines()]
    assert faults[0] == {"what": f"report {BRIDGE.report.id}", "reason": "its text is not the one of its digest"}
    assert len(faults) == 4


@pytest.mark.parametrize("change", ["UPDATE statements SET plain = x'00'", "DROP TABLE bytes"])
def test_what_cannot_even_be_checked_is_a_fault(tmp_path: Path, change: str) -> None:
    """A row that makes no sense, or a table that is not there, ends with 1 and words, never with a traceback."""
    where = ledger(tmp_path)
    with sqlite3.connect(where) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(change)
    result = ask("verify", "-f", "jsonl", where=where)
    assert result.exit_code == 1
    assert json.loads(result.stdout.splitlines()[-1])["reason"]
    assert "All is as it was written" not in result.stderr
