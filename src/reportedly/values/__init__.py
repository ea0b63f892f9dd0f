"""Frozen values that every layer speaks in."""

from reportedly.values.along import Along
from reportedly.values.circumstance import (
    Bound,
    Candidate,
    Feature,
    Place,
    PlaceRole,
    Quantity,
    QuantityRole,
    Tally,
    TimeRole,
    TimeType,
    Trend,
    When,
)
from reportedly.values.finding import Finding, MadeBy
from reportedly.values.identity import stable_id
from reportedly.values.kinds import Certainty, EvidenceKind, Orientation, Polarity, Stance
from reportedly.values.moment import PRECISIONS, Moment
from reportedly.values.paragraphs import hand_wrapped
from reportedly.values.reading import Caution, Headline, Reading, Voice
from reportedly.values.report import Report
from reportedly.values.span import GAP, Passage, Span
from reportedly.values.speaker import Channel, Hop, Speaker, SpeakerKind
from reportedly.values.statement import Answer, Backing, Predicate, Statement
from reportedly.values.words import Mention, MentionKind, Sentence, Word

__all__ = [
    "GAP",
    "PRECISIONS",
    "Along",
    "Answer",
    "Backing",
    "Bound",
    "Candidate",
    "Caution",
    "Certainty",
    "Channel",
    "EvidenceKind",
    "Feature",
    "Finding",
    "Headline",
    "Hop",
    "MadeBy",
    "Mention",
    "MentionKind",
    "Moment",
    "Orientation",
    "Passage",
    "Place",
    "PlaceRole",
    "Polarity",
    "Predicate",
    "Quantity",
    "QuantityRole",
    "Reading",
    "Report",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "Tally",
    "TimeRole",
    "TimeType",
    "Trend",
    "Voice",
    "When",
    "Word",
    "hand_wrapped",
    "stable_id",
]
