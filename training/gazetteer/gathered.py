"""Places as they are gathered, under all their names."""

from __future__ import annotations

import dataclasses
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.gazetteer.gazetteer import NameKind
from reportedly.gazetteer.keys import key

if TYPE_CHECKING:
    from reportedly.values import Feature

HERE = Path(__file__).parent
LATIN = re.compile(r"^[A-ZÀ-ɏ][A-Za-zÀ-ɏḀ-ỹ'’. -]+$")
"""A name as an English text would write it; GeoNames' transliterations into small letters are none."""
CODE = re.compile(r"^[A-Z]{2,4}$")
"""A code of an airport or a place, which news does not use for it."""


@dataclasses.dataclass
class Row:
    """A place as it is built."""

    name: str
    lat: float
    lon: float
    feature: Feature
    country: str
    extent: float
    geonames: int = 0
    population: int = 0
    admin1: int = -1
    admin2: int = -1
    capital: int = 0
    names: dict[str, NameKind] = dataclasses.field(default_factory=dict)


class Builder:
    """Gathers places and their names."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.rows: list[Row] = []
        self.countries: dict[str, int] = {}
        self.divisions: dict[str, int] = {}
        self.cities: dict[int, int] = {}

    def add(self, row: Row) -> int:
        """Add a place under its own name, and return its index."""
        self.rows.append(row)
        self.call(len(self.rows) - 1, NameKind.MAIN, row.name)
        return len(self.rows) - 1

    def call(self, index: int, kind: NameKind, *names: str) -> None:
        """Give a place more names; the more proper kind of one name stays."""
        held = self.rows[index].names
        for name in names:
            made = key(name)
            if made and kind < held.get(made, NameKind.ABBREVIATION + 1):
                held[made] = kind

    def several(self, index: int, people: list[str]) -> None:
        """Call a place by its people, one and several of them."""
        self.call(index, NameKind.PEOPLE, *people, *map(several, people))


def several(people: str) -> str:
    """Return what several of a people are called."""
    if people.endswith("man"):
        return people.removesuffix("man") + "men"
    return people if people.endswith(("ese", "sh", "ch", "ss", "ois", "s")) else people + "s"


def package(name: str) -> Path:
    """Return the folder of an installed package."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        msg = f"{name} is not installed; make gazetteer installs it"
        raise SystemExit(msg)
    return Path(spec.submodule_search_locations[0])


def rows_of(path: Path) -> list[list[str]]:
    """Read a file of tab-separated values."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
