"""A dossier in small, about a bridge that may be closed, and claims as they could be made of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportedly.claims.claim import Claim, Grade, Origins, Response, Standing, Status
from reportedly.values import Passage, Stance

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry

WIRE = "The bridge at Orrin is closed. The mayor denies that it is closed. Two lorries fell into the river."
POST = "The Orrin bridge has been shut to all traffic. The mayor would not comment on it."
PELL = "The bridge at Pell was closed last year."
REPORTS = {"wire": WIRE, "post": POST, "pell": PELL}
TRUTH = {
    "story": "A bridge, and another bridge.",
    "events": {"wire": "main", "post": "main", "pell": "look-alike"},
    "claims": [
        {
            "id": "c1",
            "gist": "the bridge at Orrin is closed",
            "mentions": [
                {"report": "wire", "words": "The bridge at Orrin is closed", "stance": "asserts"},
                {"report": "wire", "words": "it is closed", "stance": "denies"},
                {"report": "post", "words": "The Orrin bridge has been shut", "stance": "asserts"},
            ],
            "origins": {"min": 1, "max": 2, "roots": ["the wire", "the Post"]},
            "why": "neither says how it knows",
            "status": "contested",
        },
        {
            "id": "c2",
            "gist": "two lorries fell",
            "mentions": [{"report": "wire", "words": "Two lorries fell into the river", "stance": "asserts"}],
            "origins": {"min": 0, "max": 1, "roots": ["the wire"]},
            "why": "it does not say how it knows",
            "values": [{"report": "wire", "words": "Two lorries", "low": 2, "high": 2}],
            "status": "unconfirmed",
        },
        {
            "id": "c3",
            "gist": "the bridge at Pell was closed",
            "mentions": [{"report": "pell", "words": "The bridge at Pell was closed last year", "stance": "asserts"}],
            "origins": {"min": 1, "max": 1, "roots": ["the paper"]},
            "why": "",
            "status": "unconfirmed",
        },
    ],
    "responses": [
        {
            "report": "wire",
            "words": "The mayor denies that it is closed",
            "stance": "denies",
            "speaker": "the mayor",
            "answers": "c1",
            "scope": "whole",
        },
        {
            "report": "post",
            "words": "The mayor would not comment",
            "stance": "declines-to-comment",
            "speaker": "the mayor",
            "answers": "c1",
            "scope": "whole",
        },
    ],
    "derivations": [
        {"report": "post", "from": "wire", "kind": "cites", "credited": True, "via": "the wire"},
        {"report": "wire", "from": "pell", "kind": "same-occasion", "credited": False, "via": "a meeting"},
    ],
    "cycles": [["post", "wire"]],
    "apart": [["c1", "c3", "another bridge"], ["c2", "c3", "another thing"]],
}


def write(folder: Path, truth: object = TRUTH) -> Path:
    """Write the dossier into a folder of dossiers, and return that."""
    (folder / "orrin").mkdir(parents=True, exist_ok=True)
    rows = [
        {"id": name, "publisher": f"The {name.title()}", "published": f"2025-03-0{day}T10:00:00Z", "text": text}
        for day, (name, text) in enumerate(REPORTS.items(), start=1)
    ]
    (folder / "orrin" / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "orrin" / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return folder


def claim(name: str, *members: Member, responses: tuple[Response, ...] = (), origins: Origins | None = None) -> Claim:
    """Return a claim of some members, unconfirmed; without origins nobody knows."""
    return Claim(
        id=name,
        clearest=members[0],
        about=None,
        members=members,
        responses=responses,
        edges=(),
        origins=origins or Origins(minimum=0, maximum=1, roots=()),
        standing=Standing(status=Status.UNCONFIRMED),
        values=(),
        drifts=(),
        grade=Grade(letter="F", digit=6, letter_reasons=(), digit_reasons=(), would_change=()),
    )


def response(entry: Entry, words: str, stance: Stance) -> Response:
    """Return words of a report as a response."""
    text = entry.reading.report.text
    start = text.index(words)
    return Response(
        statement=None,
        report=entry.id,
        publisher=entry.publisher,
        known_from=entry.known_from,
        stance=stance,
        speaker=None,
        name="the mayor",
        named=False,
        words=Passage.of(text, [(start, start + len(words))]),
        narrower=False,
        reasons=(),
    )
