"""Read the texts of a PolNeAR split with the pipeline, and score who says what."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, cast

from evals.breakdown import Document, Labelled, Tally, breakdown
from evals.evaluation import PERCENT, Outcome
from evals.folders import digest
from evals.scorer import load, verdict
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from evals.scorer import Scorer
    from reportedly.values import Reading


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Read every text of PolNeAR dev, write the predictions down, and have them scored.

    PolNeAR annotates no attribution inside another's content, so the statements with a parent are left out.
    """
    gold = folders.dataset("polnear/dev")
    scorer_file = folders.scorer("score_attribution.py")
    scorer = load(scorer_file)
    paths = sorted(gold.glob("text/*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    readings = list(pipeline.read_many(Report(text=text) for text in texts))
    found = [_outermost(reading) for reading in readings]
    lines = (_line(path.stem, attributions) for path, attributions in zip(paths, found, strict=True))
    predictions = out / "polnear_dev.jsonl"
    predictions.write_text("".join(lines), encoding="utf-8")
    documents = [
        Document(text, _gold(gold, path.stem, scorer), attributions)
        for path, text, attributions in zip(paths, texts, found, strict=True)
    ]
    scores = verdict(scorer_file, gold, predictions)
    tallies = breakdown(documents, scorer)
    return Outcome(
        data="PolNeAR dev",
        digest=digest(gold),
        figures=dict(_figures(scores, tallies)),
        table=_table(scores, tallies),
        models=tuple(sorted({s.made_by.model for reading in readings for s in reading.statements if s.made_by.model})),
    )


def _figures(scores: Mapping[str, object], tallies: Mapping[str, Tally]) -> Iterator[tuple[str, float]]:
    """Yield every figure by its name, in percent: `attribution f1`, `indirect detected`, ..."""
    for name, value in scores.items():
        if isinstance(value, dict):
            yield from ((f"{name} {part}", PERCENT * share) for part, share in value.items())
    for kind, tally in tallies.items():
        yield f"{kind} detected", PERCENT * tally.detection
        yield f"{kind} attributed", PERCENT * tally.attribution


def _outermost(reading: Reading) -> list[Labelled]:
    """Return the spans of the statements that stand in no other."""
    return [Labelled(s.source.pairs, s.cue.pairs, s.content.pairs) for s in reading.statements if s.parent is None]


def _line(stem: str, attributions: Sequence[Labelled]) -> str:
    """Return one document as the scorer wants it."""
    return json.dumps({"doc": stem, "attributions": [dataclasses.asdict(each) for each in attributions]}) + "\n"


def _gold(folder: Path, stem: str, scorer: Scorer) -> list[Labelled]:
    """Return the gold of one text; of several annotators' the alphabetically first, as the scorer does."""
    annotations = sorted(folder.glob(f"attributions/{scorer.glob_escape(stem)}_*.ann"))
    return [Labelled(e["source"], e["cue"], e["content"]) for e in scorer.read_ann(annotations[0])]


def _table(scores: Mapping[str, object], tallies: Mapping[str, Tally]) -> str:
    """Return the scorer's figures and our breakdown as text."""
    lines = [
        "{documents} documents, {gold} gold and {predicted} predicted attributions".format_map(scores),
        "",
        f"{'':16}{'P':>7}{'R':>7}{'F1':>7}",
    ]
    for name, value in scores.items():
        if isinstance(value, dict):
            shares = cast("dict[str, float]", value)
            lines.append(f"{name:16}" + "".join(f"{PERCENT * shares[part]:7.1f}" for part in ("p", "r", "f1")))
    lines += ["", f"{'':16}{'gold':>7}{'detected':>10}{'attributed':>12}{'predicted':>11}{'right':>8}"]
    for kind, tally in tallies.items():
        lines.append(
            f"{kind:16}{tally.gold:7}{PERCENT * tally.detection:10.1f}{PERCENT * tally.attribution:12.1f}"
            f"{tally.predicted:11}{PERCENT * tally.precision:8.1f}"
        )
    return "\n".join(lines)
