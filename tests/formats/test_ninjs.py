"""Items of ninjs become reports, of every version and alone or in a list."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, recognise
from reportedly.values import Moment
from tests.formats.wires import PARAGRAPHS, TEXT, codes, found, reasons, reports

ITEM = {
    "uri": "urn:newsml:valley:1",
    "headline": "Dam drained",
    "byline": "By Ada Venn",
    "body_xhtml": TEXT,
    "firstcreated": "2024-10-05T10:00:00Z",
    "versioncreated": "2024-10-06T10:00:00Z",
    "source": "Valley Agency",
    "pubstatus": "usable",
}


def test_an_item_is_read_with_all_that_it_states() -> None:
    """The id, the times and the provider are those of the standard."""
    data = json.dumps(ITEM).encode()
    (loaded,) = reports(data)
    report = loaded.report
    assert report.text == "Dam drained\n\n" + PARAGRAPHS
    assert (report.title, report.publisher, report.byline) == ("Dam drained", "Valley Agency", "Ada Venn")
    assert report.external_id == "urn:newsml:valley:1"
    assert (report.published, report.modified) == (Moment("2024-10-05T10:00:00Z"), Moment("2024-10-06T10:00:00Z"))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert loaded.cautions == ()


def test_later_versions_are_read() -> None:
    """Since version 2 headlines and bodies are lists."""
    item = {
        "uri": "urn:2",
        "by": "Bo Rask",
        "headlines": [{"role": "main", "value": "Dam drained"}],
        "bodies": [{"contenttype": "text/plain", "value": "short"}, {"contenttype": "text/html", "value": TEXT}],
        "infosources": [{"role": "x"}, {"name": "Valley Agency"}],
    }
    (loaded,) = reports(json.dumps(item).encode())
    assert loaded.report.text == "Dam drained\n\n" + PARAGRAPHS
    assert (loaded.report.publisher, loaded.report.byline) == ("Valley Agency", "Bo Rask")


@pytest.mark.parametrize("separator", [None, "\n"])
def test_several_items_are_read(separator: str | None) -> None:
    """In a list, or one after the other; what is no item is an error in its place."""
    several = [ITEM, 5, {"uri": "urn:3"}, {**ITEM, "body_xhtml": None, "body_text": "One said.\n\nTwo said."}]
    data = json.dumps(several) if separator is None else separator.join(map(json.dumps, several))
    items = found(data.encode())
    assert [isinstance(item, Loaded) for item in items] == [True, False, False, True]
    assert [item.where for item in items] == [f"f, item {number}" for number in (1, 2, 3, 4)]


def test_a_description_stands_for_a_missing_text() -> None:
    """With a caution."""
    (loaded,) = reports(json.dumps({**ITEM, "body_xhtml": "", "description_text": "She said no."}).encode())
    assert (loaded.report.text, codes(loaded)) == ("Dam drained\n\nShe said no.", ["summary-only"])


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_an_item_that_was_taken_back_deserves_a_caution(status: str) -> None:
    """What was said before is still read."""
    assert codes(reports(json.dumps({**ITEM, "pubstatus": status}).encode())[0]) == ["withdrawn"]


def test_a_correction_says_what_it_corrects() -> None:
    """The note to editors is kept."""
    item = {**ITEM, "signals": [{"code": "sig:correction"}], "ednote": "Corrects the height"}
    assert "Corrects the height" in reports(json.dumps(item).encode())[0].cautions[0].message


def test_a_list_that_is_cut_off_tells_of_the_loss() -> None:
    """The items before that place are read."""
    loaded, error = found(json.dumps([ITEM, ITEM]).encode()[:-20])
    assert isinstance(loaded, Loaded)
    assert isinstance(error, ReportError)
    assert "not JSON from here on" in error.reason


def test_our_own_reports_are_none() -> None:
    """An object with a text is a report, whatever else it has."""
    assert recognise(json.dumps({**ITEM, "text": "She said no."}, indent=1).encode()) == "json"
    assert "no items" in reasons(b"[]", "ninjs")[0]


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1))
def test_texts_come_back_as_they_were(text: str) -> None:
    """A plain text without white space is not changed by a single character."""
    (loaded,) = reports(json.dumps({"uri": "u", "headline": "", "body_text": "Said " + text}).encode())
    assert loaded.report.text == "Said " + text


@given(data=st.binary(max_size=100), start=st.integers(0, 400))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands anywhere in an item, reports and errors come out."""
    whole = json.dumps([ITEM]).encode()
    assert found(whole[:start] + data + whole[start:], "ninjs")
