"""`reportedly ls`."""

from __future__ import annotations

import json

import pytest

from tests.cli.asked import BRIDGE, COPY, DENIAL, LATER, STRAIT, ask, ledger, table
from tests.exchange.circumstanced import circumstanced


def test_reports_are_listed_the_newest_first(filled: str) -> None:
    """Each with its date, publisher, title, statements and id; versions and copies have their mark."""
    assert table("ls", where=filled) == [
        "date        publisher           report                     statements  id",
        "─" * 80,
        f"undated     unknown             Mines close strait                  3  {STRAIT.report.id[:9]}",
        f"2025-04-01  Norrpress           https://wire.example/sale           1  {DENIAL.report.id[:9]}",
        f"2025-03-06  The Evening Post    Bridge shut · version 2             1  {LATER.report.id[:9]}",
        f"2025-03-05  Valley Courier      Bridge shut · copy of               1  {COPY.report.id[:9]}",
        f"                                {BRIDGE.report.id[:9]}",
        f"2025-03-04  The Evening Post    Bridge shut                         1  {BRIDGE.report.id[:9]}",
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["sold"], [DENIAL]),
        (["publisher:valley"], [COPY]),
        (["stance:denies"], [DENIAL]),
        (["before:2025-03-06", "bridge"], [COPY, BRIDGE]),
        (["unnamed:yes"], [DENIAL, STRAIT]),
        (["speaker:brandt", "after:2025-03-05"], [COPY, LATER]),
        (["country:no", "kind:person", "certainty:stated"], [BRIDGE, COPY, LATER]),
        (["no-such-word"], []),
    ],
)
def test_a_query_chooses(filled: str, asked: list[str], found: list[object]) -> None:
    """Words are searched in texts, filters in statements."""
    lines = ask("ls", *asked, where=filled).stdout.splitlines()
    wanted = {one.report.id for one in (BRIDGE, LATER, COPY, DENIAL, STRAIT) if one in found}
    assert {json.loads(line)["id"] for line in lines} == wanted


def test_near_a_place_is_a_report_with_a_statement_there(where: str) -> None:
    """A circle leaves out reports that name no place in it."""
    made = circumstanced()
    ledger(where, made, BRIDGE)
    place = next(each.place for one in made.statements for each in one.places if each.place)
    near = f"near:{place.lat},{place.lon},1"
    (line,) = ask("ls", near, where=where).stdout.splitlines()
    assert json.loads(line)["id"] == made.report.id
    assert ask("search", "--reports", "near:-89,0,1", where=where).stdout == ""


def test_the_past_can_be_asked(filled: str) -> None:
    """What appeared later, or is not known to have appeared by then, is not there."""
    lines = ask("ls", "--as-of", "2025-03-05", where=filled).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [COPY.report.id, BRIDGE.report.id]


def test_a_limit_holds_in_every_format(filled: str) -> None:
    """A table says how many more there are; the others just end."""
    assert table("ls", "--limit", "2", where=filled)[-1] == "and 3 more reports (--limit 0 shows all)"
    assert len(ask("ls", "-n", "2", where=filled).stdout.splitlines()) == 2
    assert len(ask("ls", "-n", "2", "-f", "csv", where=filled).stdout.splitlines()) == 3
    assert len(json.loads(ask("ls", "-n", "2", "-f", "json", where=filled).stdout)) == 2
    assert ask("ls", "-n", "-1", where=filled).exit_code == 2
