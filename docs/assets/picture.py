"""Draw the terminal of the README: `python docs/assets/picture.py`, whenever the model or the table has changed."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT  # rich offers the template nowhere else
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import reportedly
from reportedly.cli.table import lines

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORT = "examples/port-engineers/8-evening-post-lecturers.md"
COMMAND = f"reportedly read {REPORT}"
PICTURE = HERE / "read.svg"
COLUMNS = 80
MARGIN = 1
"""Columns that stay free on either side, and lines above and below."""

_PAPER, _INK, _MAGENTA = (27, 26, 24), (232, 227, 217), (226, 160, 205)
_COLOURS = [_PAPER, _INK, _INK, _INK, _INK, _MAGENTA, _INK, _INK]  # the eight of a terminal; a table uses no others
THEME = TerminalTheme(_PAPER, _INK, _COLOURS)
FONTS = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
_FETCHED_FONT = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def draw() -> str:
    """Return the picture as SVG: the command, and what it prints."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=COLUMNS + 2 * MARGIN,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
    )
    # The report's own address stands in its head; where the file lies on this machine is shown nowhere.
    reading = reportedly.read(ROOT / REPORT)
    prompt = Text.assemble(("$ ", "dim"), (COMMAND, "bold"))
    for line in (Text(), prompt, Text(), *lines(reading, COLUMNS), Text()):
        console.print(Text(" " * MARGIN) + line)
    return console.export_svg(title="reportedly", theme=THEME, code_format=_template(), unique_id="reportedly")


def _template() -> str:
    """Return rich's template for SVG with fonts that are there, in place of those that it would fetch."""
    kept = _FETCHED_FONT.sub("", CONSOLE_SVG_FORMAT)
    return kept.replace("Fira Code, monospace", FONTS).replace(
        "font-family: arial", "font-family: system-ui, sans-serif"
    )


if __name__ == "__main__":
    PICTURE.write_text(draw() + "\n", encoding="utf-8")
    print(f"wrote {PICTURE.name}")
