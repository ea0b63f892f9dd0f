"""Text in lines of so many columns; wide characters count as two, and a word that is too long is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOT = Text("· ", "dim")
"""What a line begins with that goes on with the next of several pieces."""

_RULER = Console(width=80, color_system=None)
"""Only asked how text is wrapped, never printed to."""


def wrap(text: Text, width: int) -> Iterator[Text]:
    """Give text in lines."""
    for line in text.wrap(_RULER, width, overflow="fold"):
        line.rstrip()
        yield line


def hung(lead: Text, text: Text, width: int) -> Iterator[Text]:
    """Give text in lines that hang beside what leads them."""
    for index, line in enumerate(wrap(text, width - lead.cell_len)):
        yield Text.assemble(" " * lead.cell_len if index else lead, line)


def flow(pieces: Sequence[Text], width: int) -> Iterator[Text]:
    """Give pieces in a row with dots between; a line ends between two of them wherever one fits into a line at all."""
    row = Text()
    for index, piece in enumerate(pieces):
        joined = Text.assemble(row, " " if row else "", DOT if index else "", piece)
        if joined.cell_len <= width or not row:
            row = joined
            continue
        yield from wrap(row, width)
        row = Text.assemble(DOT, piece)
    yield from wrap(row, width)
