"""The lexicons of numbers, which are tables and not lists of phrases."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """Return `lexicons/NAME.toml` as it stands there."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(raw)
