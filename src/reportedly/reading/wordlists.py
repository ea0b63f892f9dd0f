"""Plain lists of words in TOML, where there is nothing to tell of each word."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib


@functools.cache
def word_list(name: str, key: str) -> frozenset[str]:
    """Return one list of a file, its words parted by blanks or listed one by one."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    listed = tomllib.loads(raw)[key]
    return frozenset(listed.split() if isinstance(listed, str) else listed)
