"""What becomes of those who are counted: it makes two numbers values of one claim, whatever the counted are called."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib

import msgspec

FILE = "outcomes.toml"
_REACH = 60
"""Code points beside a number in which its outcome stands."""


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outcome with the words that tell it; an example has one of them."""

    name: str
    words: tuple[str, ...]
    example: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of outcomes."""

    outcome: tuple[Listed, ...]


@functools.cache
def listed() -> tuple[Listed, ...]:
    """Return the outcomes of the packaged file."""
    raw = importlib.resources.files("reportedly.claims").joinpath(FILE).read_text("utf-8")
    return msgspec.convert(tomllib.loads(raw), _File).outcome


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the words of all outcomes, each as a group of its own."""
    parts = []
    for number, one in enumerate(listed()):
        words = (
            re.escape(word[1:]) + r"\b" if word.startswith("=") else re.escape(word) + r"\w*" for word in one.words
        )
        parts.append(f"(?P<o{number}>{'|'.join(words)})")
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


def outcome(text: str, start: int, end: int, first: int, last: int) -> str | None:
    """Return the outcome of what is counted at [start, end) of a text, told by the nearest word in [first, last).

    What stands behind a number goes before what stands as near before it. None where nothing tells.
    """
    best: tuple[int, str] | None = None
    for found in _pattern().finditer(text, max(first, start - _REACH), min(last, end + _REACH)):
        behind = found.start() >= start
        distance = 2 * (found.start() - end) if behind else 2 * (start - found.end()) + 1
        if best is None or distance < best[0]:
            best = max(distance, 0), listed()[int((found.lastgroup or "o0")[1:])].name
    return best[1] if best is not None else None
