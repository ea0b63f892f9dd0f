"""Records as tables, JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import dataclasses
import io
import itertools
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from reportedly.cli.answers import MOST_COUNTED, SHOWN, STEERING, Layout, answer, answer_one, cell, encoded
from reportedly.cli.asking import AnswerFormat
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclasses.dataclass(frozen=True, slots=True)
class Ship:
    """A record."""

    name: str
    tons: int = 0
    flags: tuple[str, ...] = ()
    afloat: bool | None = None


LAYOUT: Layout[Ship] = Layout(noun="ship", row=lambda ship, _: [Text(ship.name)], nothing="No ships.")


def written(ships: Iterable[Ship], form: AnswerFormat | None, limit: int | None = None) -> str:
    """Return what is written of some records."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    answer(ships, Ship.__slots__, LAYOUT, form=form, stdout=out, limit=limit)
    out.flush()
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


FLEET = [Ship("Aurora", 12, ("NO", "SE"), afloat=True), Ship("=Bel\n la", 7), Ship("Cor", afloat=False)]


def test_json_is_an_array_and_json_lines_are_lines() -> None:
    """Both hold the same values, by the names of the fields; without a terminal there are lines."""
    whole = json.loads(written(FLEET, AnswerFormat.JSON))
    lines = [json.loads(line) for line in written(FLEET, None).splitlines()]
    assert whole == lines
    assert lines[0] == {"name": "Aurora", "tons": 12, "flags": ["NO", "SE"], "afloat": True}
    assert json.loads(written([], AnswerFormat.JSON)) == []
    assert written([], AnswerFormat.JSONL) == ""


def test_csv_has_one_header_and_a_row_each() -> None:
    """Lists are joined, truth is yes or no, nothing is empty, and a formula is harmless."""
    assert list(csv.reader(io.StringIO(written(FLEET, AnswerFormat.CSV)))) == [
        ["name", "tons", "flags", "afloat"],
        ["Aurora", "12", "NO; SE", "yes"],
        ["'=Bel la", "7", "", ""],
        ["Cor", "0", "", "no"],
    ]
    assert written([], AnswerFormat.CSV) == "name,tons,flags,afloat\r\n"


@given(TEXTS | st.sampled_from(["=1+1", " \t=1", "\n-1", "@x", "＝1"]))  # noqa: RUF001 - the wide sign is meant
def test_no_field_is_a_formula_or_steers(text: str) -> None:
    """Whatever the words are, a field is one line of UTF-8 that a spreadsheet shows as it is."""
    made = cell(text)
    assert not made.startswith(STEERING)
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in made)
    assert made.encode().decode() == made
    assert cell(("x", text)).startswith("x;")


@pytest.mark.parametrize(
    ("value", "field"), [(None, ""), (-3, "-3"), (0.5, "0.5"), ({"denies": 2, "asserts": 1}, "denies 2; asserts 1")]
)
def test_numbers_stay_numbers(value: object, field: str) -> None:
    """A number is no text, so that one below zero has no apostrophe."""
    assert cell(value) == field


@given(TEXTS)
def test_any_text_comes_back_from_json(text: str) -> None:
    """Lone surrogates too, which UTF-8 has no bytes for."""
    for indent in (None, 2):
        assert json.loads(encoded(Ship(text), indent=indent))["name"] == text


def test_a_table_says_how_many_more_there_are() -> None:
    """Fifty are shown where nobody says otherwise, and 0 is all."""
    ships = [Ship(f"ship {number}") for number in range(SHOWN + 2)]
    lines = written(ships, AnswerFormat.TABLE).splitlines()
    assert len(lines) == SHOWN + 2
    assert lines[-2:] == ["", "and 2 more ships (--limit 0 shows all)"]
    assert written(ships[:2], AnswerFormat.TABLE, 1).splitlines()[-1] == "and 1 more ship (--limit 0 shows all)"
    assert len(written(ships, AnswerFormat.TABLE, 0).splitlines()) == SHOWN + 2
    assert len(written(ships[:SHOWN], AnswerFormat.TABLE).splitlines()) == SHOWN
    assert len(written(ships, AnswerFormat.JSONL).splitlines()) == SHOWN + 2
    assert len(written(ships, AnswerFormat.JSONL, 3).splitlines()) == 3


def test_what_has_no_end_is_not_counted_to_it() -> None:
    """Beyond some thousands a table only says that there are more."""
    endless = (Ship(str(number)) for number in itertools.count())
    last = written(endless, AnswerFormat.TABLE, 2).splitlines()[-1]
    assert last == f"and more than {MOST_COUNTED:,} more ships (--limit 0 shows all)"


def test_nothing_is_said_to_be_nothing() -> None:
    """A table without a record has words in it."""
    assert written([], AnswerFormat.TABLE) == "No ships.\n"


@pytest.mark.parametrize("form", list(AnswerFormat))
def test_records_are_written_as_they_come(form: AnswerFormat) -> None:
    """Each is written before the next but one is asked for, and a source that is not used up is closed."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    seen: list[bool] = []
    closed: list[bool] = []

    def source() -> Iterator[Ship]:
        try:
            yield Ship("first")
            yield Ship("second")
            seen.append(b"first" in buffer.getvalue())
            yield Ship("third")
        finally:
            closed.append(True)

    answer(source(), Ship.__slots__, LAYOUT, form=form, stdout=out, limit=3)
    assert (seen, closed) == ([True], [True])


@pytest.mark.parametrize("form", list(AnswerFormat))
def test_a_single_record_is_no_list(form: AnswerFormat) -> None:
    """JSON is an object then, CSV a row under its header, and a table what its lines say."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    answer_one(FLEET[0], lambda width: [Text(f"{width} columns")], form=form, stdout=out)
    out.flush()
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    said = buffer.getvalue().decode()
    match form:
        case AnswerFormat.TABLE:
            assert said.endswith(" columns\n")
        case AnswerFormat.CSV:
            assert said.splitlines() == ["name,tons,flags,afloat", "Aurora,12,NO; SE,yes"]
        case _:
            assert json.loads(said)["tons"] == 12
