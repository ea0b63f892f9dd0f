"""What changed from version to version of a report: statements that are lost, new, worded or hedged otherwise."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reportedly.cli.records import title
from reportedly.ledger import Said, compare, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.ledger import Changed, Changes, ReportRecord, View
    from reportedly.values import Reading

ROW = (
    "version",
    "report",
    "known_from",
    "change",
    "hedged",
    "name",
    "old",
    "new",
    "before",
    "after",
    "certainty_before",
    "certainty_after",
    "hedge_before",
    "hedge_after",
)
"""The columns of CSV, which has a row for each statement that changed."""


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A statement before and after; `words` has those of the content with " " (kept), "-" (taken out) or "+" (put in).

    `hedged` says that it sounds surer or less sure than before.
    """

    old: Said
    new: Said
    hedged: bool
    words: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A version of a report, and what changed in its statements against the one before.

    `kept` counts the statements whose words stayed as they were; it is None, and the rest is empty, for the first
    version that is known.
    """

    report: str
    previous: str | None
    version: int
    title: str
    published: str | None
    modified: str | None
    known_from: str
    statements: int
    kept: int | None = None
    changed: tuple[Pair, ...] = ()
    lost: tuple[Said, ...] = ()
    added: tuple[Said, ...] = ()


def edits(known: View, reading: Reading) -> Iterator[Edit]:
    """Yield the versions of a report's address that are known, the first one first."""
    before: Reading | None = None
    for record in known.versions(reading.report.id):
        after = known.report(record.id)
        yield _edit(record, None if before is None else compare(said(before), said(after)))
        before = after


def edit(known: View, identity: str) -> Edit:
    """Return a version, by its whole id, and what changed in it."""
    (record,) = (each for each in known.versions(identity) if each.id == identity)
    if record.previous is None:
        return _edit(record, None)
    return _edit(record, compare(said(known.report(record.previous)), said(known.report(identity))))


def _edit(record: ReportRecord, changes: Changes | None) -> Edit:
    """Return a version with what changed in it."""
    made = Edit(
        report=record.id,
        previous=record.previous,
        version=record.version,
        title=title(record),
        published=record.published,
        modified=record.modified,
        known_from=record.known_from,
        statements=record.statements,
    )
    if changes is None:
        return made
    return dataclasses.replace(
        made,
        kept=len(changes.kept),
        changed=tuple(_pair(each) for each in changes.changed),
        lost=changes.lost,
        added=changes.added,
    )


def _pair(changed: Changed) -> Pair:
    """Return a statement before and after."""
    return Pair(changed.old, changed.new, changed.hedged, tuple(changed.words))


def rows(edit: Edit) -> Iterator[dict[str, Any]]:
    """Give a row of CSV for each statement that changed; one without a change for a version in which none did."""
    about = dict.fromkeys(ROW) | {"version": edit.version, "report": edit.report, "known_from": edit.known_from}
    found = [
        *(("changed", pair.old, pair.new, pair.hedged) for pair in edit.changed),
        *(("lost", each, None, None) for each in edit.lost),
        *(("added", None, each, None) for each in edit.added),
    ]
    if not found:
        yield about
    for change, old, new, hedged in found:
        sides: list[tuple[str, str, Said]] = []
        sides += [("old", "before", old)] if old else []
        sides += [("new", "after", new)] if new else []
        row = about | {"change": change, "hedged": hedged}
        for identity, side, each in sides:
            row |= {
                identity: each.id,
                "name": each.name or each.source,
                side: each.content,
                f"certainty_{side}": each.certainty,
                f"hedge_{side}": each.hedge,
            }
        yield row


def unworded(pair: Pair) -> bool:
    """Say whether only how sure a statement sounds changed, and no word of it."""
    old, new = pair.old, pair.new
    return (old.source, old.cue, old.content) == (new.source, new.cue, new.content)
