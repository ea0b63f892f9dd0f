"""Whatever sources hold comes as items, with the bytes that belong to each."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import FORMATS, Given, Loaded
from reportedly.intake import received
from reportedly.intake.fetch import Fetched
from reportedly.intake.received import Wanted
from reportedly.ledger import Retrieval

if TYPE_CHECKING:
    from pathlib import Path


def _refused(address: str) -> Fetched:
    """Fetch nothing."""
    raise ReportError(address, "not asked for")


@given(data=st.binary(max_size=300), kind=st.sampled_from([None, "text", "html", "jsonl", "csv", "json"]))
def test_any_bytes_give_reports_or_errors(data: bytes, kind: str | None) -> None:
    """Nothing is raised, kept bytes are those that came, and there is always something to tell."""
    for keep in (True, False):
        for columns in ({"text": "a"}, None):
            wanted = Wanted(Given(), _refused, kind, columns, keep, io.BytesIO(data))
            items = list(received.received(["-"], wanted))
            assert items
            assert all(isinstance(item.found, Loaded | ReportError) for item in items)
            assert all(item.data is None or item.data in data for item in items)


@given(data=st.binary(max_size=300), kind=st.sampled_from([None, *FORMATS]), charset=st.sampled_from([None, "koi8-r"]))
def test_any_page_gives_reports_or_errors(data: bytes, kind: str | None, charset: str | None) -> None:
    """Whatever a server answers, and whatever it is said to be, nothing is raised."""
    answer = Fetched(data, Retrieval("2025-03-04T14:00:00Z", "https://a.example/x.csv"), "text/html", charset)
    wanted = Wanted(Given(), lambda _: answer, kind, {"text": "a"}, keep_bytes=True)
    items = list(received.received(["https://a.example/x"], wanted))
    assert all(item.retrieval == answer.retrieval for item in items)
    assert all(isinstance(item.found, Loaded | ReportError) for item in items)


@pytest.mark.parametrize("size", [10, 1_200_000])
def test_lines_have_their_own_bytes(tmp_path: Path, size: int) -> None:
    """Also where a line goes beyond the head that is read to recognise the format, and after a byte order mark."""
    lines = [b'{"text": "%s"}' % (letter * size) for letter in (b"a", b"b")]
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + lines[0] + b"\r\n\n  " + lines[1])
    items = list(received.received([str(tmp_path / "a.jsonl")], Wanted(Given(), _refused, keep_bytes=True)))
    assert [item.data for item in items] == lines
    for item in items:
        assert isinstance(item.found, Loaded)
        assert hashlib.sha256(item.data or b"").hexdigest() == item.found.report.sha256


def test_bytes_that_are_too_many_to_keep_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reports come all the same."""
    monkeypatch.setattr(received, "MAX_KEPT", 10)
    (tmp_path / "a.json").write_text('[{"text": "One."}, {"text": "Two."}]', encoding="utf-8")
    first, *others = received.received([str(tmp_path / "a.json")], Wanted(Given(), _refused, keep_bytes=True))
    assert "its bytes are not kept: they are more than 10" in str(first.found)
    assert [(type(item.found), item.data) for item in others] == [(Loaded, None)] * 2
