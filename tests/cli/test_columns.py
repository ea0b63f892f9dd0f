"""Cells in columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from reportedly.cli.columns import Column, Columns
from reportedly.exchange.visible import one_line
from tests.strategies import TEXTS

SHIPS = Columns((Column("date", 10), Column("ship"), Column("tons", 6, numbers=True)))


def plain(cells: list[str], width: int) -> list[str]:
    """Return the lines of a row without colours."""
    return [line.plain for line in SHIPS.row([Text(each) for each in cells], width)]


def test_cells_stand_side_by_side() -> None:
    """Words begin at the left, numbers end at the right, and long words go on below."""
    assert [line.plain for line in SHIPS.head(44)] == ["date        ship" + " " * 24 + "tons", "─" * 44]
    assert plain(["2025-03-04", "Aurora", "1,200"], 44) == ["2025-03-04  Aurora" + " " * 21 + "1,200"]
    assert plain(["undated", "Aurora of the Northern Lights and more", "7"], 44) == [
        "undated     Aurora of the Northern" + " " * 9 + "7",
        "            Lights and more",
    ]


def test_words_without_an_end_are_cut_with_a_sign() -> None:
    """A cell has three lines at most."""
    lines = plain(["", "word " * 100, ""], 44)
    assert len(lines) == 3
    assert lines[-1].endswith(" …")


def test_in_a_narrow_window_cells_stand_below() -> None:
    """The widest comes first; numbers have their title beside them."""
    assert [line.plain for line in SHIPS.head(24)] == ["─" * 24]
    assert plain(["2025-03-04", "Aurora", "1,200"], 24) == ["Aurora", "2025-03-04 · tons 1,200"]
    assert plain(["", "Aurora", ""], 24) == ["Aurora"]


@given(st.lists(TEXTS.map(one_line), min_size=3, max_size=3), st.integers(24, 100))
def test_no_row_is_wider_than_asked(cells: list[str], width: int) -> None:
    """Whatever the words are, wide ones too."""
    short = [cells[0][:5], cells[1], "12"]
    assert all(cell_len(line) <= width for line in plain(short, width))
