"""JSON: one report, a list of them, or several values one after the other."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, load


def _texts(data: bytes) -> list[str]:
    """Load JSON and return texts, or reasons of errors."""
    found = load(data, where="a.json", kind="json")
    return [item.report.text if isinstance(item, Loaded) else str(item) for item in found]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "one"}', ["one"]),
        (b'\n[{"text": "one"},\n {"text": "two"}]\n', ["one", "two"]),
        (b'{"text": "one"}\n{"text": "two"}', ["one", "two"]),
        (b'[{"text": "one"}] [{"text": "two"}]', ["one", "two"]),
        (b'[{"text": "one"}, 3, {"text": "two"}]', ["one", "a.json, report 2: not a JSON object but a number", "two"]),
        (b"[]", ["a.json: holds no reports"]),
        (b"", ["a.json: holds no reports"]),
        (b'[{"text": "one"},', ["one", "a.json: the list of reports is not closed: the file may be cut off"]),
    ],
)
def test_reports_are_found_wherever_they_stand(data: bytes, texts: list[str]) -> None:
    """Single reports, lists and sequences give their reports in order; what is none is an error in its place."""
    starts = [text.partition(": a report is")[0] for text in _texts(data)]
    assert starts == texts


def test_damage_keeps_what_stands_before_it() -> None:
    """Reports before the place where the JSON breaks are read; the error says in which line that is."""
    one, error = _texts(b'[{"text": "one"},\n{"text": oops},\n{"text": "two"}]')
    assert one == "one"
    assert error.startswith("a.json, line 2: not JSON from here on")


def test_a_digest_is_of_the_bytes_that_were_the_report() -> None:
    """One report in a file has the file's digest, one of many that of its own object."""
    data = b' {"text": "one"}\n'
    (alone,) = load(data, where="x", kind="json")
    assert isinstance(alone, Loaded)
    assert alone.report.sha256 == hashlib.sha256(data).hexdigest()
    listed = next(load(b'[{"text": "one"}, {"text": "two"}]', where="x", kind="json"))
    assert isinstance(listed, Loaded)
    assert listed.report.sha256 == hashlib.sha256(b'{"text": "one"}').hexdigest()


def test_other_encodings_are_refused() -> None:
    """JSON is UTF-8; a guess would change the text."""
    (error,) = load('{"text": "café"}'.encode("cp1252"), where="x", kind="json")
    assert isinstance(error, ReportError)
    assert "UTF-8" in error.reason


@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=1, max_size=4))
def test_texts_in_a_list_come_back_unchanged(texts: list[str]) -> None:
    """Code point for code point, as in JSON lines."""
    data = json.dumps([{"text": text} for text in texts]).encode()
    assert _texts(data) == [json.loads(json.dumps(text)) for text in texts]
