"""What all questions have in common."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from reportedly.cli.asking import moment, query, view
from reportedly.errors import LedgerError, UsageError
from tests.cli.asked import ask, harm, ledger, table

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [["ls"], ["show", "r1"], ["search", "x"], ["speakers"], ["stats"], ["verify"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("name", ["none.sqlite", "x" * 300, "."])
def test_without_a_ledger_nothing_can_be_asked(tmp_path: Path, command: list[str], name: str) -> None:
    """One line says so, the exit code is 1, and nothing is made."""
    result = ask(*command, where=str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("reportedly: the ledger ")
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_environment_can_say_which(filled: str) -> None:
    """Without an option the variable counts."""
    result = ask("stats", "-f", "jsonl", REPORTEDLY_LEDGER=filled)
    assert result.exit_code == 0
    assert '"reports":5' in result.stdout


@pytest.mark.parametrize("date", ["4 March", "", "2025-02-30", "2025-3", "0001-01-01T00:00+01:00x", "today"])
def test_what_is_no_date_is_refused(tmp_path: Path, date: str) -> None:
    """The message says how dates are written, and the exit code is 2."""
    result = ask("ls", "--as-of", date, where=ledger(str(tmp_path / "ledger.sqlite")))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no date; write 2025, 2025-03, 2025-03-04 or 2025-03-04T14:00Z" in result.stderr


def test_a_date_is_as_wide_as_it_is_stated() -> None:
    """A time is taken as it is written, and none is none."""
    assert moment(None) is None
    assert str(moment(" 2025-03 ")) == "2025-03"


def test_words_of_the_command_line_are_one_query() -> None:
    """It makes no difference where the shell parted them; none ask nothing."""
    assert query(["bridge", "stance:denies"]) == query(["bridge stance:denies"])
    assert query([]) is query(None) is query([" "]) is None
    with pytest.raises(UsageError, match="there is no filter 'x'"):
        query(["x:y"])


def test_a_database_that_fails_halfway_is_the_ledgers_fault(where: str) -> None:
    """What the database says becomes one line, with the ledger's place."""
    ledger(where)
    harm(where, sa.text("DROP TABLE places"))
    with pytest.raises(LedgerError, match="places"), view(where) as known:
        known.stats()
    result = ask("stats", where=where)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "places" in result.stderr
    assert result.stderr.count("\n") == 1


def test_asking_writes_nothing(tmp_path: Path) -> None:
    """A ledger that may not be written to answers, and stays as it was."""
    where = ledger(str(tmp_path / "ledger.sqlite"))
    before = (tmp_path / "ledger.sqlite").read_bytes()
    os.chmod(where, 0o400)  # noqa: PTH101 - as the name is given
    assert len(table("ls", where=where)) > 2
    assert (tmp_path / "ledger.sqlite").read_bytes() == before


def test_colours_only_where_they_are_shown(filled: str) -> None:
    """Without a terminal a table is plain."""
    for command in (["ls"], ["search", "bridge"], ["speakers"], ["stats"], ["verify"]):
        assert "\x1b" not in "\n".join(table(*command, where=filled))
