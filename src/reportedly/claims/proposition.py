"""What a report says in one place: the content of a statement, a bare sentence, or the headline."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Certainty, Feature, Passage, Span, Stance


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as claims compare it: what it is called, its GeoNames id, and the country and division it lies in.

    `lat` and `lon` are degrees, `extent_km` the radius of a circle about as large, as `values.Candidate` has them.
    """

    name: str
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: Feature
    lat: float
    lon: float
    extent_km: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity as claims compare it: an interval (None is open), its unit, and what is counted, as one folded word.

    `counted` is empty where the report does not say. `new` says whether only what was added is counted. `outcome` is
    what becomes of the counted (`outcomes`), None where nothing tells.
    """

    low: float | None
    high: float | None
    unit: str | None
    counted: str
    new: bool = False
    outcome: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a report says in one place.

    `report` is the report's id, `statement` that of the statement whose content it is; None where the report says it
    in its own voice. `words` are places in the report's text, or in its title where the headline is not in the text.
    `speaker` is the identity of who says so across reports (`ledger.identities`). `negated` says whether it is said
    not to be so. `names` are folded, without those of places; `times` are EDTF. `around` are the words of names in its
    paragraph and the one before: what the report speaks of there. All are in an order that does not depend on the
    report's. Its vector is kept beside, in the row of the same number.
    """

    id: str
    report: str
    statement: str | None
    words: Passage
    headline: bool
    speaker: str | None
    negated: bool
    stance: Stance
    certainty: Certainty
    names: tuple[str, ...] = ()
    places: tuple[Where, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[Amount, ...] = ()
    around: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words, in one string."""
        return self.words.text

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of the words."""
        return self.words.spans
