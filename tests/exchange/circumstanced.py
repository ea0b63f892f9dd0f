"""A statement with circumstances of every sort, for faces."""

from __future__ import annotations

import dataclasses
from typing import Any

from reportedly.values import (
    Bound,
    Candidate,
    Feature,
    Passage,
    Place,
    PlaceRole,
    Quantity,
    QuantityRole,
    Reading,
    TimeRole,
    TimeType,
    When,
)
from tests.building import RULED, passage, reading

TEXT = (
    "Dozens of lorries left Bergen for the north of Norway and Ostravik since August, the Norwegian ministry said on "
    "Friday. At least 12 drivers, three of them women, waited for 20 to 24 hours."
)


def candidate(name: str, feature: Feature = Feature.CITY, **about: Any) -> Candidate:  # noqa: ANN401 - what a Candidate takes
    """Return a place of the gazetteer."""
    known = {"lat": 60.4, "lon": 5.3, "geonames": 3161732, "country": "NO", "admin1": "Vestland", "extent_km": 7.0}
    return Candidate(name=name, feature=feature, score=0.9, **{**known, **about})


def place(words: str, found: Candidate | None, role: PlaceRole | None = None, part: str | None = None) -> Place:
    """Return a place by its words."""
    made_by = dataclasses.replace(RULED, score=0.9)
    return Place(
        words=passage(TEXT, words), place=found, others=(), role=role, part=passage(TEXT, part), made_by=made_by
    )


def when(words: str, timex: str, edtf: str | None, role: TimeRole | None = None) -> When:
    """Return a time by its words."""
    kind = TimeType.DURATION if timex.startswith("P") else TimeType.DATE
    return When(
        words=passage(TEXT, words), type=kind, timex=timex, edtf=edtf, role=role, event=Passage(TEXT), made_by=RULED
    )


def quantity(words: str, low: float | None, high: float | None, bound: Bound, **about: Any) -> Quantity:  # noqa: ANN401 - what a Quantity takes
    """Return a quantity by its words."""
    plain = {"value": low, "trend": None, "unit": None, "role": QuantityRole.COUNT, "tally": None}
    of = passage(TEXT, about.pop("of", None))
    return Quantity(
        words=passage(TEXT, words),
        low=low,
        high=high,
        bound=bound,
        of=of,
        part_of=Passage(TEXT),
        as_of=Passage(TEXT),
        made_by=RULED,
        **{**plain, **about},
    )


def circumstanced() -> Reading:
    """Return a reading whose statement has places, times and quantities; the last sentence is bare."""
    country = candidate("Norway", Feature.COUNTRY, admin1=None, extent_km=321.0)
    places = (
        place("Bergen", candidate("Bergen"), PlaceRole.FROM),
        place("Norway", country, PlaceRole.TO, "north"),
        place("Ostravik", None),
        place("Norwegian", country, PlaceRole.ORIGIN),
    )
    times = (when("August", "2025-08", "2025-08/..", TimeRole.SINCE), when("Friday", "2025-09-05", "2025-09-05"))
    dozens = quantity("Dozens", 24, None, Bound.AT_LEAST, of="lorries", value=None)
    drivers = quantity("At least 12 drivers", 12, None, Bound.AT_LEAST, of="drivers")
    women = quantity("three of them women", 3, 3, Bound.EXACTLY, of="women", role=QuantityRole.PART)
    hours = quantity("20 to 24 hours", 20, 24, Bound.BETWEEN, value=None, unit="hour", role=QuantityRole.MEASURE)
    made = reading(
        TEXT, [("the Norwegian ministry", "said", TEXT[: TEXT.index(", the Norwegian")])], title="Lorries", path="l.txt"
    )
    (statement,) = made.statements
    statement = dataclasses.replace(statement, places=places, times=times[:1], said_at=times[1], quantities=(dozens,))
    return dataclasses.replace(
        made, statements=(statement,), places=places, times=times, quantities=(dozens, drivers, women, hours)
    )
