"""Score temporal expressions: in news, told from its date of publication, and in narratives of wars.

The narratives' date is when they were fetched, so that they show whether a text that has nothing to do with its date is
read by its own dates. They call every expression a DATE, by the older TIMEX2, so that types are not scored.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, cast

from evals.evaluation import PERCENT, Outcome
from evals.folders import digest
from evals.scorer import judged
from reportedly.reading.times import Times
from reportedly.values import Moment, Reading, Report

if TYPE_CHECKING:
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders

CORPORA = {"meantime": "meantime_dev", "wikiwars": "wikiwars_train"}
MEASURES = {"strict": "strict_F1", "relaxed": "relaxed_F1", "value": "value_F1"}


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Find the times of both corpora and have the scorer compare them; figures are F1 in percent."""
    scorer = folders.scorer("score_timex.py")
    data = folders.dataset("times")
    figures: dict[str, float] = {}
    lines = [f"{'':18}{'gold':>7}{'found':>7}" + "".join(f"{measure:>9}" for measure in MEASURES)]
    for corpus, name in CORPORA.items():
        gold, predictions = data / f"{name}.jsonl", out / f"times_{corpus}.jsonl"
        _predict(gold, predictions, pipeline)
        found = cast("dict[str, float]", judged(scorer, str(gold), str(predictions), "--json"))
        scores = {measure: PERCENT * found[key] for measure, key in MEASURES.items()}
        figures |= {f"{corpus} {measure}": score for measure, score in scores.items()}
        counts = f"{corpus:18}{found['gold']:7.0f}{found['system']:7.0f}"
        lines.append(counts + "".join(f"{score:9.1f}" for score in scores.values()))
    return Outcome(
        data="the development half of MEANTIME, and the training part of WikiWars",
        digest=digest(data),
        figures=figures,
        table="\n".join(lines),
    )


def _predict(gold: Path, predictions: Path, pipeline: Reads) -> None:
    """Write down the times of every text of a corpus."""
    stages = [stage for stage in pipeline.stages if stage.name == "words"]
    with predictions.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            reading = Reading(Report(text=row["text"], published=_moment(row["dct"])))
            for stage in stages:
                proposal = stage(reading)
                reading = dataclasses.replace(
                    reading,
                    words=proposal.words or reading.words,
                    sentences=proposal.sentences or reading.sentences,
                )
            times = [
                {
                    "start": when.words.spans[0].start,
                    "end": when.words.spans[-1].end,
                    "type": when.type.value,
                    "value": when.timex,
                }
                for when in Times()(reading).times or ()
            ]
            out.write(json.dumps({"doc": row["doc"], "timex": times}) + "\n")


def _moment(date: str | None) -> Moment | None:
    """Return when a text was published; None for what is no date in EDTF."""
    try:
        return Moment(date) if date else None
    except ValueError:
        return None
