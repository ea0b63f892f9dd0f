"""What a run of adding came to: as a table for people, as JSON for programs, and all that was left out as CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from reportedly.cli.rewritten import lines, listed
from reportedly.exchange.visible import one_line
from reportedly.ledger import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rich.text import Text

    from reportedly.intake.tally import Reason, Tally
    from reportedly.ledger import Ledger

MOST_SHOWN = 12
"""Reasons in the table; `--report` and JSON have them all."""

HEADER = ("where", "what", "reason")
"""The columns of `--report`."""

_FAILED, _PASSED = "not read", "passed by"
_NAMES = {
    Outcome.ADDED: "added",
    Outcome.KNOWN: "already there",
    Outcome.VERSION: "new versions",
    Outcome.COPY: "copies",
}


def as_json(tally: Tally, seconds: float, ledger: Ledger) -> str:
    """Return the summary as one JSON object; what changed in new versions is looked up in the ledger."""
    counts = {name.replace(" ", "_"): tally.outcomes[outcome] for outcome, name in _NAMES.items()}
    reasons = [
        {"what": _what(each), "reason": one_line(each.reason), "count": each.count, "first": one_line(each.first)}
        for each in tally.reasons()
    ]
    return (
        json.dumps(
            {
                "ledger": ledger.where,
                **counts,
                "skipped": tally.failed + tally.passed_by,
                "not_read": tally.failed,
                "passed_by": tally.passed_by,
                "statements": tally.statements,
                "changes": {name: tally.changes[name] for name in sorted(tally.changes)},
                "versions": listed(tally, ledger.view()),
                "reasons": reasons,
                "seconds": round(seconds, 3),
            },
            ensure_ascii=False,
            indent=2,
        )
        .encode("utf-8", "replace")
        .decode()
    )


def as_table(tally: Tally, seconds: float, ledger: Ledger, width: int) -> Iterator[str | Text]:
    """Yield the lines of the summary; what changed in new versions is looked up in the ledger."""
    rows = [(name, tally.outcomes[outcome]) for outcome, name in _NAMES.items()]
    rows.append(("skipped", tally.failed + tally.passed_by))
    digits = max(len(f"{count:,}") for _, count in rows)
    for name, count in rows:
        yield f"{name:<13}  {count:>{digits},}{_beside(name, tally)}"
    yield from lines(tally, ledger.view(), width)
    reasons = tally.reasons()
    if reasons:
        yield ""
        yield "skipped, because"
    digits = max((len(f"{each.count:,}") for each in reasons), default=0)
    for each in reasons[:MOST_SHOWN]:
        first = "" if each.count == 1 else "first "
        yield f"  {each.count:>{digits},}  {_what(each)}: {one_line(each.reason)} ({first}{one_line(each.first)})"
    if len(reasons) > MOST_SHOWN:
        yield f"  and {len(reasons) - MOST_SHOWN:,} other reasons: --report FILE lists them all"
    yield ""
    yield f"{_counted(tally.statements, 'statement')} in {seconds:.1f} s, in {one_line(ledger.where)}"


class Listing:
    """The table of what was skipped, written row by row: there may be more of it than fits the memory."""

    def __init__(self, file: TextIO) -> None:
        """Write the names of the columns."""
        self._rows = csv.writer(file, lineterminator="\n")
        self._rows.writerow(HEADER)

    def add(self, where: str, reason: str, *, failed: bool) -> None:
        """Write a row."""
        self._rows.writerow((one_line(where), _FAILED if failed else _PASSED, one_line(reason)))


def _what(reason: Reason) -> str:
    """Say what was done with what is not in the ledger."""
    return _FAILED if reason.failed else _PASSED


def _beside(name: str, tally: Tally) -> str:
    """Return what is said beside a count."""
    if name == "skipped" and tally.failed and tally.passed_by:
        return f"  ({tally.failed:,} could not be read, {tally.passed_by:,} passed by)"
    if name == _NAMES[Outcome.VERSION] and tally.changes:
        counts = tally.changes
        kept, changed = counts["kept"], counts["changed"]
        return f"  (statements: {kept:,} kept, {changed:,} changed, {counts['lost']:,} lost, {counts['added']:,} new)"
    return ""


def _counted(count: int, name: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"
