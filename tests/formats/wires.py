"""Feeds and items of newsrooms, for the tests of their formats: about invented people and events."""

from __future__ import annotations

from reportedly.errors import ReportError
from reportedly.formats import Loaded, load

TEXT = "<p>The dam above Orlen will be drained, the ministry said.</p><p>&ldquo;No,&rdquo; said<br/>the mayor.</p>"
PARAGRAPHS = "The dam above Orlen will be drained, the ministry said.\n\n“No,” said\nthe mayor."


def found(data: bytes, kind: str | None = None) -> list[Loaded | ReportError]:
    """Load bytes, recognised by what they hold unless their kind is given."""
    return list(load(data, where="f", kind=kind))


def reports(data: bytes, kind: str | None = None) -> list[Loaded]:
    """Load bytes that hold nothing but reports."""
    items = found(data, kind)
    assert all(isinstance(item, Loaded) for item in items), items
    return [item for item in items if isinstance(item, Loaded)]


def reasons(data: bytes, kind: str | None = None) -> list[str]:
    """Return the errors of bytes, in words."""
    return [str(item) for item in found(data, kind) if isinstance(item, ReportError)]


def codes(loaded: Loaded) -> list[str]:
    """Return the codes of a report's cautions."""
    return [caution.code for caution in loaded.cautions]


def rss(*items: str, head: str = "<title>Valley Courier</title>") -> bytes:
    """Return a feed of RSS 2.0 with these items."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    inside = "\n".join(f"<item>{each}</item>" for each in items)
    return f'<?xml version="1.0"?>\n<rss version="2.0" {spaces}><channel>{head}{inside}</channel></rss>'.encode()


def atom(*entries: str, head: str = "<title>Valley Courier</title>") -> bytes:
    """Return a feed of Atom with these entries."""
    inside = "\n".join(f"<entry>{each}</entry>" for each in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{inside}</feed>'.encode()


def nitf(*, docdata: str = "", head: str = "", body: str = "<p>The dam will go, she said.</p>") -> str:
    """Return an item of NITF without an XML declaration."""
    return (
        f'<nitf><head><docdata management-status="usable">{docdata}</docdata>{head}</head><body><body.head>'
        "<hedline><hl1>Dam drained</hl1><hl2>Mayor denies it</hl2></hedline>"
        "<byline>By <person>Ada Venn</person><bytag>Staff writer</bytag></byline>"
        "<dateline><location>ORLEN</location>, <story.date>Oct 5</story.date></dateline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


def news_item(content: str, *, meta: str = "", about: str = "<headline>Dam drained</headline>", more: str = "") -> str:
    """Return an item of NewsML-G2."""
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:valley:1" {more}><itemMeta>{meta}'
        f"</itemMeta><contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )
