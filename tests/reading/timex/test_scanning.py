"""Texts as lexemes, each with what it may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.timex.lexing import lexemes
from reportedly.reading.timex.scanning import BREAK, OTHER, scan
from reportedly.values import Report


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("At 14:00 on 28th May", ["at", "14:00", "on", "28th", "may"]),
        ("5pm, a 12-year", ["5", "pm", ",", "a", "12", "-", "year"]),
        ("in the ’90s (B.C.)", ["in", "the", "'90s", "(", "b.c.", ")"]),
        ("1,200 or 2.5 o’clock", ["1,200", "or", "2.5", "o'clock"]),
        ("2023-05-06T14:00Z 03/04/2023", ["2023-05-06t14:00z", "03/04/2023"]),
    ],
)
def test_lexemes(text: str, lows: list[str]) -> None:
    """Dates and times in figures are one lexeme, numbers and what is glued to them two."""
    assert [low for _, _, low in lexemes(text)] == lows


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("12", {"number", "day", "two"}),
        ("45", {"number", "two"}),
        ("480", {"number"}),
        ("1990", {"number", "year"}),
        ("1900", {"number", "year", "hhmm"}),
        ("90000", {"amount"}),
        ("1,200", {"amount"}),
        ("7.30", {"amount", "pointed"}),
        ("28th", {"nth"}),
        ("1990s", {"decade"}),
        ("1995s", set()),
        ("14:00", {"clock"}),
        ("2023-08-12", {"iso"}),
        ("03/04/2023", {"slashed"}),
        ("May", {"month"}),
        ("may", set()),
        ("second", {"unit", "ordinal"}),
        ("house", set()),
        ("#Friday", set()),
        ("AB2023", set()),
    ],
)
def test_kinds(word: str, kinds: set[str]) -> None:
    """A word or a number is of every kind that it may be, and a piece of some other name of none."""
    assert set(scan(word, ()).lexemes[-1].values) == kinds


def test_phrases_are_one_lexeme() -> None:
    """Of the phrases that begin alike the longest counts."""
    assert [each.low for each in scan("on New Year's Eve, more than a few", ()).lexemes] == [
        "on", "new year's eve", ",", "more than", "a few",
    ]  # fmt: skip


def test_a_break_parts_paragraphs() -> None:
    """No pattern can run from one paragraph into the next."""
    text = "In May\n\n2023 came"
    found = scan(text, Report(text=text).paragraphs)
    assert found.letters[2] == BREAK
    assert found.letters[-1] == OTHER


@given(text=st.text(alphabet=st.sampled_from("07'’s.,:/-– \nMaytheafeb\u0660\u00b2İ")))
def test_any_text_is_scanned(text: str) -> None:
    """Lexemes are in order and apart, each with its letter, and leave out nothing but white space."""
    found = scan(text, Report(text=text).paragraphs)
    assert len(found.lexemes) == len(found.letters)
    end = 0
    for each in found.lexemes:
        assert end <= each.start <= each.end
        assert not text[end : each.start].strip()
        end = each.end
    assert not text[end:].strip()
