"""XML as a tree, as far as it can be read: nothing is fetched, no entity is expanded, and what is broken is told."""

from __future__ import annotations

import dataclasses
import html.entities
import re
from typing import TYPE_CHECKING

from lxml import etree

from reportedly.errors import ReportError
from reportedly.formats.encodings import decode
from reportedly.formats.loaded import caution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reportedly.values import Caution

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>", re.IGNORECASE)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]+)", re.IGNORECASE)
_PROLOG = re.compile(r"(?>\s+|<\?(?>.*?\?>)|<!--(?>.*?-->))*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*+(?:\[(?P<own>[^\]]*+)\]\s*+)?>", re.IGNORECASE)
_ROOT = re.compile(r"<[A-Za-z_][\w.:-]*+")

_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for: https://www.w3.org/TR/xml/#charsets"""

_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,9});|#[xX](?P<hex>[0-9a-fA-F]{1,8});|(?P<name>[A-Za-z]\w{0,40});)?")
_PREFIX = re.compile(r"<(?P<tag>[A-Za-z_][\w.-]{0,40}):")
_STATED = re.compile(r"\bxmlns:(?P<tag>[A-Za-z_][\w.-]{0,40})")
_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""Prefixes that broken documents use without saying what they stand for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """A document: its root, what should be known of its encoding, and the lines at which it is broken, with why."""

    root: _Element
    cautions: tuple[Caution, ...] = ()
    broken: tuple[int, ...] = ()
    reason: str = ""

    def error(self, where: str) -> ReportError | None:
        """Return the error that tells of the loss, or None where the document is whole."""
        if not self.broken:
            return None
        reason = f"broken XML ({self.reason}): what could be read is in, and what stood around that place may be lost"
        return ReportError(f"{where}, line {self.broken[0]}", reason)

    def damage(self) -> tuple[Caution, ...]:
        """Return the caution that what is read from a broken document deserves."""
        if not self.broken:
            return ()
        return (caution("damaged", f"it comes from broken XML ({self.reason} in line {self.broken[0]})"),)


def parse(data: bytes, where: str) -> Document:
    """Return the tree of a document; of one that is broken, what could be read of it.

    Named characters of HTML are read, though XML does not know them, and an ampersand that stands alone is one.

    Raises:
        ReportError: There is no element, or the document declares entities.
    """
    declared = _DECLARED.match(data[:1024])
    decoded = decode(data, declared[1].decode("ascii", "replace") if declared else None)
    text, lost = _NO_CHARACTER.subn("\ufffd", decoded.text)
    note = (caution("undecodable", f"{lost} control characters, which XML does not have"),) if lost else ()
    source = "".join(_mended(_with_prefixes(_without_doctype(text, where))))
    parser = etree.XMLParser(
        encoding="utf-8",
        huge_tree=False,
        load_dtd=False,
        no_network=True,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
    )
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise ReportError(where, f"not XML: {_said(error.msg)}") from None
    if root is None:
        raise ReportError(where, "not XML: there is not a single element")
    fatal = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    return Document(
        root,
        (*decoded.cautions, *note),
        tuple(entry.line for entry in fatal),
        _said(fatal[0].message) if fatal else "",
    )


def local(element: _Element) -> str:
    """Return the name of an element without its namespace, in lower case; nothing for what is no element."""
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""


def each(element: _Element, *path: str) -> Iterator[_Element]:
    """Yield the elements under one that a path of names leads to, whatever namespaces they are in."""
    if not path:
        yield element
        return
    for child in element:
        if local(child) == path[0]:
            yield from each(child, *path[1:])


def words(element: _Element | None) -> str | None:
    """Return the text of an element and all in it on one line, or None where there is none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def said(element: _Element, *path: str) -> str | None:
    """Return the words of the first element with any that a path leads to."""
    return next((found for one in each(element, *path) if (found := words(one))), None)


def attribute(element: _Element, name: str, *path: str) -> str | None:
    """Return an attribute of the first element at a path that has it."""
    return next((value for one in each(element, *path) if (value := (one.get(name) or "").strip())), None)


def _said(message: str | None) -> str:
    """Cut what libxml2 says to a length that fits a message."""
    line = " ".join((message or "no reason given").split())
    return line if len(line) <= 120 else line[:120] + "..."  # noqa: PLR2004 - a line of a terminal


def _without_doctype(text: str, where: str) -> str:
    """Leave out the XML declaration, which the decoding has obeyed, and the type, which nobody needs."""
    declaration = _DECLARATION.match(text)
    if declaration:
        text = "\n" * declaration[0].count("\n") + text[declaration.end() :]
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    doctype = _DOCTYPE.match(text, start)
    if doctype is None:
        if text[start : start + 9].casefold() == "<!doctype":
            raise ReportError(where, "its document type declaration is one of those that are not read, for safety")
        return text
    if "<!entity" in (doctype["own"] or "").casefold():
        raise ReportError(where, "it declares entities of its own (<!ENTITY>), which are not expanded, for safety")
    return text[:start] + "\n" * doctype[0].count("\n") + text[doctype.end() :]


def _with_prefixes(text: str) -> str:
    """Declare, at the root, the prefixes that are used and that nobody declares."""
    used = {found["tag"] for found in _PREFIX.finditer(text)}
    missing = sorted(used - {found["tag"] for found in _STATED.finditer(text)} - {"xml", "xmlns"})
    prolog = _PROLOG.match(text)
    root = _ROOT.match(text, prolog.end() if prolog else 0)
    if not missing or root is None:
        return text
    stated = "".join(f' xmlns:{prefix}="{_NAMESPACES.get(prefix, "urn:undeclared:" + prefix)}"' for prefix in missing)
    return text[: root.end()] + stated + text[root.end() :]


def _mended(text: str) -> Iterator[str]:
    """Yield the pieces of a text with every reference outside CDATA sections made one that XML knows."""
    place = 0
    while (start := text.find("<![CDATA[", place)) >= 0 and (end := text.find("]]>", start)) >= 0:
        yield _REFERENCE.sub(_reference, text[place:start])
        yield text[start : end + 3]
        place = end + 3
    yield _REFERENCE.sub(_reference, text[place:])


def _reference(found: re.Match[str]) -> str:
    """Return what stands for a reference: a number, since libxml2 drops `&lt;` after a place that is broken."""
    if name := found["name"]:
        letters = html.entities.html5.get(name + ";")
        return f"&#38;{name};" if letters is None else "".join(_escaped(letter) for letter in letters)
    if found["decimal"] or found["hex"]:
        code = int(found["decimal"] or found["hex"], 10 if found["decimal"] else 16)
        legal = code <= 0x10FFFF and not _NO_CHARACTER.match(chr(code))  # noqa: PLR2004 - Unicode's last code point
        return found[0] if legal else "\ufffd"
    return "&#38;"


def _escaped(letter: str) -> str:
    """Return a character as it stands in XML."""
    return f"&#{ord(letter)};" if letter in "<>&\"'" else letter
