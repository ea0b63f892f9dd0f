"""What changed in the new versions of a run of adding: the first few for people, some more for programs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.cli.answers import plain
from reportedly.cli.edit_lines import told
from reportedly.cli.edits import edit
from reportedly.cli.explain import BEGINNING
from reportedly.cli.records import INDENT, beside, day
from reportedly.cli.table import NAME, QUIET
from reportedly.cli.wrapping import wrap
from reportedly.exchange.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.cli.edits import Edit
    from reportedly.intake.tally import Tally
    from reportedly.ledger import View

MOST_SHOWN = 5
"""Versions in a table: more than a screen of them is looked at with `reportedly show`."""

MOST_LINES = 12
"""Lines of what changed in a version, in a table."""

MOST_LISTED = 50
"""Statements of each kind of change in a version, in JSON."""

_COUNTED = ("kept", "changed", "lost", "added")


def listed(tally: Tally, known: View) -> list[dict[str, Any]]:
    """Return the versions that a tally remembers as plain values, as `reportedly show --versions` has them.

    Each has `changes` besides, which counts the statements; those that are listed are the first ones.
    """
    return [_plain(edit(known, identity)) for identity in tally.versions]


def _plain(one: Edit) -> dict[str, Any]:
    """Return a version with the first of its changes."""
    counts = {name: found if isinstance(found := getattr(one, name), int) else len(found) for name in _COUNTED}
    first = {name: getattr(one, name)[:MOST_LISTED] for name in ("changed", "lost", "added")}
    return {**plain(dataclasses.replace(one, **first)), "changes": counts}


def lines(tally: Tally, known: View, width: int) -> Iterator[Text]:
    """Give the first versions in lines, each with what changed in it; nothing where nothing changed."""
    if not tally.versions:
        return
    yield Text()
    yield Text("what changed in new versions")
    for identity in tally.versions[:MOST_SHOWN]:
        yield Text()
        yield from _version(edit(known, identity), width)
    if (more := tally.rewritten - MOST_SHOWN) > 0:
        yield Text()
        yield from wrap(Text(f"and {more:,} more: reportedly show REPORT --versions", QUIET), width)


def _version(one: Edit, width: int) -> Iterator[Text]:
    """Give a version's title, number and day, and below what changed, as far as there is room."""
    date = day(one.modified or one.published)
    about = [Text(one.title, NAME), Text(f"version {one.version}"), *([Text(date)] if date else [])]
    yield from beside(about, one.report, width)
    width -= len(INDENT)
    counts, *statements = told(one, width)
    shown, more = counts, len(statements)
    for each in statements:
        room = MOST_LINES - len(shown)
        if len(each) > room and shown is not counts:
            break
        shown = [*shown, *(each if len(each) <= room else [*each[: room - 1], Text("  …", QUIET)])]
        more -= 1
    if more:
        rest = f"and {counted(more, 'more statement')}: reportedly show {one.report[:BEGINNING]} --versions"
        shown = [*shown, *wrap(Text(rest, QUIET), width)]
    for line in shown:
        yield Text.assemble(INDENT, line)
