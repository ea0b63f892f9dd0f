"""One attributed proposition in a report, and what is read in it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values.circumstance import Place, Quantity, When
    from reportedly.values.finding import Finding, MadeBy
    from reportedly.values.kinds import Certainty, EvidenceKind, Orientation, Polarity, Stance
    from reportedly.values.span import Passage
    from reportedly.values.speaker import Hop, Speaker


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a response answers: another statement of the report (its id), or only a passage of it.

    `narrower` says whether the response covers less than what it answers ("no troops", where soldiers and advisers
    were reported).
    """

    statement: str | None
    words: Passage
    narrower: bool
    made_by: MadeBy


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Somebody or something else that is said to back the content: "confirmed by three other officials".

    `words` are the whole phrase, `cue` its verb; `speaker` is who backs it, None where it is a thing.
    """

    words: Passage
    cue: Passage
    speaker: Speaker | None
    made_by: MadeBy


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A predicate of the content, with how much of a fact it is made to be: from -3 (certainly not so) to 3 (so).

    `readers` is what a head of the model says that readers take it for, on their own, wider use of that scale.
    """

    words: Passage
    value: float
    readers: float
    made_by: MadeBy


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """Who says what, in the report's own words, and what an analyst would note about it.

    `source` names who says so and is empty where the report does not; `cue` attributes ("said", "according to");
    `content` is what is attributed. `parent` is the id of the statement within whose content this one stands.
    `confidence` is the engine's, from 0 to 1, that the report attributes this content so.

    All that follows is None or empty until its stage has read it. `chain` runs from the publisher inward and ends with
    the speaker. `certainty` is how sure the speaker is made to sound, `hedge` what the reporter adds to that. `places`,
    `times` and `quantities` are those of the reading that stand in the statement's spans; `said_at` is when it was
    said, where the words around tell.
    """

    id: str
    source: Passage
    cue: Passage
    content: Passage
    parent: str | None
    confidence: float
    made_by: MadeBy
    speaker: Speaker | None = None
    chain: tuple[Hop, ...] = ()
    stance: Finding[Stance] | None = None
    answers: Answer | None = None
    certainty: Finding[Certainty] | None = None
    hedge: Finding[Certainty] | None = None
    polarity: Finding[Polarity] | None = None
    factuality: tuple[Predicate, ...] = ()
    orientation: Finding[Orientation] | None = None
    evidence: tuple[Finding[EvidenceKind], ...] = ()
    backing: tuple[Backing, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    said_at: When | None = None
    quantities: tuple[Quantity, ...] = ()

    @property
    def unnamed(self) -> bool:
        """Say whether somebody says so whom the report does not name; a statement without a source has nobody."""
        return self.speaker is not None and not self.speaker.named
