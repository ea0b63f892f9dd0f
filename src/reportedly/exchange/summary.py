"""What a reading comes to: how many say how much, how many of them are not named, and what stays open."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.exchange import wording
from reportedly.values import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.values import Headline, Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts of one reading. Each says what it counts: statements, or different speakers.

    `denials` are statements whose speaker denies, `unanswered` those that leave open what was asked: no response, no
    comment, cannot confirm, not yet confirmed, or a deflection. `attributed`, `hedged` and `bare` are the shares of the
    text, from 0 to 1; None where they were not read.
    """

    statements: int
    speakers: int
    unnamed: int
    denials: int
    unanswered: int
    attributed: float | None = None
    hedged: float | None = None
    bare: float | None = None

    @classmethod
    def of(cls, reading: Reading) -> Summary:
        """Sum up a reading."""
        named = {each.speaker.id: each.speaker.named for each in reading.statements if each.speaker}
        stances = [statement.stance.value for statement in reading.statements if statement.stance]
        voice = reading.voice
        if voice and not (voice.attributed or voice.hedged or voice.bare):  # a text without sentences has no shares
            voice = None
        return cls(
            statements=len(reading.statements),
            speakers=len(named),
            unnamed=sum(not known for known in named.values()),
            denials=stances.count(Stance.DENIES),
            unanswered=sum(stance.unanswered for stance in stances),
            attributed=voice.attributed if voice else None,
            hedged=voice.hedged if voice else None,
            bare=voice.bare if voice else None,
        )

    def phrases(self) -> list[str]:
        """Return the counts in words, for people; what there is none of is left out, statements aside."""
        speakers = counted(self.speakers, "speaker")
        if self.unnamed:
            speakers += f", {self.unnamed} unnamed"
        return [
            counted(self.statements, "statement") if self.statements else "No statements found",
            *([speakers] if self.speakers else []),
            *([counted(self.denials, "denial")] if self.denials else []),
            *([f"{self.unanswered} unanswered"] if self.unanswered else []),
            *([f"{percent(self.bare)} bare"] if self.bare is not None else []),
        ]


def surer(headline: Headline | None, numbers: Mapping[str, int]) -> str:
    """Say that a headline sounds surer than the body, with the body's number; empty where it does not."""
    number = numbers.get(headline.statement) if headline else None
    if headline is None or number is None or not headline.stronger:
        return ""
    surely, less = wording.CERTAINTIES[headline.certainty], wording.CERTAINTIES[headline.body_certainty]
    return f"The headline sounds surer than the body: {surely}, where statement {number} is {less}."


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: `1 report`, `3 reports`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def percent(share: float) -> str:
    """Return a share as a whole per cent; what is not quite none or all does not look like it."""
    if 0 < share < _ONE:
        return "<1%"
    if 1 - _ONE < share < 1:
        return ">99%"
    return f"{share:.0%}"


_ONE = 0.01
"""One per cent."""
