"""NITF (https://iptc.org/standards/nitf/): one item of a wire, with its headline, dateline and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import address, item, markup, xml_tree
from reportedly.formats.item import Item
from reportedly.formats.xml_tree import attribute, each, local, said, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reportedly.formats.loaded import Loaded
    from reportedly.values import Caution

_HEAD = ("body", "body.head")
_DOCDATA = ("head", "docdata")


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the one report of a document; of broken XML what could be read, and an error that tells of the loss."""
    document = xml_tree.parse(data, where)
    root = next((element for element in document.root.iter() if local(element) == "nitf"), None)
    if root is None:
        yield ReportError(where, f"no NITF: its root is <{local(document.root)[:40]}>")
        return
    yield read(root, (*document.cautions, *document.damage())).report(where, data)
    if error := document.error(where):
        yield error


def read(root: _Element, cautions: tuple[Caution, ...] = ()) -> Item:
    """Read an element `nitf`, alone or inside another format."""
    return Item(
        title=said(root, *_HEAD, "hedline", "hl1") or said(root, *_HEAD, "hedline") or said(root, "head", "title"),
        paragraphs=text(root),
        summary=tuple(part for one in each(root, *_HEAD, "abstract") for part in markup.paragraphs(one)),
        publisher=_publisher(root),
        byline=_byline(root),
        url=address.web(attribute(root, "ex-ref", "head", "pubdata")),
        external_id=attribute(root, "id-string", *_DOCDATA, "doc-id"),
        published=attribute(root, "norm", *_DOCDATA, "date.issue")
        or attribute(root, "date.publication", "head", "pubdata")
        or attribute(root, "norm", *_DOCDATA, "date.release"),
        modified=_modified(root),
        cautions=(*cautions, *_status(root)),
    )


def text(root: _Element) -> tuple[str, ...]:
    """Return the paragraphs: further headlines, the dateline unless the text begins with it, and the text."""
    body = tuple(part for one in each(root, "body", "body.content") for part in markup.paragraphs(one))
    if not body:
        return ()
    head = [found for one in each(root, *_HEAD, "hedline", "hl2") if (found := words(one))]
    dateline = said(root, *_HEAD, "dateline")
    if dateline and not markup.begins(body, dateline):
        head.append(dateline)
    return (*head, *body)


def _publisher(root: _Element) -> str | None:
    """Return who published an item: the publication that it was in, or who distributes it."""
    return (
        attribute(root, "name", "head", "pubdata")
        or said(root, *_HEAD, "distributor")
        or said(root, "body", "body.head", "rights", "rights.owner")
    )


def _byline(root: _Element) -> str | None:
    """Return the people in the bylines, or the bylines as they stand, without what the people are."""
    names = [words(one) for one in each(root, *_HEAD, "byline", "person")]
    if found := [name for name in names if name]:
        return "; ".join(found)
    lines = []
    for byline in each(root, *_HEAD, "byline"):
        parts = [byline.text or ""]
        for child in byline:
            parts += ["" if local(child) == "bytag" else words(child) or "", child.tail or ""]
        lines.append(item.by(" ".join(parts)))
    return "; ".join(line for line in lines if line) or None


def _modified(root: _Element) -> str | None:
    """Return when the item was last revised."""
    stated = [(one.get("norm") or "").strip() for one in each(root, "head", "revision-history")]
    return next((norm for norm in reversed(stated) if norm), None)


def _status(root: _Element) -> tuple[Caution, ...]:
    """Return the caution that an item deserves which is not to be used, or which corrects another."""
    correction = next(each(root, *_DOCDATA, "correction"), None)
    corrects = None if correction is None else correction.get("info") or correction.get("id-string") or ""
    return item.status(attribute(root, "management-status", *_DOCDATA), corrects=corrects)
