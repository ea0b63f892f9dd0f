"""Propositions for tests: some words, and what is known of them."""

from __future__ import annotations

from typing import Any

from reportedly.claims.proposition import Proposition, Where
from reportedly.values import Certainty, Feature, Passage, Span, Stance, stable_id


def said(text: str, *, report: str = "", **about: Any) -> Proposition:  # noqa: ANN401 - whatever a Proposition takes
    """Return a proposition with some words, each in a report of its own unless one is named."""
    known: dict[str, Any] = {
        "id": stable_id("p", report, text),
        "report": report or stable_id("r", text),
        "statement": None,
        "words": Passage(text, (Span(0, len(text)),)),
        "headline": False,
        "speaker": None,
        "negated": False,
        "stance": Stance.ASSERTS,
        "certainty": Certainty.STATED,
    }
    return Proposition(**known | about)


def where(name: str, lat: float, lon: float, **about: Any) -> Where:  # noqa: ANN401 - whatever a Where takes
    """Return a town, unless it is said to be something else."""
    known: dict[str, Any] = {
        "geonames": None,
        "country": "NO",
        "admin1": None,
        "feature": Feature.CITY,
        "extent_km": 5.0,
    }
    return Where(name=name, lat=lat, lon=lon, **known | about)


BERGEN = where("Bergen", 60.39, 5.32, admin1="Vestland")
OSLO = where("Oslo", 59.91, 10.75, admin1="Oslo")
VESTLAND = where("Vestland", 60.6, 6.1, feature=Feature.ADMIN1, extent_km=120.0)
NORWAY = where("Norway", 62.0, 10.0, feature=Feature.COUNTRY, extent_km=600.0)
