"""The stories of a ledger's reports, kept there: a report that is added finds its own without any other being compared.

What tells one story is decided as in `stories`, whose links and levels these are. Here they are kept in the ledger, so
that a ledger of any size is asked without being read.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING

import msgspec

from reportedly.claims.alike import chance, packaged_alike
from reportedly.claims.linking import average_link
from reportedly.claims.stories import EVER, KEYS, LEVELS, MOST, SAME, SHARED, WINDOW, dated, span
from reportedly.claims.terms import FIELDS, Terms, terms_of
from reportedly.claims.vectors import Vector
from reportedly.ledger.filings import Filing
from reportedly.ledger.moments import earliest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.ledger import Ledger
    from reportedly.reading.pipeline import Pipeline
    from reportedly.values import Moment, Reading

VERSION = "2"
"""Raised whenever a report is filed by something else, so that all are filed anew."""


@dataclasses.dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Filings that are linked, by their numbers, the level from which on a link counts, and the stories they tell."""

    level: float
    inside: list[int]
    stories: tuple[tuple[str, ...], ...]


class Shelf:
    """The stories of a ledger, as it is or as of a moment."""

    def __init__(self, ledger: Ledger, as_of: Moment | None = None) -> None:
        """Look through a ledger."""
        self._ledger = ledger
        self._filings = ledger.filings(as_of)
        self._alike = packaged_alike()
        self.made_by = f"stories {VERSION} {self._alike.trained_on}"

    def catch_up(self) -> Iterator[str]:
        """File the reports that were added since, one by one, and yield their ids."""
        self._filings.forget_others(self.made_by)
        view = self._ledger.view()
        named: Pipeline | None = None
        for report in self._filings.missing(self.made_by):
            named = named or _naming()
            reading = view.report(report)
            self.file(dataclasses.replace(reading, mentions=named.read(reading.report).mentions))
            yield report

    def story_of(self, report: str) -> tuple[str, ...]:
        """Return the ids of the reports that tell the story of a report, its own among them, in order.

        Where even the strongest links connect more than can be clustered, they are copies of one another, and these are
        the nearest of them.
        """
        number = self._filings.number(report)
        if number is None:
            return (report,)
        level, inside = self._around(number)
        if level is None:
            return self._nearest(report, number)
        return next(group for group in self._clusters(inside) if report in group)

    def neighbourhood(self, report: str) -> Neighbourhood | None:
        """Return the stories of all that a report is linked to; None where it is not filed.

        Of too many copies of one another, each story is the nearest of the latest copy that is in none yet.
        """
        number = self._filings.number(report)
        if number is None:
            return None
        level, inside = self._around(number)
        if level is not None:
            return Neighbourhood(level, inside, self._clusters(inside))
        seen: set[str] = set()
        stories = []
        for copy in self._filings.latest_first(inside):
            if copy not in seen:
                stories.append(self._nearest(copy, self._filings.number(copy) or 0))
                seen.update(stories[-1])
        return Neighbourhood(LEVELS[0], inside, tuple(stories))

    def _around(self, number: int) -> tuple[float | None, list[int]]:
        """Return the neighbourhood of a filing, and the level of its links; None for more copies than are clustered.

        It is the first level at which they are not too many. From level to level they only become fewer, so that the
        levels beyond the first, which mostly is the one, need not be tried in turn.
        """
        below, first = -1, len(LEVELS)  # too many at the one, few enough at the other
        held: set[int] = set()
        while first - below > 1:
            middle = 0 if below < 0 else (below + first) // 2
            inside = self._filings.around(number, LEVELS[middle], MOST)
            if inside is None:
                below = middle
            else:
                first, held = middle, inside
        if first == len(LEVELS):
            return None, sorted(self._filings.around(number, LEVELS[-1], sys.maxsize) or ())
        return LEVELS[first], sorted(held)

    def _clusters(self, inside: list[int]) -> tuple[tuple[str, ...], ...]:
        """Return the clusters of a neighbourhood."""
        links = self._filings.between(inside, LEVELS[0])
        scores = {tuple(sorted((one, other))): chance(odds) for one, other, odds in links}
        return tuple(average_link(self._filings.reports(inside), scores, threshold=SAME))  # type: ignore[arg-type]  # pairs have two

    def _nearest(self, report: str, number: int) -> tuple[str, ...]:
        """Return a report with those that its strongest links lead to."""
        links = self._filings.strongest(number, MOST - 1)
        return tuple(sorted({report, *self._filings.reports(links)}))

    def file(self, reading: Reading) -> None:
        """Compare a report with those that share its heaviest terms, and keep it with its links.

        The reading is a fresh one, with the mentions in its report, which no ledger keeps. A time of publication after
        the report was added is not believed: it may be of any time.
        """
        found = terms_of(reading)
        published = reading.report.published
        if published is not None and earliest(published) > self._ledger.view().added_at(reading.report.id):
            published = None
        begins, ends = span(published)
        keys = found.words.heaviest(KEYS)
        others = self._filings.candidates(
            keys, begins, ends, made_by=self.made_by, window=int(WINDOW.total_seconds()), shared=SHARED
        )
        odds = self._alike.odds(found, [_terms(other.packed) for other in others])
        if published is not None:
            odds = odds + [dated(other.begins > -EVER) for other in others]
        links = [(other.key, each) for other, each in zip(others, odds.tolist(), strict=True) if each >= LEVELS[0]]
        filing = Filing(0, reading.report.id, begins, ends, _packed(found))
        self._filings.put(filing, self.made_by, keys, links)


def _naming() -> Pipeline:
    """Return what finds the mentions in a report, as reading it does."""
    from reportedly.engine import Engine, packaged  # noqa: PLC0415 - slow, and only for reports that nobody filed
    from reportedly.reading.entities import Entities  # noqa: PLC0415 - as above
    from reportedly.reading.pipeline import Pipeline  # noqa: PLC0415 - as above
    from reportedly.reading.words import Words  # noqa: PLC0415 - as above

    engine = Engine(packaged())
    return Pipeline([Words(engine), Entities(engine)])


def _packed(terms: Terms) -> bytes:
    """Return terms as they are kept."""
    vectors = (getattr(terms, field) for field in FIELDS)
    return msgspec.msgpack.encode([(vector.ids, vector.weights) for vector in vectors])


def _terms(packed: bytes) -> Terms:
    """Return terms that were kept."""
    vectors = msgspec.msgpack.decode(packed, type=list[tuple[bytes, bytes]])
    return Terms(**{field: Vector(*each) for field, each in zip(FIELDS, vectors, strict=True)})
