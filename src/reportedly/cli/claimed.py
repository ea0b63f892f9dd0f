"""What claims look like in a list, and at the head of all that tells more of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.claims.claim import Status
from reportedly.cli.answers import Layout
from reportedly.cli.explain import BEGINNING
from reportedly.cli.table import DEVIATION, NAME, QUIET
from reportedly.cli.wrapping import flow
from reportedly.exchange import claim_wording
from reportedly.exchange.register import UNDATED, Register
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.claims.claim import Claim, Story

GAP = 2
"""Blanks at least before an id in the margin."""

ROW = (
    "id",
    "wording",
    "about",
    "status",
    "reports",
    "publishers",
    "origins_min",
    "origins_max",
    "grade",
    "first_seen",
    "last_change",
    "story",
)
"""The columns of a claim in CSV."""


def claimed() -> Layout[tuple[Story, Claim]]:
    """Return how claims look in a list."""
    return Layout(noun="claim", row=lambda found, width: entry(*found, width), nothing="No claims.", apart=True, most=0)


def row(found: tuple[Story, Claim]) -> dict[str, Any]:
    """Return a claim as a row of CSV."""
    story, claim = found
    values = (
        claim.id,
        claim.clearest.proposition.text,
        claim.about,
        claim.standing.status.value,
        len(claim.reports),
        len(claim.publishers),
        claim.origins.minimum,
        claim.origins.maximum,
        f"{claim.grade.letter}{claim.grade.digit}",
        claim.first_seen,
        claim.last_change,
        story.id,
    )
    return dict(zip(ROW, values, strict=True))


def entry(story: Story, claim: Claim, width: int) -> Iterator[Text]:
    """Give the clearest wording of a claim, as a report has it, with its id; then how it stands and who has it."""
    register = Register(story)
    room = width - BEGINNING - GAP
    for index, line in enumerate(flow([Text(quoted(claim.clearest.proposition.text), NAME)], room)):
        margin = " " * (room - line.cell_len + GAP) + claim.id[:BEGINNING]
        yield line if index else Text.assemble(line, (margin, QUIET))
    yield from flow(standing(claim), width)
    yield from flow([Text(each, QUIET) for each in _times(register, claim)], width)


def quoted(words: str) -> str:
    """Return words of a report in one line, in quotation marks."""
    return f"“{one_line(words)}”"


def standing(claim: Claim) -> list[Text]:
    """Return the status of a claim, which stands out unless nobody has answered, and who has it, in counts."""
    status = claim.standing.status
    told = Text(status.value, QUIET if status is Status.UNCONFIRMED else DEVIATION)
    return [told, *(Text(each, QUIET) for each in claim_wording.counts(claim))]


def _times(register: Register, claim: Claim) -> list[str]:
    """Say when a claim was first seen and last changed, as far as its reports say."""
    changes = [(each.known_from, each.proposition.report) for each in claim.members]
    changes += [(each.known_from, each.report) for each in claim.responses]
    first, last = changes[0], max(changes)
    told = [f"first seen {_when(register, *first)}"]
    return [*told, f"last change {_when(register, *last)}"] if last[0] != first[0] else told


def _when(register: Register, known_from: str, report: str) -> str:
    """Return when a report appeared, or else the day from which it is known."""
    stated = register.when(report)
    if stated == UNDATED:
        return known_from.partition("T")[0] or stated
    return f"{stated} UTC" if ":" in stated else stated
