"""`reportedly speakers`."""

from __future__ import annotations

import json

from reportedly.ledger import Ledger
from tests.cli.asked import ask, ledger, table
from tests.ledger.told import told


def test_speakers_are_counted_across_reports(filled: str) -> None:
    """Each count says what it counts; who is not named has a sign and a word."""
    assert table("speakers", where=filled)[:8] == [
        "speaker                                          statements  reports  publishers",
        "─" * 80,
        "Odile Brandt                                              3        3           2",
        "  person · NO",
        "Ana Ferro                                                 2        1           0",
        "  person · spokeswoman",
        "○ An official, unnamed                                    1        1           1",
        "  person, unnamed",
    ]


def test_a_name_chooses(filled: str) -> None:
    """Words of a name are enough; signs of patterns are plain signs."""
    (line,) = ask("speakers", "odile", "brandt", where=filled).stdout.splitlines()
    assert json.loads(line)["name"] == "Odile Brandt"
    assert table("speakers", "%", where=filled) == ["No speakers."]


def test_lists_are_joined_in_csv(filled: str) -> None:
    """Names and roles stand in one field."""
    result = ask("speakers", "-f", "csv", "ferro", where=filled)
    header, row = result.stdout.splitlines()
    assert header == "identity,name,kind,country,named,statements,reports,publishers,names,roles"
    assert row.endswith(",Ana Ferro,person,,yes,2,1,0,Ana Ferro,spokeswoman")


def test_the_past_has_fewer(filled: str) -> None:
    """Who spoke later is not there."""
    lines = ask("speakers", "--as-of", "2025-03-04", where=filled).stdout.splitlines()
    assert [(json.loads(line)["name"], json.loads(line)["statements"]) for line in lines] == [("Odile Brandt", 1)]


def test_who_may_be_one_is_suggested(where: str) -> None:
    """A surname alone is set beside the one full name that it may be short for; nothing is joined."""
    ledger(where)
    assert table("speakers", "--suggest", where=where) == ["Nobody seems to be one with another."]
    with Ledger.open(where) as opened:
        opened.writer().add(told("Brandt said no more.", "Brandt", "said", "no more", url="https://other.example/3"))
    (line,) = ask("speakers", "--suggest", where=where).stdout.splitlines()
    assert json.loads(line)["names"] == ["Brandt", "Odile Brandt"]
    lines = table("speakers", "--suggest", where=where)
    assert lines[0] == "Brandt · Odile Brandt"
    assert "surname" in lines[1]
    first, second = (json.loads(line)[key][:9] for key in ("first", "second"))
    assert lines[-1] == f'reportedly join {first} {second} --why "..."'
