"""A web page's tags as a tree, however deep they are nested, as far as that can be read in fair time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HTMLParser, fromstring
from trafilatura.utils import repair_faulty_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST = 1000
"""Pages that are nested deeper, wrappers aside, are refused: no person wrote them, and trafilatura's time grows with
the third power for tables within tables. What is deeper than 2,048 libxml2 drops, whatever it is asked for."""

MAX_WEIGHT = 5_000_000
"""Pages whose tags' depths add up to more are refused: the time to find the article grows with this sum, to seven
seconds here. A large page of a newspaper stays under a tenth of it."""

_ORDINARY = 100
"""Pages that are nested no deeper are left as they are."""

_WRAPPERS = frozenset("b big center div em font i main section small span strong u".split())
"""Elements that mean nothing where they hold one other element and no words."""

_OPENING = 50
"""How many characters trafilatura searches for a declaration of the document's type."""


class TooDeepError(ValueError):
    """The page's tags are nested too deep; the message says so."""


def tree(source: str) -> HtmlElement | None:
    """Return the tree of a page without its comments, or None where there is not a single tag.

    Wrappers around wrappers are left out where a page is nested deeper than pages are. Raises TooDeepError where it
    still is then.
    """
    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        huge_tree=True,  # else what stands more than 255 tags deep is lost without a word
        remove_comments=True,
        remove_pis=True,
    )
    repaired = repair_faulty_html(source, source[:_OPENING].casefold())
    try:
        root = fromstring(repaired.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing but white space and comments
        return None
    depths = _depths(root)
    if max(depths) > _ORDINARY:
        _unwrap(root)
        depths = _depths(root)
    if max(depths) > DEEPEST or any("Excessive depth" in entry.message for entry in parser.error_log):
        msg = f"its tags are nested more than {DEEPEST:,} deep"
        raise TooDeepError(msg)
    if sum(depths) > MAX_WEIGHT:
        msg = "its tags are too many and nested too deep"
        raise TooDeepError(msg)
    return root


def _depths(root: HtmlElement) -> list[int]:
    """Return how deep each element stands."""
    depths = []
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        depths.append(depth)
        waiting.extend((child, depth + 1) for child in element)
    return depths


def _unwrap(root: HtmlElement) -> None:
    """Put what the innermost of wrappers around wrappers holds in the place of the outermost."""
    waiting = [root]
    while waiting:
        outer = waiting.pop()
        inner = outer
        while _wraps(inner):
            inner = inner[0]
        parent = outer.getparent()
        if inner is not outer and parent is not None:
            inner.tail = outer.tail
            parent.replace(outer, inner)
        waiting.extend(inner)


def _wraps(element: HtmlElement) -> bool:
    """Say whether an element holds one element and no words."""
    return (
        element.tag in _WRAPPERS
        and len(element) == 1
        and not (element.text or "").strip()
        and not (element[0].tail or "").strip()
    )
