"""The corpora of claims and events as propositions: headlines with their claims, sentences with their events."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from reportedly.claims.propositions import propositions
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.evaluation import Reads
    from reportedly.claims.proposition import Proposition

Row = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A proposition with what its readers noted: the story that it belongs to, its own id, and what it tells of."""

    story: str
    name: str
    proposition: Proposition
    told: frozenset[str]


def rows(path: Path) -> list[Row]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def headlines(path: Path, pipeline: Reads) -> Iterator[Noted]:
    """Yield the headlines of Emergent that say something, each whole, with its claim.

    What a headline attributes is left within it: a headline is one item of its claim.
    """
    known = rows(path)
    reports = (Report(text=row["text"], title=row["text"], external_id=row["id"]) for row in known)
    for row, reading in zip(known, pipeline.read_many(reports), strict=True):
        for made in propositions(dataclasses.replace(reading, statements=())):
            if made.headline:
                yield Noted(story="", name=row["id"], proposition=made, told=frozenset({row["cluster"]}))


def sentences(path: Path, pipeline: Reads) -> Iterator[Noted]:
    """Yield what the reports of ECB+ say, with the events in it; acts of reporting are none."""
    known = rows(path)
    reports = (Report(text=row["text"], external_id=row["doc_id"]) for row in known)
    for row, reading in zip(known, pipeline.read_many(reports), strict=True):
        events = list(_events(row))
        for made in propositions(reading):
            told = {
                event
                for start, end, event in events
                if any(span.start <= start and end <= span.end for span in made.spans)
            }
            yield Noted(story=str(row["topic"]), name=row["doc_id"], proposition=made, told=frozenset(told))


def _events(row: Row) -> Iterator[tuple[int, int, str]]:
    """Yield where the events of a document of ECB+ stand in its text."""
    places = dict(_places(row))
    for mention in row["mentions"]:
        kind, tokens = mention["type"], mention["tokens"]
        if "ACTION" in kind and "REPORTING" not in kind and tokens[0] in places:
            yield places[tokens[0]][0], places[tokens[-1]][1], mention["cluster"]


def _places(row: Row) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield where the tokens of the body stand; the text is those with a blank between each two."""
    start = 0
    for number in range(row["body_start"], len(row["tokens"])):
        end = start + len(row["tokens"][number])
        yield number, (start, end)
        start = end + 1
