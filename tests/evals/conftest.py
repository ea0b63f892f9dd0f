"""A tiny corpus in PolNeAR's form, a stand-in for the scorer, and a pipeline that reads by heart."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from reportedly.reading import Pipeline, default_pipeline
from reportedly.values import MadeBy, Passage, Reading, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reportedly.reading.stage import Stage

TEXT = """Harbour Office Warns of Fog

Pilot Jonna Reik said the fog came without warning.

"We saw nothing," she added. "Not even the lights."

Officials announced that ferries would stay in port. It was not clear, even to officials, for how long.
"""

GOLD = (
    ("Harbour Office", "Warns", "of Fog"),
    ("Pilot Jonna Reik", "said", "the fog came without warning"),
    ("she", "added", '"We saw nothing,"', '"Not even the lights."'),
    ("Officials", "announced", "that ferries would stay in port"),
    ("", "not clear", "for how long"),
)
"""Source, cue and the pieces of the content of each attribution."""

SCORER = """
import argparse, json, pathlib, re


def words(text):
    return [m.span() for m in re.finditer(r"\\w+", text)]


def to_words(spans, table):
    return frozenset(i for s, e in spans for i, (a, b) in enumerate(table) if a < e and b > s)


def read_ann(path):
    return json.loads(path.read_text(encoding="utf-8"))


def iou(a, b):
    return len(a & b) / len(a | b) if a | b else 1.0


def match(gold, pred):
    return [(iou(g["content"], p["content"]), g, p) for g in gold for p in pred if g["content"] & p["content"]]


def glob_escape(name):
    return name


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("gold"), parser.add_argument("pred"), parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    count = sum(len(read_ann(p)) for p in pathlib.Path(given.gold).glob("attributions/*.ann"))
    found = [json.loads(line) for line in open(given.pred, encoding="utf-8")]
    number = sum(len(each["attributions"]) for each in found)
    share = number / count
    scores = {"p": 1.0, "r": share, "f1": 2 * share / (1 + share)}
    print(json.dumps({"documents": len(found), "gold": count, "predicted": number, "attribution": scores,
                      "full": scores, "token content": scores}))
"""
"""It matches like the scorer where no two contents overlap, and counts every prediction as right."""


def spans(*words: str) -> list[tuple[int, int]]:
    """Return where words stand in the text, each for the first time."""
    return [(TEXT.index(each), TEXT.index(each) + len(each)) for each in words if each]


@dataclasses.dataclass(frozen=True, slots=True)
class Corpus:
    """Where the folders of data and of scorers lie."""

    data: Path
    tools: Path


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """Write the corpus and the scorer, and name them in the environment."""
    import json

    made = Corpus(tmp_path / "data", tmp_path / "tools")
    dev = made.data / "polnear" / "dev"
    for folder in (dev / "text", dev / "attributions", made.tools):
        folder.mkdir(parents=True)
    (dev / "text" / "fog.txt").write_text(TEXT, encoding="utf-8")
    gold = [{"source": spans(s), "cue": spans(c), "content": spans(*content)} for s, c, *content in GOLD]
    (dev / "attributions" / "fog_ab.ann").write_text(json.dumps(gold), encoding="utf-8")
    (made.tools / "score_attribution.py").write_text(SCORER, encoding="utf-8")
    monkeypatch.setenv("REPORTEDLY_DATA", str(made.data))
    monkeypatch.setenv("REPORTEDLY_TOOLS", str(made.tools))
    return made


@dataclasses.dataclass(frozen=True, slots=True)
class ByHeart:
    """A pipeline that finds the gold attributions of these numbers, and one inside the second of them."""

    known: tuple[int, ...]

    @property
    def stages(self) -> Sequence[Stage]:
        """Return none."""
        return ()

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield a reading for each report."""
        for report in reports:
            assert re.match("Harbour Office", report.text)
            yield Reading(report, tuple(self._statements()))

    def _statements(self) -> Iterator[Statement]:
        made_by = MadeBy("by heart", "1", "ab" * 32)
        for number in self.known:
            source, cue, *content = GOLD[number]
            parts = [Passage.of(TEXT, spans(*words)) for words in ([source], [cue], content)]
            yield Statement(f"s{number}", parts[0], parts[1], parts[2], None, 1.0, made_by)
        nested = Passage.of(TEXT, spans("the fog"))
        yield Statement("s9", Passage(TEXT), Passage(TEXT), nested, f"s{self.known[0]}", 1.0, made_by)


@pytest.fixture
def by_heart() -> type[ByHeart]:
    """Return the pipeline that reads by heart."""
    return ByHeart


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Load the pipeline that reports are read with."""
    return default_pipeline()
