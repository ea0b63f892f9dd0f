"""What is known of a dossier, because it was made up: its claims, who answers them, and which report has it from which.

A dossier is a folder of `evals/dossiers/open` or `evals/dossiers/check`; the README there says how they are written.
"""

from __future__ import annotations

import collections
import dataclasses
import enum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reportedly.claims.claim import Status  # noqa: TC001 - msgspec looks the fields' types up
from reportedly.claims.edge import EdgeKind  # noqa: TC001 - as above
from reportedly.formats import Given, Loaded
from reportedly.intake.opening import loaded
from reportedly.intake.sources import Source, expand
from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Report

DOSSIERS = Path(__file__).with_name("dossiers")
SPEAKING = frozenset({"asserts", "supposes", "confirms", "denies", "disputes", "withdraws", "corrects"})
"""Stances of a mention."""


class Answer(enum.StrEnum):
    """What a response does, as far as it is scored."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    UNANSWERED = "unanswered"
    WITHDRAWS = "withdraws"


ANSWERS = {
    "confirms": Answer.CONFIRMS,
    "denies": Answer.DENIES,
    "disputes": Answer.DENIES,
    "cannot-confirm": Answer.UNANSWERED,
    "declines-to-comment": Answer.UNANSWERED,
    "did-not-respond": Answer.UNANSWERED,
    "withdraws": Answer.WITHDRAWS,
    "corrects": Answer.WITHDRAWS,
}
"""Stances of a response, and what each does."""


class Mention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a report that state a claim, or deny it in so many words.

    `by` are the places, in the claim's roots, of those that it leads to in the end; None where nothing is said of it.
    """

    report: str
    words: str
    stance: str
    by: tuple[int, ...] | None = None


class Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many independent origins a claim has, at least and at most, and who they are.

    `maybe_one` are the pairs of roots, by their places, that may be one.
    """

    min: int
    max: int
    roots: list[str]
    maybe_one: tuple[tuple[int, int], ...] = ()


class Valued(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value in words of a report: an interval of numbers or of days; None is open."""

    report: str
    words: str
    low: float | str | None
    high: float | str | None


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim of the story, with every place that states it."""

    id: str
    gist: str
    mentions: list[Mention]
    origins: Count
    why: str
    status: Status
    values: list[Valued] = []


class Response(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a report with which somebody answers a claim."""

    report: str
    words: str
    stance: str
    speaker: str
    answers: str
    scope: str


class Derivation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """Which report has something from which, or stands beside which."""

    report: str
    source: str
    kind: EdgeKind
    credited: bool
    via: str


class Truth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is known of a dossier."""

    story: str
    events: dict[str, str]
    claims: list[Claim]
    responses: list[Response]
    derivations: list[Derivation]
    cycles: list[list[str]]
    apart: list[tuple[str, str, str]]


@dataclasses.dataclass(frozen=True, slots=True)
class Dossier:
    """A story's reports and its truth."""

    name: str
    reports: tuple[Report, ...]
    truth: Truth

    def place(self, report: str, words: str) -> Span:
        """Return where words stand in a report; KeyError where there is no such report."""
        start = {str(each.external_id): each.text for each in self.reports}[report].index(words)
        return Span(start, start + len(words))


def dossiers(folder: Path) -> Iterator[Dossier]:
    """Yield the dossiers of a folder by their names, their reports read as `reportedly read` would."""
    for path in sorted(folder.glob("*/truth.json")):
        (source,) = (each for each in expand([str(path.with_name("reports.jsonl"))]) if isinstance(each, Source))
        reports = tuple(each.report for each in loaded(source, given=Given()) if isinstance(each, Loaded))
        yield Dossier(path.parent.name, reports, msgspec.json.decode(path.read_bytes(), type=Truth))


def faults(dossier: Dossier) -> dict[str, int]:
    """Return how often each convention of a dossier is broken, in words that give nothing of it away."""
    truth = dossier.truth
    texts = {str(each.external_id): each.text for each in dossier.reports}
    claims = {each.id for each in truth.claims}
    quoted = [
        *((each.report, each.words) for claim in truth.claims for each in claim.mentions),
        *((each.report, each.words) for claim in truth.claims for each in claim.values),
        *((each.report, each.words) for each in truth.responses),
    ]
    edges = truth.derivations
    named = {*truth.events, *(each.report for each in edges), *(each.source for each in edges)}
    named |= {report for cycle in truth.cycles for report in cycle} | {report for report, _ in quoted}
    asked = {each.answers for each in truth.responses} | {one for pair in truth.apart for one in pair[:2]}
    led = [(claim.origins, place) for claim in truth.claims for each in claim.mentions for place in each.by or ()]
    found = {
        "reports of one id": len(dossier.reports) - len(texts),
        "claims of one id": len(truth.claims) - len(claims),
        "reports that do not exist": len(named - texts.keys()),
        "claims that do not exist": len(asked - claims),
        "words that do not stand exactly once": sum(
            texts.get(report, "").count(words) != 1 for report, words in quoted
        ),
        "claims without a mention": sum(not claim.mentions for claim in truth.claims),
        "unknown stances of mentions": sum(m.stance not in SPEAKING for c in truth.claims for m in c.mentions),
        "unknown stances of responses": sum(each.stance not in ANSWERS for each in truth.responses),
        "unknown scopes": sum(each.scope not in {"whole", "narrower"} for each in truth.responses),
        "unknown events": sum(each not in {"main", "look-alike"} for each in truth.events.values()),
        "more origins at least than at most": sum(each.origins.min > each.origins.max for each in truth.claims),
        "roots that do not exist": sum(not 0 <= place < len(count.roots) for count, place in led),
        "reports derived from themselves": sum(each.report == each.source for each in edges),
        "pairs given twice": sum(count - 1 for count in collections.Counter(map(key, edges)).values()),
    }
    return {fault: count for fault, count in found.items() if count}


def key(edge: Derivation) -> tuple[str, str, EdgeKind]:
    """Return what makes two edges one: their ends, in either order where the kind has no direction."""
    ends = (edge.report, edge.source) if edge.kind.directed else sorted((edge.report, edge.source))
    return ends[0], ends[1], edge.kind
