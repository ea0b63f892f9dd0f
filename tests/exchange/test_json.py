"""The JSON contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given

from reportedly.exchange.json import dumps, encode
from reportedly.values import (
    Bound,
    Certainty,
    Channel,
    EvidenceKind,
    Feature,
    Moment,
    Orientation,
    PlaceRole,
    Polarity,
    QuantityRole,
    Reading,
    Report,
    SpeakerKind,
    Stance,
    Tally,
    TimeRole,
    TimeType,
    Trend,
)
from reportedly.values.restoring import restore
from tests.building import MADE_BY, reading
from tests.strait import strait
from tests.strategies import readings

if TYPE_CHECKING:
    import enum

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SCHEMA: dict[str, Any] = json.loads((REFERENCE / "reading.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

TEXT = "Two boats stayed up, the coastguard said. The owner reportedly knew."


MADE = {
    "stage": MADE_BY.stage,
    "version": MADE_BY.version,
    "model": MADE_BY.model,
    "score": None,
    "reason": None,
}
UNREAD: dict[str, Any] = {
    "speaker": None,
    "unnamed": False,
    "chain": [],
    "stance": None,
    "answers": None,
    "certainty": None,
    "hedge": None,
    "polarity": None,
    "factuality": [],
    "orientation": None,
    "evidence": [],
    "backing": [],
    "places": [],
    "times": [],
    "quantities": [],
    "said_at": None,
}


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
    assert list(value) == [
        "report",
        "summary",
        "statements",
        "places",
        "times",
        "quantities",
        "wires",
        "voice",
        "headline",
        "warnings",
    ]
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
            "made_by": MADE,
            **UNREAD,
        },
        {
            "id": made.statements[1].id,
            "source": [],
            "cue": [[52, 62]],
            "content": [[42, 51], [63, 67]],
            "parent": None,
            "confidence": 0.1235,
            "made_by": MADE,
            **UNREAD,
        },
    ]
    assert value["summary"] == {
        "statements": 2,
        "speakers": 0,
        "unnamed": 0,
        "denials": 0,
        "unanswered": 0,
        "attributed": None,
        "hedged": None,
        "bare": None,
    }
    assert (value["wires"], value["voice"], value["headline"]) == ([], None, None)
    assert value["warnings"] == [{"code": "language", "message": "The engine knows English."}]


def _found(value: object, words: list[list[int]]) -> dict[str, Any]:
    """Return what a finding of a hand-made reading is encoded to."""
    return {"value": value, "words": words, "made_by": RULED_BY}


RULED_BY = {"stage": "rules", "version": "1", "model": None, "score": None, "reason": "by hand"}


def test_what_is_understood_key_by_key() -> None:
    """Each value has its words and its maker, and each hop its speaker in full."""
    made = strait()
    value = encode(made)
    first, second, third = value["statements"]
    assert first["speaker"] == {
        "id": made.statements[0].speaker.id if made.statements[0].speaker else None,
        "name": _found("senior official", [[2, 17]]),
        "kind": _found("unnamed-person", []),
        "role": None,
        "affiliation": None,
        "country": None,
        "named": False,
        "count": None,
        "reliability": None,
        "anonymity": None,
    }
    assert (first["unnamed"], second["unnamed"]) == (True, False)
    assert [hop["speaker"]["name"]["value"] for hop in first["chain"]] == [
        "The Strait Observer",
        "Evening Post",
        "senior official",
    ]
    assert first["chain"][2] == {
        "speaker": first["speaker"],
        "words": [[0, 17]],
        "cue": [[18, 22]],
        "channel": None,
        "platform": None,
        "certainty": None,
        "made_by": RULED_BY,
    }
    assert first["certainty"] == _found("possible", [[51, 54]])
    assert first["evidence"] == [_found("imagery", [[86, 102]])]
    assert second["stance"] == _found("cannot-confirm", [])
    assert second["answers"] == {
        "statement": first["id"],
        "words": first["content"],
        "narrower": False,
        "made_by": RULED_BY,
    }
    assert second["speaker"]["role"]["value"] == "spokeswoman"
    assert third["content"] == []
    assert value["summary"] == {
        "statements": 3,
        "speakers": 2,
        "unnamed": 1,
        "denials": 0,
        "unanswered": 2,
        "attributed": 0.9,
        "hedged": 0.0,
        "bare": 0.1,
    }
    assert value["voice"] == {"sentences": [], "attributed": 0.9, "hedged": 0.0, "bare": 0.1}
    assert value["wires"] == [_found("Norrpress", [])]
    assert value["headline"] == {
        "words": [[0, 18]],
        "words_in": "title",
        "certainty": "stated",
        "statement": first["id"],
        "body": first["content"],
        "body_certainty": "possible",
        "stronger": True,
        "made_by": RULED_BY,
    }


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
        (("statements", 0), "unnamed", None),
        (("statements", 0), "stance", "denies"),
        (("statements", 0), "chain", None),
        (("summary",), "speakers", -1),
        (("summary",), "bare", 1.5),
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
    objects = [SCHEMA, *(part for part in SCHEMA["$defs"].values() if part.get("type") == "object")]
    assert len(objects) > 15
    for part in objects:
        assert sorted(part["required"]) == sorted(part["properties"])
        assert part["additionalProperties"] is False


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("stance_found", Stance),
        ("polarity_found", Polarity),
        ("orientation_found", Orientation),
        ("evidence_found", EvidenceKind),
        ("kind_found", SpeakerKind),
        ("channel_found", Channel),
        ("certainty", Certainty),
    ],
)
def test_the_schema_has_every_member_of_every_closed_list(name: str, kind: type[enum.StrEnum]) -> None:
    """What can be read can be written, and nothing else."""
    part = SCHEMA["$defs"][name]
    assert part.get("enum", part.get("properties", {}).get("value", {}).get("enum")) == list(kind)


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("place", "role", PlaceRole),
        ("place", "feature", Feature),
        ("candidate", "feature", Feature),
        ("time", "role", TimeRole),
        ("time", "type", TimeType),
        ("quantity", "role", QuantityRole),
        ("quantity", "bound", Bound),
        ("quantity", "trend", Trend),
        ("quantity", "tally", Tally),
    ],
)
def test_the_schema_has_every_member_of_the_lists_of_circumstances(
    name: str, key: str, kind: type[enum.StrEnum]
) -> None:
    """Roles, features and bounds that can be read can be written, and nothing else."""
    found = SCHEMA["$defs"][name]["properties"][key]["enum"]
    assert [each for each in found if each is not None] == list(kind)


HEADINGS = {
    "The reading": SCHEMA["properties"],
    "report": SCHEMA["$defs"]["report"]["properties"],
    "summary": SCHEMA["$defs"]["summary"]["properties"],
    "statements": SCHEMA["$defs"]["statement"]["properties"],
    "finding": SCHEMA["$defs"]["text_found"]["properties"],
    "made_by": SCHEMA["$defs"]["made_by"]["properties"],
    "speaker": SCHEMA["$defs"]["speaker"]["properties"],
    "hop": SCHEMA["$defs"]["hop"]["properties"],
    "answers": SCHEMA["$defs"]["answer"]["properties"],
    "predicate": SCHEMA["$defs"]["predicate"]["properties"],
    "backing": SCHEMA["$defs"]["backing"]["properties"],
    "place": SCHEMA["$defs"]["place"]["properties"],
    "candidate": SCHEMA["$defs"]["candidate"]["properties"],
    "time": SCHEMA["$defs"]["time"]["properties"],
    "quantity": SCHEMA["$defs"]["quantity"]["properties"],
    "voice": SCHEMA["$defs"]["voice"]["properties"],
    "headline": SCHEMA["$defs"]["headline"]["properties"],
    "warnings": SCHEMA["$defs"]["warning"]["properties"],
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_key_is_documented(heading: str) -> None:
    """The reference page has a row for each key of each object, under that object's heading, in the schema's order."""
    page = (REFERENCE / "json.md").read_text("utf-8")
    sections = {part.splitlines()[0].strip("# `"): part for part in page.split("\n#")}
    rows = [line.split("|")[1].strip(" `") for line in sections[heading].splitlines() if line.startswith("| `")]
    assert rows == list(HEADINGS[heading])


def test_no_object_of_the_schema_is_left_undocumented() -> None:
    """The headings cover every object; findings share one."""
    named = {key for key, part in SCHEMA["$defs"].items() if part.get("type") == "object" and "_found" not in key}
    assert len(named) + 2 == len(HEADINGS)


def test_the_example_of_the_reference_page_keeps_the_contract() -> None:
    """What the page shows is a reading that the schema takes, key for key, and its spans open words of its text."""
    page = (REFERENCE / "json.md").read_text("utf-8")
    example = json.loads(page.split("```json\n")[1].split("```")[0])
    VALIDATOR.validate(example)
    (statement,) = example["statements"]
    ((start, end),) = statement["certainty"]["words"]
    assert example["report"]["text"][start:end] == "may"
    assert restore(example, Report(text=example["report"]["text"])).statements[0].speaker is not None
