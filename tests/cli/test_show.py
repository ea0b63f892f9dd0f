"""`reportedly show`."""

from __future__ import annotations

import csv
import io
import json

import pytest

from reportedly.cli import explain
from reportedly.cli import table as tables
from reportedly.exchange.json import dumps, encode
from reportedly.exchange.outline import outline
from tests.cli.asked import BRIDGE, LATER, STRAIT, ask, table


@pytest.mark.parametrize("length", [9, 21])
def test_a_report_is_shown_as_it_was_read(filled: str, length: int) -> None:
    """By its id or a beginning of it, in the table and the JSON of `reportedly read`."""
    identity = STRAIT.report.id[:length]
    assert table("show", identity, where=filled) == [line.plain for line in tables.lines(STRAIT, 80)]
    assert ask("show", identity, "-f", "json", where=filled).stdout_bytes == dumps(STRAIT, indent=2) + b"\n"
    assert ask("show", identity, where=filled).stdout_bytes == dumps(STRAIT) + b"\n"


def test_a_statement_is_explained(filled: str) -> None:
    """As `--explain` does; in JSON with its report."""
    entry = outline(STRAIT)[1]
    identity = entry.statement.id
    assert table("show", identity, where=filled) == [line.plain for line in explain.lines(STRAIT, entry, 80)]
    plain = encode(STRAIT)
    expected = {"report": plain["report"], "statement": plain["statements"][1]}
    for form in ("json", "jsonl"):
        assert json.loads(ask("show", identity[:9], "-f", form, where=filled).stdout) == expected


def test_in_csv_a_statement_is_a_row(filled: str) -> None:
    """A report has one for each, a statement only its own, with the columns of `reportedly search`."""
    result = ask("show", STRAIT.report.id, "-f", "csv", where=filled)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["id"] for row in rows] == [one.id for one in STRAIT.statements]
    assert (rows[0]["name"], rows[0]["named"], rows[0]["certainty"]) == ("senior official", "no", "possible")
    one = ask("show", STRAIT.statements[2].id, "-f", "csv", where=filled).stdout
    assert [row["number"] for row in csv.DictReader(io.StringIO(one))] == ["3"]
    searched = ask("search", "x", "-f", "csv", where=filled).stdout.strip().split(",")
    assert list(rows[0]) == [name for name in searched if name != "known_from"]


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("Bridge", "is no id: those of reports begin with r"),
        ("", "is no id"),
        ("r00000", "there is no report 'r00000' in the ledger"),
        ("s00000", "there is no statement 's00000' in the ledger"),
        ("r", "'r' could be several"),
        ("r%", "there is no report"),
    ],
)
def test_what_is_not_there_is_said(filled: str, identity: str, said: str) -> None:
    """No id, an unknown one, or one of several ends with 2."""
    result = ask("show", identity, where=filled)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_past_does_not_show_what_came_later(filled: str) -> None:
    """A report that was not known yet is refused, and so is a statement in it; versions stop at the time."""
    for identity in (LATER.report.id, LATER.statements[0].id):
        result = ask("show", identity, "--as-of", "2025-03-05", where=filled)
        assert result.exit_code == 2
        assert "was not known yet as of 2025-03-05" in result.stderr
    result = ask("show", BRIDGE.report.id, "--as-of", "2025-03-05", "--versions", where=filled)
    assert [json.loads(line)["version"] for line in result.stdout.splitlines()] == [1]


def test_versions_show_what_changed(filled: str) -> None:
    """From either version, words that were taken out and put in stand between signs."""
    shown = table("show", BRIDGE.report.id, "--versions", where=filled)
    assert shown == table("show", LATER.report.id, "--versions", where=filled)
    assert shown == [
        f"version 1 · Bridge shut · 2025-03-04 · {BRIDGE.report.id}",
        "─" * 80,
        "1 statement · nothing before it to compare with",
        "",
        f"version 2 · Bridge shut · 2025-03-06 · {LATER.report.id}",
        "─" * 80,
        "1 statement · 1 worded otherwise",
        "~ Odile Brandt",
        "  the [-old-] {+new+} bridge was shut",
    ]
    rows = list(
        csv.DictReader(io.StringIO(ask("show", LATER.report.id, "--versions", "-f", "csv", where=filled).stdout))
    )
    assert [row["change"] for row in rows] == ["", "changed"]
    assert (rows[1]["before"], rows[1]["after"]) == ("the old bridge was shut", "the new bridge was shut")
