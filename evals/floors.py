"""Floors: figures below which no change goes in. They only go up, unless somebody says why."""

from __future__ import annotations

import dataclasses
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

AT_LEAST = "at_least"
AT_MOST = "at_most"


class LoweredError(Exception):
    """A floor would be lowered and nobody said why."""


@dataclasses.dataclass(frozen=True, slots=True)
class Floor:
    """One bound on one figure."""

    name: str
    bound: float
    sense: str = AT_LEAST

    def holds(self, value: float) -> bool:
        """Say whether a figure is within the bound."""
        return value >= self.bound if self.sense == AT_LEAST else value <= self.bound

    def slack(self, value: float) -> float:
        """Return by how much a figure is better than the bound; negative where it is worse."""
        return value - self.bound if self.sense == AT_LEAST else self.bound - value


@dataclasses.dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was once lowered, and why."""

    floor: str
    before: float
    after: float
    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Floors:
    """A file of floors for one table of figures, with the digest of what they were measured on."""

    floors: tuple[Floor, ...]
    measured_on: str = ""
    lowered: tuple[Lowered, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Floors:
        """Read a file of floors for one table of figures."""
        return cls.of(tomllib.loads(path.read_text(encoding="utf-8")))

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Floors:
        """Take floors from the values of a file, or of a section of one."""
        floors = [
            Floor(name, float(bound), sense)
            for sense in (AT_LEAST, AT_MOST)
            for name, bound in given.get(sense, {}).items()
        ]
        lowered = [Lowered(**entry) for entry in given.get("lowered", ())]
        return cls(tuple(floors), given.get("measured_on", ""), tuple(lowered))

    def missed(self, figures: Mapping[str, float]) -> list[Floor]:
        """Return the floors that figures do not hold; a figure that is not there is missed."""
        return [floor for floor in self.floors if floor.name not in figures or not floor.holds(figures[floor.name])]

    def raised(self, figures: Mapping[str, float], *, margin: float, measured_on: str, reason: str = "") -> Floors:
        """Return floors at the figures, less a margin for other processors' rounding.

        A floor that would go down stays where it is if the figure still holds it. Otherwise LoweredError is raised,
        unless `reason` says why it may go down.
        """
        floors, lowered = [], list(self.lowered)
        for floor in self.floors:
            if floor.name not in figures:
                msg = f"no figure for {floor.name!r}"
                raise LoweredError(msg)
            value = figures[floor.name]
            bound = round(value - margin if floor.sense == AT_LEAST else value + margin, 1)
            if floor.slack(bound) >= 0:
                floors.append(dataclasses.replace(floor, bound=bound))
            elif floor.holds(value):
                floors.append(floor)
            elif not reason:
                msg = f"{floor.name} is {value:.1f}, below {floor.bound:.1f}: say why it may go down (--lower REASON)"
                raise LoweredError(msg)
            else:
                floors.append(dataclasses.replace(floor, bound=bound))
                lowered.append(Lowered(floor.name, floor.bound, bound, reason))
        return Floors(tuple(floors), measured_on, tuple(lowered))

    def written(self, heading: str) -> str:
        """Return the file's text in TOML, under a heading of comment lines."""
        return "\n".join([*_comment(heading), "", *self._lines("")]) + "\n"

    def _lines(self, section: str) -> Iterator[str]:
        """Yield the lines of a file, or of its section of this name."""
        within = f"{section}." if section else ""
        if section:
            yield f"[{section}]"
        yield f"measured_on = {_quoted(self.measured_on)}"
        for sense in (AT_LEAST, AT_MOST):
            of_sense = [floor for floor in self.floors if floor.sense == sense]
            if of_sense:
                yield from ("", f"[{within}{sense}]")
                yield from (f"{_quoted(floor.name)} = {floor.bound}" for floor in of_sense)
        for entry in self.lowered:
            yield from ("", f"[[{within}lowered]]", f"floor = {_quoted(entry.floor)}")
            yield from (f"before = {entry.before}", f"after = {entry.after}", f"reason = {_quoted(entry.reason)}")


def read_sections(path: Path) -> dict[str, Floors]:
    """Read a file with a section of floors for each of several tables of figures."""
    return {name: Floors.of(section) for name, section in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def write_sections(sections: Mapping[str, Floors], heading: str) -> str:
    """Return the text of such a file, under a heading of comment lines."""
    lines = _comment(heading)
    for name, floors in sections.items():
        lines += ["", *floors._lines(name)]  # noqa: SLF001 - a function of this file
    return "\n".join(lines) + "\n"


def _comment(heading: str) -> list[str]:
    """Return the lines of a heading as comments."""
    return [f"# {line}".rstrip() for line in heading.splitlines()]


def _quoted(text: str) -> str:
    """Return a TOML basic string (toml.io, v1.0.0: backslash, quotation mark and control characters are escaped)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'
