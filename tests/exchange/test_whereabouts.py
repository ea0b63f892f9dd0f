"""Where, when and how many in a short line."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given

from reportedly.exchange.whereabouts import (
    MOST,
    called,
    circumstances,
    number,
    shown_place,
    shown_quantity,
    shown_time,
)
from reportedly.values import Bound, Feature, PlaceRole, Reading, TimeRole
from tests.exchange.circumstanced import candidate, circumstanced, place, quantity, when
from tests.strategies import readings


def test_a_statement_in_a_line() -> None:
    """What was read stands in the text's order; where somebody is from and when it was said do not."""
    (statement,) = circumstanced().statements
    assert circumstances(statement) == [
        "≥24 lorries (“Dozens”)",
        "from Bergen, Vestland, NO",
        "to Norway (north)",
        "“Ostravik”",
        "since 2025-08",
    ]


def test_what_an_inner_statement_shows_is_not_shown_twice() -> None:
    """A circumstance stands with the innermost statement whose content holds it."""
    (statement,) = circumstanced().statements
    assert circumstances(statement, [statement]) == []


def test_a_long_line_says_how_much_it_leaves_out() -> None:
    """Only so many are shown, and the rest is counted."""
    (statement,) = circumstanced().statements
    many = tuple(
        dataclasses.replace(statement.places[0], place=candidate(f"Bergen {each}")) for each in range(MOST + 3)
    )
    told = circumstances(dataclasses.replace(statement, places=many, times=(), quantities=()))
    assert len(told) == MOST + 1
    assert told[-1] == "and 3 more"


def test_places_are_called_so_that_they_can_be_told_apart() -> None:
    """A town has its division and country, a region its country, a country only its name."""
    assert called(candidate("Bergen")) == "Bergen, Vestland, NO"
    assert called(candidate("Oslo", admin1="Oslo")) == "Oslo, NO"
    assert called(candidate("Vestland", Feature.ADMIN1, admin1=None)) == "Vestland, NO"
    assert called(candidate("Norway", Feature.COUNTRY)) == "Norway"
    assert called(candidate("North Sea", Feature.WATER, country=None, admin1=None)) == "North Sea"
    assert shown_place(place("Bergen", candidate("Bergen"), PlaceRole.TARGET)) == "target Bergen, Vestland, NO"


@pytest.mark.parametrize(
    ("timex", "edtf", "role", "shown"),
    [
        ("2025-08", "2025-08", None, "2025-08"),
        ("2025-08", "2025-08/..", TimeRole.SINCE, "since 2025-08"),
        ("2025-08", "../2025-08", TimeRole.UNTIL, "until 2025-08"),
        ("P3W", None, TimeRole.LASTING, "“August”"),
        ("PAST_REF", None, None, "“August”"),
    ],
)
def test_times_lie_on_the_calendar(timex: str, edtf: str | None, role: TimeRole | None, shown: str) -> None:
    """A date is shown as EDTF has it, open intervals in words, and anything else as it is worded."""
    assert shown_time(when("August", timex, edtf, role)) == shown


@pytest.mark.parametrize(
    ("bound", "low", "high", "shown"),
    [
        (Bound.EXACTLY, 12, 12, "12 drivers"),
        (Bound.ABOUT, 12, 12, "~12 drivers"),
        (Bound.MORE_THAN, 12000, None, ">12,000 drivers"),
        (Bound.LESS_THAN, None, 12, "<12 drivers"),
        (Bound.BETWEEN, 20, 24.5, "20–24.5 drivers"),
    ],
)
def test_counts_are_intervals(bound: Bound, low: float | None, high: float | None, shown: str) -> None:
    """The sign says what kind of bound it is."""
    value = None if bound is Bound.BETWEEN else low or high
    assert shown_quantity(quantity("At least 12 drivers", low, high, bound, value=value, of="drivers")) == shown


def test_other_quantities_keep_their_wording() -> None:
    """What has a unit is short enough as it stands."""
    assert [shown_quantity(each) for each in circumstanced().quantities][-1] == "20 to 24 hours"


@pytest.mark.parametrize(("value", "shown"), [(12.0, "12"), (1e6, "1,000,000"), (0.5, "0.5"), (-3.0, "-3")])
def test_numbers_have_no_more_places_than_they_need(value: float, shown: str) -> None:
    """Whole numbers are whole, and thousands are set apart."""
    assert number(value) == shown


@given(readings())
def test_any_circumstance_is_one_line(made: Reading) -> None:
    """Whatever a report holds, nothing that is shown breaks a line or steers a terminal."""
    for statement in made.statements:
        for told in circumstances(statement):
            assert told.isprintable() or not any(ord(letter) < 32 for letter in told)
