"""GeoJSON."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.exchange.geojson import AREA, POINT, Features, collection, dumps, features
from tests.building import reading
from tests.exchange.located import anywhere, cable, elsewhere, located

if TYPE_CHECKING:
    from reportedly.values import Reading


def _streamed(made: list[Reading]) -> bytes:
    """Return what the writer writes of readings that come one by one."""
    out = io.BytesIO()
    writer = Features(out)
    for each in made:
        writer.add(each)
    writer.close()
    return out.getvalue()


def test_a_place_in_a_statement_is_a_feature() -> None:
    """It has the report, who says what, the place with its words, and the times and quantities, all as they stand."""
    _, riga, sea, *_ = list(features(cable()))
    first = cable().statements[0]
    assert riga["id"] == f"{first.id}-2"
    assert riga["geometry"] == {"type": "Point", "coordinates": [24.1059, 56.946]}
    assert riga["properties"] == {
        "report": cable().report.id,
        "title": "Cable to Gotland damaged",
        "publisher": "The Strait Observer",
        "published": "2025-03-04T08:30Z",
        "url": "https://observer.example/cable",
        "statement": first.id,
        "speaker": "Ilze Krasta",
        "named": True,
        "stance": None,
        "certainty": None,
        "content": "A cable between Gotland and Riga was damaged on Sunday",
        "content_spans": [[0, 54]],
        "confidence": 0.9,
        "times": [{"edtf": "2025-03-02", "words": "on Sunday", "role": None}],
        "said_at": None,
        "quantities": [],
        "place": "Riga",
        "place_spans": [[28, 32]],
        "part": None,
        "role": None,
        "why": "known by this name",
        "name": "Riga",
        "feature": "city",
        "country": "LV",
        "admin1": None,
        "geonames": 456172,
        "extent_km": 15.0,
        "geometry_is": POINT,
    }
    assert (sea["properties"]["speaker"], sea["properties"]["named"]) == ("senior official", False)
    assert sea["properties"]["certainty"] == "possible"


def test_what_is_larger_than_a_city_is_never_a_pin() -> None:
    """A sea is a polygon that says of itself that it is approximate."""
    (sea,) = [each for each in features(cable()) if each["properties"]["name"] == "Baltic Sea"]
    assert sea["geometry"]["type"] == "Polygon"
    assert sea["properties"]["geometry_is"] == AREA
    assert sea["properties"]["extent_km"] == 420


def test_nothing_is_lost() -> None:
    """A statement without a place, or with one that is not known, has a feature without a geometry."""
    made = {(each["properties"]["statement"], each["properties"]["place"]): each for each in features(cable())}
    statements = cable().statements
    assert {statement for statement, _ in made if statement} == {statement.id for statement in statements}
    assert made[(statements[5].id, "Lessa")]["geometry"] is None
    assert made[(statements[5].id, "Lessa")]["properties"]["why"] == "not in the gazetteer"
    assert made[(statements[6].id, None)]["geometry"] is None


def test_a_place_in_no_statement_is_a_feature_of_its_report() -> None:
    """Only its own voice names the place: there is no statement, and the words are there."""
    (bare,) = [each for each in features(cable()) if each["properties"]["statement"] is None]
    assert bare["properties"]["place"] == "Ventspils"
    assert bare["properties"]["report"] == cable().report.id
    assert bare["properties"]["content"] is None
    assert set(bare["properties"]) == {key for each in features(elsewhere()) for key in each["properties"]}


def test_features_are_written_as_they_come() -> None:
    """The writer gives the same bytes as all at once, a feature a line; without any it is still a collection."""
    written = _streamed(located())
    assert written == dumps(located())
    assert json.loads(written) == collection(located())
    assert written.count(b"\n") == len(collection(located())["features"]) + 2
    assert json.loads(_streamed([])) == {"type": "FeatureCollection", "features": []}


def test_half_a_character_is_escaped() -> None:
    """A lone surrogate, which UTF-8 has no bytes for, is written with an escape and read back as it was."""
    made = reading("half \ud83d said", [(None, "said", "half \ud83d")])
    (feature,) = json.loads(dumps([made]))["features"]
    assert feature["properties"]["content"] == "half \ud83d"


@given(st.lists(anywhere(), max_size=2))
@settings(max_examples=100)
def test_any_reading_can_be_written(made: list[Reading]) -> None:
    """Whatever was read: every statement is there, ids are unique within a reading, words open their text."""
    written = json.loads(dumps(made))
    assert written == json.loads(_streamed(made))
    for one in made:
        each = list(features(one))
        assert {statement.id for statement in one.statements} == {f["properties"]["statement"] for f in each} - {None}
        assert len({f["id"] for f in each}) == len(each)
        for f in each:
            spans, words = f["properties"]["place_spans"] or [], f["properties"]["place"] or ""
            assert words == " … ".join(one.report.text[start:end] for start, end in spans)
