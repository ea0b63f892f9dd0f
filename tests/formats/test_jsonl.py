"""JSON lines: a report a line, its text unchanged, and an error for each bad line."""

from __future__ import annotations

import hashlib
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, jsonl, load, load_lines
from reportedly.values import Moment

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def _lines(*records: object) -> bytes:
    """Write records as JSON lines."""
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def _load(data: bytes) -> list[Loaded | ReportError]:
    """Load JSON lines."""
    return list(load(data, where="a.jsonl", path="a.jsonl"))


@given(st.lists(ANY_TEXT, min_size=1, max_size=4), st.booleans())
def test_the_text_comes_back_unchanged(texts: list[str], escaped: bool) -> None:  # noqa: FBT001 - drawn
    """Code point for code point: lone surrogates, NULs, line ends, whatever a string can hold."""
    records = [json.dumps({"id": place, "text": text}, ensure_ascii=True) for place, text in enumerate(texts)]
    if not escaped:
        records = [
            json.dumps({"text": text}, ensure_ascii=any("\ud800" <= character <= "\udfff" for character in text))
            for text in texts
        ]
    found = list(load("\n".join(records).encode(), where="x", kind="jsonl"))
    assert [item.report.text for item in found if isinstance(item, Loaded)] == [
        json.loads(record)["text"] for record in records
    ]


@pytest.mark.parametrize(
    "text", ["\ud800 alone", "a\0b", "one\r\ntwo\r", "\ufeffmarked", "", " \t ", "\u2028", "👩🏽‍🚒"]
)
def test_texts_that_others_mend_stay_as_they_are(text: str) -> None:
    """These exact strings survive."""
    (loaded,) = _load(_lines({"text": text}))
    assert isinstance(loaded, Loaded)
    assert loaded.report.text == text


def test_every_field_is_read() -> None:
    """What a record says of its report is in the report, with the digest of the line and the place of it."""
    record = {
        "id": "x-1",
        "text": "The mayor said no.",
        "title": "No",
        "publisher": "Valley Courier",
        "byline": "Mira Holt",
        "url": "https://valleycourier.example/no",
        "published": "2024-10-05T14:00Z",
        "modified": "2024-10",
        "mood": "ignored",
    }
    line = json.dumps(record).encode()
    (loaded,) = _load(b"\n" + line + b"\r\n")
    assert isinstance(loaded, Loaded)
    report = loaded.report
    assert (report.external_id, report.title, report.publisher) == ("x-1", "No", "Valley Courier")
    assert (report.byline, report.url, report.path) == ("Mira Holt", "https://valleycourier.example/no", "a.jsonl")
    assert (report.published, report.modified) == (Moment("2024-10-05T14:00Z"), Moment("2024-10"))
    assert report.sha256 == hashlib.sha256(line).hexdigest()
    assert loaded.where == "a.jsonl, line 2"
    assert loaded.cautions == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [('"a"', "a"), ("7", "7"), ("7.50", "7.50"), ("-0", "0"), ("9" * 40, "9" * 40), ("null", None), ('""', "")],
)
def test_ids_are_strings_as_they_are_written(written: str, read: str | None) -> None:
    """A number is an id too, and keeps its digits."""
    (loaded,) = _load(f'{{"id": {written}, "text": "x"}}'.encode())
    assert isinstance(loaded, Loaded)
    assert loaded.report.external_id == read


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1]", "not a JSON object but a list"),
        (b"3", "not a JSON object but a number"),
        (b'{"title": "x"}', 'no "text"'),
        (b'{"text": 3}', '"text" is no string'),
        (b'{"text": null}', '"text" is no string'),
        (b'{"text": "caf\xe9"}', "not UTF-8 (byte 0xe9 at 13)"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "cannot be read"),
        (b"[" * 100_000, "JSON that cannot be read: nested too deep"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, reason: str) -> None:
    """The error names file, line and reason; the lines around it are reports."""
    good = _lines({"text": "x"})
    first, bad, last = _load(good + line + b"\n" + good)
    assert isinstance(first, Loaded)
    assert isinstance(last, Loaded)
    assert isinstance(bad, ReportError)
    assert bad.where == "a.jsonl, line 2"
    assert reason in bad.reason


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", 3, "bad-field"),
        ("publisher", ["x"], "bad-field"),
        ("url", {"x": 1}, "bad-field"),
        ("byline", True, "bad-field"),
        ("id", True, "bad-field"),
        ("id", [1], "bad-field"),
        ("published", "soon", "bad-date"),
        ("published", 1728136980, "bad-date"),
        ("modified", "2999-01-01", "bad-date"),
    ],
)
def test_a_field_of_no_sense_is_left_out_with_a_caution(field: str, value: object, code: str) -> None:
    """The report is kept, without the field, and says so."""
    (loaded,) = _load(_lines({"text": "x", field: value}))
    assert isinstance(loaded, Loaded)
    assert getattr(loaded.report, "external_id" if field == "id" else field) is None
    assert [caution.code for caution in loaded.cautions] == [code]
    assert field in loaded.cautions[0].message


def test_nothing_at_all_is_an_error() -> None:
    """A file without a single report says so."""
    (error,) = _load(b"\n \n")
    assert isinstance(error, ReportError)
    assert error.reason == "holds no reports"


def test_utf_16_is_read_by_its_mark() -> None:
    """Some shells write UTF-16; its byte order mark tells."""
    found = list(load('{"text": "café"}\n{"text": "no"}'.encode("utf-16"), where="x", kind="jsonl"))
    assert [item.report.text for item in found if isinstance(item, Loaded)] == ["café", "no"]


def test_lines_are_taken_from_a_stream_one_by_one() -> None:
    """The first report is there before the second line is read."""
    stream = io.BytesIO(b'\xef\xbb\xbf{"text": "one"}\n{"text": "two"}\n')
    found = load_lines(stream, where="x")
    first = next(found)
    assert isinstance(first, Loaded)
    assert first.report.text == "one"
    assert stream.tell() < len(stream.getvalue())


def test_a_line_that_is_too_long_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless line is passed over without being held in memory, and the next line is read."""
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 100)
    for length in (101, 150, 200, 201, 1000):
        error, loaded = _load(b'"' + b"a" * (length - 2) + b'"\n' + b'{"text": "next"}')
        assert isinstance(error, ReportError), length
        assert "too long" in error.reason
        assert isinstance(loaded, Loaded)
        assert loaded.where == "a.jsonl, line 2"
