"""What goes into a format and what comes out of it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.values import Caution

if TYPE_CHECKING:
    from reportedly.values import Moment, Report


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of a report; it fills in only what the input itself does not say."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Moment | None = None

    def fill(self, report: Report) -> Report:
        """Return the report with what it leaves open taken from here."""
        said = {name: getattr(self, name) for name in self.__slots__}
        missing = {name: value for name, value in said.items() if value is not None and getattr(report, name) is None}
        return dataclasses.replace(report, **missing) if missing else report


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """A report as it came out of its bytes, and what should be known about how it did.

    `where` names it as the user knows it (`archive.jsonl, line 12`).
    """

    report: Report
    where: str
    cautions: tuple[Caution, ...] = ()


CAUTIONS = {
    "encoding-guessed": "nothing states the encoding of the bytes, so it was guessed from them",
    "encoding-conflict": "the bytes are in another encoding than the one that they declare",
    "undecodable": "some bytes stand for no character; U+FFFD stands in their place",
    "bad-date": "a date could not be understood, lies in the future, or is older than the web page can be; left out",
    "dates-disagree": "the page states several dates of publication that disagree; one was taken",
    "bad-field": "a field is of the wrong type and was left out",
    "no-text": "the report is empty, or holds nothing but white space",
    "no-text-layer": "some pages of a PDF have no text",
    "summary-only": "the full text stands elsewhere; only a summary, or a headline, was read",
    "withdrawn": "its publisher canceled, withheld or corrected the item",
    "damaged": "what it was read from is damaged, and some of it may be lost",
    "forwarded": "the message passes on somebody else's words; the caution says whose",
    "truncated": "the archive kept only the beginning of the page",
    "not-english": "the text is not English, and the engine knows English only",
}
"""Every code of caution that a format may give, with what it means."""


def caution(code: str, message: str) -> Caution:
    """Make a caution; KeyError for a code that is not in `CAUTIONS`, so that none is undocumented."""
    CAUTIONS[code]
    return Caution(code, message)
