"""A sign of a proposed grade."""

from __future__ import annotations

from typing import NamedTuple


class Proposed(NamedTuple):
    """A sign of a grade, its reasons in words, and what would change it."""

    sign: str
    reasons: tuple[str, ...]
    would_change: tuple[str, ...]
