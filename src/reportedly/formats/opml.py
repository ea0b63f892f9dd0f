"""OPML (http://opml.org/spec2.opml): a list of feeds, with their addresses and no texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import address, item, xml_tree
from reportedly.formats.listed import Listed, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.formats.loaded import Loaded


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield one error that says how many addresses are listed."""
    document = xml_tree.parse(data, where)
    yield told(_found(document), document, where, "the list of feeds (OPML)")


def addresses(data: bytes) -> list[Listed]:
    """Return the feeds that are listed, in order and each once; nothing for what is no OPML."""
    try:
        document = xml_tree.parse(data, "OPML")
    except ReportError:
        return []
    return _found(document)


def _found(document: xml_tree.Document) -> list[Listed]:
    """Read every outline, however deep in folders it lies."""
    found: dict[str, Listed] = {}
    for element in document.root.iter():
        if xml_tree.local(element) != "outline":
            continue
        stated = {name.casefold(): value for name, value in element.attrib.items()}
        if url := address.web(stated.get("xmlurl")) or address.web(stated.get("url")):
            title = item.text(stated.get("title")) or item.text(stated.get("text"))
            found.setdefault(url, Listed(url, title))
    return list(found.values())
