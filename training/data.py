"""Read PolNeAR and GUM into one shape: a text and its attributions as spans of code points."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Spans = list[tuple[int, int]]
ROLES = ("source", "cue", "content")


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """Gold spans of one attribution; `inside` is whether it stands within another one's content."""

    source: Spans
    cue: Spans
    content: Spans
    inside: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """One reading of one text. `complete`: every top-level attribution is annotated, as PolNeAR does."""

    name: str
    text: str
    attributions: list[Attribution]
    complete: bool
    weight: float = 1.0


def polnear(folder: Path, *, all_readings: bool) -> Iterator[Article]:
    """Yield the articles of a PolNeAR split; with `all_readings` one for each annotator, sharing the weight."""
    for path in sorted(folder.glob("text/*.txt")):
        stem = re.sub(r"([\[\]*?])", r"[\1]", path.stem)
        readings = sorted(folder.glob(f"attributions/{stem}_*.ann"))
        if not all_readings:
            readings = readings[:1]
        text = path.read_text(encoding="utf-8")
        for reading in readings:
            weight = 1.0 if len(readings) == 1 else 2.0 / len(readings)
            yield Article(path.stem, text, _brat(reading), complete=True, weight=weight)


def _brat(path: Path) -> list[Attribution]:
    """Read the events of a brat file. Lines that do not begin with an identifier continue a span's text."""
    spans: dict[str, Spans] = {}
    out: list[Attribution] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not fields[1:]:
            continue
        if re.fullmatch(r"T\d+", fields[0]):
            _, places = fields[1].split(" ", 1)
            spans[fields[0]] = [(int(a), int(b)) for a, b in (p.split() for p in places.split(";"))]
        elif re.fullmatch(r"E\d+", fields[0]):
            roles: dict[str, Spans] = {role: [] for role in ROLES}
            for argument in fields[1].split():
                role, target = argument.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles and target in spans:
                    roles[role] += spans[target]
            out.append(Attribution(**{role: sorted(roles[role]) for role in ROLES}))
    return out


def gum(path: Path) -> Iterator[Article]:
    """Yield the documents of a GUM file. Attributions without a cue keep an empty one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        offsets = document["offsets"]

        def spans(tokens: list[int], offsets: list[list[int]] = offsets) -> Spans:
            out: Spans = []
            for token in sorted(tokens):
                start, end = offsets[token]
                if out and token - 1 in tokens and token - 1 >= 0 and offsets[token - 1][1] == out[-1][1]:
                    out[-1] = (out[-1][0], end)
                else:
                    out.append((start, end))
            return out

        attributions = []
        for a in document["attributions"]:
            content = sorted({t for lo, hi in a["content_units"] for t in range(lo, hi)})
            taken = set(a["source_tokens"]) | set(a["cue_tokens"])
            attributions.append(
                Attribution(
                    source=spans(a["source_tokens"]),
                    cue=spans(a["cue_tokens"]),
                    content=spans([t for t in content if t not in taken]),
                    inside=bool(a["depth"]),
                )
            )
        yield Article(document["doc"], document["text"], attributions, complete=False)
