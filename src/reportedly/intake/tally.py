"""How many reports were added, and why others were not."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.intake.sources import Skipped
from reportedly.ledger import Added, Outcome

if TYPE_CHECKING:
    from reportedly.intake.add import Step
    from reportedly.ledger import Changes

MOST_REASONS = 1000
"""Different reasons that are counted apart; an archive may give a million, each with a name of its own in it."""

MOST_VERSIONS = 100
"""New versions that are remembered by their ids, so that what changed in them can be shown."""

_OTHERS = "other reasons"


@dataclasses.dataclass(frozen=True, slots=True)
class Reason:
    """Why reports are not in the ledger, of how many it is so, and the first of them.

    `failed` says whether somebody asked for them; a folder's files of other kinds are passed by.
    """

    reason: str
    failed: bool
    count: int
    first: str


class Tally:
    """Counts what came of a run of adding.

    `rewritten` counts the new versions in which a statement changed, was lost or is new; `versions` has the first ones.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.outcomes: collections.Counter[Outcome] = collections.Counter()
        self.statements = 0
        self.failed = 0
        self.passed_by = 0
        self.changes: collections.Counter[str] = collections.Counter()
        self.rewritten = 0
        self.versions: list[str] = []
        self._reasons: dict[tuple[str, bool], tuple[int, str]] = {}

    def count(self, step: Step) -> None:
        """Count one step more."""
        match step.what:
            case Added() as added:
                self.outcomes[added.outcome] += 1
                self.statements += step.statements
                if added.changes:
                    self._compared(added.report, added.changes)
            case ReportError() as error:
                self.failed += 1
                self._because(error.reason, error.where, failed=True)
            case Skipped() as skipped:
                self.passed_by += 1
                self._because(skipped.reason, skipped.where, failed=False)

    def reasons(self) -> list[Reason]:
        """Return why reports are not in the ledger: failures first, the most frequent reasons first."""
        made = [Reason(reason, failed, *counted) for (reason, failed), counted in self._reasons.items()]
        return sorted(made, key=lambda each: (not each.failed, -each.count, each.reason))

    def counts(self) -> dict[str, int]:
        """Return all counts by their names."""
        return {
            **{outcome.name.lower(): self.outcomes[outcome] for outcome in Outcome},
            "failed": self.failed,
            "passed_by": self.passed_by,
            "statements": self.statements,
        }

    def _compared(self, report: str, changes: Changes) -> None:
        """Count what changed in a new version."""
        for name in _CHANGES:
            self.changes[name] += len(getattr(changes, name))
        if changes.changed or changes.lost or changes.added:
            self.rewritten += 1
            if len(self.versions) < MOST_VERSIONS:
                self.versions.append(report)

    def _because(self, reason: str, where: str, *, failed: bool) -> None:
        """Count a reason."""
        if (reason, failed) not in self._reasons and len(self._reasons) >= MOST_REASONS:
            reason = _OTHERS
        count, first = self._reasons.get((reason, failed), (0, where))
        self._reasons[reason, failed] = (count + 1, first)


_CHANGES = ("kept", "changed", "lost", "added")
