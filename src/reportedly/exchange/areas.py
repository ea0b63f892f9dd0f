"""Places as shapes: a city is a point, and anything larger a circle about as large, never a pin.

The circle is geodesic (on a sphere): all of its points are as far from the centre on the ground, so that on a plane of
degrees it is wider than high away from the equator. Its points are in the order that RFC 7946 asks of an outer ring,
counterclockwise.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

from reportedly.values import Feature
from reportedly.values.earth import EARTH_KM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportedly.values import Candidate

Ring = list[tuple[float, float]]

CORNERS = 64
"""Points of a circle: no side of it lies further from the true one than a tenth of a per cent of the radius."""

DIGITS = 5
"""Decimal places of a degree: about a metre."""

SMALLEST_KM = 1.0
"""Radius of an area whose own is not known to be larger."""

LARGEST_KM = 9_900.0
"""Just under a quarter of a meridian: a larger circle would hold more than half of the globe."""

_EDGE = 180.0
_POLE = 90.0


def is_point(candidate: Candidate) -> bool:
    """Say whether a place is small enough to be a point on a map."""
    return candidate.feature is Feature.CITY


def geometry(candidate: Candidate) -> dict[str, Any]:
    """Return a place as a geometry of RFC 7946: a Point, or a Polygon, cut in two where it crosses the antimeridian."""
    if is_point(candidate):
        return {"type": "Point", "coordinates": [round(_wrapped(candidate.lon), DIGITS), round(candidate.lat, DIGITS)]}
    rings = cut(circle(candidate.lat, candidate.lon, candidate.extent_km))
    polygons = [[[[x, y] for x, y in ring]] for ring in rings]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def circle(lat: float, lon: float, km: float) -> Ring:
    """Return a closed ring around a centre. Its longitudes run on over 180 or -180 where it crosses the antimeridian.

    One that holds a pole is what lies between its edge and the pole, over all longitudes from -180 to 180.
    """
    radius = min(max(km, SMALLEST_KM), LARGEST_KM) / EARTH_KM
    lon = _wrapped(lon)
    edge = [_reached(lat, lon, radius, -2 * math.pi * corner / CORNERS) for corner in range(CORNERS)]
    reach = math.degrees(radius)
    if lat + reach >= _POLE:
        return _cap(edge, _POLE)
    if lat - reach <= -_POLE:
        return _cap(edge, -_POLE)
    ring = [(round(x, DIGITS), round(y, DIGITS)) for x, y in edge]
    return [*ring, ring[0]]


def cut(ring: Ring) -> list[Ring]:
    """Return a ring in parts that lie between -180 and 180 each, as RFC 7946 (section 3.1.9) asks."""
    if all(-_EDGE <= x <= _EDGE for x, _ in ring):
        return [ring]
    beyond, shift = (_EDGE, -2 * _EDGE) if max(x for x, _ in ring) > _EDGE else (-_EDGE, 2 * _EDGE)
    within: Callable[[float], bool] = (lambda x: x <= _EDGE) if shift < 0 else (lambda x: x >= -_EDGE)
    near = _clipped(ring, beyond, within)
    far = [(x + shift, y) for x, y in _clipped(ring, beyond, lambda x: x == beyond or not within(x))]
    return [part for part in (near, far) if len({*part}) > 2]  # noqa: PLR2004 - fewer than three corners have no area


def _reached(lat: float, lon: float, radius: float, bearing: float) -> tuple[float, float]:
    """Return where one arrives from a centre, so far (in radians) on a great circle in a direction."""
    from_lat = math.radians(lat)
    sine = math.sin(from_lat) * math.cos(radius) + math.cos(from_lat) * math.sin(radius) * math.cos(bearing)
    to_lat = math.asin(max(-1.0, min(1.0, sine)))
    east = math.sin(bearing) * math.sin(radius) * math.cos(from_lat)
    return lon + math.degrees(math.atan2(east, math.cos(radius) - math.sin(from_lat) * sine)), math.degrees(to_lat)


def _cap(edge: Sequence[tuple[float, float]], pole: float) -> Ring:
    """Return the ring of what lies between an edge that runs around the globe and a pole."""
    around = sorted((_wrapped(x), y) for x, y in edge)
    (first, before), (last, after) = around[0], around[-1]
    share = (_EDGE - last) / (first + 2 * _EDGE - last)
    seam = after + (before - after) * share
    line = [(-_EDGE, seam), *around, (_EDGE, seam)]
    ring = [*line, (_EDGE, pole), (-_EDGE, pole)]
    if pole < 0:
        ring.reverse()
    rounded = [(round(x, DIGITS), round(y, DIGITS)) for x, y in ring]
    return [*rounded, rounded[0]]


def _clipped(ring: Ring, edge: float, kept: Callable[[float], bool]) -> Ring:
    """Return what a meridian leaves of a ring on one side of it (Sutherland and Hodgman)."""
    made: Ring = []
    for (x, y), (next_x, next_y) in itertools.pairwise(ring):
        if kept(x):
            made.append((x, y))
        if kept(x) != kept(next_x) and edge not in {x, next_x}:
            made.append((edge, round(y + (next_y - y) * (edge - x) / (next_x - x), DIGITS)))
    return [*[(round(x, DIGITS), y) for x, y in made], made[0]] if made else []


def _wrapped(lon: float) -> float:
    """Return a longitude from -180 to 180."""
    return lon if -_EDGE <= lon <= _EDGE else (lon + _EDGE) % (2 * _EDGE) - _EDGE
