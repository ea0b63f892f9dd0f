"""JSON Feed (https://www.jsonfeed.org/version/1.1/): every item is a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import address, item, json_outline, markup, records
from reportedly.formats.encodings import decode
from reportedly.formats.item import Item
from reportedly.formats.loaded import caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.formats.loaded import Loaded
    from reportedly.values import Caution

_VERSION = "jsonfeed.org/version/"


def claims(record: object) -> bool:
    """Say whether a decoded value, or as much of it as its beginning shows, is a feed."""
    return isinstance(record, dict) and isinstance(version := record.get("version"), str) and _VERSION in version


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield a report for each item; of a feed that is cut off the items before that place, and an error."""
    decoded = decode(data)
    text = decoded.text.lstrip()
    broken = None
    try:
        feed = records.DECODER.decode(text)
    except (ValueError, RecursionError, ArithmeticError) as error:
        broken = error
        feed = json_outline.outline(text)
    if not isinstance(feed, dict) or not isinstance(items := feed.get("items"), list):
        reason = f"not JSON: {records.wrong(broken)}" if broken else 'no JSON Feed: it has no list of "items"'
        yield ReportError(where, reason)
        return
    for number, entry in enumerate(items, 1):
        place = f"{where}, item {number}"
        if not isinstance(entry, dict):
            yield ReportError(place, "not a JSON object")
            continue
        cut = broken is not None and number == len(items)
        note = (caution("damaged", "the feed is cut off within this item or right after it"),) if cut else ()
        try:
            yield _item(feed, entry, (*decoded.cautions, *note)).report(place)
        except ValueError as error:
            yield ReportError(place, str(error))
    if broken:
        line = getattr(broken, "lineno", 1)
        yield ReportError(f"{where}, line {line}", f"not JSON from here on: {records.wrong(broken)}; the rest is lost")
    elif not items:
        yield ReportError(where, "the feed has no items")


def _item(feed: Mapping[str, object], entry: Mapping[str, object], cautions: tuple[Caution, ...]) -> Item:
    """Read an item; raises ValueError for HTML that cannot be read."""
    full, short = entry.get("content_html"), entry.get("content_text")
    paragraphs = markup.fragment(full) if isinstance(full, str) else ()
    summary = entry.get("summary")
    identity = entry.get("id")
    return Item(
        title=item.text(entry.get("title")),
        paragraphs=paragraphs or (markup.plain(short) if isinstance(short, str) else ()),
        summary=markup.plain(summary) if isinstance(summary, str) else (),
        publisher=item.text(feed.get("title")),
        byline=_byline(entry) or _byline(feed),
        url=address.web(entry.get("url")) or address.web(entry.get("external_url")),
        external_id=None if identity is None or isinstance(identity, (bool, dict, list)) else str(identity) or None,
        published=entry.get("date_published"),
        modified=entry.get("date_modified"),
        cautions=cautions,
    )


def _byline(holder: Mapping[str, object]) -> str | None:
    """Return the names of the authors, of version 1.1 or of 1.0."""
    stated = holder.get("authors")
    authors = stated if isinstance(stated, list) else [holder.get("author")]
    names = [item.text(each.get("name")) for each in authors if isinstance(each, dict)]
    return "; ".join(name for name in names if name) or None
