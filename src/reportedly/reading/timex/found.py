"""A match of a rule: lexemes of a scan, asked by their kinds."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.timex.scanning import Lexeme, Scan

_HUNDRED = 100


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """The lexemes [first, last) of a scan."""

    scan: Scan
    first: int
    last: int

    @property
    def lexemes(self) -> Sequence[Lexeme]:
        """The lexemes."""
        return self.scan.lexemes[self.first : self.last]

    def has(self, kind: str) -> bool:
        """Say whether any lexeme may be of a kind."""
        return any(kind in each.values for each in self.lexemes)

    def number(self, kind: str, place: int = 0) -> int:
        """Return what the first (or a later) lexeme of a kind stands for; KeyError where there is none."""
        return int(self._values(kind)[place])

    def word(self, kind: str, place: int = 0) -> str:
        """Return what the first (or a later) lexeme of a kind stands for; KeyError where there is none."""
        return str(self._values(kind)[place])

    def where(self, kind: str) -> int:
        """Return where in the scan the first lexeme of a kind stands; KeyError where there is none."""
        for place in range(self.first, self.last):
            if kind in self.scan.lexemes[place].values:
                return place
        raise KeyError(kind)

    def low(self, place: int) -> str:
        """Return a lexeme of the scan in small letters; empty outside of it."""
        return self.scan.lexemes[place].low if 0 <= place < len(self.scan.lexemes) else ""

    def is_(self, place: int, kind: str) -> bool:
        """Say whether a lexeme of the scan may be of a kind."""
        return 0 <= place < len(self.scan.lexemes) and kind in self.scan.lexemes[place].values

    def glued(self, place: int) -> bool:
        """Say whether a lexeme of the scan stands right behind the one before."""
        lexemes = self.scan.lexemes
        return 0 < place < len(lexemes) and lexemes[place - 1].end == lexemes[place].start

    def part(self, first: int, last: int) -> Found:
        """Return other lexemes of the same scan."""
        return Found(self.scan, first, last)

    def count(self) -> float | None:
        """Return the number that the lexemes tell; None for several, a few or an uncertain number."""
        low = [each.low for each in self.lexemes]
        counted = any(self.has(kind) for kind in ("number", "amount", "cardinal"))
        if (self.has("few") and not counted) or any(word in {"or", "to"} for word in low):
            return None
        numbers = [self._counted(each) for each in self.lexemes]
        told = [number for number in numbers if number is not None]
        if len([each for each in self.lexemes if "number" in each.values or "amount" in each.values]) > 1:
            return None
        half = 0.5 if self.has("half") else 0.0
        total = 0.0
        for number in told:
            total = max(total, 1) * number if number >= _HUNDRED and total else total + number
        if told:
            return total + half
        return half if half and not self.has("another") else 1.0

    def _counted(self, lexeme: Lexeme) -> float | None:
        """Return the number of one lexeme."""
        values = lexeme.values
        if "number" in values or "cardinal" in values:
            return float(values.get("number", values.get("cardinal", 0)))
        try:
            return float(str(values["amount"]).replace(",", "")) if "amount" in values else None
        except ValueError:
            return None

    def _values(self, kind: str) -> list[int | str]:
        """Return what all lexemes of a kind stand for."""
        found = [each.values[kind] for each in self.lexemes if kind in each.values]
        if not found:
            raise KeyError(kind)
        return found
