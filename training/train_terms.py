"""Count in how many stories of news each term occurs: `python training/train_terms.py` (make terms).

Reports that tell one story count as one, so that what a corpus has gathered on it does not make its names common. Only
counts of terms that occur in several stories go into the file; no text and no sentence does.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import TYPE_CHECKING

from evals.places import documents, learnt_from
from reportedly.claims.table import FILE, Table
from reportedly.claims.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "claims" / FILE


def stories(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts for training, each with the name of its story: its own, or the one that several texts tell."""
    for path in sorted((data / "polnear" / "train" / "text").glob("*.txt")):
        yield f"polnear:{path.stem}", path.read_text(encoding="utf-8")
    for name in ("news", "other_train"):
        for row in _rows(data / "gum" / f"{name}.jsonl"):
            yield f"gum:{row['doc']}", str(row["text"])
    for row in _rows(data / "ecbplus" / "train.jsonl"):
        yield f"ecbplus:{row['topic']}", str(row["text"])
    for row in _rows(data / "basil" / "train.jsonl"):
        yield f"basil:{row['cluster']}", "\n".join([str(row["title"]), *row["sentences"]])
    geoparsing = list(documents(data / "places"))
    learnt = learnt_from(geoparsing)
    for one in geoparsing:
        if one.article in learnt:
            yield f"places:{one.corpus}:{one.article}", one.report.text


def counted(texts: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the terms of each story."""
    found: dict[str, set[str]] = collections.defaultdict(set)
    for story, text in texts:
        found[story].update(terms(text))
    return found


def _rows(path: Path) -> Iterator[dict[str, list[str]]]:
    """Yield the rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    by_story = counted(stories(options.data))
    counts = collections.Counter(term for found in by_story.values() for term in found)
    raw = Table(len(by_story), counts).written()
    options.out.write_bytes(raw)
    print(f"{len(by_story)} stories, {len(Table.read(raw).counts)} terms, {len(raw)} bytes: {options.out}")


if __name__ == "__main__":
    main()
