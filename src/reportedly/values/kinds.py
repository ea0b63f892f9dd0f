"""The closed lists of what is read in a statement. docs/explanation/what-is-read.md has an example for every entry."""

from __future__ import annotations

import enum


class Stance(enum.StrEnum):
    """What a speaker does with the content."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DISPUTES = "disputes"
    CANNOT_CONFIRM = "cannot-confirm"
    NOT_YET_CONFIRMED = "not-yet-confirmed"
    DECLINES_COMMENT = "declines-comment"
    NO_RESPONSE = "no-response"
    DEFLECTS = "deflects"
    PROMISES = "promises"
    THREATENS = "threatens"
    ASKS = "asks"
    PREDICTS = "predicts"
    SUPPOSES = "supposes"
    RETRACTS = "retracts"
    CORRECTS = "corrects"

    @property
    def unanswered(self) -> bool:
        """Say whether it leaves open what was asked."""
        return self in _UNANSWERED


_UNANSWERED = frozenset(
    {
        Stance.CANNOT_CONFIRM,
        Stance.NOT_YET_CONFIRMED,
        Stance.DECLINES_COMMENT,
        Stance.NO_RESPONSE,
        Stance.DEFLECTS,
    }
)


class Certainty(enum.StrEnum):
    """How sure the content is made to sound."""

    STATED = "stated"
    BELIEVED = "believed"
    SUSPECTED = "suspected"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    PREDICTED = "predicted"
    HEARSAY = "hearsay"
    UNCLEAR = "unclear"
    DISPUTED = "disputed"


class Polarity(enum.StrEnum):
    """Whether the content is said to be so or not to be so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Orientation(enum.StrEnum):
    """Where the content lies in time, seen from the report."""

    PAST = "past"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PREDICTED = "predicted"
    HYPOTHETICAL = "hypothetical"


class EvidenceKind(enum.StrEnum):
    """What a speaker is said to rest on."""

    IMAGERY = "imagery"
    INTERCEPT = "intercept"
    DOCUMENT = "document"
    DATA = "data"
    INTELLIGENCE = "intelligence"
    OWN_OBSERVATION = "own-observation"
    OFFICIAL_STATEMENT = "official-statement"
    OTHER_MEDIA = "other-media"
    UNNAMED_SOURCES = "unnamed-sources"
