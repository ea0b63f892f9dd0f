"""The JSON contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from reportedly.exchange.json import dumps, encode
from reportedly.values import Moment, Reading
from tests.building import MADE_BY, reading
from tests.strategies import readings

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SCHEMA: dict[str, Any] = json.loads((REFERENCE / "reading.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

TEXT = "Two boats stayed up, the coastguard said. The owner reportedly knew."


def _reading() -> Reading:
    """Return a reading with something in every key that can hold something."""
    return reading(
        TEXT,
        [("the coastguard", "said", "Two boats stayed up"), (None, "reportedly", ["The owner", "knew"])],
        confidence=0.123456,
        warnings=[("language", "The engine knows English.")],
        external_id="a-1",
        path="ferry.html",
        url="https://observer.example/ferry",
        title="Ferry",
        publisher="The Strait Observer",
        byline="Ines Calder",
        published=Moment("2025-03-04"),
        modified=Moment("2025-03-04T14:00Z"),
        language="en",
    )


def test_the_contract_key_by_key() -> None:
    """Each key holds what the reference page says, in the page's order."""
    made = _reading()
    value = encode(made)
    assert list(value) == ["report", "statements", "warnings"]
    assert value["report"] == {
        "id": made.report.id,
        "external_id": "a-1",
        "path": "ferry.html",
        "url": "https://observer.example/ferry",
        "title": "Ferry",
        "publisher": "The Strait Observer",
        "byline": "Ines Calder",
        "published": "2025-03-04",
        "modified": "2025-03-04T14:00Z",
        "language": "en",
        "sha256": made.report.sha256,
        "text_sha256": made.report.text_sha256,
        "text": TEXT,
        "paragraphs": [[0, len(TEXT)]],
    }
    assert value["statements"] == [
        {
            "id": made.statements[0].id,
            "source": [[21, 35]],
            "cue": [[36, 40]],
            "content": [[0, 19]],
            "parent": None,
            "confidence": 0.1235,
            "made_by": {"stage": MADE_BY.stage, "version": MADE_BY.version, "model": MADE_BY.model},
        },
        {
            "id": made.statements[1].id,
            "source": [],
            "cue": [[52, 62]],
            "content": [[42, 51], [63, 67]],
            "parent": None,
            "confidence": 0.1235,
            "made_by": {"stage": MADE_BY.stage, "version": MADE_BY.version, "model": MADE_BY.model},
        },
    ]
    assert value["warnings"] == [{"code": "language", "message": "The engine knows English."}]


@given(readings())
def test_every_reading_is_valid_and_comes_back(made: Reading) -> None:
    """Any reading validates against the schema, and its JSON says the same as its values, laid out or not."""
    value = encode(made)
    VALIDATOR.validate(value)
    assert json.loads(dumps(made)) == value
    assert json.loads(dumps(made, indent=2)) == value
    assert b"\n" not in dumps(made)


@given(readings())
def test_every_span_opens_its_words(made: Reading) -> None:
    """The words of a statement are read from the encoded text by the encoded spans."""
    value = json.loads(dumps(made))
    for encoded, statement in zip(value["statements"], made.statements, strict=True):
        for part in ("source", "cue", "content"):
            words = tuple(value["report"]["text"][start:end] for start, end in encoded[part])
            assert words == getattr(statement, part).texts


def test_lone_surrogates_are_escaped() -> None:
    """A text that UTF-8 cannot hold becomes ASCII with escapes, and comes back as it was."""
    packed = dumps(reading("half \ud83d a ship é"))
    assert packed.isascii()
    assert rb"\ud83d" in packed
    assert json.loads(packed)["report"]["text"] == "half \ud83d a ship é"


def test_other_texts_are_utf_8() -> None:
    """Characters that UTF-8 can hold are not escaped: people read these files."""
    assert "é 漢字 🛳️".encode() in dumps(reading("é 漢字 🛳️"))


def test_laid_out_spans_stay_in_a_line() -> None:
    """With an indent, a span is `[1, 2]` rather than four lines; words that look like one stay as they were."""
    made = reading("[\n  1,\n  2\n] said Ann", [("Ann", "said", "[\n  1,\n  2\n]")])
    packed = dumps(made, indent=2).decode()
    assert "[0, 12]" in packed
    assert json.loads(packed)["report"]["text"] == made.report.text


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        (("report",), "published", "4 March 2025"),
        (("report",), "id", "1"),
        (("report",), "extra", 1),
        (("statements", 0), "confidence", 1.5),
        (("statements", 0), "source", [[3]]),
        (("statements", 0), "source", [[3, 4, 5]]),
        (("statements", 0), "parent", 7),
        (("warnings", 0), "code", None),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(where: tuple[Any, ...], key: str, value: object) -> None:
    """A schema that accepts everything would prove nothing."""
    broken: Any = json.loads(dumps(_reading()))
    place = broken
    for step in where:
        place = place[step]
    place[key] = value
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(broken)


def test_the_schema_is_a_schema_that_requires_every_key() -> None:
    """The schema is valid draft 2020-12, and no key that it names may be left out."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, *(part for part in SCHEMA["$defs"].values() if part["type"] == "object")]
    assert len(objects) == 5
    for part in objects:
        assert sorted(part["required"]) == sorted(part["properties"])
        assert part["additionalProperties"] is False


def test_every_key_is_documented() -> None:
    """The reference page has a row for each key of each object, under that object's heading."""
    page = (REFERENCE / "json.md").read_text("utf-8")
    sections = {part.splitlines()[0].strip("# `"): part for part in page.split("\n#")}
    for heading, properties in (
        ("The reading", SCHEMA["properties"]),
        ("report", SCHEMA["$defs"]["report"]["properties"]),
        ("statements", SCHEMA["$defs"]["statement"]["properties"]),
        ("made_by", SCHEMA["$defs"]["made_by"]["properties"]),
        ("warnings", SCHEMA["$defs"]["warning"]["properties"]),
    ):
        rows = [line.split("|")[1].strip(" `") for line in sections[heading].splitlines() if line.startswith("| `")]
        assert rows == list(properties), heading
