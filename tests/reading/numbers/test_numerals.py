"""Numerals as they are written, in digits, in words and as fractions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.numbers.numeral import Form
from reportedly.reading.numbers.numerals import numerals

SOME = st.sampled_from(
    [
        "twelve",
        "hundred",
        "a",
        "million",
        "and",
        "half",
        "of",
        "one",
        "-",
        " ",
        "third",
        "1,5",
        "0.5",
        "tens",
        "2/3",
        "½",
        "\u00d710",
    ]
)
TEXTS = st.lists(SOME | st.text(max_size=4), max_size=12).map(" ".join) | st.lists(SOME, max_size=12).map("".join)


def read(text: str) -> list[tuple[str, float | None]]:
    """Return the numerals of a text with their values."""
    return [(text[each.start : each.end], each.value) for each in numerals(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twelve", 12),
        ("twenty-five", 25),
        ("Twenty five", 25),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two hundred thousand", 200_000),
        ("nine hundred and ninety-nine thousand nine hundred and ninety-nine", 999_999),
        ("one and a half million", 1_500_000),
        ("two and a half", 2.5),
        ("a dozen", 12),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("10,000", 10_000),
        ("12,34,567", 1_234_567),
        ("10 000", 10_000),
        ("1\u00a0234\u00a0567", 1_234_567),
        ("275.0", 275),
        (".001", 0.001),
        ("1.5 million", 1_500_000),
        ("4 hundred million", 400_000_000),
        ("5-million", 5_000_000),
        ("10k", 10_000),
        ("40bn", 40_000_000_000),
        ("4.3M", 4_300_000),
        ("2½", 2.5),
        ("1.5\u00d710^-3", 0.0015),
        ("1/16", 0.0625),
        ("one-third", 1 / 3),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("nine out of 10", 0.9),
        ("one in three", 1 / 3),
        ("1 in 5", 0.2),
    ],
)
def test_a_number_is_read_as_one(text: str, value: float) -> None:
    """All words of a number belong to it, and its value is that of the words."""
    ((shown, found),) = read(text)
    assert shown == text
    assert found == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one hundred and two hundred", [("one hundred", 100), ("two hundred", 200)]),
        ("between one thousand and two thousand", [("one thousand", 1000), ("two thousand", 2000)]),
        ("twelve thirteen", [("twelve", 12), ("thirteen", 13)]),
        ("a third of it", [("a third", 1 / 3)]),
        ("nearly half", [("half", 0.5)]),
        ("half the town", [("half", 0.5)]),
        ("one in three days", [("one", 1), ("three", 3)]),
        ("two in seven", [("two", 2), ("seven", 7)]),
    ],
)
def test_where_a_number_ends(text: str, expected: list[tuple[str, float]]) -> None:
    """What cannot follow in a number begins another, or is none."""
    assert [shown for shown, _ in read(text)] == [shown for shown, _ in expected]
    assert [value for _, value in read(text)] == pytest.approx([value for _, value in expected])


@pytest.mark.parametrize(
    "text",
    [
        "the second half",
        "half-time",
        "a third man",
        "the third quarter",
        "two quarters of growth"[4:],
        "million",
        "the hundred",
        "12:30",
        "1.2.3",
        "12.05.2024",
        "1" * 40,
        "a handful",
        "few",
        "tens",
        "scores",
        "one_two",
        "someone",
    ],
)
def test_what_is_no_number(text: str) -> None:
    """Ordinals, halves of a game, clock times, versions and bare scales are no numerals."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, None),
        ("hundreds", 200, None),
        ("thousands", 2_000, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("several hundred", 300, None),
        ("several people", 3, None),
        ("a few days", 3, None),
        ("a handful of men", 3, 9),
        ("a couple of hundred", 200, 300),
        ("scores of men", 40, None),
    ],
)
def test_a_vague_number_has_ends_and_no_value(text: str, low: float, high: float | None) -> None:
    """Words that tell no number give an interval, multiplied by the scale behind them."""
    (found,) = numerals(text)
    assert (found.value, found.low, found.high, found.form) == (None, low, high, Form.VAGUE)


@given(TEXTS)
def test_any_text_has_numerals_in_order(text: str) -> None:
    """Whatever the text, its numerals lie in it in order and apart, each with a value or with ends."""
    last = 0
    for each in numerals(text):
        assert last <= each.start < each.end <= len(text)
        assert (each.value is None) == (each.form is Form.VAGUE)
        last = each.end


@pytest.mark.parametrize(
    "text", ["7" * 300_000, "1," * 100_000, "1 " * 100_000, "one and " * 50_000, "a hundred " * 40_000]
)
def test_long_runs_are_read(text: str) -> None:
    """Runs of digits and number words of any length are read through to their end."""
    assert all(each.end <= len(text) for each in numerals(text))
