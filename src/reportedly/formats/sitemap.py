"""Sitemaps (https://www.sitemaps.org/protocol.html), those of news too: addresses, titles and dates, and no texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import address, issued, xml_tree
from reportedly.formats.listed import Listed, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.formats.loaded import Loaded

_ENTRIES = {"url": "the sitemap", "sitemap": "the list of sitemaps"}


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield one error that says how many addresses are listed."""
    document = xml_tree.parse(data, where)
    index = xml_tree.local(document.root) == "sitemapindex"
    yield told(_found(document), document, where, _ENTRIES["sitemap" if index else "url"])


def addresses(data: bytes) -> list[Listed]:
    """Return the pages, or the further sitemaps, that are listed, in order and each once; nothing for no sitemap.

    Title, publisher and time are those of `news:news`: when a page was changed (`lastmod`) is not when it was
    published.
    """
    try:
        document = xml_tree.parse(data, "sitemap")
    except ReportError:
        return []
    return _found(document)


def _found(document: xml_tree.Document) -> list[Listed]:
    """Read every entry."""
    found: dict[str, Listed] = {}
    for element in document.root:
        if xml_tree.local(element) not in _ENTRIES or not (url := address.web(xml_tree.said(element, "loc"))):
            continue
        published, _ = issued.moment("published", xml_tree.said(element, "news", "publication_date"))
        title = xml_tree.said(element, "news", "title")
        publisher = xml_tree.said(element, "news", "publication", "name")
        found.setdefault(url, Listed(url, title, publisher, published))
    return list(found.values())
