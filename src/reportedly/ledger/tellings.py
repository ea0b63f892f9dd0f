"""What claims were made of each story, kept so that they are made once; and which stories have changed since.

What is kept means nothing here: `claims` makes it and asks for it. All of it can be made again.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from reportedly.ledger import rows
from reportedly.ledger.claim_lists import waiting_count
from reportedly.ledger.dialects import alone, among, index, insert_missing, unindex
from reportedly.ledger.opening import written
from reportedly.ledger.schema import (
    FILINGS,
    JUDGEMENTS,
    LINKS,
    REPORTS,
    TAKEN_UP,
    TELLINGS,
    TOLD,
    TOLD_OF,
    TOLD_PARTS,
)
from reportedly.ledger.touching import CURRENT, OPEN, TO_TELL, numbered, touch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection, Engine

    from reportedly.ledger.claim_records import ClaimRecord


@dataclasses.dataclass(frozen=True, slots=True)
class Telling:
    """A story as it is kept: its reports, how often it was touched, what is to be done, and what was made of it."""

    key: int
    reports: tuple[str, ...]
    touched: int
    due: int
    packed: bytes | None

    @property
    def open(self) -> bool:
        """Whether its reports are to be looked for anew."""
        return self.due == OPEN

    @property
    def current(self) -> bool:
        """Whether what was made of it still follows from its reports and from all judgements."""
        return self.due == CURRENT


class Tellings:
    """The tellings of a ledger. Where it cannot be written, what writes raises LedgerError."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Work through an engine; `where` names the ledger in messages."""
        self._engine = engine
        self._where = where

    def settled(self, made_by: str) -> bool:
        """Say whether all judgements were taken up, and all that counts as current was made by this version."""
        current = sa.select(sa.func.min(TELLINGS.c.made_by)).where(TELLINGS.c.due == CURRENT)
        latest = sa.select(sa.func.max(TELLINGS.c.made_by)).where(TELLINGS.c.due == CURRENT)
        asked = (_count(JUDGEMENTS), _count(TAKEN_UP), current, latest)
        with self._engine.connect() as connection:
            every, taken, first, last = connection.execute(sa.select(*(each.scalar_subquery() for each in asked))).one()
        return every == taken and {first, last} <= {None, made_by}

    def not_taken_up(self) -> list[str]:
        """Return the ids of judgements whose stories were not touched yet, in their order."""
        asked = (
            sa.select(JUDGEMENTS.c.id)
            .join(TAKEN_UP, TAKEN_UP.c.judgement == JUDGEMENTS.c.key, isouter=True)
            .where(TAKEN_UP.c.judgement.is_(None))
            .order_by(JUDGEMENTS.c.key)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(asked).scalars())

    def take_up(self, judgements: Sequence[str], subjects: Collection[str]) -> None:
        """Touch the stories of what some judgements are about: reports, statements, propositions or speakers."""
        with written(self._engine, self._where) as connection:
            touch(connection, subjects)
            keys = connection.execute(sa.select(JUDGEMENTS.c.key).where(JUDGEMENTS.c.id.in_(judgements))).scalars()
            insert_missing(connection, TAKEN_UP, [{"judgement": key} for key in keys.all()])

    def forget_others(self, made_by: str) -> None:
        """Have all told again that another version made; until then it stays as it is."""
        others = sa.and_(TELLINGS.c.due == CURRENT, TELLINGS.c.made_by != made_by)
        with written(self._engine, self._where) as connection:
            connection.execute(sa.update(TELLINGS).where(others).values(touched=TELLINGS.c.touched + 1, due=TO_TELL))

    def of(self, report: str) -> Telling | None:
        """Return the story of a report; None where it was not looked for yet."""
        asked = _telling().join(TOLD_OF, TOLD_OF.c.telling == TELLINGS.c.key).where(TOLD_OF.c.report == report)
        return self._first(asked)

    def next_to_tell(self) -> Telling | None:
        """Return the story with the latest report of those that are to be told."""
        asked = _telling().where(TELLINGS.c.due == TO_TELL).order_by(TELLINGS.c.latest.desc(), TELLINGS.c.key)
        return self._first(asked.limit(1))

    def next_open(self) -> Telling | None:
        """Return a story whose reports are to be looked for anew."""
        return self._first(_telling().where(TELLINGS.c.due == OPEN).order_by(TELLINGS.c.latest.desc()).limit(1))

    def placed_in(self, telling: int) -> str:
        """Return a report of a story, by its key; an empty string where it is no more."""
        asked = sa.select(TOLD_OF.c.report).where(TOLD_OF.c.telling == telling).order_by(TOLD_OF.c.report).limit(1)
        with self._engine.connect() as connection:
            return str(connection.execute(asked).scalar() or "")

    def without(self) -> list[str]:
        """Return the reports that were filed and whose story was not looked for yet, the latest first."""
        asked = (
            sa.select(FILINGS.c.report)
            .join(TOLD_OF, TOLD_OF.c.report == FILINGS.c.report, isouter=True)
            .where(TOLD_OF.c.report.is_(None))
            .order_by(FILINGS.c.known_from.desc(), FILINGS.c.key.desc())
        )
        with self._engine.connect() as connection:
            return list(connection.execute(asked).scalars())

    def waiting(self) -> int:
        """Return how many stories are to be told or looked for anew, and how many reports have none yet."""
        with self._engine.connect() as connection:
            return int(connection.execute(sa.select(waiting_count())).scalar() or 0)

    def last_filed(self) -> int:
        """Return the number of the last filing."""
        with self._engine.connect() as connection:
            return int(connection.execute(sa.select(sa.func.max(FILINGS.c.key))).scalar() or 0)

    def place(
        self, level: float, inside: Collection[int], stories: Sequence[tuple[str, ...]], *, upto: int, made_by: str
    ) -> None:
        """Keep which stories the filings of a neighbourhood tell, as they were when `upto` was the last filing.

        A story of the same reports as before stays told. Of the others, one that shares reports with a story that is no
        more goes on with its claims, which are shown as no longer current until it is told.
        """
        with written(self._engine, self._where) as connection:
            alone(connection, TELLINGS)
            held = sa.select(FILINGS.c.report).where(among(connection, FILINGS.c.key, list(inside)))
            reports = set(connection.execute(held).scalars())
            before, parted = _before(connection, reports)
            found = _matched(stories, before)
            keys = [_renewed(connection, story, level, found.get(number)) for number, story in enumerate(stories)]
            home: dict[str, int] = {}
            for key, story in zip(keys, stories, strict=True):
                home |= {report: key for report in story if report in reports and report not in home}
            same = sa.and_(TELLINGS.c.told == TELLINGS.c.touched, TELLINGS.c.made_by == made_by)
            due = OPEN if _later(connection, inside, level, upto) else sa.case((same, CURRENT), else_=TO_TELL)
            placed = sa.update(TELLINGS).where(among(connection, TELLINGS.c.key, keys))
            connection.execute(placed.values(hood=min(keys), level=level, due=due))
            connection.execute(sa.delete(TOLD_OF).where(TOLD_OF.c.report.in_(sorted(reports))))
            connection.execute(sa.insert(TOLD_OF), [{"report": one, "telling": key} for one, key in home.items()])
            if parted:
                connection.execute(sa.update(TELLINGS).where(TELLINGS.c.key.in_(parted)).values(due=OPEN))
            for key in before.keys() - set(keys):
                _leave(connection, key, sorted({home[one] for one in before[key] if one in home}))

    def keep(
        self,
        telling: Telling,
        made_by: str,
        packed: bytes,
        claims: Iterable[tuple[ClaimRecord, str]],
        parts: Iterable[str],
    ) -> None:
        """Keep what was made of a story: each claim with the words it is found by, and the ids of its propositions.

        What was touched meanwhile is to be told again; what is no more, or was told meanwhile, stays as it is.
        """
        made = [_row(telling.key, claim, words) for claim, words in claims]
        with written(self._engine, self._where) as connection:
            asked = sa.select(TELLINGS.c.told, TELLINGS.c.due).where(TELLINGS.c.key == telling.key).with_for_update()
            there = connection.execute(asked).first()
            if there is None or (there.due == CURRENT and there.told is not None and there.told > telling.touched):
                return
            _clear(connection, telling.key)
            if made:
                connection.execute(sa.insert(TOLD), made)
                keys = sa.select(TOLD.c.key).where(TOLD.c.telling == telling.key)
                index(connection, "told", connection.execute(keys).scalars().all())
            numbers = sorted(set(map(numbered, parts)))
            if numbers:
                connection.execute(sa.insert(TOLD_PARTS), [{"part": one, "telling": telling.key} for one in numbers])
            now = sa.case(
                (TELLINGS.c.due == OPEN, OPEN), (TELLINGS.c.touched == telling.touched, CURRENT), else_=TO_TELL
            )
            connection.execute(
                sa.update(TELLINGS)
                .where(TELLINGS.c.key == telling.key)
                .values(told=telling.touched, made_by=made_by, packed=packed, due=now)
            )

    def _first(self, asked: sa.Select[Any]) -> Telling | None:
        """Return the first of some tellings."""
        with self._engine.connect() as connection:
            row = connection.execute(asked).first()
        if row is None:
            return None
        packed = None if row.packed is None else bytes(row.packed)
        return Telling(row.key, tuple(json.loads(bytes(row.reports))), row.touched, row.due, packed)


def _telling() -> sa.Select[Any]:
    """Return what asks for tellings."""
    columns = TELLINGS.c
    return sa.select(columns.key, columns.reports, columns.touched, columns.due, columns.packed)


def _count(table: sa.Table) -> sa.Select[Any]:
    """Return what counts the rows of a table."""
    return sa.select(sa.func.count()).select_from(table)


def _later(connection: Connection, inside: Collection[int], level: float, upto: int) -> bool:
    """Say whether a filing that came after another leads into a neighbourhood, which then is not whole."""
    later = sa.select(LINKS.c.other).where(
        among(connection, LINKS.c.one, list(inside)), LINKS.c.other > upto, LINKS.c.odds >= level
    )
    return connection.execute(later.limit(1)).first() is not None


def _before(connection: Connection, reports: Collection[str]) -> tuple[dict[int, tuple[str, ...]], list[int]]:
    """Return the stories that some reports were told in, by their keys, each with all of its reports.

    The keys of those that others were told in as well are returned beside: they part.
    """
    listed = sorted(reports)
    held = sa.select(TOLD_OF.c.telling).where(TOLD_OF.c.report.in_(listed))
    asked = sa.select(TELLINGS.c.key, TELLINGS.c.reports).where(TELLINGS.c.key.in_(held))
    others = sa.select(TOLD_OF.c.telling).where(TOLD_OF.c.telling.in_(held), TOLD_OF.c.report.not_in(listed)).distinct()
    parted = set(connection.execute(others).scalars())
    found = {row.key: tuple(json.loads(bytes(row.reports))) for row in connection.execute(asked)}
    return {key: members for key, members in sorted(found.items()) if key not in parted}, sorted(parted)


def _matched(stories: Sequence[tuple[str, ...]], before: dict[int, tuple[str, ...]]) -> dict[int, tuple[int, bool]]:
    """Return for stories, by their number, which one before goes on in them, and whether it is just the same.

    The same goes first, then the one that shares most reports.
    """
    found: dict[int, tuple[int, bool]] = {}
    left = dict(before)
    for number, story in enumerate(stories):
        same = next((key for key, members in left.items() if members == story), None)
        if same is not None:
            found[number] = (same, True)
            del left[same]
    shared = [
        (-len(set(story) & set(members)), key, number)
        for number, story in enumerate(stories)
        if number not in found
        for key, members in left.items()
        if not set(story).isdisjoint(members)
    ]
    for _, key, number in sorted(shared):
        if number not in found and key in left:
            found[number] = (key, False)
            del left[key]
    return found


def _renewed(connection: Connection, story: tuple[str, ...], level: float, before: tuple[int, bool] | None) -> int:
    """Return the key of a story, which goes on with another's or begins."""
    if before is not None and before[1]:
        return before[0]
    latest = sa.select(sa.func.max(REPORTS.c.known_from)).where(REPORTS.c.id.in_(story))
    values = {
        "reports": rows.packed(story).encode("ascii"),
        "latest": connection.execute(latest).scalar() or "",
    }
    if before is not None:
        changed = {**values, "touched": TELLINGS.c.touched + 1}
        connection.execute(sa.update(TELLINGS).where(TELLINGS.c.key == before[0]).values(changed))
        return before[0]
    begun = {**values, "hood": 0, "level": level, "touched": 0, "due": TO_TELL}
    made = connection.execute(sa.insert(TELLINGS).values(begun))
    return int((made.inserted_primary_key or (0,))[0])


def _leave(connection: Connection, key: int, homes: Sequence[int]) -> None:
    """Let go of a story that is no more: its claims go to where its reports are now, until that is told."""
    waiting = sa.select(TELLINGS.c.key).where(TELLINGS.c.key.in_(homes), TELLINGS.c.due > CURRENT)
    home = connection.execute(waiting.order_by(TELLINGS.c.key).limit(1)).scalar()
    if home is not None:
        connection.execute(sa.update(TOLD).where(TOLD.c.telling == key).values(telling=home))
    _clear(connection, key)
    connection.execute(sa.delete(TELLINGS).where(TELLINGS.c.key == key))


def _clear(connection: Connection, key: int) -> None:
    """Take away the claims of a story, and its parts."""
    keys = connection.execute(sa.select(TOLD.c.key).where(TOLD.c.telling == key)).scalars().all()
    unindex(connection, "told", keys)
    connection.execute(sa.delete(TOLD).where(TOLD.c.telling == key))
    connection.execute(sa.delete(TOLD_PARTS).where(TOLD_PARTS.c.telling == key))


def _row(telling: int, claim: ClaimRecord, words: str) -> dict[str, Any]:
    """Return a claim as it is kept."""
    plain = msgspec.to_builtins(claim)
    return {
        "telling": telling,
        **{name: plain[name] for name in ("id", "status", "first_seen", "last_change")},
        **{name: plain[name] for name in ("origins_min", "origins_max", "unknown")},
        "wordings": rows.storable(words) or "",
        "names": rows.storable("\n".join(claim.names)) or "",
        "packed": rows.squeezed(plain),
    }
