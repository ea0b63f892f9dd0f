"""Which format some bytes are in: by what they hold, and by the file's name only where that does not tell."""

from __future__ import annotations

import pathlib
import re
from typing import TYPE_CHECKING

from reportedly.formats import csv_table, dialects, packed
from reportedly.formats.encodings import decode
from reportedly.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = 1024 * 1024
"""How many bytes from the beginning are enough to recognise a format: a first line of JSON may be long."""

_SNIFFED = 64 * 1024

_BEFORE = r"(?>\s+|<\?xml[^>]*>|<!--(?>.*?-->))*+"
"""What may stand before a page's first tag. Atomic, since comments could else be read as one or as many."""

_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(
    _BEFORE + r"<(?:article|section|main|header|nav|div|p|h[1-6]|meta|title|script|style|link|table|ul|ol|span|"
    r"blockquote|figure)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(
    r"(?>\s+|<\?[^>]*>|<!--(?>.*?-->))*+(?:<!doctype\s[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)?"
    r"(?>\s+|<\?[^>]*>|<!--(?>.*?-->))*+<(?:[\w.-]{1,40}:)?(?P<root>[\w.-]{1,40})(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
"""The first element of XML, past its declaration, its comments, its type and what tells browsers how to show it."""

_ROOTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "opml": "opml",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "newsitem": "newsml",
    "newsmessage": "newsml",
    "packageitem": "newsml",
    "nitf": "nitf",
}
"""The root elements of the formats that are read."""

_FOREIGN_ROOTS = frozenset({"svg", "newsml"})
"""Those of others: NewsML is version 1, of 2000."""

_RSS_IN_RDF = ("purl.org/rss/", "my.netscape.com/rdf", "channel.netscape.com/rdf")
"""Namespaces that make RDF, which says anything, a feed: RSS 1.0 and 0.90."""

_FOREIGN = (
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text as HTML, PDF or plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as HTML, PDF or plain text"),
    (b"{\\rtf", "Rich Text; save it as HTML, PDF or plain text"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh9", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"(\xb5/\xfd", "compressed with zstd; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
)

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?.*")
_MAILBOX = re.compile(r"From [^\n]{1,500}\d{4}[^\n]{0,40}\r?\n[A-Za-z][A-Za-z0-9-]{1,60}:")
_TRANSPORT = frozenset("received return-path delivered-to mime-version message-id dkim-signature".split())
_LETTER = frozenset({"from", "date", "subject"})
_HEADERS_LOOKED_AT = 60
"""Mail has its first telling headers among so many lines: those of spam filters come before them."""


def recognise(data: bytes, name: str | None = None) -> str:
    """Return the name of the format in `FORMATS` that bytes, or their first `HEAD` bytes, are in.

    `name` is the file's name, if there is one. What no format claims by its content or its name is plain text.
    """
    suffix = by_suffix(name)
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (suffix == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    return next(filter(None, _claims(data, suffix)), suffix or "text")


def _claims(data: bytes, suffix: str | None) -> Iterator[str | None]:
    """Yield the formats that claim bytes by what these hold, the surest first; None for each that does not."""
    yield "warc" if packed.is_warc(data) else None
    yield "wacz" if packed.is_wacz(data) else None
    text = _glance(data)
    yield "html" if _PAGE.match(text) else None
    root = _root(text)
    yield root if root in FORMATS else None
    yield dialects.recognise(data[:HEAD], text, suffix, cut=len(data) >= HEAD)
    yield "mail" if _mail(text) else None
    yield "csv" if suffix in {None, "csv", "text"} and csv_table.claims(text) else None
    yield "html" if suffix is None and _FRAGMENT.match(text) else None


def foreign(data: bytes) -> str | None:
    """Say what bytes are that are known to be none of our formats, or None."""
    for mark, kind in _FOREIGN:
        if data.startswith(mark) and not packed.is_warc(data) and not packed.is_wacz(data):
            return kind
    found = _root(_glance(data))
    return f"XML with the root <{found}>" if found and found not in FORMATS else None


def _glance(data: bytes) -> str:
    """Decode the beginning well enough to see the marks of a format, which are ASCII."""
    beginning = data[:_SNIFFED]
    return (
        decode(beginning).text
        if beginning[:1] in {b"\xff", b"\xfe"} or b"\0" in beginning[:4]
        else beginning.decode("utf-8-sig", "replace")
    )


def by_suffix(name: str | None) -> str | None:
    """Return the format that a file's name speaks for, or None."""
    last = pathlib.PurePath(name).name.casefold() if name else ""
    for known, entry in FORMATS.items():
        if any(last.endswith(suffix) and len(last) > len(suffix) for suffix in entry.suffixes):
            return known
    return None


def _root(text: str) -> str | None:
    """Return the format of XML by its root, or the root itself where that is known to be none of ours."""
    found = _ROOT.match(text)
    if not found:
        return None
    root = found["root"].casefold()
    if root in _FOREIGN_ROOTS or (root == "rdf" and not any(space in text for space in _RSS_IN_RDF)):
        return found["root"]
    return _ROOTS.get(root)


def _mail(text: str) -> bool:
    """Say whether a text begins with the headers of a message, or as a mailbox does."""
    if _MAILBOX.match(text):
        return True
    names = set()
    for number, line in enumerate(text.split("\n")):
        header = _HEADER.fullmatch(line.rstrip("\r"))
        if header:
            names.add(header["name"].casefold())
        elif number == 0 or line[:1] not in {" ", "\t"}:
            break
        if number == _HEADERS_LOOKED_AT:
            break
    return "from" in names and (names >= _LETTER or bool(names & _TRANSPORT))
