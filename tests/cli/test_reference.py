"""The reference page of the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer.main

from reportedly.cli.app import app
from reportedly.cli.exits import MEANINGS, Ending
from reportedly.cli.read import Format
from reportedly.cli.reference import helps, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest


def test_the_page_is_what_help_says(root: Path, golden: Callable[[Path, str], None]) -> None:
    """docs/reference/cli.md is the page that the program makes of its own help."""
    golden(root / "docs" / "reference" / "cli.md", page())


def test_the_help_is_the_same_however_wide_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page does not depend on who makes it."""
    made = page()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERMINAL_WIDTH", "40")
    assert page() == made


def _parameters() -> Iterator[tuple[str, Any]]:
    """Give each parameter of each command."""
    root: Any = typer.main.get_command(app)
    for name, command in (
        ("reportedly", root),
        *((f"reportedly {key}", value) for key, value in root.commands.items()),
    ):
        for parameter in command.params:
            yield name, parameter


def test_every_command_and_option_is_documented() -> None:
    """Each command has its section, and each of its options and arguments stands there with words about it."""
    sections = dict(helps())
    seen = 0
    for name, parameter in _parameters():
        assert parameter.help, parameter.name
        label = parameter.opts[-1] if parameter.param_type_name == "option" else parameter.metavar
        assert label in sections[name]
        seen += 1
    assert seen == 109
    assert all(f"## `{name}`" in page() for name in sections)


def test_every_exit_code_and_format_is_documented() -> None:
    """Each exit code has a row, each format its paragraph."""
    rows = dict(re.findall(r"^\| (\d+) \| (.+) \|$", page(), flags=re.MULTILINE))
    assert rows == {str(int(ending)): MEANINGS[ending] for ending in Ending}
    for format_ in Format:
        assert f"- **`{format_}`**" in page()
