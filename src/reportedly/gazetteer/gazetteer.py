"""Places of the world by their names: countries, divisions, populated places, waters and regions."""

from __future__ import annotations

import enum
import importlib.resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reportedly.gazetteer.keys import hashed, key
from reportedly.gazetteer.layout import KINDS, mapped
from reportedly.values import Feature
from reportedly.values.earth import EARTH_KM

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "places.bin"
MOST = 120
"""Places of one name that are returned at most: those with the most inhabitants."""


class NameKind(enum.IntEnum):
    """How a name calls a place."""

    MAIN = 0
    """As the sources call it."""
    ALTERNATE = 1
    """As some call it, or did."""
    SHORT = 2
    """Without the word for what it is: "Orange" for Orange County."""
    PEOPLE = 3
    """Its people, or an adjective: "Norwegian"."""
    ABBREVIATION = 4
    """An abbreviation, in capitals or with stops: "U.S.", "Calif."."""


class Record(NamedTuple):
    """What the gazetteer knows of a place. `extent_km` is the radius of a circle about as large."""

    name: str
    lat: float
    lon: float
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: Feature
    extent_km: float
    population: int


class Found(NamedTuple):
    """The places that a name may mean, as indices into the arrays, and how it calls each. Both of one length."""

    places: NDArray[np.int64]
    kinds: NDArray[np.int64]


class Gazetteer:
    """A mapped file. Its arrays are public, for those who compare many places at once; see `layout.ARRAYS`."""

    def __init__(self, path: Path) -> None:
        """Map a file; BundleError where it is missing or damaged."""
        self.header, arrays = mapped(path)
        self.features = tuple(map(Feature, self.header.features))
        self.lat, self.lon, self.extent = arrays["lat"], arrays["lon"], arrays["extent"]
        self.population, self.capital = arrays["population"], arrays["capital"]
        self.country, self.admin1, self.admin2 = arrays["country"], arrays["admin1"], arrays["admin2"]
        self.feature, self.geonames = arrays["feature"], arrays["geonames"]
        self._name_end, self._names = arrays["name_end"], arrays["names"]
        self._hash, self._named = arrays["hash"], arrays["named"]
        self.states = self._states()
        """The index of the place that is each country, by the country's number; -1 where there is none."""
        self._codes = {code: index for index, code in enumerate(self.header.countries)}

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self.geonames)

    def _states(self) -> NDArray[np.int64]:
        """Find the place that each country is."""
        found = np.full(len(self.header.countries), -1, np.int64)
        (places,) = np.nonzero(self.feature == self.features.index(Feature.COUNTRY))
        found[self.country[places]] = places
        found[0] = -1
        return found

    def find(self, name: str) -> Found | None:
        """Return the places that a name may mean; None where there is none."""
        return self.of_key(key(name))

    def of_key(self, made: str) -> Found | None:
        """Return the places with a key, which `keys.key` made."""
        wanted = np.uint64(hashed(made))
        first = int(self._hash.searchsorted(wanted))
        if not made or first == len(self._hash) or self._hash[first] != wanted:
            return None
        last = first + 1
        while last < len(self._hash) and self._hash[last] == wanted:
            last += 1
        named = self._named[first:last].astype(np.int64)
        places, kinds = named // KINDS, named % KINDS
        if len(places) > MOST:
            kept = np.sort(np.argsort(-self.population[places].astype(np.int64), kind="stable")[:MOST])
            places, kinds = places[kept], kinds[kept]
        return Found(places, kinds)

    def country_index(self, code: str | None) -> int:
        """Return the number of a country's code in the arrays; 0 for none."""
        return self._codes.get(code or "", 0)

    def name(self, index: int) -> str:
        """Return the name of a place."""
        begin = int(self._name_end[index - 1]) if index else 0
        return self._names[begin : int(self._name_end[index])].tobytes().decode()

    def record(self, index: int) -> Record:
        """Return what is known of a place."""
        admin1 = int(self.admin1[index])
        geonames = int(self.geonames[index])
        return Record(
            name=self.name(index),
            lat=round(float(self.lat[index]), _DEGREE_PLACES),
            lon=round(float(self.lon[index]), _DEGREE_PLACES),
            geonames=geonames or None,
            country=self.header.countries[int(self.country[index])] or None,
            admin1=self.name(admin1) if admin1 >= 0 else None,
            feature=self.features[int(self.feature[index])],
            extent_km=float(round(float(self.extent[index]), 1)),
            population=int(self.population[index]),
        )


_DEGREE_PLACES = 4
"""Decimal places of degrees: about ten metres, which is finer than any town."""


def packaged() -> Gazetteer:
    """Open the gazetteer that ships with the package."""
    return Gazetteer(Path(str(importlib.resources.files("reportedly.gazetteer").joinpath(FILE))))


def distances_km(
    lat: NDArray[np.floating],
    lon: NDArray[np.floating],
    others_lat: NDArray[np.floating],
    others_lon: NDArray[np.floating],
) -> NDArray[np.float64]:
    """Return great-circle distances in kilometres, shape (places, others), by the haversine formula."""
    first_lat, second_lat = np.radians(lat)[:, None], np.radians(others_lat)[None, :]
    half = np.sin((second_lat - first_lat) / 2) ** 2
    turn = np.sin((np.radians(others_lon)[None, :] - np.radians(lon)[:, None]) / 2) ** 2
    angle = np.arcsin(np.minimum(1.0, np.sqrt(half + np.cos(first_lat) * np.cos(second_lat) * turn)))
    return np.asarray(2 * EARTH_KM * angle, np.float64)
