"""How two reports came by the words that they share: one has them from the other, or both from one wire."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.claims.agencies import agency, key, same_outlet, usual
from reportedly.claims.crediting import is_wire, relayed, wires
from reportedly.claims.edge import EdgeKind
from reportedly.claims.precedence import order, rank
from reportedly.claims.teasers import is_teasers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.precedence import Order
    from reportedly.claims.reuse import Reuse
    from reportedly.values import Moment, Reading, Report

    Pair = tuple[int, int]

BULK = 0.3
"""Share of a report's own words from which on it is the same story as another that says whose copy it is."""
_SLIGHT = "the shared passages are a small part of both, and may be from elsewhere"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two reports by their numbers, what they share as the first one has it, and how it came by it.

    `gallery` says that captions are all that they share.
    """

    report: int
    source: int
    reuse: Reuse
    kind: EdgeKind
    wire: str | None = None
    credited: bool = False
    sure: bool = True
    gallery: bool = False
    reasons: tuple[str, ...]


class Relating:
    """Tells how reports of one story came by what they share; they are known by their place in the sequence given."""

    def __init__(self, readings: Sequence[Reading], reuses: Mapping[Pair, Reuse], known_by: Moment | None) -> None:
        """Take the reports, and what pairs of them share."""
        self._readings = readings
        self._known_by = known_by
        self._teasers = [is_teasers(each.report) for each in readings]
        # The agencies that a page of teasers names are those of its teasers.
        self._credits = [{} if teasers else wires(each) for each, teasers in zip(readings, self._teasers, strict=True)]
        self._whole = [
            {wire: credit for wire, credit in credits_.items() if credit.whole} for credits_ in self._credits
        ]
        self._agency = [
            agency(each.report.publisher) or (each.report.publisher if is_wire(each) else None) for each in readings
        ]
        self._relayed = [relayed(each) for each in readings]
        self._inherited = self._inheritance(reuses)

    def link(self, pair: Pair, reuse: Reuse) -> Link:
        """Return how a pair came by what it shares, seen from the first of it."""
        sides = ((*pair, reuse), (*pair[::-1], reuse.mirrored))
        for side in sides:
            if (link := self._of_teasers(*side)) or (link := self._from_publisher(*side)):
                return link
        if self._of_one_publisher(*pair):
            return self._by_time(pair, reuse)
        common = self._both_credit(pair, reuse)
        if common is not None:
            return common
        for side in sides:
            if link := self._uncredited(*side):
                return link
        return self._both_silent(pair, reuse) or self._by_time(pair, reuse)

    def gallery(self, pair: Pair, reuse: Reuse) -> Link | None:
        """Return the link of two that share captions alone: there is none but where both are one wire's as a whole.

        Pages of all kinds show one picture. A wire's story comes with its pictures, and some pages keep nothing else.
        """
        one, other = (self._whole[each] for each in pair)
        wire = min(one.keys() & other.keys(), default=None)
        if wire is None:
            return None
        reasons = (f"both credit {one[wire].name}", f"they share {reuse.captions} words of captions, and no others")
        link = self._side_by_side(pair, reuse, one[wire].name, credited=True, reasons=reasons)
        return dataclasses.replace(link, sure=False, gallery=True)

    def _report(self, number: int) -> Report:
        """Return a report."""
        return self._readings[number].report

    def _inheritance(self, reuses: Mapping[Pair, Reuse]) -> list[dict[str, str]]:
        """Return, for each report that credits nobody, the wires whose copy it is by its words, with their names."""
        inherited: list[dict[str, str]] = [{} for _ in self._readings]
        for (one, other), reuse in sorted(reuses.items(), key=lambda each: each[0]):
            for copy, original, share in ((one, other, reuse.first_share), (other, one, reuse.second_share)):
                if share < BULK or self._whole[copy] or self._teasers[copy]:
                    continue
                own = self._agency[original]
                inherited[copy] |= {wire: credit.name for wire, credit in self._whole[original].items()}
                inherited[copy] |= {own: own} if own else {}
        return inherited

    def _of_teasers(self, copy: int, original: int, reuse: Reuse) -> Link | None:
        """Return the link from a page of teasers to a report whose beginning it shows."""
        if not self._teasers[copy] or self._teasers[original]:
            return None
        return Link(
            report=copy,
            source=original,
            reuse=reuse,
            kind=EdgeKind.COPIES,
            credited=self._names(copy, original),
            reasons=("it is a page of teasers, which shows the beginnings of others",),
        )

    def _from_publisher(self, copy: int, original: int, reuse: Reuse) -> Link | None:
        """Return the link to a report whose publisher the other credits, or who is an agency; None for others."""
        publisher = self._report(original).publisher
        if publisher is None or self._of_one_publisher(copy, original):
            return None
        times = order(self._report(original), self._report(copy), self._known_by)
        own = self._agency[original]
        credit = next((each for each in self._credits[copy].values() if same_outlet(each.name, publisher)), None)
        if credit is not None:
            wire, credited = own or credit.name, True
            reason = f"it credits {credit.name}, who published the source"
        elif own is not None and self._agency[copy] is None and not self._whole[copy]:
            wire, credited = own, False
            reason = f"the source is {own}'s own, an agency whose copy others print"
        elif times.first and not self._whole[copy] and not self._whole[original] and self._names(copy, original):
            wire, credited = usual(publisher) or publisher, True
            reason = f"it names {publisher} as where it has something from"
        else:
            return None
        return Link(
            report=copy,
            source=original,
            reuse=reuse,
            kind=EdgeKind.COPIES,
            wire=wire,
            credited=credited,
            sure=times.first and (times.sure or credited),
            reasons=(reason, _told(times)),
        )

    def _both_credit(self, pair: Pair, reuse: Reuse) -> Link | None:
        """Return the link of two that credit one wire; None where they do not."""
        one, other = (self._credits[each] for each in pair)
        # Those first whose copy both say they are as a whole, and not in a line of thanks.
        wire = min(
            one.keys() & other.keys(), key=lambda each: (-one[each].whole - other[each].whole, each), default=None
        )
        if wire is None:
            return None
        reasons = (f"both credit {one[wire].name}",)
        return self._side_by_side(pair, reuse, one[wire].name, credited=True, reasons=reasons)

    def _both_silent(self, pair: Pair, reuse: Reuse) -> Link | None:
        """Return the link of two that credit nobody, where others tell whose copy both are; None where none does."""
        one, other = (self._inherited[each] for each in pair)
        wire = min(one.keys() & other.keys(), default=None)
        if wire is None:
            return None
        reasons = (f"others that have most of the words of both credit {one[wire]}, and these do not",)
        return self._side_by_side(pair, reuse, one[wire], credited=False, reasons=reasons)

    def _side_by_side(self, pair: Pair, reuse: Reuse, wire: str, *, credited: bool, reasons: tuple[str, ...]) -> Link:
        """Return the link of two that carry one wire, the later before the earlier."""
        report, source, seen = self._later_first(pair, reuse)
        return Link(
            report=report,
            source=source,
            reuse=seen,
            kind=EdgeKind.SAME_WIRE,
            wire=wire,
            credited=credited,
            reasons=reasons,
        )

    def _uncredited(self, silent: int, other: int, reuse: Reuse) -> Link | None:
        """Return the link of a report that credits nobody to one that says whose copy it is; None for others."""
        wire = min(self._whole[other], default=None)
        if self._whole[silent] or self._teasers[silent] or wire is None:
            return None
        name = self._whole[other][wire].name
        bulk = max(reuse.first_share, reuse.second_share) >= BULK
        return Link(
            report=silent,
            source=other,
            reuse=reuse,
            kind=EdgeKind.SAME_WIRE,
            wire=name,
            sure=bulk,
            reasons=(f"the other credits {name}, and this one does not", *(() if bulk else (_SLIGHT,))),
        )

    def _by_time(self, pair: Pair, reuse: Reuse) -> Link:
        """Return the link from the later of two to the earlier."""
        report, source, seen = self._later_first(pair, reuse)
        times = order(self._report(source), self._report(report), self._known_by)
        slight = max(reuse.first_share, reuse.second_share) < BULK
        reasons = [times.reason]
        if self._of_one_publisher(*pair):
            reasons.append("both are of one publisher")
        elif self._whole[report] and self._whole[source]:
            reasons.append("the two credit different wires")
        if slight:
            reasons.append(_SLIGHT)
        return Link(
            report=report,
            source=source,
            reuse=seen,
            kind=EdgeKind.COPIES,
            sure=times.sure and not slight,
            reasons=tuple(reasons),
        )

    def _later_first(self, pair: Pair, reuse: Reuse) -> tuple[int, int, Reuse]:
        """Return two reports, the later first, and what they share as that one has it."""
        one, other = pair
        ranks = [rank(self._report(number), self._known_by) for number in pair]
        return (one, other, reuse) if ranks[0] > ranks[1] else (other, one, reuse.mirrored)

    def _names(self, copy: int, original: int) -> bool:
        """Say whether a report names another's publisher, as a wire or as somebody whose word it passes on."""
        publisher = self._report(original).publisher
        named = self._relayed[copy] | {credit.name for credit in self._credits[copy].values()}
        return publisher is not None and any(same_outlet(name, publisher) for name in named)

    def _of_one_publisher(self, one: int, other: int) -> bool:
        """Say whether one publisher has published both."""
        first, second = self._report(one).publisher, self._report(other).publisher
        return first is not None and second is not None and key(first) == key(second)


def _told(times: Order) -> str:
    """Return what the times of an original and its copy say."""
    return times.reason if times.first or not times.sure else "the source was published later, if the times are right"
