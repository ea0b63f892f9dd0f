"""Whose report it is, in a table: the publisher, or where nobody knows that, what the report is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.table import NOTHING, QUIET
from reportedly.exchange.heading import NAMELESS, name
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from reportedly.exchange.register import Register

NO_PUBLISHER = "publisher unknown"


def publisher(register: Register, report: str, style: str = QUIET) -> Text:
    """Return who published a report, in a style, or that nobody knows."""
    found = register.publisher(report)
    return Text(one_line(found), style) if found else Text(NO_PUBLISHER, NOTHING)


def whose(register: Register, report: str, style: str = QUIET) -> list[Text]:
    """Return who published a report; where nobody knows, what it is called as well, so that it can be told apart."""
    pieces = [publisher(register, report, style)]
    entry = register.entry(report)
    if entry is not None and not entry.publisher and (called := name(entry.reading.report)) != NAMELESS:
        pieces.append(Text(called, QUIET))
    return pieces


def source(register: Register, identity: str) -> str:
    """Return what the source of an edge is called: a publisher, a report without one, or a speaker."""
    if found := register.publisher(identity):
        return one_line(found)
    if entry := register.entry(identity):
        called = name(entry.reading.report)
        return NO_PUBLISHER if called == NAMELESS else called
    speaker = register.speaker(identity)
    return (one_line(speaker.name.value) if speaker and speaker.name else "") or "somebody"
