"""Readings in lines for people."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from reportedly.cli.table import NARROWEST, WIDEST, lines
from reportedly.values import Moment, Reading
from tests.building import reading
from tests.exchange.circumstanced import circumstanced
from tests.strait import strait
from tests.strategies import readings

if TYPE_CHECKING:
    import pytest

TEXT = (
    "Two boats stayed up, the coastguard said. The captain reportedly told a friend that the pilot had warned him of "
    "fog. “It was late,” Bo Lund said. “Very late.”"
)
READING = reading(
    TEXT,
    [
        ("the coastguard", ("said", 0), "Two boats stayed up"),
        (None, "reportedly", ["The captain", "told a friend that the pilot had warned him of fog"]),
        ("The captain", "told", "that the pilot had warned him of fog", 1),
        ("the pilot", "warned", "of fog", 2),
        ("Bo Lund", ("said", 1), ["“It was late,”", "“Very late.”"]),
    ],
    confidence=0.874,
    title="Ferry kept two boats up",
    publisher="The Strait Observer",
    byline="Ines Calder",
    published=Moment("2025-03-04"),
    path="ferry.txt",
)


def _plain(made: Reading, width: int = 80) -> list[str]:
    """Return the lines without colours."""
    return [line.plain for line in lines(made, width)]


def test_a_report_in_eighty_columns() -> None:
    """The head, the counts, then each statement with its number, its cue and confidence in the margin, its content."""
    assert _plain(READING) == [
        "Ferry kept two boats up",
        "The Strait Observer · 2025-03-04 · Ines Calder",
        "ferry.txt",
        "5 statements",
        "─" * 80,
        "1  the coastguard                                                      said  .87",
        "   Two boats stayed up",
        "",
        "2  — no source                                                   reportedly  .87",
        "   The captain … told a friend that the pilot had warned him of fog",
        "3  │ The captain                                                       told  .87",
        "   │ that the pilot had warned him of fog",
        "4  │ │ the pilot                                                     warned  .87",
        "   │ │ of fog",
        "",
        "5  Bo Lund                                                             said  .87",
        "   “It was late,” … “Very late.”",
    ]


def test_a_report_in_forty_columns() -> None:
    """In a narrow window the cue follows the speaker, and the confidence stays at the right."""
    assert _plain(READING, 40)[:17] == [
        "Ferry kept two boats up",
        "The Strait Observer · 2025-03-04 · Ines",
        "Calder",
        "ferry.txt",
        "5 statements",
        "─" * 40,
        "1  the coastguard · said             .87",
        "   Two boats stayed up",
        "",
        "2  — no source · reportedly          .87",
        "   The captain … told a friend that the",
        "   pilot had warned him of fog",
        "3  │ The captain · told              .87",
        "   │ that the pilot had warned him of",
        "   │ fog",
        "4  │ │ the pilot · warned            .87",
        "   │ │ of fog",
    ]


def test_what_is_not_plain_stands_behind_the_speaker() -> None:
    """The unnamed have a sign and a word; then stance, certainty, hops, evidence, what is answered; first the sum."""
    assert _plain(strait()) == [
        "Mines close strait",
        "with reporting from Norrpress",
        "3 statements · 2 speakers, 1 unnamed · 2 unanswered · 10% bare",
        "! The headline sounds surer than the body: stated, where statement 1 is",
        "  possible.",
        "─" * 80,
        "1  ○ senior official, unnamed · possible · told Evening Post           told  .90",
        "   · rests on imagery",
        "   mines may have closed the strait",
        "",
        "2  Ana Ferro, spokeswoman, ministry · cannot confirm      could not confirm  .90",
        "   · answers 1",
        "   it",
        "",
        "3  Ana Ferro, spokeswoman, ministry · declines to comment                    .90",
        "   · declined to comment on anything else",
    ]


@given(readings(), st.integers(0, 200))
@settings(max_examples=150)
def test_no_line_is_wider_than_asked_and_none_steers(made: Reading, width: int) -> None:
    """Whatever a reading holds, lines fit, wide characters included, and no control character is in them."""
    for line in lines(made, width):
        assert cell_len(line.plain) <= max(NARROWEST, min(width, WIDEST))
        assert line.plain.isprintable() or not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in line.plain)
        assert not set(line.plain) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
        line.plain.encode()


@given(readings())
def test_every_word_of_a_statement_is_shown(made: Reading) -> None:
    """Wrapping drops nothing but blanks: the content's words stand in the table in their order."""
    from reportedly.exchange.outline import outline
    from reportedly.exchange.visible import one_line

    shown = "".join("".join(_plain(made)).replace("│", "").split())
    for entry in outline(made):
        words = "".join(one_line(entry.statement.content.text).replace("│", "").split())
        assert words in shown


def _coloured(made: Reading, **console: object) -> str:
    """Return what a terminal is sent."""
    file = io.StringIO()
    terminal = Console(file=file, width=80, highlight=False, markup=False, emoji=False, **console)  # type: ignore[arg-type] # any of its options
    for line in lines(made, 80):
        terminal.print(line, soft_wrap=True)
    return file.getvalue()


def test_styles_are_few_and_none_is_a_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bold names, an accent for what deviates, a dim margin; content and ground stay as the terminal has them."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    sent = _coloured(READING, force_terminal=True, color_system="standard")
    assert "\x1b[1mthe coastguard\x1b[0m" in sent
    assert "\x1b[2;3msaid\x1b[0m" in sent
    assert "   Two boats stayed up\n" in sent
    assert "\x1b[3m— \x1b[0m\x1b[3mno source\x1b[0m" in sent
    sent += _coloured(strait(), force_terminal=True, color_system="standard")
    assert "\x1b[35mcannot confirm\x1b[0m" in sent
    assert set(re.findall(r"\x1b\[([\d;]*)m", sent)) == {"0", "1", "2", "3", "2;3", "35", "1;35"}


def test_escape_sequences_of_a_report_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report's own escape sequences reach no terminal: their escape character is a picture."""
    monkeypatch.setenv("NO_COLOR", "1")
    text = "\x1b]0;owned\x07Ann\x1b[2J said \u202eno\u202c\x00."
    made = reading(text, [("Ann\x1b[2J", "said", "\u202eno\u202c\x00")], title=text, publisher=text, path=text)
    sent = _coloured(made)
    assert "\x1b" not in sent
    assert "\x07" not in sent
    assert "\x00" not in sent
    assert "1  Ann␛[2J  " in sent
    assert "⟨U+202E⟩no⟨U+202C⟩␀" in sent


def test_square_brackets_are_words() -> None:
    """What looks like markup for the terminal is shown as it stands."""
    made = reading("Ann said [bold]no[/bold] :smile: [link=x].", [("Ann", "said", "[bold]no[/bold] :smile: [link=x]")])
    assert "[bold]no[/bold] :smile: [link=x]" in _coloured(made, force_terminal=True)


def test_wide_characters_count_as_two() -> None:
    """Chinese words wrap by the columns that they take."""
    made = reading("张伟说" + "船沉了" * 20, [("张伟", "说", "船沉了" * 20)])
    content = _plain(made, 40)[-4:]
    assert [cell_len(line) for line in content] == [39, 39, 39, 15]


def test_line_ends_in_a_statement_are_blanks() -> None:
    """A statement over two lines of the report is shown without the line end."""
    made = reading("Ann said it\r\n  rained.", [("Ann", "said", "it\r\n  rained")])
    assert _plain(made)[-1] == "   it rained"


def test_nothing_found_is_said() -> None:
    """A report without statements, and without a title, says both."""
    assert _plain(reading("It rained.")) == ["Untitled report", "No statements found"]


def test_a_statement_without_content_is_shown() -> None:
    """Someone who declined to comment has a source and a cue, and no empty line."""
    made = reading("Ann declined to comment.", [("Ann", "declined to comment", None)])
    assert _plain(made)[-1].split() == ["1", "Ann", "declined", "to", "comment", ".90"]


def test_warnings_stand_under_the_head() -> None:
    """What should be known about a reading is said before its statements, marked otherwise than by colour."""
    made = reading("Ann said so.", [("Ann", "said", "so")], warnings=[("language", "The engine knows English. " * 4)])
    shown = _plain(made)
    assert shown[1].startswith("! The engine")
    assert shown[2].startswith("  ")
    assert shown[3] == "1 statement"


def test_where_when_and_how_many_stand_below_the_content() -> None:
    """A statement's circumstances are a line of their own, and no statement without them has one."""
    shown = _plain(circumstanced())
    assert shown[-4:] == [
        "   Dozens of lorries left Bergen for the north of Norway and Ostravik since",
        "   August",
        "   ≥24 lorries (“Dozens”) · from Bergen, Vestland, NO · to Norway (north)",
        "   · “Ostravik” · since 2025-08",
    ]
