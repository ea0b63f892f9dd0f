"""Readings for ledgers: short texts with their statements marked, as `tests.building` has them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reportedly.values import Certainty, Moment, Polarity, SpeakerKind, Stance
from tests.building import found, reading, speaker

if TYPE_CHECKING:
    from reportedly.values import Reading


def told(  # noqa: PLR0913 - one for each thing that may be told
    text: str,
    who: str,
    cue: str,
    content: str,
    *,
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.STATED,
    kind: SpeakerKind = SpeakerKind.PERSON,
    country: str | None = None,
    **about: Any,  # noqa: ANN401 - whatever a Report takes
) -> Reading:
    """Return a reading of a text with one statement."""
    made = reading(text, [(who, cue, content)], **about)
    (one,) = made.statements
    return dataclasses.replace(
        made,
        statements=(
            dataclasses.replace(
                one,
                speaker=speaker(text, who, kind, country=country),
                stance=found(text, stance, cue),
                certainty=found(text, certainty),
                polarity=found(text, Polarity.POSITIVE),
            ),
        ),
    )


def bridge(**about: Any) -> Reading:  # noqa: ANN401 - whatever a Report takes
    """Return a report in which a mayor says that a bridge is shut."""
    known = {
        "url": "https://post.example/bridge",
        "publisher": "The Evening Post",
        "title": "Bridge shut",
        "published": Moment("2025-03-04"),
    }
    text = about.pop("text", "Odile Brandt said the old bridge was shut.")
    content = about.pop("content", "the old bridge was shut")
    return told(text, "Odile Brandt", "said", content, country="NO", **{**known, **about})


def denial() -> Reading:
    """Return another paper's report, in which an unnamed official denies something."""
    text = "An official denied that the bridge had been sold."
    return told(
        text,
        "An official",
        "denied",
        "that the bridge had been sold",
        stance=Stance.DENIES,
        kind=SpeakerKind.UNNAMED_PERSON,
        url="https://wire.example/sale",
        publisher="Norrpress",
        published=Moment("2025-04-01T10:00Z"),
    )
