"""RSS, RDF and Atom: every entry is a report, its full text where the entry has one."""

from __future__ import annotations

import io
import itertools
import sys
from typing import TYPE_CHECKING, Any

from lxml import etree

from reportedly.errors import ReportError
from reportedly.formats import address, item, markup, xml_tree
from reportedly.formats.item import Item
from reportedly.formats.loaded import caution
from reportedly.formats.page import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.formats.loaded import Loaded
    from reportedly.values import Caution

    Parsed = Mapping[str, Any]

MAX_BYTES = 20_000_000
"""Larger feeds are refused: feedparser reads about two megabytes a second, and a publisher's feed has less than one."""

_ROOTS = frozenset({"rss", "feed", "rdf"})
_ENTRIES = frozenset({"item", "entry"})
_SHORT = frozenset(
    "author box category contributor created creator date duration email expirationdate issued keywords lastbuilddate "
    "line managingeditor modified name point polygon pos poslist pubdate published publisher updated valid "
    "webmaster".split()
)
"""Elements that feedparser takes apart."""

_LONGEST = 500
"""No name or date has more characters."""

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_SAYS_MODIFIED = (":modified>", ":updated>")
"""Elements that feedparser does not tell from `dc:date`, with which RSS 1.0 states when an item was published."""


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield a report for each entry, and an error for one without words; of broken XML what could be parsed is in."""
    if len(data) > MAX_BYTES:
        yield ReportError(where, f"{len(data):,} bytes of a feed; at most {MAX_BYTES:,} are read")
        return
    document = xml_tree.parse(data, where)
    if (root := xml_tree.local(document.root)) not in _ROOTS:
        yield ReportError(where, f"no feed: its root is <{root[:40]}>")
        return
    damaged = _damaged(document)
    _shorten(document)
    source = etree.tostring(document.root, encoding="utf-8")
    feed, entries = _parsed(source)
    known = len(entries) == len(damaged)
    for number, entry in enumerate(entries, 1):
        cautions = document.cautions
        if document.broken and (not known or damaged[number - 1]):
            cautions += (caution("damaged", f"the feed is broken XML in this entry ({document.reason})"),)
        yield _report(feed, entry, f"{where}, entry {number}", cautions)
    if not entries and not document.broken:
        yield ReportError(where, "the feed has no entries")
    if error := document.error(where):
        yield error


def _damaged(document: xml_tree.Document) -> list[bool]:
    """Say of each entry whether the XML breaks within it."""
    entries = [element for element in document.root.iter() if xml_tree.local(element) in _ENTRIES]
    starts = [element.sourceline or 0 for element in entries]
    return [
        any(start <= line and (line == start or line < following) for line in document.broken)
        for start, following in itertools.pairwise((*starts, sys.maxsize))
    ]


def _shorten(document: xml_tree.Document) -> None:
    """Cut what is too long to be a name or a date: feedparser looks for addresses in it in quadratic time."""
    for element in document.root.iter():
        if xml_tree.local(element) in _SHORT and len(stated := "".join(element.itertext())) > _LONGEST:
            del element[:]
            element.text = stated[:_LONGEST]


def _parsed(source: bytes) -> tuple[Parsed, list[Parsed]]:
    """Let feedparser read a well-formed document; a stream, since it would take a string for a name or an address."""
    import feedparser  # noqa: PLC0415 - most inputs are no feeds

    found = feedparser.parse(io.BytesIO(source), resolve_relative_uris=False, sanitize_html=False)
    text = source.decode("utf-8").casefold()
    rss = str(found.get("version") or "").startswith("rss") or "<rss" in text[: text.find(">") + 1]
    stated_late = any(name in text for name in _SAYS_MODIFIED) or ":date>" not in text
    feed = {**found["feed"], "rss": rss, "dated": rss and not stated_late}
    return feed, [dict(entry) for entry in found["entries"]]


def _report(feed: Parsed, entry: Parsed, where: str, cautions: tuple[Caution, ...]) -> Loaded | ReportError:
    """Make a report of an entry."""
    origin = entry.get("source") or {}
    publisher = _publisher(feed, origin)
    published, modified = entry.get("published"), entry.get("updated")
    if feed["dated"] and published is None:
        published, modified = modified, None
    try:
        title = _title(_worded(entry, "title"), publisher if origin else None)
        summary = _paragraphs(entry.get("summary"), entry.get("summary_detail"))
        if (origin and markup.only_links(str(entry.get("summary") or ""))) or _repeats(summary, title, publisher):
            summary = ()  # the headline again, or other publishers' headlines
        full = max((_paragraphs(each.get("value"), each) for each in entry.get("content") or ()), key=_size, default=())
    except ValueError as error:
        return ReportError(where, str(error))
    made = Item(
        title=title,
        paragraphs=full,
        summary=summary,
        publisher=publisher,
        byline=_byline(entry) or (None if feed["rss"] or origin else _byline(feed)),
        url=address.web(entry.get("feedburner_origlink")) or address.web(entry.get("link")),
        external_id=item.text(entry.get("id")),
        published=published,
        modified=modified,
        cautions=cautions,
    )
    return made.report(where)


def _publisher(feed: Parsed, origin: Parsed) -> str | None:
    """Return the name of who published an entry: the source that it names, and only without one the feed itself."""
    if not origin:
        return _worded(feed, "title")
    links = (origin.get("href"), origin.get("link"), origin.get("id"))
    return _worded(origin, "title") or next((name for link in links if (name := address.host(link))), None)


def _worded(holder: Parsed, name: str) -> str | None:
    """Return a headline or a name, without marks where it has some."""
    value, detail = holder.get(name), holder.get(f"{name}_detail") or {}
    return markup.line(value) if detail.get("type") in _HTML else item.text(value)


def _title(title: str | None, publisher: str | None) -> str | None:
    """Cut the name of the publisher from a headline of an aggregator ("Dam drained - Valley Courier")."""
    if title and publisher:
        for mark in (" - ", " | ", " – ", " — "):
            head, _, tail = title.rpartition(mark)
            if head.strip() and letters(tail) == letters(publisher):
                return head.strip()
    return title


def _paragraphs(value: object, detail: Parsed | None) -> tuple[str, ...]:
    """Return the paragraphs of a construct of text by its type."""
    kind = str((detail or {}).get("type") or "text/html")
    if not isinstance(value, str) or not value.strip() or not (kind in _HTML or kind.startswith("text/")):
        return ()
    return markup.fragment(value) if kind in _HTML else markup.plain(value)


def _repeats(summary: tuple[str, ...], title: str | None, publisher: str | None) -> bool:
    """Say whether a summary says nothing but the headline, and who published it."""
    said = letters("".join(summary))
    return bool(said) and said in {letters(title or ""), letters((title or "") + (publisher or ""))}


def _size(paragraphs: tuple[str, ...]) -> int:
    """Return how long a text is."""
    return sum(map(len, paragraphs))


def _byline(holder: Parsed) -> str | None:
    """Return the names of the authors; of an address of mail with a name only the name."""
    named = [item.text(each.get("name")) for each in holder.get("authors") or ()]
    names = [name for name in named if name]
    return item.by("; ".join(dict.fromkeys(names)) or item.text(holder.get("author")))
