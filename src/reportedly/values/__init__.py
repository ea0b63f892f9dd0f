"""Frozen values that every layer speaks in."""

from reportedly.values.identity import stable_id
from reportedly.values.moment import PRECISIONS, Moment
from reportedly.values.paragraphs import hand_wrapped
from reportedly.values.reading import Caution, Reading
from reportedly.values.report import Report
from reportedly.values.span import GAP, Passage, Span
from reportedly.values.statement import MadeBy, Statement

__all__ = [
    "GAP",
    "PRECISIONS",
    "Caution",
    "MadeBy",
    "Moment",
    "Passage",
    "Reading",
    "Report",
    "Span",
    "Statement",
    "hand_wrapped",
    "stable_id",
]
