"""Score which reports tell the same story, on the development parts of ECB+ and BASIL.

The reports of ECB+ are of all topics at once and have no time; half of each topic tell of another event of the same
sort. Those of BASIL have the day on which they were published.
"""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, NamedTuple, cast

from evals.evaluation import Outcome
from evals.folders import digest
from evals.joining import paragraph
from evals.scorer import judged
from reportedly.claims.stories import Filed, Stories
from reportedly.claims.terms import terms_of
from reportedly.values import Moment, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders

    Row = dict[str, object]


class Told(NamedTuple):
    """A report of a corpus: its id there, the story that it tells, the topic that holds the story, and its text."""

    id: str
    story: str
    topic: str
    report: Report


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Read every report, group them all, and have the scorer compare; figures are in percent."""
    scorer = folders.scorer("score_clusters.py")
    figures, lines, digests = {}, [f"{'':18}{'P':>8}{'R':>8}{'F1':>8}{'stories':>9}{'gold':>6}"], []
    for corpus in CORPORA:
        folder = folders.dataset(corpus)
        predictions = out / f"stories_{corpus}.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            for report, story in grouped(list(told(folder, corpus, "dev")), pipeline).items():
                file.write(json.dumps({"id": report, "cluster": story}) + "\n")
        found = judged(scorer, str(folder / "docs_dev.gold.jsonl"), str(predictions))
        b_cubed = cast("dict[str, float]", found["B3"])
        figures[f"{corpus} b-cubed"] = b_cubed["F1"]
        row = "".join(f"{b_cubed[each]:8.1f}" for each in ("P", "R", "F1"))
        lines.append(f"{corpus:18}{row}{found['clusters_pred']:9}{found['clusters_gold']:6}")
        digests.append(digest(folder))
    return Outcome(
        data="ECB+ and BASIL, development parts",
        digest=" ".join(digests),
        figures=figures,
        table="\n".join(lines),
    )


def told(folder: Path, corpus: str, part: str) -> Iterator[Told]:
    """Yield the reports of a corpus's part, `train` or `dev`."""
    stories = {str(row["id"]): str(row["cluster"]) for row in _rows(folder / f"docs_{part}.gold.jsonl")}
    for row in _rows(folder / f"{part}.jsonl"):
        one = CORPORA[corpus](row, stories)
        if one.id in stories:
            yield one


def grouped(reports: Sequence[Told], pipeline: Reads) -> dict[str, str]:
    """Return the story of each report, named by one of its reports."""
    stories = Stories()
    for one, reading in zip(reports, pipeline.read_many(one.report for one in reports), strict=True):
        stories.add(Filed(one.id, terms_of(reading), one.report.published))
    return {report: story[0] for story in stories.stories() for report in story}


def _ecbplus(row: Row, stories: Mapping[str, str]) -> Told:
    """Return a report of ECB+, its sentences joined as people write them, and its heading apart."""
    tokens, sentences = cast("list[str]", row["tokens"]), cast("list[int]", row["sent_ids"])
    begin = cast("int", row["body_start"])
    parts = [zip(sentences[:begin], tokens[:begin], strict=True), zip(sentences[begin:], tokens[begin:], strict=True)]
    texts = [
        paragraph([token for _, token in one] for _, one in itertools.groupby(part, key=lambda each: each[0]))[0]
        for part in parts
    ]
    name = str(row["doc_id"])
    return Told(name, stories.get(name, ""), str(row["topic"]), Report(text="\n\n".join(filter(None, texts))))


def _basil(row: Row, stories: Mapping[str, str]) -> Told:
    """Return a report of BASIL, its title first."""
    name, title = str(row["id"]), str(row["title"])
    text = "\n\n".join([title, *cast("list[str]", row["sentences"])])
    story = stories.get(name, "")
    return Told(name, story, story, Report(text=text, title=title, published=Moment(str(row["date"]))))


def _rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


CORPORA: dict[str, Callable[[Row, Mapping[str, str]], Told]] = {"ecbplus": _ecbplus, "basil": _basil}
"""How a row of each corpus is made a report."""
