"""The JSON contract of claims."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings

from reportedly.claims.claim import DriftKind, Relation, RootKind, Status
from reportedly.claims.edge import EdgeKind
from reportedly.exchange.claims import encode_claim, encode_values
from reportedly.exchange.edges import encode_edge
from reportedly.values import Bound, Certainty, SpeakerKind, Stance
from tests.cli.claimed import (
    CLAIM,
    COASTGUARD,
    DENIAL,
    DENIED,
    EDGES,
    FIRST_OF_CIRCLE,
    FIRST_OFFICIAL,
    HEADLINE,
    LIEN,
    MAY_BE,
    ORIGINS,
    RETOLD,
    SECOND_OF_CIRCLE,
    SECOND_OFFICIAL,
    STORY,
    UNANSWERED,
    UNCREDITED,
    WIRE,
    WIRE_TEXT,
    WIRE_WORDS,
    of,
)
from tests.stories import stories

if TYPE_CHECKING:
    import enum

    from reportedly.claims.claim import Story

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SCHEMA: dict[str, Any] = json.loads((REFERENCE / "claims.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
OBJECTS = {key: part for key, part in SCHEMA["$defs"].items() if part.get("type") == "object"}
MADE = encode_claim(STORY, CLAIM)


def test_the_contract_key_by_key() -> None:
    """What a claim is, how it stands and who has it."""
    assert list(MADE) == list(SCHEMA["properties"])
    plain = {key: MADE[key] for key in ("id", "wording", "clearest", "about", "status", "counts", "story", "why")}
    assert plain == {
        "id": CLAIM.id,
        "wording": WIRE_WORDS,
        "clearest": of(WIRE).proposition.id,
        "about": "people",
        "status": "contested",
        "counts": {"reports": 9, "publishers": 8},
        "story": STORY.id,
        "why": [*ORIGINS.reasons, "The Ministry of Transport denies a part of it"],
    }
    assert (MADE["first_seen"], MADE["last_change"]) == ("2025-03-04T09:10:00Z", "2025-03-06T08:00:00Z")
    assert MADE["standing"] == {
        "confirmed_by": [],
        "denied_by": [{"name": DENIED.name, "named": True, "narrower": True, "response": 0}],
        "unanswered_by": [{"name": UNANSWERED.name, "named": True, "narrower": False, "response": 1}],
        "withdrawn_by": [],
        "reasons": ["The Ministry of Transport denies a part of it"],
    }
    assert MADE["grade"]["letter"] + str(MADE["grade"]["digit"]) == "C3"


def test_a_statement_has_its_report_its_words_and_its_speaker() -> None:
    """In plain words, so that no reading is needed to see who says what."""
    said = next(each for each in MADE["statements"] if each["report"]["external_id"] == "coastguard")
    (statement,) = COASTGUARD.statements
    assert said == {
        "id": of(COASTGUARD).proposition.id,
        "statement": statement.id,
        "report": {
            "id": COASTGUARD.report.id,
            "external_id": "coastguard",
            "publisher": "The Tesmark Standard",
            "url": "https://coastguard.example/ferry",
            "published": "2025-03-05",
        },
        "content": statement.content.pairs,
        "words": "between 15 and 20 people may have died on the ferry",
        "words_in": "text",
        "headline": False,
        "stance": "asserts",
        "relation": "same",
        "negated": False,
        "certainty": "possible",
        "hedge": None,
        "speaker": {
            "identity": of(COASTGUARD).proposition.speaker,
            "id": statement.speaker.id if statement.speaker else None,
            "name": "A coastguard official",
            "kind": "unnamed-person",
            "named": False,
            "role": None,
            "affiliation": None,
            "country": None,
        },
        "known_from": "2025-03-05T00:00:00Z",
        "reasons": ["both count people who died on the Sorrel"],
    }


def test_a_headline_says_where_its_spans_are() -> None:
    """A title that is not in the text has spans of its own, and nobody says it."""
    said = next(each for each in MADE["statements"] if each["headline"])
    assert (said["id"], said["statement"], said["speaker"]) == (HEADLINE.proposition.id, None, None)
    assert (said["words_in"], said["content"]) == ("title", [[0, len(RETOLD.report.title or "")]])


def test_origins_are_a_range_with_their_roots() -> None:
    """Who may be one is told with the reason, and a circle is no origin."""
    origins = MADE["origins"]
    assert (origins["min"], origins["max"]) == (2, 4)
    assert [(root["kind"], root["named"]) for root in origins["roots"]] == [
        ("speaker", True),
        ("speaker", False),
        ("speaker", False),
        ("unknown", False),
    ]
    assert origins["roots"][0] == {
        "id": LIEN.id,
        "kind": "speaker",
        "name": "Odd Lien",
        "named": True,
        "reports": [{"id": WIRE.report.id, "external_id": "wire", "publisher": "Norrpress"}],
        "statements": [of(WIRE).proposition.id],
        "reasons": ["“Harbour master Odd Lien” says so"],
    }
    assert origins["may_be_one"] == [{"roots": [FIRST_OFFICIAL.id, SECOND_OFFICIAL.id], "reason": MAY_BE}]
    (circle,) = MADE["cycles"]
    assert [each["external_id"] for each in circle] == ["circle-1", "circle-2"]
    assert [each["id"] for each in circle] == [FIRST_OF_CIRCLE.report.id, SECOND_OF_CIRCLE.report.id]


def test_a_response_says_whether_it_covers_less() -> None:
    """Who did not answer has the words that say so."""
    denied, unanswered = MADE["responses"]
    assert (denied["id"], denied["stance"], denied["narrower"]) == (DENIED.statement, "denies", True)
    assert (denied["speaker"]["name"], denied["speaker"]["kind"]) == ("The Ministry of Transport", "government")
    assert (unanswered["stance"], unanswered["words"]) == ("no-response", "did not respond to a request for comment")
    assert denied["report"]["id"] == DENIAL.report.id


def test_an_edge_has_its_passages_in_both_texts() -> None:
    """A copy without credit is one all the same."""
    whole = [[0, len(WIRE_TEXT)]]
    assert encode_edge(STORY, EDGES[1]) == {
        "report": {"id": UNCREDITED.report.id, "external_id": "uncredited", "publisher": "The Strait Observer"},
        "from": {
            "id": WIRE.report.id,
            "external_id": "wire",
            "publisher": "Norrpress",
            "kind": "report",
            "name": None,
        },
        "kind": "copies",
        "wire": "Norrpress",
        "credited": False,
        "sure": True,
        "passages": [{"report": whole, "from": whole, "words": WIRE_TEXT}],
        "reasons": ["all of its words, within the hour"],
    }
    assert MADE["edges"] == [encode_edge(STORY, edge) for edge in EDGES]


def test_the_source_of_an_edge_may_be_a_speaker() -> None:
    """It has a name instead of a publisher."""
    edge = dataclasses.replace(EDGES[2], source=LIEN.id)
    assert encode_edge(STORY, edge)["from"] == {
        "id": LIEN.id,
        "external_id": None,
        "publisher": None,
        "kind": "speaker",
        "name": "Odd Lien",
    }


def test_values_and_changes_have_their_words() -> None:
    """A range stays a range, and both ends of a change are there."""
    assert [(each["low"], each["high"], each["bound"]) for each in MADE["values"]][:4] == [
        (12, None, "at-least"),
        (12, 12, "exactly"),
        (15, 20, "between"),
        (None, 18, "at-most"),
    ]
    assert [each["words"] for each in encode_values(STORY, CLAIM)] == [each["words"] for each in MADE["values"]]
    (drift,) = MADE["drift"]
    assert (drift["kind"], drift["from"]["words"], drift["to"]["words"]) == (
        "range-to-number",
        "at least 12 people",
        "Twelve people",
    )
    assert drift["to"]["report"]["external_id"] == "retold"


def _opened(story: Story, report: str, words_in: str, pairs: list[list[int]]) -> str:
    """Return the words of a report at some spans."""
    (entry,) = (each for each in story.entries if each.id == report)
    about = entry.reading.report
    text = about.text if words_in == "text" else about.title or ""
    return " … ".join(text[start:end] for start, end in pairs)


@given(stories())
@settings(max_examples=30)
def test_every_claim_is_valid_and_every_span_opens_its_words(story: Story) -> None:
    """Any claim validates against the schema, and its words stand in the reports at its spans."""
    (claim,) = story.claims
    value = encode_claim(story, claim)
    VALIDATOR.validate(value)
    placed = [*value["statements"], *value["responses"], *value["values"]]
    placed += [end for drift in value["drift"] for end in (drift["from"], drift["to"])]
    for each in placed:
        assert _opened(story, each["report"]["id"], each["words_in"], each["content"]) == each["words"]
    for edge in value["edges"]:
        for passage in edge["passages"]:
            assert _opened(story, edge["report"]["id"], "text", passage["report"]) == passage["words"]


def test_the_invented_story_keeps_the_contract() -> None:
    """The claim that the other tests show is a valid one, and its JSON says the same."""
    VALIDATOR.validate(MADE)
    assert json.loads(json.dumps(MADE)) == MADE


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        ((), "id", "1"),
        ((), "status", "true"),
        ((), "extra", 1),
        (("counts",), "reports", -1),
        (("origins",), "min", None),
        (("origins", "roots", 0), "kind", "truth"),
        (("origins", "may_be_one", 0), "roots", ["i1"]),
        (("statements", 0), "content", [[3]]),
        (("statements", 0), "relation", "other"),
        (("statements", 0, "report"), "external_id", 7),
        (("responses", 0), "narrower", None),
        (("edges", 0), "kind", "steals"),
        (("edges", 0, "passages", 0), "from", None),
        (("values", 0), "low", "12"),
        (("grade",), "digit", 7),
        (("grade",), "letter", "G"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(where: tuple[Any, ...], key: str, value: object) -> None:
    """A schema that accepts everything would prove nothing."""
    broken: Any = json.loads(json.dumps(MADE))
    place = broken
    for step in where:
        place = place[step]
    place[key] = value
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(broken)


def test_the_schema_is_a_schema_that_requires_every_key() -> None:
    """The schema is valid draft 2020-12, and no key that it names may be left out."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert len(OBJECTS) > 12
    for part in (SCHEMA, *OBJECTS.values()):
        assert sorted(part["required"]) == sorted(part["properties"])
        assert part["additionalProperties"] is False


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("statement", "relation", Relation),
        ("root", "kind", RootKind),
        ("edge", "kind", EdgeKind),
        ("value", "bound", Bound),
        ("drift", "kind", DriftKind),
    ],
)
def test_the_schema_has_every_member_of_every_closed_list(name: str, key: str, kind: type[enum.StrEnum]) -> None:
    """What can be found can be written, and nothing else."""
    assert SCHEMA["$defs"][name]["properties"][key]["enum"] == list(kind)


def test_the_schema_has_the_lists_that_readings_have() -> None:
    """Stances, certainties, kinds of speakers, and how claims stand."""
    assert SCHEMA["$defs"]["stance"]["enum"] == list(Stance)
    assert SCHEMA["$defs"]["certainty"]["enum"] == list(Certainty)
    assert SCHEMA["$defs"]["speaker"]["properties"]["kind"]["enum"] == [*SpeakerKind, None]
    assert SCHEMA["properties"]["status"]["enum"] == list(Status)


@pytest.mark.parametrize("name", ["The claim", *OBJECTS])
def test_every_key_is_documented(name: str) -> None:
    """The page has a row for each key of each object, under that object's heading, in the schema's order."""
    page = (REFERENCE / "claims.md").read_text("utf-8")
    sections = {part.splitlines()[0].strip("# `"): part for part in page.split("\n#")}
    rows = [line.split("|")[1].strip(" `") for line in sections[name].splitlines() if line.startswith("| `")]
    assert rows == list((SCHEMA if name == "The claim" else OBJECTS[name])["properties"])
