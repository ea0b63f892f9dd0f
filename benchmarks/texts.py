"""Texts to be timed on: news where the development data is there, or texts made from the example reports."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LONG = 800
"""Words in the report that the cold start is measured with."""
SEED = 20_240_601
"""Any fixed number: every run is measured on the same texts."""


def paragraphs(folder: Path) -> list[str]:
    """Return the paragraphs of all plain-text examples, in the order of the files; ValueError for none."""
    found = [
        part.strip()
        for path in sorted(folder.rglob("*.txt"))
        for part in path.read_text(encoding="utf-8-sig").split("\n\n")
        if part.strip()
    ]
    if not found:
        msg = f"no plain-text examples in {folder}"
        raise ValueError(msg)
    return found


def report(parts: Sequence[str], words: int) -> str:
    """Return a text of at least so many words: the paragraphs in their order, again from the first if they run out."""
    out: list[str] = []
    count = 0
    while count < words:
        out.append(parts[len(out) % len(parts)])
        count += len(out[-1].split())
    return "\n\n".join(out)


def reports(parts: Sequence[str], number: int, *, shortest: int = 120, longest: int = 900) -> list[str]:
    """Return so many texts of various lengths (in words), each with the paragraphs in another order."""
    rng = random.Random(SEED)  # noqa: S311 - chooses paragraphs, guards nothing
    return [report(rng.sample(parts, len(parts)), rng.randint(shortest, longest)) for _ in range(number)]


def news(data: Path) -> list[str]:
    """Return the articles of PolNeAR's development split; none where the data is not there."""
    return [path.read_text(encoding="utf-8") for path in sorted((data / "polnear/dev/text").glob("*.txt"))]
