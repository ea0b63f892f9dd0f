"""Numbers with their sign, their money and their unit."""

from __future__ import annotations

import pytest

from reportedly.reading.numbers.amounts import Amount, amount
from reportedly.reading.numbers.numerals import numerals


def read(text: str) -> list[Amount]:
    """Return the amounts of a text."""
    return [made for numeral in numerals(text) if (made := amount(text, numeral)) is not None]


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("$40bn", 40e9, "USD"),
        ("€3m", 3e6, "EUR"),
        ("£5", 5, "GBP"),
        ("US $58.24", 58.24, "USD"),
        ("$US55,000", 55_000, "USD"),
        ("A$12", 12, "AUD"),
        ("HK$5.4m", 5.4e6, "HKD"),
        ("$76 US", 76, "USD"),
        ("USD10m", 10e6, "USD"),
        ("Rs 500", 500, "INR"),
        ("RM23.50", 23.5, "MYR"),
        ("PS21,700", 21_700, "GBP"),
        ("Y=590 billion", 590e9, "JPY"),
        ("1,200€", 1_200, "EUR"),
        ("110 JPY", 110, "JPY"),
        ("10.5 million Australian dollars", 10.5e6, "AUD"),
        ("10,000 yuan", 10_000, "CNY"),
        ("5 million pounds", 5e6, "GBP"),
        ("5,000 won", 5_000, "KRW"),
        ("-$5", -5, "USD"),
        ("$-50.8bn", -50.8e9, "USD"),
        ("$3500 a month", 3500, "USD / month"),
        ("$21 per barrel", 21, "USD / oil_barrel"),
        ("63 cents", 63, None),
        ("200p", 200, None),
        ("40 crowns", 40, None),
    ],
)
def test_money(text: str, value: float, code: str | None) -> None:
    """The sign, the code or the name of a currency belongs to the number; without a country there is no code."""
    (made,) = read(text)
    assert (text[made.start : made.end], made.unit, made.cash) == (text, code, True)
    assert made.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("30 km", 30, "kilometer"),
        ("90 km/h", 90, "kilometer / hour"),
        ("50 miles per hour", 50, "mile_per_hour"),
        ("275 pound-feet", 275, "foot * force_pound"),
        ("6.1-inch", 6.1, "inch"),
        ("24.5 cubic feet", 24.5, "foot ** 3"),
        ("20 square miles", 20, "mile ** 2"),
        ("19 per cent", 19, "percent"),
        ("19pc", 19, "percent"),
        ("5 percentage points", 5, "percentage_point"),
        ("60 basis points", 60, "basis_point"),
        ("52,000 barrels a day", 52_000, "oil_barrel / day"),
        ("3 tons per hectare", 3, "ton / hectare"),
        ("37m", 37, "meter"),
        ("minus 40 degrees Celsius", -40, "degree_Celsius"),
        ("-5C", -5, "degree_Celsius"),
        ("half a mile", 0.5, "mile"),
        ("208 pounds", 208, "pound"),
        ("three weeks", 3, "week"),
    ],
)
def test_units(text: str, value: float, unit: str) -> None:
    """A unit belongs to its number, under pint's name for it."""
    (made,) = read(text)
    assert (text[made.start : made.end], made.value, made.unit, made.cash) == (text, value, unit, False)


def test_ages() -> None:
    """A unit of time with "old" is one of age."""
    assert [(made.unit, made.age) for made in read("a 12-year-old, an 18 month-old and 90 years of age")] == [
        ("year", True),
        ("month", True),
        ("year", True),
    ]


@pytest.mark.parametrize("text", ["5G", "V10", "2nd", "1990s", "9AB8", "PS5", "747s"])
def test_letters_make_it_something_else(text: str) -> None:
    """A number with letters that are no unit counts nothing."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 in hospital", None),
        ("two second-half goals", None),
        ("12 won", None),
        ("7 p.m.", None),
        ("12, in metres", None),
        ("5m people", None),
    ],
)
def test_what_is_no_unit(text: str, unit: str | None) -> None:
    """Words that only look like a unit or like money are left alone."""
    made = read(text)[0]
    assert (made.unit, made.cash) == (unit, False)


def test_million_by_its_noun() -> None:
    """A glued "m" is a million before people, and metres before anything else."""
    assert [(made.value, made.unit) for made in read("2m people by a 2m wall")] == [(2e6, None), (2, "meter")]


def test_a_sign_after_a_name_is_that_of_a_change() -> None:
    """A share with a sign behind a name rose or fell by so much."""
    assert [(made.value, made.signed) for made in read("Harbour Index +0.2%, Dry Index -0.3%")] == [
        (0.2, "+"),
        (0.3, "-"),
    ]


def test_money_is_shared_with_what_follows_a_dash() -> None:
    """A letter for a scale behind the second of two numbers is one of money, as the first is."""
    first, second = numerals("£1.5-2m")
    made = amount("£1.5-2m", second, amount("£1.5-2m", first))
    assert made is not None
    assert (made.value, made.unit, made.cash) == (2e6, "GBP", True)


def test_times_and_screens() -> None:
    """A glued "x" is so many times; "4K" is a screen."""
    assert [made.value for made in read("10x faster, a 4K screen, 4x4")] == [10]
