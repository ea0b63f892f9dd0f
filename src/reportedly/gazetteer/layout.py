"""The gazetteer's file: a header in JSON, then arrays of numbers that are mapped into memory as they are.

8 bytes   MAGIC
8 bytes   length of the header, little-endian
header    `Header` as JSON
arrays    each at its offset from the end of the header, which is a multiple of 8; all numbers little-endian
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
import numpy as np

from reportedly.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

MAGIC = b"RPGAZET1"
_ALIGNED = 8

ARRAYS = {
    "lat": "<f4",
    "lon": "<f4",
    "geonames": "<i4",
    "population": "<i4",
    "extent": "<f2",
    "country": "<u2",
    "admin1": "<i4",
    "admin2": "<i4",
    "feature": "<u1",
    "capital": "<u1",
    "name_end": "<u4",
    "names": "<u1",
    "hash": "<u8",
    "named": "<u4",
}
"""The arrays and their types.

The first eleven have an entry a place: degrees, the GeoNames id (0 for none), inhabitants, the extent in kilometres,
the index of the country's code in the header, the indices of the divisions that it lies in (-1 for none), the index of
the feature, whether it is a country's capital (2) or a first-level division's (1), and where its name ends in `names`,
which is UTF-8. `hash` is sorted; `named` has for each hash the index of a place times `KINDS`, plus the kind of name.
"""
KINDS = 8
"""Room for kinds of names in `named`."""


class Part(msgspec.Struct, frozen=True):
    """Where an array lies, and of how many numbers it is."""

    offset: int
    length: int


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself: what it was built from, the codes of the countries, and where its arrays lie."""

    built_from: dict[str, str]
    countries: tuple[str, ...]
    features: tuple[str, ...]
    arrays: dict[str, Part]


def write(
    out: BinaryIO,
    built_from: Mapping[str, str],
    countries: tuple[str, ...],
    features: tuple[str, ...],
    arrays: Mapping[str, NDArray[np.generic]],
) -> None:
    """Write a file; the arrays must be those of `ARRAYS`."""
    parts: dict[str, Part] = {}
    offset = 0
    for name, kind in ARRAYS.items():
        parts[name] = Part(offset, len(arrays[name]))
        offset += _padded(arrays[name].astype(kind).nbytes)
    header = msgspec.json.encode(
        Header(built_from=dict(built_from), countries=countries, features=features, arrays=parts)
    )
    header += b" " * (_padded(len(header)) - len(header))
    out.write(MAGIC + len(header).to_bytes(_ALIGNED, "little") + header)
    for name, kind in ARRAYS.items():
        raw = arrays[name].astype(kind).tobytes()
        out.write(raw + b"\0" * (_padded(len(raw)) - len(raw)))


def mapped(path: Path) -> tuple[Header, dict[str, NDArray[Any]]]:
    """Map a file into memory; BundleError where it is not there or not whole."""
    try:
        with path.open("rb") as file:
            whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise BundleError(_mend(path, "it is missing or empty")) from error
    begun = len(MAGIC) + _ALIGNED
    if whole[: len(MAGIC)] != MAGIC:
        raise BundleError(_mend(path, "it is in another format"))
    start = begun + int.from_bytes(whole[len(MAGIC) : begun], "little")
    try:
        header = msgspec.json.decode(whole[begun:start], type=Header)
        arrays = {
            name: np.frombuffer(whole, np.dtype(kind), header.arrays[name].length, start + header.arrays[name].offset)
            for name, kind in ARRAYS.items()
        }
    except (msgspec.DecodeError, KeyError, ValueError) as error:
        raise BundleError(_mend(path, f"it is damaged ({error})")) from error
    return header, arrays


def _padded(size: int) -> int:
    """Return a size rounded up to where the next array may begin."""
    return -(-size // _ALIGNED) * _ALIGNED


def _mend(path: Path, reason: str) -> str:
    """Say what is wrong with the file and what to do about it."""
    return f"the gazetteer {path.name!r} cannot be used: {reason}; reinstall reportedly"
