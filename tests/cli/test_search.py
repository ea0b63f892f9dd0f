"""`reportedly search`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from reportedly.cli.search import EXAMPLES, QUERIES
from reportedly.ledger import FILTERS, parse
from tests.cli.asked import BRIDGE, COPY, DENIAL, LATER, ask, ledger, table

if TYPE_CHECKING:
    from pathlib import Path


def test_statements_are_found_by_their_words(tmp_path: Path) -> None:
    """Who says so, what is not plain, the content, and where it stands; an id in the margin."""
    where = ledger(tmp_path)
    assert table("search", "sold", where=where) == [
        f"○ An official, unnamed · denies                                        {DENIAL.statements[0].id[:9]}",
        "that the bridge had been sold",
        "Norrpress · 2025-04-01",
    ]
    found = [json.loads(line)["id"] for line in ask("search", "old", "bridge", where=where).stdout.splitlines()]
    assert sorted(found) == sorted([BRIDGE.statements[0].id, COPY.statements[0].id])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["stance:denies"], [DENIAL]),
        (["unnamed:yes", "after:2025-04", "bridge"], [DENIAL]),
        (['"new bridge"'], [LATER]),
        (['speaker:"odile brandt" publisher:courier'], [COPY]),
    ],
)
def test_filters_choose(tmp_path: Path, asked: list[str], found: list[object]) -> None:
    """Without a word the query is a filter; with words both must hold."""
    lines = ask("search", *asked, where=ledger(tmp_path)).stdout.splitlines()
    wanted = [one.statements[0].id for one in (BRIDGE, LATER, COPY, DENIAL) if one in found]
    assert [json.loads(line)["id"] for line in lines if "official," not in line] == wanted


def test_reports_are_found_with_the_words_around(tmp_path: Path) -> None:
    """A snippet shows where the words stand."""
    lines = table("search", "--reports", "sold", where=ledger(tmp_path))
    assert lines == [
        f"https://wire.example/sale                                              {DENIAL.report.id[:9]}",
        "An official denied that the bridge had been sold.",
        "Norrpress · 2025-04-01 · 1 statement",
    ]


def test_nothing_found_is_said(tmp_path: Path) -> None:
    """A table says so, lines are none."""
    where = ledger(tmp_path)
    assert table("search", "submarine", where=where) == ["No statements."]
    assert table("search", "--reports", "submarine", where=where) == ["No reports."]
    assert ask("search", "submarine", where=where).stdout == ""


@pytest.mark.parametrize("asked", ["color:red", "stance:agrees", "near:1,2", "after:yesterday"])
def test_a_filter_that_makes_no_sense_is_refused(tmp_path: Path, asked: str) -> None:
    """The message says what would, and the exit code is 2."""
    result = ask("search", asked, where=ledger(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("reportedly: ")


def test_the_help_has_every_filter_with_an_example() -> None:
    """The examples are queries that can be asked, one for each filter, and each has its words."""
    assert list(EXAMPLES) == list(FILTERS)
    shown = re.sub(r"\s+|(?<=-)\n\s+", "", ask("search", "--help", COLUMNS="200").stdout)
    for name, example in EXAMPLES.items():
        assert parse(example) != parse("")
        assert example.replace(" ", "") + FILTERS[name].replace(" ", "") in shown
    for asked in QUERIES:
        assert parse(asked.strip("'")) != parse("")
