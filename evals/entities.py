"""Score the names that are found in news beside spaCy's small English model, on the same spans and comparable types.

The halves of re3d dev and of GUM news whose names nothing was trained on are cut by document; the encoder, which the
heads do not change, has learnt from all of GUM news who says what. A name is compared without its article, its title
and a possessive ending, and counts with its kind: person, organisation, place (states among them) or nationality.
spaCy's types are mapped to these (`SPACY`); what has no counterpart, such as works of art, dates and sums, is left out
on both sides. Where an annotation leaves open whether words are a name ("harbour master" before one), they count on no
side.
"""

from __future__ import annotations

import dataclasses
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.environment import NoPeerError, python
from evals.evaluation import PERCENT, Outcome
from evals.flatten import ANY, LABELS, NONE
from evals.folders import digest
from evals.labels import States, gum, half, re3d, rows
from reportedly.reading.pipeline import Pipeline
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evals.evaluation import Reads
    from evals.folders import Folders
    from evals.labels import Labelled
    from reportedly.values import Reading

TAGGER = Path(__file__).parents[1] / "training" / "silver.py"
SPACY = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "nationality",
}
KINDS = frozenset(SPACY.values())
STAGES = frozenset({"words", "entities"})
"""The stages that find names."""
_ARTICLES = ("the ", "a ", "an ")
_ENDINGS = ("'s", "’s")

Name = tuple[int, int, str]
"""Where a name stands, and its kind."""


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    """How many names there are, how many were found, and how many of those are right."""

    gold: int
    found: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    def row(self, name: str) -> str:
        """Return a line of the table."""
        shares = (self.right / max(1, self.found), self.right / max(1, self.gold), self.f1)
        return f"{name:24}{self.gold:7}" + "".join(f"{PERCENT * share:8.1f}" for share in shares)


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Score our names and spaCy's; where spaCy cannot be had, ours alone."""
    states = States(folders.data)
    finding = Pipeline([stage for stage in pipeline.stages if stage.name in STAGES])
    tagged = {
        "gum news": _tagged(folders.dataset("gum") / "news.jsonl", out / "spacy_gum_news.jsonl"),
        "re3d": _tagged(folders.dataset("re3d") / "dev.jsonl", out / "spacy_re3d.jsonl"),
    }
    figures: dict[str, float] = {}
    lines = [f"{'':24}{'gold':>7}{'P':>8}{'R':>8}{'F1':>8}"]
    for corpus, parts in tagged.items():
        if parts is None:
            lines.append(f"{corpus:24}spaCy cannot be had here")
            continue
        documents = _judged(folders, corpus, parts, states)
        spacy = {row["doc"]: _of_spacy(row["entities"]) for row in rows(parts)}
        reports = [Report(text=document.text) for document in documents]
        ours = [_ours(reading) for reading in finding.read_many(reports)]
        scores = {
            "reportedly": score(documents, ours),
            "en_core_web_sm": score(documents, [spacy[document.name] for document in documents]),
        }
        for system, found in scores.items():
            lines.append(found.row(f"{corpus}, {system}"))
            figures[f"{corpus} f1" if system == "reportedly" else f"{corpus} f1 of spacy"] = PERCENT * found.f1
        figures[f"{corpus} ahead of spacy"] = figures[f"{corpus} f1"] - figures[f"{corpus} f1 of spacy"]
    return Outcome(
        data="the judging halves of GUM news and re3d dev",
        digest=digest(folders.dataset("gum")),
        figures=figures,
        table="\n".join(lines),
    )


def score(documents: Sequence[Labelled], found: Sequence[Sequence[Name]]) -> Score:
    """Count the names of documents that were found with their kind."""
    right = total = predicted = 0
    for document, names in zip(documents, found, strict=True):
        gold, vague = _gold(document)
        known = {(start, end): kinds for start, end, kinds in gold}
        counted = [
            (span, kind)
            for start, end, kind in names
            if kind in KINDS and ((span := _bare(document.text, start, end)) in known or not _open(span, vague))
        ]
        right += sum(kind in known.get(span, ()) for span, kind in counted)
        predicted += len(counted)
        total += len(gold)
    return Score(total, predicted, right)


def _tagged(texts: Path, out: Path) -> Path | None:
    """Have spaCy tag texts in an environment of its own; None where it cannot be had."""
    if not out.exists():
        try:
            subprocess.run([str(python()), str(TAGGER), "--texts", str(texts), "--out", str(out)], check=True)
        except (NoPeerError, subprocess.CalledProcessError):
            return None
    return out


def _judged(folders: Folders, corpus: str, parts: Path, states: States) -> list[Labelled]:
    """Return the documents of a corpus whose names nothing was trained on."""
    if corpus == "re3d":
        documents = list(re3d(folders.dataset("re3d") / "dev.jsonl", parts, states))
    else:
        documents = list(gum(folders.dataset("gum") / "news.jsonl", states))
    trained = half([document.name for document in documents])
    return [document for document in documents if document.name not in trained]


def _gold(document: Labelled) -> tuple[list[tuple[int, int, frozenset[str]]], list[tuple[int, int]]]:
    """Return the names of a document with the kinds that each may have, and the words of which nothing is known."""
    names: list[tuple[int, int, frozenset[str]]] = []
    vague: list[tuple[int, int]] = []
    for allowed, (start, end) in zip(document.names or (), document.words, strict=False):
        labels = [] if allowed == ANY else [label for i, label in enumerate(LABELS) if allowed >> i & 1]
        kinds = frozenset("place" if label[2:] == "state" else label[2:] for label in labels)
        if labels and all(label[0] == "B" for label in labels):
            names.append((start, end, kinds))
        elif labels and all(label[0] == "I" for label in labels) and names:
            names[-1] = (names[-1][0], end, names[-1][2])
        elif allowed != NONE:
            vague.append((start, end))
    return [name for name in names if name[2] & KINDS], vague


def _open(span: tuple[int, int], vague: Iterable[tuple[int, int]]) -> bool:
    """Say whether the annotation leaves open what the first and the last word of a span are."""
    return all(any(start <= place < end for start, end in vague) for place in (span[0], span[1] - 1))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name without its article and a possessive ending."""
    low = text[start:end].lower()
    start += next((len(article) for article in _ARTICLES if low.startswith(article)), 0)
    end -= next((len(ending) for ending in _ENDINGS if low.endswith(ending)), 0)
    return start, max(start, end)


def _ours(reading: Reading) -> list[Name]:
    """Return the names of a reading."""
    return [
        (mention.start, mention.end, "place" if mention.kind == "state" else mention.kind.value)
        for mention in reading.mentions
        if mention.named
    ]


def _of_spacy(entities: Iterable[tuple[int, int, str]]) -> list[Name]:
    """Return the names that spaCy found."""
    return [(start, end, SPACY[label]) for start, end, label in entities if label in SPACY]
