"""What a numeral is: a number as it is written, before anything is known of what it counts."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Form(enum.Enum):
    """How a numeral is written."""

    DIGITS = enum.auto()
    """ "12", "10,000", "1.5 million"."""
    WORDS = enum.auto()
    """ "twelve", "a hundred", "two dozen"."""
    FRACTION = enum.auto()
    """ "two-thirds", "half", "1/16", "one in three"."""
    VAGUE = enum.auto()
    """ "dozens", "several hundred": words for a number that they do not tell."""


class Numeral(NamedTuple):
    """A number at [start, end) of a text.

    `value` is None for a vague one, whose ends are `low` and `high`. `scale` is what words or letters behind a number
    multiplied it by ("million"), 1 where there are none; `digits` the digits as they are written, if there are any.
    """

    start: int
    end: int
    value: float | None
    form: Form
    scale: float = 1.0
    digits: str = ""
    low: float | None = None
    high: float | None = None
    because: str = ""

    @property
    def mantissa(self) -> float:
        """The number without its scale: 1.5 of "1.5 million"."""
        return (self.value or 0.0) / self.scale

    @property
    def plain(self) -> bool:
        """Say whether it is whole and written in digits alone: "12", "2019"."""
        return self.form is Form.DIGITS and self.scale == 1.0 and self.digits.isdecimal()
