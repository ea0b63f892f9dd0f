"""Formats are told from what bytes hold, and from a file's name only where that does not tell."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import HEAD, by_suffix, foreign, recognise


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "report.txt", "pdf"),
        (b"\xef\xbb\xbf  %PDF-1.7\n", None, "pdf"),
        (b"junk before %PDF-1.7\n", "report.pdf", "pdf"),
        (b"%PDF- is how such a file begins".rjust(60), None, "pdf"),
        (b"The file began with %PDF-, she said.", None, "text"),
        (b"<!DOCTYPE html><p>x", "report.txt", "html"),
        (b"\n <!-- saved --> <HTML lang='en'>", "report.md", "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", None, "html"),
        ("<html>".encode("utf-16"), None, "html"),
        (b"<p>The mayor said no.</p>", None, "html"),
        (b"<p>The mayor said no.</p>", "report.md", "markdown"),
        (b"<p>The mayor said no.</p>", "report.txt", "text"),
        (b"She said <p> begins a paragraph.", None, "text"),
        (b'{"text": "a"}\n{"text": "b"}\n', "reports.json", "jsonl"),
        (b'{"text": "a"}\n{"text": "b"}\n', None, "jsonl"),
        (b'{"id": 1}\n{"text": "b"}\n', None, "jsonl"),
        (b'{"text": "a"}', "report.json", "json"),
        (b'{\n  "text": "a"\n}', None, "json"),
        (b'[{"text": "a"}]', "reports.jsonl", "json"),
        (b"{ broken\n", "reports.jsonl", "jsonl"),
        (b"[Correction] The mayor said yes.", None, "text"),
        (b"{sic} said the mayor", None, "text"),
        (b"# Dam\n", "report.md", "markdown"),
        (b"# Dam\n", None, "text"),
        (b"", None, "text"),
        (b"", "empty.jsonl", "jsonl"),
        (b"\xff\xfe", None, "text"),
        (b"<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><!-- x --><rss version='2.0'>", "feed.txt", "feed"),
        (b"<!DOCTYPE rss PUBLIC '-//x' 'http://x.example/rss.dtd'>\n<rss>", None, "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed.html", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>".encode("utf-16"), None, "feed"),
        (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", None, "feed"),
        (b"<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>", None, "feed"),
        (b"<opml version='2.0'><head>", None, "opml"),
        (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "news.xml", "sitemap"),
        (b"<sitemapindex>", None, "sitemap"),
        (b"<nitf>", None, "nitf"),
        (b"<newsItem guid='x'>", None, "newsml"),
        (b"<n:newsMessage xmlns:n='x'>", None, "newsml"),
        (b"<packageItem/>", None, "newsml"),
        (b"<unknown/>", "file.xml", "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"text": "x', "feed.json", "jsonfeed"),
        (b'{"uri": "urn:1", "headline": "x", "body_xhtml": "<p>', None, "ninjs"),
        (b'[{"uri": "urn:1", "headlines": [], "bodies": []}]', "items.json", "ninjs"),
        (b'{"uri": "urn:1", "headline": "x", "versioncreated": "x", "text": "x"}', None, "jsonl"),
        (b'{"name": "Valley", "type": "public_channel", "id": 1, "messages": [{"id": 1, "te', None, "telegram"),
        (b'{"about": "x", "chats": {"list": [{"name": "x", "messages": [', "result.json", "telegram"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "file.txt", "warc"),
        (gzip.compress(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n"), "file.warc.gz", "warc"),
        (b"From a@b.example Sat Oct  5 14:03:00 2024\nReceived: x\n", None, "mail"),
        (b"Received: from a\n\tby b\nFrom: Ada <a@b.example>\n\nShe said no.", "a.txt", "mail"),
        (b"From: Ada\r\nDate: Sat, 5 Oct 2024 14:03:00 +0200\r\nSubject: No\r\n\r\nNo.", None, "mail"),
        (b"From: the mayor\nTo: the people\nShe said no.", None, "text"),
        (b"From the mayor's office, 2024\nShe said no.", None, "text"),
        (b"id,text\n1,She said no.\n", None, "csv"),
        (b"event_date;notes\n2024;She said no.\n", "a.txt", "csv"),
        (b"a,b\n1,2\n", "a.csv", "csv"),
        (b"a,b\n1,2\n", None, "text"),
    ],
)
def test_content_comes_before_the_name(data: bytes, name: str | None, kind: str) -> None:
    """Each of these bytes is recognised as what it is."""
    assert recognise(data, name) == kind


def test_a_first_line_longer_than_the_head_is_told_by_the_name() -> None:
    """Cut in the middle of its first line, a file of JSON lines is still one."""
    head = (b'{"text": "' + b"a" * HEAD)[:HEAD]
    assert recognise(head, "reports.jsonl") == "jsonl"


def test_many_comments_before_text_do_not_explode() -> None:
    """What could be read as one comment or as many is tried one way only."""
    assert recognise(b"<!--a-->" * 5000 + b"The mayor said no.") == "text"


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "image"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (gzip.compress(b"The mayor said no."), "gzip"),
        (b"<?xml version='1.0'?>\n<svg>", "<svg>"),
        (b"<NewsML Version='1.2'>", "<NewsML>"),
        (b"<rdf:RDF xmlns:rdf='x'>", "<RDF>"),
    ],
)
def test_known_formats_that_are_not_ours_are_named(data: bytes, part: str) -> None:
    """A person learns what the file is rather than reading binary noise as text."""
    assert part in str(foreign(data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The mayor said no.",
        b"<html>",
        b"%PDF-1.4",
        b'{"text": "a"}',
        b"<rss>",
        b"WARC/1.0\r\n",
        gzip.compress(b"WARC/1.0\r\n"),
    ],
)
def test_our_formats_are_not_foreign(data: bytes) -> None:
    """Nothing that is read is turned away."""
    assert foreign(data) is None


def test_suffixes_are_told_whatever_their_case() -> None:
    """A suffix speaks for a format in capitals too, and a name without one for none."""
    assert by_suffix("A.HTML") == "html"
    assert by_suffix("notes") is None
    assert by_suffix(None) is None


def _zipped(*names: str, size: int = 10) -> bytes:
    """Return a ZIP archive with entries of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, b"x" * size)
    return stream.getvalue()


def test_a_packed_web_archive_is_told_by_its_entries() -> None:
    """Its description and its archive make it one, or its beginning where no more can be seen."""
    whole = _zipped("archive/data.warc.gz", "datapackage.json", size=2 * HEAD)
    assert recognise(whole) == recognise(whole[:HEAD]) == "wacz"
    assert foreign(whole) is None
    for other in (_zipped("word/document.xml"), _zipped("datapackage.json"), _zipped("archive/data.warc")):
        assert "ZIP" in str(foreign(other))


def test_suffixes_of_two_parts_are_told() -> None:
    """A web archive that is compressed is one; another compressed file is not."""
    assert by_suffix("a.warc.gz") == "warc"
    assert by_suffix("a.gz") is None
    assert by_suffix(".csv") is None


@given(data=st.binary() | st.sampled_from([b"<rss", b"PK\x03\x04", b"\x1f\x8b", b"From ", b"{", b"["]))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever they are, a format is named."""
    assert recognise(data)
    assert foreign(data) is None or foreign(data)
