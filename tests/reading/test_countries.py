"""Countries by their names, people, capitals and seats."""

from __future__ import annotations

import pytest

from reportedly.reading.countries import Calling, called, choose, of_title


@pytest.mark.parametrize(
    ("words", "code", "calling"),
    [
        ("Norway", "NO", Calling.NAME),
        ("the Netherlands", "NL", Calling.NAME),
        ("Norwegians", "NO", Calling.PEOPLE),
        ("Danish", "DK", Calling.PEOPLE),
        ("Oslo", "NO", Calling.CAPITAL),
        ("OSLO", "NO", Calling.CAPITAL),
        ("the Kremlin", "RU", Calling.SEAT),
        ("Bergen", "NO", Calling.PLACE),
        ("Tories", "GB", Calling.TELLS),
    ],
)
def test_words_call_a_country(words: str, code: str, calling: Calling) -> None:
    """A country is known by all that news calls it or its people, and by who or what stands for it."""
    assert called(words) == ((code, calling),)


@pytest.mark.parametrize("words", ["norway", "turkey", "us", "Lessa", "", "NOR"])
def test_other_words_call_none(words: str) -> None:
    """Small letters, unknown places and abbreviations call no country."""
    assert called(words) == ()


def test_a_name_of_two_countries_is_the_one_named_more_often() -> None:
    """Where words call several countries, the report's other names choose; without any it is the first listed."""
    either = called("Georgia")
    assert {country.code for country in either} == {"GE", "US"}
    assert choose(either, {"US": 3, "GE": 1}) == ("US", Calling.PLACE)
    assert choose(either, {}) == ("GE", Calling.NAME)
    assert choose((), {"US": 3}) is None


def test_titles_of_one_country() -> None:
    """An office that one state alone calls so tells the country."""
    assert of_title("home secretary") == "GB"
    assert of_title("prime minister") is None
