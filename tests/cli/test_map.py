"""`reportedly map`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer
import typer.testing

from reportedly.cli.map import map_
from reportedly.errors import ReportError
from reportedly.exchange.mapping import page
from tests.building import reading

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.cli.conftest import Supply

ONE = reading("Ann said it rained.", [("Ann", "said", "it rained")], title="One")
TWO = reading("Bo said half \ud83d so.", [("Bo", "said", "half \ud83d so")], title="Two")
UNREADABLE = ReportError("article.pdf", "this PDF has no text layer")


def _run(*arguments: str) -> Result:
    """Run the command by itself."""
    app = typer.Typer(rich_markup_mode=None)
    app.command("map")(map_)
    return typer.testing.CliRunner().invoke(app, list(arguments), prog_name="reportedly map")


def test_the_page_is_written_to_the_file(supply: Supply, tmp_path: Path) -> None:
    """All reports are on the page; nothing else is written, and nothing is left beside it."""
    supply.results = [ONE, TWO]
    result = _run("a.txt", "b.txt", "-o", str(tmp_path / "map.html"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / "map.html").read_bytes() == page([ONE, TWO]).encode()
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_a_page_that_is_there_is_written_over(supply: Supply, tmp_path: Path) -> None:
    """A second page takes the place of the first, through a link too."""
    (tmp_path / "map.html").write_text("old", encoding="utf-8")
    (tmp_path / "link.html").symlink_to("map.html")
    supply.results = [ONE]
    assert _run("a.txt", "-o", str(tmp_path / "link.html")).exit_code == 0
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "map.html").read_bytes() == page([ONE]).encode()


def test_the_page_can_go_to_standard_output(supply: Supply) -> None:
    """`-` is standard output, and the page is all that is there."""
    supply.results = [ONE]
    result = _run("a.txt", "--output", "-")
    assert result.stdout_bytes == page([ONE]).encode()


def test_what_cannot_be_read_is_named_and_the_rest_is_mapped(supply: Supply, tmp_path: Path) -> None:
    """An error is one line on standard error; the others are on the page; the exit code is 1."""
    supply.results = [ONE, UNREADABLE]
    result = _run("folder", "-o", str(tmp_path / "map.html"))
    assert result.exit_code == 1
    assert result.stderr == "reportedly: article.pdf: this PDF has no text layer\n"
    assert (tmp_path / "map.html").read_bytes() == page([ONE]).encode()


def test_without_a_reading_an_old_page_stays(supply: Supply, tmp_path: Path) -> None:
    """Where nothing could be read no page is written, and one that is there is left."""
    (tmp_path / "map.html").write_text("old", encoding="utf-8")
    supply.results = [UNREADABLE]
    result = _run("a.pdf", "-o", str(tmp_path / "map.html"))
    assert result.exit_code == 1
    assert "nothing was read, so there is no map" in result.stderr
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == "old"


def test_an_interrupt_leaves_an_old_page(supply: Supply, tmp_path: Path) -> None:
    """Whoever interrupts the reading keeps the page that was there."""
    (tmp_path / "map.html").write_text("old", encoding="utf-8")
    supply.results = [ONE, KeyboardInterrupt()]
    assert _run("a.txt", "-o", str(tmp_path / "map.html")).exit_code == 130
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_what_the_caller_says_is_passed_on(supply: Supply, tmp_path: Path) -> None:
    """Each option reaches the reading; `-` brings standard input with it."""
    given = ["--title", "T", "--publisher", "P", "--url", "U", "--published", "2025-03", "--min-confidence", "0.5"]
    _run("-", *given, "-o", str(tmp_path / "map.html"))
    assert supply.asked.pop("stdin") is not None
    assert callable(supply.asked.pop("skipped"))
    assert supply.asked == {
        "paths": ["-"],
        "title": "T",
        "publisher": "P",
        "url": "U",
        "published": "2025-03",
        "min_confidence": 0.5,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "PATH"),
        (["a.txt"], "--output"),
        (["a.txt", "-o", "."], "is no file to write to"),
        (["a.txt", "-o", ""], "is no file to write to"),
        (["a.txt", "-o", "nowhere/map.html"], "there is no folder 'nowhere'"),
        (["a.txt", "-o", "map.html", "--min-confidence", "1.5"], "1.5 is not a number from 0 to 1"),
        (["a.txt", "-o", "map.html", "--published", "4 March"], "write 2024, 2024-10"),
    ],
)
def test_wrong_use_is_refused_before_reading(supply: Supply, arguments: list[str], said: str) -> None:
    """What makes no sense ends with 2 and is explained; nothing is read or written."""
    supply.results = [ONE]
    result = _run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert supply.asked == {}


def test_a_place_that_cannot_be_written_to_is_said(supply: Supply, tmp_path: Path) -> None:
    """A page that cannot be written ends with 1 and one line."""
    supply.results = [ONE]
    result = _run("a.txt", "-o", str(tmp_path / ("m" * 300)))
    assert result.exit_code == 1
    assert "the page cannot be written" in result.stderr
    assert "Traceback" not in result.stderr
