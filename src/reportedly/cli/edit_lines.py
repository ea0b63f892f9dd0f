"""How versions of a report look, and what changed from one to the next."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.answers import Layout
from reportedly.cli.edits import unworded
from reportedly.cli.records import day
from reportedly.cli.table import DEVIATION, NAME, QUIET
from reportedly.cli.wrapping import flow, hung, wrap
from reportedly.exchange import wording
from reportedly.exchange.line import NOBODY
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line
from reportedly.values import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.cli.edits import Edit, Pair
    from reportedly.ledger import Said

OUT, IN = ("[-", "-]"), ("{+", "+}")
"""The signs around words that were taken out and put in, as git sets them."""


def edited() -> Layout[Edit]:
    """Return how versions look."""
    return Layout(noun="version", row=_lines, apart=True)


def _lines(edit: Edit, width: int) -> Iterator[Text]:
    """Give a version's head, then what changed in it."""
    date = day(edit.modified or edit.published)
    about = [Text(f"version {edit.version}", NAME), Text(edit.title), Text(date or "undated"), Text(edit.report, QUIET)]
    yield from flow(about, width)
    yield Text("─" * width, QUIET)
    yield from itertools.chain.from_iterable(told(edit, width))


def told(edit: Edit, width: int) -> Iterator[list[Text]]:
    """Give the lines of what changed in a version: counts, then those of each statement.

    Before a statement stands a sign: `~` changed, `-` lost, `+` new.
    """
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
    yield list(flow([Text(each, QUIET) for each in counts], width))
    for pair in edit.changed:
        yield list(_changed(pair, width))
    for sign, several in (("- ", edit.lost), ("+ ", edit.added)):
        for each in several:
            name = hung(Text(sign, DEVIATION), Text(_name(each), NAME), width)
            yield [*name, *hung(Text("  "), Text(one_line(each.content)), width)]


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
