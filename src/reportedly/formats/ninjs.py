"""ninjs (https://iptc.org/standards/ninjs/), versions 1 to 3: items of news in JSON, alone or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import item, markup
from reportedly.formats.encodings import decode
from reportedly.formats.item import Item
from reportedly.formats.json_values import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.formats.loaded import Loaded
    from reportedly.values import Caution

_OWN = frozenset(
    "bodies body_html body_text body_xhtml byline copyrightholder description_text firstcreated headline headlines "
    "infosource infosources pubstatus representationtype slugline standard usageterms versioncreated".split()
)
_FEWEST = 2
"""An address of its own and so many other fields of the standard make an item; a `text` makes it one of ours."""

_MARKED = ("body_xhtml", "body_html")
"""The standard's field, and the one that Superdesk writes."""

_SUMMARIES = ("description_text", "description_xhtml", "description_html", "descriptions")


def claims(record: object) -> bool:
    """Say whether a decoded value, or as much of it as its beginning shows, is an item or a list of items."""
    if isinstance(record, list):
        record = record[0] if record else None
    if not isinstance(record, dict) or "text" in record or not isinstance(record.get("uri"), str):
        return False
    return len(_OWN & record.keys()) >= _FEWEST


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield a report for each item, and an error for one without words."""
    decoded = decode(data)
    found = list(values(decoded.text, where))
    alone = len(found) == 1
    for number, each in enumerate(found, 1):
        if isinstance(each, ReportError):
            yield each
            continue
        record, wording = each
        place = where if alone else f"{where}, item {number}"
        if not isinstance(record, dict):
            yield ReportError(place, "not a JSON object, which an item of ninjs is")
            continue
        try:
            yield _item(record, decoded.cautions).report(
                place, data if alone else wording.encode("utf-8", "surrogatepass")
            )
        except ValueError as error:
            yield ReportError(place, str(error))
    if not found:
        yield ReportError(where, "holds no items")


def _item(record: Mapping[str, object], cautions: tuple[Caution, ...]) -> Item:
    """Read an item; raises ValueError for HTML that cannot be read."""
    changed = record.get("versioncreated")
    created = record.get("firstcreated")
    if created is None and str(record.get("version")) == "1":
        created = changed  # the first version is the one at hand
    signals = str(record.get("signals") or "").casefold()
    note = item.text(record.get("ednote"))
    return Item(
        title=_headline(record),
        paragraphs=_text(record),
        summary=next((found for name in _SUMMARIES if (found := _described(record, name))), ()),
        publisher=_publisher(record),
        byline=item.by(item.text(record.get("byline")) or item.text(record.get("by"))),
        external_id=item.text(record.get("uri")) or item.text(record.get("guid")),
        published=created,
        modified=changed,
        cautions=(
            *cautions,
            *item.status(item.text(record.get("pubstatus")), corrects=note or "" if "correction" in signals else None),
        ),
    )


def _headline(record: Mapping[str, object]) -> str | None:
    """Return the headline: the field, the first of a list, or else the title."""
    listed = [item.text(each.get("value")) for each in _objects(record.get("headlines"))]
    stated = item.text(record.get("headline")) or next(filter(None, listed), None) or item.text(record.get("title"))
    return markup.line(stated)


def _text(record: Mapping[str, object]) -> tuple[str, ...]:
    """Return the paragraphs of the first body that has any: marked-up ones first, since they know their paragraphs."""
    marked = [record.get(name) for name in _MARKED]
    simple = [record.get("body_text")]
    for body in _objects(record.get("bodies")):
        kind = f"{body.get('contenttype') or ''} {body.get('role') or ''}".casefold()
        (marked if "html" in kind else simple).append(body.get("value"))
    found = (markup.fragment(body) for body in marked if isinstance(body, str))
    plain = (markup.plain(body) for body in simple if isinstance(body, str))
    return next(filter(None, found), ()) or next(filter(None, plain), ())


def _described(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return a description in paragraphs."""
    stated = record.get(name)
    if isinstance(stated, list):
        stated = next((each["value"] for each in _objects(stated) if isinstance(each.get("value"), str)), None)
    if not isinstance(stated, str):
        return ()
    return markup.fragment(stated) if name != "description_text" else markup.plain(stated)


def _publisher(record: Mapping[str, object]) -> str | None:
    """Return who provides an item."""
    for name in ("provider", "source", "infosource", "infosources"):
        stated = record.get(name)
        if found := item.text(stated):
            return found
        for each in _objects(stated):
            if found := item.text(each.get("name")) or item.text(each.get("literal")):
                return found
    return None


def _objects(stated: object) -> list[Mapping[str, object]]:
    """Return the objects of a list, or the one that stands alone."""
    return [each for each in (stated if isinstance(stated, list) else [stated]) if isinstance(each, dict)]
