"""Which format some bytes are in: by what they hold, and by the file's name only where that does not tell."""

from __future__ import annotations

import json
import pathlib
import re

from reportedly.formats.encodings import decode
from reportedly.formats.registry import FORMATS

HEAD = 1024 * 1024
"""How many bytes from the beginning are enough to recognise a format: a first line of JSON may be long."""

_SNIFFED = 64 * 1024
_LINES_SNIFFED = 20

_BEFORE = r"(?>\s+|<\?xml[^>]*>|<!--(?>.*?-->))*+"
"""What may stand before a page's first tag. Atomic, since comments could else be read as one or as many."""

_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(
    _BEFORE + r"<(?:article|section|main|header|nav|div|p|h[1-6]|meta|title|script|style|link|table|ul|ol|span|"
    r"blockquote|figure)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN_ROOT = re.compile(
    _BEFORE + r"(?:<!doctype\s[^>]*>)?\s*+<(?P<root>rss|feed|rdf:RDF|urlset|sitemapindex|opml|svg|nitf|newsItem)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r"\s*(?:\[\s*\{|\{)\s*\"")

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
    (b"WARC/1.", "a web archive"),
)


def recognise(data: bytes, name: str | None = None) -> str:
    """Return the name of the format in `FORMATS` that bytes, or their first `HEAD` bytes, are in.

    `name` is the file's name, if there is one. What no format claims by its content or its name is plain text.
    """
    suffix = by_suffix(name)
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (suffix == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    text = _glance(data)
    if _PAGE.match(text):
        return "html"
    if found := _json(data[:HEAD], text, suffix):
        return found
    if suffix is None and _FRAGMENT.match(text):
        return "html"
    return suffix or "text"


def foreign(data: bytes) -> str | None:
    """Say what bytes are that are known to be none of our formats, or None."""
    for mark, kind in _FOREIGN:
        if data.startswith(mark):
            return kind
    found = _FOREIGN_ROOT.match(_glance(data))
    return f"XML with the root <{found['root']}>" if found else None


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
    suffix = pathlib.PurePath(name).suffix.casefold() if name else ""
    return next((known for known, entry in FORMATS.items() if suffix and suffix in entry.suffixes), None)


def _json(data: bytes, text: str, suffix: str | None) -> str | None:
    """Tell JSON lines from other JSON: by objects with "text" on lines of their own."""
    if not text.lstrip().startswith(("{", "[")) and suffix not in {"json", "jsonl"}:
        return None
    lines = [line for line in data.decode("utf-8", "replace").split("\n") if line.strip()]
    if len(data) == HEAD:
        lines = lines[:-1] or lines
    several = lines[:_LINES_SNIFFED]
    objects = sum(_is_report(line) for line in several)
    if objects and objects * 2 >= len(several) and (len(lines) > 1 or suffix != "json"):
        return "jsonl"
    if suffix in {"json", "jsonl"}:
        return "json" if suffix == "json" or text.lstrip().startswith("[") else suffix
    return "json" if _JSON.match(text) else None


def _is_report(line: str) -> bool:
    """Say whether a line is a JSON object with a text."""
    try:
        record = json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in record
