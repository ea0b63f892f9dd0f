"""What the map page shows, as plain values."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.exchange.mapped import FEATURES, ROLES, mapped
from reportedly.values import Feature, Moment, PlaceRole, Reading
from tests.building import reading
from tests.exchange.located import anywhere, cable, elsewhere, located, north


def test_a_place_that_many_name_stands_once() -> None:
    """Riga is one place with two statements; a place that is not known has no number."""
    made = mapped([cable()])
    names = [place["name"] for place in made["places"]]
    assert names == ["Gotland", "Riga", "Baltic Sea", "Gdańsk", "Jūrmala"]
    riga = names.index("Riga")
    assert [each["number"] for each in made["statements"] if riga in [at["place"] for at in each["at"]]] == [1, 5]
    assert made["statements"][5]["at"] == [{"place": None, "words": "Lessa", "part": "", "role": ""}]


def test_a_place_is_a_point_an_outline_or_a_circle() -> None:
    """A city has no ring, a country has the code of its outline, everything but a city has a circle."""
    places = {place["name"]: place for place in mapped(located())["places"]}
    assert places["Riga"]["ring"] is None
    assert places["Norway"]["outline"] == "NO"
    assert len(places["Norway"]["ring"]) > 32
    assert [name for name, place in places.items() if place["outline"]] == ["Norway", "Finland", "Fiji"]
    assert (places["Lapland"]["sort"], places["Lapland"]["in"]) == ("state or province", "FI")


def test_the_days_are_those_stated_else_said_else_published() -> None:
    """The times in a statement go before the time when it was said, and that before the report's."""
    made = mapped(located())["statements"]
    days = {(each["report"], each["number"]): (each["basis"], each["days"]) for each in made}
    assert days[(0, 1)] == ("stated", [["2025-03-02", "2025-03-02"]])
    assert days[(0, 3)] == ("stated", [[None, "2025-03-02"]])
    assert days[(0, 4)] == ("published", [["2025-03-04", "2025-03-04"]])
    assert days[(1, 1)] == ("stated", [["2025-06-01", None]])
    assert days[(1, 2)] == ("said", [["2025-03-01", "2025-03-01"]])
    assert days[(2, 1)] == (None, [])


def test_who_and_what_is_not_plain_is_said_as_everywhere() -> None:
    """The pieces of a line are those of the table and of the page of readings."""
    official = mapped([cable()])["statements"][1]
    assert official["who"] == [["unnamed", "○ "], ["name", "senior official"], ["about", ", "], ["unnamed", "unnamed"]]
    assert official["facts"] == [["certainty", "possible"], ["evidence", "rests on imagery"]]


def test_a_report_has_its_head_and_the_places_of_its_own_voice() -> None:
    """Title, publisher, date, address, and what it names in no statement; only web addresses are links."""
    first, second, _ = mapped(located())["reports"]
    assert first == {
        "title": "Cable to Gotland damaged",
        "publisher": "The Strait Observer",
        "published": "2025-03-04 08:30 UTC",
        "id": "",
        "url": "https://observer.example/cable",
        "bare": ["Ventspils"],
    }
    assert second["bare"] == ["Tromsø"]
    (odd,) = mapped([reading("Ann left.", url="javascript:alert(1)")])["reports"]
    assert odd["url"] is None


def test_every_sort_and_role_of_a_place_has_words() -> None:
    """What can be read can be shown."""
    assert set(FEATURES) == set(Feature)
    assert set(ROLES) == set(PlaceRole)


def test_times_that_are_none_of_the_calendar_are_passed_over() -> None:
    """A statement whose times have no days is dated by its report, and has their words nevertheless."""
    made = north()
    time = dataclasses.replace(made.times[0], edtf=None)
    first = dataclasses.replace(made.statements[0], times=(time,), said_at=None)
    (shown, *_) = mapped([dataclasses.replace(made, statements=(first,))])["statements"]
    assert (shown["basis"], shown["times"]) == ("published", ["from June"])
    undated = dataclasses.replace(elsewhere().report, published=Moment("2025-03"))
    (shown, *_) = mapped([dataclasses.replace(elsewhere(), report=undated)])["statements"]
    assert shown["days"] == [["2025-03-01", "2025-03-31"]]


@given(st.lists(anywhere(), max_size=2))
@settings(max_examples=100)
def test_any_reading_can_be_shown(made: list[Reading]) -> None:
    """Every statement is there once, in the order of its report, and what it shows can be encoded."""
    shown = mapped(made)
    assert sorted(each["id"] for each in shown["statements"]) == sorted(s.id for one in made for s in one.statements)
    numbers = [at["place"] for each in shown["statements"] for at in each["at"] if at["place"] is not None]
    assert set(numbers) == set(range(len(shown["places"])))
    repr(shown).encode()
    assert all("\ud83d" not in repr(each) for each in shown["statements"])
