"""The packaged gazetteer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import reportedly.gazetteer
from reportedly.gazetteer import Gazetteer, NameKind, Record, distances_km, packaged
from reportedly.values import Feature

LARGEST = 25_000_000
"""Bytes of the file at most."""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Open the packaged gazetteer."""
    return packaged()


def first(gazetteer: Gazetteer, name: str, feature: Feature) -> Record:
    """Return the place of a sort that a name means, the one with the most inhabitants."""
    found = gazetteer.find(name)
    assert found is not None
    records = [gazetteer.record(place) for place in found.places.tolist()]
    return max((one for one in records if one.feature is feature), key=lambda one: one.population)


def test_the_file_is_small() -> None:
    """The file stays within what a package may carry."""
    assert (Path(reportedly.gazetteer.__file__).parent / "places.bin").stat().st_size < LARGEST


@pytest.mark.parametrize(
    ("name", "feature", "middle", "country"),
    [
        ("Norway", Feature.COUNTRY, (62, 10), "NO"),
        ("Norwegians", Feature.COUNTRY, (62, 10), "NO"),
        ("U.S.", Feature.COUNTRY, (39.8, -98.5), "US"),
        ("Scottish", Feature.ADMIN1, (56.8, -4), "GB"),
        ("Kherson Oblast", Feature.ADMIN1, (46.7, 33.4), "UA"),
        ("Kursk Oblast", Feature.ADMIN1, (51.7, 36.2), "RU"),
        ("B.C.", Feature.ADMIN1, (54, -125), "CA"),
        ("Calif.", Feature.ADMIN1, (37.3, -119.8), "US"),
        ("Orange County", Feature.ADMIN2, (33.7, -117.8), "US"),
        ("Oslo", Feature.CITY, (59.9, 10.7), "NO"),
        ("Kiev", Feature.CITY, (50.5, 30.5), "UA"),
        ("Black Sea", Feature.WATER, (43, 34), None),
        ("Donbas", Feature.REGION, (48, 38), "UA"),
        ("Middle East", Feature.REGION, (29, 42), None),
        ("Kuril Islands", Feature.ISLAND, (47, 151), "RU"),
        ("Alps", Feature.MOUNTAINS, (46.5, 10), None),
        ("African", Feature.CONTINENT, (7, 21), None),
    ],
)
def test_news_names_are_there(
    gazetteer: Gazetteer, name: str, feature: Feature, middle: tuple[float, float], country: str | None
) -> None:
    """Names, people, abbreviations, waters and regions lead to about where they are."""
    found = first(gazetteer, name, feature)
    away = distances_km(np.array([found.lat]), np.array([found.lon]), *np.array(middle)[:, None])
    assert away[0, 0] < 350
    assert found.country == country


def test_a_region_is_never_a_pin(gazetteer: Gazetteer) -> None:
    """Whatever is no town has an extent of kilometres."""
    towns = gazetteer.feature == gazetteer.features.index(Feature.CITY)
    assert (gazetteer.extent > 0).all()
    assert (gazetteer.extent[gazetteer.feature == gazetteer.features.index(Feature.ADMIN1)] >= 5).all()
    assert gazetteer.extent[towns].max() <= 40


def test_places_lie_on_the_earth_and_in_their_divisions(gazetteer: Gazetteer) -> None:
    """Degrees are degrees, and a place's division is a division of its country."""
    assert (np.abs(gazetteer.lat) <= 90).all()
    assert (np.abs(gazetteer.lon) <= 180).all()
    inside = gazetteer.admin1 >= 0
    above = gazetteer.admin1[inside]
    assert (gazetteer.feature[above] == gazetteer.features.index(Feature.ADMIN1)).all()
    assert (gazetteer.country[above] == gazetteer.country[inside]).all()


def test_how_a_name_calls_a_place(gazetteer: Gazetteer) -> None:
    """Names, people and short names are told apart."""
    kinds = {}
    for name in ("Norway", "Norwegian", "Kherson"):
        found = gazetteer.find(name)
        assert found is not None
        features = [gazetteer.features[each] for each in gazetteer.feature[found.places].tolist()]
        kinds[name] = {(each, NameKind(kind)) for each, kind in zip(features, found.kinds.tolist(), strict=True)}
    assert (Feature.COUNTRY, NameKind.MAIN) in kinds["Norway"]
    assert (Feature.COUNTRY, NameKind.PEOPLE) in kinds["Norwegian"]
    assert {(Feature.ADMIN1, NameKind.SHORT), (Feature.CITY, NameKind.MAIN)} <= kinds["Kherson"]


@pytest.mark.parametrize("name", ["", " ", "Qwertzuiop-on-Sea", "\x00", "🛳️"])
def test_other_words_lead_nowhere(gazetteer: Gazetteer, name: str) -> None:
    """What is no name has no place."""
    assert gazetteer.find(name) is None


def test_a_name_of_many_places_keeps_the_largest(gazetteer: Gazetteer) -> None:
    """A name that hundreds of places bear gives the greatest of them."""
    found = gazetteer.find("San Antonio")
    assert found is not None
    assert len(found.places) <= 120
    assert first(gazetteer, "San Antonio", Feature.CITY).country == "US"


def test_a_country_is_found_by_its_number(gazetteer: Gazetteer) -> None:
    """The number of a country leads to the place that it is."""
    number = gazetteer.country_index("NO")
    assert gazetteer.record(int(gazetteer.states[number])).name == "Norway"
    assert gazetteer.country_index(None) == 0
    assert int(gazetteer.states[0]) == -1


def test_distances_are_great_circles() -> None:
    """A quarter of a meridian is ten thousand kilometres, as it was once defined."""
    away = distances_km(np.array([0.0, 90.0]), np.array([0.0, 0.0]), np.array([0.0]), np.array([0.0]))
    assert away[:, 0] == pytest.approx([0, 10_007.6], abs=1)
