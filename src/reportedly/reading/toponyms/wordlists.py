"""The words around names of places, from `lexicons/toponyms.toml`."""

from __future__ import annotations

import importlib.resources
import tomllib


def _lists() -> dict[str, frozenset[str]]:
    """Read the file."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "toponyms.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(raw).items() if name != "about"}


PLACE_WORDS = _lists()
