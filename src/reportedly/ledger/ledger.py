"""A ledger, opened: write through its writer, ask through its views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from reportedly.ledger import claim_lists, joining, judgements, verifying
from reportedly.ledger.filings import Filings
from reportedly.ledger.opening import located, opened, shown
from reportedly.ledger.query import until
from reportedly.ledger.tellings import Tellings
from reportedly.ledger.view import View
from reportedly.ledger.workings import Workings
from reportedly.ledger.writer import Writer

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from types import TracebackType

    from sqlalchemy import Engine

    from reportedly.ledger.claim_records import ClaimPage, ClaimQuery
    from reportedly.ledger.judgements import Judgement
    from reportedly.ledger.verifying import Fault
    from reportedly.values import Moment


class Ledger:
    """The store of all that was read. Close it, or use it in a `with`."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Take an open engine; `where` names the ledger in messages."""
        self._engine = engine
        self.where = where

    @classmethod
    def open(
        cls, ledger: str | os.PathLike[str] | None = None, *, create: bool = False, read_only: bool = False
    ) -> Self:
        """Open a ledger by its path or its postgresql:// address; without one, the user's own.

        Raises:
            LedgerError: There is none and `create` is not set, it cannot be opened, or its schema is a newer one.
        """
        where = located(ledger)
        return cls(opened(where, create=create, read_only=read_only), shown(where))

    def writer(self) -> Writer:
        """Return what adds to it."""
        return Writer(self._engine, self.where)

    def view(self, as_of: Moment | None = None) -> View:
        """Return what it holds, or what was known at some time: of a day, up to its end."""
        return View(self._engine, until(as_of) if as_of else None)

    def filings(self, as_of: Moment | None = None) -> Filings:
        """Return what is kept of which reports may tell one story."""
        return Filings(self._engine, self.where, until(as_of) if as_of else None)

    def workings(self) -> Workings:
        """Return what is kept of how claims are made, so that it is made once."""
        return Workings(self._engine, self.where)

    def tellings(self) -> Tellings:
        """Return what is kept of the claims of each story."""
        return Tellings(self._engine, self.where)

    def claims(self, query: ClaimQuery, *, after: str | None = None, limit: int = 50) -> ClaimPage:
        """Return a page of the claims that are kept, as they were last told: see `claims.Book.listed`."""
        return claim_lists.page(self._engine, query, after=after, limit=limit)

    def holds(self, report: str) -> bool:
        """Say whether a report is there, by its whole id."""
        return self.view().holds(report)

    def judge(self, *, who: str, subject: str, decision: dict[str, object], why: str = "") -> str:
        """Write down what somebody decided, and return the id of that."""
        return judgements.judge(self._engine, who=who, subject=subject, decision=decision, why=why)

    def join(self, first: str, second: str, *, who: str, why: str = "") -> str:
        """Say that two speakers are one, by their identities; return the id of that judgement."""
        return self.judge(who=who, subject=first, decision={joining.JOIN: second}, why=why)

    def keep_apart(self, first: str, second: str, *, who: str, why: str = "") -> str:
        """Say that two speakers are not one, so that it is never suggested again."""
        return self.judge(who=who, subject=first, decision={joining.APART: second}, why=why)

    def undo(self, judgement: str, *, who: str, why: str = "") -> str:
        """Take a judgement back; it stays on record."""
        return judgements.undo(self._engine, judgement, who=who, why=why)

    def judgements(self, subject: str) -> list[Judgement]:
        """Return all that was decided about a statement, a report or a speaker."""
        return judgements.judgements(self._engine, subject)

    def decisions(self) -> list[Judgement]:
        """Return all that was ever decided about anything, in its order."""
        return judgements.decisions(self._engine)

    def judged(self) -> int:
        """Return how many judgements there are."""
        return judgements.count(self._engine)

    def leaders(self) -> dict[str, str]:
        """Return for every speaker that somebody joined with others the one that stands for all of them."""
        with self._engine.connect() as connection:
            return joining.joined(connection)

    def kept_apart(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of speakers of whom somebody decided that they are two."""
        with self._engine.connect() as connection:
            return joining.kept_apart(connection)

    def faults(self) -> Iterator[Fault]:
        """Check everything, and yield what is not as it was written."""
        return verifying.faults(self._engine)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Use it in a `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()
