"""Addresses that a file lists: no reports, until somebody asks for one by address."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.formats.xml_tree import Document
    from reportedly.values import Moment


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """An address and what the list says of it; what it does not say is None."""

    url: str
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None


def told(found: Sequence[Listed], document: Document, where: str, what: str) -> ReportError:
    """Return the one error that says what a list holds: `what` names its kind ("the sitemap")."""
    number = len({each.url for each in found})
    many = f"{number:,} address" + ("" if number == 1 else "es")
    reason = f"{what} lists {many} and holds no texts: they are fetched only when they are asked for by address"
    if document.broken:
        reason += f"; it is broken XML in line {document.broken[0]} ({document.reason}), so some may be missing"
    return ReportError(where, reason)
