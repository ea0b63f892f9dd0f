"""Reports are called by their title, or by where they came from."""

from __future__ import annotations

import pytest

from reportedly.exchange.heading import NAMELESS, identity, name, place, when
from reportedly.values import Moment, Report


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"title": "Bridge\nshut", "path": "a.txt"}, ("Bridge shut", "a.txt", "")),
        ({"title": "Bridge shut", "path": "a.jsonl", "external_id": "7"}, ("Bridge shut", "a.jsonl", "id 7")),
        ({"title": "It", "path": "a.txt", "url": "https://b.example/"}, ("It", "https://b.example/", "")),
        ({"path": "a.jsonl", "external_id": "7"}, ("a.jsonl", "", "id 7")),
        ({"path": "a.txt", "url": "https://b.example/"}, ("a.txt", "https://b.example/", "")),
        ({"url": "https://b.example/"}, ("https://b.example/", "", "")),
        ({"external_id": "7"}, ("7", "", "")),
        ({}, (NAMELESS, "", "")),
        ({"title": "\x1b[2J", "path": "a\x07.txt", "external_id": "\x00"}, ("␛[2J", "a␇.txt", "id ␀")),
    ],
)
def test_a_report_is_called_and_placed(said: dict[str, str], shown: tuple[str, str, str]) -> None:
    """Nothing is said twice, and nothing steers the terminal."""
    report = Report(text="It is shut.", **said)  # type: ignore[arg-type] # all of these are strings
    assert (name(report), place(report), identity(report)) == shown


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2025", "2025"),
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T14:00", "2025-03-04 14:00"),
        ("2025-03-04T14:00:30Z", "2025-03-04 14:00:30 UTC"),
        ("2025-03-04T14:00+01:00", "2025-03-04 14:00 +01:00"),
        ("2025-03-04T14:00-05:30", "2025-03-04 14:00 -05:30"),
    ],
)
def test_a_moment_is_shown_as_precisely_as_it_is(edtf: str, shown: str) -> None:
    """Date, time and zone stand apart, and none is added."""
    assert when(Moment(edtf)) == shown
