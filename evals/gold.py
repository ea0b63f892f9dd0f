"""What careful readers read in statements: offsets and labels in `evals/gold/`, over texts that lie elsewhere.

A file holds the statements of one text. The text is a report of `examples/`, a report invented for this in
`evals/gold/texts/`, or an article of PolNeAR dev in the data folder; its digest tells whether it is still the one that
was read. Some files are for tuning rules (`tune`), the others for judging them (`check`), cut by article.
"""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from evals.folders import MissingError
from reportedly.formats import Given, Loaded
from reportedly.intake.opening import loaded
from reportedly.intake.sources import Source, expand
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from evals.folders import Folders

GOLD = Path(__file__).with_name("gold")
ROOT = Path(__file__).parents[1]

Spans = list[tuple[int, int]]


class Text(msgspec.Struct, frozen=True, rename={"origin": "from"}, forbid_unknown_fields=True):
    """Where a text lies, by its origin.

    `example`: a file of the repository, and which report in it. `own`: the name of a text in `evals/gold/texts/`.
    `polnear-dev`: the stem of an article.
    """

    origin: str
    id: str
    number: int = 0


class Speaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who says so. Words are spans; a name may stand anywhere in the text."""

    kind: str
    named: bool
    country: str | None = None
    count: int | None = None
    name: Spans = []
    role: Spans = []
    affiliation: Spans = []
    reliability: Spans = []
    anonymity: Spans = []


class Hop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of a chain; the publisher has no words."""

    name: Spans = []
    channel: str | None = None
    platform: Spans = []


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement as it was read. `parent` is its number in the file; `answers` what a response answers."""

    source: Spans
    cue: Spans
    content: Spans
    speaker: Speaker | None
    chain: list[Hop]
    stance: str
    certainty: str
    polarity: str
    orientation: str
    hedge: str | None = None
    evidence: list[str] = []
    backing: Spans = []
    parent: int | None = None
    answers: Spans = []


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of gold; what lies behind `until` was not read."""

    text: Text
    text_sha256: str
    statements: list[Statement]
    until: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """A report with its statements as careful readers read them, up to `until`."""

    name: str
    report: Report
    statements: tuple[Statement, ...]
    until: int


def documents(folders: Folders, half: str, names: Container[str] | None = None) -> Iterator[Document]:
    """Yield the documents of one half (those of some names), in order; MissingError where a text is not there."""
    for path in sorted((GOLD / half).glob("*.json")):
        if names is not None and path.stem not in names:
            continue
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        report = _report(file.text, folders)
        if hashlib.sha256(report.text.encode()).hexdigest() != file.text_sha256:
            msg = f"{file.text.id} is not the text that was read for {path.name}"
            raise MissingError(msg)
        until = len(report.text) if file.until is None else file.until
        yield Document(path.stem, report, tuple(file.statements), until)


def _report(text: Text, folders: Folders) -> Report:
    """Return the report that a file of gold is about."""
    if text.origin == "polnear-dev":
        path = folders.dataset("polnear/dev") / "text" / f"{text.id}.txt"
        return Report(text=path.read_text(encoding="utf-8"))
    path = GOLD / "texts" / f"{text.id}.txt" if text.origin == "own" else ROOT / text.id
    (source,) = (found for found in expand([str(path)]) if isinstance(found, Source))
    return [found.report for found in loaded(source, given=Given()) if isinstance(found, Loaded)][text.number]
