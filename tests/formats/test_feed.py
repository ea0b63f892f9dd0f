"""Entries of RSS, RDF and Atom become reports with the full text, and under the name of who published them."""

from __future__ import annotations

import xml.sax.saxutils

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, feed, load
from reportedly.values import Moment
from tests.formats.wires import PARAGRAPHS, TEXT, atom, codes, found, reasons, reports, rss

WORDS = st.lists(st.text("abc <>&\"'é–“”д中", min_size=1).filter(str.strip), min_size=1, max_size=4)


def test_an_entry_is_its_headline_and_its_full_text() -> None:
    """The full text counts for more than the summary, and all that the entry states of itself is kept."""
    (loaded,) = reports(
        rss(
            "<title>Dam &amp;amp; weir drained</title><link>https://valley.example/1?a=1&amp;b=2</link>"
            '<guid isPermaLink="false">v-1</guid><pubDate>Sat, 05 Oct 2024 14:03:00 +0200</pubDate>'
            "<dc:creator>Ada Venn</dc:creator><description>In short.</description>"
            f"<content:encoded><![CDATA[{TEXT}<script>track()</script>]]></content:encoded>"
        )
    )
    report = loaded.report
    assert report.text == "Dam & weir drained\n\n" + PARAGRAPHS
    assert (report.title, report.publisher, report.byline) == ("Dam & weir drained", "Valley Courier", "Ada Venn")
    assert (report.url, report.external_id) == ("https://valley.example/1?a=1&b=2", "v-1")
    assert (report.published, report.modified) == (Moment("2024-10-05T14:03:00+02:00"), None)
    assert (loaded.where, loaded.cautions) == ("f, entry 1", ())


def test_a_summary_alone_deserves_a_caution() -> None:
    """Whoever reads it knows that the text goes on elsewhere."""
    (loaded,) = reports(
        rss("<title>Dam drained</title><description>The mayor said &lt;b&gt;no&lt;/b&gt;.</description>")
    )
    assert loaded.report.text == "Dam drained\n\nThe mayor said no."
    assert codes(loaded) == ["summary-only"]


def test_the_source_of_an_entry_is_its_publisher() -> None:
    """An aggregator is not who published; its list of headlines is not the text; links and ids name nobody."""
    summary = "&lt;a href='https://news.example/x'&gt;Mayor denies it&lt;/a&gt;&lt;font&gt;Hill Post&lt;/font&gt;"
    (loaded,) = reports(
        rss(
            "<title>Mayor denies it - Hill Post</title><link>https://news.example/x</link>"
            f'<description>{summary}</description><source url="https://hillpost.example">Hill Post</source>',
            head="<title>News of all the world</title>",
        )
    )
    assert (loaded.report.publisher, loaded.report.title) == ("Hill Post", "Mayor denies it")
    assert loaded.report.text == "Mayor denies it"
    assert "only the headline" in loaded.cautions[0].message


def test_headlines_of_others_are_no_text() -> None:
    """A cluster of links to other publishers is not what this one says."""
    summary = "".join(f"&lt;li&gt;&lt;a&gt;{each}&lt;/a&gt;&lt;/li&gt;" for each in ("Dam bursts", "Dam holds"))
    (loaded,) = reports(
        rss(f"<title>Dam</title><description>&lt;ol&gt;{summary}&lt;/ol&gt;</description><source>Hill Post</source>")
    )
    assert loaded.report.text == "Dam"


def test_a_source_without_a_name_is_named_by_its_host() -> None:
    """What it states is an address, and the feed's own title would be somebody else's name."""
    entry = '<title>A</title><description>She said no.</description><source url="https://www.hill.example/rss"/>'
    assert reports(rss(entry))[0].report.publisher == "hill.example"


def test_atom_is_read_with_its_source_and_authors() -> None:
    """XHTML, plain text and escaped HTML are told apart; the feed's authors stand in for an entry's."""
    one, two, three = reports(
        atom(
            '<title>One</title><id>tag:1</id><link href="https://valley.example/1"/>'
            '<link rel="self" href="https://x.example"/>'
            "<published>2024-10-05T10:00:00Z</published><updated>2024-10-06T10:00:00Z</updated>"
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{TEXT}</div></content>',
            "<title>Two</title><summary>5 &lt; 6, he said.\n\nSo what?</summary>"
            "<source><title>Hill Post</title><id>https://hill.example</id></source>",
            '<title type="html">&lt;b&gt;Three&lt;/b&gt;</title>'
            f'<content type="html">{xml.sax.saxutils.escape(TEXT)}</content>',
            head="<title>Valley Courier</title><author><name>News desk</name><email>a@b.example</email></author>",
        )
    )
    assert one.report.text == "One\n\n" + PARAGRAPHS
    assert (one.report.url, one.report.external_id, one.report.byline) == (
        "https://valley.example/1",
        "tag:1",
        "News desk",
    )
    assert (one.report.published, one.report.modified) == (
        Moment("2024-10-05T10:00:00Z"),
        Moment("2024-10-06T10:00:00Z"),
    )
    assert two.report.text == "Two\n\n5 < 6, he said.\n\nSo what?"
    assert (two.report.publisher, two.report.byline) == ("Hill Post", None)
    assert (three.report.text, three.report.title) == ("Three\n\n" + PARAGRAPHS, "Three")


def test_rss_1_is_read_with_its_date() -> None:
    """RDF states with `dc:date` when an entry was published."""
    (loaded,) = reports(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>Valley Courier</title></channel>'
        b'<item rdf:about="https://valley.example/1"><title>Dam</title><link>https://valley.example/1</link>'
        b"<description>She said no.</description><dc:date>2024-10-05T10:00Z</dc:date></item></rdf:RDF>"
    )
    assert loaded.report.published == Moment("2024-10-05T10:00Z")
    assert loaded.report.external_id == "https://valley.example/1"


@pytest.mark.parametrize("version", ["0.91", "0.92", "2.0"])
def test_old_versions_are_read(version: str) -> None:
    """With their document type too, which is never fetched."""
    doctype = (
        b'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    )
    data = rss("<title>Dam</title><description>She said no.</description>").replace(b"2.0", version.encode())
    assert reports(data.replace(b"?>\n", b"?>\n" + doctype, 1))[0].report.text == "Dam\n\nShe said no."


@pytest.mark.parametrize("date", ["Thu, 01 Jan 1970 00:00:00 GMT", "2999-01-01", "05/10/2024"])
def test_a_date_that_cannot_be_is_left_out(date: str) -> None:
    """Defaults of software and dates to come are no dates of publication, and none is made up instead."""
    (loaded,) = reports(rss(f"<description>She said no.</description><pubDate>{date}</pubDate>"))
    assert loaded.report.published is None
    assert "bad-date" in codes(loaded)


def test_a_missing_date_is_unknown() -> None:
    """It is not today's, and no caution."""
    (loaded,) = reports(rss("<description>She said no.</description>"))
    assert (loaded.report.published, codes(loaded)) == (None, ["summary-only"])


def test_of_a_feed_that_is_cut_off_what_came_is_in() -> None:
    """The entries before that place are whole, the one at it has a caution, and an error tells of the loss."""
    entries = [f"<title>Title {n}</title><description>Witness {n} said no.</description>" for n in range(3)]
    items = found(rss(*entries)[:-60])
    loaded = [item for item in items if isinstance(item, Loaded)]
    assert [item.report.title for item in loaded] == ["Title 0", "Title 1", "Title 2"]
    assert [("damaged" in codes(item)) for item in loaded] == [False, False, True]
    assert isinstance(items[-1], ReportError)
    assert "broken XML" in items[-1].reason


def test_a_wrong_tag_costs_no_other_entry() -> None:
    """What follows the broken place is read with all its marks."""
    entries = [
        f"<title>T{n}</title><description>She &lt;b&gt;said&lt;/b&gt; A&amp;B {n}.</description>" for n in range(3)
    ]
    items = found(rss(*entries).replace(b"T1</title>", b"T1</titel>"))
    texts = [item.report.text for item in items if isinstance(item, Loaded)]
    assert texts[0] == "T0\n\nShe said A&B 0."
    assert texts[-1] == "T2\n\nShe said A&B 2."
    assert isinstance(items[-1], ReportError)


def test_what_people_write_in_xml_is_no_damage() -> None:
    """Characters by their names in HTML, a bare ampersand and a prefix that nobody declared are understood."""
    entry = "<title>AT&T &eacute;t&eacute; &nosuch;</title><media:x>a</media:x><description>She said no.</description>"
    (loaded,) = reports(rss(entry))
    assert loaded.report.title == "AT&T été &nosuch;"


def test_the_declared_encoding_is_followed() -> None:
    """Also where it is an old one; control characters are shown as lost."""
    data = (
        b'<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><description>Caf\xe9 \x01 said.'
    )
    (loaded,) = reports(data + b"</description></item></channel></rss>")
    assert loaded.report.text == "Café \ufffd said."
    assert "undecodable" in codes(loaded)


def test_entities_of_its_own_are_refused() -> None:
    """A document that could grow without end, or name a file, is not read at all."""
    data = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><item><title>&a;'
    (reason,) = reasons(data)
    assert "entities" in reason


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "not XML"),
        (b"The mayor said no.", "not XML"),
        (b"<html><p>x</p></html>", "its root is <html>"),
        (b"<rss version='2.0'><channel/></rss>", "no entries"),
        (rss(""), "entry 1: holds neither"),
        (rss(f"<description>{'&lt;i&gt;a' * 2000}</description>"), "nested more than"),
    ],
)
def test_what_holds_no_report_says_so(data: bytes, part: str) -> None:
    """The reason names the place and what is wrong."""
    (reason,) = reasons(data, "feed")
    assert part in reason


def test_a_feed_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason says how much is read."""
    monkeypatch.setattr(feed, "MAX_BYTES", 10)
    assert "at most 10" in reasons(rss(""))[0]


def test_names_that_are_no_names_are_cut() -> None:
    """Nobody is called a million letters, in which feedparser would search for an address for hours."""
    (loaded,) = reports(rss(f"<author>{'a' * 1_000_000}</author><description>She said no.</description>"))
    assert len(loaded.report.byline or "") <= 500


@given(paragraphs=WORDS)
def test_texts_come_back_as_they_were(paragraphs: list[str]) -> None:
    """However text is escaped, the paragraphs that come out are those that went in."""
    stated = [" ".join(each.split()) for each in paragraphs]
    escaped = "".join(f"<p>{xml.sax.saxutils.escape(each)}</p>" for each in stated)
    content = xml.sax.saxutils.escape(escaped)
    (item,) = load(rss(f"<content:encoded>{content}</content:encoded>"), where="f")
    if isinstance(item, Loaded):
        assert item.report.text == "\n\n".join(stated)
    else:
        assert not any(character.isalnum() for each in stated for character in each)


@given(data=st.binary(max_size=200), start=st.integers(0, 400))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands anywhere in a feed, reports and errors come out."""
    whole = rss(f"<title>Dam</title><content:encoded><![CDATA[{TEXT}]]></content:encoded>")
    assert found(whole[:start] + data + whole[start:], "feed")
    assert found(data, "feed")
