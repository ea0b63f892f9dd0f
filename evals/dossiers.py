"""Score the claims that are made of stories whose truth is known, because they are invented: origins, responses, edges.

Each report is read, the reports are grouped into stories and the claims of each story made, as for a ledger. How each
figure is defined stands where it is made: `same_story`, `same_claim`, `origin_counts`, `answering` and `linked`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from evals.answering import answering
from evals.evaluation import Outcome
from evals.folders import digest
from evals.linked import linked
from evals.origin_counts import origin_counts, traced
from evals.retold import found, grouped, retold
from evals.same_claim import same_claim
from evals.same_story import same_story
from evals.share import f1, named, together
from evals.truth import DOSSIERS, dossiers
from reportedly.claims.entry import Entry
from reportedly.claims.meanings import Meanings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from evals.retold import Found
    from evals.share import Scored
    from evals.truth import Dossier
    from reportedly.claims.assembling import Vectors

GIVEN = " (members given)"
"""Behind the names of figures for which the truth says what mentions a claim."""
ONE_STORY = " (one story)"
"""Behind the names of figures for which all reports of a dossier are one story."""
_PRECISION, _RECALL = " precision", " recall"
_COLUMNS = {
    "one story": "story",
    "same claim f1": "joined",
    "look-alikes joined": "alike",
    "origins": "origins",
    "origins (members given)": "(given)",
    "responses attached": "responses",
    "edges f1": "edges",
    "status": "status",
}
"""The figures that are told of each dossier, and the heads of their columns."""


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:  # noqa: ARG001 - the dossiers are in the repository
    """Score the open half, and write every difference down."""
    return evaluate_half(DOSSIERS / "open", pipeline, Meanings(), out / "dossiers_open.jsonl")


def evaluate_check(folders: Folders, pipeline: Reads, out: Path) -> Outcome:  # noqa: ARG001 - nothing is told but totals
    """Score the half that is looked at once, at the end: totals only, and no difference is written down."""
    return evaluate_half(DOSSIERS / "check", pipeline, Meanings(), None)


def evaluate_half(folder: Path, pipeline: Reads, vectors: Vectors, differences: Path | None) -> Outcome:
    """Score the dossiers of a folder together, figures in percent, and write the differences where a file is given."""
    scored: dict[str, Scored] = {}
    for dossier in dossiers(folder):
        readings = pipeline.read_many(dossier.reports)
        scored[dossier.name] = score(dossier, [Entry.of(reading) for reading in readings], vectors)
    whole = together(scored.values())
    lines = _totals(whole)
    if differences is not None:
        lines += ["", *_each(scored)]
        with differences.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in whole.rows)
    return Outcome(
        data=f"evals/dossiers/{folder.name}: {len(scored)} dossiers",
        digest=digest(folder),
        figures=figures(whole),
        table="\n".join(lines),
    )


def score(dossier: Dossier, entries: Sequence[Entry], vectors: Vectors) -> Scored:
    """Return all shares of a dossier, and every difference; twice where its reports are found to be several stories.

    Figures with `(one story)` behind them are of all reports as one story, which leaves the finding of stories out.
    """
    stories = grouped(entries)
    whole = found(retold(dossier, entries, [[entry.id for entry in entries]], vectors))
    made = found(retold(dossier, entries, stories, vectors))
    return together(
        [same_story(made.retold), _judged(made), named(traced(whole), GIVEN), named(_judged(whole), ONE_STORY)]
    )


def _judged(made: Found) -> Scored:
    """Return what is scored of stories, however they came about."""
    return together([same_claim(made), origin_counts(made), answering(made), linked(made)])


def figures(scored: Scored) -> dict[str, float]:
    """Return every share in percent, and an F1 for each that has a precision and a recall."""
    out: dict[str, float] = {}
    for name, share in scored.shares.items():
        out[name] = share.percent
        if _RECALL in name:
            out[name.replace(_RECALL, " f1")] = f1(scored.shares[name.replace(_RECALL, _PRECISION)], share)
    return out


def _totals(whole: Scored) -> list[str]:
    """Return a line for each figure, beside that with all reports as one story."""
    values = figures(whole)
    lines = [f"{'':32}{'percent':>8}{'':>14}{'one story':>12}"]
    for name, value in values.items():
        if name.endswith(ONE_STORY):
            continue
        counted, beside = (_counted(whole, each) for each in (name, name + ONE_STORY))
        other = f"{values[name + ONE_STORY]:12.1f}{beside:>14}" if name + ONE_STORY in values else ""
        lines.append(f"{name:32}{value:8.1f}{counted:>14}{other}".rstrip())
    return lines


def _counted(whole: Scored, name: str) -> str:
    """Return what a figure was counted from, where it was counted."""
    share = whole.shares.get(name)
    return "" if share is None or not float(share.hits).is_integer() else str(share)


def _each(scored: Mapping[str, Scored]) -> Sequence[str]:
    """Return a line for each dossier."""
    lines = [f"{'':20}" + "".join(f"{head:>10}" for head in _COLUMNS.values())]
    for name, one in scored.items():
        values = figures(one)
        lines.append(f"{name:20}" + "".join(f"{values[figure]:10.1f}" for figure in _COLUMNS))
    return lines
