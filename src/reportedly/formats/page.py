"""What a web page says of itself: headline, publisher, authors, address and times."""

from __future__ import annotations

import dataclasses
import html
import re
from typing import TYPE_CHECKING

from reportedly.formats import page_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement
    from trafilatura.settings import Document

    from reportedly.values import Caution, Moment

_SAVED_FROM = re.compile(r"saved (?:from url=\(\d+\)|with SingleFile\s+url:\s*)(https?://[^\s\"'<>]+)")
_SAVED_WITHIN = 4096
_LONGEST_URL = 2048
_LONGEST_NAME = 500


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; None for what it does not say."""

    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    published: Moment | None
    modified: Moment | None
    cautions: tuple[Caution, ...]


def facts(tree: HtmlElement, found: Document, opening: Sequence[str], source: str) -> Facts:
    """Gather what the page says: in its own words where it has a place for them, else as trafilatura finds it.

    `opening` is the article's first paragraphs, `source` the page's text with its marks.
    """
    properties = _properties(tree)
    publisher = _name(properties.get("og:site_name")) or _name(found.sitename)
    times = page_times.read(tree, properties, found.date)
    return Facts(
        title=_title(tree, _name(found.title), publisher, opening),
        publisher=publisher,
        byline=_name(found.author),
        url=_address(tree, properties, found.url, source),
        published=times.published,
        modified=times.modified,
        cautions=times.cautions,
    )


def letters(text: str) -> str:
    """Return the letters and digits alone, so that two wordings of a headline compare as readers see them."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _properties(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta properties, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        if name and content.strip():
            found.setdefault(name.casefold(), content.strip())
    return found


def _title(tree: HtmlElement, found: str | None, publisher: str | None, opening: Sequence[str]) -> str | None:
    """Prefer the headline as the page prints it; cut the publisher's name from the title of a browser's tab."""
    printed = [_name(" ".join(element.itertext())) for element in tree.iter("h1")]
    if len(printed) == 1 and printed[0]:
        one, other = letters(printed[0]), letters(found or "")
        if one and (one in other or other in one or one in map(letters, opening)):
            return printed[0]
    if found and publisher:
        cut = re.fullmatch(rf"(.+?)\s+[-–—|·:•]\s+{re.escape(publisher)}", found, re.IGNORECASE)
        return cut[1] if cut else found
    return found


def _address(tree: HtmlElement, properties: dict[str, str], found: str | None, source: str) -> str | None:
    """Return the canonical address, or where a browser saved the page from; only ever one of the web."""
    canonical = (
        element.get("href") for element in tree.iter("link") if (element.get("rel") or "").casefold() == "canonical"
    )
    saved = _SAVED_FROM.search(source[:_SAVED_WITHIN])
    addresses: tuple[str | None, ...] = (*canonical, properties.get("og:url"), found, saved[1] if saved else None)
    for address in addresses:
        if address and len(address) <= _LONGEST_URL and re.fullmatch(r"https?://[^\s<>\"]+", address.strip()):
            return address.strip()
    return None


def _name(text: str | None) -> str | None:
    """Return a name or headline on one line without entities or marks, or None where nothing is left."""
    words = " ".join(re.sub(r"<[^<>]*>", " ", html.unescape(text or "")).split())
    return words[:_LONGEST_NAME] or None
