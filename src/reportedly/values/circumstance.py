"""The circumstances of what is said: where, when and how many.

Each keeps its words, is never more precise than they are, and says why it was read so: `made_by.reason`.
"""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values.finding import MadeBy
    from reportedly.values.span import Passage


class PlaceRole(enum.StrEnum):
    """What a place is to what is said, where the words tell."""

    AT = "at"
    FROM = "from"
    TO = "to"
    THROUGH = "through"
    TARGET = "target"
    ORIGIN = "origin"
    """Where somebody or something comes from: "a Norwegian official", "the French army"."""


class Feature(enum.StrEnum):
    """What sort of place it is."""

    CONTINENT = "continent"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    """A first-level division of a country: a state, an oblast, a province."""
    ADMIN2 = "admin2"
    """A second-level division: a county, a district."""
    CITY = "city"
    """Any populated place, down to a hamlet."""
    REGION = "region"
    """A region that is no division of a country: "the Balkans", "Donbas"."""
    WATER = "water"
    """A sea, a gulf, a strait, a river or a lake."""
    ISLAND = "island"
    MOUNTAINS = "mountains"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that words may mean: what it is called, where, and how well it fits from 0 to 1.

    `lat` and `lon` are degrees (WGS 84) of its centre, `extent_km` the radius in kilometres of a circle about as large.
    `geonames` is its GeoNames id, `country` an ISO 3166-1 alpha-2 code, `admin1` the name of the division it lies in.
    """

    name: str
    lat: float
    lon: float
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: Feature
    extent_km: float
    score: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the report names: the words, what it stands for (None where that is not known), and the runners-up.

    `part` are words that narrow it down to a part of the place: "northern", "the coast of".
    """

    words: Passage
    place: Candidate | None
    others: tuple[Candidate, ...]
    role: PlaceRole | None
    part: Passage
    made_by: MadeBy


class TimeType(enum.StrEnum):
    """What sort of time it is, as TIMEX3 (ISO 24617-1) has them."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeRole(enum.StrEnum):
    """What a time is to what is said, where the words tell."""

    AT = "at"
    """When it happens: "on Tuesday"."""
    SINCE = "since"
    """From when on: "since August"."""
    UNTIL = "until"
    """Up to when: "until Friday", "by the end of May"."""
    BEFORE = "before"
    AFTER = "after"
    LASTING = "lasting"
    """How long: "for three weeks"."""
    REPEATED = "repeated"
    """How often: "every Monday"."""
    AS_OF = "as-of"
    """Up to when something was counted or known: "as of Monday"."""
    AGE = "age"
    """How old somebody or something is: "a 12-year-old boy"."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time that the report names.

    `timex` is the value of TIMEX3 ("2023-08-12", "P3W", "XXXX-WXX-1", "PAST_REF"); `edtf` the same as EDTF (ISO 8601-2,
    level 1) where it lies on the calendar ("2023-10", "2023-08/..", "2023-21"), None for durations, sets and what
    cannot be placed. `event` are the words of what happens then, none where that is not clear.
    """

    words: Passage
    type: TimeType
    timex: str
    edtf: str | None
    role: TimeRole | None
    event: Passage
    made_by: MadeBy


class Bound(enum.StrEnum):
    """How a number bounds what is counted."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    BETWEEN = "between"


class Trend(enum.StrEnum):
    """Whether a quantity is how much something rose or fell: "up 19 per cent"."""

    UP = "up"
    DOWN = "down"


class QuantityRole(enum.StrEnum):
    """What a quantity is to what is said."""

    COUNT = "count"
    """How many people or things."""
    PART = "part"
    """How many of those that another quantity counts: "three of them children"."""
    SHARE = "share"
    """A fraction or a percentage."""
    MONEY = "money"
    MEASURE = "measure"
    """A number with a unit: "300 km", "30 degrees"."""
    AGE = "age"


class Tally(enum.StrEnum):
    """Whether a count is of all so far or only of those that were added."""

    CUMULATIVE = "cumulative"
    NEW = "new"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity that the report names, as the interval [low, high]; None is open ("more than 12" has no `high`).

    `value` is the number as written, None where the words are no number ("dozens"). `unit` is the unit's name as pint
    has it ("kilometer"), an ISO 4217 code for money, "percent", or None for a count; `of` are the words for what is
    counted. `part_of` are the words of the quantity that this is a part of, `as_of` those of the time when it held.
    """

    words: Passage
    low: float | None
    high: float | None
    value: float | None
    bound: Bound
    trend: Trend | None
    unit: str | None
    of: Passage
    role: QuantityRole
    part_of: Passage
    tally: Tally | None
    as_of: Passage
    made_by: MadeBy
