"""`reportedly stats`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.cli.stats import lines
from reportedly.ledger import Ledger, Stats
from tests.cli.asked import ask, table

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = st.integers(0, 10**9)


def test_counts_say_what_they_count(filled: str) -> None:
    """A table of figures, then what speakers do, then the time that is covered."""
    shown = table("stats", where=filled)
    assert shown[:6] == [
        "What the ledger holds",
        "─" * 48,
        "Reports ······································ 5",
        "  later versions ····························· 1",
        "  copies of another's text ··················· 1",
        "Publishers ··································· 3",
    ]
    assert "  of somebody unnamed (29%) ·················· 2" in shown
    assert "Denies ······································· 1" in shown
    assert shown[-1] == "5 reports, known from 2025-03-04 to 2025-05-01"


def test_an_empty_ledger_has_noughts(tmp_path: Path) -> None:
    """Nothing is not an error."""
    where = str(tmp_path / "empty.sqlite")
    Ledger.open(where, create=True).close()
    shown = table("stats", where=where)
    assert shown[2].endswith(" 0")
    assert not any("%" in line for line in shown)


def test_it_is_one_object(filled: str) -> None:
    """JSON is no array, and CSV is one row."""
    assert json.loads(ask("stats", "-f", "json", where=filled).stdout)["stances"]["denies"] == 1
    header, row = ask("stats", "-f", "csv", where=filled).stdout.splitlines()
    assert header.startswith("reports,versions,copies,publishers,statements,")
    assert row.startswith("5,1,1,3,7,")
    assert json.loads(ask("stats", "--as-of", "2025-03-04", where=filled).stdout)["reports"] == 1


@given(st.lists(COUNTS, min_size=9, max_size=9), st.integers(24, 96))
def test_no_line_is_wider_than_asked(counts: list[int], width: int) -> None:
    """However much a ledger holds."""
    names = [name for name in Stats.__slots__ if name not in {"stances", "first", "last"}]
    made = Stats(
        **dict(zip(names, counts, strict=True)),
        stances={"cannot-confirm": counts[0]},
        first="2025-03-04T00:00:00Z",
        last="2025-05-01T00:00:00Z",
    )
    assert all(cell_len(line.plain) <= width for line in lines(made, width))
