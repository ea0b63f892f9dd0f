"""One item of a feed or of a newsroom's wire, as it states itself, and the report that it makes."""

from __future__ import annotations

import dataclasses
import hashlib
import re

from reportedly.errors import ReportError
from reportedly.formats import issued
from reportedly.formats.loaded import Loaded, caution
from reportedly.formats.page import letters
from reportedly.values import Caution, Report

_TITLE_AMONG = 3
"""A headline that is among so many first paragraphs (after a kicker and a place) is not set before them again."""

_TAKEN_BACK = {
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
    "withdrawn": "withdrawn",
    "withheld": "withheld",
}
"""States of publication under which nothing may be used: https://cv.iptc.org/newscodes/pubstatusg2/ and wordings of
the same."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What an item says: `paragraphs` is its full text, `summary` what stands for it where there is none."""

    title: str | None = None
    paragraphs: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    external_id: str | None = None
    published: object = None
    modified: object = None
    cautions: tuple[Caution, ...] = ()

    def report(self, where: str, source: bytes | None = None) -> Loaded | ReportError:
        """Return the report: the headline, then the text, a blank line between paragraphs.

        `source` is the bytes of which the digest is kept; the text's, where there are none of the item's own.
        """
        body = self.paragraphs or self.summary
        text = "\n\n".join((*self._headline(body), *body))
        cautions = list(self.cautions)
        if not any(character.isalnum() for character in text):
            taken_back = next((each.message for each in cautions if each.code == "withdrawn"), None)
            return ReportError(where, "holds neither a text nor a headline" + (f"; {taken_back}" if taken_back else ""))
        if not self.paragraphs:
            what = "summary" if self.summary else "headline"
            cautions.append(caution("summary-only", f"only the {what} is here; the full text stands elsewhere"))
        published, late = issued.moment("published", self.published)
        modified, later = issued.moment("modified", self.modified)
        made = Report(
            text=text,
            sha256=hashlib.sha256(source).hexdigest() if source is not None else "",
            title=self.title,
            publisher=self.publisher,
            byline=self.byline,
            url=self.url,
            external_id=self.external_id,
            published=published,
            modified=modified,
        )
        return Loaded(made, where, tuple(dict.fromkeys((*cautions, *late, *later))))

    def _headline(self, body: tuple[str, ...]) -> tuple[str, ...]:
        """Return the headline where the text does not begin with it, or with the whole of what was cut to make it."""
        headline = letters(self.title or "")
        if not self.title or not headline:
            return (self.title,) if self.title else ()
        opening = [letters(each) for each in body[:_TITLE_AMONG]]
        cut = bool(opening) and opening[0].startswith(headline)
        return () if headline in opening or cut else (self.title,)


def status(stated: str | None, *, corrects: str | None = None) -> tuple[Caution, ...]:
    """Return the caution that a state of publication deserves, with or without its scheme ("stat:canceled").

    `corrects` is what an item says of itself where it is a correction of an earlier one.
    """
    found = _TAKEN_BACK.get((stated or "").rpartition(":")[2].strip().casefold())
    notes = [f"the publisher marks it as {found}"] if found else []
    if corrects is not None:
        said = " ".join(corrects.split())
        notes.append("the publisher marks it as a correction" + (f": {said}" if said else ""))
    return tuple(caution("withdrawn", note) for note in notes)


def by(stated: str | None) -> str | None:
    """Return a byline without the word that introduces it ("By Ada Venn")."""
    found = " ".join((stated or "").split())
    return re.sub(r"\A(?:by|von|par)\s+(?=\S)", "", found, flags=re.IGNORECASE) or None


def text(value: object) -> str | None:
    """Return a string on one line, or None for what is no string or is empty."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
