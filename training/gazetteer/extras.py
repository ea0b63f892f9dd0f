"""What GeoNames' lists lack: the names of `names.toml`, and the waters, regions and mountains of `regions.toml`."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from gathered import CODE, HERE, Builder, Row

from reportedly.gazetteer.gazetteer import NameKind
from reportedly.gazetteer.keys import key
from reportedly.values import Feature

if TYPE_CHECKING:
    from pathlib import Path


def add_names(builder: Builder) -> None:
    """Add the names of `names.toml`."""
    listed: dict[str, Any] = tomllib.loads((HERE / "names.toml").read_text("utf-8"))
    for code, names in listed["divisions"].items():
        call(builder, builder.divisions[code], names)
    for code, (lat, lon) in listed["points"].items():
        row = builder.rows[builder.divisions[code]]
        row.lat, row.lon = lat, lon
    for geonames, names in listed["cities"].items():
        call(builder, builder.cities[int(geonames)], names)


def call(builder: Builder, index: int, names: dict[str, list[str]]) -> None:
    """Give a place the names of a file."""
    builder.call(index, NameKind.MAIN, *names.get("also", ()))
    builder.call(index, NameKind.ABBREVIATION, *names.get("short", ()))
    builder.several(index, names.get("people", []))


def add_regions(builder: Builder, cache: Path) -> None:
    """Add the waters, regions, islands, mountains and continents of `regions.toml`."""
    path = HERE / "regions.toml"
    known = json.loads((cache / "continents.json").read_text("utf-8")).values()
    continents = {key(one["toponymName"]): one for one in known}
    divisions = {
        (row.country, made): row for row in builder.rows if row.feature is Feature.ADMIN1 for made in row.names
    }

    def inhabitants(member: str) -> int:
        """Return how many live in a country, or in a division of one."""
        country, _, division = member.partition("/")
        if not division:
            return builder.rows[builder.countries[country]].population
        row = divisions.get((country, key(division)))
        return row.population if row else 0

    for one in tomllib.loads(path.read_text("utf-8"))["place"]:
        point = continents.get(key(one["name"])) if one["feature"] == Feature.CONTINENT.value else None
        index = builder.add(
            Row(
                name=one["name"],
                lat=float(point["lat"]) if point else one["lat"],
                lon=float(point["lng"]) if point else one["lon"],
                geonames=int(point["geonameId"]) if point else 0,
                population=int(point["population"]) if point else sum(map(inhabitants, one.get("members", ()))),
                feature=Feature(one["feature"]),
                country=one.get("country", ""),
                extent=one["extent_km"],
            )
        )
        also = one.get("also", [])
        short = [each for each in also if CODE.match(each.replace(".", ""))]
        also = [each for each in also if each not in short]
        call(builder, index, {"also": also, "short": short, "people": one.get("people", [])})
