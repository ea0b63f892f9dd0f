"""`reportedly search`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from reportedly.cli.search import EXAMPLES, QUERIES
from reportedly.ledger import FILTERS, parse
from tests.cli.asked import BRIDGE, COPY, DENIAL, LATER, STRAIT, ask, ledger, table
from tests.exchange.circumstanced import circumstanced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Statement


def test_statements_are_found_by_their_words(filled: str) -> None:
    """Who says so, what is not plain, the content, and where it stands; an id in the margin."""
    assert table("search", "sold", where=filled) == [
        f"○ An official, unnamed · denies                                        {DENIAL.statements[0].id[:9]}",
        "that the bridge had been sold",
        "Norrpress · 2025-04-01",
    ]
    found = [json.loads(line)["id"] for line in ask("search", "old", "bridge", where=filled).stdout.splitlines()]
    assert sorted(found) == sorted([BRIDGE.statements[0].id, COPY.statements[0].id])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["stance:denies"], [DENIAL.statements[0]]),
        (["unnamed:yes", "after:2025-04", "bridge"], [DENIAL.statements[0]]),
        (["unnamed:yes"], [DENIAL.statements[0], STRAIT.statements[0]]),
        (["certainty:possible"], [STRAIT.statements[0]]),
        (["kind:unnamed-person", "before:2025-05"], [DENIAL.statements[0]]),
        (["country:no", "before:2025-03-05"], [BRIDGE.statements[0]]),
        (["speaker:ferro"], STRAIT.statements[1:]),
        (["stance:declines-comment", "speaker:ferro"], [STRAIT.statements[2]]),
        (['"new bridge"'], [LATER.statements[0]]),
        (['speaker:"odile brandt" publisher:courier'], [COPY.statements[0]]),
        (["near:59.9,10.7,50"], []),
    ],
)
def test_filters_choose(filled: str, asked: list[str], found: Sequence[Statement]) -> None:
    """Without a word the query is a filter; with words both must hold."""
    lines = ask("search", *asked, where=filled).stdout.splitlines()
    assert sorted(json.loads(line)["id"] for line in lines) == sorted(one.id for one in found)


def test_near_a_place_is_a_statement_there(where: str) -> None:
    """A circle leaves out statements that name no place in it."""
    made = circumstanced()
    ledger(where, made, BRIDGE)
    one, place = next((one, each.place) for one in made.statements for each in one.places if each.place)
    lines = ask("search", f"near:{place.lat},{place.lon},1", where=where).stdout.splitlines()
    assert one.id in {json.loads(line)["id"] for line in lines}
    assert {json.loads(line)["report"] for line in lines} == {made.report.id}


def test_reports_are_found_with_the_words_around(filled: str) -> None:
    """A snippet shows where the words stand."""
    lines = table("search", "--reports", "sold", where=filled)
    assert lines == [
        f"https://wire.example/sale                                              {DENIAL.report.id[:9]}",
        "An official denied that the bridge had been sold.",
        "Norrpress · 2025-04-01 · 1 statement",
    ]


def test_nothing_found_is_said(filled: str) -> None:
    """A table says so, lines are none."""
    assert table("search", "submarine", where=filled) == ["No statements."]
    assert table("search", "--reports", "submarine", where=filled) == ["No reports."]
    assert ask("search", "submarine", where=filled).stdout == ""


@pytest.mark.parametrize("asked", ["color:red", "stance:agrees", "near:1,2", "after:yesterday"])
def test_a_filter_that_makes_no_sense_is_refused(filled: str, asked: str) -> None:
    """The message says what would, and the exit code is 2."""
    result = ask("search", asked, where=filled)
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
