"""What a ledger answers with: typed, frozen, and read from its rows."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord:
    """A version of a report, without its text.

    `received` is the SHA-256 of the kept bytes that it came in, `statements` how many were read in it; `snippet` shows
    words that were searched for.
    """

    id: str
    version: int
    previous: str | None
    copy_of: str | None
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    modified: str | None
    url: str | None
    external_id: str | None
    path: str | None
    language: str | None
    sha256: str
    text_sha256: str
    known_from: str
    added_at: str
    retrieved_at: str | None
    retrieved_from: str | None
    received: str | None
    statements: int
    snippet: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """A statement, with its report's title, publisher and time."""

    id: str
    report: str
    number: int
    name: str | None
    kind: str | None
    country: str | None
    named: bool | None
    source: str
    cue: str
    content: str
    stance: str | None
    certainty: str | None
    confidence: float
    title: str | None
    publisher: str | None
    published: str | None
    known_from: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRecord:
    """A speaker across reports. Each count says what it counts."""

    identity: str
    name: str | None
    kind: str
    country: str | None
    named: bool
    statements: int
    reports: int
    publishers: int
    names: tuple[str, ...]
    roles: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What a ledger holds."""

    reports: int
    versions: int
    copies: int
    publishers: int
    statements: int
    speakers: int
    unnamed_statements: int
    places: int
    judgements: int
    stances: dict[str, int]
    first: str | None
    last: str | None
