"""`reportedly claims`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from reportedly.exchange.claims import encode_claim
from tests.cli.claimed import CLAIM, STORY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.claimed import Shelf
    from tests.cli.conftest import Run


def test_a_claim_is_its_clearest_words_how_it_stands_and_who_has_it(claim_table: Callable[..., list[str]]) -> None:
    """The words stand in a report; each count says what it counts."""
    assert claim_table("claims") == [
        f"“at least 12 people died when the ferry Sorrel went down off Lessa”    {CLAIM.id[:9]}",
        "contested · 9 reports · 8 publishers · 2 to 4 origins",
        "first seen 2025-03-04 09:10 UTC · last change 2025-03-06",
    ]


def test_a_narrow_terminal_has_it_all(claim_table: Callable[..., list[str]]) -> None:
    """Lines end between two parts."""
    assert claim_table("claims", columns=50) == [
        f"“at least 12 people died when the ferry  {CLAIM.id[:9]}",
        "Sorrel went down off Lessa”",
        "contested · 9 reports · 8 publishers",
        "· 2 to 4 origins",
        "first seen 2025-03-04 09:10 UTC",
        "· last change 2025-03-06",
    ]


def test_where_nothing_is_claimed_a_line_says_so(claim_table: Callable[..., list[str]], shelf: Shelf) -> None:
    """An empty answer is no error."""
    shelf.held = ()
    assert claim_table("claims") == ["No claims."]


def test_a_query_and_a_time_reach_the_book(run: Run, told_in: str, shelf: Shelf) -> None:
    """What is asked is parsed as `search` parses it, and the reports that came since are joined first."""
    result = run("claims", "ferry", "stance:denies", "--as-of", "2025-03-05", "--ledger", told_in)
    assert result.exit_code == 0
    assert "phrases=('ferry',)" in str(shelf.asked["query"])
    assert (str(shelf.asked["as_of"]), shelf.asked["caught_up"]) == ("2025-03-05", True)


def test_lines_of_json_are_the_contract(run: Run, told_in: str, shelf: Shelf) -> None:
    """Without a terminal each claim is a line, and laid out they are an array."""
    assert shelf.held
    (line,) = run("claims", "--ledger", told_in).stdout.splitlines()
    assert json.loads(line) == encode_claim(STORY, CLAIM)
    assert json.loads(run("claims", "-f", "json", "--ledger", told_in).stdout) == [encode_claim(STORY, CLAIM)]


def test_csv_has_a_row_a_claim(run: Run, told_in: str, shelf: Shelf) -> None:
    """Counts have a column each."""
    assert shelf.held
    (row,) = csv.DictReader(run("claims", "-f", "csv", "--ledger", told_in).stdout.splitlines())
    assert row["id"] == CLAIM.id
    assert [row[key] for key in ("reports", "publishers", "origins_min", "origins_max")] == ["9", "8", "2", "4"]
    assert [row[key] for key in ("status", "about", "grade")] == ["contested", "people", "C3"]


def test_a_limit_holds_in_every_format(run: Run, told_in: str, shelf: Shelf) -> None:
    """A table says that there are more, without making them; the others just end."""
    shelf.held = (STORY, STORY, STORY)
    shown = run("claims", "-n", "1", "-f", "table", "--ledger", told_in, COLUMNS="80").stdout
    assert shown.endswith("and more claims (--limit 0 shows all)\n")
    assert len(run("claims", "-n", "2", "--ledger", told_in).stdout.splitlines()) == 2
    assert len(run("claims", "-n", "2", "-f", "csv", "--ledger", told_in).stdout.splitlines()) == 3


COMMANDS = [
    ["claims"],
    ["trace", "c1"],
    ["compare", "c1"],
    ["derivation"],
    ["grade", "c1"],
    ["join", "c1", "c2", "--why", "x"],
    ["split", "c1", "c2", "--why", "x"],
    ["undo", "j1", "--why", "x"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_without_a_ledger_nothing_can_be_asked(run: Run, told_in: str, shelf: Shelf, command: list[str]) -> None:
    """One line says so, and the exit code is 1."""
    result = run(*command, "--ledger", told_in + "x")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no ledger" in result.stderr
    assert shelf.asked == {}


@pytest.mark.parametrize("command", ["trace", "compare", "grade"])
def test_what_is_no_claim_is_refused(run: Run, told_in: str, shelf: Shelf, command: str) -> None:
    """The exit code is 2, and nothing but the reason is told."""
    assert shelf.held
    result = run(command, "cffff", "--ledger", told_in)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "reportedly: there is no claim 'cffff' in the ledger\n"
