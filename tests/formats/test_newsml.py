"""Items of NewsML-G2 become reports, alone and several in a message."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded
from reportedly.values import Moment
from tests.formats.wires import PARAGRAPHS, TEXT, codes, found, news_item, nitf, reasons, reports

XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
    f"</head><body>{TEXT}</body></html></inlineXML>"
)
META = (
    '<itemClass qcode="ninat:text"/><provider qcode="nprov:VAL"><name>Valley Agency</name></provider>'
    "<versionCreated>2024-10-06T10:00:00Z</versionCreated><firstCreated>2024-10-05T10:00:00Z</firstCreated>"
    '<pubStatus qcode="stat:usable"/>'
)
ABOUT = "<headline>Dam drained</headline><by>By Ada Venn</by><dateline>ORLEN, Oct 5</dateline>"


def _message(*items: str) -> bytes:
    """Return a message with these items."""
    return f'<?xml version="1.0"?><newsMessage><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()


def test_an_item_is_read_with_all_that_it_states() -> None:
    """The provider is the publisher, the first version's time that of publication, the guid the id."""
    data = news_item(XHTML, meta=META, about=ABOUT).encode()
    (loaded,) = reports(data)
    report = loaded.report
    assert report.text == "Dam drained\n\nORLEN, Oct 5\n\n" + PARAGRAPHS
    assert (report.title, report.publisher, report.byline) == ("Dam drained", "Valley Agency", "Ada Venn")
    assert report.external_id == "urn:newsml:valley:1"
    assert (report.published, report.modified) == (Moment("2024-10-05T10:00:00Z"), Moment("2024-10-06T10:00:00Z"))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert (loaded.where, loaded.cautions) == ("f", ())


def test_several_items_come_in_their_order() -> None:
    """NITF inside, plain data and escaped HTML are read; an item without words is an error in its place."""
    picture = '<itemClass qcode="ninat:picture"/>'
    items = found(
        _message(
            news_item(f"<inlineXML>{nitf()}</inlineXML>", about=""),
            news_item('<remoteContent href="https://x.example/1.jpg"/>', meta=picture, about=""),
            news_item('<inlineData contenttype="text/plain">One said.\n\nTwo said.</inlineData>'),
            news_item('<inlineData contenttype="text/html">&lt;p&gt;One said.&lt;/p&gt;Two said.</inlineData>'),
        )
    )
    texts = [item.report.text for item in items if isinstance(item, Loaded)]
    assert texts == [
        "Dam drained\n\nMayor denies it\n\nORLEN, Oct 5\n\nThe dam will go, she said.",
        "Dam drained\n\nOne said.\n\nTwo said.",
        "Dam drained\n\nOne said.\n\nTwo said.",
    ]
    assert isinstance(items[1], ReportError)
    assert items[1].where == "f, item 2"
    assert "it is a picture" in items[1].reason
    first = items[0]
    assert isinstance(first, Loaded)
    assert (first.report.title, first.report.byline) == ("Dam drained", "Ada Venn")


def test_a_first_version_was_published_when_it_was_made() -> None:
    """Where the version is the first, its time is the first time; of a later one that is unknown."""
    meta = "<versionCreated>2024-10-05</versionCreated>"
    (first,) = reports(news_item(XHTML, meta=meta, more='version="1"').encode())
    (later,) = reports(news_item(XHTML, meta=meta, more='version="3"').encode())
    assert first.report.published == Moment("2024-10-05")
    assert (later.report.published, later.report.modified) == (None, Moment("2024-10-05"))


@pytest.mark.parametrize(
    ("provider", "name"),
    [('qcode="nprov:VAL"', "VAL"), ('literal="Valley Agency"', "Valley Agency")],
)
def test_a_provider_that_is_only_coded_is_named_by_its_code(provider: str, name: str) -> None:
    """A code is what stands there, without its scheme."""
    assert reports(news_item(XHTML, meta=f"<provider {provider}/>").encode())[0].report.publisher == name


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_an_item_that_was_taken_back_deserves_a_caution(status: str) -> None:
    """With its text, or as an error that says so without one."""
    meta = f'<pubStatus qcode="stat:{status}"/>'
    (loaded,) = reports(news_item(XHTML, meta=meta).encode())
    assert codes(loaded) == ["withdrawn"]
    assert status in reasons(news_item("", meta=meta, about="").encode())[0]


def test_a_correction_says_what_it_corrects() -> None:
    """The note to editors is kept."""
    meta = '<signal qcode="sig:correction"/><edNote>Corrects the height</edNote>'
    (loaded,) = reports(news_item(XHTML, meta=meta).encode())
    assert "Corrects the height" in loaded.cautions[0].message


def test_a_description_stands_for_a_missing_text() -> None:
    """With a caution; notes of other roles are not for readers."""
    about = '<description role="drol:summary">She said no.</description><description role="drol:note">x</description>'
    (loaded,) = reports(news_item("", about=about).encode())
    assert (loaded.report.text, codes(loaded)) == ("She said no.", ["summary-only"])


def test_a_package_only_points_to_items() -> None:
    """One error says to how many."""
    data = (
        b'<packageItem><groupSet><group><itemRef residref="a"/><itemRef residref="b"/></group></groupSet></packageItem>'
    )
    assert "points to 2" in reasons(data)[0]


def test_of_a_message_that_is_cut_off_what_came_is_in() -> None:
    """The reports have a caution, and an error tells of the loss."""
    loaded, error = found(_message(news_item(XHTML))[:-30])
    assert isinstance(loaded, Loaded)
    assert codes(loaded) == ["damaged"]
    assert isinstance(error, ReportError)


@given(data=st.binary(max_size=100), start=st.integers(0, 900))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands anywhere in a message, reports and errors come out."""
    whole = _message(news_item(XHTML, meta=META, about=ABOUT))
    assert found(whole[:start] + data + whole[start:], "newsml")
    assert found(data, "newsml")
