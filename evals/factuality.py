"""Score how much of a fact predicates are made to be, on the development parts of three corpora.

MEANTIME is news, and is scored by the value that a reading gives. UDS-IH2 and CommitmentBank asked readers, and are
scored by the head's own value for readers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from evals.evaluation import Outcome
from evals.folders import digest
from evals.joining import join
from evals.scorer import judged
from reportedly.reading.factuality import Factuality
from reportedly.values import Reading, Report

if TYPE_CHECKING:
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from reportedly.values import Predicate

HUNDREDTHS = 100.0
CORPORA = {"meantime": "value", "uds_ih2": "readers", "commitmentbank": "readers"}
"""What of a predicate is compared with each corpus."""


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Value the targets of all corpora and have the scorer compare them; figures are in hundredths."""
    scorer = folders.scorer("score_factuality.py")
    figures: dict[str, float] = {}
    lines = [f"{'':18}{'targets':>9}{'MAE':>8}{'r':>8}"]
    for corpus, field in CORPORA.items():
        gold = folders.dataset(f"factuality/{corpus}") / "dev.jsonl"
        predictions = out / f"factuality_{corpus}.jsonl"
        _predict(gold, predictions, pipeline, field)
        found = cast("dict[str, float]", judged(scorer, str(gold), str(predictions)))
        figures |= {f"{corpus} mae": HUNDREDTHS * found["MAE"], f"{corpus} r": HUNDREDTHS * found["pearson_r"]}
        lines.append(f"{corpus:18}{found['n']:9.0f}{found['MAE']:8.3f}{found['pearson_r']:8.3f}")
    return Outcome(
        data="the development parts of MEANTIME, UDS-IH2 and CommitmentBank",
        digest=digest(folders.dataset("factuality")),
        figures=figures,
        table="\n".join(lines),
    )


def _predict(gold: Path, predictions: Path, pipeline: Reads, field: str) -> None:
    """Write down the value of every target of a corpus."""
    (stage,) = (stage for stage in pipeline.stages if isinstance(stage, Factuality))
    with predictions.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text, places = join(row["tokens"])
            found = dict(_values(stage, text, pipeline))
            for target in row["targets"]:
                predicate = found.get(places[target["start"]][0])
                value = 3.0 if predicate is None else getattr(predicate, field)
                out.write(json.dumps({"id": target["id"], "label": value}) + "\n")


def _values(stage: Factuality, text: str, pipeline: Reads) -> list[tuple[int, Predicate]]:
    """Return every word of a sentence as a predicate, by where it begins."""
    report = Report(text=text)
    reading = Reading(report)
    for before in pipeline.stages:
        if before.name == "words":
            proposal = before(reading)
            reading = Reading(
                report, words=proposal.words or reading.words, sentences=proposal.sentences or reading.sentences
            )
    return [(word.start, stage.of(reading, word)) for word in reading.words]
