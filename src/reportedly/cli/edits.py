"""What changed from version to version of a report: statements that are lost, new, worded or hedged otherwise."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.cli.answers import Layout
from reportedly.cli.records import day, title
from reportedly.cli.table import DEVIATION, NAME, QUIET
from reportedly.cli.wrapping import flow, hung, wrap
from reportedly.exchange import wording
from reportedly.exchange.line import NOBODY
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line
from reportedly.ledger import Said
from reportedly.ledger.versions import compare
from reportedly.values import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.ledger import Changed, Changes, ReportRecord, View
    from reportedly.values import Reading

OUT, IN = ("[-", "-]"), ("{+", "+}")
"""The signs around words that were taken out and put in, as git sets them."""

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
        yield _edit(record, None if before is None else compare(spoken(before), spoken(after)))
        before = after


def spoken(reading: Reading) -> list[Said]:
    """Return what of the statements of a reading is compared."""
    return [
        Said(
            id=one.id,
            name=one.speaker.name.value if one.speaker and one.speaker.name else None,
            source=one.source.text,
            cue=one.cue.text,
            content=one.content.text,
            certainty=one.certainty.value.value if one.certainty else None,
            hedge=one.hedge.value.value if one.hedge else None,
        )
        for one in reading.statements
    ]


def _edit(record: ReportRecord, changes: Changes | None) -> Edit:
    """Return a version with what changed in it."""
    edit = Edit(
        report=record.id,
        version=record.version,
        title=title(record),
        published=record.published,
        modified=record.modified,
        known_from=record.known_from,
        statements=record.statements,
    )
    if changes is None:
        return edit
    return dataclasses.replace(
        edit,
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
        *(("lost", said, None, None) for said in edit.lost),
        *(("added", None, said, None) for said in edit.added),
    ]
    if not found:
        yield about
    for change, old, new, hedged in found:
        sides: list[tuple[str, str, Said]] = []
        sides += [("old", "before", old)] if old else []
        sides += [("new", "after", new)] if new else []
        row = about | {"change": change, "hedged": hedged}
        for identity, side, said in sides:
            row |= {
                identity: said.id,
                "name": said.name or said.source,
                side: said.content,
                f"certainty_{side}": said.certainty,
                f"hedge_{side}": said.hedge,
            }
        yield row


def edited() -> Layout[Edit]:
    """Return how versions look."""
    return Layout(noun="version", row=_lines, apart=True)


def _lines(edit: Edit, width: int) -> Iterator[Text]:
    """Give a version's head, then a sign before each statement that changed: `~` changed, `-` lost, `+` new."""
    date = day(edit.modified or edit.published)
    about = [Text(f"version {edit.version}", NAME), Text(edit.title), Text(date or "undated"), Text(edit.report, QUIET)]
    yield from flow(about, width)
    yield Text("─" * width, QUIET)
    counts = [counted(edit.statements, "statement")]
    if edit.kept is None:
        counts.append("nothing before it to compare with")
    else:
        rehedged = sum(pair.hedged for pair in edit.changed)
        numbers = (
            (edit.kept, "worded as before"),
            (sum(not unworded(pair) for pair in edit.changed), "worded otherwise"),
            (rehedged, "sounding otherwise"),
            (len(edit.lost), "lost"),
            (len(edit.added), "new"),
        )
        counts += [f"{number} {what}" for number, what in numbers if number]
    yield from flow([Text(each, QUIET) for each in counts], width)
    for pair in edit.changed:
        yield from _changed(pair, width)
    for sign, several in (("- ", edit.lost), ("+ ", edit.added)):
        for said in several:
            yield from hung(Text(sign, DEVIATION), Text(_name(said), NAME), width)
            yield from hung(Text("  "), Text(one_line(said.content)), width)


def unworded(pair: Pair) -> bool:
    """Say whether only how sure a statement sounds changed, and no word of it."""
    old, new = pair.old, pair.new
    return (old.source, old.cue, old.content) == (new.source, new.cue, new.content)


def _changed(pair: Pair, width: int) -> Iterator[Text]:
    """Give a statement before and after."""
    old, new = pair.old, pair.new
    who = [Text(_name(new), NAME)]
    for what in ("source", "cue"):
        before, after = one_line(getattr(old, what)), one_line(getattr(new, what))
        if before != after:
            who.append(Text(f"{what} “{before}” → “{after}”", DEVIATION))
    if old.certainty != new.certainty:
        who.append(Text(f"{_sounds(old.certainty, 'stated')} → {_sounds(new.certainty, 'stated')}", DEVIATION))
    if old.hedge != new.hedge:
        who.append(Text(f"hedge: {_sounds(old.hedge, 'none')} → {_sounds(new.hedge, 'none')}", DEVIATION))
    for index, line in enumerate(flow(who, width - 2)):
        yield Text.assemble("  " if index else ("~ ", DEVIATION), line)
    for line in wrap(worded(pair.words), width - 2):
        yield Text.assemble("  ", line)


def worded(words: Sequence[tuple[str, str]]) -> Text:
    """Return the words of a content, those that were taken out and put in between signs."""
    text = Text()
    for sign, group in itertools.groupby(words, key=lambda pair: pair[0]):
        piece = one_line(" ".join(word for _, word in group))
        styled = {
            " ": (piece, ""),
            "-": (f"{OUT[0]}{piece}{OUT[1]}", "dim strike"),
            "+": (f"{IN[0]}{piece}{IN[1]}", "bold"),
        }[sign]
        text = Text.assemble(text, " " if text else "", styled)
    return text


def _name(said: Said) -> str:
    """Return who says so."""
    return one_line(said.name or said.source) or NOBODY


def _sounds(certainty: str | None, otherwise: str) -> str:
    """Return a certainty in words for people."""
    return wording.CERTAINTIES[Certainty(certainty)] if certainty else otherwise
