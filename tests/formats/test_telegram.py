"""Telegram's exports: a message with a text is a report, word for word."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, telegram
from reportedly.values import Moment

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


def _message(text: object = "The mayor said no.", **fields: object) -> dict[str, object]:
    """Return a message of a channel."""
    return {
        "id": 7,
        "type": "message",
        "date": "2024-10-05T16:03:00",
        "date_unixtime": "1728136980",
        "from": "Orlen Valley",
        "from_id": "channel1234",
        "text": text,
        **fields,
    }


def _chat(*messages: object, **fields: object) -> dict[str, object]:
    """Return a channel with messages."""
    return {"name": "Orlen Valley", "type": "public_channel", "id": 1234, "messages": list(messages), **fields}


def _load(record: object) -> list[Loaded | ReportError]:
    """Load an export."""
    return list(telegram.load(json.dumps(record).encode(), "result.json"))


def _one(message: object, **fields: object) -> Loaded:
    """Load an export of one message."""
    (loaded,) = _load(_chat(message, **fields))
    assert isinstance(loaded, Loaded), loaded
    return loaded


def test_a_message_is_a_report() -> None:
    """With its chat as publisher, its times in UTC, and an id that is unique among chats."""
    data = json.dumps(_chat(_message(edited="2024-10-05T16:05:00", edited_unixtime="1728137100"))).encode()
    (loaded,) = telegram.load(data, "result.json")
    assert isinstance(loaded, Loaded)
    report = loaded.report
    assert report.text == "The mayor said no."
    assert (report.publisher, report.byline, report.external_id) == ("Orlen Valley", None, "1234/7")
    assert report.published == Moment("2024-10-05T14:03:00Z")
    assert report.modified == Moment("2024-10-05T14:05:00Z")
    assert (report.url, report.title) == (None, None)
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert loaded.where == "result.json, message 7"
    assert loaded.cautions == ()


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=())), st.booleans()), max_size=5))
def test_the_text_comes_back_unchanged(pieces: list[tuple[str, bool]]) -> None:
    """Strings and entities are joined as they stand, with no character lost or added."""
    written = [{"type": "link", "text": text} if entity else text for text, entity in pieces]
    text = json.loads(json.dumps("".join(json.dumps(piece)[1:-1] for piece, _ in pieces)))
    expected = "".join(json.loads(json.dumps(piece)) for piece, _ in pieces)
    found = [item.report.text for item in _load(_chat(_message(written))) if isinstance(item, Loaded)]
    assert found == ([expected] if expected.strip() else []), text


def test_who_wrote_it_is_the_byline_where_it_is_not_the_chat() -> None:
    """A member of a group, or who signed a channel's message."""
    assert _one(_message(**{"from": "Mira Holt"})).report.byline == "Mira Holt"
    assert _one(_message(author="Mira Holt")).report.byline == "Mira Holt"
    assert _one(_message(**{"from": None})).report.byline is None


def test_a_time_without_a_zone_keeps_none() -> None:
    """Old exports have only the exporter's local time."""
    message = _message(edited="1970-01-01T01:00:00")
    del message["date_unixtime"]
    report = _one(message).report
    assert report.published == Moment("2024-10-05T16:03:00")
    assert report.modified is None


@pytest.mark.parametrize("seconds", ["99999999999", "x", 1.5, [1], "300000000", "9" * 40, True])
def test_a_time_of_no_sense_is_left_out(seconds: object) -> None:
    """With a caution; the local time, where there is one, takes its place."""
    assert _one(_message(date_unixtime=seconds)).report.published == Moment("2024-10-05T16:03:00")
    loaded = _one(_message(date_unixtime=seconds, date=None))
    assert loaded.report.published is None
    assert [caution.code for caution in loaded.cautions] == ["bad-date"]


def test_a_forwarded_message_says_whose_words_it_passes_on() -> None:
    """In a caution, never in the text."""
    loaded = _one(_message(forwarded_from="Dam Watch"))
    assert loaded.report.text == "The mayor said no."
    assert [(caution.code, caution.message) for caution in loaded.cautions] == [
        ("forwarded", "forwarded from Dam Watch")
    ]
    assert "does not have" in _one(_message(forwarded_from=None)).cautions[0].message


def test_an_address_is_never_made_up() -> None:
    """It is there only where a public chat's export states it."""
    link = "https://t.me/orlenvalley/7"
    assert _one(_message(link=link)).report.url == link
    assert _one(_message(link=link), type="private_channel").report.url is None
    assert _one(_message(link="javascript:alert(1)")).report.url is None


def test_what_has_no_text_is_passed_by() -> None:
    """Photographs, notes of the service and empty texts."""
    silent = [
        _message("", photo="photos/1.jpg"),
        _message([]),
        _message(" \n"),
        {"id": 1, "type": "service", "action": "create_channel", "text": "x"},
    ]
    assert len(_load(_chat(*silent, _message()))) == 1
    (error,) = _load(_chat(*silent))
    assert str(error) == "result.json: holds no messages with a text"


def test_every_chat_of_a_full_export_is_read() -> None:
    """Also those that were left; one that is none is an error in its place."""
    found = _load(
        {
            "about": "x",
            "chats": {"list": [_chat(_message()), {"id": 5}, 3, _chat(_message(), id="x-1")]},
            "left_chats": {"list": [_chat(_message(), id=9)]},
        }
    )
    assert [item.where for item in found] == [
        "result.json, chat 1234, message 7",
        "result.json, chat 5",
        "result.json, chat number 3",
        "result.json, chat x-1, message 7",
        "result.json, chat 9, message 7",
    ]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (3, "result.json, message number 1: not an object"),
        (_message(3), "result.json, message 7: its text is neither a string nor a list"),
        (_message(["x", 3]), "result.json, message 7: a piece of its text is neither"),
        (_message([{"type": "link"}]), "result.json, message 7: a piece of its text is neither"),
        (_message({"a": 1}, id=None), "result.json, message number 1: its text is neither"),
        (_message([""] * 100_001), "result.json, message 7: its text has 100,001 pieces"),
    ],
)
def test_a_bad_message_does_not_stop_the_others(message: object, said: str) -> None:
    """The error has the message's id, or its place."""
    error, loaded = _load(_chat(message, _message()))
    assert str(error).startswith(said)
    assert isinstance(loaded, Loaded)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not JSON"),
        (b'{"messages": [', "the file may be cut off"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a": "\xff"}', "not UTF-8"),
        (b'{"text": "x"}', "not an export"),
        (b"[]", "not an export"),
    ],
)
def test_what_is_no_export_says_so(data: bytes, reason: str) -> None:
    """One error, with a reason."""
    (error,) = telegram.load(data, "x")
    assert isinstance(error, ReportError)
    assert reason in error.reason


@pytest.mark.parametrize(
    ("record", "claimed"),
    [
        (_chat(), True),
        (_chat(type="saved_messages"), True),
        ({"chats": {"list": []}}, True),
        ({"left_chats": {"list": []}}, True),
        ({"type": "thread", "messages": []}, False),
        ({"messages": []}, False),
        ({"chats": []}, False),
        ({"text": "x"}, False),
        ([], False),
        (None, False),
    ],
)
def test_exports_are_told_from_other_json(record: object, claimed: bool) -> None:  # noqa: FBT001 - the table's
    """By what they hold."""
    assert telegram.claims(record) is claimed


@given(ANY_JSON, st.sampled_from(["id", "type", "date", "date_unixtime", "edited", "from", "text", "forwarded_from"]))
def test_any_value_in_any_field_raises_nothing(value: Any, field: str) -> None:  # noqa: ANN401 - JSON is anything
    """Whatever stands in a field, reports and errors are all that comes."""
    found = [*_load(_chat(_message(**{field: value}))), *_load(_chat(_message(), **{field: value})), *_load(value)]
    assert all(isinstance(item, (Loaded, ReportError)) for item in found)
    assert found
