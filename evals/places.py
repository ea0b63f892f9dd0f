"""Score places: which names are recognised, and which place each is taken for, on the halves that nothing learnt from.

LGL (Lieberman et al. 2010) is local news, in which a name is seldom the best-known place of that name; GeoVirus (Gritta
et al. 2018) is news of epidemics. A place is right within 161 km (100 miles) of the corpus' own.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, NamedTuple, cast

from evals.evaluation import PERCENT, Outcome
from evals.folders import digest
from evals.labels import half
from evals.scorer import judged
from reportedly.reading.places import Places
from reportedly.reading.toponyms.recognising import Named
from reportedly.reading.toponyms.spotting import Spotted, Spotter
from reportedly.values import Reading, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders

RIGHT_KM = 161.0
CORPORA = ("lgl", "geovirus")


class Toponym(NamedTuple):
    """A name of a place at [start, end) of a text, and where it is; None where the corpus does not say."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    geonames: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """A text of a corpus with its names of places."""

    corpus: str
    name: str
    report: Report
    toponyms: tuple[Toponym, ...]
    line: str
    article: str
    """The address of the article: GeoVirus cuts some into several texts, which belong to one half."""


def documents(folder: Path, *, addresses: bool = False) -> Iterator[Document]:
    """Yield the documents of both corpora, with the addresses of their reports or without."""
    for corpus in CORPORA:
        for line in filter(None, (folder / f"{corpus}.jsonl").read_text(encoding="utf-8").split("\n")):
            row = json.loads(line)
            yield Document(
                corpus,
                row["doc"],
                Report(text=row["text"], url=row["url"] if addresses else None),
                tuple(
                    Toponym(one["start"], one["end"], one["lat"], one["lon"], one["geonamesid"])
                    for one in row["toponyms"]
                ),
                line,
                row["url"],
            )


def learnt_from(documents: Iterable[Document]) -> frozenset[str]:
    """Return the articles that the weights are learnt from: half of those of each corpus."""
    articles: dict[str, list[str]] = {}
    for one in documents:
        articles.setdefault(one.corpus, []).append(one.article)
    return frozenset().union(*(half(sorted(set(each))) for each in articles.values()))


def held_out(documents: Iterable[Document]) -> list[Document]:
    """Return the documents that nothing is learnt from."""
    every = list(documents)
    seen = learnt_from(every)
    return [one for one in every if one.article not in seen]


def given(reading: Reading, spotter: Spotter, toponyms: Sequence[Toponym]) -> list[Named]:
    """Return the names of a corpus as if they had been recognised."""
    text, words = reading.report.text, reading.words
    return [
        Named(
            Spotted(
                one.start,
                one.end,
                words.before(one.start + 1) - 1,
                words.before(one.end),
                spotter.find(text[one.start : one.end]),
            ),
            1.0,
        )
        for one in toponyms
    ]


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Recognise and resolve the names of the held-out halves, and resolve those that are given."""
    folder = folders.dataset("places")
    scorer = folders.scorer("score_geoparse.py")
    (stage,) = (stage for stage in pipeline.stages if isinstance(stage, Places))
    before = [stage for stage in pipeline.stages if stage.name in {"words", "entities"}]
    chosen = held_out(documents(folder))
    readings = [_read(before, one.report) for one in chosen]
    figures: dict[str, float] = {}
    lines = [f"{'':12}{'names':>7}{'given':>9}{'P':>8}{'R':>8}{'end to end R':>14}{'P':>8}"]
    for corpus in CORPORA:
        own = [(one, reading) for one, reading in zip(chosen, readings, strict=True) if one.corpus == corpus]
        gold = out / f"places_{corpus}_gold.jsonl"
        gold.write_text("".join(one.line + "\n" for one, _ in own), encoding="utf-8")
        resolved, found = out / f"places_{corpus}_given.jsonl", out / f"places_{corpus}.jsonl"
        _write(resolved, [(one, _rows_given(stage, one, reading)) for one, reading in own])
        _write(found, [(one, _rows(stage, reading)) for one, reading in own])
        spans = cast("dict[str, float]", judged(scorer, str(gold), str(resolved), "--json"))
        whole = cast("dict[str, float]", judged(scorer, str(gold), str(found), "--json"))
        figures |= {
            f"{corpus} given": PERCENT * spans["acc@161"],
            f"{corpus} end to end": PERCENT * whole["e2e_recall@161"],
            f"{corpus} end to end precision": PERCENT * whole["e2e_precision@161"],
            f"{corpus} recognised precision": PERCENT * whole["overlap_P"],
            f"{corpus} recognised": PERCENT * whole["overlap_R"],
        }
        lines.append(
            f"{corpus:12}{sum(len(one.toponyms) for one, _ in own):7}{figures[f'{corpus} given']:9.1f}"
            f"{figures[f'{corpus} recognised precision']:8.1f}{figures[f'{corpus} recognised']:8.1f}"
            f"{figures[f'{corpus} end to end']:14.1f}{figures[f'{corpus} end to end precision']:8.1f}"
        )
    return Outcome(
        data="the halves of LGL and GeoVirus that nothing was learnt from",
        digest=digest(folder),
        figures=figures,
        table="\n".join(lines),
    )


def _read(stages: Sequence[object], report: Report) -> Reading:
    """Read a report up to its mentions."""
    reading = Reading(report)
    for stage in stages:
        proposal = stage(reading)  # type: ignore[operator]  # stages are callable
        found = {name: getattr(proposal, name) for name in ("words", "sentences", "mentions")}
        reading = dataclasses.replace(reading, **{name: value for name, value in found.items() if value is not None})
    return reading


def _rows(stage: Places, reading: Reading) -> list[dict[str, object]]:
    """Return what is found and resolved in a reading."""
    return [
        {"start": start, "end": end, **({"lat": place.lat, "lon": place.lon} if place else {})}
        for found in stage.find(reading)
        for start, end in found.words.pairs
        for place in [found.place]
    ]


def _rows_given(stage: Places, document: Document, reading: Reading) -> list[dict[str, object]]:
    """Return what the names of a document are taken for."""
    names = given(reading, stage.spotter, document.toponyms)
    return [
        {"start": one.start, "end": one.end, **({"lat": place.lat, "lon": place.lon} if place else {})}
        for one, found in zip(document.toponyms, stage.resolve(reading, names), strict=True)
        for place in [found.place]
    ]


def _write(path: Path, rows: Sequence[tuple[Document, list[dict[str, object]]]]) -> None:
    """Write predictions as the scorer reads them."""
    with path.open("w", encoding="utf-8") as file:
        for document, toponyms in rows:
            file.write(json.dumps({"doc": document.name, "toponyms": toponyms}) + "\n")
