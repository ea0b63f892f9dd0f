"""Web pages: the words of the article, without navigation, scripts and marks, and what the page says of itself."""

from __future__ import annotations

import hashlib
import html
import logging
import re
from typing import TYPE_CHECKING

import trafilatura
from trafilatura.settings import use_config

from reportedly.errors import ReportError
from reportedly.formats import page, page_tree
from reportedly.formats.encodings import decode
from reportedly.formats.loaded import Loaded
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from trafilatura.settings import Document

MAX_TAGS = 400_000
"""Pages with more tags are refused: the time to find the article grows with their number."""

_SHORTEST = 40
"""An article of so many characters is taken as trafilatura finds it. Its default of 250 has short notices fall back to
all text of the page, navigation and all."""

_SETTINGS = use_config()
_SETTINGS.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST))

_NO_ARTICLE = frozenset({"a", "button", "footer", "head", "nav", "noscript", "option", "script", "style", "title"})
"""Elements whose words make no article: a page that has no others is a menu, or is written by its scripts."""

_NOTHING_FOUND = "no article text found"
_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
"""WHATWG has browsers look at the first 1,024 bytes; pages that declare it later exist, and mean it."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_BLOCKS = frozenset({"body", "p", "head", "list", "item", "quote", "table", "row", "div", "comments", "ab", "main"})
_TITLE_AMONG = 3
"""A headline that is among so many first paragraphs (after a kicker and a place) is not set before them again."""

for _library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # else their warnings reach a stranger's terminal


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the one report of a page: its headline and its paragraphs, a blank line between them."""
    if (tags := data.count(b"<")) > MAX_TAGS:
        yield ReportError(where, f"{tags:,} tags; pages with at most {MAX_TAGS:,} are read")
        return
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    decoded = decode(data, declared[1].decode("ascii", "replace") if declared else None)
    whole = "<html" in decoded.text[:_DECLARED_WITHIN].casefold()
    try:
        tree = page_tree.tree(decoded.text if whole else f"<html><body>{decoded.text}</body></html>")
    except page_tree.TooDeepError as error:
        yield ReportError(where, f"not a page that can be read: {error}")
        return
    found = _article(tree) if tree is not None and _has_words(tree) else None
    if tree is None or found is None:
        yield ReportError(where, _NOTHING_FOUND)
        return
    paragraphs = list(_paragraphs(found.body))
    opening = paragraphs[:_TITLE_AMONG]
    facts = page.facts(tree, found, opening, decoded.text)
    headline = page.letters(facts.title or "")
    if not any(page.letters(text) not in {"", headline} for text in paragraphs):
        yield ReportError(where, _NOTHING_FOUND)
        return
    if facts.title and headline not in map(page.letters, opening):
        paragraphs.insert(0, facts.title)
    report = Report(
        text="\n\n".join(paragraphs),
        sha256=hashlib.sha256(data).hexdigest(),
        title=facts.title,
        publisher=facts.publisher,
        byline=facts.byline,
        url=facts.url,
        published=facts.published,
        modified=facts.modified,
    )
    yield Loaded(report, where, (*decoded.cautions, *facts.cautions))


def _has_words(tree: _Element) -> bool:
    """Say whether a page has any words outside its navigation, its links and its scripts."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _NO_ARTICLE:
            continue
        if any(page.letters(text or "") for text in (element.text, *(child.tail for child in element))):
            return True
        waiting.extend(element)
    return False


def _article(tree: _Element) -> Document | None:
    """Let trafilatura find the article and its metadata; readers' comments are not the report's."""
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        config=_SETTINGS,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return None if found is None or isinstance(found, dict) or found.body is None else found


def _paragraphs(body: _Element) -> Iterator[str]:
    """Yield the paragraphs of an article as trafilatura marks it up: blocks, and what two line breaks part."""
    for stretch in "".join(_pieces(body)).split("\x1e"):
        for part in re.split(r"\n\s*\n", stretch):
            lines = (
                "\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip() for line in part.split("\n")
            )
            if text := unescape("\n".join(line for line in lines if line)):
                yield text


def _pieces(body: _Element) -> Iterator[str]:
    """Yield the words in order, with U+001E (which no page's text keeps) where a block begins or ends."""
    stack: list[tuple[_Element, bool]] = [(body, False)]
    while stack:
        element, done = stack.pop()
        block = element.tag in _BLOCKS
        if done:
            yield "\x1e" if block else "\t" if element.tag == "cell" else ""
            if element is not body:
                yield _spaced(element.tail)
            continue
        yield "\x1e" if block else "\n" if element.tag == "lb" else ""
        yield _spaced(element.text)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _spaced(text: str | None) -> str:
    """Return text whose white space is only spaces: line breaks of the source mean nothing."""
    return re.sub(r"[\s\x1c-\x1f]", " ", text or "")


def unescape(text: str) -> str:
    """Decode entities that a page escaped twice; an escaped angle bracket is meant to be seen as one, and stays."""
    return _ENTITY.sub(
        lambda found: found[0] if html.unescape(found[0]) in {"<", ">"} else html.unescape(found[0]), text
    )
