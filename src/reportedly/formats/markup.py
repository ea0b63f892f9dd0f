"""Marked-up text, in the elements of HTML, XHTML or NITF, as paragraphs of plain text: all of it is the report's.

A page has navigation to be told from its article; what stands in a feed or comes over a wire has none.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from lxml import etree

from reportedly.formats.page import letters
from reportedly.formats.xml_tree import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

MAX_TAGS = 400_000
"""As in a page: a fragment with more is refused."""

_BLOCKS = frozenset(
    "address article aside bq block blockquote body body.content caption center credit dd details div dl dt figure "
    "fn footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main note ol p pre section summary table tbody tfoot thead tr "
    "ul".split()
)
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset(
    "audio button canvas embed figcaption form head iframe input map math media media-caption media-metadata nav "
    "noscript object option script select style svg table-metadata template textarea title video".split()
)
"""Elements whose words are no part of the text: programs, controls and, as in pages, the captions of pictures."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_BREAK = "\x1e"
"""Stands where a block begins or ends; no text keeps it."""


class TooManyTagsError(ValueError):
    """A fragment has more tags than are read; the message says so."""


def fragment(source: str) -> tuple[str, ...]:
    """Return the paragraphs of a piece of HTML; of text without a single tag, its stretches between blank lines.

    Raises:
        ValueError: Its tags are too many, or nested too deep to be read; the message says so.
    """
    root = _parsed(source)
    return plain(_unescaped(html.unescape(source))) if root is None else paragraphs(root)


def plain(text: str) -> tuple[str, ...]:
    """Return the stretches of a plain text between its blank lines, as they stand."""
    return tuple(part for part in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").strip()) if part.strip())


def line(source: str | None) -> str | None:
    """Return a headline or a name on one line, without marks and entities, or None where nothing is left."""
    found = fragment(source) if source and re.search(r"<[a-zA-Z/!]", source) else (html.unescape(source or ""),)
    return " ".join(" ".join(found).split()) or None


def only_links(source: str) -> bool:
    """Say whether a piece of HTML has words in links, and no words of prose outside links and small print."""
    root = _parsed(source)
    if root is None:
        return False
    links = [element for element in root.iter("a") if _worded(element.itertext())]
    for element in [*root.iter("a"), *root.iter("font")]:
        element.text = None
        for child in list(element):
            element.remove(child)
    return bool(links) and not _worded(root.itertext())


def begins(found: tuple[str, ...], opening: str) -> bool:
    """Say whether a text begins with these words, whatever marks stand between them."""
    return bool(found) and letters(found[0]).startswith(letters(opening))


def paragraphs(root: _Element) -> tuple[str, ...]:
    """Return the paragraphs under an element: its blocks, and what two line breaks part; cells are parted by a tab."""
    found = []
    for stretch in "".join(_pieces(root)).split(_BREAK):
        for part in re.split(r"\n\s*\n", stretch):
            lines = (
                "\t".join(" ".join(cell.split()) for cell in each.split("\t")).strip() for each in part.split("\n")
            )
            if text := _unescaped("\n".join(each for each in lines if each)):
                found.append(text)
    return tuple(found)


def _parsed(source: str) -> _Element | None:
    """Return the tree of a piece of HTML, or None where it has no tag."""
    if not re.search(r"<[a-zA-Z/!]", source):
        return None
    if (tags := source.count("<")) > MAX_TAGS:
        msg = f"it has {tags:,} tags; at most {MAX_TAGS:,} are read"
        raise TooManyTagsError(msg)
    from reportedly.formats.page_tree import tree  # noqa: PLC0415 - brings trafilatura, which takes long to load

    return tree(f"<html><body>{source}</body></html>")


def _pieces(root: _Element) -> Iterator[str]:
    """Yield the words in order, with a break where a block begins or ends."""
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        name = local(element)
        block = name in _BLOCKS
        if done:
            yield _BREAK if block else "\t" if name in _CELLS else ""
        elif element.tag is etree.Entity:
            yield html.unescape(element.text or "")
        elif name and (element is root or name not in _SILENT):
            yield _BREAK if block else "\n" if name == "br" else ""
            yield _spaced(element.text)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        elif name:
            yield " "
        if element is not root:
            yield _spaced(element.tail)


def _worded(pieces: Iterable[str]) -> bool:
    """Say whether there is a letter or a digit in any of these."""
    return any(character.isalnum() for piece in pieces for character in piece)


def _spaced(text: str | None) -> str:
    """Return text whose white space is only spaces: line breaks of the source mean nothing."""
    return re.sub(r"[\s\x1c-\x1f]", " ", text or "")


def _unescaped(text: str) -> str:
    """Decode entities that were escaped twice; an escaped angle bracket is meant to be seen as one, and stays."""
    return _ENTITY.sub(
        lambda found: found[0] if html.unescape(found[0]) in {"<", ">"} else html.unescape(found[0]), text
    )
