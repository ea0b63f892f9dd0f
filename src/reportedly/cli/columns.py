"""Rows of cells in columns that fit a terminal; in a narrow one the cells stand in a line below the widest."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.table import QUIET
from reportedly.cli.wrapping import flow, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2
"""Blanks between columns."""

ROOMY = 20
"""Columns that the widest cell must have at least, for the others to stand beside it."""

TALLEST = 3
"""Lines of a cell; longer words are cut off, with a sign."""


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, how wide it is (0: what the others leave), and whether it holds numbers."""

    title: str
    width: int = 0
    numbers: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Columns:
    """Columns, one of which takes what the others leave."""

    columns: tuple[Column, ...]

    def head(self, width: int) -> Iterator[Text]:
        """Give the titles over a rule, or the rule alone where there is no room for columns."""
        if self._left(width) >= ROOMY:
            yield from self._beside([Text(each.title, QUIET) for each in self.columns], width)
        yield Text("─" * width, QUIET)

    def row(self, cells: Sequence[Text], width: int) -> Iterator[Text]:
        """Give the lines of a row."""
        if self._left(width) >= ROOMY:
            yield from self._beside(cells, width)
            return
        pairs = list(zip(self.columns, cells, strict=True))
        yield from itertools.chain(*(_cell(cell, width) for column, cell in pairs if not column.width))
        beside = [
            Text.assemble((f"{column.title} ", QUIET), cell) if column.numbers else cell
            for column, cell in pairs
            if column.width and cell
        ]
        if beside:
            yield from flow(beside, width)

    def _left(self, width: int) -> int:
        """Return how wide the widest column is."""
        return width - sum(each.width for each in self.columns) - GAP * (len(self.columns) - 1)

    def _beside(self, cells: Sequence[Text], width: int) -> Iterator[Text]:
        """Give cells beside one another."""
        widths = [each.width or self._left(width) for each in self.columns]
        wrapped = [_cell(cell, room) for cell, room in zip(cells, widths, strict=True)]
        for pieces in itertools.zip_longest(*wrapped, fillvalue=Text()):
            line = Text()
            for index, (piece, column, room) in enumerate(zip(pieces, self.columns, widths, strict=True)):
                blanks = " " * (room - piece.cell_len)
                line.append(" " * (GAP if index else 0))
                line = Text.assemble(line, *((blanks, piece) if column.numbers else (piece, blanks)))
            line.rstrip()
            yield line


def _cell(text: Text, width: int) -> list[Text]:
    """Return the lines of a cell."""
    lines = list(wrap(text[: width * (TALLEST + 1)] if len(text) > width * (TALLEST + 1) else text, width))
    if len(lines) > TALLEST:
        lines = lines[:TALLEST]
        last = lines[-1]
        last.truncate(width - 2)
        lines[-1] = Text.assemble(last, " …")
    return lines
