"""One attributed proposition in a report."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values.span import Passage


@dataclasses.dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a value: the stage, its version, and the digest of the model it asked (None where it asked none)."""

    stage: str
    version: str
    model: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """Who says what, in the report's own words.

    `source` names who says so and is empty where the report does not; `cue` attributes ("said", "according to");
    `content` is what is attributed. `parent` is the id of the statement within whose content this one stands.
    `confidence` is the engine's, from 0 to 1, that the report attributes this content so.
    """

    id: str
    source: Passage
    cue: Passage
    content: Passage
    parent: str | None
    confidence: float
    made_by: MadeBy
