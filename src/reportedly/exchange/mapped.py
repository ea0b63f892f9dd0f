"""What the map page shows of readings, as plain values: the reports, the places, and who says what where and when.

Everything that comes from a report is in one line, with what would steer a page written out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reportedly.exchange import wording
from reportedly.exchange.areas import circle, is_point
from reportedly.exchange.heading import identity, name, when
from reportedly.exchange.line import deviations, who
from reportedly.exchange.outline import outline
from reportedly.exchange.visible import one_line
from reportedly.values import Feature, PlaceRole
from reportedly.values.periods import period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.exchange.line import Piece
    from reportedly.exchange.outline import Entry
    from reportedly.values import Candidate, Place, Reading, Report, Statement

Plain = dict[str, Any]

FEATURES = {
    Feature.CONTINENT: "continent",
    Feature.COUNTRY: "country",
    Feature.ADMIN1: "state or province",
    Feature.ADMIN2: "district",
    Feature.CITY: "town or city",
    Feature.REGION: "region",
    Feature.WATER: "water",
    Feature.ISLAND: "island",
    Feature.MOUNTAINS: "mountains",
}
"""Sorts of places in the words in which people are shown them."""

ROLES = {
    PlaceRole.AT: "",
    PlaceRole.FROM: "from here",
    PlaceRole.TO: "to here",
    PlaceRole.THROUGH: "through here",
    PlaceRole.TARGET: "target",
    PlaceRole.ORIGIN: "where somebody or something comes from",
}
"""What a place is to what is said, likewise; plainly where it happens needs no word."""

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def mapped(readings: Sequence[Reading]) -> Plain:
    """Return all that the page shows. Places are those that statements name, each once, in the order of the texts."""
    places = _Places()
    statements: list[Plain] = []
    for index, reading in enumerate(readings):
        entries = outline(reading)
        numbers = {entry.statement.id: entry.number for entry in entries}
        statements += [_statement(index, entry, numbers, reading.report, places) for entry in entries]
    return {"reports": [_report(reading) for reading in readings], "places": places.all, "statements": statements}


class _Places:
    """Gives each place its number, by which statements name it."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Plain] = []
        self._numbers: dict[Any, int] = {}

    def number(self, chosen: Candidate) -> int:
        """Return the number of a place."""
        key = chosen.geonames if chosen.geonames is not None else (chosen.name, chosen.lat, chosen.lon, chosen.feature)
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = len(self.all)
            self.all.append(_place(chosen))
        return known


def _place(chosen: Candidate) -> Plain:
    """Return a place: what it is called, where it lies in what, and its circle unless it is a point."""
    lies_in = [one_line(part) for part in (chosen.admin1, chosen.country) if part and part != chosen.name]
    if chosen.feature is Feature.COUNTRY:
        lies_in = []
    point = is_point(chosen)
    return {
        "name": one_line(chosen.name),
        "sort": FEATURES[chosen.feature],
        "in": ", ".join(lies_in),
        "outline": chosen.country if chosen.feature is Feature.COUNTRY else None,
        "lat": chosen.lat,
        "lon": chosen.lon,
        "km": chosen.extent_km,
        "ring": None if point else circle(chosen.lat, chosen.lon, chosen.extent_km),
    }


def _report(reading: Reading) -> Plain:
    """Return a report, with the places that only its own voice names."""
    report = reading.report
    within = {place.words.spans for statement in reading.statements for place in statement.places}
    bare = dict.fromkeys(one_line(place.words.text) for place in reading.places if place.words.spans not in within)
    return {
        "title": name(report),
        "publisher": one_line(report.publisher or ""),
        "published": when(report.published) if report.published else "",
        "id": identity(report),
        # Only web addresses become links: a report could carry `javascript:` as its address.
        "url": one_line(report.url) if report.url and _WEB.match(report.url) else None,
        "bare": [words for words in bare if words],
    }


def _statement(index: int, entry: Entry, numbers: Mapping[str, int], report: Report, places: _Places) -> Plain:
    """Return a statement of the report with this index."""
    statement = entry.statement
    return {
        "id": statement.id,
        "report": index,
        "number": entry.number,
        "who": _pieces(who(statement)),
        "facts": _pieces(deviations(statement, numbers)),
        "stance": wording.STANCES[statement.stance.value] if statement.stance else "",
        "cue": one_line(statement.cue.text),
        "content": one_line(statement.content.text),
        "at": [_at(place, places) for place in statement.places],
        "times": [one_line(time.words.text) for time in statement.times],
        **_when(statement, report),
    }


def _at(place: Place, places: _Places) -> Plain:
    """Return a place as a statement words it; `place` is None where it is not known which is meant."""
    return {
        "place": places.number(place.place) if place.place else None,
        "words": one_line(place.words.text),
        "part": one_line(place.part.text),
        "role": ROLES[place.role] if place.role else "",
    }


def _when(statement: Statement, report: Report) -> Plain:
    """Return the days that a statement is about; else those when it was said; else those when it was published."""
    stated = [made for time in statement.times if time.edtf and (made := period(time.edtf))]
    said = statement.said_at.edtf if statement.said_at else None
    published = report.published.edtf if report.published else None
    for basis, periods in (
        ("stated", stated),
        ("said", [period(said)] if said else []),
        ("published", [period(published)] if published else []),
    ):
        known = [each for each in periods if each and (each.first or each.last)]
        if known:
            days = [[day.isoformat() if day else None for day in each] for each in known]
            return {"basis": basis, "days": days}
    return {"basis": None, "days": []}


def _pieces(pieces: Sequence[Piece]) -> list[list[str]]:
    """Return pieces of a line as pairs of their kind and words."""
    return [[piece.kind.value, piece.text] for piece in pieces]
