"""Every error that Reportedly raises on purpose.

Each base says who must act, and so where to catch it:

    ReportedlyError          catch this to catch them all
    ├── UsageError           the caller must act: an argument or an option makes no sense
    ├── ReportError          one report could not be read: skip it, say why, go on with the rest
    └── RunError             nothing can go on: the installation or the ledger is at fault
        ├── BundleError      the packaged model or gazetteer is missing, damaged or of another version
        └── LedgerError      the ledger cannot be opened or written
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """The base of every error that Reportedly raises on purpose."""


class UsageError(ReportedlyError):
    """The caller asked for something that makes no sense; the message says what would."""


class ReportError(ReportedlyError):
    """One report, or one place in a file of reports, could not be read.

    `where` names it as the user knows it (`archive.jsonl, line 12`); `reason` says why, in words for a person.
    """

    def __init__(self, where: str, reason: str) -> None:
        """Keep the place and the reason apart, so that a table can show both."""
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class RunError(ReportedlyError):
    """Nothing can go on, whatever the input."""


class BundleError(RunError):
    """The packaged model or gazetteer is missing, damaged or of another version; reinstalling the package mends it."""


class LedgerError(RunError):
    """The ledger cannot be opened or written; `where` names it, and `reason` says why, in words for a person."""

    def __init__(self, where: str, reason: str) -> None:
        """Keep the place and the reason apart."""
        super().__init__(f"the ledger {where}: {reason}")
        self.where = where
        self.reason = reason
