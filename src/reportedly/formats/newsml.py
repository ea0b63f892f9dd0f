"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): items of news agencies, alone or several in one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportedly.errors import ReportError
from reportedly.formats import item, markup, nitf, xml_tree
from reportedly.formats.item import Item
from reportedly.formats.xml_tree import attribute, each, local, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reportedly.formats.loaded import Loaded
    from reportedly.values import Caution

_ROOTS = frozenset({"newsitem", "newsmessage", "packageitem"})
_META, _CONTENT = "itemmeta", "contentmeta"
_SUMMARIES = ("summary", "abstract", "caption", "teaser")


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield a report for each item of news, and an error for one without words; packages only point to others."""
    document = xml_tree.parse(data, where)
    if local(document.root) not in _ROOTS:
        yield ReportError(where, f"no NewsML-G2: its root is <{local(document.root)[:40]}>")
        return
    items = _items(document.root)
    cautions = (*document.cautions, *document.damage())
    for number, element in enumerate(items, 1):
        alone = element is document.root
        place = where if alone else f"{where}, item {number}"
        source = data if alone else etree.tostring(element, method="c14n", with_tail=False)
        try:
            made = _read(element, cautions).report(place, source)
        except ValueError as error:
            yield ReportError(place, str(error))
            continue
        yield _told(element, made) if isinstance(made, ReportError) else made
    if not items:
        references = sum(local(element) == "itemref" for element in document.root.iter())
        yield ReportError(where, f"holds no items of news: it points to {references:,} that stand elsewhere")
    if loss := document.error(where):
        yield loss


def _items(root: _Element) -> list[_Element]:
    """Return the items of news, in order; what stands inside one is part of it."""
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        if local(element) == "newsitem":
            found.append(element)
        else:
            waiting.extend(reversed(element))
    return found


def _told(element: _Element, error: ReportError) -> ReportError:
    """Say of an item without words what it is instead."""
    kind = (attribute(element, "qcode", _META, "itemclass") or "").rpartition(":")[2]
    elsewhere = sum(1 for _ in each(element, "contentset", "remotecontent"))
    parts = [error.reason]
    parts += [f"it is a {kind}"] if kind and kind.isalpha() and kind != "text" else []
    parts += [f"its content ({elsewhere} times) stands elsewhere"] if elsewhere else []
    return ReportError(error.where, "; ".join(parts))


def _read(element: _Element, cautions: tuple[Caution, ...]) -> Item:
    """Read an item; raises ValueError for HTML that cannot be read."""
    changed = said(element, _META, "versioncreated")
    created = said(element, _META, "firstcreated")
    if created is None and element.get("version") == "1":
        created = changed  # the first version is the one at hand
    within = next((one for one in element.iter() if local(one) == "nitf"), None)
    inner = nitf.read(within) if within is not None else Item()
    summaries = [one for one in each(element, _CONTENT, "description") if _role(one) in {"", *_SUMMARIES}]
    return Item(
        title=said(element, _CONTENT, "headline") or said(element, _META, "title") or inner.title,
        paragraphs=_text(element),
        summary=tuple(part for one in summaries for part in markup.paragraphs(one)) or inner.summary,
        publisher=_publisher(element) or inner.publisher,
        byline=item.by(said(element, _CONTENT, "by")) or _creators(element) or inner.byline,
        external_id=(element.get("guid") or "").strip() or inner.external_id,
        published=created or inner.published,
        modified=changed or inner.modified,
        cautions=(*cautions, *_status(element), *inner.cautions),
    )


def _text(element: _Element) -> tuple[str, ...]:
    """Return the paragraphs of the first rendition that has any, with the dateline unless the text begins with it."""
    for content in each(element, "contentset"):
        for rendition in content:
            if found := _rendition(rendition):
                dateline = said(element, _CONTENT, "dateline")
                begins = dateline is None or markup.begins(found, dateline)
                return found if begins or dateline is None else (dateline, *found)
    return ()


def _rendition(rendition: _Element) -> tuple[str, ...]:
    """Return the paragraphs of one rendition of the content."""
    kind = (rendition.get("contenttype") or "").casefold()
    if local(rendition) == "inlinexml":
        for inner in rendition.iter():
            if local(inner) == "nitf":
                return nitf.text(inner)
            if local(inner) == "body":
                return markup.paragraphs(inner)
        return markup.paragraphs(rendition)
    if local(rendition) == "inlinedata":
        data = "".join(rendition.itertext())
        return markup.fragment(data) if "html" in kind else markup.plain(data)
    return ()


def _publisher(element: _Element) -> str | None:
    """Return who provides an item, by name, and where it is only coded, by its code ("nprov:AFP")."""
    for path in ((_META, "provider"), (_CONTENT, "infosource")):
        if found := said(element, *path, "name") or attribute(element, "literal", *path):
            return found
    return (attribute(element, "qcode", _META, "provider") or "").rpartition(":")[2] or None


def _creators(element: _Element) -> str | None:
    """Return the names of those who made the content."""
    names = [said(one, "name") or item.text(one.get("literal")) for one in each(element, _CONTENT, "creator")]
    return "; ".join(name for name in names if name) or None


def _role(element: _Element) -> str:
    """Return the role of a description, without its scheme ("drol:summary")."""
    return (element.get("role") or "").rpartition(":")[2].casefold()


def _status(element: _Element) -> tuple[Caution, ...]:
    """Return the caution that an item deserves which is not to be used, or which corrects another."""
    signals = [(one.get("qcode") or "").casefold() for one in each(element, _META, "signal")]
    corrects = said(element, _META, "ednote") or "" if any("correction" in signal for signal in signals) else None
    return item.status(attribute(element, "qcode", _META, "pubstatus"), corrects=corrects)
