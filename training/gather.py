"""Gather more news for silver labels: of the Helsinki summit, of BASIL's stories, and local news of LGL."""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HELSINKI, LGL = 320, 150
"""Texts that are taken of each."""
LONGEST = 6000
"""Code points that are taken of a text."""
ALIKE = 60
"""Texts that begin with so many code points in common are taken once."""


def gathered(data: Path) -> Iterator[tuple[str, str]]:
    """Yield names and texts."""
    rng = random.Random(0)
    summit = _rows(data / "helsinki/docs.jsonl")
    rng.shuffle(summit)
    different = {row["text"][:ALIKE]: row for row in reversed(summit)}
    yield from ((f"helsinki_{row['id']}", row["text"][:LONGEST]) for row in list(different.values())[:HELSINKI])
    for row in _rows(data / "basil/train.jsonl"):
        yield f"basil_{row['id']}", f"{row['title']}\n\n{' '.join(row['sentences'])}"
    local = _rows(data / "places/lgl.jsonl")
    rng.shuffle(local)
    yield from ((row["doc"].replace(":", "_"), row["text"][:LONGEST]) for row in local[:LGL])


def _rows(path: Path) -> list[dict]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Write each text into a file of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for name, text in gathered(args.data):
        (args.out / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
