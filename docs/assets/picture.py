"""Draw the terminal of the README: `python docs/assets/picture.py`, whenever the model or the table has changed."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT  # rich offers the template nowhere else
from rich.console import Console
from rich.text import Text

import reportedly
from reportedly.cli.table import lines

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORT = "examples/port-engineers/2-sorrenby-courier-retelling.html"
COMMAND = f"reportedly read {REPORT}"
PICTURE = HERE / "read.svg"
COLUMNS = 88
_FETCHED_FONT = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def draw() -> str:
    """Return the picture as SVG: the command, and what it prints."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=COLUMNS,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Text.assemble(("$ ", "dim"), COMMAND))
    console.print()
    reading = reportedly.read(ROOT / REPORT)
    # The page's own address stands in its head; where the file lies on this machine is shown nowhere.
    for line in lines(reading, COLUMNS):
        console.print(line)
    return console.export_svg(title="reportedly", code_format=_without_fetching())


def _without_fetching() -> str:
    """Return rich's template for SVG without the fonts that it would fetch from elsewhere."""
    return _FETCHED_FONT.sub("", CONSOLE_SVG_FORMAT)


if __name__ == "__main__":
    PICTURE.write_text(draw() + "\n", encoding="utf-8")
    print(f"wrote {PICTURE.name}")
