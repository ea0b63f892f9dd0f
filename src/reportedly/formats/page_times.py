"""When a web page was published and modified: what it states, as precisely as it states it, and never a guess."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from reportedly.formats import dates
from reportedly.formats.loaded import caution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from reportedly.values import Caution, Moment

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
    "dc.date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
"""Names of meta properties, the most widely understood first."""

_ARTICLES = ("Article", "Posting", "Report", "Review")
"""How the schema.org types of written pieces end: https://schema.org/Article and its kin."""

_NODES_AT_MOST = 10_000
_OFTEN_AT_MOST = 50


@dataclasses.dataclass(frozen=True, slots=True)
class Times:
    """The two times of a page, and what was wrong with others."""

    published: Moment | None
    modified: Moment | None
    cautions: tuple[Caution, ...]


def read(tree: HtmlElement, properties: dict[str, str], found: str | None) -> Times:
    """Read a page's times from its linked data, its meta properties and its `time` elements.

    `found` is a day that htmldate found; it is used only where the page states none, and not where it is the day of
    modification. Of stated times that agree, the most precise is taken.
    """
    cautions: list[Caution] = []
    linked = list(_articles(tree))
    published = _moments(
        "published",
        (
            *(node.get("datePublished") for node in linked),
            *(properties.get(name) for name in _PUBLISHED),
            *_elements(tree, "datePublished"),
        ),
        cautions,
    )
    modified = _moments(
        "modified",
        (
            *(node.get("dateModified") for node in linked),
            *(properties.get(name) for name in _MODIFIED),
            *_elements(tree, "dateModified"),
        ),
        cautions,
    )
    last = _finest(modified)
    if not published and (day := dates.parse(found or "")) and not (last and last.edtf.startswith(day.edtf)):
        printed = _moments("published", _elements(tree, None), [])
        published = [moment for moment in (day, *printed[:1]) if dates.plausible(moment, oldest=dates.OLDEST_PAGE)]
    elif any(not dates.agree(published[0], moment) for moment in published[1:]):
        stated = ", ".join(dict.fromkeys(moment.edtf for moment in published))
        cautions.append(caution("dates-disagree", f"the page states several dates of publication: {stated}"))
    return Times(_finest(published), last, tuple(dict.fromkeys(cautions)))


def _finest(moments: list[Moment]) -> Moment | None:
    """Return the most precise of those that agree with the first; a stated zone counts."""
    if not moments:
        return None
    agreeing = [moment for moment in moments if dates.agree(moments[0], moment)]
    return max(agreeing, key=lambda moment: len(moment.edtf.replace("Z", "+00:00")))


def _moments(name: str, wordings: tuple[object, ...] | Iterator[str], cautions: list[Caution]) -> list[Moment]:
    """Read the wordings that state a possible moment, and note the others."""
    moments = []
    for wording in wordings:
        moment, problem = dates.stated(name, wording, oldest=dates.OLDEST_PAGE)
        if problem:
            cautions.append(caution("bad-date", problem))
        if moment:
            moments.append(moment)
    return moments


def _elements(tree: HtmlElement, item: str | None) -> Iterator[str]:
    """Yield what elements state: those of a schema.org property, or else all that print a time of any kind."""
    seen = 0
    for element in tree.iter("time") if item is None else tree.iter("time", "span", "abbr", "p", "div"):
        if item is not None and element.get("itemprop") != item:
            continue
        wording = element.get("datetime") or element.get("content")
        if wording and (item or "updat" not in (element.get("class") or "").casefold()):
            yield wording
            seen += 1
        if seen == _OFTEN_AT_MOST:
            return


def _articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield the schema.org article that the page is about, first among those of its linked data."""
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        if article := _first_article(data):
            yield article
            return


def _first_article(data: object) -> dict[str, object] | None:
    """Return the first node of an article that states a date, the outer ones first."""
    queue = [data]
    for node in queue:
        if len(queue) > _NODES_AT_MOST:
            return None
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if "datePublished" in node and any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in kinds):
                return node
            queue.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)
    return None
