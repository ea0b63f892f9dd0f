"""Text in lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from reportedly.cli.wrapping import flow, hung
from tests.strategies import TEXTS


def _flow(pieces: list[str], width: int) -> list[str]:
    """Return the lines without their styles."""
    return [line.plain for line in flow([Text(piece) for piece in pieces], width)]


def test_a_line_ends_between_pieces_where_it_can() -> None:
    """The next line begins with the dot; a piece that is too long for any line is broken within."""
    assert _flow(["Ana Ferro", "denies", "in a statement"], 40) == ["Ana Ferro · denies · in a statement"]
    assert _flow(["Ana Ferro", "denies", "in a statement"], 20) == ["Ana Ferro · denies", "· in a statement"]
    assert _flow(["Ana Ferro", "in a long statement"], 12) == ["Ana Ferro", "· in a long", "statement"]


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4), st.integers(4, 60))
def test_no_line_is_wider_than_asked(pieces: list[str], width: int) -> None:
    """Whatever the pieces hold, their lines fit."""
    shown = [" ".join(piece.split()) for piece in pieces]
    assert all(line.cell_len <= width for line in flow([Text(piece) for piece in shown], width))


def test_lines_hang_beside_what_leads_them() -> None:
    """From the second line on there are blanks in the place of the lead."""
    assert [line.plain for line in hung(Text("! "), Text("a b"), 3)] == ["! a", "  b"]
