"""The columns of a table: which of a report's fields each holds, by its name or as the caller says."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

from reportedly.errors import ReportError, UsageError
from reportedly.formats.page import letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMES: Mapping[str, tuple[str, ...]] = types.MappingProxyType(
    {
        field: tuple(names.split())
        for field, names in {
            "text": "text fulltext body bodytext content contents article articletext articlebody maintext notes",
            "title": "title headline",
            "url": "url link sourceurl documentidentifier permalink",
            "publisher": "publisher outlet source sourcename sourcecommonname publication newspaper",
            "byline": "byline author authors",
            "published": "published publishedat publicationdate publishdate pubdate date eventdate sqldate",
            "modified": "modified modifiedat updated updatedat",
            "id": "id guid uid articleid eventid eventidcnty globaleventid gkgrecordid",
        }.items()
    }
)
"""Under which names a column holds a field, letters and digits alone, the likeliest first: those of plain English, of
ACLED (https://acleddata.com/acled-codebook/: `notes`, `source`, `event_date`, `event_id_cnty`) and of GDELT
(http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf: `SOURCEURL`, `SQLDATE`, `GLOBALEVENTID`)."""

_SHOWN = 40
_SHOWN_LENGTH = 60


def places(header: Sequence[str]) -> dict[str, int]:
    """Return the place of the column of each field that the header names."""
    known: dict[str, int] = {}
    for place, name in enumerate(header):
        known.setdefault(letters(name), place)
    found = {}
    for field, names in NAMES.items():
        held = next((known[name] for name in names if name in known), None)
        if held is not None:
            found[field] = held
    return found


def chosen(header: Sequence[str], columns: Mapping[str, str] | None, where: str) -> dict[str, int]:
    """Return the place of the column of each field; what the caller says counts for more than the names.

    Raises:
        UsageError: The caller names a field that a report does not have.
        ReportError: The table has no column of that name, or none of texts.
    """
    found = places(header)
    for field, name in (columns or {}).items():
        if field not in NAMES:
            msg = f"a report has no {field!r}; columns are named for {', '.join(NAMES)}"
            raise UsageError(msg)
        place = next((place for place, each in enumerate(header) if each == name), None)
        if place is None:
            place = next((place for place, each in enumerate(header) if letters(each) == letters(name)), None)
        if place is None:
            raise ReportError(where, f"no column {name!r}; {_listed(header)}")
        found[field] = place
    if "text" not in found:
        reason = f"no column of texts; {_listed(header)}; name the one with the text (text=NAME)"
        raise ReportError(where, reason)
    return found


def _listed(header: Sequence[str]) -> str:
    """List the columns that there are."""
    names = [ascii(name)[1:-1][:_SHOWN_LENGTH] or "(no name)" for name in header[:_SHOWN]]
    more = len(header) - len(names)
    return f"the table has {', '.join(names)}" + (f" and {more:,} more" if more else "")
