"""Places as points and circles."""

from __future__ import annotations

import dataclasses
import itertools
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exchange.areas import CORNERS, LARGEST_KM, circle, cut, geometry, is_point
from reportedly.values import Feature
from reportedly.values.earth import EARTH_KM
from tests.exchange.located import CANDIDATES, candidate

LATS, LONS, SIZES = st.floats(-90, 90), st.floats(-180, 180), st.floats(1, 20_000)


def _far(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the kilometres between two points, each as longitude and latitude."""
    (x, y), (other_x, other_y) = [(math.radians(p[0]), math.radians(p[1])) for p in (a, b)]
    half = math.sin((other_y - y) / 2) ** 2 + math.cos(y) * math.cos(other_y) * math.sin((other_x - x) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _turn(ring: list[Any]) -> float:
    """Return twice the area of a ring on the plane of degrees: positive where it runs counterclockwise."""
    return math.fsum(x * next_y - next_x * y for (x, y), (next_x, next_y) in itertools.pairwise(ring))


def _rings(shape: dict[str, Any]) -> list[list[list[float]]]:
    """Return the outer rings of a polygon or of several."""
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [polygon[0] for polygon in polygons]


@given(LATS, LONS, SIZES)
def test_a_circle_is_as_far_from_its_centre_everywhere(lat: float, lon: float, km: float) -> None:
    """Every corner lies at the radius, except where a pole or the seam of a cap takes its place."""
    ring = circle(lat, lon, km)
    radius = min(km, LARGEST_KM)
    off = [point for point in ring if abs(_far(point, (lon, lat)) - radius) > 0.001 * radius + 0.01]
    assert all(abs(x) == 180 for x, _ in off)
    assert len(ring) >= CORNERS
    if abs(lat) + math.degrees(radius / EARTH_KM) < 90:
        assert off == []


@given(CANDIDATES)
def test_an_area_is_a_polygon_as_the_standard_asks(place: Any) -> None:  # noqa: ANN401 - a Candidate
    """Rings are closed, run counterclockwise, have 33 positions or more in all, and stay on the map."""
    shape = geometry(place)
    if is_point(place):
        assert shape["type"] == "Point"
        assert -180 <= shape["coordinates"][0] <= 180
        return
    rings = _rings(shape)
    assert sum(map(len, rings)) > 32
    for ring in rings:
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        assert _turn(ring) > 0


def test_only_a_city_is_a_point() -> None:
    """Whatever is larger than a city is an area, however small its circle."""
    for feature in Feature:
        place = dataclasses.replace(candidate("Riga"), feature=feature, extent_km=0.0)
        assert (geometry(place)["type"] == "Point") is (feature is Feature.CITY)


def test_a_circle_over_the_antimeridian_is_cut_there() -> None:
    """Fiji lies on both sides: one part ends at 180, the other begins at -180, at the same latitudes."""
    shape = geometry(dataclasses.replace(candidate("Fiji"), extent_km=400.0))
    assert shape["type"] == "MultiPolygon"
    west, east = _rings(shape)
    assert max(x for x, _ in west) == 180
    assert min(x for x, _ in east) == -180
    assert {y for x, y in west if x == 180} == {y for x, y in east if x == -180}
    assert max(x for x, _ in east) < 0 < min(x for x, _ in west)


@pytest.mark.parametrize(("lat", "pole"), [(88.0, 90.0), (-85.0, -90.0)])
def test_a_circle_around_a_pole_reaches_it(lat: float, pole: float) -> None:
    """What holds a pole spans all longitudes and ends at the pole."""
    ring = circle(lat, 20.0, 900.0)
    assert {min(x for x, _ in ring), max(x for x, _ in ring)} == {-180, 180}
    assert (180, pole) in ring
    assert cut(ring) == [ring]
    assert _turn(ring) > 0
