"""An item of NITF becomes a report with its headlines, its dateline and its text."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded
from reportedly.values import Moment
from tests.formats.wires import codes, found, nitf, reasons, reports

WHOLE = nitf(
    docdata='<doc-id id-string="v-1"/><date.issue norm="20241005T140300Z"/>',
    head='<pubdata name="Valley Courier" ex-ref="https://valley.example/1"/>'
    '<revision-history norm="20241005T150000Z"/><revision-history norm="20241006T100000Z"/>',
    body="<block><p>The dam&nbsp;will <em>go</em>, she said.</p><media><media-caption>A dam.</media-caption></media>"
    "<p>He &amp; she denied it.</p><hl2>Water</hl2><table><tr><td>Gate</td><td>open, he said</td></tr></table></block>",
)


def test_an_item_is_read_with_all_that_it_states() -> None:
    """Headlines and dateline come before the text; the byline is a name; captions are no text."""
    data = b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">' + WHOLE.encode()
    (loaded,) = reports(data)
    report = loaded.report
    assert report.text.split("\n\n") == [
        "Dam drained",
        "Mayor denies it",
        "ORLEN, Oct 5",
        "The dam will go, she said.",
        "He & she denied it.",
        "Water",
        "Gate\topen, he said",
    ]
    assert (report.title, report.publisher, report.byline) == ("Dam drained", "Valley Courier", "Ada Venn")
    assert (report.external_id, report.url) == ("v-1", "https://valley.example/1")
    assert (report.published, report.modified) == (Moment("2024-10-05T14:03:00Z"), Moment("2024-10-06T10:00:00Z"))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert loaded.cautions == ()


def test_a_dateline_that_begins_the_text_stands_there_once() -> None:
    """Some write it in both places."""
    (loaded,) = reports(nitf(body="<p>ORLEN, Oct 5 (Courier) - The dam will go, she said.</p>").encode())
    assert loaded.report.text.count("ORLEN") == 1


def test_a_byline_without_a_person_is_read_as_it_stands() -> None:
    """Only the word that introduces it is left out, and what the writer is."""
    data = nitf().replace("<person>Ada Venn</person>", "Bo Rask and Ada Venn").encode()
    assert reports(data)[0].report.byline == "Bo Rask and Ada Venn"


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_an_item_that_was_taken_back_deserves_a_caution(status: str) -> None:
    """What was said before is still read, and nobody takes it for what is said now."""
    (loaded,) = reports(nitf().replace("usable", status).encode())
    assert codes(loaded) == ["withdrawn"]
    assert status in loaded.cautions[0].message


def test_a_correction_says_what_it_corrects() -> None:
    """The publisher's own words about it are kept."""
    (loaded,) = reports(nitf(docdata='<correction info="Corrects the height"/>').encode())
    assert codes(loaded) == ["withdrawn"]
    assert "Corrects the height" in loaded.cautions[0].message


def test_an_abstract_stands_for_a_missing_text() -> None:
    """With a caution."""
    data = nitf(body="").replace("</body.head>", "<abstract><p>She said no.</p></abstract></body.head>").encode()
    (loaded,) = reports(data)
    assert loaded.report.text == "Dam drained\n\nShe said no."
    assert codes(loaded) == ["summary-only"]


def test_of_an_item_that_is_cut_off_what_came_is_in() -> None:
    """It has a caution, and an error tells of the loss."""
    loaded, error = found(WHOLE.encode()[: WHOLE.index("denied it.")])
    assert isinstance(loaded, Loaded)
    assert "The dam will go, she said." in loaded.report.text
    assert codes(loaded) == ["damaged"]
    assert isinstance(error, ReportError)


def test_what_is_no_nitf_says_so() -> None:
    """The reason names the root."""
    assert "its root is <rss>" in reasons(b"<rss/>", "nitf")[0]


@given(data=st.binary(max_size=100), start=st.integers(0, 900))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands anywhere in an item, reports and errors come out."""
    whole = WHOLE.encode()
    assert found(whole[:start] + data + whole[start:], "nitf")
