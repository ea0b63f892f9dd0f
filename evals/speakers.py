"""Score who the sources of GUM news are: the pipeline's speakers for the annotators' attributions.

Each document is read with the annotated attributions in the place of those the pipeline would find, and the name of
each speaker is written down for `score_speaker.py source`: it is right when it shares a word that tells something with
a mention of the annotated entity, so that "he said" must be resolved. Rules were made on half of the documents; the
other half is scored by itself as well.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, cast

from evals.evaluation import PERCENT, Outcome
from evals.given import FINDING
from evals.labels import half
from evals.scorer import judged
from reportedly.reading.pipeline import Pipeline
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import state
from reportedly.values import MadeBy, Passage, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from reportedly.values import Reading, Statement

Row = dict[str, object]
"""A document of GUM, or one of its attributions, as its file has it."""


class Annotated:
    """A stage that proposes a document's annotated attributions as statements."""

    name = "annotated"
    version = "1"
    needs = frozenset({"text"})
    gives = frozenset({"statements"})

    def __init__(self, document: Row) -> None:
        """Take a document of GUM."""
        self._offsets = cast("Sequence[Sequence[int]]", document["offsets"])
        self._attributions = cast("Sequence[Row]", document["attributions"])

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the attributions that have a source, in the order of the file."""
        return Proposal(statements=tuple(statement for _, statement in self.statements(reading.report)))

    def statements(self, report: Report) -> Iterator[tuple[str, Statement]]:
        """Yield the id of each attribution with its statement."""
        made_by = MadeBy(self.name, self.version)
        for attribution in self._attributions:
            units = cast("Sequence[Sequence[int]]", attribution["content_units"])
            source = self._passage(report, cast("Sequence[int]", attribution["source_tokens"]))
            cue = self._passage(report, cast("Sequence[int]", attribution["cue_tokens"]))
            content = self._passage(report, [token for first, last in units for token in range(first, last)])
            if source:
                statement = state(report, source, cue, content, parent=None, confidence=1.0, made_by=made_by)
                yield str(attribution["id"]), statement

    def _passage(self, report: Report, tokens: Iterable[int]) -> Passage:
        """Return tokens as a passage; those that follow one another are one piece."""
        pieces: list[list[int]] = []
        before = -2
        for token in sorted(set(tokens)):
            start, end = self._offsets[token]
            if token == before + 1:
                pieces[-1][1] = end
            else:
                pieces.append([start, end])
            before = token
        return Passage.of(report.text, [(start, end) for start, end in pieces])


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Read GUM news with its annotated attributions, write the speakers' names down, and have them scored."""
    gold = folders.dataset("gum/news.jsonl")
    scorer = folders.scorer("score_speaker.py")
    documents = [
        cast("Row", json.loads(line)) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    predictions = out / "gum_speakers.jsonl"
    predictions.write_text("".join(_line(pipeline, document) for document in documents), encoding="utf-8")
    judging = out / "gum_judging.jsonl"
    tuned = half([str(document["doc"]) for document in documents])
    unseen = (document for document in documents if document["doc"] not in tuned)
    judging.write_text("".join(json.dumps(document) + "\n" for document in unseen), encoding="utf-8")
    scores = {
        "": judged(scorer, "source", str(gold), str(predictions)),
        "judging half, ": judged(scorer, "source", str(judging), str(predictions)),
    }
    return Outcome(
        data=f"GUM news: {len(documents)} documents",
        digest=hashlib.sha256(gold.read_bytes()).hexdigest(),
        figures=dict(_figures(scores)),
        table=_table(scores),
    )


def _line(pipeline: Reads, document: Row) -> str:
    """Return the names of one document's speakers as the scorer wants them."""
    stage = Annotated(document)
    report = Report(text=str(document["text"]))
    stages = [each for each in pipeline.stages if each.name not in FINDING]
    reading = Pipeline([stage, *stages]).read(report)
    speakers = {statement.id: statement.speaker for statement in reading.statements}
    named = {
        identity: speaker.name.value
        for identity, statement in stage.statements(report)
        if (speaker := speakers.get(statement.id)) is not None and speaker.name is not None
    }
    return json.dumps({"doc": document["doc"], "sources": named}, ensure_ascii=False) + "\n"


def _figures(scores: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, float]]:
    """Yield the shares of right names in percent, of all sources and of pronouns."""
    for whose, score in scores.items():
        for name, key in (("sources", "accuracy"), ("pronouns", "pronoun_accuracy")):
            share = score[key]
            if isinstance(share, float | int):
                yield f"{whose}{name}", PERCENT * share


def _table(scores: Mapping[str, Mapping[str, object]]) -> str:
    """Return the figures as text."""
    lines = [f"{'':20}{'sources':>9}{'right':>8}{'pronouns':>10}{'right':>8}"]
    for whose, score in scores.items():
        right = [f"{PERCENT * share:.1f}" if isinstance(share, float | int) else "-" for share in _shares(score)]
        name = whose.removesuffix(", ") or "all"
        lines.append(f"{name:20}{score['attributions']!s:>9}{right[0]:>8}{score['pronoun_sources']!s:>10}{right[1]:>8}")
    return "\n".join(lines)


def _shares(score: Mapping[str, object]) -> tuple[object, object]:
    """Return the shares of right names, of all and of pronouns."""
    return score["accuracy"], score["pronoun_accuracy"]
