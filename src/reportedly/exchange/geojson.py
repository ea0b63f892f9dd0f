"""Readings as GeoJSON (RFC 7946), for any program that shows maps: a feature for each place in each statement.

A city is a point. Anything larger is never a pin: its geometry is a circle about as large, and `geometry_is` says
"approximate area". A statement whose place is not known, or that names none, has a feature without a geometry, so that
nothing is lost; a place that stands in no statement has a feature without a statement.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from reportedly.exchange.areas import geometry, is_point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.values import Place, Reading, Report, Statement, When

Plain = dict[str, Any]

POINT = "point"
AREA = "approximate area"

_OPENING = b'{"type":"FeatureCollection","features":['
_CLOSING = b"\n]}\n"


def collection(readings: Iterable[Reading]) -> Plain:
    """Return readings as one FeatureCollection."""
    return {"type": "FeatureCollection", "features": [each for reading in readings for each in features(reading)]}


def dumps(readings: Iterable[Reading]) -> bytes:
    """Return readings as one FeatureCollection with a feature a line, in UTF-8."""
    lines = b",".join(b"\n" + _packed(each) for reading in readings for each in features(reading))
    return _OPENING + lines + _CLOSING


class Features:
    """Writes a FeatureCollection as the readings come, a feature a line."""

    def __init__(self, out: BinaryIO) -> None:
        """Write to `out`."""
        self._out = out
        self._begun = False
        self._any = False

    def add(self, reading: Reading) -> None:
        """Write the features of a reading."""
        self._begin()
        for each in features(reading):
            self._out.write((b",\n" if self._any else b"\n") + _packed(each))
            self._any = True
        self._out.flush()

    def close(self) -> None:
        """Write the end; a collection without a feature is written too."""
        self._begin()
        self._out.write(_CLOSING)
        self._out.flush()

    def _begin(self) -> None:
        """Write the beginning, once."""
        if not self._begun:
            self._out.write(_OPENING)
            self._begun = True


def features(reading: Reading) -> Iterator[Plain]:
    """Give the features of one reading: those of its statements in order, then the places that stand in none."""
    about = _report(reading.report)
    within: set[Any] = set()
    for statement in reading.statements:
        said = about | _statement(statement)
        within.update(place.words.spans for place in statement.places)
        if not statement.places:
            yield _feature(statement.id, said, None)
        for number, place in enumerate(statement.places, 1):
            yield _feature(f"{statement.id}-{number}", said, place)
    for number, place in enumerate(reading.places, 1):
        if place.words.spans not in within:
            yield _feature(f"{reading.report.id}-{number}", about | _statement(None), place)


def _feature(identity: str, properties: Plain, place: Place | None) -> Plain:
    """Return a feature."""
    chosen = place.place if place else None
    return {
        "type": "Feature",
        "id": identity,
        "geometry": geometry(chosen) if chosen else None,
        "properties": properties | _place(place),
    }


def _report(report: Report) -> Plain:
    """Return what a feature says of its report."""
    return {
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.edtf if report.published else None,
        "url": report.url,
    }


def _statement(statement: Statement | None) -> Plain:
    """Return what a feature says of its statement: all None where a place stands in no statement."""
    if statement is None:
        return dict.fromkeys(
            ("statement", "speaker", "named", "stance", "certainty", "content", "content_spans", "confidence")
        ) | {"times": [], "said_at": None, "quantities": []}
    speaker = statement.speaker
    return {
        "statement": statement.id,
        "speaker": (speaker.name.value if speaker and speaker.name else None) or statement.source.text or None,
        "named": speaker.named if speaker else None,
        "stance": statement.stance.value.value if statement.stance else None,
        "certainty": statement.certainty.value.value if statement.certainty else None,
        "content": statement.content.text or None,
        "content_spans": statement.content.pairs,
        "confidence": round(statement.confidence, 4),
        "times": [_time(time) for time in statement.times],
        "said_at": _time(statement.said_at) if statement.said_at else None,
        "quantities": [quantity.words.text for quantity in statement.quantities],
    }


def _time(time: When) -> Plain:
    """Return a time with its words."""
    return {"edtf": time.edtf, "words": time.words.text, "role": time.role.value if time.role else None}


def _place(place: Place | None) -> Plain:
    """Return what a feature says of its place; all None where there is none, and from `name` on where it is unknown."""
    chosen = place.place if place else None
    return {
        "place": place.words.text if place else None,
        "place_spans": place.words.pairs if place else None,
        "part": (place.part.text or None) if place else None,
        "role": place.role.value if place and place.role else None,
        "why": place.made_by.reason if place else None,
        "name": chosen.name if chosen else None,
        "feature": chosen.feature.value if chosen else None,
        "country": chosen.country if chosen else None,
        "admin1": chosen.admin1 if chosen else None,
        "geonames": chosen.geonames if chosen else None,
        "extent_km": chosen.extent_km if chosen else None,
        "geometry_is": (POINT if is_point(chosen) else AREA) if chosen else None,
    }


def _packed(feature: Plain) -> bytes:
    """Return a feature on one line; one with lone surrogates, which UTF-8 has no bytes for, in ASCII with escapes."""
    try:
        return msgspec.json.encode(feature)
    except UnicodeEncodeError:
        return json.dumps(feature, ensure_ascii=True, separators=(",", ":")).encode("ascii")
