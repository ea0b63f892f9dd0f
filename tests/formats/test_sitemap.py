"""A sitemap holds addresses, and says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import sitemap
from reportedly.formats.listed import Listed
from reportedly.values import Moment
from tests.formats.wires import found, reasons

MAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://valley.example/1?a=1&amp;b=2</loc><lastmod>2024-10-06</lastmod><news:news><news:publication>
<news:name>Valley Courier</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2024-10-05T10:00:00Z</news:publication_date><news:title>Dam drained</news:title></news:news>
</url><url><loc> https://valley.example/2 </loc><lastmod>2024-10-06</lastmod></url><url><loc>ftp://x.example</loc></url>
</urlset>"""


def test_one_error_says_what_is_listed() -> None:
    """One for the file, and not one for each entry."""
    (reason,) = reasons(MAP)
    assert "the sitemap lists 2 addresses" in reason
    assert "asked for by address" in reason


def test_news_are_listed_with_what_is_said_of_them() -> None:
    """When a page was changed is not when it was published."""
    assert sitemap.addresses(MAP) == [
        Listed("https://valley.example/1?a=1&b=2", "Dam drained", "Valley Courier", Moment("2024-10-05T10:00:00Z")),
        Listed("https://valley.example/2"),
    ]


def test_an_index_lists_sitemaps() -> None:
    """They are addresses too."""
    data = b"<sitemapindex><sitemap><loc>https://valley.example/news.xml</loc></sitemap></sitemapindex>"
    assert "the list of sitemaps lists 1 address " in reasons(data)[0]
    assert sitemap.addresses(data) == [Listed("https://valley.example/news.xml")]


@given(data=st.binary(max_size=100), start=st.integers(0, 600))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands in a sitemap, addresses and one error come out."""
    assert len(found(MAP[:start] + data + MAP[start:], "sitemap")) == 1
    assert isinstance(sitemap.addresses(data), list)
